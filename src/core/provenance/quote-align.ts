import type { QuotePart } from './fold-quote'
import type { QuotedSource } from './quote-index'

/*
 * A quotation is laid along a stretch of source words at least cost (edit distance over words, free ends in the source).
 * Words of the source's own cue and of the agency's insertions cost next to nothing to step over; an omission mark steps
 * over any words; words in the writer's brackets stand for a few. Every other difference costs one.
 */

/** One step of the way: which part of the quotation met which word of the source. */
export interface Step {
  part: number
  word: number
  kind: 'same' | 'changed' | 'inserted' | 'removed' | 'stepped' | 'cut' | 'bracket'
}

export interface Alignment {
  source: QuotedSource
  steps: Step[]
  /** Words that differ, and words that are the same. */
  cost: number
  same: number
}

const stepCost = 0.001
const cutCost = 0.0005
/** A cut that leaves the utterance joins what was not said together. */
const leaveCost = 0.4
const bracketReach = 6
const bracketCost = 0.02

/** The cheapest way to lay `parts` along the words `from` to `to` of a source. */
export function align(source: QuotedSource, parts: readonly QuotePart[], from: number, to: number): Alignment {
  const width = to - from + 1
  const rows = parts.length + 1
  const cost = new Float64Array(rows * width)
  const back = new Uint8Array(rows * width)
  const { words } = source
  const skip = (at: number) => (source.cue[at] || source.inserted[at] ? stepCost : 1)
  for (let row = 1; row < rows; row++) {
    const part = parts[row - 1]!
    const line = row * width
    const above = line - width
    for (let column = 0; column < width; column++) {
      const at = from + column - 1
      let best = Infinity
      let how = 0
      if (part.kind === 'word') {
        if (column > 0) {
          const removed = cost[line + column - 1]! + (row === 1 && how === 0 ? skip(at) : skip(at))
          best = removed
          how = 1
          const same = part.key === words[at]!.key
          const diagonal = cost[above + column - 1]! + (same ? 0 : 1.1)
          if (diagonal < best - 1e-9) {
            best = diagonal
            how = same ? 2 : 3
          }
        }
        const inserted = cost[above + column]! + 1
        if (inserted < best - 1e-9) {
          best = inserted
          how = 4
        }
      } else {
        best = cost[above + column]!
        how = 5
        if (part.kind === 'ellipsis') {
          if (column > 0) {
            const leaves = column > 1 && leavesUtterance(source, at)
            const cut = cost[line + column - 1]! + cutCost + (leaves ? leaveCost : 0)
            if (cut < best - 1e-9) {
              best = cut
              how = 6
            }
          }
        } else {
          for (let reach = 1; reach <= bracketReach && reach <= column; reach++) {
            const put = cost[above + column - reach]! + reach * bracketCost
            if (put < best - 1e-9) {
              best = put
              how = 16 + reach
            }
          }
        }
      }
      cost[line + column] = best
      back[line + column] = how
    }
  }
  const last = (rows - 1) * width
  let end = 0
  for (let column = 1; column < width; column++) if (cost[last + column]! < cost[last + end]! - 1e-9) end = column
  return trace(source, parts, back, width, from, end)
}

/** Whether the step from the word before to this one goes from one utterance, or from prose, to another. */
function leavesUtterance(source: QuotedSource, at: number): boolean {
  const here = source.spokenAt[at]!
  if (here < 0) return source.cue[at] === 0 && source.spokenAt[at - 1]! >= 0
  return false
}

function trace(
  source: QuotedSource,
  parts: readonly QuotePart[],
  back: Uint8Array,
  width: number,
  from: number,
  end: number,
): Alignment {
  const steps: Step[] = []
  let row = parts.length
  let column = end
  let cost = 0
  let same = 0
  while (row > 0) {
    const how = back[row * width + column]!
    const word = from + column - 1
    const part = row - 1
    if (how === 1) {
      const free = source.cue[word] || source.inserted[word]
      steps.push({ part, word, kind: free ? 'stepped' : 'removed' })
      if (!free) cost++
      column--
    } else if (how === 2) {
      steps.push({ part, word, kind: 'same' })
      same++
      row--
      column--
    } else if (how === 3) {
      steps.push({ part, word, kind: 'changed' })
      cost++
      row--
      column--
    } else if (how === 4) {
      steps.push({ part, word: -1, kind: 'inserted' })
      cost++
      row--
    } else if (how === 5) row--
    else if (how === 6) {
      steps.push({ part, word, kind: 'cut' })
      column--
    } else {
      for (let reach = how - 16; reach > 0; reach--) steps.push({ part, word: from + column-- - 1, kind: 'bracket' })
      row--
    }
  }
  steps.reverse()
  // Words the source has before the first and after the last word laid are not the quotation's.
  while (steps[0] && (steps[0].kind === 'removed' || steps[0].kind === 'stepped')) {
    if (steps[0].kind === 'removed') cost--
    steps.shift()
  }
  return { source, steps, cost, same }
}
