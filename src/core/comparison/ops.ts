import { blockOf } from './formats'
import type { Kept, Shared } from './kept'
import type { Decision, Script } from './script'
import type { Flat } from './sides'
import type { Doc, Op, Pair } from './types'

export interface Found {
  old: Doc
  fresh: Doc
  flat: Flat
  flatNew: Flat
  shared: Shared
  script: Script
  formats: readonly Decision[]
  retyped: ReadonlyMap<number, Decision>
}

/** The public operations: what was kept and moved, blocks split, merged and retyped, marks changed, sentences paired. */
export function opsOf(found: Found & { pairs: readonly { old: Pair; new: Pair }[] }): Op[] {
  const { old, fresh, flat, flatNew, shared, formats, retyped, pairs } = found
  const ops: Op[] = []
  for (const { old: range, new: newRange, move } of shared.kept) {
    // The break after the last block stands in no flat text.
    const beyond = range[1] > flat.text.length || newRange[1] > flatNew.text.length ? 1 : 0
    const length = range[1] - range[0] - beyond
    if (length === 0) continue
    const a: Pair = [range[0], range[0] + length]
    const b: Pair = [newRange[0], newRange[0] + length]
    ops.push(move ? { op: 'move', id: move, old: a, new: b } : { op: 'keep', old: a, new: b })
  }
  for (const joint of jointsOf(found))
    ops.push(
      joint.kind === 'split'
        ? { op: 'split', old: joint.block, new: joint.others }
        : { op: 'merge', old: joint.others, new: joint.block },
    )
  for (const { blocks } of retyped.values()) {
    const [block, newBlock] = blocks!
    ops.push({
      op: 'block_type',
      old: block,
      new: newBlock,
      from: old.blocks[block]!.type,
      to: fresh.blocks[newBlock]!.type,
    })
  }
  for (const { format } of formats) ops.push({ op: 'format', ...format! })
  for (const pair of pairs) ops.push({ op: 'sentence_pair', old: pair.old, new: pair.new })
  return ops
}

/** A block that became several, or several that became one: `others` are consecutive and share words with `block`. */
export interface Joint {
  kind: 'split' | 'merge'
  block: number
  others: number[]
  decision: Decision
}

export function jointsOf({ flat, flatNew, shared, script }: Found): Joint[] {
  const decisions = new Set<Decision>()
  for (const sequence of script.sequences)
    for (const item of sequence)
      if ((item.kind === 'old' || item.kind === 'new') && item.decision.joint) decisions.add(item.decision)
  if (decisions.size === 0) return []
  const sharing = sharingBlocks(shared.kept, flat, flatNew)
  const joints: Joint[] = []
  for (const decision of decisions) {
    const { block, ends } = decision.joint!
    const kind = decision.kind === 'split' ? 'split' : 'merge'
    const shares = (other: number) => sharing.has(kind === 'split' ? pairKey(block, other) : pairKey(other, block))
    const candidates = [...new Set(ends.flatMap((end) => [end, end + 1]))].filter(shares).sort((a, b) => a - b)
    const others: number[] = []
    for (const other of candidates) if (others.length === 0 || other === others.at(-1)! + 1) others.push(other)
    if (others.length > 1) joints.push({ kind, block, others, decision })
  }
  return joints
}

const pairKey = (block: number, newBlock: number) => block * 0x2000000 + newBlock

/** The pairs of blocks that have kept words in common. */
function sharingBlocks(kept: readonly Kept[], flat: Flat, flatNew: Flat): Set<number> {
  const found = new Set<number>()
  for (const { old: range, new: newRange } of kept) {
    const shift = newRange[0] - range[0]
    let block = blockOf(flat, range[0])
    let newBlock = blockOf(flatNew, newRange[0])
    let at = range[0]
    while (at < range[1]) {
      while (flat.starts[block + 1]! <= at) block++
      while (flatNew.starts[newBlock + 1]! <= at + shift) newBlock++
      const end = Math.min(range[1], flat.starts[block + 1]! - 1, flatNew.starts[newBlock + 1]! - 1 - shift)
      if (/[\p{L}\p{N}]/u.test(flat.text.slice(at, end))) found.add(pairKey(block, newBlock))
      at = end + 1
    }
  }
  return found
}
