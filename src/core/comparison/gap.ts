import { uniqueRuns } from './anchors'
import { heaviestChain, type Run } from './chain'
import { breakCost, gapAnchorLengths, gapCells } from './weights'

// Directions of the trace, two bits for the state "in a gap" and one for "in a match".
const gapFromOld = 1
const gapFromNew = 2
const gapFromMatchOld = 3
const gapFromMatchNew = 4
const matchFromMatch = 8

let gapRow = new Float64Array(0)
let matchRow = new Float64Array(0)
let trace = new Uint8Array(0)

/**
 * The alignment of two short lists that is worth most when every break between kept tokens costs `breakCost`: a global
 * alignment with affine gaps (Gotoh, J. Mol. Biol. 162, 1982), so that a stray common word never splits a phrase.
 * Both ends count as kept. Calls `match` for each pair, from the back.
 */
function alignByWorth(
  old: Int32Array,
  fresh: Int32Array,
  worth: Float64Array,
  match: (old: number, fresh: number) => void,
) {
  const rows = old.length
  const columns = fresh.length
  const width = columns + 1
  if (trace.length < (rows + 1) * width) trace = new Uint8Array((rows + 1) * width * 2)
  if (gapRow.length < width) {
    gapRow = new Float64Array(width * 2)
    matchRow = new Float64Array(width * 2)
  }
  gapRow[0] = -Infinity
  matchRow[0] = 0
  trace[0] = 0
  for (let column = 1; column <= columns; column++) {
    gapRow[column] = -breakCost
    matchRow[column] = -Infinity
    trace[column] = column === 1 ? gapFromMatchNew : gapFromNew
  }
  for (let row = 1; row <= rows; row++) {
    let diagonalGap = gapRow[0]!
    let diagonalMatch = matchRow[0]!
    gapRow[0] = -breakCost
    matchRow[0] = -Infinity
    trace[row * width] = row === 1 ? gapFromMatchOld : gapFromOld
    const token = old[row - 1]!
    for (let column = 1; column <= columns; column++) {
      const upGap = gapRow[column]!
      const upMatch = matchRow[column]!
      // Deletions before insertions, breaks last: equal worth, fewer surprises.
      let gap = gapRow[column - 1]!
      let direction = gapFromNew
      if (upGap > gap) {
        gap = upGap
        direction = gapFromOld
      }
      if (matchRow[column - 1]! - breakCost > gap) {
        gap = matchRow[column - 1]! - breakCost
        direction = gapFromMatchNew
      }
      if (upMatch - breakCost > gap) {
        gap = upMatch - breakCost
        direction = gapFromMatchOld
      }
      let matched = -Infinity
      if (token === fresh[column - 1]) {
        if (diagonalMatch >= diagonalGap) {
          matched = diagonalMatch + worth[token]!
          direction |= matchFromMatch
        } else matched = diagonalGap + worth[token]!
      }
      gapRow[column] = gap
      matchRow[column] = matched
      trace[row * width + column] = direction
      diagonalGap = upGap
      diagonalMatch = upMatch
    }
  }
  let row = rows
  let column = columns
  let inMatch = matchRow[columns]! >= gapRow[columns]!
  while (row > 0 || column > 0) {
    const step = trace[row * width + column]!
    if (inMatch) {
      row--
      column--
      match(row, column)
      inMatch = (step & matchFromMatch) !== 0
      continue
    }
    const direction = step & 7
    if (direction === gapFromOld || direction === gapFromMatchOld) row--
    else column--
    inMatch = direction === gapFromMatchOld || direction === gapFromMatchNew
  }
}

/**
 * Aligns two lists of tokens between two kept places. Equal beginnings and ends are kept; what is short enough is
 * aligned by worth; what is longer is cut at sequences unique on both sides, and left apart where there are none.
 * Calls `match` with places in the lists, in no particular order.
 */
export function alignGap(
  old: Int32Array,
  fresh: Int32Array,
  worth: Float64Array,
  match: (old: number, fresh: number) => void,
) {
  let start = 0
  let oldEnd = old.length
  let newEnd = fresh.length
  while (start < oldEnd && start < newEnd && old[start] === fresh[start]) {
    match(start, start)
    start++
  }
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === fresh[newEnd - 1]) match(--oldEnd, --newEnd)
  if (oldEnd === start || newEnd === start) return
  const inner = old.subarray(start, oldEnd)
  const innerNew = fresh.subarray(start, newEnd)
  const report = (a: number, b: number) => match(start + a, start + b)
  if (inner.length * innerNew.length <= gapCells) return alignByWorth(inner, innerNew, worth, report)
  for (const length of gapAnchorLengths) {
    const found = uniqueRuns(inner, innerNew, length, new Uint8Array(inner.length), new Uint8Array(innerNew.length))
    found.sort((a, b) => a.old - b.old)
    const kept = heaviestChain(found, (run) => worthOf(inner, run, worth))
    const chain = found.filter((_, index) => kept[index])
    if (chain.length === 0) continue
    let from = 0
    let fromNew = 0
    const end: Run = { old: inner.length, new: innerNew.length, length: 0 }
    for (const run of [...chain, end]) {
      for (let step = 0; step < run.length; step++) report(run.old + step, run.new + step)
      const at = from
      const atNew = fromNew
      if (run.old > at && run.new > atNew)
        alignGap(inner.subarray(at, run.old), innerNew.subarray(atNew, run.new), worth, (a, b) =>
          report(at + a, atNew + b),
        )
      from = run.old + run.length
      fromNew = run.new + run.length
    }
    return
  }
}

function worthOf(list: Int32Array, run: Run, worth: Float64Array): number {
  let total = 0
  for (let step = 0; step < run.length; step++) total += worth[list[run.old + step]!]!
  return total
}
