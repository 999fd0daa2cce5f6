import { BrowserWindow, ipcMain } from 'electron'
import type { EventName, Payload, Reply } from '@contract/index'
import { isOurFrame } from './page'

const notOurPage: Reply = {
  ok: false,
  error: { code: 'not-our-page', message: 'Only the desk’s own page may ask this. Nothing was done.' },
}

/** Answers the page over Electron's messages; `asked` hears what was answered, to whom it matters. */
export function answerPages(
  reply: (name: unknown, input: unknown) => Promise<Reply>,
  asked: (name: unknown, reply: Reply) => void,
): void {
  ipcMain.handle('writethru:request', async ({ senderFrame }, name: unknown, input: unknown) => {
    if (!isOurFrame(senderFrame)) return notOurPage
    const said = await reply(name, input)
    asked(name, said)
    return said
  })
}

/** Tells every window of something. */
export function announce<E extends EventName>(event: E, payload: Payload<E>): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (!webContents.isDestroyed()) webContents.send('writethru:event', event, payload)
}
