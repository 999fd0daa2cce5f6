/** Equal tokens on both sides: `length` tokens from `old` and from `new`. */
export interface Run {
  old: number
  new: number
  length: number
}

/**
 * Which runs stay in order: the chain with the greatest weight that rises on both sides. `runs` must be sorted by `old`
 * and not overlap. A Fenwick tree of best prefixes, O(n log n).
 */
export function heaviestChain(runs: readonly Run[], weight: (run: Run) => number): Uint8Array {
  const count = runs.length
  const order = Array.from(runs.keys()).sort((a, b) => runs[a]!.new - runs[b]!.new)
  const rank = new Int32Array(count)
  order.forEach((run, place) => (rank[run] = place + 1))
  const best = new Float64Array(count + 1)
  const bestRun = new Int32Array(count + 1).fill(-1)
  const total = new Float64Array(count)
  const before = new Int32Array(count).fill(-1)
  let top = -1
  for (let index = 0; index < count; index++) {
    let reached = 0
    let previous = -1
    for (let place = rank[index]! - 1; place > 0; place -= place & -place)
      if (best[place]! > reached) {
        reached = best[place]!
        previous = bestRun[place]!
      }
    total[index] = reached + weight(runs[index]!)
    before[index] = previous
    for (let place = rank[index]!; place <= count; place += place & -place)
      if (best[place]! < total[index]!) {
        best[place] = total[index]!
        bestRun[place] = index
      }
    if (top < 0 || total[index]! > total[top]!) top = index
  }
  const kept = new Uint8Array(count)
  for (let index = top; index >= 0; index = before[index]!) kept[index] = 1
  return kept
}
