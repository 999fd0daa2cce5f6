import { fork, type ChildProcess } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { ForkOptions } from 'electron'
import { app } from './app.ts'
import { Emitter, onlyKnown } from './refuse.ts'
import { runtime } from './runtime.ts'

// As Node has it: `fuses.ts` may take it from the app.
const startNode = fork

/** A Node process beside the app (api/utility-process), which finds `process.parentPort` as in Electron. */
export class UtilityProcess extends Emitter {
  static override emits = new Set(['spawn', 'message', 'exit', 'error'])
  readonly #child: ChildProcess
  readonly #name: string

  constructor(modulePath: string, args: string[], options: ForkOptions) {
    super()
    onlyKnown('utilityProcess.fork', options, [
      'env',
      'execArgv',
      'cwd',
      'stdio',
      'serviceName',
      'allowLoadingUnsignedLibraries',
      'respondToAuthRequestsFromMainProcess',
    ])
    this.#name = options.serviceName ?? 'Node Utility Process'
    const stdio = options.stdio ?? 'inherit'
    const [, output, errors] = typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio
    this.#child = startNode(modulePath, args, {
      execPath: runtime.setup.nodePath,
      env: { ...((options.env ?? process.env) as NodeJS.ProcessEnv) },
      execArgv: [...(options.execArgv ?? []), '--import', new URL('./utility-child.ts', import.meta.url).href],
      serialization: 'advanced',
      stdio: ['ignore', output as 'pipe', errors as 'pipe', 'ipc'],
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    })
    this.#child.once('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code, signal) => this.#ended(code, signal))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }
  get stdout(): Readable | null {
    return this.#child.stdout
  }
  get stderr(): Readable | null {
    return this.#child.stderr
  }
  /** "Send a message to the child process, optionally transferring ownership of zero or more MessagePortMain objects." */
  postMessage(message: unknown, transfer: unknown[] = []): void {
    if (transfer.length > 0) throw new TypeError('electron double: message ports are not imitated')
    if (this.#child.connected) this.#child.send(structuredClone(message) as never)
  }
  /** "Terminates the process gracefully. On POSIX, it uses SIGTERM"; false when it had ended. */
  kill(): boolean {
    return this.#child.kill('SIGTERM')
  }

  #ended(code: number | null, signal: string | null) {
    this.emit('exit', code ?? 1)
    if (signal === null && code === 0) return
    // "killed - Process was sent a SIGTERM or otherwise killed externally" (api/app#event-child-process-gone).
    const reason = signal === null ? 'abnormal-exit' : /^SIG(?:TERM|KILL)$/.test(signal) ? 'killed' : 'crashed'
    app.emit(
      'child-process-gone',
      {},
      { type: 'Utility', reason, exitCode: code ?? 1, name: this.#name, serviceName: this.#name },
    )
  }
}

export const utilityProcess = {
  /** "utilityProcess can only be used after the app ready event has been emitted." */
  fork(modulePath: string, args: string[] | ForkOptions = [], options: ForkOptions = {}): UtilityProcess {
    if (!runtime.ready) throw new Error('utilityProcess cannot be created before app is ready.')
    return Array.isArray(args)
      ? new UtilityProcess(modulePath, args, options)
      : new UtilityProcess(modulePath, [], args)
  },
}
