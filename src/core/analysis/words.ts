import type { Range, StoryText } from '../manuscript'
import { foldQuote, quoteParts } from '../provenance'
import type { Quotation } from '../quotations'

/** The words of a quotation as it stands: what is in marks, or the whole of an indirect one. */
export function wordsOf(story: StoryText, { fragments, start, end }: Quotation): string {
  const ranges: readonly Range[] = fragments.length > 0 ? fragments : [{ start, end }]
  return ranges.map((range) => story.text.slice(range.start, range.end)).join(' ')
}

// A story is assessed on every key, its quotations and what was ruled on them are the same words each time.
const keptKeys = 4000
const keys = new Map<string, string>()

/**
 * What makes two wordings one: their words after V-1 (look) and V-7 (house style), with the marks of what was cut and put
 * in. Case, stops, dashes and spaces do not count (d16, Q-22).
 */
export function wordsKey(words: string): string {
  let key = keys.get(words)
  if (key === undefined) {
    key = keyOf(words)
    if (keys.size >= keptKeys) keys.clear()
    keys.set(words, key)
  }
  return key
}

function keyOf(words: string): string {
  const parts = quoteParts(words, 0, words.length).map((part) => {
    if (part.kind === 'word') return part.key.toLowerCase()
    if (part.kind === 'ellipsis') return '…'
    const inside = part.words.map(({ key }) => key.toLowerCase()).join(' ')
    return part.kind === 'square' ? `[${inside}]` : `(${inside})`
  })
  while (parts[0] === '…') parts.shift()
  while (parts.at(-1) === '…') parts.pop()
  return parts.length > 0 ? parts.join(' ') : foldQuote(words)
}

// Two wordings closer than this are one quotation rewritten: Q-16 calls more than 60 % overlap approximate.
const rewritten = 0.6

/** Whether one wording may be the other rewritten: the share of words they have in common, in any order. */
export function alike(one: string, other: string): boolean {
  const left = wordsKey(one).split(' ')
  const right = wordsKey(other).split(' ')
  const counts = new Map<string, number>()
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of right) {
    const left = counts.get(word) ?? 0
    if (left > 0) {
      shared++
      counts.set(word, left - 1)
    }
  }
  return (2 * shared) / (left.length + right.length) > rewritten
}
