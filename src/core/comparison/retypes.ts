import { blockOf } from './formats'
import type { Shared } from './kept'
import type { Decision } from './script'
import type { Flat } from './sides'
import type { Doc, DocBlock } from './types'

/** Everything about a block but its words and marks. */
export function frameOf({ type, attrs, within, before, after }: DocBlock): string {
  return attrs || within || before || after ? JSON.stringify([type, attrs, within, before, after]) : type
}

/** Blocks that end in one another's place and are of another type or have other attributes, by old block. */
export function retypes(old: Doc, fresh: Doc, flat: Flat, flatNew: Flat, { kept }: Shared): Map<number, Decision> {
  const found = new Map<number, Decision>()
  for (const { old: range, new: newRange } of kept) {
    const shift = newRange[0] - range[0]
    let block = blockOf(flat, range[0])
    while (block < old.blocks.length) {
      const end = flat.starts[block + 1]! - 1
      if (end >= range[1]) break
      const newBlock = blockOf(flatNew, end + shift)
      const [a, b] = [old.blocks[block]!, fresh.blocks[newBlock]!]
      if (a !== b && frameOf(a) !== frameOf(b))
        found.set(block, {
          kind: 'retype',
          old: [[flat.starts[block]!, end]],
          new: [[flatNew.starts[newBlock]!, end + shift]],
          blocks: [block, newBlock],
        })
      block++
    }
  }
  return found
}
