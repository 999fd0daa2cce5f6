import type { Assessment, EarlierRevision } from '@core/analysis'
import type { Annotation, Decision } from '@core/annotations'
import { plainText, storyTextOf, type Manuscript } from '@core/manuscript'
import type { Policy } from '@core/policy'
import type { Source } from '@core/record'
import { assessBeside } from './analyst'

/** What is assessed: the live draft with everything beside it. */
export interface Assessed {
  manuscript: Manuscript
  annotations: readonly Annotation[]
  decisions: readonly Decision[]
  sources: readonly Source[]
  /** Looked back on, oldest first. */
  revisions: readonly EarlierRevision[]
  policy: Policy
}

/** An assessment with the manuscript it was made of; its offsets are into that manuscript's plain text. */
export interface Known {
  assessment: Assessment
  of: Manuscript
  /** The decisions it knew of. */
  decisions: readonly Decision[]
  /** The sources it held the story against. */
  sources: readonly Source[]
}

// Long enough that a burst of typing is one question, and the longest that the desk may lag behind one who never rests:
// every answer takes a processor from the keys for a moment, and nobody reads the margin while the hands run.
const pause = 250
const longest = 2000

/** Assesses what is given, beside the page: one question at a time, the newest next. */
export class Assessor {
  #next: Assessed | undefined
  #busy = false
  /** When the oldest change that was not looked at yet was made. */
  #since: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #story: string
  readonly #assess: typeof assessBeside
  readonly #onKnown: (known: Known) => void
  readonly #onFailed: (message: string) => void

  constructor(
    story: string,
    onKnown: (known: Known) => void,
    onFailed: (message: string) => void,
    assess: typeof assessBeside = assessBeside,
  ) {
    this.#story = story
    this.#assess = assess
    this.#onKnown = onKnown
    this.#onFailed = onFailed
  }

  look(assessed: Assessed): void {
    this.#next = assessed
    clearTimeout(this.#timer)
    const now = performance.now()
    this.#since ??= now
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined
        void this.#work()
      },
      Math.max(0, Math.min(pause, this.#since + longest - now)),
    )
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    this.#next = undefined
  }

  async #work(): Promise<void> {
    if (this.#busy || !this.#next) return
    const { manuscript, annotations, decisions, sources, revisions, policy } = this.#next
    this.#next = undefined
    this.#since = undefined
    this.#busy = true
    try {
      const assessment = await this.#assess(this.#story, {
        story: storyTextOf(plainText(manuscript)),
        annotations,
        decisions,
        sources,
        revisions,
        policy,
        now: new Date().toISOString(),
      })
      this.#onKnown({ assessment, of: manuscript, decisions, sources })
    } catch (cause) {
      this.#onFailed(cause instanceof Error ? cause.message : String(cause))
    } finally {
      this.#busy = false
      // What came meanwhile is waited for like anything else, unless its time was up.
      if (this.#timer === undefined) void this.#work()
    }
  }
}
