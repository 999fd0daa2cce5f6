import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { manuscript, openStory, saved } from './moves.ts'
import { root } from './programs.ts'

const slug = 'we-not-sell-mill'
const story = join(root, 'e2e/material/mill-story.txt')
const wire = readFileSync(join(root, 'e2e/material/mill-wire.txt'), 'utf8')

const list = (page: Page) => page.getByRole('listbox', { name: 'Quotations' })
const lines = (page: Page) => list(page).getByRole('option')
const chosen = (page: Page) => list(page).getByRole('option', { selected: true })
const evidence = (page: Page) => page.getByRole('region', { name: 'Evidence' })
const progress = (page: Page) => page.getByRole('progressbar', { name: 'Quotations checked' })
const spoken = (page: Page) => page.getByRole('status', { name: 'Announcements' })

/** Gives the story of these specs its wire copy, on the story screen. */
async function attach(page: Page) {
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByLabel('Find a command or a story').fill('attach a source')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Attach a source' })
  await dialog.getByLabel('Text of the wire').fill(wire)
  await dialog.getByLabel('Agency').fill('AP')
  await dialog.getByLabel('Slug').fill('US--Larch-Valley-Mill')
  await dialog.getByRole('button', { name: 'Attach', exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** Opens the review of the story, with its source. */
async function review(page: Page) {
  await openStory(page, slug)
  await attach(page)
  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('main', { name: 'Attribution review' })).toBeVisible()
  await expect(chosen(page)).toContainText('The offer is fair')
  await expect(list(page)).toBeFocused()
}

/** Answers who is at the desk, once. */
async function sign(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Who is at the desk?' })
  await expect(dialog.getByLabel('Your name')).toBeFocused()
  await page.keyboard.type('Kim Adair')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

interface Shown {
  decisions: { by: string; at: string; reason?: string; ruling: Record<string, unknown>; revoked?: unknown }[]
}

test.beforeEach(async ({ cli }) => {
  expect((await cli('import', story)).code).toBe(0)
})

test('a reviewer decides every quotation by keys alone, and the record says who, what and why', async ({
  window,
  cli,
}) => {
  await review(window)

  await test.step('exceptions come first, with the words that differ', async () => {
    await expect(lines(window)).toContainText(['Altered', 'Attributed', 'Attributed', 'Matched', 'Matched'])
    await expect(progress(window)).toHaveAttribute('aria-valuetext', '0 of 5 quotations, 6 places')
    await expect(evidence(window).locator('del')).toHaveText('Monday')
    await expect(evidence(window).locator('ins')).toHaveText('Friday')
    await expect(evidence(window).getByRole('document', { name: 'Text of the source' })).toContainText(
      'closes on Monday',
    )
  })

  await test.step('J steps and says where one is', async () => {
    await window.keyboard.press('j')
    await expect(chosen(window)).toContainText('Nobody in this valley')
    await expect(spoken(window)).toHaveText(/^2 of 5\. Attributed\. Lena Okoro\. Nobody in this valley/)
  })

  await test.step('A asks once who decides, records it and moves on', async () => {
    await window.keyboard.press('a')
    await sign(window)
    await expect(chosen(window)).toContainText('apple tax')
    await expect(lines(window).nth(1)).toContainText('Checked')
    await expect(progress(window)).toHaveAttribute('aria-valuetext', '1 of 5 quotations, 6 places')
  })

  await test.step('X with a kind and a reason makes it no quotation', async () => {
    await window.keyboard.press('x')
    await expect(window.getByRole('listbox', { name: 'What the words are' })).toBeFocused()
    await window.keyboard.press('5')
    await window.keyboard.press('Tab')
    await window.keyboard.type('The growers’ own word')
    await window.keyboard.press('Enter')
    await expect(chosen(window)).toContainText('We will not sell the mill')
    await expect(lines(window).nth(2)).toContainText('Not a quotation')
  })

  await test.step('Shift+A accepts what is matched, together', async () => {
    await window.keyboard.press('Shift+A')
    await expect(chosen(window)).toContainText('The offer is fair')
    await expect(progress(window)).toHaveAttribute('aria-valuetext', '3 of 4 quotations, 5 places')
  })

  await test.step('S, L and N add what is known, and stay', async () => {
    await window.keyboard.press('s')
    const speaker = window.getByLabel('Speaker', { exact: true })
    await expect(speaker).toHaveValue('Paul Adeyemi')
    await expect(window.getByRole('listbox', { name: 'Speakers in this story' })).toContainText('Ines Varga')
    await speaker.fill('Corvin Foods')
    await window.keyboard.press('Enter')
    await expect(evidence(window)).toContainText('Speaker set to Corvin Foods by Kim Adair')

    await window.keyboard.press('l')
    await expect(
      window.getByRole('option', { selected: true, name: /The offer is fair and it closes on Monday/ }),
    ).toBeVisible()
    await window.keyboard.press('Enter')
    await expect(evidence(window)).toContainText('Source linked by Kim Adair')

    await window.keyboard.press('n')
    await window.getByLabel('Note', { exact: true }).fill('Called the press office')
    await window.keyboard.press('Enter')
    await expect(evidence(window)).toContainText('“Called the press office” · Kim Adair')
    await expect(chosen(window)).toContainText('The offer is fair')
  })

  await test.step('the last decision tells what is left and leads on', async () => {
    await window.keyboard.press('a')
    await expect(window.getByText('Every quotation is decided.').first()).toBeVisible()
    await expect(spoken(window)).toContainText('Every quotation is decided')
    await expect(evidence(window)).toContainText(/Checked by Kim Adair, \d\d:\d\d/)
    await expect(progress(window)).toHaveAttribute('aria-valuetext', '4 of 4 quotations, 5 places')
  })

  await expect
    .poll(async () => (JSON.parse((await cli('show', slug, '--json')).out) as Shown).decisions.length)
    .toBeGreaterThan(7)
  const { decisions } = JSON.parse((await cli('show', slug, '--json')).out) as Shown
  expect(new Set(decisions.map(({ by }) => by))).toEqual(new Set(['Kim Adair']))
  expect(decisions.map(({ ruling }) => ruling['kind'])).toEqual(
    expect.arrayContaining(['confirm', 'not-a-quotation', 'accept', 'speaker', 'source', 'note']),
  )
  expect(decisions.find(({ ruling }) => ruling['kind'] === 'not-a-quotation')).toMatchObject({
    reason: 'The growers’ own word',
    ruling: { as: 'word' },
  })
})

test('U takes a decision back and moves back to it; a decision is taken back from the record too', async ({
  window,
}) => {
  await review(window)
  await window.keyboard.press('a')
  await sign(window)
  await expect(chosen(window)).toContainText('Nobody in this valley')
  await window.keyboard.press('a')
  await expect(chosen(window)).toContainText('apple tax')

  await window.keyboard.press('u')
  await expect(chosen(window)).toContainText('Nobody in this valley')
  await expect(chosen(window)).toContainText('Attributed')
  await window.keyboard.press('u')
  await expect(chosen(window)).toContainText('The offer is fair')
  await expect(chosen(window)).toContainText('Altered')
  await window.keyboard.press('u')
  await expect(window.getByText('Nothing was decided here since the story was opened.')).toBeVisible()

  await window.keyboard.press('a')
  await window.keyboard.press('k')
  await expect(chosen(window)).toContainText('Checked')
  await evidence(window).getByRole('button', { name: 'Take back' }).click()
  await expect(chosen(window)).toContainText('Altered')
})

test('a checked quotation that is edited says what changed; one key undoes the edit', async ({ window, cli }) => {
  await review(window)
  await window.keyboard.press('End')
  await expect(chosen(window)).toContainText('ninety years')
  await window.keyboard.press('a')
  await sign(window)
  await window.keyboard.press('End')
  await expect(chosen(window)).toContainText('Checked')

  await test.step('the text is edited beside the list', async () => {
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toBeFocused()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('ControlOrMeta+Backspace')
    await window.keyboard.type('manager')
    await window.keyboard.press('Escape')
    await expect(list(window)).toBeFocused()
  })

  await expect(chosen(window)).toContainText('Check again')
  await expect(evidence(window)).toContainText('Checked by Kim Adair')
  await expect(evidence(window)).toContainText('Since then its words changed.')
  const since = evidence(window).getByLabel('Checked and now')
  await expect(since.locator('del')).toHaveText('director')
  await expect(since.locator('ins')).toHaveText('manager')
  await expect(lines(window).last()).toContainText('Check again')

  await window.keyboard.press('e')
  await expect(chosen(window)).toContainText('Checked')
  await expect(lines(window).last()).toContainText('Checked')
  await expect(manuscript(window)).toContainText('without a director')
  await window.keyboard.press('Alt+2')
  await saved(window)
  expect((await cli('export', '--story', slug, '--format', 'txt', '-o', '-')).out).toContain('without a director')
})

test('a list keeps what is decided in its place; filters hold what they say', async ({ window }) => {
  await review(window)
  const filter = (name: RegExp) => window.getByRole('radio', { name })
  await window.keyboard.press('4')
  await expect(filter(/^Matched 2/)).toBeChecked()
  await expect(lines(window)).toHaveCount(2)
  await expect(chosen(window)).toContainText('We will not sell the mill')
  await window.keyboard.press('a')
  await sign(window)
  await expect(filter(/^Matched 1/)).toBeChecked()
  await expect(lines(window)).toContainText([/^Checked/, /^Matched/])
  await window.keyboard.press('5')
  await expect(lines(window)).toHaveCount(1)
  await window.keyboard.press('3')
  await expect(lines(window)).toContainText(['The offer is fair'])

  await window.keyboard.press('2')
  await window.keyboard.press('End')
  await window.keyboard.press('k')
  await expect(chosen(window)).toContainText('apple tax')
  await window.keyboard.press('x')
  await window.keyboard.press('Enter')
  await window.keyboard.press('6')
  await expect(chosen(window)).toContainText('apple tax')
  await window.keyboard.press('x')
  await expect(chosen(window)).not.toContainText('Not a quotation')
  await window.keyboard.press('1')
  await expect(lines(window)).toHaveCount(5)
})

test('two names are merged and a title put right; everything said by one person is listed', async ({ window }) => {
  await review(window)
  await window.keyboard.press('Shift+S')
  const speakers = window.getByRole('list', { name: 'Speakers' })
  await expect(speakers.getByRole('button', { name: /Mayor/ })).toContainText('Lena Okoro')
  await window.keyboard.press('j')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('list', { name: 'Said by Ines Varga' }).getByRole('listitem')).toHaveCount(3)

  await speakers.getByRole('button', { name: /Lena Okoro/ }).press('Enter')
  await speakers.getByRole('button', { name: 'Put name or title right' }).press('Enter')
  await sign(window)
  const name = window.getByRole('dialog', { name: 'Name and title of Lena Okoro' })
  await name.getByLabel('Name', { exact: true }).fill('Lena Okoro-Birk')
  await name.getByLabel('Title').fill('Mayor of Larch Valley')
  await window.keyboard.press('Enter')
  await expect(speakers.getByRole('button', { name: /Lena Okoro-Birk/ })).toContainText('Mayor of Larch Valley')

  await speakers.getByRole('button', { name: /Some growers/ }).press('Enter')
  await speakers.getByRole('button', { name: 'Merge with another' }).press('Enter')
  await window.getByLabel('The name that stays').fill('Ines Varga')
  await window.keyboard.press('Enter')
  await expect(speakers.getByRole('button', { name: /^Ines Varga/ })).toContainText('Also Some growers')
  await speakers.getByRole('button', { name: /^Ines Varga/ }).press('Enter')
  await expect(speakers).toContainText(/Some growers put under Ines Varga by Kim Adair, \d\d:\d\d/)

  await window.keyboard.press('Shift+S')
  await expect(lines(window).nth(2)).toContainText('Ines Varga')
})

test('with no source it is said once, and quotations can still be vouched for', async ({ window }) => {
  await openStory(window, slug)
  await expect(window.getByText('No sources: 5 quotations unverified').first()).toBeVisible()
  await window.keyboard.press('Alt+3')
  await expect(chosen(window)).toBeVisible()
  await expect(evidence(window)).toContainText('Accepting it vouches for it as own reporting.')
  await window.keyboard.press('l')
  await expect(window.getByRole('dialog', { name: 'Attach a source' })).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('a')
  await sign(window)
  await expect(progress(window)).toHaveAttribute('aria-valuetext', '1 of 5 quotations, 6 places')
})

test('the inspector beside the text has the same list, keys and record', async ({ window }) => {
  await openStory(window, slug)
  await attach(window)
  const panel = window.getByRole('tabpanel', { name: /^Quotations/ })
  await window.getByRole('tab', { name: /^Quotations/ }).click()
  await expect(panel).toContainText('5 quotations, 6 places')
  await expect(panel.getByRole('listitem').first()).toContainText('Altered')
  await window.keyboard.press('j')
  await expect(panel.getByRole('button', { expanded: true })).toContainText('The offer is fair')
  await window.keyboard.press('a')
  await sign(window)
  await expect(panel.getByRole('button', { expanded: true })).toContainText('Nobody in this valley')
  await expect(panel.getByRole('listitem').first()).toContainText('Checked')
  await window.keyboard.press('k')
  await expect(panel).toContainText(/Checked by Kim Adair, \d\d:\d\d/)
})

test('two hundred quotations are one list, stepped through to its end', async ({ window, folder, cli }) => {
  const fs = await import('node:fs')
  const many = Array.from(
    { length: 200 },
    (_, at) => `"We counted basket number ${at + 1} twice before dusk," grower Ana Lind said.`,
  )
  fs.writeFileSync(join(folder, 'baskets.txt'), `Two hundred baskets\n${many.join('\n')}\n`)
  expect((await cli('import', join(folder, 'baskets.txt'))).code).toBe(0)
  await openStory(window, 'two-hundred-baskets')
  await window.keyboard.press('Alt+3')
  await expect(progress(window)).toHaveAttribute('aria-valuetext', '0 of 200 quotations, 200 places')
  await expect(list(window)).toBeFocused()
  await window.keyboard.press('End')
  await expect(chosen(window)).toContainText('basket number 200')
  await expect(chosen(window)).toBeInViewport()
  await expect(manuscript(window).getByText('basket number 200')).toBeInViewport()
  await expect(evidence(window)).toContainText('200 of 200')
  await window.keyboard.press('j')
  await expect(evidence(window)).toContainText('200 of 200')
})

test('a story without quotations says so', async ({ window, folder, cli }) => {
  const fs = await import('node:fs')
  fs.writeFileSync(join(folder, 'quiet.txt'), 'Quiet day at the mill\nThe mill was shut on Sunday.\n')
  expect((await cli('import', join(folder, 'quiet.txt'))).code).toBe(0)
  await openStory(window, 'quiet-day-mill')
  await window.keyboard.press('Alt+3')
  await expect(window.getByRole('heading', { name: 'No quotations' })).toBeVisible()
})

test('all three panes stand at 1024 wide, and the evidence goes below the text when the text is large', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await review(page)
  const box = async (name: string) => (await page.getByRole('region', { name }).boundingBox())!
  const [text, beside] = [await box('Story'), await box('Evidence')]
  expect(text.width).toBeGreaterThan(380)
  expect(beside.x).toBeGreaterThanOrEqual(text.x + text.width - 1)
  for (let times = 0; times < 4; times++) await page.keyboard.press('ControlOrMeta+=')
  await expect(async () => expect((await box('Evidence')).y).toBeGreaterThan((await box('Story')).y)).toPass()
})
