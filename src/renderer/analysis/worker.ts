import { assess } from '@core/analysis'
import { compare } from '@core/comparison'
import { parseManuscript } from '@core/manuscript'
import type { Answer, Question } from './messages'

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { data: Question }) => void): void
  postMessage(answer: Answer): void
}

function answer(question: Question): Answer {
  const { id } = question
  try {
    if (question.kind === 'assess') return { kind: 'assess', id, assessment: assess(question.input) }
    return { kind: 'compare', id, comparison: compare(parseManuscript(question.old), parseManuscript(question.new)) }
  } catch (cause) {
    return { kind: 'failed', id, message: cause instanceof Error ? cause.message : String(cause) }
  }
}

scope.addEventListener('message', ({ data }) => scope.postMessage(answer(data)))
