import { blockOf, type FormatChange } from './formats'
import type { Kept, Shared } from './kept'
import type { Same } from './seams'
import { settle, type Loose, type Setting } from './settle'
import type { Flat } from './sides'
import type { ChangeKind, Pair } from './types'
import { countWhile } from './search'

/** One thing a person decides on, while it is being put together: the stretches of either side that belong to it. */
export interface Decision {
  kind: ChangeKind
  old: Pair[]
  new: Pair[]
  /** The moved thing, for a move. */
  move?: number
  format?: FormatChange
  /** The blocks whose type or attributes changed, for a retype. */
  blocks?: Pair
  /** Set when it adds or takes a whole block. */
  whole?: true
  /** For a split the old block, for a merge the new one; and the blocks of the other side that end inside it. */
  joint?: { block: number; ends: number[] }
}

/**
 * Both versions as one sequence. Taking a decision leaves out its old stretches and brings in its new ones; a moved
 * thing stands in one of its two slots. Read with nothing taken it is the old version, with everything taken the new one.
 */
export type Item =
  | { kind: 'kept'; kept: Kept }
  | { kind: 'old' | 'new'; start: number; end: number; decision: Decision }
  | { kind: 'slot'; side: 'old' | 'new'; move: number }

export interface Script {
  /** `sequences[0]` is the story, `sequences[m]` the inside of moved thing m. */
  sequences: Item[][]
  moves: Decision[]
}

/** The text that both versions have, wherever it stands. */
export function sharedIn({ sequences }: Script): Same[] {
  return sequences.flatMap((items) =>
    items.flatMap((item) =>
      item.kind === 'kept' ? [{ from: item.kept.old[0], to: item.kept.old[1], other: item.kept.new[0] }] : [],
    ),
  )
}

type Element = { kind: 'kept'; kept: Kept } | Loose

export function scriptOf(old: Flat, fresh: Flat, shared: Shared): Script {
  const count = shared.kept.reduce((most, { move }) => Math.max(most, move), 0)
  const byNew = [...shared.kept].sort((a, b) => a.new[0] - b.new[0])
  const oldStreams = streams(old, shared.kept, 'old', shared.moveOfBlock, count)
  const newStreams = streams(fresh, byNew, 'new', shared.moveOfNewBlock, count)
  const moves: Decision[] = Array.from({ length: count + 1 }, (_, move) => ({ kind: 'move', old: [], new: [], move }))
  for (const { move, old: range, new: newRange } of shared.kept) {
    if (move === 0) continue
    moves[move]!.old.push(range)
    moves[move]!.new.push(newRange)
  }
  const setting = { flat: old, flatNew: fresh, moves, joints: new Map(), blockMoves: new Set(shared.moveOfBlock) }
  const sequences = oldStreams.map((stream, context) => mergeStreams(stream, newStreams[context]!, setting))
  return { sequences, moves }
}

/** One side in order, sorted into the story and the insides of moved things. */
function streams(flat: Flat, kept: readonly Kept[], side: 'old' | 'new', moveOfBlock: Int32Array, count: number) {
  const found: Element[][] = Array.from({ length: count + 1 }, () => [])
  const opened = new Uint8Array(count + 1)
  const end = flat.starts.at(-1)!
  let at = 0
  let before = 0
  for (let index = 0; index <= kept.length; index++) {
    const range = kept[index]
    const stop = range ? range[side][0] : end
    const inside = range && range.move !== 0 && range.move === before ? range.move : 0
    while (at < stop) {
      const block = blockOf(flat, at)
      const blockEnd = flat.starts[block + 1]! - 1
      const around = moveOfBlock[block]!
      const textEnd = Math.min(stop, blockEnd)
      if (textEnd > at) {
        const kind = flat.text.slice(at, textEnd).trim() === '' ? 'space' : 'text'
        // Words inside a moved sentence go with it, also where its whole block moved as something else.
        found[inside || around]!.push({ kind, start: at, end: textEnd, block })
      }
      if (stop > blockEnd) found[around || inside]!.push({ kind: 'break', start: blockEnd, end: blockEnd + 1, block })
      at = Math.min(stop, blockEnd + 1)
    }
    if (!range) break
    const { move } = range
    if (move !== 0 && !opened[move]) {
      opened[move] = 1
      const around = moveOfBlock[blockOf(flat, at)]!
      found[around === move ? 0 : around]!.push({ kind: 'slot', move, start: at })
    }
    found[move]!.push({ kind: 'kept', kept: range })
    at = range[side][1]
    before = move
  }
  return found
}

function mergeStreams(old: Element[], fresh: Element[], setting: Setting): Item[] {
  const items: Item[] = []
  let at = 0
  let atNew = 0
  let last: Kept | undefined
  const takeUntilKept = (list: Element[], from: number): Loose[] => {
    const taken: Loose[] = []
    for (let index = from; index < list.length; index++) {
      const element = list[index]!
      if (element.kind === 'kept') break
      taken.push(element)
    }
    return taken
  }
  for (;;) {
    const cut = takeUntilKept(old, at)
    const cutNew = takeUntilKept(fresh, atNew)
    at += cut.length
    atNew += cutNew.length
    if (cut.length > 0 || cutNew.length > 0) items.push(...settle(cut, cutNew, last, setting))
    const next = old[at]
    if (next?.kind !== 'kept') return items
    items.push(next)
    last = next.kept
    at++
    atNew++
  }
}

/** The format changes that begin in a range; `formats` are in the old version's order. */
export function formatsWithin(formats: readonly Decision[], from: number, to: number): Decision[] {
  const before = (place: number) => countWhile(formats, ({ format }) => format!.old[0] < place)
  return formats.slice(before(from), before(to))
}
