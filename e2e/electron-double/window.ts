import { existsSync } from 'node:fs'
import type { BrowserWindowConstructorOptions } from 'electron'
import { app } from './app.ts'
import { WebContents } from './contents.ts'
import { onlyKnown, permitted } from './refuse.ts'
import { PlacedWindow } from './window-place.ts'
import { checkPreferences } from './web-preferences.ts'
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
/** A window (api/browser-window), with the life and the sizes of a real one and nothing of its frame. */
export class BrowserWindow extends PlacedWindow implements AppWindow {
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

  constructor(options: BrowserWindowConstructorOptions = {}) {
    if (!runtime.ready) throw new Error('Cannot create BrowserWindow before app is ready')
    onlyKnown('BrowserWindow', options, [...honoured, ...drawn])
    checkPreferences(options.webPreferences ?? {})
    if (typeof options.icon === 'string' && !existsSync(options.icon)) throw new Error(`no icon at ${options.icon}`)
    super(options)
    this.#title = options.title ?? app.name
    this.#visible = options.show !== false
    BrowserWindow.all.add(this)
    runtime.windows.add(this)
    this.webContents = new WebContents(this, { ...options, ...this.getNormalBounds() })
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
    this.showInactive()
    this.focus()
  }
  showInactive(): void {
    if (this.#visible) return
    this.#visible = true
    this.emit('show', {})
  }
  hide(): void {
    if (!this.#visible) return
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
    return this.#visible && !this.isMinimized()
  }
  painted(): void {
    if (this.#painted) return
    this.#painted = true
    this.emit('ready-to-show', {})
  }
  pressed(key: Extract<Told, { kind: 'key' }>): void {
    BrowserWindow.onKey(key, this)
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

  protected override page(): Promise<{ targetId: string }> {
    return this.webContents.opened
  }

  #closeTarget(): void {
    void this.webContents.opened
      .then(({ targetId }) => chromium().send('Target.closeTarget', { targetId }))
      .catch(unlessGone)
  }
}
