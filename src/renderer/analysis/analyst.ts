import type { Assessment, AssessmentInput } from '@core/analysis'
import type { Comparison } from '@core/comparison'
import type { Manuscript } from '@core/manuscript'
import { startWorker } from '../trusted-worker'
import type { Answer, Question } from './messages'
import workerAddress from './worker.ts?worker&url'

type Asked = Question extends infer Q ? (Q extends Question ? Omit<Q, 'id'> : never) : never

const waiting = new Map<number, { settle: (answer: Answer) => void; fail: (cause: Error) => void }>()
let worker: Worker | undefined
let last = 0

function start(): Worker {
  const started = startWorker(workerAddress, 'analysis')
  started.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    waiting.get(data.id)?.settle(data)
    waiting.delete(data.id)
  })
  started.addEventListener('error', (event) => {
    for (const { fail } of waiting.values()) fail(new Error(`The analysis stopped: ${event.message}`))
    waiting.clear()
    worker = undefined
  })
  return started
}

function ask(question: Asked): Promise<Answer> {
  worker ??= start()
  const id = ++last
  return new Promise((settle, fail) => {
    waiting.set(id, { settle, fail })
    worker!.postMessage({ ...question, id })
  })
}

/** Assesses a story beside the page. Rejects with a sentence when the engine failed. */
export async function assessBeside(input: AssessmentInput): Promise<Assessment> {
  const answer = await ask({ kind: 'assess', input })
  if (answer.kind === 'assess') return answer.assessment
  throw new Error(answer.kind === 'failed' ? answer.message : 'The analysis answered something else')
}

/** Compares two manuscripts beside the page. */
export async function compareBeside(old: Manuscript, now: Manuscript): Promise<Comparison> {
  const answer = await ask({ kind: 'compare', old: old.toJSON(), new: now.toJSON() })
  if (answer.kind === 'compare') return answer.comparison
  throw new Error(answer.kind === 'failed' ? answer.message : 'The analysis answered something else')
}
