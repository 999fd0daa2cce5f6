import type { Answer, Question } from './messages'
import { assessStory } from './assessors'
import { compareVersions, mergeVersions, takeChanges, writeVersions } from './versions'

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { data: Question }) => void): void
  postMessage(answer: Answer): void
}

function answer(question: Question): Answer {
  const { id, kind } = question
  try {
    switch (kind) {
      case 'assess':
        return { kind, id, ...assessStory(question) }
      case 'compare':
        return { kind, id, compared: compareVersions(question.old, question.new) }
      case 'take':
        return { kind, id, steps: takeChanges(question.old, question.new, question.changes, question.draft) }
      case 'merge':
        return { kind, id, reading: mergeVersions(question.base, question.ours, question.theirs, question.settled) }
      case 'write':
        return { kind, id, html: writeVersions(question.old, question.new, question.labels) }
    }
  } catch (cause) {
    return { kind: 'failed', id, message: cause instanceof Error ? cause.message : String(cause) }
  }
}

scope.addEventListener('message', ({ data }) => scope.postMessage(answer(data)))
