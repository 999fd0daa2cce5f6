import { uniqueRuns } from './anchors'
import { heaviestChain, type Run } from './chain'
import { gapAnchorLengths, gapCells, gapCost } from './weights'

// The trace of a cell: where the match came from, and for each kind of gap where it came from.
const matchFromMatch = 0
const matchFromEdit = 1
const matchFromRewrite = 2
const editShift = 2
const rewriteShift = 4
/** Gaps: one more old token, one more new token, the same after a match. */
const fromOld = 0
const fromNew = 1
const opensOld = 2
const opensNew = 3

let matchRow = new Float64Array(0)
let editRow = new Float64Array(0)
let rewriteRow = new Float64Array(0)
let trace = new Uint8Array(0)

/**
 * The alignment of two short lists that is worth most: a global alignment with gaps in two pieces (Gotoh, J. Mol. Biol.
 * 162, 1982; Gotoh, Bull. Math. Biol. 52, 1990). A gap of few tokens, an edit, costs by its length; a longer one, a
 * rewrite, costs the same whatever its length. So words between two small edits stay, and a stray common word never
 * splits a rewritten passage. Both ends count as kept. Calls `match` for each pair, from the back.
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
  if (matchRow.length < width) {
    matchRow = new Float64Array(width * 2)
    editRow = new Float64Array(width * 2)
    rewriteRow = new Float64Array(width * 2)
  }
  const { open, each, rewrite } = gapCost
  matchRow[0] = 0
  editRow[0] = rewriteRow[0] = -Infinity
  trace[0] = 0
  for (let column = 1; column <= columns; column++) {
    matchRow[column] = -Infinity
    editRow[column] = -open - each * column
    rewriteRow[column] = -rewrite
    const direction = column === 1 ? opensNew : fromNew
    trace[column] = (direction << editShift) | (direction << rewriteShift)
  }
  for (let row = 1; row <= rows; row++) {
    let diagonalMatch = matchRow[0]!
    let diagonalEdit = editRow[0]!
    let diagonalRewrite = rewriteRow[0]!
    matchRow[0] = -Infinity
    editRow[0] = -open - each * row
    rewriteRow[0] = -rewrite
    const opening = row === 1 ? opensOld : fromOld
    trace[row * width] = (opening << editShift) | (opening << rewriteShift)
    let leftMatch = -Infinity
    let leftEdit = editRow[0]
    let leftRewrite = rewriteRow[0]
    const token = old[row - 1]!
    const value = worth[token]!
    const line = row * width
    for (let column = 1; column <= columns; column++) {
      const upMatch = matchRow[column]!
      const upEdit = editRow[column]!
      const upRewrite = rewriteRow[column]!
      // Insertions before deletions, openings last: equal worth, fewer surprises.
      let edit = leftEdit - each
      let direction = fromNew
      if (upEdit - each > edit) {
        edit = upEdit - each
        direction = fromOld
      }
      const opened = open + each
      if (leftMatch - opened > edit) {
        edit = leftMatch - opened
        direction = opensNew
      }
      if (upMatch - opened > edit) {
        edit = upMatch - opened
        direction = opensOld
      }
      let step = direction << editShift
      let rewritten = leftRewrite
      direction = fromNew
      if (upRewrite > rewritten) {
        rewritten = upRewrite
        direction = fromOld
      }
      if (leftMatch - rewrite > rewritten) {
        rewritten = leftMatch - rewrite
        direction = opensNew
      }
      if (upMatch - rewrite > rewritten) {
        rewritten = upMatch - rewrite
        direction = opensOld
      }
      step |= direction << rewriteShift
      let matched = -Infinity
      if (token === fresh[column - 1]) {
        if (diagonalMatch >= diagonalEdit && diagonalMatch >= diagonalRewrite) {
          matched = diagonalMatch + value
          step |= matchFromMatch
        } else if (diagonalEdit >= diagonalRewrite) {
          matched = diagonalEdit + value
          step |= matchFromEdit
        } else {
          matched = diagonalRewrite + value
          step |= matchFromRewrite
        }
      }
      trace[line + column] = step
      matchRow[column] = leftMatch = matched
      editRow[column] = leftEdit = edit
      rewriteRow[column] = leftRewrite = rewritten
      diagonalMatch = upMatch
      diagonalEdit = upEdit
      diagonalRewrite = upRewrite
    }
  }
  let row = rows
  let column = columns
  const [matched, edit, rewritten] = [matchRow[columns]!, editRow[columns]!, rewriteRow[columns]!]
  let state =
    matched >= edit && matched >= rewritten ? matchFromMatch : edit >= rewritten ? matchFromEdit : matchFromRewrite
  while (row > 0 || column > 0) {
    const step = trace[row * width + column]!
    if (state === matchFromMatch) {
      row--
      column--
      match(row, column)
      state = step & 3
      continue
    }
    const direction = (step >> (state === matchFromEdit ? editShift : rewriteShift)) & 3
    if (direction === fromOld || direction === opensOld) row--
    else column--
    if (direction >= opensOld) state = matchFromMatch
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
  hashes: Int32Array,
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
    const found = uniqueRuns(inner, innerNew, length, hashes)
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
        alignGap(inner.subarray(at, run.old), innerNew.subarray(atNew, run.new), worth, hashes, (a, b) =>
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
