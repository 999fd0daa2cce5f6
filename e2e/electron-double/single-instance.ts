import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

/** What a second instance tells the first. */
export interface Call {
  argv: string[]
  workingDirectory: string
  additionalData: unknown
}

/**
 * One app a user data folder (api/app#apprequestsingleinstancelockadditionaldata): the first holds a link that names its
 * process, later ones leave a note in a folder that the first watches. Both are done before the call returns, so that an
 * app that exits at once is still heard.
 */
export class SingleInstance {
  held = false
  readonly #folder: () => string
  readonly #heard: (call: Call) => void

  constructor(folder: () => string, heard: (call: Call) => void) {
    this.#folder = folder
    this.#heard = heard
  }

  request(additionalData: unknown): boolean {
    if (this.held) return true
    if (this.#take()) {
      this.held = true
      process.on('exit', () => this.release())
      return true
    }
    // "Chromium may append additional arguments" and order may change: an app must not trust either.
    const argv = [process.argv[0]!, '--added-by-the-double', ...process.argv.slice(1)]
    const note = join(this.#notes(), randomUUID())
    writeFileSync(`${note}.part`, JSON.stringify({ argv, workingDirectory: process.cwd(), additionalData }))
    renameSync(`${note}.part`, `${note}.json`)
    return false
  }

  /** "This event is guaranteed to be emitted after the ready event": called then. */
  listen(): void {
    if (!this.held) return
    watch(this.#notes(), () => this.#read()).unref()
    this.#read()
  }

  release(): void {
    if (this.held) rmSync(this.#lock(), { force: true })
    this.held = false
  }

  #lock(): string {
    return join(this.#folder(), 'electron-double.lock')
  }

  #notes(): string {
    const folder = join(this.#folder(), 'electron-double-calls')
    mkdirSync(folder, { recursive: true })
    return folder
  }

  #take(): boolean {
    for (;;) {
      try {
        symlinkSync(String(process.pid), this.#lock())
        return true
      } catch {
        if (holderLives(this.#lock())) return false
        rmSync(this.#lock(), { force: true })
      }
    }
  }

  #read(): void {
    for (const name of readdirSync(this.#notes()).filter((note) => note.endsWith('.json'))) {
      const path = join(this.#notes(), name)
      const call = JSON.parse(readFileSync(path, 'utf8')) as Call
      rmSync(path)
      this.#heard(call)
    }
  }
}

function holderLives(lock: string): boolean {
  try {
    process.kill(Number(readlinkSync(lock)), 0)
    return true
  } catch {
    return false
  }
}
