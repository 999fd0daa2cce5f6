import { pilcrow, type ReadingBlock, type ReadingRun, type RunState } from './reading'
import { blockOf } from './formats'
import { flatten, type Flat } from './sides'
import type { Change, Comparison, Doc, Op } from './types'

type Side = 'old' | 'new'

/** Blocks of both versions that answer one another, for two columns. Either side may have none; together they are the versions. */
export interface ColumnRow {
  old: ReadingBlock[]
  new: ReadingBlock[]
}

/** Both versions beside one another: every block of each, in order, in rows whose blocks share what was kept in place. */
export function columnsOf(old: Doc, fresh: Doc, comparison: Comparison): ColumnRow[] {
  const flat = flatten(old)
  const flatNew = flatten(fresh)
  const blocks = sideBlocks(old, flat, 'old', comparison)
  const newBlocks = sideBlocks(fresh, flatNew, 'new', comparison)
  const rows: ColumnRow[] = []
  let at = 0
  let atNew = 0
  const loose = (to: number, toNew: number) => {
    while (at < to || atNew < toNew) {
      const left = at < to ? blocks[at] : undefined
      const right = atNew < toNew ? newBlocks[atNew] : undefined
      // What moved stands alone; what was taken out and what was put in at one place stand beside one another.
      const leftAlone = left?.state === 'moved-away'
      const rightAlone = !leftAlone && right?.state === 'moved-here'
      const row: ColumnRow = { old: left && !rightAlone ? [left] : [], new: right && !leftAlone ? [right] : [] }
      at += row.old.length
      atNew += row.new.length
      rows.push(row)
    }
  }
  for (const { from, to, newFrom, newTo } of joined(comparison.ops, flat, flatNew)) {
    loose(from, newFrom)
    rows.push({ old: blocks.slice(from, to + 1), new: newBlocks.slice(newFrom, newTo + 1) })
    at = to + 1
    atNew = newTo + 1
  }
  loose(blocks.length, newBlocks.length)
  return rows
}

interface Joined {
  from: number
  to: number
  newFrom: number
  newTo: number
}

/** Stretches of blocks that words kept in place hold together, in order. */
function joined(ops: readonly Op[], flat: Flat, flatNew: Flat): Joined[] {
  const found: Joined[] = []
  for (const op of ops) {
    if (op.op !== 'keep') continue
    const shift = op.new[0] - op.old[0]
    let at = op.old[0]
    let block = blockOf(flat, at)
    let newBlock = blockOf(flatNew, at + shift)
    while (at < op.old[1]) {
      while (flat.starts[block + 1]! <= at) block++
      while (flatNew.starts[newBlock + 1]! <= at + shift) newBlock++
      const blockEnd = flat.starts[block + 1]! - 1
      const newEnd = flatNew.starts[newBlock + 1]! - 1 - shift
      const end = Math.min(op.old[1], blockEnd, newEnd)
      const whole =
        at === flat.starts[block] && at + shift === flatNew.starts[newBlock] && end === blockEnd && end === newEnd
      if (whole || /[\p{L}\p{N}]/u.test(flat.text.slice(at, end))) {
        const last = found.at(-1)
        if (last && (block <= last.to || newBlock <= last.newTo)) {
          last.to = Math.max(last.to, block)
          last.newTo = Math.max(last.newTo, newBlock)
        } else found.push({ from: block, to: block, newFrom: newBlock, newTo: newBlock })
      }
      at = end + 1
    }
  }
  return found
}

/** The blocks of one version, each cut into stretches by what became of them or where they came from. */
function sideBlocks(doc: Doc, flat: Flat, side: Side, { ops, changes }: Comparison): ReadingBlock[] {
  const lost: RunState = side === 'old' ? 'deleted' : 'inserted'
  const moved: RunState = side === 'old' ? 'moved-away' : 'moved-here'
  const owner = ownersOf(flat, side, changes)
  const moves = new Map(changes.flatMap((change) => (change.kind === 'move' ? [[change.move!, change]] : [])))
  const shared = ops
    .flatMap((op) =>
      op.op === 'keep' ? [{ range: op[side], move: 0 }] : op.op === 'move' ? [{ range: op[side], move: op.id }] : [],
    )
    .sort((a, b) => a.range[0] - b.range[0])
  const formats = changes.filter((change) => change.kind === 'format' && change[side])
  formats.sort((a, b) => a[side]!.start - b[side]!.start)
  const byBlock = blockChanges(flat, side, changes)

  let next = 0
  let nextFormat = 0
  const formatAt = (at: number) => {
    for (let each = nextFormat; each < formats.length && formats[each]![side]!.start <= at; each++)
      if (at < formats[each]![side]!.end) return formats[each]
    return undefined
  }
  return doc.blocks.map(({ type, marks = [] }, index) => {
    const start = flat.starts[index]!
    const end = flat.starts[index + 1]! - 1
    const runs: ReadingRun[] = []
    const put = (from: number, to: number, run: Omit<ReadingRun, 'text' | 'marks'>) => {
      const edges = new Set([from, to])
      for (const mark of marks)
        for (const edge of [start + mark.from, start + mark.to]) if (edge > from && edge < to) edges.add(edge)
      while (nextFormat < formats.length && formats[nextFormat]![side]!.end <= from) nextFormat++
      for (let each = nextFormat; each < formats.length && formats[each]![side]!.start < to; each++)
        for (const edge of Object.values(formats[each]![side]!)) if (edge > from && edge < to) edges.add(edge)
      const cuts = [...edges].sort((a, b) => a - b)
      for (let cut = 0; cut + 1 < cuts.length; cut++) {
        const at = cuts[cut]!
        const format = formatAt(at)
        runs.push({
          ...run,
          ...(format && run.state !== lost ? { format: format.id } : {}),
          text: flat.text.slice(at, cuts[cut + 1]),
          marks: marks
            .filter((mark) => start + mark.from <= at && at < start + mark.to)
            .map((mark) => (mark.type === 'link' ? `link|${mark.href ?? ''}` : mark.type)),
        })
      }
    }
    const putLost = (from: number, to: number) => {
      for (let at = from; at < to;) {
        let stop = at + 1
        while (stop < to && owner[stop] === owner[at]) stop++
        const change = changes[owner[at]! - 1]
        // Space around what moved goes with it, whoever owns it.
        const idle = !change && flat.text.slice(at, stop).trim() === ''
        put(at, stop, idle ? { state: 'kept' } : { state: lost, ...(change ? { change: change.id } : {}) })
        at = stop
      }
    }
    let at = start
    while (next < shared.length && shared[next]!.range[1] <= start) next++
    for (let each = next; each < shared.length && shared[each]!.range[0] < end; each++) {
      const { range, move } = shared[each]!
      const from = Math.max(range[0], start)
      const to = Math.min(range[1], end)
      putLost(at, from)
      const change = moves.get(move)
      if (to > from)
        put(from, to, move ? { state: moved, move, ...(change ? { change: change.id } : {}) } : { state: 'kept' })
      at = Math.max(at, to)
    }
    putLost(at, end)
    const { whole, retype, ends } = byBlock.get(index) ?? {}
    const split = ends?.kind === 'split' ? { split: ends.id } : {}
    if (ends) runs.push({ text: pilcrow, state: lost, change: ends.id, marks: [] })
    return {
      type,
      runs,
      state: whole ? (whole.kind === 'move' ? moved : lost) : 'kept',
      ...split,
      ...(retype ? { retype: retype.id } : {}),
      [side]: index,
    }
  })
}

interface OfBlock {
  /** The change by which the whole block came, went or moved. */
  whole?: Change
  retype?: Change
  /** The split or merge whose break ends the block. */
  ends?: Change
}

function blockChanges(flat: Flat, side: Side, changes: readonly Change[]): Map<number, OfBlock> {
  const found = new Map<number, OfBlock>()
  const note = (block: number, of: OfBlock) => found.set(block, { ...found.get(block), ...of })
  for (const change of changes) {
    const range = change[side]
    if (!range) continue
    const first = blockOf(flat, range.start)
    const last = blockOf(flat, range.end)
    if (change.kind === 'retype') note(first, { retype: change })
    else if (change.kind === (side === 'old' ? 'merge' : 'split'))
      for (let block = first; block < last; block++) note(block, { ends: change })
    else if (change.unit === 'paragraph' && (change.kind === 'move' || !change[side === 'old' ? 'new' : 'old']))
      for (let block = first; block <= last; block++) note(block, { whole: change })
  }
  return found
}

/** For each character the number of the change that takes or brings it, counted from 1; changes inside others go before. */
function ownersOf(flat: Flat, side: Side, changes: readonly Change[]): Int32Array {
  const owner = new Int32Array(flat.text.length + 1)
  const words = (kind: Change['kind']) => kind === 'insert' || kind === 'delete' || kind === 'replace'
  const ranked = changes
    .map((change, index) => ({ change, range: change[side], number: index + 1 }))
    .filter(({ change, range }) => range && change.kind !== 'format' && change.kind !== 'retype')
    .sort(
      (a, b) =>
        Number(words(a.change.kind)) - Number(words(b.change.kind)) ||
        b.range!.end - b.range!.start - (a.range!.end - a.range!.start),
    )
  for (const { range, number } of ranked) owner.fill(number, range!.start, range!.end)
  return owner
}
