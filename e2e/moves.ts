// Moves that many specs make, in the words of the screen. Each ends once the screen shows that it is done.
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

/** Chooses an entry of the application menu by its id, which is the command's. */
export async function chooseMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
    if (!item?.enabled) throw new Error(`the menu has no entry ${wanted} that can be chosen`)
    item.click()
  }, id)
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

/** Selects words of the manuscript where they first stand, as a person does with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  await manuscript(page).evaluate((editor, wanted) => {
    const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
    const pieces: { node: Text; start: number }[] = []
    let text = ''
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      pieces.push({ node: node as Text, start: text.length })
      text += node.textContent
    }
    const at = text.indexOf(wanted)
    if (at < 0) throw new Error(`the manuscript does not hold “${wanted}”`)
    const point = (offset: number, end: boolean) => {
      const piece = pieces.findLast(({ start }) => (end ? start < offset : start <= offset))!
      return [piece.node, offset - piece.start] as const
    }
    const [from, to] = [point(at, false), point(at + wanted.length, true)]
    ;(editor as HTMLElement).focus()
    getSelection()!.setBaseAndExtent(...from, ...to)
    from[0].parentElement?.scrollIntoView({ block: 'center' })
  }, words)
  await expect
    .poll(() => page.evaluate(() => getSelection()?.toString().replaceAll(' ', ' ')))
    .toBe(words.replaceAll(' ', ' '))
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
