import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { Emitter } from './refuse.ts'
import { chromium, unlessGone } from './runtime.ts'

type State = 'normal' | 'maximized' | 'minimized' | 'fullscreen'

// The one screen of `system.ts`.
const screen: Rectangle = { x: 0, y: 0, width: 1920, height: 1080 }

/** Where a window stands and how large it is; its page is told through Chromium (api/browser-window). */
export abstract class PlacedWindow extends Emitter {
  #state: State = 'normal'
  #normal: Rectangle
  #minimum: [number, number]

  constructor(options: BrowserWindowConstructorOptions) {
    super()
    this.#minimum = [options.minWidth ?? 0, options.minHeight ?? 0]
    this.#normal = {
      x: options.x ?? 0,
      y: options.y ?? 0,
      width: Math.max(options.width ?? 800, this.#minimum[0]),
      height: Math.max(options.height ?? 600, this.#minimum[1]),
    }
  }

  protected abstract page(): Promise<{ targetId: string }>
  abstract showInactive(): void

  getBounds(): Rectangle {
    return this.#state === 'maximized' || this.#state === 'fullscreen' ? { ...screen } : { ...this.#normal }
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
  /** "This will also show (but not focus) the window if it isn't being displayed already." */
  maximize(): void {
    this.showInactive()
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
    void this.page()
      .then(async ({ targetId }) => {
        const { windowId } = await chromium().send('Browser.getWindowForTarget', { targetId })
        await chromium().send('Browser.setWindowBounds', { windowId, bounds: { windowState } })
        if (left === undefined || top === undefined || width === undefined || height === undefined) return
        await chromium().send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } })
      })
      .catch(unlessGone)
  }
}
