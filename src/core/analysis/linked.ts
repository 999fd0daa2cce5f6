import type { Range, StoryText } from '../manuscript'
import { createProvenanceIndex, type QuoteCheck, type SourceText } from '../provenance'
import type { Quotation } from '../quotations'

const gravity: Record<QuoteCheck['verdict'], number> = {
  differs: 0,
  'no-source': 1,
  marked: 2,
  'house-style': 3,
  typographic: 4,
  exact: 5,
}

/** The check that weighs most when a quotation has several pieces. */
export function worst(checks: readonly QuoteCheck[] | undefined): QuoteCheck | undefined {
  return checks?.reduce((a, b) => (gravity[b.verdict] < gravity[a.verdict] ? b : a))
}

/**
 * A quotation held against the one passage a person linked. Where the sources led there anyway, what they said stands; a
 * passage that does not have the words says 'no-source' and names itself: the person vouches for it.
 */
export function checkLinked(
  story: StoryText,
  quotation: Quotation,
  found: QuoteCheck | undefined,
  source: SourceText,
  passage: Range,
): QuoteCheck {
  const led = found?.from[0]
  if (found && led?.source === source.id && led.start < passage.end && passage.start < led.end) return found
  const words = source.text.slice(passage.start, passage.end)
  const index = createProvenanceIndex([{ ...source, text: words }])
  const fragments = quotation.fragments.length > 0 ? quotation.fragments : [quotation]
  const check = worst(fragments.map((fragment) => index.check(story.text, fragment)))!
  const from =
    check.from.length > 0
      ? check.from.map((one) => ({ ...one, start: one.start + passage.start, end: one.end + passage.start }))
      : [{ source: source.id, ...passage, similarity: 0 }]
  const { pieces: _, ...rest } = check
  return { ...rest, quotation: quotation.id, from }
}
