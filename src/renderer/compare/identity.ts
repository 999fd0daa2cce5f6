import type { Change } from '@core/comparison'

export type DraftSide = 'old' | 'new'

// Enough on either side of an insertion to tell it from the same words put in elsewhere.
const context = 12

/**
 * A name for each change that outlives decisions on other changes, in the order of `changes`. The side that is not the
 * draft never changes, so a place in it names a change; what only the draft has is named by its words and those around.
 */
export function identities(changes: readonly Change[], draft: DraftSide | undefined, draftText: string): string[] {
  const seen = new Map<string, number>()
  return changes.map((change) => {
    const own = draft ?? 'new'
    const other = change[own === 'new' ? 'old' : 'new']
    const there = change[own]
    const name = other
      ? `${change.kind} ${other.start}-${other.end}`
      : `${change.kind} ${JSON.stringify([
          draftText.slice(Math.max(0, there!.start - context), there!.start),
          draftText.slice(there!.start, there!.end + context),
        ])}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} #${times}`
  })
}

/**
 * Who comes after `from` in `order`, going round, among those that are still there; undefined when nobody is. Members of
 * `done` are passed over while anybody else is left.
 */
export function nextIn(
  order: readonly string[],
  from: string | undefined,
  there: ReadonlySet<string>,
  done: ReadonlySet<string>,
): string | undefined {
  const at = from === undefined ? -1 : order.indexOf(from)
  const round = [...order.slice(at + 1), ...order.slice(0, at + 1)].filter((key) => there.has(key))
  return round.find((key) => !done.has(key)) ?? (from !== undefined && there.has(from) ? from : round[0])
}
