import { sentencesIn, tokenize } from '../language'
import type { ReleaseKind } from '../record'
import type { SourceText } from '../provenance'
import type { PublishedChange } from './changes'

/** A class for what changed, and why. */
export interface Proposal {
  kind: Extract<ReleaseKind, 'correction' | 'update'>
  why: string
}

// Half of a sentence's telling words in one sentence of a source: the source tells the same thing.
const sameMatter = 0.5

/**
 * Proposes the class of a release that changes published words (house rule K-4): an update when the released words agreed
 * with the sources attached then and a newer source has the new words; a correction when they did not. A change that
 * touches no fact is an update. `before` are the sources of the last release, `since` those attached after it.
 */
export function proposeKind(
  changes: readonly PublishedChange[],
  before: readonly SourceText[],
  since: readonly SourceText[],
): Proposal {
  const facts = changes.filter((change) => change.facts.length > 0)
  if (facts.length === 0) return { kind: 'update', why: 'No number, name, quotation or attribution was changed.' }
  for (const change of facts) {
    const shown = change.oldWords.trim() || change.old
    if (!stands(before, change.oldSentence, change.oldWords))
      return {
        kind: 'correction',
        why:
          before.length === 0
            ? 'No source was attached when it was published.'
            : `No source attached then has “${short(shown)}”.`,
      }
    if (!stands(since, change.newSentence || change.oldSentence, change.newWords))
      return {
        kind: 'correction',
        why: `No newer source has “${short(change.newWords.trim() || change.new || shown)}”.`,
      }
  }
  return { kind: 'update', why: 'What was published stood in its sources; a newer source has the new words.' }
}

/** Whether a source tells of what a sentence tells, with these words in it. */
function stands(sources: readonly SourceText[], sentence: string, words: string): boolean {
  const telling = new Set(wordsOf(sentence).filter(tells))
  const wanted = wordsOf(words).filter(tells)
  if (telling.size === 0) return false
  const changed = new Set(wanted)
  const rest = [...telling].filter((word) => !changed.has(word))
  return sources.some(({ text }) =>
    sentencesIn(text).some(({ start, end }) => {
      const has = new Set(wordsOf(text.slice(start, end)))
      const shared = rest.filter((word) => has.has(word)).length
      return shared >= rest.length * sameMatter && wanted.every((word) => has.has(word))
    }),
  )
}

const wordsOf = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text.toLowerCase().replace(/^[$€£₹]/, ''))

// Words of up to three letters join others; figures always tell.
const tells = (word: string) => word.length > 3 || /\p{N}/u.test(word)

const short = (words: string) => (words.length > 60 ? `${words.slice(0, 56)}…` : words)
