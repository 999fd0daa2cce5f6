// What a person saw as saved is on the disk, whatever happens to the program.
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { manuscript, newStory, openStory, saved } from './moves.ts'

const rounds = 10
const sentence = (round: number, number: number) => `Round ${round} says ${number} of the ferry. `

/**
 * Hears the whole text each time a frame shows it as saved: what a person would have read at that moment, no sooner and
 * no later.
 */
async function watchShownAsSaved(page: Page): Promise<() => string> {
  let shown = ''
  await page.exposeFunction('shownAsSaved', (text: string) => void (shown = text))
  await page.evaluate(() => {
    const { shownAsSaved } = globalThis as unknown as { shownAsSaved(text: string): Promise<void> }
    let last = ''
    const look = () => {
      const text = document.querySelector('.ProseMirror')?.textContent ?? ''
      const mark = document.querySelector('[aria-label="Save state"]')?.textContent ?? ''
      if (/^Saved/.test(mark) && text !== last) void shownAsSaved((last = text))
      requestAnimationFrame(look)
    }
    look()
  })
  return () => shown
}

const ended = (app: ElectronApplication) => new Promise((resolve) => app.process().once('exit', resolve))

test('ten times killed while somebody types, every word shown as saved is there', async ({ launch, cli }) => {
  test.setTimeout(240_000)
  let { app, window } = await launch()
  await newStory(window)
  await manuscript(window).click()
  await window.keyboard.type('The ferry. ')
  await saved(window)
  let before = await manuscript(window).textContent()

  for (let round = 1; round <= rounds; round++) {
    const shown = await watchShownAsSaved(window)
    // Typed faster than any hand, without a rest, until the program is gone; it is killed at another place each round.
    const typing = (async () => {
      for (let number = 0; ; number++) await window.keyboard.type(sentence(round, number), { delay: 20 })
    })().catch(() => 'the program is gone')
    await expect.poll(() => shown().length, { intervals: [10] }).toBeGreaterThan(before!.length + 7 * round)
    const gone = ended(app)
    app.process().kill('SIGKILL')
    expect(await typing).toBe('the program is gone')
    await gone
    const promised = shown()

    ;({ app, window } = await launch())
    await openStory(window, 'new-story')
    const kept = await manuscript(window).textContent()
    expect(kept!.slice(0, promised.length), `round ${round}: what was shown as saved`).toBe(promised)
    // What came beyond the promise is what was typed, in order, and nothing else.
    const typed = before! + Array.from({ length: 400 }, (_, number) => sentence(round, number)).join('')
    expect(typed.startsWith(kept!), `round ${round}: ${kept!.slice(-80)}`).toBe(true)
    before = kept
    await manuscript(window).click()
    await window.keyboard.press('ControlOrMeta+End')
  }
  await app.close()
  const { code, out } = await cli('verify')
  expect(code, out).toBe(0)
})

test('a full disk is told, nothing typed is lost, and saving goes on once there is room', async ({
  disk,
  env,
  launch,
}) => {
  env['WRITETHRU_LIBRARY'] = `${disk.folder}/library`
  const { app, window } = await launch()
  await newStory(window)
  await manuscript(window).click()
  await window.keyboard.type('Before the disk was full. ')
  await saved(window)
  disk.fill()
  const rest = 'After it was full. '.repeat(400)
  await window.keyboard.insertText(rest)
  await expect(window.getByLabel('Save state')).toHaveText('Not saved')
  await expect(manuscript(window)).toContainText('After it was full.')
  disk.free()
  await saved(window)
  await app.close()
  const again = await launch()
  await openStory(again.window, 'new-story')
  await expect(manuscript(again.window)).toContainText(`Before the disk was full. ${rest.trim()}`)
})
