import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { manuscript, openStory } from './moves.ts'
import { root } from './programs.ts'

test.beforeEach(async ({ window, cli }) => {
  expect((await cli('import', join(root, 'e2e/material/ferry-first.txt'))).code).toBe(0)
  await openStory(window, 'ferry-64-aboard-towed')
  // As in a page that is too busy to be told of a new selection in time.
  await window.evaluate(() => {
    addEventListener('selectionchange', (event) => event.isTrusted && event.stopImmediatePropagation(), true)
  })
})

test('a key does what it does where the caret was put just before', async ({ window }) => {
  const text = manuscript(window)
  await text.getByText('The rescue', { exact: true }).click()
  await window.keyboard.press('Home')
  await window.keyboard.press('ControlOrMeta+Shift+ArrowRight')
  await window.keyboard.press('Backspace')
  await text.getByText('(with AP inputs)').click()
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await window.keyboard.type('Ends.')
  await expect(text.getByRole('heading', { name: 'rescue', exact: true })).toHaveCount(1)
  await expect(text).toContainText('(with AP inputs)Ends.ALSO READ')
})

test('what is underlined meanwhile leaves the caret where it was put', async ({ window }) => {
  const text = manuscript(window)
  await text.getByText('(with AP inputs)').click()
  await window.keyboard.press('End')
  await window.keyboard.press('Enter')
  await window.keyboard.type('“Nobody aboard was hurt,” said Ann Lee.')
  await text.getByText('(with AP inputs)').click()
  await window.keyboard.press('End')
  await expect(text.locator('.quotation', { hasText: 'Nobody aboard was hurt' }).first()).toBeVisible()
  await window.keyboard.type(' and more')
  await expect(text).toContainText('(with AP inputs) and more')
})
