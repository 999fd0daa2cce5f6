// From what stands in the way to a release and its correction, as an editor does it.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test, type Page } from './fixtures.ts'
import { answerOpen, manuscript, newStory, openStory, saved, selectWords } from './moves.ts'

const formats = ['HTML', 'Markdown', 'Plain text', 'Word', 'ninjs 3.1']
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function signAs(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Your name' })).toBeHidden()
}

const gateSays = (page: Page, words: string) => expect(page.getByRole('status').getByText(words)).toBeVisible()
const screen = (page: Page) => page.getByRole('main', { name: 'Publish' })

/** The files of the release on the screen, with their hashes in full. */
async function filesShown(page: Page): Promise<Map<string, string>> {
  const buttons = page.getByRole('region', { name: 'Files' }).getByRole('button', { name: /^SHA-256 of/ })
  await expect(buttons.first()).toBeVisible()
  const labels = await buttons.evaluateAll((found) => found.map((one) => one.getAttribute('aria-label') ?? ''))
  return new Map(labels.map((label) => /^SHA-256 of (.*): ([0-9a-f]{64})/.exec(label)!.slice(1, 3) as [string, string]))
}

test('a story is fixed, waived, signed and published in every format, then corrected with a note', async ({
  app,
  window,
  folder,
  cli,
}) => {
  test.setTimeout(120_000)
  await window.setViewportSize({ width: 1440, height: 900 })
  await signAs(window, 'Ada Marsh')
  await openStory(window, 'orr-cable-quarrel')
  await window.keyboard.press('Alt+5')
  await gateSays(window, '1 thing blocks publishing')
  const sign = screen(window).getByRole('button', { name: /^(?:Acknowledge .* and p|P)ublish/ })
  await expect(sign).toBeDisabled()

  await test.step('fixes one finding by its digit', async () => {
    const doubled = screen(window).getByRole('button', { name: /stands twice/ })
    await doubled.click()
    await expect(window.getByRole('toolbar', { name: 'Fix or settle' })).toBeVisible()
    await window.keyboard.press('1')
    await expect(doubled).toBeHidden()
  })

  await test.step('waives one with a reason; it stays on the screen as settled', async () => {
    await screen(window)
      .getByRole('button', { name: /does not name Reuters/ })
      .click()
    await window.keyboard.press('w')
    await window.getByRole('button', { name: 'Waive', exact: true }).click()
    await expect(window.getByText(/Reason is empty/)).toBeVisible()
    await window.getByRole('textbox', { name: 'Reason' }).fill('Reuters agreed by telephone')
    await window.keyboard.press('Enter')
    await gateSays(window, 'Nothing blocks publishing')
    await expect(window.getByRole('region', { name: 'Settled' })).toContainText('Reuters agreed by telephone')
  })

  await test.step('signs and publishes in all formats; what is left is acknowledged in the same stroke', async () => {
    for (const format of formats) {
      const box = window.getByRole('checkbox', { name: format })
      if (!(await box.isChecked())) await window.getByText(format, { exact: true }).click()
      await expect(box).toBeChecked()
    }
    await expect(sign).toHaveText(/^Acknowledge \d findings and publish$/)
    await sign.click()
    await expect(window.getByRole('heading', { name: 'First release r2' })).toBeVisible()
  })

  await test.step('the files on the disk are the files of the release, hash by hash', async () => {
    const out = join(folder, 'out')
    mkdirSync(out)
    await answerOpen(app, out)
    await window.getByRole('button', { name: 'Save the files' }).click()
    await expect(window.getByText('5 files written to')).toBeVisible()
    const shown = await filesShown(window)
    expect([...shown.keys()].toSorted()).toEqual(readdirSync(out).toSorted())
    for (const [name, hash] of shown) expect(sha256(readFileSync(join(out, name)))).toBe(hash)
    for (const name of shown.keys()) {
      const bytes = readFileSync(join(out, name))
      const parts = name.endsWith('.docx') ? Object.values(unzipSync(bytes)) : [bytes]
      for (const part of parts) expect(new TextDecoder().decode(part)).not.toMatch(/Ada Marsh|telephone/)
    }
    const report = window.getByRole('region', { name: 'Quotations' })
    await expect(report.getByRole('row', { name: /This cable is lawful/ })).toContainText('Ilse Marand')
    await expect(window.getByRole('region', { name: 'Let through' })).toContainText('Reuters agreed by telephone')
    expect((await cli('verify')).code).toBe(0)
  })

  await test.step('a changed sum asks for a correction, and the correction for a note', async () => {
    await window.keyboard.press('Alt+2')
    await selectWords(window, '$240 million')
    await window.keyboard.type('$420 million')
    await saved(window)
    await window.keyboard.press('Alt+5')
    await expect(window.getByText(/Looks like a correction/)).toBeVisible()
    const correct = screen(window).getByRole('button', { name: 'Publish correction' })
    await expect(correct).toBeDisabled()
    await window.keyboard.press('ControlOrMeta+Enter')
    await expect(window.getByText(/says what was wrong and what is right.*Nothing was published/)).toBeVisible()
    await window.getByRole('textbox', { name: 'Note' }).fill('Fixes a figure')
    await expect(window.getByText(/A correction is called a correction/).first()).toBeVisible()
    await window.getByRole('textbox', { name: 'Note' }).fill('')
    await window.getByRole('button', { name: 'Take this note' }).click()
    await expect(window.getByRole('textbox', { name: 'Note' })).toHaveValue(/\$240 million.*\$420 million/)
    await window.getByRole('button', { name: 'Put the note into the story' }).click()
    await expect(correct).toBeEnabled()
    await window.keyboard.press('ControlOrMeta+Enter')
    await expect(window.getByRole('heading', { name: 'Correction r3' })).toBeVisible()
    await expect(window.getByRole('region', { name: 'What was changed' })).toContainText('240')
    await expect(window.getByRole('listbox', { name: 'Releases' }).getByRole('option')).toHaveCount(2)
  })

  await test.step('the correction went to the remembered folder, with its line for readers', async () => {
    const shown = await filesShown(window)
    const copy = join(folder, 'out', 'orr-cable-quarrel.txt')
    await expect.poll(() => sha256(readFileSync(copy))).toBe(shown.get('orr-cable-quarrel.txt'))
    expect(readFileSync(copy, 'utf8')).toContain('Correction: An earlier version of this story said')
  })
})

test('a story that nothing blocks is published in two keys, and copied field by field', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signAs(page, 'Ada Marsh')
  await newStory(page)
  await manuscript(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Trains stop at noon')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Trains in Orr stop at noon on October 6 for an hour.')
  await saved(page)
  await expect(page.getByRole('button', { name: 'Nothing blocks publishing' })).toBeVisible()

  await page.keyboard.press('Alt+5')
  await expect(screen(page).getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: 'First release r2' })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download all' }).click()
  const zip = unzipSync(new Uint8Array(readFileSync(await (await download).path())))
  const shown = await filesShown(page)
  expect(Object.keys(zip).toSorted()).toEqual([...shown.keys()].toSorted())
  for (const [name, bytes] of Object.entries(zip)) expect(sha256(bytes)).toBe(shown.get(name))

  await page.keyboard.press('F9')
  await expect(page.getByText('As published in r2.')).toBeVisible()
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await page.keyboard.press('1')
  await expect.poll(clipboard).toBe('Trains stop at noon')
  await page.keyboard.press('2')
  await expect.poll(clipboard).toBe('Trains in Orr stop at noon on October 6 for an hour.')
  await page.keyboard.press('0')
  await expect.poll(clipboard).toBe('Trains stop at noon\n\nTrains in Orr stop at noon on October 6 for an hour.\n')
})

test('from a finding to its place in the text and back, without a mouse', async ({ window }) => {
  await signAs(window, 'Ada Marsh')
  await openStory(window, 'orr-cable-quarrel')
  await window.keyboard.press('Alt+5')
  await gateSays(window, '1 thing blocks publishing')
  await window.keyboard.press('j')
  await window.keyboard.press('j')
  await expect(screen(window).getByRole('button', { name: /stands twice/ })).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(manuscript(window)).toBeFocused()
  expect(await window.evaluate(() => getSelection()?.toString() ?? '')).toBe('')
  await expect(window.getByRole('status').getByText(/stands twice/)).toBeVisible()
  await window.keyboard.press('Alt+5')
  await expect(screen(window).getByRole('button', { name: /stands twice/ })).toBeFocused()
  await window.keyboard.press('a')
  await expect(window.getByRole('region', { name: 'Settled' })).toContainText('stands twice')
  await window.keyboard.press('u')
  await expect(window.getByRole('region', { name: 'Settled' })).toBeHidden()
})

test('a kill says why, and sends none of the story', async ({ page }) => {
  await signAs(page, 'Ada Marsh')
  await newStory(page)
  await manuscript(page).click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.type('Trains stop at noon')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Trains in Orr stop at noon on October 6 for an hour.')
  await saved(page)
  await expect(page.getByRole('button', { name: 'Nothing blocks publishing' })).toBeVisible()
  await page.keyboard.press('Alt+5')
  await expect(screen(page).getByRole('button', { name: 'Publish', exact: true })).toBeEnabled()
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: 'First release r2' })).toBeVisible()
  await page.keyboard.press('r')
  await page.getByRole('radio', { name: 'Kill' }).click()
  await expect(page.getByText(/A kill gives its reason/)).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.type('The timetable was a draft.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.getByRole('heading', { name: 'Kill r3' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: /^Download .*\.html$/ }).click()
  const html = readFileSync(await (await download).path(), 'utf8')
  expect(html).toContain('The timetable was a draft.')
  expect(html).not.toContain('for an hour')
})
