import type { Range } from '../manuscript'
import { cuePhrase } from './vocabulary'

const capitalised = /\p{Lu}[\p{L}\p{M}'’-]*/gu
const sentenceOpening = /(?:^|[.!?:]["”’)]*\s+|\n)["“‘'(]*$/

/**
 * The names in a stretch of a block: capitalised words that the beginning of their sentence does not account for. There a
 * word is a name when another capital or a cue follows ("Rao said"), or when the block has it inside a sentence too.
 */
export function namesIn(text: string, range: Range): string[] {
  const names: string[] = []
  for (const match of text.slice(range.start, range.end).matchAll(capitalised)) {
    const [word] = match
    const at = range.start + match.index
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) continue
    if (word === 'I' || /^I['’]/.test(word)) continue
    const opens = at === 0 || sentenceOpening.test(text.slice(Math.max(0, at - 6), at))
    if (!opens || isNamedAtOpening(text, word, at)) names.push(word)
  }
  return names
}

function isNamedAtOpening(text: string, word: string, at: number): boolean {
  const next = text.slice(at + word.length, at + word.length + 24)
  if (/^ \p{Lu}\p{Ll}/u.test(next)) return true
  const [, follower = ''] = /^,? (\p{Ll}+)\b/u.exec(next) ?? []
  if (cuePhrase.test(follower)) return true
  return word.length > 1 && isInsideSentence(text, word)
}

const goesOnBefore = /[\p{Ll},;] $/u

function isInsideSentence(text: string, word: string): boolean {
  for (let at = text.indexOf(word, 2); at >= 0; at = text.indexOf(word, at + 1))
    if (goesOnBefore.test(text.slice(at - 2, at)) && !/[\p{L}\p{N}]/u.test(text[at + word.length] ?? '')) return true
  return false
}
