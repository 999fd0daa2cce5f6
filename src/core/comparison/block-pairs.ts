import type { Alignment } from './align'
import type { Side } from './sides'

/** Which block ends in which block's place. */
export interface BlockPairs {
  /** For each old block the new block that ends where it ends, or -1. */
  partner: Int32Array
  partnerOfNew: Int32Array
  /** For each old block the move it belongs to as a whole, or 0. */
  moveOfBlock: Int32Array
  moveOfNewBlock: Int32Array
}

/**
 * Pairs the ends of blocks by their last answered words. Lets go of answers of `alignment` that stand where nobody could
 * put them: inside something that moved otherwise.
 */
export function blockPairs(old: Side, fresh: Side, alignment: Alignment): BlockPairs {
  let pairs = pairBlocks(old, fresh, alignment)
  while (letGoInsideMoves(old, fresh, alignment, pairs)) pairs = pairBlocks(old, fresh, alignment)
  return pairs
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
function letGoInsideMoves(old: Side, fresh: Side, { toNew, toOld, move }: Alignment, pairs: BlockPairs) {
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
  look(old, toNew, (token) => move[token]!, pairs.moveOfBlock)
  look(fresh, toOld, (token) => move[toOld[token]!]!, pairs.moveOfNewBlock)
  for (const token of wrong) {
    const answer = toNew[token]!
    if (answer >= 0) toOld[answer] = -1
    toNew[token] = -1
  }
  return wrong.length > 0
}

function pairBlocks(old: Side, fresh: Side, { toNew, toOld, move }: Alignment): BlockPairs {
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
