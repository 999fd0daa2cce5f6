import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { dropFiles, manuscript, openStory, paste, saved } from './moves.ts'
import { root } from './programs.ts'

const slug = 'ferry-64-aboard-towed'
const first = join(root, 'e2e/material/ferry-first.txt')
const live = readFileSync(join(root, 'e2e/material/ferry-second.html'), 'utf8')

const changes = (page: Page) => page.getByRole('listbox', { name: 'Changes' })
const selected = (page: Page) => changes(page).getByRole('option', { selected: true })
const step = (page: Page) => page.getByRole('status', { name: 'Step' })

/** Opens the story of these specs and its comparison: nothing has changed since it came in. */
async function compare(page: Page) {
  await openStory(page, slug)
  await page.keyboard.press('Alt+4')
  await expect(page.getByRole('heading', { name: 'Nothing changed' })).toBeVisible()
}

/** Compares the draft with the live copy, pasted. */
async function compareWithLive(page: Page) {
  await compare(page)
  await paste(page, 'Ferry with 68 aboard', live)
  await expect(changes(page).getByRole('option')).toHaveCount(10)
}

/** Steps with J until the selected change is the one that begins so. */
async function stepTo(page: Page, words: RegExp) {
  for (let presses = 0; presses < 12; presses++) {
    if (words.test((await selected(page).textContent()) ?? '')) return
    const before = await selected(page).getAttribute('id')
    await page.keyboard.press('j')
    await expect(selected(page)).not.toHaveAttribute('id', before ?? '')
  }
  throw new Error(`no change reads ${words}`)
}

test.beforeEach(async ({ cli }) => {
  expect((await cli('import', first)).code).toBe(0)
})

test('an editor takes a move from the live copy, leaves an altered quotation, and finds the draft right', async ({
  window,
  cli,
}) => {
  await compareWithLive(window)
  const text = window.getByRole('region', { name: 'Comparison' })
  await expect(text.getByText(/^Headline changed, .*1 moved, 1 split/)).toBeVisible()
  await expect(step(window)).toHaveText(/^Headline changed, .*Change 1 of 10: /)
  await expect(window.getByText('Words inside quotation marks changed in one place.')).toBeVisible()

  await test.step('J and K go round', async () => {
    await expect(selected(window)).toContainText('Changed “64” to “68”')
    await window.keyboard.press('k')
    await expect(step(window)).toHaveText(/^From the last one: Change 10 of 10: /)
    await window.keyboard.press('j')
    await expect(step(window)).toHaveText(/^From the first one again: Change 1 of 10: Changed “64” to “68”/)
  })

  await test.step('T takes the move and the view goes on', async () => {
    await stepTo(window, /^Moved paragraph “Forecasters/)
    await window.keyboard.press('t')
    await expect(changes(window).getByRole('option')).toHaveCount(9)
    await expect(step(window)).toHaveText(/^Taken\. Change 3 of 9: Split paragraph/)
  })

  await test.step('L leaves the quotation: it stays in the list, marked', async () => {
    await stepTo(window, /^Changed “the engine” to “both engines”/)
    await window.keyboard.press('l')
    await expect(changes(window).getByRole('option').nth(3)).toContainText('Left as it is.')
    await expect(selected(window)).toContainText('Changed “Three” to “Four”')
  })

  await saved(window)
  const draft = (await cli('export', '--story', slug, '--format', 'txt', '-o', '-')).out
  expect(draft).toMatch(/Forecasters had warned[^]*The Maud Verity had left/)
  expect(draft).toContain('Ferry with 64 aboard')
  expect(draft.match(/We lost the engine within minutes/g)).toHaveLength(2)
  expect(draft).not.toContain('both engines')
  expect(draft.match(/Forecasters/g)).toHaveLength(1)

  await test.step('U takes back one decision after the other, and goes to it', async () => {
    await window.keyboard.press('u')
    await expect(selected(window)).toContainText('both engines')
    await expect(changes(window).getByText('Left as it is.')).toHaveCount(0)
    await window.keyboard.press('u')
    await expect(changes(window).getByRole('option')).toHaveCount(10)
    await expect(selected(window)).toContainText('Moved paragraph')
    await saved(window)
    expect((await cli('export', '--story', slug, '--format', 'txt', '-o', '-')).out).toMatch(
      /The Maud Verity had left[^]*Forecasters had warned/,
    )
  })
})

test('what was typed since the last revision is put back, all of it, in one undoable step', async ({ window }) => {
  await openStory(window, slug)
  await manuscript(window).getByText('(with AP inputs)').click()
  await window.keyboard.press('End')
  await window.keyboard.type(' and more')
  await window.keyboard.press('ControlOrMeta+Home')
  await window.keyboard.type('Update: ')
  await window.keyboard.press('Escape')
  await window.keyboard.press('Alt+4')
  await expect(changes(window).getByRole('option')).toHaveCount(2)
  await expect(window.getByRole('button', { name: /^From: r1, .* imported, / })).toBeVisible()
  await expect(window.getByRole('button', { name: /^To: Draft, after r1/ })).toBeVisible()

  await window.keyboard.press('Shift+A')
  await expect(window.getByRole('heading', { name: 'Nothing changed' })).toBeVisible()
  await window.keyboard.press('ControlOrMeta+z')
  await expect(changes(window).getByRole('option')).toHaveCount(2)

  await test.step('a filter narrows the list, and E leads to the place in the story and back', async () => {
    await window.getByRole('radio', { name: /^Headline/ }).click()
    await expect(changes(window).getByRole('option')).toHaveCount(1)
    await window.keyboard.press('e')
    await expect(manuscript(window)).toContainText('Update: Ferry with 64')
    await window.getByRole('button', { name: 'Back to the comparison' }).click()
    await expect(selected(window)).toContainText('Update:')
  })
})

test('side by side, a line joins where a paragraph stood and where it stands', async ({ window }) => {
  await compareWithLive(window)
  await window.keyboard.press('2')
  const columns = window.getByRole('article', { name: 'Both versions beside one another' })
  await expect(columns.getByText('1 ↑ Moved up', { exact: true })).toBeVisible()
  await expect(columns.getByText('1 ↑ Moved up to here', { exact: true })).toBeVisible()
  await expect(columns.locator('svg path').first()).toHaveAttribute('d', /^M[\d.]+ [\d.]+ C/)
  await expect(columns.getByText('≠ Quotation altered')).toHaveCount(2)
  await expect(columns.getByText('¶ Split')).toHaveCount(1)

  await window.keyboard.press('s')
  await expect(window.getByRole('button', { name: /^To: Draft/ })).toBeVisible()
  await expect(columns.getByText('1 ↓ Moved down to here', { exact: true })).toBeVisible()
})

test('the list reads as sentences, and a copy that is dropped is compared, not brought in', async ({ window, cli }) => {
  await compare(window)
  await dropFiles(window, '#screen', [{ name: 'live.html', type: 'text/html', text: live }])
  await expect(window.getByRole('button', { name: /^To: live\.html, read/ })).toBeVisible()
  await window.keyboard.press('3')
  const list = window.getByRole('article', { name: 'Changes as sentences' })
  await expect(list.getByRole('listitem').first()).toContainText(
    'Changed “64” to “68” (touches a number, in the headline).',
  )
  await expect(list.getByRole('listitem')).toHaveCount(10)
  expect((await cli('list')).out.match(/ferry/g)).toHaveLength(1)
})

test('a comparison leaves as a page that stands alone', async ({ page }) => {
  await compareWithLive(page)
  const coming = page.waitForEvent('download')
  await page.keyboard.press('ControlOrMeta+Shift+E')
  const file = await coming
  expect(file.suggestedFilename()).toBe(`${slug}-draft-to-pasted-copy.html`)
  const html = readFileSync(await file.path(), 'utf8')
  expect(html).toContain('<del class="altered">the engine</del>')
  expect(html).not.toMatch(/<script|src=|<link/i)
})

test('a side that is not there says why and what to do', async ({ window }) => {
  await compare(window)
  await window.evaluate(() => {
    location.hash = location.hash.replace(/\/1\/draft$/, '/release/draft')
  })
  await expect(window.getByText('This story was never published: there is no release to compare with.')).toBeVisible()
  await window.getByRole('button', { name: 'Choose another' }).click()
  await window.getByRole('menuitemradio', { name: /^r1/ }).click()
  await expect(window.getByRole('heading', { name: 'Nothing changed' })).toBeVisible()
})
