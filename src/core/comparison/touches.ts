import { agencies, creditPhrase, cuePhrase, numberWord } from './vocabulary'
import { blockOf } from './formats'
import type { Flat } from './sides'
import type { Change, Doc, Touch } from './types'
import type { Range } from '../manuscript'

/** What a change touches that an editor must not miss. Moves, splits and merges touch only what their block is. */
export function touchesOf(change: Change, old: Doc, fresh: Doc, flat: Flat, flatNew: Flat): Touch[] {
  const found = new Set<Touch>()
  const edited = change.kind === 'insert' || change.kind === 'delete' || change.kind === 'replace'
  // Where only marks and space came or went, the words that stand with them were not touched.
  const words = wordsOf(change.oldText) !== wordsOf(change.newText)
  const sides = [
    { doc: old, flat, range: change.old },
    { doc: fresh, flat: flatNew, range: change.new },
  ]
  for (const { doc, flat: side, range } of sides) {
    if (!range) continue
    const first = blockOf(side, range.start)
    const last = blockOf(side, Math.max(range.start, range.end - 1))
    for (let block = first; block <= last; block++) {
      const { type, text } = doc.blocks[block]!
      const base = side.starts[block]!
      const from = Math.max(0, range.start - base)
      const to = Math.min(text.length, range.end - base)
      if (type === 'h1') found.add('headline')
      if (type === 'credit' || type === 'byline' || type === 'photoCredit') found.add('credit')
      if (edited) touchesInBlock(text, { start: from, end: to }, change, words, found)
    }
  }
  return [...found]
}

const wordsOf = (text: string) => text.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()

function touchesInBlock(text: string, range: Range, change: Change, words: boolean, found: Set<Touch>) {
  const changed = words ? text.slice(range.start, range.end) : ''
  if (/\p{Nd}/u.test(changed) || numberWord.test(changed)) found.add('number')
  if (cuePhrase.test(changed)) found.add('cue')
  if (creditPhrase.test(changed) || (agencies.test(changed) && creditPhrase.test(text))) found.add('credit')
  if (words && namesIn(text, range)) found.add('name')
  for (const span of quotedSpans(text)) {
    if (span.end <= range.start || span.start >= range.end) continue
    found.add('quotation')
    const inside = text.slice(Math.max(span.start, range.start), Math.min(span.end, range.end))
    const whole = range.start <= span.start && span.end <= range.end
    // A quotation that comes or goes as a whole was not altered; one that another replaces, or that changes inside, was.
    if (words && /[\p{L}\p{N}]/u.test(inside) && (!whole || change.kind === 'replace')) found.add('quoted-words')
  }
}

const closers: Record<string, string> = { '“': '”', '"': '"', '«': '»', '„': '“' }

/** The stretches between quotation marks, marks included. One that is never closed runs to the block's end. */
export function quotedSpans(text: string): Range[] {
  const spans: Range[] = []
  for (let at = 0; at < text.length; at++) {
    const closer = closers[text[at]!]
    if (!closer) continue
    const close = text.indexOf(closer, at + 1)
    const end = close < 0 ? text.length : close + 1
    spans.push({ start: at, end })
    at = end - 1
  }
  return spans
}

/** True when a capitalised word stands in the range that its sentence's beginning does not account for. */
function namesIn(text: string, range: Range): boolean {
  for (const match of text.slice(range.start, range.end).matchAll(/\p{Lu}[\p{L}\p{M}'’-]*/gu)) {
    const at = range.start + match.index
    if (at > 0 && /[\p{L}\p{N}]/u.test(text[at - 1]!)) continue
    const opens = /(?:^|[.!?:]["”’)]*\s+|\n)["“‘'(]*$/.test(text.slice(Math.max(0, at - 6), at))
    const goesOn = /^ \p{Lu}\p{Ll}/u.test(text.slice(at + match[0].length, at + match[0].length + 3))
    if (match[0] === 'I' || match[0].startsWith('I’') || match[0].startsWith("I'")) continue
    if ((at > 0 && !opens) || goesOn) return true
  }
  return false
}
