import { app, dialog, type BrowserWindow } from 'electron'
import type { Farewell } from '../services/host'

/** Closing waits until the page has sent what it holds, and the end until the last commit. */
export class Quitting {
  readonly #farewell: () => Promise<Farewell>
  readonly #closeLibrary: () => Promise<void>
  readonly #log: (what: string, cause?: unknown) => void
  #quits = false
  /** The system, or whoever started us, ends us and nobody is there to be asked. */
  #unasked = false
  #asking = false
  #closed = false

  constructor(
    farewell: () => Promise<Farewell>,
    closeLibrary: () => Promise<void>,
    log: (what: string, cause?: unknown) => void,
  ) {
    this.#farewell = farewell
    this.#closeLibrary = closeLibrary
    this.#log = log
    app.on('before-quit', () => {
      this.#quits = true
    })
    app.on('window-all-closed', () => {
      if (this.#quits || process.platform !== 'darwin') app.quit()
    })
    app.on('will-quit', (event) => {
      if (this.#closed) return
      event.preventDefault()
      void this.#end()
    })
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => {
        this.#unasked = true
        app.quit()
      })
  }

  /** Watches over a window's closing. */
  guard(window: BrowserWindow): void {
    window.on('close', (event) => {
      event.preventDefault()
      if (!this.#asking) void this.#leave(window)
    })
  }

  async #leave(window: BrowserWindow) {
    this.#asking = true
    const left = (await this.#farewell()) === 'flushed' || this.#unasked || (await this.#leaveUnsaved(window))
    this.#asking = false
    if (left) window.destroy()
    else this.#quits = false
  }

  async #leaveUnsaved(window: BrowserWindow): Promise<boolean> {
    this.#log('close: the page did not send what it holds in time')
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      title: app.name,
      message: 'Some words may not be saved yet',
      detail:
        'The page has not said that everything it holds is on the disk. What it showed as “Saved” is kept. Go back to see what is in the way, or close and lose what came after.',
      buttons: ['Go back', 'Close all the same'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    return response === 1
  }

  async #end() {
    try {
      await this.#closeLibrary()
    } catch (cause) {
      this.#log('close the library', cause)
    }
    this.#closed = true
    app.quit()
  }
}
