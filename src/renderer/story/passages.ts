import { sentencesIn, tokenize } from '@core/language'
import type { Range } from '@core/manuscript'
import type { Source } from '@core/record'

/** A sentence of a source, as something to link. */
export interface Sentence extends Range {
  source: string
  /** Its place among the sentences of its source. */
  at: number
}

/** Every sentence of the sources, in their order. */
export function sentencesOf(sources: readonly Pick<Source, 'id' | 'text'>[]): Sentence[] {
  return sources.flatMap(({ id, text }) => {
    let at = 0
    return [...text.matchAll(/[^\n]+/g)].flatMap((line) =>
      sentencesIn(text, { start: line.index, end: line.index + line[0].length }).map((range) => ({
        ...range,
        source: id,
        at: at++,
      })),
    )
  })
}

// More would only be scrolled past.
const mostShown = 60

/**
 * The sentences that share words with what is looked for, most shared first; all in order when nothing is looked for.
 * Words count once, rare ones no more than others: a person looks for what he remembers.
 */
export function search(
  sentences: readonly Sentence[],
  textOf: (source: string) => string,
  words: string,
): readonly Sentence[] {
  const wanted = new Set(wordList(words))
  if (wanted.size === 0) return sentences.slice(0, mostShown)
  const exact = words.trim().toLowerCase()
  return sentences
    .map((sentence) => {
      const text = textOf(sentence.source).slice(sentence.start, sentence.end)
      const found = new Set(wordList(text))
      let shared = 0
      for (const word of wanted) if (found.has(word)) shared++
      return { sentence, score: shared / wanted.size + (text.toLowerCase().includes(exact) ? 1 : 0) }
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ sentence }) => sentence)
}

/** Words as they are looked for. */
export const wordList = (text: string): string[] =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text.toLowerCase())

/** A text cut into stretches that are looked for and stretches that are not. */
export function lit(text: string, words: string): { text: string; lit: boolean }[] {
  const wanted = new Set(wordList(words).filter((word) => word.length > 2))
  const parts: { text: string; lit: boolean }[] = []
  let done = 0
  for (const { kind, start, end, text: word } of tokenize(text)) {
    if (kind === 'mark' || !wanted.has(word.toLowerCase())) continue
    if (start > done) parts.push({ text: text.slice(done, start), lit: false })
    parts.push({ text: text.slice(start, end), lit: true })
    done = end
  }
  if (done < text.length) parts.push({ text: text.slice(done), lit: false })
  return parts
}
