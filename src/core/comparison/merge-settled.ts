import type { Range } from '../manuscript'
import type { MergeConflict, Settlement } from './merge'

/** A settlement as it is kept: with what it settled, so that it holds while the place reads as it did, and no longer. */
export interface Settled {
  base: Range
  ours: string
  theirs: string
  as: Settlement
}

/** The settlement of a conflict as it is kept. */
export const settledAs = ({ base, oursText, theirsText }: MergeConflict, as: Settlement): Settled => ({
  base,
  ours: oursText,
  theirs: theirsText,
  as,
})

/** The settlements that still hold, by the conflicts' ids. What either side says otherwise by now is open again. */
export function settlementsFor(conflicts: readonly MergeConflict[], kept: readonly Settled[]): Map<string, Settlement> {
  const key = (base: Range, ours: string, theirs: string) => JSON.stringify([base.start, base.end, ours, theirs])
  const by = new Map(kept.map(({ base, ours, theirs, as }) => [key(base, ours, theirs), as]))
  return new Map(
    conflicts.flatMap(({ id, base, oursText, theirsText, holds }) => {
      const as = by.get(key(base, oursText, theirsText))
      const fits = as !== undefined && (holds === 'words' || as === 'ours' || as === 'theirs' || as === 'base')
      return fits ? [[id, as] as const] : []
    }),
  )
}
