import { blockOf } from './formats'
import type { Shared } from './kept'
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

/**
 * A block that became several, or several that became one: `others` are consecutive, from the first to the last that share
 * words with `block`. A paragraph put in between is among them and is a change of its own.
 */
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
  const { answers, answersOfNew } = blocksInCommon(shared, flat, flatNew)
  const joints: Joint[] = []
  for (const decision of decisions) {
    const { block, ends } = decision.joint!
    const kind = decision.kind === 'split' ? 'split' : 'merge'
    const sharing = [...((kind === 'split' ? answers : answersOfNew).get(block) ?? [])].sort((a, b) => a - b)
    const before = sharing.filter((other) => other <= Math.min(...ends)).at(-1)
    const after = sharing.find((other) => other > Math.max(...ends))
    if (before === undefined || after === undefined) continue
    const others = Array.from({ length: after - before + 1 }, (_, index) => before + index)
    joints.push({ kind, block, others, decision })
  }
  return joints
}

/** The blocks that have words in common which stayed where they were. */
function blocksInCommon({ kept, moveOfBlock }: Shared, flat: Flat, flatNew: Flat) {
  const answers = new Map<number, Set<number>>()
  const answersOfNew = new Map<number, Set<number>>()
  const put = (map: Map<number, Set<number>>, key: number, value: number) => {
    const known = map.get(key)
    if (known) known.add(value)
    else map.set(key, new Set([value]))
  }
  for (const { old: range, new: newRange, move } of kept) {
    const shift = newRange[0] - range[0]
    let block = blockOf(flat, range[0])
    let newBlock = blockOf(flatNew, newRange[0])
    let at = range[0]
    while (at < range[1]) {
      while (flat.starts[block + 1]! <= at) block++
      while (flatNew.starts[newBlock + 1]! <= at + shift) newBlock++
      const end = Math.min(range[1], flat.starts[block + 1]! - 1, flatNew.starts[newBlock + 1]! - 1 - shift)
      if (move === moveOfBlock[block] && /[\p{L}\p{N}]/u.test(flat.text.slice(at, end))) {
        put(answers, block, newBlock)
        put(answersOfNew, newBlock, block)
      }
      at = end + 1
    }
  }
  return { answers, answersOfNew }
}
