import type { Fault, JudgedQuotation, PolicyContext } from '../context'

/** The words in marks of a quotation; the whole range of a direct one. */
export function wordsOf({ story }: PolicyContext, { quotation }: JudgedQuotation): string {
  const ranges = quotation.fragments.length > 0 ? quotation.fragments : [quotation]
  return ranges.map(({ start, end }) => story.text.slice(start, end)).join(' ')
}

/** One fault per utterance: the first place carries it, the others are listed. */
export function perUtterance(
  context: PolicyContext,
  quotations: readonly JudgedQuotation[],
  fault: (one: JudgedQuotation, words: string, places: number) => Fault,
): Fault[] {
  const groups = new Map<string, JudgedQuotation[]>()
  for (const one of quotations) groups.set(one.key, [...(groups.get(one.key) ?? []), one])
  return [...groups.entries()].map(([key, group]) => {
    const [first, ...rest] = group as [JudgedQuotation, ...JudgedQuotation[]]
    return {
      start: first.quotation.start,
      end: first.quotation.end,
      ...(rest.length > 0 ? { places: rest.map(({ quotation: { start, end } }) => ({ start, end })) } : {}),
      about: key,
      ...fault(first, wordsOf(context, first), group.length),
    }
  })
}
