import { assessedSource, type Assessment, type AssessmentInput } from '@core/analysis'
import type { ComparisonLabels, MergeReading, Settled } from '@core/comparison'
import type { Source } from '@core/record'
import { betweenKeys } from '../between-keys'
import { startWorker } from '../trusted-worker'
import type { Answer, Compared, Question, Version } from './messages'
import workerAddress from './worker.ts?worker&url'

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never
type AnswerTo<Kind extends Asked['kind']> = Extract<Answer, { kind: Kind }>

/** A worker beside the page, started when first asked and again after it failed. */
class Beside {
  readonly #name: string
  readonly #waiting = new Map<number, { settle: (answer: Answer) => void; fail: (cause: Error) => void }>()
  #worker: Worker | undefined
  #last = 0

  constructor(name: string) {
    this.#name = name
  }

  #start(): Worker {
    const started = startWorker(workerAddress, this.#name)
    started.addEventListener('message', (event: MessageEvent<Answer>) =>
      // An answer is read when it is looked at, and a long one takes longer than a key may.
      betweenKeys(() => {
        const { data } = event
        this.#waiting.get(data.id)?.settle(data)
        this.#waiting.delete(data.id)
      }),
    )
    started.addEventListener('error', (event) => {
      for (const { fail } of this.#waiting.values()) fail(new Error(`The ${this.#name} stopped: ${event.message}`))
      this.#waiting.clear()
      this.#worker = undefined
    })
    return started
  }

  /** Rejects with a sentence when the engine failed. */
  async ask<Q extends Asked>(question: Q): Promise<AnswerTo<Q['kind']>> {
    this.#worker ??= this.#start()
    const id = ++this.#last
    const answer = await new Promise<Answer>((settle, fail) => {
      this.#waiting.set(id, { settle, fail })
      this.#worker!.postMessage({ ...question, id })
    })
    if (answer.kind === question.kind) return answer as AnswerTo<Q['kind']>
    throw new Error(answer.kind === 'failed' ? answer.message : `The ${this.#name} answered something else`)
  }
}

// Two of them, so that a comparison one waits for does not wait for the analysis of a long story.
const analysis = new Beside('analysis')
const comparison = new Beside('comparison')

/** Assesses a story beside the page; `story` is its id, under which what was read of it is kept. */
export async function assessBeside(
  story: string,
  { sources, revisions = [], ...input }: Omit<AssessmentInput, 'sources'> & { sources: readonly Source[] },
): Promise<Assessment> {
  const key = JSON.stringify([
    sources.map(({ text: _text, ...fields }) => fields),
    revisions.map(({ number, at }) => [number, at]),
  ])
  const known = await analysis.ask({ kind: 'assess', story, background: { key }, input })
  if (known.assessment) return known.assessment
  const given = { sources: sources.map(assessedSource), revisions }
  const { assessment } = await analysis.ask({ kind: 'assess', story, background: { key, given }, input })
  if (!assessment) throw new Error('The analysis did not take the sources')
  return assessment
}

/** Compares two versions beside the page. */
export async function compareBeside(old: Version, now: Version): Promise<Compared> {
  return (await comparison.ask({ kind: 'compare', old, new: now })).compared
}

/** The steps, as JSON, that take changes of two versions compared before into the draft, which is one of them. */
export async function takeBeside(
  old: string,
  now: string,
  changes: readonly string[],
  draft: 'old' | 'new',
): Promise<unknown[]> {
  return (await comparison.ask({ kind: 'take', old, new: now, changes, draft })).steps
}

/** Merges two people's revisions of one version beside the page. */
export async function mergeBeside(
  base: Version,
  ours: Version,
  theirs: Version,
  settled: readonly Settled[],
): Promise<MergeReading> {
  return (await comparison.ask({ kind: 'merge', base, ours, theirs, settled })).reading
}

/** Two versions compared before as an HTML page that stands alone. */
export async function writeBeside(old: string, now: string, labels: ComparisonLabels): Promise<string> {
  return (await comparison.ask({ kind: 'write', old, new: now, labels })).html
}
