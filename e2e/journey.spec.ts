// One editor, one shift: the sample story, and a second one from another agency, each from a file to a clean copy.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { caretAt, compose, dropFiles, manuscript, openStory, picture, saved, selectWords, toDesk } from './moves.ts'
import { root } from './programs.ts'

async function theme(page: Page, to: 'Light theme' | 'Dark theme'): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', to === 'Dark theme' ? 'dark' : 'light')
}

const material = (name: string) => readFileSync(resolve(root, 'e2e/material', name), 'utf8')

test('the sample story goes from its draft to a clean copy, by keyboard and by eye', async ({
  window,
  cli,
  folder,
}) => {
  test.setTimeout(180_000)
  await window.setViewportSize({ width: 1440, height: 900 })

  await test.step('says who is at the desk', async () => {
    await window.getByRole('textbox', { name: 'Your name' }).fill('Nela Orrin')
    await window.getByRole('button', { name: 'Sign with this name' }).click()
    await expect(window.getByText('Who is at the desk?')).toBeHidden()
    await expect(window.getByRole('grid', { name: 'Stories' })).toContainText('0/6')
    await picture(window, 'desk-light')
  })

  await test.step('finds quotations, speakers and sources in the story', async () => {
    await openStory(window, 'orr-cable-quarrel')
    await expect(window.getByText('6 quotations, 10 places')).toBeVisible()
    await picture(window, 'story-light')
  })

  await test.step('edits: what an input method composes is saved as typed', async () => {
    await caretAt(window, 'a worry for Merivale.', 'behind')
    await window.keyboard.type(' Talks go on in ')
    await compose(window, 'Orr´', 'Orré')
    await window.keyboard.type('.')
    await saved(window)
    await expect(manuscript(window)).toContainText('a worry for Merivale. Talks go on in Orré.')
  })

  await test.step('edits: marks, undo, find and replace, a kind of paragraph by key', async () => {
    await selectWords(window, 'two converter stations')
    await window.keyboard.press('ControlOrMeta+b')
    await expect(manuscript(window).locator('strong', { hasText: 'two converter stations' })).toBeVisible()
    await window.keyboard.press('ControlOrMeta+z')
    await expect(manuscript(window).locator('strong')).toHaveCount(0)
    await window.keyboard.press('ControlOrMeta+Alt+f')
    await window.getByRole('textbox', { name: 'Find', exact: true }).fill('rising anger between rising anger between')
    await window.getByRole('textbox', { name: 'Replace with' }).fill('rising anger between')
    await window.getByRole('button', { name: 'Replace all' }).click()
    await expect(manuscript(window)).not.toContainText('rising anger between rising anger between')
    await window.keyboard.press('Escape')
    await expect(window.getByRole('search')).toBeHidden()
    await saved(window)
  })

  await test.step('asks a query, answers it', async () => {
    await selectWords(window, 'about 12 per cent')
    await window.keyboard.press('ControlOrMeta+Alt+q')
    await window.getByRole('textbox', { name: 'Question' }).fill('AP says could cut. Who says will?')
    await window.getByRole('button', { name: 'Ask' }).click()
    await expect(window.getByRole('tabpanel').getByText('AP says could cut. Who says will?')).toBeVisible()
    await expect(window.locator('.gate-mark')).toContainText('2 things block')
    await picture(window, 'remarks-light')
    await window.getByRole('tabpanel').getByRole('button', { name: 'Resolve' }).click()
    await expect(window.locator('.gate-mark')).toContainText('1 thing blocks')
  })

  await test.step('saves a revision with a note', async () => {
    await window.keyboard.press('ControlOrMeta+s')
    await window.getByRole('textbox', { name: 'Note' }).fill('Doubled phrase out, before review')
    await window.keyboard.press('Enter')
    await expect(window.getByText('Saved · r2')).toBeVisible()
  })

  await test.step('reviews the quotations', async () => {
    await window.keyboard.press('Alt+3')
    await expect(window.getByText(/0 of 6 quotations/)).toBeVisible()
    await picture(window, 'review-light')
    await theme(window, 'Dark theme')
    await picture(window, 'review-dark')
    await theme(window, 'Light theme')
    await window.keyboard.press('Shift+A')
    for (let left = 5; left > 0; left--) await window.keyboard.press('a')
    await expect(window.getByText(/6 of 6 quotations/)).toBeVisible()
    await picture(window, 'review-done-light')
  })

  await test.step('moves, splits and alters, and sees it in the comparison', async () => {
    await window.keyboard.press('Alt+2')
    await expect(manuscript(window)).toBeVisible()
    await selectWords(window, 'prompt, united and lawful')
    await window.keyboard.type('prompt, joint and lawful')
    await caretAt(window, 'Verrik’s visit has stirred', 'before')
    await window.keyboard.press('Backspace')
    await window.keyboard.press('Enter')
    await caretAt(window, 'Nordal launched a new cable-laying ship', 'behind')
    for (let up = 0; up < 3; up++) await window.keyboard.press('Alt+Shift+ArrowUp')
    await saved(window)
    await window.keyboard.press('Alt+4')
    const changes = window.getByRole('listbox', { name: 'Changes' })
    await expect(changes.getByRole('option').first()).toBeVisible()
    await expect(
      window.getByRole('region', { name: 'Comparison' }).getByText(/1 paragraph moved, 1 split/),
    ).toBeVisible()
    // Folded, the move, the split and the altered quotation stand on one screen.
    await window.keyboard.press('h')
    await window.keyboard.press('j')
    await picture(window, 'compare-inline-light')
    await window.keyboard.press('2')
    await picture(window, 'compare-side-light')
    await theme(window, 'Dark theme')
    await picture(window, 'compare-side-dark')
    await window.keyboard.press('1')
    await picture(window, 'compare-inline-dark')
    await theme(window, 'Light theme')
  })

  await test.step('puts the altered quotation back', async () => {
    const altered = window.getByRole('listbox', { name: 'Changes' }).getByRole('option', { name: /united/ })
    await altered.click()
    await window.keyboard.press('t')
    await expect(window.getByRole('listbox', { name: 'Changes' }).getByRole('option', { name: /united/ })).toHaveCount(
      0,
    )
    await window.keyboard.press('Alt+2')
    await expect(manuscript(window)).toContainText('prompt, united and lawful')
    await saved(window)
  })

  await test.step('publishes: adds the credit, signs, keeps the files', async () => {
    await window.keyboard.press('Alt+5')
    await expect(window.getByText('1 thing blocks publishing', { exact: true })).toBeVisible()
    await picture(window, 'publish-light')
    await window.getByText(/does not name Reuters/).click()
    await window.getByRole('button', { name: 'Write “(with AP and Reuters inputs)”' }).click()
    await expect(window.getByText('Nothing blocks publishing', { exact: true })).toBeVisible()
    for (const format of ['Markdown', 'Plain text']) await window.getByText(format, { exact: true }).click()
    await window
      .getByRole('button', { name: /publish$/i })
      .last()
      .click()
    await expect(window.getByText(/Release 1|Published as/).first()).toBeVisible()
    await picture(window, 'release-light')
  })

  await test.step('the desk and the library tell the same', async () => {
    await toDesk(window)
    await expect(window.getByRole('grid', { name: 'Stories' })).toContainText('Published')
    await theme(window, 'Dark theme')
    await picture(window, 'desk-dark')
    const { stories } = JSON.parse((await cli('list', '--json')).out) as { stories: { slug: string; status: string }[] }
    expect(stories).toMatchObject([{ slug: 'orr-cable-quarrel', status: 'published' }])
    expect((await cli('verify')).code).toBe(0)
    const out = join(folder, 'copy.txt')
    await cli('export', '--story', 'orr-cable-quarrel', '--format', 'txt', '-o', out)
    const copy = readFileSync(out, 'utf8')
    expect(copy).toContain('prompt, united and lawful')
    expect(copy).not.toContain('Who says will')
    expect(copy).not.toContain('Nela')
  })
})

test('a second story: other agency, a quotation over three paragraphs, no credit line', async ({ window, cli }) => {
  test.setTimeout(120_000)
  await window.setViewportSize({ width: 1440, height: 900 })
  await dropFiles(window, '#screen', [{ name: 'flood.txt', text: material('flood-story.txt') }])
  await window.getByRole('grid', { name: 'Stories' }).getByText('River towns').dblclick()
  await expect(manuscript(window)).toContainText('Engineers opened the Kelmet gates')

  await test.step('one utterance over three paragraphs, and nothing to hold it against yet', async () => {
    const long = window.getByRole('button', { name: /The men and women at the gates/ })
    await expect(long).toContainText('Idris Fane')
    await expect(window.getByText(/No sources:/).first()).toBeVisible()
  })

  await test.step('attaches the wire; the credit is missing and is put in', async () => {
    await window.getByRole('tab', { name: /Sources/ }).click()
    await window.getByRole('button', { name: 'Attach a source' }).click()
    await window.getByRole('textbox', { name: 'Text of the wire' }).fill(material('flood-wire.txt'))
    await window.getByRole('textbox', { name: 'Agency' }).fill('PTI')
    await window.getByRole('button', { name: 'Attach', exact: true }).click()
    await window.getByRole('tab', { name: /Checks/ }).click()
    await window.getByText(/words stand on PTI copy/).click()
    await window.getByRole('button', { name: /Add “\(with PTI inputs\)”/ }).click()
    await expect(manuscript(window)).toContainText('(with PTI inputs)')
    await saved(window)
  })

  await test.step('what was cut is found in the older revision and put back', async () => {
    await selectWords(window, 'It has food for a week, the council said in a statement.')
    await window.keyboard.press('Delete')
    await expect(manuscript(window)).not.toContainText('food for a week')
    await saved(window)
    await window.keyboard.press('Alt+4')
    await window.getByRole('option', { name: /food for a week/ }).click()
    await window.keyboard.press('t')
    await window.keyboard.press('Alt+2')
    await expect(manuscript(window)).toContainText('food for a week')
  })
  expect((await cli('verify')).code).toBe(0)
})
