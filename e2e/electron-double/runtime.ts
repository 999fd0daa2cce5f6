import type { Chromium, CdpEvent } from './chromium.ts'

/** What the command line and the app's package.json say. */
export interface Setup {
  /** Node itself; `process.execPath` names the double, as it names Electron. */
  nodePath: string
  /** The folder of the app's package.json. */
  root: string
  manifest: { name?: string; productName?: string; version?: string }
  /** Switches given to Electron that are Chromium's business. */
  switches: readonly string[]
  userDataDir?: string
}

/** A window as the life of the whole app sees it. */
export interface AppWindow {
  /** Closes if nothing objects; says whether it did. */
  shut(): Promise<boolean>
  /** Chromium says its page is gone. */
  gone(): void
}

/** What there is once in a running app; every other file keeps its own concern. */
export const runtime = {
  setup: undefined as unknown as Setup,
  /** Set from the moment the app gets ready. */
  chromium: undefined as Chromium | undefined,
  ready: false,
  quitting: false,
  windows: new Set<AppWindow>(),
  /** By the target id that Chromium gives a page. */
  targets: new Map<string, AppWindow>(),
  /** By CDP session: who hears what Chromium says about a page. */
  sessions: new Map<string, (event: CdpEvent) => Promise<void>>(),
}

/** Chromium, for what can only happen once the app is ready. */
export function chromium(): Chromium {
  if (!runtime.chromium) throw new Error('electron double: the app is not ready yet')
  return runtime.chromium
}

/** For promises whose failure means only that the page or the browser has gone meanwhile. */
export const unlessGone = () => undefined
