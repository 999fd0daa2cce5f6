import type { ImportOutcome } from '@contract/index'

/**
 * Files that the system handed over (on the command line, by a second start, dropped on the icon), imported one batch
 * after another and told to the page once there is one to hear it.
 */
export class Opening {
  readonly #bringIn: (paths: readonly string[]) => Promise<ImportOutcome[]>
  readonly #tell: (outcomes: ImportOutcome[]) => void
  #untold: ImportOutcome[] = []
  #pageHears = false
  #turn: Promise<void> = Promise.resolve()

  constructor(
    bringIn: (paths: readonly string[]) => Promise<ImportOutcome[]>,
    tell: (outcomes: ImportOutcome[]) => void,
  ) {
    this.#bringIn = bringIn
    this.#tell = tell
  }

  /** Brings files in; resolves once they are stories or refused. */
  open(paths: readonly string[]): Promise<void> {
    if (paths.length === 0) return this.#turn
    this.#turn = this.#turn.then(async () => {
      this.#untold.push(...(await this.#bringIn(paths)))
      this.#tellWhatIsUntold()
    })
    return this.#turn
  }

  /** The page listens from now on. */
  pageListens(): void {
    this.#pageHears = true
    this.#tellWhatIsUntold()
  }

  /** The page is loaded anew, or gone. */
  pageIsGone(): void {
    this.#pageHears = false
  }

  #tellWhatIsUntold() {
    if (!this.#pageHears || this.#untold.length === 0) return
    this.#tell(this.#untold)
    this.#untold = []
  }
}
