// Moves that many specs make, in the words of the screen. Each ends once the screen shows that it is done.
import { join } from 'node:path'
import { expect, type ElectronApplication, type Page } from '@playwright/test'

/** The manuscript of the story that is open. */
export const manuscript = (page: Page) => page.locator('.ProseMirror')

export const saveState = (page: Page) => page.getByLabel('Save state')

/** Waits until everything typed is on the disk, as the page tells it. */
export async function saved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveText(/^Saved/)
}

/** Opens a story from the desk by its slug. */
export async function openStory(page: Page, slug: string): Promise<void> {
  await page.getByRole('grid', { name: 'Stories' }).getByText(slug, { exact: true }).dblclick()
  await expect(manuscript(page)).toBeVisible()
}

/** Starts a story of one's own by key and waits for its empty manuscript. */
export async function newStory(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+n')
  await expect(manuscript(page)).toBeVisible()
}

/** Back to the desk, from anywhere. */
export async function toDesk(page: Page): Promise<void> {
  await page.keyboard.press('Alt+1')
  await expect(page.getByRole('grid', { name: 'Stories' })).toBeVisible()
}

/** What the person answers when the app asks for files or a folder from now on. */
export async function answerOpen(app: ElectronApplication, ...filePaths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async () => ({ canceled: paths.length === 0, filePaths: paths })
  }, filePaths)
}

/** Where the person has files saved to from now on. */
export async function answerSave(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: path })
  }, filePath)
}

/** Chooses an entry of the application menu by its id, which is the command's, once the page offers it. */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  const choose = () =>
    app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      if (item?.enabled) item.click()
      return item?.enabled ?? false
    }, id)
  await expect.poll(choose, `the menu has ${id}`).toBe(true)
}

/** Drops files on a place of the page, as from a folder of the desktop. */
export async function dropFiles(
  page: Page,
  target: string,
  files: { name: string; type?: string; text: string }[],
): Promise<void> {
  const data = await page.evaluateHandle((dropped) => {
    const transfer = new DataTransfer()
    for (const { name, type = 'text/plain', text } of dropped) transfer.items.add(new File([text], name, { type }))
    return transfer
  }, files)
  for (const event of ['dragenter', 'dragover', 'drop']) await page.dispatchEvent(target, event, { dataTransfer: data })
}

/** Pastes text, and markup where given, into what has the focus. */
export async function paste(page: Page, text: string, html?: string): Promise<void> {
  await page.evaluate(
    ({ plain, rich }) => {
      const transfer = new DataTransfer()
      transfer.setData('text/plain', plain)
      if (rich !== undefined) transfer.setData('text/html', rich)
      const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
      ;(document.activeElement ?? document.body).dispatchEvent(event)
    },
    { plain: text, rich: html },
  )
}

/** Selects words of the manuscript where they first stand, with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await manuscript(page).evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
    const pieces: { node: Text; start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node: node as Text, start: text.length })
      text += node.textContent
    }
    const at = text.indexOf(wanted)
    if (at < 0) throw new Error(`the manuscript does not hold “${wanted}”`)
    const letter = (offset: number) => {
      const { node, start } = pieces.findLast((piece) => piece.start <= offset)!
      const range = document.createRange()
      range.setStart(node, offset - start)
      range.setEnd(node, offset - start + 1)
      return range
    }
    const [first, last] = [letter(at), letter(at + wanted.length - 1)]
    first.startContainer.parentElement!.scrollIntoView({ block: 'center' })
    const [from, to] = [first.getBoundingClientRect(), last.getBoundingClientRect()]
    return { from: { x: from.left, y: from.top + from.height / 2 }, to: { x: to.right, y: to.top + to.height / 2 } }
  }, words)
  // A click first: the second one of a fast pair would select a word.
  await page.mouse.click(ends.to.x, ends.to.y)
  await page.mouse.move(ends.from.x, ends.from.y)
  await page.mouse.down()
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 4 })
  await page.mouse.up()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString().replaceAll('\u00a0', ' '))).toBe(words)
  await drawn(page)
}

/** Puts the caret before or behind words of the manuscript. */
export async function caretAt(page: Page, words: string, side: 'before' | 'behind'): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press(side === 'before' ? 'ArrowLeft' : 'ArrowRight')
  await expect.poll(() => page.evaluate(() => getSelection()?.isCollapsed)).toBe(true)
  await drawn(page)
}

/** Until the page has taken in what was done and drawn it: an editor reads a new selection in an event of its own. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Composes text through an input method: shown while it is composed, then given as `done`. */
export async function compose(page: Page, composing: string, done: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  for (let length = 1; length <= composing.length; length++)
    await session.send('Input.imeSetComposition', {
      text: composing.slice(0, length),
      selectionStart: length,
      selectionEnd: length,
    })
  await session.send('Input.insertText', { text: done })
  await session.detach()
}

// The pictures that README and docs show are taken on the way, when asked for (npm run screenshots).
const album = process.env['WRITETHRU_SCREENSHOTS']

/** Keeps a picture of the screen, without the messages of the moment before. Does nothing in an ordinary run. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!album) return
  const dismiss = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Dismiss' })
  while ((await dismiss.count()) > 0) await dismiss.first().click()
  await page.screenshot({ path: join(album, `${name}.png`), animations: 'disabled' })
}
