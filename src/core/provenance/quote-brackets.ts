import type { QuotePart } from './fold-quote'
import type { Alignment } from './quote-align'
import type { CheckNote } from './types'

/*
 * Round brackets in a quotation (Q-8 and its amendment in d16). In a wire quotation they hold what the agency put in:
 * nobody said those words, so a story that keeps, drops or changes them alters no quotation. What a story puts in itself
 * stands in square brackets. In a statement or speech round brackets are its writer's own and count as its words.
 */

/** What became of the agency's brackets, and whose ours are. `given` are the parts as written, `parts` as they were laid. */
export function bracketNotes(
  { source, steps }: Alignment,
  parts: readonly QuotePart[],
  given: readonly QuotePart[],
): CheckNote[] {
  const notes = new Set<CheckNote>()
  // Words of the agency's brackets that were stepped over, by the part of ours after which they stand.
  const left = steps.filter((step) => step.kind === 'stepped' && source.inserted[step.word] === 1)
  for (const round of given) {
    if (round.kind !== 'round') continue
    const within = (part: number) =>
      part >= 0 && part < parts.length && parts[part]!.start >= round.start && parts[part]!.end <= round.end
    const here = left.filter(({ part }) => within(part) || within(part + 1))
    for (const step of here) left.splice(left.indexOf(step), 1)
    const laid = steps.filter((step) => step.kind === 'same' && within(step.part))
    const theirs = laid.some(({ word }) => bracketed(source.text, source.words[word]!))
    if (here.length > 0) notes.add('insertion-changed')
    else if (!theirs) notes.add('round-brackets')
    else if (laid.some(({ word }) => source.inserted[word] === 1)) notes.add('insertion-kept')
  }
  if (left.length > 0) notes.add('insertion-dropped')
  return [...notes]
}

/** Whether a bracket note says that the quotation is marked: its words are not all the source's, or not all of them. */
export const altersMarks = (note: CheckNote): boolean =>
  note === 'round-brackets' || note === 'insertion-changed' || note === 'insertion-dropped'

/** Whether a word of the source stands in round or square brackets there. */
function bracketed(text: string, { start, end }: { start: number; end: number }): boolean {
  const before = text.slice(Math.max(0, start - reach), start)
  const opens = Math.max(before.lastIndexOf('('), before.lastIndexOf('['))
  if (opens < 0 || /[)\]\n]/.test(before.slice(opens))) return false
  return /^[^([\n]*[)\]]/.test(text.slice(end, end + reach))
}

/** Characters of the longest insertion, see `quoteParts`. */
const reach = 122
