/** A stretch of a list that is shown, or one that is folded away. */
export type Stretch = { kind: 'shown' | 'folded'; from: number; to: number }

// One unchanged neighbour tells where a change stands; folding fewer than three saves no reading.
const kept = 1
const fewest = 3

/** Folds away runs of unchanged items, leaving a neighbour beside each change. `isOpened` tells the runs to show all the same, by their first item. */
export function foldUnchanged(
  length: number,
  isUnchanged: (index: number) => boolean,
  isOpened: (from: number) => boolean,
): Stretch[] {
  const stretches: Stretch[] = []
  const put = (kind: Stretch['kind'], from: number, to: number) => {
    if (from >= to) return
    const last = stretches.at(-1)
    if (last && last.kind === kind && kind === 'shown') last.to = to
    else stretches.push({ kind, from, to })
  }
  let at = 0
  while (at < length) {
    let end = at
    while (end < length && isUnchanged(end)) end++
    const from = at === 0 ? at : Math.min(at + kept, end)
    const to = end === length ? end : Math.max(from, end - kept)
    if (to - from >= fewest && !isOpened(from)) {
      put('shown', at, from)
      put('folded', from, to)
      put('shown', to, end)
    } else put('shown', at, end)
    at = end
    while (at < length && !isUnchanged(at)) at++
    put('shown', end, at)
  }
  return stretches
}
