import type { Range } from '../manuscript'
import { blockOf } from './formats'
import { InsideSentences, namesIn } from './names'
import { quotedSpans } from './quoted-spans'
import type { Flat } from './sides'
import type { Change, Doc, DocBlock, Touch } from './types'
import { agencyName, creditPhrase, cuePhrases, figures, numberWords } from './vocabulary'

/** One version, and what was last looked up in it: changes come in reading order. */
interface Version {
  doc: Doc
  flat: Flat
  text: string
  spans: Range[]
  inside: InsideSentences
}

/** A block's part that a change covers. */
interface Part {
  version: Version
  block: DocBlock
  range: Range
}

const credits = new Set(['credit', 'byline', 'photoCredit'])

/**
 * What each change touches that an editor must not miss. Moves, splits, merges and changes of style touch only what their
 * block is. A number, name or cue that stands on both sides of a replacement was not touched, and where only marks came or
 * went, no word was.
 */
export function toucher(old: Doc, fresh: Doc, flat: Flat, flatNew: Flat): (change: Change) => Touch[] {
  const before: Version = { doc: old, flat, text: '', spans: [], inside: new InsideSentences() }
  const after: Version = { doc: fresh, flat: flatNew, text: '', spans: [], inside: new InsideSentences() }
  return (change) => {
    const parts = change.old ? partsOf(before, change.old) : []
    const newParts = change.new ? partsOf(after, change.new) : []
    const all = [...parts, ...newParts]
    const found: Touch[] = []
    const isEdit = change.kind === 'insert' || change.kind === 'delete' || change.kind === 'replace'
    const hasWords = isEdit && !sameWords(change.oldText, change.newText)
    if (isEdit) touchQuotations(all, change, hasWords, found)
    const differ = (list: (part: Part) => string[]) =>
      parts.flatMap(list).sort().join('\n') !== newParts.flatMap(list).sort().join('\n')
    if (hasWords) {
      if (differ(numbersIn)) found.push('number')
      if (differ(({ version, block, range }) => namesIn(block.text, range, version.inside))) found.push('name')
    }
    if (all.some(({ block }) => credits.has(block.type)) || (hasWords && all.some(inCredit))) found.push('credit')
    if (hasWords && differ((part) => matches(part, cuePhrases))) found.push('cue')
    if (all.some(({ block }) => block.type === 'h1')) found.push('headline')
    return found
  }
}

function partsOf(version: Version, range: Range): Part[] {
  const { doc, flat } = version
  const first = blockOf(flat, range.start)
  const last = blockOf(flat, Math.max(range.start, range.end - 1))
  const parts: Part[] = []
  for (let index = first; index <= last; index++) {
    const block = doc.blocks[index]!
    const base = flat.starts[index]!
    parts.push({
      version,
      block,
      range: { start: Math.max(0, range.start - base), end: Math.min(block.text.length, range.end - base) },
    })
  }
  return parts
}

function touchQuotations(parts: readonly Part[], change: Change, hasWords: boolean, found: Touch[]) {
  let touched = false
  let altered = false
  for (const { version, block, range } of parts) {
    if (version.text !== block.text) {
      version.text = block.text
      version.spans = quotedSpans(block.text)
    }
    for (const span of version.spans) {
      if (span.end <= range.start || span.start >= range.end) continue
      touched = true
      const inside = block.text.slice(Math.max(span.start, range.start), Math.min(span.end, range.end))
      const whole = range.start <= span.start && span.end <= range.end
      // A quotation that comes or goes as a whole was not altered; one that another replaces, or that changes inside, was.
      if (hasWords && hasWord.test(inside) && (!whole || change.kind === 'replace')) altered = true
    }
  }
  if (touched) found.push('quotation')
  if (altered) found.push('quoted-words')
}

const hasWord = /[\p{L}\p{N}]/u
const betweenWords = /[^\p{L}\p{M}\p{N}]+/gu
// More than this is never marks alone.
const longestMarks = 12

/** True when two texts differ in marks and space only. */
function sameWords(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > longestMarks) return !hasWord.test(a) && !hasWord.test(b)
  return a.replace(betweenWords, ' ').trim() === b.replace(betweenWords, ' ').trim()
}

function matches({ block, range }: Part, pattern: RegExp): string[] {
  return (block.text.slice(range.start, range.end).match(pattern) ?? []).map((each) => each.toLowerCase())
}

const numbersIn = (part: Part) => [...matches(part, figures), ...matches(part, numberWords)]

/** True for the wording of a credit: "with inputs from", or an agency's name inside one. */
function inCredit({ block, range }: Part): boolean {
  const changed = block.text.slice(range.start, range.end)
  return creditPhrase.test(changed) || (agencyName.test(changed) && creditPhrase.test(block.text))
}
