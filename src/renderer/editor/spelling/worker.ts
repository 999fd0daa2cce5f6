import nspell from 'nspell'
import type { SpellingAnswer, SpellingQuestion } from './messages'

const scope = globalThis as unknown as {
  addEventListener(type: 'message', listener: (event: { data: SpellingQuestion }) => void): void
  postMessage(answer: SpellingAnswer): void
}

let speller: ReturnType<typeof nspell> | undefined

// A word so long is no word; the engine's suggestions would take seconds over it.
const longestSuggested = 32
const mostSuggested = 5

async function read(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`The dictionary ${address} could not be read`)
  return response.text()
}

async function answer(question: SpellingQuestion): Promise<SpellingAnswer> {
  const { id } = question
  switch (question.kind) {
    case 'open': {
      const [aff, dic, extra] = await Promise.all([
        read(question.aff),
        read(question.dic),
        question.extra ? read(question.extra) : '',
      ])
      const opened = nspell({ aff, dic })
      for (const line of extra.split('\n')) {
        const word = line.trim()
        if (word && !word.startsWith('#')) opened.add(word)
      }
      speller = opened
      return { kind: 'opened', id }
    }
    case 'check':
      return { kind: 'checked', id, wrong: speller ? question.words.filter((word) => !speller!.correct(word)) : [] }
    case 'suggest': {
      const suggestions = question.word.length <= longestSuggested ? (speller?.suggest(question.word) ?? []) : []
      return { kind: 'suggested', id, suggestions: suggestions.slice(0, mostSuggested) }
    }
  }
}

scope.addEventListener('message', ({ data }) => {
  answer(data).then(
    (reply) => scope.postMessage(reply),
    (cause: unknown) =>
      scope.postMessage({
        kind: 'failed',
        id: data.id,
        message: cause instanceof Error ? cause.message : String(cause),
      }),
  )
})
