import { workingsOf } from './compare'
import { blockOf } from './formats'
import { formatsWithin, type Decision, type Item } from './script'
import type { Comparison, Doc } from './types'

export type RunState = 'kept' | 'inserted' | 'deleted' | 'moved-here' | 'moved-away'

/** A stretch of text in one state. `change` is the change to take or leave; `format` the one that changes its marks. */
export interface ReadingRun {
  text: string
  state: RunState
  change?: string
  move?: number
  format?: string
  /** Marks as the side it is shown from has them: `strong`, `em`, `code`, `link|HREF`. */
  marks: string[]
}

/** A block of the inline view: both versions in one, in reading order. */
export interface ReadingBlock {
  type: string
  runs: ReadingRun[]
  /** Set when the whole block came, went or moved. */
  state: RunState
  /** The split that ends this block, or the retype that gave it its type. */
  split?: string
  retype?: string
  /** Indexes of the blocks in the old and new documents that end here. */
  old?: number
  new?: number
}

/** The mark for a paragraph's end where one was put in or taken out. */
export const pilcrow = '¶'

/** Both versions as one text to read: what an inline view or an export shows. */
export function readingOf(old: Doc, fresh: Doc, comparison: Comparison): ReadingBlock[] {
  const full = workingsOf(old, fresh, comparison)
  const { flat, flatNew, script, formats, retypes, ids } = full
  const blocks: ReadingBlock[] = []
  let runs: ReadingRun[] = []
  let last: ReadingBlock = { type: 'p', runs: [], state: 'kept' }

  const idOf = (decision: Decision | undefined) => (decision ? ids.get(decision) : undefined)
  const close = (block: Omit<ReadingBlock, 'runs' | 'state'>, state: RunState) => {
    last = { ...block, runs, state }
    blocks.push(last)
    runs = []
  }
  const text = (
    side: 'old' | 'new',
    block: number,
    from: number,
    to: number,
    run: Omit<ReadingRun, 'text' | 'marks'>,
  ) => {
    if (to <= from) return
    const [doc, { text: all, starts }] = side === 'old' ? ([old, flat] as const) : ([fresh, flatNew] as const)
    const base = starts[block]!
    const marks = doc.blocks[block]!.marks ?? []
    const edges = new Set([from, to])
    for (const mark of marks)
      for (const edge of [base + mark.from, base + mark.to]) if (edge > from && edge < to) edges.add(edge)
    const cuts = [...edges].sort((a, b) => a - b)
    for (let index = 0; index + 1 < cuts.length; index++) {
      const at = cuts[index]!
      const on = marks.filter((mark) => base + mark.from <= at && at < base + mark.to)
      runs.push({
        ...run,
        text: all.slice(at, cuts[index + 1]),
        marks: on.map(({ type, href }) => (type === 'link' ? `link|${href ?? ''}` : type)),
      })
    }
  }
  const kept = (range: [number, number], shift: number, state: RunState, move: number) => {
    let at = range[0]
    const moved = move ? { move, ...optional('change', idOf(script.moves[move])) } : {}
    while (at < range[1]) {
      const block = blockOf(flat, at)
      const end = flat.starts[block + 1]! - 1
      const stop = Math.min(range[1], end)
      let newBlock = blockOf(flatNew, at + shift)
      for (const format of formatsWithin(formats, at, stop)) {
        const [from, to] = format.format!.old
        text('new', newBlock, at + shift, from + shift, { state, ...moved })
        text('new', newBlock, from + shift, to + shift, { state, ...moved, ...optional('format', idOf(format)) })
        at = to
      }
      text('new', newBlock, at + shift, stop + shift, { state, ...moved })
      if (range[1] > end) {
        newBlock = blockOf(flatNew, end + shift)
        const retype = idOf(retypes.get(block))
        close(
          { type: fresh.blocks[newBlock]!.type, old: block, new: newBlock, ...optional('retype', retype) },
          move ? state : 'kept',
        )
      }
      at = Math.min(range[1], end + 1)
    }
  }
  const single = (side: 'old' | 'new', from: number, to: number, decision: Decision, state: RunState) => {
    const [doc, source] = side === 'old' ? [old, flat] : [fresh, flatNew]
    const change = optional('change', idOf(decision))
    let at = from
    while (at < to) {
      const block = blockOf(source, at)
      const end = source.starts[block + 1]! - 1
      text(side, block, at, Math.min(to, end), { state, ...change, ...(decision.move ? { move: decision.move } : {}) })
      if (to > end) {
        const { type } = doc.blocks[block]!
        if (decision.kind === 'merge') runs.push({ text: pilcrow, state: 'deleted', ...change, marks: [] })
        else if (decision.kind === 'split') {
          runs.push({ text: pilcrow, state: 'inserted', ...change, marks: [] })
          close({ type, new: block, ...optional('split', idOf(decision)) }, 'kept')
        } else close({ type, ...(side === 'old' ? { old: block } : { new: block }) }, state)
      }
      at = Math.min(to, end + 1)
    }
  }
  const walk = (items: readonly Item[], place: 'here' | 'away', move: number) => {
    for (const item of items)
      if (item.kind === 'slot') {
        if (place === 'away' && item.side === 'new') continue
        walk(script.sequences[item.move]!, item.side === 'new' ? 'here' : 'away', item.move)
      } else if (item.kind === 'kept') {
        const { old: range, new: newRange } = item.kept
        if (place === 'away') single('old', range[0], range[1], script.moves[move]!, 'moved-away')
        else kept(range, newRange[0] - range[0], move ? 'moved-here' : 'kept', move)
      } else if (place === 'away') {
        if (item.kind === 'old') single('old', item.start, item.end, script.moves[move]!, 'moved-away')
      } else single(item.kind, item.start, item.end, item.decision, item.kind === 'old' ? 'deleted' : 'inserted')
  }
  walk(script.sequences[0]!, 'here', 0)
  if (runs.length > 0) close({ type: last.type }, 'kept')
  return blocks
}

function optional<Key extends string>(key: Key, value: string | undefined): { [K in Key]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { [K in Key]?: string }
}
