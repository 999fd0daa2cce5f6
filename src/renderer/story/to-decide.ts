import type { Assessment } from '@core/analysis'
import type { Range } from '@core/manuscript'
import type { Chosen } from './desk-view'
import { needs } from './quotation-list'

/** One thing a person has to decide, and where it stands in the analysed text. */
export interface ToDecide extends Range {
  chosen: Chosen
}

/** Everything to decide, in the order of the text: quotations that need a person, and findings that are not about one. */
export function toDecide(assessment: Assessment): ToDecide[] {
  const found: ToDecide[] = []
  for (const utterance of assessment.utterances) {
    const first = utterance.quotations[0]
    if (!needs(utterance) || !first) continue
    const { start, end } = first.quotation
    found.push({ start, end, chosen: { kind: 'utterance', key: utterance.key } })
  }
  for (const { level, start, end, rule, cause } of assessment.findings) {
    if (level === 'note' || start === undefined || end === undefined) continue
    if (found.some((one) => one.chosen.kind === 'utterance' && one.start <= start && end <= one.end)) continue
    found.push({ start, end, chosen: { kind: 'finding', rule, cause } })
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The next (or previous) thing to decide from an offset, going round at the ends. */
export function stepFrom(list: readonly ToDecide[], offset: number, direction: 1 | -1): ToDecide | undefined {
  if (direction === 1) return list.find(({ start }) => start > offset) ?? list[0]
  return list.findLast(({ end }) => end < offset) ?? list.at(-1)
}
