import type { StoryCard } from '@contract/index'

export type FilterId = 'all' | 'attention' | 'in-review' | 'ready' | 'published' | 'archived'
export type SortKey = 'slug' | 'headline' | 'status' | 'words' | 'quotations' | 'queries' | 'revision' | 'changed'
export interface Sort {
  by: SortKey
  direction: 'ascending' | 'descending'
}

/** Whether a story's digest tells of its draft as it stands. */
export const isFresh = ({ digest, seq }: StoryCard) => digest !== undefined && digest.seq === seq

/** Quotations somebody has to look at: open, altered or to check again. Unknown counts as none until it is counted. */
export const attention = ({ digest }: StoryCard) => digest?.attention ?? 0

export const filters: readonly { id: FilterId; title: string; holds: (card: StoryCard) => boolean }[] = [
  { id: 'all', title: 'All', holds: ({ archived }) => !archived },
  { id: 'attention', title: 'Needs attribution', holds: (card) => !card.archived && attention(card) > 0 },
  { id: 'in-review', title: 'In review', holds: ({ archived, status }) => !archived && status === 'in-review' },
  { id: 'ready', title: 'Ready', holds: ({ archived, status }) => !archived && status === 'ready' },
  {
    id: 'published',
    title: 'Published',
    holds: ({ archived, status }) => !archived && ['published', 'corrected', 'updated', 'killed'].includes(status),
  },
  { id: 'archived', title: 'Archived', holds: ({ archived }) => archived },
]

const order = ['draft', 'in-review', 'ready', 'published', 'corrected', 'updated', 'killed']

const values: Record<SortKey, (card: StoryCard) => string | number> = {
  slug: ({ slug }) => slug.toLowerCase(),
  headline: ({ headline }) => headline.toLowerCase(),
  status: ({ status }) => order.indexOf(status),
  words: ({ words }) => words,
  quotations: (card) => attention(card),
  queries: ({ openQueries }) => openQueries,
  revision: ({ revision }) => revision,
  changed: ({ updatedAt }) => updatedAt,
}

/** Ids in the order of a sort; equal ones by last change, newest first. */
export function sorted(cards: readonly StoryCard[], { by, direction }: Sort): string[] {
  const sign = direction === 'ascending' ? 1 : -1
  const compare = (a: string | number, b: string | number) =>
    typeof a === 'string' ? a.localeCompare(String(b), 'en') : a - Number(b)
  return cards
    .toSorted(
      (a, b) =>
        sign * compare(values[by](a), values[by](b)) ||
        b.updatedAt.localeCompare(a.updatedAt) ||
        a.id.localeCompare(b.id),
    )
    .map(({ id }) => id)
}

/**
 * The order a list keeps when its stories change under somebody's hand: those known stay where they are, new ones come
 * after them, gone ones leave.
 */
export function keepOrder(known: readonly string[], cards: readonly StoryCard[], sort: Sort): string[] {
  const there = new Set(cards.map(({ id }) => id))
  const kept = known.filter((id) => there.has(id))
  const old = new Set(kept)
  return [
    ...kept,
    ...sorted(
      cards.filter(({ id }) => !old.has(id)),
      sort,
    ),
  ]
}
