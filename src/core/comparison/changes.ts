import { blockOf } from './formats'
import { jointsOf, type Found } from './ops'
import type { Decision } from './script'
import type { Flat } from './sides'
import { toucher } from './touches'
import type { Change, Pair } from './types'
import { countWhile } from './search'
import type { Range } from '../manuscript'

/** The list that people step through, in reading order, and the id of each decision. */
export function changesOf(found: Found): { changes: Change[]; ids: Map<Decision, string> } {
  const { old, fresh, flat, flatNew, shared, script, formats, retyped } = found
  const joints = new Map(jointsOf(found).map((joint) => [joint.decision, joint]))
  const movedBlocks = blocksOfMoves(shared.moveOfBlock)
  const newMovedBlocks = blocksOfMoves(shared.moveOfNewBlock)
  const ids = new Map<Decision, string>()
  const touchesOf = toucher(old, fresh, flat, flatNew)
  const changes: Change[] = []
  const add = (decision: Decision, move: number) => {
    if (ids.has(decision)) return
    const id = `c${changes.length + 1}`
    ids.set(decision, id)
    const joint = joints.get(decision)
    const blockRange = ({ starts }: Flat, from: number, to: number): Range => ({
      start: starts[from]!,
      end: starts[to + 1]! - 1,
    })
    let range = hull(decision, decision.old, flat)
    let newRange = hull(decision, decision.new, flatNew)
    const block = decision.kind === 'move' ? movedBlocks.get(decision.move!) : undefined
    if (block !== undefined) {
      const newBlock = newMovedBlocks.get(decision.move!)!
      range = blockRange(flat, block, block)
      newRange = blockRange(flatNew, newBlock, newBlock)
    }
    if (joint) {
      const one = [joint.block, joint.block] as const
      const many = [joint.others[0]!, joint.others.at(-1)!] as const
      range = blockRange(flat, ...(joint.kind === 'split' ? one : many))
      newRange = blockRange(flatNew, ...(joint.kind === 'split' ? many : one))
    }
    const change: Change = {
      id,
      kind:
        decision.kind === 'replace' && !range
          ? 'insert'
          : decision.kind === 'replace' && !newRange
            ? 'delete'
            : decision.kind,
      ...(range ? { old: range } : {}),
      ...(newRange ? { new: newRange } : {}),
      oldText: range ? flat.text.slice(range.start, range.end) : '',
      newText: newRange ? flatNew.text.slice(newRange.start, newRange.end) : '',
      touches: [],
    }
    if (decision.kind === 'move') {
      change.move = decision.move!
      change.unit = block === undefined ? 'sentence' : 'paragraph'
    } else if (move) change.move = move
    if (decision.whole) change.unit = 'paragraph'
    if (decision.blocks) {
      change.from = old.blocks[decision.blocks[0]]!.type
      change.to = fresh.blocks[decision.blocks[1]]!.type
    }
    if (decision.format) {
      change.add = decision.format.add
      change.remove = decision.format.remove
    }
    change.touches = touchesOf(change)
    changes.push(change)
  }
  let format = 0
  const formatsByNew = formats
  const walk = (context: number) => {
    for (const item of script.sequences[context]!)
      if (item.kind === 'slot') {
        if (item.side === 'old') continue
        add(script.moves[item.move]!, item.move)
        walk(item.move)
      } else if (item.kind !== 'kept') add(item.decision, context)
      else overlays(item.kept.old, context)
  }
  /** Format changes and retypes of one kept range, in order. */
  const overlays = ([from, to]: Pair, context: number) => {
    format = firstAfter(formatsByNew, from)
    let block = blockOf(flat, from)
    for (let at = from; at < to && block < old.blocks.length; block++) {
      const end = flat.starts[block + 1]! - 1
      const retype = end < to ? retyped.get(block) : undefined
      if (retype) add(retype, context)
      for (; format < formats.length && formats[format]!.old[0]![0] < Math.min(to, end + 1); format++)
        add(formats[format]!, context)
      at = end + 1
    }
  }
  walk(0)
  return { changes, ids }
}

/** The first block of each move that is a whole block. */
function blocksOfMoves(moveOfBlock: Int32Array): Map<number, number> {
  const blocks = new Map<number, number>()
  moveOfBlock.forEach((move, block) => {
    if (move !== 0 && !blocks.has(move)) blocks.set(move, block)
  })
  return blocks
}

function firstAfter(formats: readonly Decision[], from: number): number {
  return countWhile(formats, ({ old }) => old[0]![0] < from)
}

/** From the first to the last of a decision's stretches, without the break that ends a whole block. */
function hull(decision: Decision, stretches: readonly Pair[], { text }: Flat): Range | undefined {
  if (stretches.length === 0) return undefined
  let start = Math.min(...stretches.map(([from]) => from))
  let end = Math.max(...stretches.map(([, to]) => to))
  if (decision.whole) end--
  end = Math.min(end, text.length)
  start = Math.min(start, end)
  if (decision.kind === 'move') {
    while (start < end && /\s/.test(text[start]!)) start++
    while (end > start && /\s/.test(text[end - 1]!)) end--
  }
  return { start, end }
}
