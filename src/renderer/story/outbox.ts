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
  readonly #inGap: (send: () => void) => void
  /** Sends at once what waits for a gap. */
  #hurry: (() => void) | undefined
  #working = false
  #failures = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #waiting: { done: () => void; failed: (cause: Error) => void }[] = []
  state: SaveState = { kind: 'saved' }

  /** `inGap` runs a sending when it stands in no key's way. */
  constructor(
    next: () => Parcel | undefined,
    told: (state: SaveState) => void,
    inGap: (send: () => void) => void = (send) => send(),
  ) {
    this.#next = next
    this.#told = told
    this.#inGap = inGap
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
      this.#hurry?.()
      this.retry()
    })
  }

  async #work(): Promise<void> {
    this.#working = true
    try {
      while (this.#next()) {
        if (this.state.kind === 'saved') this.#tell({ kind: 'saving' })
        await this.#gap()
        await this.#next()?.()
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

  /** Until nothing is in the way of a key, or somebody waits for everything to be committed. */
  async #gap(): Promise<void> {
    if (this.#waiting.length > 0) return
    await new Promise<void>((go) => {
      this.#hurry = go
      this.#inGap(go)
    })
    this.#hurry = undefined
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
