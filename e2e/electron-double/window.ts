import { existsSync } from 'node:fs'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import { Emitter, NotDoubled, onlyKnown, permitted } from './refuse.ts'
import { chromium, runtime, unlessGone, type AppWindow } from './runtime.ts'
import type { Told } from './page.ts'

// Options that are honoured, and those that only the system's window manager would show.
const honoured = [
  'width',
  'height',
  'x',
  'y',
  'show',
  'title',
  'webPreferences',
  'minWidth',
  'minHeight',
  'maxWidth',
  'maxHeight',
]
const drawn = [
  'backgroundColor',
  'autoHideMenuBar',
  'icon',
  'titleBarStyle',
  'titleBarOverlay',
  'trafficLightPosition',
  'center',
  'paintWhenInitiallyHidden',
  'darkTheme',
  'useContentSize',
]
const preferences = [
  'preload',
  'sandbox',
  'contextIsolation',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'webviewTag',
  'navigateOnDragDrop',
  'spellcheck',
  'devTools',
  'safeDialogs',
  'disableDialogs',
  'autoplayPolicy',
  'v8CacheOptions',
  'backgroundThrottling',
  'enableWebSQL',
  'webgl',
  'plugins',
  'images',
  'textAreasAreResizable',
]

/** Only what the security page asks for can be opened (tutorial/security). */
function checkPreferences(given: NonNullable<BrowserWindowConstructorOptions['webPreferences']>): void {
  onlyKnown('webPreferences', given, preferences)
  const unsafe = [
    given.contextIsolation === false && 'contextIsolation: false',
    given.sandbox === false && 'sandbox: false',
    given.nodeIntegration && 'nodeIntegration',
    given.nodeIntegrationInWorker && 'nodeIntegrationInWorker',
    given.nodeIntegrationInSubFrames && 'nodeIntegrationInSubFrames',
    given.webSecurity === false && 'webSecurity: false',
    given.allowRunningInsecureContent && 'allowRunningInsecureContent',
    given.experimentalFeatures && 'experimentalFeatures',
    given.enableBlinkFeatures && 'enableBlinkFeatures',
    given.webviewTag && 'webviewTag',
  ].find(Boolean)
  if (unsafe) throw new NotDoubled(`a page with ${unsafe}`)
}

type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

/** A window (api/browser-window), with the life and the sizes of a real one and nothing of its frame. */
export class BrowserWindow extends Emitter implements AppWindow {
  static override emits = new Set([
    'close',
    'closed',
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'resize',
    'resized',
    'move',
    'moved',
    'maximize',
    'unmaximize',
    'minimize',
    'restore',
    'enter-full-screen',
    'leave-full-screen',
    'page-title-updated',
    'unresponsive',
    'responsive',
  ])
  private static count = 0
  private static readonly all = new Set<BrowserWindow>()
  private static focused: BrowserWindow | undefined
  /** Hears keys that the page left alone; the menu listens. */
  static onKey: (key: Extract<Told, { kind: 'key' }>, window: BrowserWindow) => void = () => undefined

  readonly id = ++BrowserWindow.count
  readonly webContents: WebContents
  #title: string
  #destroyed = false
  #visible: boolean
  #painted = false
  #state: State = 'normal'
  #normal: Rectangle
  #minimum: [number, number]

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super()
    if (!runtime.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    onlyKnown('BrowserWindow', options, [...honoured, ...drawn])
    checkPreferences(options.webPreferences ?? {})
    if (typeof options.icon === 'string' && !existsSync(options.icon)) throw new Error(`no icon at ${options.icon}`)
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#normal = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: Math.max(options.width ?? 800, this.#minimum[0]),
      height: Math.max(options.height ?? 600, this.#minimum[1]),
    }
    this.#title = options.title ?? app.name
    this.#visible = options.show !== false
    BrowserWindow.all.add(this)
    runtime.windows.add(this)
    this.webContents = new WebContents(this, { ...options, ...this.#normal })
    // A window that was destroyed before its page came up has none.
    void this.webContents.opened.then(({ targetId }) => {
      runtime.targets.set(targetId, this)
      if (this.#destroyed) this.#closeTarget()
    })
    app.emit('browser-window-created', {}, this)
    if (this.#visible) this.focus()
  }

  static getAllWindows(): BrowserWindow[] {
    return [...BrowserWindow.all]
  }
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.focused ?? null
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return [...BrowserWindow.all].find((window) => window.webContents === contents) ?? null
  }
  static fromId(id: number): BrowserWindow | null {
    return [...BrowserWindow.all].find((window) => window.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  loadFile(path: string): Promise<void> {
    return this.webContents.loadFile(path)
  }

  // -- shown, focused

  show(): void {
    this.#visible = true
    this.emit('show', {})
    this.focus()
  }
  showInactive(): void {
    this.#visible = true
    this.emit('show', {})
  }
  hide(): void {
    this.#visible = false
    this.emit('hide', {})
    this.blur()
  }
  focus(): void {
    if (BrowserWindow.focused === this) return
    BrowserWindow.focused?.blur()
    BrowserWindow.focused = this
    this.emit('focus', {})
    app.emit('browser-window-focus', {}, this)
  }
  blur(): void {
    if (BrowserWindow.focused !== this) return
    BrowserWindow.focused = undefined
    this.emit('blur', {})
    app.emit('browser-window-blur', {}, this)
  }
  isFocused(): boolean {
    return BrowserWindow.focused === this
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized'
  }
  painted(): void {
    if (this.#painted) return
    this.#painted = true
    this.emit('ready-to-show', {})
  }
  pressed(key: Extract<Told, { kind: 'key' }>): void {
    BrowserWindow.onKey(key, this)
  }

  // -- place and size

  getBounds(): Rectangle {
    return this.#state === 'maximized' || this.#state === 'fullscreen'
      ? { x: 0, y: 0, width: 1920, height: 1080 }
      : { ...this.#normal }
  }
  /** "The position and size of the normal state", whatever the state is now. */
  getNormalBounds(): Rectangle {
    return { ...this.#normal }
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#normal
    this.#normal = { ...before, ...bounds }
    this.#normal.width = Math.max(this.#normal.width, this.#minimum[0])
    this.#normal.height = Math.max(this.#normal.height, this.#minimum[1])
    this.#place({ ...this.#normal })
    if (before.width !== this.#normal.width || before.height !== this.#normal.height) this.#say('resize', 'resized')
    if (before.x !== this.#normal.x || before.y !== this.#normal.y) this.#say('move', 'moved')
  }
  getSize(): number[] {
    return [this.getBounds().width, this.getBounds().height]
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getContentBounds(): Rectangle {
    return this.getBounds()
  }
  getMinimumSize(): number[] {
    return [...this.#minimum]
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height]
  }
  maximize(): void {
    this.#become('maximized', 'maximize')
  }
  unmaximize(): void {
    if (this.#state === 'maximized') this.#become('normal', 'unmaximize')
  }
  minimize(): void {
    this.#become('minimized', 'minimize')
  }
  restore(): void {
    if (this.#state === 'minimized') this.#become('normal', 'restore')
  }
  setFullScreen(on: boolean): void {
    this.#become(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen')
  }
  isMaximized(): boolean {
    return this.#state === 'maximized'
  }
  isMinimized(): boolean {
    return this.#state === 'minimized'
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen'
  }
  isNormal(): boolean {
    return this.#state === 'normal'
  }
  #become(state: State, event: string): void {
    if (this.#state === state) return
    this.#state = state
    this.#place(state === 'normal' ? { ...this.#normal } : { windowState: state })
    this.emit(event, {})
    this.emit('resize', {})
  }
  #say(...events: string[]): void {
    for (const event of events) this.emit(event, {})
  }
  /** The page is as large as the window says; Chromium takes bounds only in the normal state. */
  #place(bounds: { windowState?: State } & Partial<Rectangle>): void {
    const { x: left, y: top, width, height, windowState = 'normal' } = bounds
    void this.webContents.opened
      .then(async ({ targetId }) => {
        const { windowId } = await chromium().send('Browser.getWindowForTarget', { targetId })
        await chromium().send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
        if (left === undefined || top === undefined || width === undefined || height === undefined) return
        await chromium().send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
      })
      .catch(unlessGone)
  }

  // -- what the frame shows

  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  /** "Emitted when the document changed its title, calling event.preventDefault() will prevent the native window's title from changing." */
  retitled(title: string): void {
    if (this.#destroyed) return
    this.webContents.emit('page-title-updated', {}, title, true)
    if (permitted(this, 'page-title-updated', {}, title, true)) this.#title = title
  }
  setBackgroundColor(_color: string): void {}
  setProgressBar(progress: number): void {
    if (!Number.isFinite(progress)) throw new TypeError('setProgressBar takes a number')
  }
  setMenuBarVisibility(_visible: boolean): void {}
  setAutoHideMenuBar(_hide: boolean): void {}
  setDocumentEdited(_edited: boolean): void {}
  setRepresentedFilename(_name: string): void {}
  flashFrame(_flag: boolean): void {}

  // -- the end

  isDestroyed(): boolean {
    return this.#destroyed
  }
  close(): void {
    void this.shut()
  }
  /** "Force closing the window, the unload and beforeunload event won't be emitted …, and close event will also not be emitted." */
  destroy(): void {
    if (this.#destroyed) return
    this.#closeTarget()
    this.gone()
  }

  /** Closes if nothing objects; says whether it did. `close` comes before the page's own beforeunload (api/browser-window#event-close). */
  async shut(): Promise<boolean> {
    if (this.#destroyed) return true
    if (!permitted(this, 'close')) return false
    // Electron asks the page without a dialog; Chromium would show one and Playwright would accept it.
    const objected = await this.webContents
      .executeJavaScript(`{ const e = new Event('beforeunload', { cancelable: true }); !window.dispatchEvent(e) }`)
      .catch(() => false)
    if (objected && permitted(this.webContents, 'will-prevent-unload')) return false
    this.destroy()
    return true
  }

  gone(): void {
    if (this.#destroyed) return
    this.#destroyed = true
    this.blur()
    BrowserWindow.all.delete(this)
    WebContents.all.delete(this.webContents)
    runtime.windows.delete(this)
    this.webContents.emit('destroyed', {})
    this.emit('closed', {})
    // "If the user pressed Cmd + Q, or the developer called app.quit(), … window-all-closed will not be emitted."
    if (BrowserWindow.all.size > 0 || runtime.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  #closeTarget(): void {
    void this.webContents.opened
      .then(({ targetId }) => chromium().send('Target.closeTarget', { targetId }))
      .catch(unlessGone)
  }
}
