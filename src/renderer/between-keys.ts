// Somebody types while the last key is not older than this, ms.
const resting = 300
// A gap without a key that is longer than this, ms, is one to work in: fast typists strike every 80 to 120.
const gap = 150
// What was painted just now leaves the whole gap to work in, ms.
const justNow = 8

/** The time, and what can be done later in it. */
export interface Clock {
  /** Milliseconds that only grow. */
  now: () => number
  /** Runs once after so many milliseconds, unless the returned function is called. */
  after: (ms: number, run: () => void) => () => void
  /** Runs once the next frame is painted. */
  painted: (run: () => void) => void
}

/** Holds work until a gap between two keys. */
export class KeyGaps {
  readonly #clock: Clock
  readonly #waiting = new Set<() => void>()
  #struckAt = -Infinity
  #paintedAt = -Infinity
  #frame: 'awaited' | undefined
  #stop: (() => void) | undefined

  constructor(clock: Clock) {
    this.#clock = clock
  }

  /** A key was struck. */
  key(): void {
    this.#struckAt = this.#clock.now()
    if (this.#waiting.size > 0) this.#await()
    if (this.#frame) return
    this.#frame = 'awaited'
    this.#clock.painted(() => {
      this.#frame = undefined
      this.#paintedAt = this.#clock.now()
      if (this.#waiting.size > 0) this.#run()
    })
  }

  /** Runs a piece of work, once, in the next gap. */
  put(work: () => void): void {
    this.#waiting.add(work)
    if (!this.#stop) this.#await()
  }

  #await(): void {
    const now = this.#clock.now()
    const typing = now - this.#struckAt < resting
    const free = !this.#frame && now - this.#paintedAt < justNow
    this.#stop?.()
    this.#stop = this.#clock.after(typing && !free ? Math.max(0, this.#struckAt + gap - now) : 0, () => this.#run())
  }

  #run(): void {
    this.#stop?.()
    this.#stop = undefined
    const works = [...this.#waiting]
    this.#waiting.clear()
    for (const work of works) work()
  }
}

function pageClock(): Clock {
  let run: (() => void) | undefined
  const channel = new MessageChannel()
  channel.port1.addEventListener('message', () => run?.())
  channel.port1.start()
  return {
    now: () => performance.now(),
    after: (ms, then) => {
      const timer = setTimeout(then, ms)
      return () => clearTimeout(timer)
    },
    painted: (then) => {
      run = then
      // A message posted in a frame comes after its paint.
      requestAnimationFrame(() => channel.port2.postMessage(0))
    },
  }
}

let ofPage: KeyGaps | undefined

function gaps(): KeyGaps {
  if (ofPage) return ofPage
  const made = new KeyGaps(pageClock())
  addEventListener('keydown', () => made.key(), { capture: true })
  ofPage = made
  return made
}

/**
 * Does work that may wait, each piece once, so that it stands in no key's way: at once while nobody types, else right
 * after a key is painted, when the whole gap to the next is free, or as soon as the typing pauses. Never later than a
 * sixth of a second after the last key, also in a window that is not seen.
 */
export const betweenKeys = (work: () => void): void => gaps().put(work)
