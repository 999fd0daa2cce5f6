import { mkdirSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { App as ElectronApp, CommandLine } from 'electron'
import { Emitter, NotDoubled, permitted, refusing } from './refuse.ts'
import { runtime, unlessGone } from './runtime.ts'
import { SingleInstance } from './single-instance.ts'

type Doubled =
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getLocale'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'whenReady'
  | 'isReady'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'addRecentDocument'
  | 'focus'
  | 'quit'
  | 'exit'
  | 'isPackaged'
  | 'name'

// Chromium's own process is closed politely; one that hangs must not keep a spec waiting.
const farewellMilliseconds = 2000

/** The life of the app (api/app). */
export class App extends Emitter implements Pick<ElectronApp, Doubled> {
  static override emits = new Set([
    'will-finish-launching',
    'ready',
    'before-quit',
    'will-quit',
    'quit',
    'window-all-closed',
    'browser-window-created',
    'browser-window-focus',
    'browser-window-blur',
    'web-contents-created',
    'render-process-gone',
    'child-process-gone',
    'second-instance',
    // macOS says these; on other systems only a spec emits them.
    'activate',
    'open-file',
    'open-url',
  ])

  readonly isPackaged = false
  name = 'Electron'
  readonly commandLine = commandLine()
  readonly #paths: Record<string, string> = {}
  readonly #ready = Promise.withResolvers<void>()
  readonly #instance = new SingleInstance(
    () => this.getPath('userData'),
    (call) => this.emit('second-instance', {}, call.argv, call.workingDirectory, call.additionalData),
  )
  #exiting = false

  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return runtime.setup.manifest.version ?? '0.0.0'
  }
  getAppPath(): string {
    return runtime.setup.root
  }
  getLocale(): string {
    this.#onlyReady('getLocale')
    return 'en-US'
  }

  /** "Fetch a path by a name" (api/app#appgetpathname), the Linux ones. */
  getPath(name: string): string {
    const home = homedir()
    const known: Record<string, () => string> = {
      home: () => home,
      temp: tmpdir,
      appData: () => process.env['XDG_CONFIG_HOME'] ?? join(home, '.config'),
      userData: () => runtime.setup.userDataDir ?? join(this.getPath('appData'), this.name),
      sessionData: () => this.getPath('userData'),
      logs: () => join(this.getPath('userData'), 'logs'),
      crashDumps: () => join(this.getPath('userData'), 'Crashpad'),
      exe: () => process.execPath,
      desktop: () => join(home, 'Desktop'),
      documents: () => join(home, 'Documents'),
      downloads: () => join(home, 'Downloads'),
    }
    const path = this.#paths[name] ?? known[name]?.()
    if (path === undefined) throw new Error(`Failed to get '${name}' path`)
    if (name === 'userData' || name === 'logs') mkdirSync(path, { recursive: true })
    return path
  }
  /** "Overrides the path"; "If the path specifies a directory that does not exist, an Error is thrown" no more, but must be absolute. */
  setPath(name: string, path: string): void {
    if (!path.startsWith('/')) throw new Error('Path must be absolute')
    this.#paths[name] = path
  }

  /** "Calling app.setAppLogsPath() without a path parameter will result in this directory being set to …/logs inside userData on Linux." */
  setAppLogsPath(path: string = join(this.getPath('userData'), 'logs')): void {
    this.setPath('logs', path)
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }
  isReady(): boolean {
    return runtime.ready
  }
  /** Everything that waits for readiness goes on; called once Chromium runs. */
  becomeReady(): void {
    runtime.ready = true
    this.emit('will-finish-launching')
    this.#ready.resolve()
    this.emit('ready', {}, {})
    this.#instance.listen()
  }

  requestSingleInstanceLock(additionalData?: Record<any, any>): boolean {
    return this.#instance.request(additionalData)
  }
  hasSingleInstanceLock(): boolean {
    return this.#instance.held
  }
  releaseSingleInstanceLock(): void {
    this.#instance.release()
  }

  /** "This method can only be called before app is ready" (api/app#appenablesandbox). */
  enableSandbox(): void {
    if (runtime.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
  }
  // What the system shows outside any window is not seen here.
  setAppUserModelId(_id: string): void {}
  setAboutPanelOptions(_options: object): void {}
  addRecentDocument(_path: string): void {}
  focus(): void {}

  quit(): void {
    void this.#quit()
  }

  /**
   * "Try to close all windows. The before-quit event will be emitted first. If all windows are successfully closed, the
   * will-quit event will be emitted and by default the application will terminate … It is possible that a window cancels
   * the quitting by returning false in the beforeunload event handler" (api/app#appquit).
   */
  async #quit(): Promise<void> {
    if (runtime.quitting) return
    runtime.quitting = true
    const steps = [
      () => permitted(this, 'before-quit'),
      ...[...runtime.windows].map((window) => () => window.shut()),
      () => permitted(this, 'will-quit'),
    ]
    for (const step of steps) {
      if (await step()) continue
      runtime.quitting = false
      return
    }
    this.exit(0)
  }

  /** "All windows will be closed immediately without asking the user, and the before-quit and will-quit events will not be emitted." */
  exit(code = 0): void {
    if (this.#exiting) return
    this.#exiting = true
    runtime.quitting = true
    for (const window of runtime.windows) window.gone()
    this.emit('quit', {}, code)
    const done = () => process.exit(code)
    const { chromium } = runtime
    if (!chromium) return done()
    void chromium.send('Browser.close').catch(unlessGone)
    void chromium.exited.then(done)
    setTimeout(() => void chromium.kill(), farewellMilliseconds).unref()
  }

  #onlyReady(what: string) {
    if (!runtime.ready) throw new Error(`app.${what}() can only be called after app is ready`)
  }
}

/** Switches for Chromium (api/command-line); only those given before it starts reach it, as documented. */
function commandLine() {
  const given = new Map<string, string>()
  return refusing('app.commandLine', {
    appendSwitch(name: string, value = '') {
      if (runtime.ready) throw new NotDoubled(`a switch given too late: --${name}`)
      given.set(name, value)
    },
    hasSwitch: (name: string) => given.has(name) || runtime.setup.switches.some((s) => s.split('=')[0] === `--${name}`),
    getSwitchValue: (name: string) => given.get(name) ?? '',
    /** For Chromium. Features are left as Debian builds them. */
    toArguments: () =>
      [...given]
        .filter(([name]) => !/^(?:headless|(?:disable|enable)-features)$/.test(name))
        .map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`)),
  } satisfies Pick<CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'> & { toArguments(): string[] })
}

export const app = new App()
