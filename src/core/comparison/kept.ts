import type { Alignment } from './align'
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
export interface Shared {
  kept: Kept[]
  /** For each old block the new block that ends where it ends, or -1. */
  partner: Int32Array
  partnerOfNew: Int32Array
  /** For each old block the move it belongs to as a whole, or 0. */
  moveOfBlock: Int32Array
  moveOfNewBlock: Int32Array
}

const space = /\s/
const joined = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u

/** White space that no token took. */
function isGap(text: string, at: number): boolean {
  return space.test(text[at] ?? '\n') && !joined.test(text.slice(at + 1, at + 3))
}

/** Turns answered tokens into ranges: pairs the ends of blocks, then stretches over the white space both sides share. */
export function shareOf(old: Side, fresh: Side, alignment: Alignment): Shared {
  let shared = pairBlocks(old, fresh, alignment)
  while (letGoInsideMoves(old, fresh, alignment, shared)) shared = pairBlocks(old, fresh, alignment)
  const kept = ranges(old, fresh, alignment, shared)
  stretch(kept, old, fresh)
  return { ...shared, kept: joinTouching(kept) }
}

/** The last answered token of each block, and the move it belongs to: what stayed comes before what moved. */
function owners(side: Side, answers: Int32Array, moveOf: (token: number) => number) {
  const count = side.doc.blocks.length
  const last = new Int32Array(count).fill(-1)
  const owner = new Int32Array(count).fill(-1)
  for (let token = 0; token < answers.length; token++) {
    if (answers[token]! < 0) continue
    const block = side.block[token]!
    const move = moveOf(token)
    if (owner[block] === 0 && move !== 0) continue
    owner[block] = move
    last[block] = token
  }
  return { last, owner }
}

/**
 * A word that stayed, or moved as something else, cannot stand between two parts of one moved sentence: nobody could put
 * the sentence back around it. Lets go of such answers, on either side, unless the move owns the whole block; says whether
 * there were any.
 */
function letGoInsideMoves(old: Side, fresh: Side, { toNew, toOld, move }: Alignment, shared: Omit<Shared, 'kept'>) {
  const wrong: number[] = []
  const look = (side: Side, answers: Int32Array, moveOf: (token: number) => number, owner: Int32Array) => {
    for (let block = side.from; block < side.to; block++) {
      const [start, end] = [side.blockToken[block - side.from]!, side.blockToken[block - side.from + 1]!]
      const lastOf = new Map<number, number>()
      for (let token = start; token < end; token++)
        if (answers[token]! >= 0 && moveOf(token) !== 0) lastOf.set(moveOf(token), token)
      if (lastOf.size === 0) continue
      let [inside, until] = [0, -1]
      for (let token = start; token < end; token++) {
        if (answers[token]! < 0) continue
        const own = moveOf(token)
        if (token < until && own !== inside) wrong.push(side === old ? token : answers[token]!)
        else if (own !== 0 && own !== owner[block]) [inside, until] = [own, lastOf.get(own)!]
      }
    }
  }
  look(old, toNew, (token) => move[token]!, shared.moveOfBlock)
  look(fresh, toOld, (token) => move[toOld[token]!]!, shared.moveOfNewBlock)
  for (const token of wrong) {
    const answer = toNew[token]!
    if (answer >= 0) toOld[answer] = -1
    toNew[token] = -1
  }
  return wrong.length > 0
}

function pairBlocks(old: Side, fresh: Side, { toNew, toOld, move }: Alignment): Omit<Shared, 'kept'> {
  const oldOwners = owners(old, toNew, (token) => move[token]!)
  const newOwners = owners(fresh, toOld, (token) => move[toOld[token]!]!)
  const partner = new Int32Array(old.doc.blocks.length).fill(-1)
  const partnerOfNew = new Int32Array(fresh.doc.blocks.length).fill(-1)
  const moveOfBlock = new Int32Array(old.doc.blocks.length)
  const moveOfNewBlock = new Int32Array(fresh.doc.blocks.length)
  const pair = (a: number, b: number) => {
    partner[a] = b
    partnerOfNew[b] = a
  }
  for (let block = 0; block < old.from; block++) pair(block, block)
  for (let block = old.to; block < partner.length; block++) pair(block, block - old.to + fresh.to)
  for (let block = old.from; block < old.to; block++) {
    const token = oldOwners.last[block]!
    if (token < 0) continue
    const answer = toNew[token]!
    const other = fresh.block[answer]!
    const owner = oldOwners.owner[block]!
    if (newOwners.owner[other] !== owner || newOwners.last[other] !== answer) continue
    pair(block, other)
    moveOfBlock[block] = owner
    moveOfNewBlock[other] = owner
  }
  // Blocks of which nothing was kept answer each other in order when they are of one type and stand in one place.
  const places = new Map<string, { blocks: number[]; next: number }>()
  eachLoose(old, oldOwners.last, toNew, move, (block, place) => {
    const key = `${place} ${old.doc.blocks[block]!.type}`
    const known = places.get(key)
    if (known) known.blocks.push(block)
    else places.set(key, { blocks: [block], next: 0 })
  })
  const lastAt = new Map<number, number>()
  const moveOfNew = (token: number) => move[toOld[token]!]!
  eachLoose(fresh, newOwners.last, toOld, { at: moveOfNew }, (block, place) => {
    const waiting = places.get(`${place} ${fresh.doc.blocks[block]!.type}`)
    while (waiting && waiting.next < waiting.blocks.length) {
      const candidate = waiting.blocks[waiting.next++]!
      if (candidate < (lastAt.get(place) ?? 0)) continue
      pair(candidate, block)
      lastAt.set(place, candidate)
      break
    }
  })
  return { partner, partnerOfNew, moveOfBlock, moveOfNewBlock }
}

/** Visits the blocks of which nothing was kept, each with the number of unmoved kept tokens before it. */
function eachLoose(
  side: Side,
  last: Int32Array,
  answers: Int32Array,
  moves: Int32Array | { at: (token: number) => number },
  visit: (block: number, place: number) => void,
) {
  let place = 0
  let token = 0
  for (let block = side.from; block < side.to; block++) {
    const end = side.blockToken[block - side.from + 1]!
    for (; token < end; token++) if (answers[token]! >= 0 && moves.at(token) === 0) place++
    if (last[block]! < 0) visit(block, place)
  }
}

function ranges(old: Side, fresh: Side, { toNew, move }: Alignment, shared: Omit<Shared, 'kept'>): Kept[] {
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
    const partner = shared.partner[block]!
    if (partner < 0) continue
    const at = old.starts[block + 1]! - 1
    const atNew = fresh.starts[partner + 1]! - 1
    kept.push({ old: [at, at + 1], new: [atNew, atNew + 1], move: shared.moveOfBlock[block]! })
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
