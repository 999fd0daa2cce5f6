import { earlierRevision, lookedBackOn, type EarlierRevision } from '@core/analysis'
import type { RevisionCard } from '@core/record'
import { host } from '../host'

// Revisions never change: what was read once is read. A few stories' worth is kept.
const most = 60
const kept = new Map<string, EarlierRevision>()

/** The newest revisions of a story, oldest first, as its assessment looks back on them. */
export function earlierRevisions(story: string, cards: readonly RevisionCard[]): Promise<EarlierRevision[]> {
  const newest = cards.toSorted((a, b) => a.number - b.number).slice(-lookedBackOn)
  return Promise.all(
    newest.map(async ({ id, number }) => {
      const known = kept.get(id)
      if (known) return known
      const read = earlierRevision(await host.ask('revision.open', { story, number }))
      kept.set(id, read)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) break
        kept.delete(oldest)
      }
      return read
    }),
  )
}
