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
  /** What the way costs, edges included; words that differ, and words that are the same. */
  total: number
  cost: number
  same: number
}

const stepCost = 0.001
const cutCost = 0.0005
/** Where the source has an ellipsis of its own, ours is that one first: a word changed behind it is no cut. */
const ownOmission = 0.2
/** A cut that leaves the utterance joins what was not said together. */
const leaveCost = 0.4
/** Words that nobody says are taken for the quotation only where nobody says them near by. */
const proseCost = 0.03
const bracketReach = 6
const bracketCost = 0.02
const changeCost = 1.1
const insertCost = 1
/** One silent cut is one fault, however long: the first word dropped costs one, each after it little. */
const removeCost = 1
const removeMore = 0.15
/** Beginning or ending where the source does not is likelier a partial quotation than a changed word, but not by much. */
const edgeCost = 0.7

/** How the cheapest way came to a cell. Bracket steps are kept as `bracket` plus the words stepped over. */
const by = { start: 0, same: 1, change: 2, insert: 3, pass: 4, cut: 5, removal: 6, bracket: 16 } as const

/** The cheapest way to lay `parts` along the words `from` to `to` of a source. */
export function align(source: QuotedSource, parts: readonly QuotePart[], from: number, to: number): Alignment {
  const width = to - from + 1
  const rows = parts.length + 1
  const cost = new Float64Array(rows * width)
  const how = new Uint8Array(rows * width)
  // A second layer for ways that have just dropped a word of the source, so that going on dropping is cheap.
  const dropping = new Float64Array(rows * width).fill(Infinity)
  const dropped = new Uint8Array(rows * width)
  const { words } = source
  for (let column = 0; column < width; column++) cost[column] = source.opensAt[from + column] ? 0 : edgeCost
  for (let row = 1; row < rows; row++) {
    const part = parts[row - 1]!
    const line = row * width
    const above = line - width
    for (let column = 0; column < width; column++) {
      const at = from + column - 1
      let best = Infinity
      let bestWay: number = by.start
      const offer = (value: number, way: number) => {
        if (value < best - 1e-9) {
          best = value
          bestWay = way
        }
      }
      if (column > 0) {
        const free = source.cue[at] || source.inserted[at]
        const opened = cost[line + column - 1]! + (free ? stepCost : removeCost)
        const further = dropping[line + column - 1]! + (free ? stepCost : removeMore)
        dropping[line + column] = Math.min(opened, further)
        dropped[line + column] = further <= opened ? 1 : 0
        offer(dropping[line + column]!, by.removal)
      }
      if (part.kind === 'word') {
        if (column > 0) {
          const same = part.key === words[at]!.key
          const prose = source.spokenAt[at]! < 0 && !source.ownVoice ? proseCost : 0
          offer(cost[above + column - 1]! + (same ? prose : changeCost), same ? by.same : by.change)
        }
        offer(cost[above + column]! + insertCost, by.insert)
      } else if (part.kind === 'ellipsis') {
        offer(cost[above + column]!, by.pass)
        if (column > 0) {
          const leaves = column > 1 && leavesUtterance(source, at) ? leaveCost : 0
          const own = source.omits[at] ? ownOmission : 0
          offer(cost[line + column - 1]! + cutCost + leaves + own, by.cut)
        }
      } else {
        offer(cost[above + column]!, by.pass)
        const most = part.kind === 'square' ? Math.min(bracketReach, column) : 0
        for (let reach = 1; reach <= most; reach++)
          offer(cost[above + column - reach]! + reach * bracketCost, by.bracket + reach)
      }
      cost[line + column] = best
      how[line + column] = bestWay
    }
  }
  const last = (rows - 1) * width
  const atEnd = (column: number) =>
    cost[last + column]! + (column > 0 && source.endsAt[from + column - 1] ? 0 : edgeCost)
  let end = 0
  for (let column = 1; column < width; column++) if (atEnd(column) < atEnd(end) - 1e-9) end = column
  const steps = trace(source, parts, { how, dropped, width, from }, end)
  const same = steps.filter((step) => step.kind === 'same').length
  const differ = steps.filter(
    (step) => step.kind === 'changed' || step.kind === 'inserted' || step.kind === 'removed',
  ).length
  return { source, steps, total: atEnd(end), cost: differ, same }
}

/** What it costs to begin at one word of a source and end at another. */
export function edgesOf(source: QuotedSource, first: number, last: number): number {
  return (source.opensAt[first] ? 0 : edgeCost) + (source.endsAt[last] ? 0 : edgeCost)
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
  table: { how: Uint8Array; dropped: Uint8Array; width: number; from: number },
  end: number,
): Step[] {
  const { how, dropped, width, from } = table
  const steps: Step[] = []
  let row = parts.length
  let column = end
  let going = false
  while (row > 0) {
    const cell = row * width + column
    const way = going ? by.removal : how[cell]!
    const word = from + column - 1
    const part = row - 1
    going = false
    if (way === by.removal) {
      steps.push({ part, word, kind: source.cue[word] || source.inserted[word] ? 'stepped' : 'removed' })
      going = dropped[cell] === 1
      column--
    } else if (way === by.same || way === by.change) {
      steps.push({ part, word, kind: way === by.same ? 'same' : 'changed' })
      row--
      column--
    } else if (way === by.insert) {
      steps.push({ part, word: -1, kind: 'inserted' })
      row--
    } else if (way === by.cut) {
      steps.push({ part, word, kind: 'cut' })
      column--
    } else {
      for (let reach = way - by.bracket; reach > 0; reach--)
        steps.push({ part, word: from + column-- - 1, kind: 'bracket' })
      row--
    }
  }
  steps.reverse()
  return steps
}
