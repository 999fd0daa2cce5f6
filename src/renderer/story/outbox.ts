import { HostError } from '@contract/index'

/** Whether what is on the screen is on the disk. */
export type SaveState = { kind: 'saved' } | { kind: 'saving' } | { kind: 'failed'; message: string; since: number }

/** One thing to send; resolved once the host has committed it. */
export type Parcel = () => Promise<void>

// A disk that is full or a library that is held is asked again soon at first, then every half minute.
const waits = [1000, 2000, 5000, 10_000, 30_000]

/**
 * Sends what a story holds unsaved, one request at a time, for as long as there is something. `next` gives the parcel to
 * send now, or undefined when all is committed. A refusal keeps everything, is told, and is tried again.
 */
export class Outbox {
  readonly #next: () => Parcel | undefined
  readonly #told: (state: SaveState) => void
  #working = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: { done: () => void; failed: (cause: Error) => void }[] = []
  state: SaveState = { kind: 'saved' }

  constructor(next: () => Parcel | undefined, told: (state: SaveState) => void) {
    this.#next = next
    this.#told = told
  }

  /** There may be something to send. */
  poke(): void {
    if (this.#working || this.#timer !== undefined) return
    void this.#work()
  }

  /** Tries again at once what was refused. */
  retry(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.poke()
  }

  /** Resolves once everything held now is committed; rejects with the host's reason when it is refused. */
  flush(): Promise<void> {
    return new Promise((done, failed) => {
      this.#waiting.push({ done, failed })
      this.retry()
    })
  }

  async #work(): Promise<void> {
    this.#working = true
    try {
      for (let parcel = this.#next(); parcel; parcel = this.#next()) {
        if (this.state.kind === 'saved') this.#tell({ kind: 'saving' })
        await parcel()
        this.#failures = 0
      }
      if (this.state.kind !== 'saved') this.#tell({ kind: 'saved' })
      this.#settle(undefined)
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause)
      const since = this.state.kind === 'failed' ? this.state.since : Date.now()
      this.#tell({ kind: 'failed', message, since })
      this.#settle(cause instanceof HostError ? cause : new Error(message))
      const wait = waits[Math.min(this.#failures++, waits.length - 1)]!
      this.#timer = setTimeout(() => this.retry(), wait)
    } finally {
      this.#working = false
    }
    // Something came between the last look and now.
    if (this.#timer === undefined && (this.#waiting.length > 0 || this.#next())) this.poke()
  }

  #tell(state: SaveState) {
    this.state = state
    this.#told(state)
  }

  #settle(cause: Error | undefined) {
    const waiting = this.#waiting
    this.#waiting = []
    for (const { done, failed } of waiting) {
      if (cause) failed(cause)
      else done()
    }
  }
}
