import type { Alignment } from './align'
import { blockPairs, type BlockPairs } from './block-pairs'
import { joinsBackwards } from './characters'
import type { Flat, Side } from './sides'
import type { Pair } from './types'

/**
 * Equal text on both sides. Offsets are into the flat text, in which every block, the last one too, ends in a break.
 * `move` is 0 for what stayed in order, else the number of the moved block or sentence.
 */
export interface Kept {
  old: Pair
  new: Pair
  move: number
}

/** What the two versions share: ranges in the old version's order, and which block ends in which block's place. */
export interface Shared extends BlockPairs {
  kept: Kept[]
}

const space = /\s/

/** White space that no token took. */
function isGap(text: string, at: number): boolean {
  return space.test(text[at] ?? '\n') && !joinsBackwards.test(text.slice(at + 1, at + 3))
}

/** Turns answered tokens into ranges: pairs the ends of blocks, then stretches over the white space both sides share. */
export function shareOf(old: Side, fresh: Side, alignment: Alignment): Shared {
  const pairs = blockPairs(old, fresh, alignment)
  const kept = ranges(old, fresh, alignment, pairs)
  stretch(kept, old, fresh)
  return { ...pairs, kept: joinTouching(kept) }
}

function ranges(old: Side, fresh: Side, { toNew, move }: Alignment, pairs: BlockPairs): Kept[] {
  const kept: Kept[] = []
  if (old.from > 0) kept.push({ old: [0, old.starts[old.from]!], new: [0, fresh.starts[fresh.from]!], move: 0 })
  const { start, end } = old.tokens
  let previous = -2
  for (let block = old.from, token = 0; block < old.to; block++) {
    const stop = old.blockToken[block - old.from + 1]!
    for (; token < stop; token++) {
      const answer = toNew[token]!
      if (answer < 0) continue
      const from = fresh.tokens.start[answer]!
      const last = kept.at(-1)
      // Neighbouring tokens with the same space between them are one range; every other space is settled by `stretch`.
      if (
        previous === token - 1 &&
        toNew[previous] === answer - 1 &&
        last !== undefined &&
        last.move === move[token] &&
        last.old[1] === end[previous] &&
        sameText(old.text, last.old[1], start[token]!, fresh.text, last.new[1], from) &&
        old.block[previous] === block &&
        fresh.block[answer - 1] === fresh.block[answer]
      ) {
        last.old[1] = end[token]!
        last.new[1] = fresh.tokens.end[answer]!
      } else
        kept.push({ old: [start[token]!, end[token]!], new: [from, fresh.tokens.end[answer]!], move: move[token]! })
      previous = token
    }
    const partner = pairs.partner[block]!
    if (partner < 0) continue
    const at = old.starts[block + 1]! - 1
    const atNew = fresh.starts[partner + 1]! - 1
    kept.push({ old: [at, at + 1], new: [atNew, atNew + 1], move: pairs.moveOfBlock[block]! })
  }
  if (old.to < old.doc.blocks.length)
    kept.push({
      old: [old.starts[old.to]!, old.starts.at(-1)!],
      new: [fresh.starts[fresh.to]!, fresh.starts.at(-1)!],
      move: 0,
    })
  return kept
}

function sameText(a: string, from: number, to: number, b: string, bFrom: number, bTo: number): boolean {
  if (to - from !== bTo - bFrom) return false
  for (let at = from; at < to; at++) if (a.charCodeAt(at) !== b.charCodeAt(bFrom + at - from)) return false
  return true
}

/** Takes the white space after each range, then before it, where both versions have the same, whole gaps only. */
function stretch(kept: Kept[], old: Flat, fresh: Flat) {
  const byNew = [...kept].sort((a, b) => a.new[0] - b.new[0])
  const placeInNew = new Map(byNew.map((range, index) => [range, index]))
  kept.forEach((range, index) => {
    const end = gapEnd(old, range.old[1], kept[index + 1]?.old[0])
    const newEnd = gapEnd(fresh, range.new[1], byNew[placeInNew.get(range)! + 1]?.new[0])
    if (!sameText(old.text, range.old[1], end, fresh.text, range.new[1], newEnd)) return
    range.old[1] = end
    range.new[1] = newEnd
  })
  kept.forEach((range, index) => {
    const start = gapStart(old, range.old[0], kept[index - 1]?.old[1])
    const newStart = gapStart(fresh, range.new[0], byNew[placeInNew.get(range)! - 1]?.new[1])
    if (!sameText(old.text, start, range.old[0], fresh.text, newStart, range.new[0])) return
    range.old[0] = start
    range.new[0] = newStart
  })
}

function gapEnd(flat: Flat, from: number, limit = flat.text.length): number {
  let at = from
  while (at < limit && isGap(flat.text, at) && !isBreak(flat, at)) at++
  return at
}

function gapStart(flat: Flat, from: number, limit = 0): number {
  let at = from
  while (at > limit && isGap(flat.text, at - 1) && !isBreak(flat, at - 1)) at--
  return at
}

/** True where a block ends. A block's own text may hold line breaks too; those are white space like any other. */
function isBreak({ text, starts }: Flat, at: number): boolean {
  if (text.charCodeAt(at) !== 10) return at >= text.length
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle]! <= at) low = middle + 1
    else high = middle
  }
  return starts[low] === at + 1
}

function joinTouching(kept: Kept[]): Kept[] {
  const joined: Kept[] = []
  for (const range of kept) {
    const last = joined.at(-1)
    if (last && last.move === range.move && last.old[1] === range.old[0] && last.new[1] === range.new[0]) {
      last.old[1] = range.old[1]
      last.new[1] = range.new[1]
    } else joined.push(range)
  }
  return joined
}

/** The same with the sides exchanged. */
export function swapped({ kept, partner, partnerOfNew, moveOfBlock, moveOfNewBlock }: Shared): Shared {
  return {
    kept: kept
      .map(({ old, new: fresh, move }) => ({ old: fresh, new: old, move }))
      .sort((a, b) => a.old[0] - b.old[0] || a.new[0] - b.new[0]),
    partner: partnerOfNew,
    partnerOfNew: partner,
    moveOfBlock: moveOfNewBlock,
    moveOfNewBlock: moveOfBlock,
  }
}
