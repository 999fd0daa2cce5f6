import type { Range } from '../manuscript'
import { cuePhrase } from './vocabulary'

const capitalised = /\p{Lu}[\p{L}\p{M}'’-]*/gu
const sentenceOpening = /(?:^|[.!?:]["”’)]*\s+|\n)["“‘'(]*$/

/**
 * The names in a stretch of a block: capitalised words that the beginning of their sentence does not account for. There a
 * word is a name when another capital or a cue follows ("Rao said"), or when the block has it inside a sentence too.
 */
export function namesIn(text: string, range: Range, inside: InsideSentences): string[] {
  const names: string[] = []
  for (const match of text.slice(range.start, range.end).matchAll(capitalised)) {
    const [word] = match
    const at = range.start + match.index
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) continue
    if (word === 'I' || /^I['’]/.test(word)) continue
    const opens = at === 0 || sentenceOpening.test(text.slice(Math.max(0, at - 6), at))
    if (!opens || isNamedAtOpening(text, word, at, inside)) names.push(word)
  }
  return names
}

function isNamedAtOpening(text: string, word: string, at: number, inside: InsideSentences): boolean {
  const next = text.slice(at + word.length, at + word.length + 24)
  if (/^ \p{Lu}\p{Ll}/u.test(next)) return true
  const [, follower = ''] = /^,? (\p{Ll}+)\b/u.exec(next) ?? []
  if (cuePhrase.test(follower)) return true
  return word.length > 1 && inside.of(text).has(word)
}

const afterOthers = /(?<=[\p{Ll},;] )\p{Lu}[\p{L}\p{M}'’-]*/gu

/** The capitalised words that blocks have inside their sentences. Remembers the last block: changes come in reading order. */
export class InsideSentences {
  #text = ''
  #words = new Set<string>()

  of(text: string): ReadonlySet<string> {
    if (text === this.#text) return this.#words
    this.#text = text
    this.#words = new Set()
    for (const [word] of text.matchAll(afterOthers)) {
      this.#words.add(word)
      // "Rao" also where it says "Rao’s" or "Rao-led".
      for (const { index } of word.matchAll(/['’-]/gu)) this.#words.add(word.slice(0, index))
    }
    return this.#words
  }
}
