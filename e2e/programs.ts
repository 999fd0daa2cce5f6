// The built programs, started as a person or a script starts them.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export const root = resolve(import.meta.dirname, '..')
const bundled = resolve(root, 'node_modules/.bin/node')
/** Node of the version the project runs on, whichever runs the specs. */
export const node = existsSync(bundled) ? bundled : process.execPath

/** Electron's binary, or what stands in its place. */
export const electron = (): string => createRequire(import.meta.url)('electron') as string

export type Environment = Record<string, string>

/** The environment of a program under test: only what it needs, and folders of its own instead of the person's. */
export function environment(more: Environment): Environment {
  const kept = [
    'PATH',
    'LANG',
    'CHROMIUM_PATH',
    'DISPLAY',
    'ELECTRON_OVERRIDE_DIST_PATH',
    'ELECTRON_DOUBLE_HEADED',
    'TMPDIR',
  ]
  const inherited = kept.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]] as const],
  )
  return { ...Object.fromEntries(inherited), ...more }
}

/**
 * Starts the built app and waits for its first window; what follows the app's folder on the command line is given in
 * `args`. `watch` is given every window from its first document on. Rejects with what the app wrote to standard error and to its log when it ends before.
 */
export async function launchApp(
  env: Environment,
  args: readonly string[],
  watch: (window: Page) => void,
): Promise<{ app: ElectronApplication; window: Page }> {
  const app = await _electron.launch({ args: [root, ...args], cwd: root, env, timeout: 30_000, colorScheme: null })
  for (const window of app.windows()) watch(window)
  app.on('window', watch)
  let complaints = ''
  app.process().stderr?.on('data', (data: Buffer) => (complaints += String(data)))
  try {
    return { app, window: await app.firstWindow() }
  } catch (cause) {
    const log = resolve(env['XDG_CONFIG_HOME'] ?? '', 'Writethru/logs/writethru.log')
    const logged = existsSync(log) ? readFileSync(log, 'utf8') : ''
    throw new Error(`the app showed no window.\n${complaints}\n${logged}`, { cause })
  }
}

export interface Ran {
  code: number
  out: string
  err: string
}

/** Runs the command line to its end. */
export function runCli(args: readonly string[], env: Environment, input?: string): Promise<Ran> {
  return new Promise((done) => {
    const command = [resolve(root, 'out/main/cli.js'), ...args]
    const child = execFile(
      node,
      ['--disable-warning=ExperimentalWarning', ...command],
      { env, cwd: root, maxBuffer: 1 << 28 },
      (fault, out, err) => done({ code: fault ? Number(fault.code ?? 1) : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

/** The local page's host while it serves. */
export class Loopback {
  readonly process: ChildProcess
  /** With the key, as printed. */
  readonly address: string
  readonly #exited: Promise<number | string>

  private constructor(child: ChildProcess, address: string, exited: Promise<number | string>) {
    this.process = child
    this.address = address
    this.#exited = exited
  }

  /** Resolves once the address was printed; rejects with what was written to standard error when the host ends before. */
  static async start(env: Environment, args: readonly string[] = []): Promise<Loopback> {
    const child = spawn(
      node,
      ['--disable-warning=ExperimentalWarning', resolve(root, 'out/main/loopback.js'), ...args],
      {
        env,
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let complaints = ''
    child.stderr.on('data', (data: Buffer) => (complaints += String(data)))
    const exited = new Promise<number | string>((done) => child.once('close', (code, signal) => done(code ?? signal!)))
    const printed = new Promise<string>((found) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const address = /^Writethru: (http:\S+)$/.exec(line)?.[1]
        if (address !== undefined) found(address)
      })
    })
    const early = exited.then((code) =>
      Promise.reject(new Error(`the host ended (${code}) before it served: ${complaints}`)),
    )
    return new Loopback(child, await Promise.race([printed, early]), exited)
  }

  get origin(): string {
    return new URL(this.address).origin
  }
  get port(): number {
    return Number(new URL(this.address).port)
  }
  /** Asks it to end, and answers how it did. */
  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | string> {
    this.process.kill(signal)
    return this.#exited
  }
}
