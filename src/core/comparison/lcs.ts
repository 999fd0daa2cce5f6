import { uniqueRuns } from './anchors'
import { heaviestChain } from './chain'
import { commonCells, gapAnchorLengths } from './weights'

/**
 * A longest common subsequence of two lists, 32 places at a time (Hyyrö, "Bit-parallel LCS-length computation revisited",
 * 2004), with the rows kept for the way back. Calls `match` for each pair, from the back.
 */
export function longestCommon(old: Int32Array, fresh: Int32Array, match: (old: number, fresh: number) => void) {
  const width = (fresh.length + 31) >>> 5
  const places = placesOf(fresh, width)
  // Row i says, for every place in `fresh`, whether one more token there lengthens what the first i tokens share: 0 is yes.
  const rows: Int32Array[] = [new Int32Array(width).fill(-1)]
  for (let row = 0; row < old.length; row++) {
    const before = rows[row]!
    const here = places.get(old[row]!)
    if (!here) {
      rows.push(before)
      continue
    }
    const next = new Int32Array(width)
    let carry = 0
    for (let word = 0; word < width; word++) {
      const bits = before[word]!
      const hits = bits & here[word]!
      const sum = (bits >>> 0) + (hits >>> 0) + carry
      carry = sum > 0xffffffff ? 1 : 0
      next[word] = sum | (bits & ~hits)
    }
    rows.push(next)
  }
  let row = old.length
  let column = fresh.length
  const plain = (line: Int32Array) => (line[(column - 1) >>> 5]! >>> ((column - 1) & 31)) & 1
  while (row > 0 && column > 0) {
    if (plain(rows[row]!)) column--
    else if (!plain(rows[row - 1]!)) row--
    else match(--row, --column)
  }
}

/** For each token of a list where it stands, as bits. */
function placesOf(list: Int32Array, width: number): Map<number, Int32Array> {
  const places = new Map<number, Int32Array>()
  for (let at = 0; at < list.length; at++) {
    let bits = places.get(list[at]!)
    if (!bits) places.set(list[at]!, (bits = new Int32Array(width)))
    bits[at >>> 5]! |= 1 << (at & 31)
  }
  return places
}

/** Words in common in order. Lists too long for that are first cut at words unique on both sides. */
export function commonWords(
  old: Int32Array,
  fresh: Int32Array,
  hashes: Int32Array,
  match: (old: number, fresh: number) => void,
) {
  if (old.length * fresh.length <= commonCells) return longestCommon(old, fresh, match)
  for (const length of gapAnchorLengths) {
    const found = uniqueRuns(old, fresh, length, hashes)
    found.sort((a, b) => a.old - b.old)
    const onChain = heaviestChain(found, (run) => run.length)
    const chain = found.filter((_, index) => onChain[index])
    if (chain.length === 0) continue
    let from = 0
    let fromNew = 0
    for (const run of [...chain, { old: old.length, new: fresh.length, length: 0 }]) {
      for (let step = 0; step < run.length; step++) match(run.old + step, run.new + step)
      const [at, atNew] = [from, fromNew]
      if (run.old > at && run.new > atNew)
        commonWords(old.subarray(at, run.old), fresh.subarray(atNew, run.new), hashes, (a, b) =>
          match(at + a, atNew + b),
        )
      from = run.old + run.length
      fromNew = run.new + run.length
    }
    return
  }
}
