import type { Quotation } from './types'

/** In order, none overlapping unless one holds the other: of two that cross, the surer stays. Ids follow the order. */
export function settle(found: Quotation[]): Quotation[] {
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Quotation[] = []
  const open: Quotation[] = []
  for (const quotation of sorted) {
    while (open.length > 0 && open.at(-1)!.end <= quotation.start) open.pop()
    const outer = open.at(-1)
    if (outer && (quotation.end > outer.end || (quotation.start === outer.start && quotation.end === outer.end))) {
      if (quotation.confidence <= outer.confidence || open.length > 1) continue
      kept.splice(kept.lastIndexOf(outer), 1)
      open.pop()
    }
    kept.push(quotation)
    open.push(quotation)
  }
  kept.forEach((quotation, index) => (quotation.id = `q${index + 1}`))
  const stack: Quotation[] = []
  for (const quotation of kept) {
    while (stack.length > 0 && stack.at(-1)!.end < quotation.end) stack.pop()
    while (stack.length > 0 && stack.at(-1)!.end <= quotation.start) stack.pop()
    if (stack.length > 0) quotation.nested = stack.at(-1)!.id
    stack.push(quotation)
  }
  return kept
}
