import { expect, test } from './fixtures.ts'
import { caretAt, manuscript, openStory } from './moves.ts'

test('a sentence leads to its passage in the source by key, and the passage back to the sentence', async ({
  window,
}) => {
  await openStory(window, 'orr-cable-quarrel')
  await expect(window.getByRole('tab', { name: /Checks/ })).toHaveText(/\d/)
  await caretAt(window, 'cut power prices', 'before')
  await window.keyboard.press('ControlOrMeta+Alt+s')
  const source = window.getByRole('document', { name: 'Text of the source' })
  await expect(source.locator('[data-at]')).toContainText('Experts say the cable could cut power prices')
  await expect(window.locator('.asked-origin')).toContainText(/Lightly rewritten|Rewritten/)
  await expect(window.locator('.asked-origin')).toContainText('%')
  await source.locator('[data-at]').press('Enter')
  await expect(manuscript(window).getByText('The cable will cut power prices')).toBeInViewport()
})

test('the gutter tells where a paragraph comes from and how much of it', async ({ window }) => {
  await openStory(window, 'orr-cable-quarrel')
  const paragraph = manuscript(window).locator('p.from').filter({ hasText: 'The two countries have quarrelled' })
  await expect(paragraph).toHaveAttribute('data-agency', 'AP')
  const box = (await paragraph.boundingBox())!
  await window.mouse.move(box.x - 24, box.y + 20)
  await window.mouse.move(box.x - 20, box.y + 22)
  const card = window.getByRole('tooltip')
  await expect(card).toContainText('This paragraph: AP 100 %')
  await card
    .getByRole('button', { name: /EU--Ardania-Cable/ })
    .first()
    .click()
  await expect(window.getByRole('document', { name: 'Text of the source' }).locator('[data-at]')).toBeVisible()
})

test('a hedge that a rewrite lost is shown beside its source and put back by one key', async ({ window }) => {
  await openStory(window, 'orr-cable-quarrel')
  await window.getByRole('tab', { name: /Checks/ }).click()
  await window.getByRole('button', { name: /Who says so is lost: “Experts say”/ }).click()
  const lost = window.locator('.lost-words')
  await expect(lost.locator('mark')).toHaveText('Experts say')
  await expect(lost).toContainText('The cable will cut power prices in Merivale')
  await window.keyboard.press('f')
  await expect(manuscript(window)).toContainText('Experts say the cable')
  await expect(lost).toBeHidden()
})
