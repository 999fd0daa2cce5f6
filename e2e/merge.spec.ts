// Two people change one story in two libraries; the package of one is merged into the other's, by keyboard.
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from './fixtures.ts'
import { dropFiles, manuscript, openStory, picture, saved, selectWords, toDesk } from './moves.ts'
import { root, runCli } from './programs.ts'

const slug = 'ferry-64-aboard-towed'
const file = join(root, 'e2e/material/ferry-first.txt')

async function signAs(page: Page, name: string) {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name)
  await page.getByRole('button', { name: 'Sign with this name' }).click()
  await expect(page.getByText('Who is at the desk?')).toBeHidden()
}

/** Replaces words of the manuscript and names the revision. */
async function revise(page: Page, words: string, by: string, note: string) {
  await selectWords(page, words)
  await page.keyboard.type(by)
  await saved(page)
  await page.keyboard.press('ControlOrMeta+s')
  await page.getByRole('textbox', { name: 'Note' }).fill(note)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
}

async function theme(page: Page, to: 'Light theme' | 'Dark theme'): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', to === 'Dark theme' ? 'dark' : 'light')
}

const step = (page: Page) => page.getByRole('status', { name: 'Step' })
const conflicts = (page: Page) => page.getByRole('listbox', { name: 'Conflicts' }).getByRole('option')
const mergeButton = (page: Page) => page.locator('.title-bar').getByRole('button', { name: 'Merge', exact: true })

test('two people’s revisions become one that stands on both, settled by keyboard', async ({
  window,
  cli,
  serve,
  browser,
  folder,
  env,
  faults,
}) => {
  test.setTimeout(180_000)
  await window.setViewportSize({ width: 1440, height: 900 })
  const [first, theirs, merged] = ['first', 'theirs', 'merged'].map((name) => join(folder, `${name}.json`))
  const [kiran, third] = [join(folder, 'kiran'), join(folder, 'third')]
  const elsewhere = (library: string, ...args: string[]) => runCli([...args, '--library', library], env)
  const packed = (path: string) => ['export', '--story', slug, '--format', 'json', '-o', path]
  await signAs(window, 'Nela Orrin')
  expect((await cli('import', file)).code).toBe(0)
  expect((await cli(...packed(first!))).code).toBe(0)

  await test.step('Kiran changes a quotation and a time, in a library of his own', async () => {
    expect((await elsewhere(kiran, 'import', first!)).code).toBe(0)
    const page = await browser.newPage()
    faults.watch(page)
    await page.goto((await serve(['--library', kiran])).address)
    await signAs(page, 'Kiran Rao')
    await openStory(page, slug)
    await revise(page, 'Nobody panicked', 'Hardly anybody panicked', 'As the captain said it')
    await revise(page, 'harbour at 2 pm', 'harbour at 3 pm', 'Harbour log')
    await page.close()
    expect((await elsewhere(kiran, ...packed(theirs!))).code).toBe(0)
  })

  await test.step('Nela changes the same quotation and another time', async () => {
    await window.bringToFront()
    await openStory(window, slug)
    // Quotations are marked once they are found; until then the text may be drawn anew under the hand.
    await expect(window.getByText(/^\d+ quotations/)).toBeVisible()
    await revise(window, 'Nobody panicked', 'No passenger panicked', 'From the recording')
    await revise(window, 'Corran Pier at dawn', 'Corran Pier at six', 'Timetable')
  })

  await test.step('the package waits beside the story', async () => {
    await toDesk(window)
    await dropFiles(window, '#screen', [{ name: 'theirs.json', text: readFileSync(theirs!, 'utf8') }])
    const report = window.getByRole('dialog')
    await expect(report).toContainText(
      `r2 to r3 by Kiran Rao wait to be merged into ${slug}. 1 place changed on both sides since r1`,
    )
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toContainText('No passenger panicked')
    await expect(window.getByText('Kiran Rao’s revisions r2 to r3 wait to be merged')).toBeVisible()
    await window.keyboard.press('ControlOrMeta+Alt+j')
  })

  await test.step('the conflict is shown with both wordings, and nothing is merged while it is open', async () => {
    await expect(conflicts(window)).toHaveCount(1)
    const card = window.getByRole('region', { name: /^Conflict 1 of 1: .* inside quotation marks/ })
    await expect(card).toContainText('Quotation altered')
    await expect(card).toContainText('Theirs Kiran Rao')
    const text = window.getByRole('article', { name: 'Merged text' })
    await expect(text).toContainText('Corran Pier at')
    await expect(text.locator('ins', { hasText: 'six' })).toHaveClass(/by-ours/)
    await expect(text.locator('ins', { hasText: '3' })).toHaveClass(/by-theirs/)
    await expect(window.getByText('1 conflict left to settle')).toBeVisible()
    await expect(mergeButton(window)).toBeDisabled()
    await window.keyboard.press('ControlOrMeta+Enter')
    await expect(window.getByRole('dialog')).toBeHidden()
    await picture(window, 'merge-light')
  })

  await test.step('it is settled by hand, taken back, and kept over leaving half-way', async () => {
    await window.keyboard.press('5')
    await window.getByRole('textbox', { name: 'Your words' }).fill('Almost nobody')
    await window.keyboard.press('ControlOrMeta+Enter')
    await expect(step(window)).toHaveText(/^Settled: Own words\. Every conflict is settled\./)
    await expect(window.getByRole('article', { name: 'Merged text' })).toContainText('Almost nobody panicked')
    await expect(mergeButton(window)).toBeEnabled()
    await window.keyboard.press('u')
    await expect(step(window)).toHaveText(/^Taken back/)
    await expect(mergeButton(window)).toBeDisabled()
    await window.keyboard.press('2')
    await expect(step(window)).toHaveText(/^Settled: Theirs/)
    await window.keyboard.press('Escape')
    await expect(window.getByText('1 place settled so far')).toBeVisible()
    await window.keyboard.press('ControlOrMeta+Alt+j')
    await expect(conflicts(window).first()).toContainText('Settled: Theirs.')
    await theme(window, 'Dark theme')
    await picture(window, 'merge-dark')
    await theme(window, 'Light theme')
  })

  await test.step('it is merged, and the timeline shows both that it stands on', async () => {
    await window.keyboard.press('ControlOrMeta+Enter')
    await expect(window.getByRole('textbox', { name: 'Note' })).toHaveValue('Merged r2 to r3 by Kiran Rao')
    await window.keyboard.press('Enter')
    await expect(manuscript(window)).toContainText('Hardly anybody panicked')
    await expect(manuscript(window)).toContainText('Corran Pier at six')
    await expect(manuscript(window)).toContainText('harbour at 3 pm')
    const revisions = window.getByRole('region', { name: 'Revisions' })
    await expect(revisions).toContainText('Stands on r3 and Kiran Rao’s r3')
    await expect(revisions.getByRole('list', { name: 'Merged in' }).getByRole('listitem')).toHaveCount(2)
    await expect(window.getByText('wait to be merged')).toBeHidden()
  })

  await test.step('everything verifies, and a third library gets the history whole', async () => {
    expect((await cli('verify')).code).toBe(0)
    expect((await cli(...packed(merged!))).code).toBe(0)
    expect((await cli('import', theirs!)).out).toContain(`Nothing new: ${slug} has all of it.`)
    const came = await elsewhere(third!, 'import', merged!)
    expect([came.code, came.out]).toEqual([0, expect.stringContaining('Came in with its history, r1 to r4')])
    expect((await elsewhere(third!, 'verify')).code).toBe(0)
    const log = await elsewhere(third!, 'log', slug, '--json')
    expect(log.out).toBe((await cli('log', slug, '--json')).out)
    const { revisions } = JSON.parse(log.out) as { revisions: { kind: string; parents?: string[] }[] }
    expect(revisions.map(({ kind, parents }) => [kind, parents?.length])).toEqual([
      ['merge', 2],
      ['named', undefined],
      ['named', undefined],
      ['import', undefined],
    ])
    expect((await elsewhere(kiran!, 'import', merged!)).out).toContain('Continued from r3 to r4.')
    expect((await elsewhere(kiran!, 'verify')).code).toBe(0)
  })
})

/** JSON as RFC 8785 writes it, as far as a package needs it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonical(member)}`).join(',')}}`
}

/** A package with one more revision, as another desk would have made it. */
function goneOn(path: string, by: string, ...edits: [string, string][]): string {
  const pack = JSON.parse(readFileSync(path, 'utf8')) as {
    story: { draft: unknown }
    revisions: { id: string; number: number; manuscript: unknown }[]
  }
  const { id, ...last } = pack.revisions.at(-1)!
  const said = edits.reduce((text, [from, to]) => text.replace(from, to), JSON.stringify(last.manuscript))
  const manuscript: unknown = JSON.parse(said)
  const next = { ...last, parents: [id], number: last.number + 1, by, kind: 'named', note: '', manuscript }
  pack.revisions.push({ ...next, id: createHash('sha256').update(canonical(next)).digest('hex') })
  pack.story.draft = manuscript
  return JSON.stringify(pack)
}

test('several conflicts are stepped through, filtered, settled and opened again; what waits can be put aside', async ({
  cli,
  folder,
  launch,
}) => {
  const [first, ours, theirs] = ['first', 'ours', 'theirs'].map((name) => join(folder, `${name}.json`)) as [
    string,
    string,
    string,
  ]
  expect((await cli('import', file)).code).toBe(0)
  expect((await cli('export', '--story', slug, '--format', 'json', '-o', first)).code).toBe(0)
  writeFileSync(
    ours,
    goneOn(first, 'Nela', ['Tuesday', 'Wednesday'], ['Nobody panicked', 'No one panicked'], ['2 pm', '4 pm']),
  )
  writeFileSync(
    theirs,
    goneOn(
      first,
      'Kiran',
      ['Tuesday', 'Monday'],
      ['Nobody panicked', 'Few panicked'],
      ['2 pm', '3 pm'],
      ['1988', '1998'],
    ),
  )
  expect((await cli('import', ours)).out).toContain('Continued from r1 to r2.')
  const came = await cli('import', theirs, '--json')
  expect(came.code).toBe(0)
  expect(JSON.parse(came.out)).toMatchObject({ imported: [{ slug, waits: expect.stringMatching(/^[0-9a-f]{64}$/) }] })
  expect((await cli('log', slug)).out).toContain('r2 by Kiran from theirs.json waits to be merged.')

  const { window } = await launch()
  await openStory(window, slug)
  await expect(window.getByText('Kiran’s revision r2 waits to be merged')).toBeVisible()
  await window.keyboard.press('Escape')
  await window.keyboard.press('ControlOrMeta+Alt+j')
  const left = window.locator('#merge-left')
  await expect(conflicts(window)).toHaveCount(3)
  await expect(left).toHaveText('3 conflicts left to settle')
  await window.keyboard.press('j')
  await expect(step(window)).toHaveText(/^Conflict 2 of 3: “Nobody” inside quotation marks: .* To settle\.$/)
  await window.keyboard.press('k')
  await expect(step(window)).toHaveText(/^Conflict 1 of 3: “Tuesday”: ours “Wednesday”, theirs “Monday”\. To settle\.$/)
  await window.keyboard.press('1')
  await expect(step(window)).toHaveText(/^Settled: Ours\. 2 conflicts left to settle\. Conflict 2 of 3/)
  await window.keyboard.press('4')
  await expect(step(window)).toHaveText(/^Settled: As it was\. 1 conflict left to settle\. Conflict 3 of 3/)
  await window.keyboard.press('f')
  await expect(conflicts(window)).toHaveCount(1)
  await window.keyboard.press('3')
  await expect(step(window)).toHaveText(/^Settled: Both\. Every conflict is settled\./)
  await expect(mergeButton(window)).toBeEnabled()
  await expect(window.getByRole('article', { name: 'Merged text' })).toContainText('4 3 pm')
  await window.keyboard.press('Delete')
  await expect(left).toHaveText('1 conflict left to settle')
  await expect(mergeButton(window)).toBeDisabled()
  await window.keyboard.press('Escape')
  await expect(manuscript(window)).toContainText('No one panicked')

  await window.getByRole('button', { name: 'Put aside' }).click()
  await expect(window.getByText('waits to be merged')).toBeHidden()
  expect((await cli('import', theirs)).out).toContain('waits to be merged into')
  await expect(window.getByText('2 places settled so far')).toBeVisible()
})
