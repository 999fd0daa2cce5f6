import type { CheckNote, QuoteCheck } from '../provenance'

const faithful: ReadonlySet<QuoteCheck['verdict']> = new Set(['exact', 'typographic', 'house-style'])
// What a note may say of words that need no look; "the source denies them" is not among it.
const calm: ReadonlySet<CheckNote> = new Set<CheckNote>(['joined', 'insertion-kept'])

/**
 * Whether the words are a source's own and its speaker agrees, so that the quotation may be accepted with others: exact,
 * or in house style, or part of a sentence taken word for word. `key` is the quotation's words folded; a mark of a cut or
 * an insertion in it wants a person's eye.
 */
export function isFaithful(check: QuoteCheck | undefined, key: string): boolean {
  if (!check || check.speakerAgrees === false) return false
  if (faithful.has(check.verdict)) return check.notes.every((note) => calm.has(note))
  return check.verdict === 'marked' && check.notes.length === 0 && !/[…[(]/.test(key)
}
