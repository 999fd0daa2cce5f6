import type { Farewell } from '../services/host'

/** Asks the page for what it still holds. One question at a time: whoever asks meanwhile hears the same answer. */
export class PageFarewell {
  readonly #ask: () => void
  readonly #limit: number
  #running: { promise: Promise<Farewell>; resolve: (farewell: Farewell) => void } | undefined

  /** `ask` tells the page; `limit` is in milliseconds. */
  constructor(ask: () => void, limit: number) {
    this.#ask = ask
    this.#limit = limit
  }

  /** Resolves 'flushed' once the page has sent everything, or 'late' when the time is over. */
  say(): Promise<Farewell> {
    if (this.#running) return this.#running.promise
    const running = (this.#running = Promise.withResolvers<Farewell>())
    const timer = setTimeout(() => running.resolve('late'), this.#limit)
    this.#ask()
    return running.promise.finally(() => {
      clearTimeout(timer)
      this.#running = undefined
    })
  }

  /** The page has sent everything, or is gone. */
  heard(): void {
    this.#running?.resolve('flushed')
  }
}
