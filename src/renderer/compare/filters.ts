import type { Change, Touch } from '@core/comparison'

export type FilterId = 'all' | 'quotations' | 'facts' | 'credit' | 'headline'

/** What the list can be narrowed to. An attribution cue goes with the credit: both tell the reader whose words these are. */
export const filters: readonly { id: FilterId; title: string; touches: readonly Touch[] }[] = [
  { id: 'all', title: 'All', touches: [] },
  { id: 'quotations', title: 'Quotations', touches: ['quotation', 'quoted-words'] },
  { id: 'facts', title: 'Numbers and names', touches: ['number', 'name'] },
  { id: 'credit', title: 'Credit and cues', touches: ['credit', 'cue'] },
  { id: 'headline', title: 'Headline', touches: ['headline'] },
]

export function passes(change: Change, filter: FilterId): boolean {
  const { touches } = filters.find(({ id }) => id === filter)!
  return filter === 'all' || touches.some((touch) => change.touches.includes(touch))
}

/** The filters with how many changes each lets through. */
export function counted(changes: readonly Change[]): { id: FilterId; title: string; count: number }[] {
  return filters.map(({ id, title }) => ({
    id,
    title,
    count: changes.reduce((sum, change) => sum + Number(passes(change, id)), 0),
  }))
}
