import type { BrowserWindowConstructorOptions, WebContents as ElectronWebContents } from 'electron'
import type { Cdp } from './cdp.ts'
import { app } from './app.ts'
import type { CdpEvent } from './chromium.ts'
import { makeCodec } from './clone.ts'
import { mainFrame, type Frame } from './frame.ts'
import { createIpc, ipcMain } from './ipc.ts'
import { printToPdf } from './print.ts'
import { handlerOf, inside, isCustom, outside } from './protocol.ts'
import { Emitter, NotDoubled, refusing } from './refuse.ts'
import { unlessGone } from './runtime.ts'
import { session, type Permission } from './session.ts'
import { Page, type Told } from './page.ts'
import { safePreferences } from './web-preferences.ts'
import { answerPaused, mayNavigate } from './navigation.ts'
import { keyEvent } from './keyboard.ts'

const codec = makeCodec()

/** The window a page stands in, as the page sees it. */
export interface Owner {
  isDestroyed(): boolean
  close(): void
  destroy(): void
  painted(): void
  retitled(title: string): void
  pressed(key: Extract<Told, { kind: 'key' }>): void
}

type OpenHandler = Parameters<ElectronWebContents['setWindowOpenHandler']>[0]

/** A page (api/web-contents). */
export class WebContents extends Emitter {
  static override emits = new Set([
    'did-start-loading',
    'did-stop-loading',
    'did-finish-load',
    'did-fail-load',
    'did-navigate',
    'did-navigate-in-page',
    'dom-ready',
    'will-navigate',
    'will-frame-navigate',
    'will-redirect',
    'will-attach-webview',
    'will-prevent-unload',
    'render-process-gone',
    'preload-error',
    'page-title-updated',
    'destroyed',
    // Said on the real thing by a pointer, a hang or a crash that nobody causes here.
    'context-menu',
    'unresponsive',
    'responsive',
  ])
  static readonly all = new Set<WebContents>()
  private static count = 0

  readonly id = ++WebContents.count
  readonly session = session.defaultSession
  readonly ipc = createIpc('webContents.ipc')
  /** Settles once Chromium has the page; everything asked before waits for it. */
  readonly opened: Promise<Page>
  targetId: string | undefined
  readonly #owner: Owner
  readonly #preferences: object
  #frame: Frame = this.#newFrame('')
  /** The address that the app itself is loading, which no listener is asked about. */
  #expected: string | undefined
  #openHandler: OpenHandler | undefined
  /** Keys sent with sendInputEvent whose way through the page is not over. */
  #ownKeys = 0

  constructor(owner: Owner, options: BrowserWindowConstructorOptions) {
    super()
    this.#owner = owner
    this.#preferences = { ...options.webPreferences, ...safePreferences }
    WebContents.all.add(this)
    this.opened = Page.open(
      {
        width: options.width ?? 800,
        height: options.height ?? 600,
        preload: options.webPreferences?.preload,
      },
      { event: (event) => this.#heard(event), told: (message) => this.#told(message) },
    )
    void this.opened.then(({ targetId }) => (this.targetId = targetId))
    app.emit('web-contents-created', {}, this)
  }

  get mainFrame(): Frame {
    return this.#frame
  }
  async #cdp<M extends keyof Cdp.CommandParameters>(
    method: M,
    params?: Cdp.CommandParameters[M],
  ): Promise<Cdp.CommandReturnValues[M]> {
    return (await this.opened).cdp(method, params)
  }

  // -- loading

  /** "The promise will resolve when the page has finished loading …, and rejects if the page fails to load." */
  async loadURL(url: string): Promise<void> {
    if (isCustom(url) && !handlerOf(url)) throw new Error(`ERR_UNKNOWN_URL_SCHEME (-302) loading '${url}'`)
    await this.opened
    await this.session.prepare(this as unknown as ElectronWebContents, url)
    this.#expected = inside(url)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()))
    const { errorText } = await this.#cdp('Page.navigate', { url: this.#expected })
    if (errorText) {
      this.emit('did-fail-load', {}, -2, errorText, url, true)
      throw new Error(`${errorText} (-2) loading '${url}'`)
    }
    await loaded
  }
  loadFile(path: string): Promise<void> {
    return this.loadURL(`file://${path.startsWith('/') ? path : `${app.getAppPath()}/${path}`}`)
  }
  reload(): void {
    this.#expected = inside(this.#frame.url)
    void this.#cdp('Page.reload')
  }
  getURL(): string {
    return this.#frame.url
  }
  isDestroyed(): boolean {
    return this.#owner.isDestroyed()
  }
  /** "Closes the page, as if the web content had called window.close()"; asks it first only when told to. */
  close(options: { waitForBeforeUnload?: boolean } = {}): void {
    if (options.waitForBeforeUnload) this.#owner.close()
    else this.#owner.destroy()
  }

  // -- talking

  /** "Arguments will be serialized with the Structured Clone Algorithm"; what cannot be cloned throws at once. */
  send(channel: string, ...args: unknown[]): void {
    if (this.isDestroyed()) throw new TypeError('Object has been destroyed')
    const packed = codec.pack(args)
    void this.opened.then((page) => page.deliver({ kind: 'send', channel, args: packed }))
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const { result, exceptionDetails } = await this.#cdp('Runtime.evaluate', {
      expression: code,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as unknown
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }
  /** The page wants a window: the app's handler is asked; one that allows it, as Electron does without, is not imitated. */
  #opens({ url, frameName, disposition, features }: Extract<Told, { kind: 'opens' }>): void {
    const details = {
      url: outside(url),
      frameName,
      disposition,
      features,
      referrer: { url: '', policy: 'no-referrer' },
    }
    const action = this.#openHandler?.(details as Parameters<OpenHandler>[0]).action ?? 'allow'
    if (action !== 'deny') throw new NotDoubled(`a window that a page opens (${details.url})`)
  }

  // -- the page as a thing on screen

  async capturePage(): Promise<{ toPNG(): Buffer }> {
    const { data } = await this.#cdp('Page.captureScreenshot')
    return { toPNG: () => Buffer.from(data, 'base64') }
  }
  printToPDF(options: Electron.PrintToPDFOptions = {}): Promise<Buffer> {
    return printToPdf((params) => this.#cdp('Page.printToPDF', params), options)
  }
  /** Nobody is there to press Print: the answer is a person's who cancels. A spec that needs a printer puts its own in place. */
  print(_options: object = {}, callback?: (success: boolean, failureReason: string) => void): void {
    setImmediate(() => callback?.(false, 'Print job canceled'))
  }
  // A headless Chromium has no tools to open.
  openDevTools(): void {}
  closeDevTools(): void {}
  toggleDevTools(): void {}
  isDevToolsOpened(): boolean {
    return false
  }
  focus(): void {}
  undo = () => this.#edit('undo')
  redo = () => this.#edit('redo')
  cut = () => this.#edit('cut')
  copy = () => this.#edit('copy')
  paste = () => this.#edit('paste')
  pasteAndMatchStyle = () => this.#edit('pasteAndMatchStyle')
  delete = () => this.#edit('delete')
  selectAll = () => this.#edit('selectAll')
  #edit(command: string): void {
    void this.#cdp('Input.dispatchKeyEvent', { type: 'keyDown', key: '', commands: [command] }).catch(unlessGone)
  }

  /** Keys as a keyboard gives them, which menus hear too (unlike those of Chromium's debugger). */
  sendInputEvent(event: Electron.KeyboardInputEvent): void {
    if (event.type === 'keyDown') this.#ownKeys++
    void this.#cdp('Input.dispatchKeyEvent', keyEvent(event))
  }
  /** What the page was really opened with; a window's options are checked in `window.ts`. */
  getLastWebPreferences(): object {
    return this.#preferences
  }
  /** "Forcefully terminates the renderer process." */
  forcefullyCrashRenderer(): void {
    void this.#cdp('Page.crash').catch(unlessGone)
  }

  // -- what Chromium and the preload say

  async #heard({ method, params }: CdpEvent): Promise<void> {
    if (method === 'Fetch.requestPaused')
      return answerPaused(params, await this.opened, this, (url) => this.#goesByItself(url))
    if (method === 'Page.frameStartedLoading' && params.frameId === this.targetId) this.emit('did-start-loading')
    else if (method === 'Page.frameStoppedLoading' && params.frameId === this.targetId) this.emit('did-stop-loading')
    else if (method === 'Page.frameNavigated' && !params.frame.parentId) {
      const url = outside(params.frame.url)
      this.#frame = this.#newFrame(url)
      this.emit('did-navigate', {}, url, 200, 'OK')
    } else if (method === 'Page.navigatedWithinDocument') {
      this.#frame = this.#newFrame(outside(params.url))
      this.emit('did-navigate-in-page', {}, this.#frame.url, true)
    } else if (method === 'Page.domContentEventFired') this.emit('dom-ready', {})
    else if (method === 'Page.loadEventFired') {
      if (this.#frame.url === '' || this.#frame.url === 'about:blank') return
      this.emit('did-finish-load', {})
      this.#owner.painted()
    } else if (method === 'Inspector.targetCrashed') {
      const details = { reason: 'crashed', exitCode: 1 }
      this.emit('render-process-gone', {}, details)
      app.emit('render-process-gone', {}, this, details)
    }
  }

  async #told(message: Told): Promise<void> {
    if (message.kind === 'invoke') return this.#invoked(message)
    if (message.kind === 'send') {
      const args = codec.unpack(message.args) as unknown[]
      this.ipc.emit(message.channel, this.#event(), ...args)
      ipcMain.emit(message.channel, this.#event(), ...args)
    } else if (message.kind === 'opens') this.#opens(message)
    else if (message.kind === 'titled') this.#owner.retitled(message.title)
    else if (message.kind === 'permission') {
      const url = this.#frame.url
      const granted = await this.session.permits(
        this as unknown as ElectronWebContents,
        message.permission as Permission,
        url,
      )
      ;(await this.opened).deliver({ kind: 'permitted', id: message.id, granted })
    } else if (message.kind === 'navigates') {
      if (mayNavigate(this, message.url, true)) throw new NotDoubled(`a page that goes to ${message.url}`)
    } else if (message.kind === 'preload-error') {
      this.emit('preload-error', {}, '', Object.assign(new Error(message.message), { stack: message.stack }))
    } else if (this.#ownKeys > 0) {
      this.#ownKeys--
      this.#owner.pressed(message)
    }
  }

  async #invoked({ id, channel, args }: Extract<Told, { kind: 'invoke' }>): Promise<void> {
    const page = await this.opened
    try {
      const handler = this.ipc.handlers.get(channel) ?? ipcMain.handlers.get(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      const value: unknown = await handler(this.#event() as never, ...(codec.unpack(args) as unknown[]))
      page.deliver({ kind: 'settle', id, ok: true, value: codec.pack(value) })
    } catch (cause) {
      // "Errors thrown through handle in the main process are not transparent": only the message crosses (api/ipc-main).
      page.deliver({
        kind: 'settle',
        id,
        ok: false,
        value: `Error invoking remote method '${channel}': ${String(cause)}`,
      })
    }
  }

  /** "senderFrame … May be null if accessed after the frame has either navigated or been destroyed" (api/structures/ipc-main-event). */
  #event(): object {
    const frame = this.#frame
    return refusing('IpcMainEvent', {
      type: 'frame',
      sender: this,
      processId: frame.processId,
      frameId: frame.routingId,
      ports: [],
      get senderFrame() {
        return frame.isDestroyed() ? null : frame
      },
      reply: (channel: string, ...args: unknown[]) => this.send(channel, ...args),
    })
  }

  /** Whether the app itself goes to an address: it is asked for once. */
  #goesByItself(url: string): boolean {
    const given = this.#expected === url
    if (given) this.#expected = undefined
    return given
  }

  #newFrame(url: string): Frame {
    return mainFrame(url, (frame) => frame === this.#frame && !this.isDestroyed())
  }
}

export const webContents = refusing('webContents', {
  fromDevToolsTargetId: (targetId: string) => [...WebContents.all].find((contents) => contents.targetId === targetId),
  fromId: (id: number) => [...WebContents.all].find((contents) => contents.id === id),
  getAllWebContents: () => [...WebContents.all],
})
