import type { Fault, JudgedQuotation, PolicyContext } from '../context'

// Below this share of common words it is another quotation, not this one altered: Q-16 calls more than 60 % approximate.
const approximate = 0.6
// What only an eye can put right: two places joined, prose in marks, cuts and insertions of the story's own.
const byHand = new Set(['joined', 'stitched', 'source-prose', 'insertion-changed', 'insertion-dropped'])

/** The source's own words in place of a quotation that differs from them; nothing where a person must choose. */
export function restored(context: PolicyContext, { quotation, check }: JudgedQuotation): NonNullable<Fault['fix']> {
  const passage = check?.from[0]
  const source = passage && context.sourceTexts.find(({ id }) => id === passage.source)
  if (!check || !passage || !source || passage.similarity < approximate) return []
  if (check.notes.some((note) => byHand.has(note))) return []
  const fragment = quotation.fragments.find(({ start, end }) => start <= check.start && check.end <= end)
  if (!fragment) return []
  const ours = context.story.text.slice(check.start, check.end)
  const theirs = source.text.slice(passage.start, passage.end)
  if (/…|\.\.|[[\](){}\n“”"]/.test(ours + theirs)) return []
  const { start, end } = check
  return [{ start, end, text: inPlace(theirs, ours), label: 'Use the source’s words' }]
}

/** The source's words as they stand in the story's sentence: its first letter's case where the word is the same, its last mark (V-5). */
function inPlace(theirs: string, ours: string): string {
  const mark = /[,.!?]+$/
  const end = mark.exec(ours)?.[0] ?? ''
  const words = theirs.replace(mark, '') + end
  const [first, own] = [words.charAt(0), ours.charAt(0)]
  return first.toLowerCase() === own.toLowerCase() ? own + words.slice(1) : words
}
