import type { Alignment } from './align'
import type { Run } from './chain'
import { fillGap, type Values } from './fill'
import type { Side } from './sides'
import { movedShare, movedWords, strayLength, tokenWorth } from './weights'

/** A stretch of both versions that reappears elsewhere: token ranges, and the tokens already found equal. */
interface Candidate {
  old: [number, number]
  new: [number, number]
  runs: Run[]
  /** Whether it may be part of something larger on one side: a paragraph that became one with another, or part of one. */
  canJoin: boolean
}

/**
 * What of the runs that do not stay in order is a moved block or sentence: most of it, in both versions. A block of which a
 * line or more stands in a larger one moved too, when that is most of it.
 */
export function findMoves(
  old: Side,
  fresh: Side,
  loose: readonly Run[],
  alignment: Omit<Alignment, 'links'>,
  values: Values,
) {
  const blocks = unitsOf(loose, old.block, fresh.block)
  accept(
    blocks.map(({ a, b, runs }) => ({
      old: [old.blockToken[a - old.from]!, old.blockToken[a - old.from + 1]!],
      new: [fresh.blockToken[b - fresh.from]!, fresh.blockToken[b - fresh.from + 1]!],
      runs,
      canJoin: true,
    })),
  )
  const sentences = unitsOf(loose, old.sentence, fresh.sentence)
  accept(
    sentences.map(({ a, b, runs }) => ({
      old: [old.sentenceToken[a]!, old.sentenceToken[a + 1]!],
      new: [fresh.sentenceToken[b]!, fresh.sentenceToken[b + 1]!],
      runs,
      canJoin: false,
    })),
  )

  function accept(candidates: Candidate[]) {
    const size = ({ runs }: Candidate) => runs.reduce((total, run) => total + run.length, 0)
    for (const candidate of candidates.sort((a, b) => size(b) - size(a))) {
      const { toNew, toOld, move } = alignment
      const [from, to] = candidate.old
      const [fromNew, toNewEnd] = candidate.new
      let free = 0
      let words = 0
      for (const run of candidate.runs)
        for (let step = 0; step < run.length; step++)
          if (toNew[run.old + step]! < 0 && toOld[run.new + step]! < 0) {
            free++
            if (values.worth[old.tokens.id[run.old + step]!]! > tokenWorth.mark) words++
          }
      const sizes = [to - from, toNewEnd - fromNew]
      const whole = candidate.canJoin && free >= strayLength ? Math.min(...sizes) : Math.max(...sizes)
      if (free < movedShare * whole) continue
      const isExact = sizes.every((size) => size === free)
      if (words < movedWords && !(isExact && words > 0)) continue
      const id = ++alignment.moves
      let before = from
      let beforeNew = fromNew
      const fill = (end: number, newEnd: number) =>
        fillGap(old, fresh, { from: before, to: end, fromNew: beforeNew, toNew: newEnd }, id, alignment, values)
      for (const run of candidate.runs) {
        if (run.old < before || run.new < beforeNew) continue
        fill(run.old, run.new)
        for (let step = 0; step < run.length; step++) {
          if (toNew[run.old + step]! >= 0 || toOld[run.new + step]! >= 0) continue
          toNew[run.old + step] = run.new + step
          toOld[run.new + step] = run.old + step
          move[run.old + step] = id
        }
        before = run.old + run.length
        beforeNew = run.new + run.length
      }
      fill(to, toNewEnd)
    }
  }
}

/** Runs cut where either side's unit ends, and collected by pair of units. */
function unitsOf(loose: readonly Run[], unit: Int32Array, newUnit: Int32Array) {
  const units = new Map<number, { a: number; b: number; runs: Run[] }>()
  for (const run of loose) {
    let begin = 0
    for (let step = 1; step <= run.length; step++) {
      const a = unit[run.old + begin]!
      const b = newUnit[run.new + begin]!
      if (step < run.length && unit[run.old + step] === a && newUnit[run.new + step] === b) continue
      const key = a * 0x2000000 + b
      const piece = { old: run.old + begin, new: run.new + begin, length: step - begin }
      const known = units.get(key)
      if (known) known.runs.push(piece)
      else units.set(key, { a, b, runs: [piece] })
      begin = step
    }
  }
  return [...units.values()]
}
