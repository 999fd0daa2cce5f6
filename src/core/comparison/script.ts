import { blockOf, type FormatChange } from './formats'
import type { Kept, Shared } from './kept'
import type { Same } from './seams'
import type { Flat } from './sides'
import type { ChangeKind, Pair } from './types'

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

type Atom = { kind: 'text' | 'space' | 'break'; start: number; end: number; block: number }
type Element = { kind: 'kept'; kept: Kept } | Atom | { kind: 'slot'; move: number; start: number }

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
  const joints = new Map<string, Decision>()
  const blockMoves = new Set(shared.moveOfBlock)
  const sequences = oldStreams.map((stream, context) =>
    mergeStreams(stream, newStreams[context]!, old, fresh, moves, joints, blockMoves),
  )
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

function mergeStreams(
  old: Element[],
  fresh: Element[],
  oldFlat: Flat,
  newFlat: Flat,
  moves: Decision[],
  joints: Map<string, Decision>,
  blockMoves: ReadonlySet<number>,
): Item[] {
  const items: Item[] = []
  let at = 0
  let atNew = 0
  let last: Kept | undefined
  const takeUntilKept = (list: Element[], from: number): Exclude<Element, { kind: 'kept' }>[] => {
    const taken: Exclude<Element, { kind: 'kept' }>[] = []
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
    if (cut.length > 0 || cutNew.length > 0)
      items.push(...settle(cut, cutNew, last, oldFlat, newFlat, moves, joints, blockMoves))
    const next = old[at]
    if (next?.kind !== 'kept') return items
    items.push(next)
    last = next.kept
    at++
    atNew++
  }
}

type Loose = Exclude<Element, { kind: 'kept' }>

/** A line of a gap: what stands before a block's end that only this side has. */
interface Line {
  parts: Loose[]
  end: Atom | undefined
}

function linesOf(elements: Loose[]): Line[] {
  const lines: Line[] = [{ parts: [], end: undefined }]
  for (const element of elements) {
    const line = lines.at(-1)!
    if (element.kind === 'break') {
      line.end = element
      lines.push({ parts: [], end: undefined })
    } else line.parts.push(element)
  }
  return lines
}

/** Assigns everything between two kept places to decisions. */
function settle(
  cut: Loose[],
  cutNew: Loose[],
  last: Kept | undefined,
  oldFlat: Flat,
  newFlat: Flat,
  moves: Decision[],
  joints: Map<string, Decision>,
  blockMoves: ReadonlySet<number>,
): Item[] {
  const decided = new Map<Loose, Decision>()
  const give = (side: 'old' | 'new', atom: Loose, decision: Decision) => {
    if (atom.kind === 'slot') return
    decided.set(atom, decision)
    decision[side].push([atom.start, atom.end])
  }
  let joint: Decision | undefined
  const wholeLines = (side: 'old' | 'new', elements: Loose[], flat: Flat): Line[] => {
    const lines = linesOf(elements)
    const first = elements[0]
    const atLineStart = first !== undefined && flat.starts[blockOf(flat, first.start)] === first.start
    return lines.filter((line, index) => {
      if (!line.end) return true
      if (index > 0 || atLineStart) {
        giveWhole(side, line, line.end)
        return false
      }
      joint = jointFor(side, last, joints, oldFlat, newFlat)
      give(side, line.end, joint)
      joint.joint!.ends.push(line.end.block)
      return true
    })
  }
  const giveWhole = (side: 'old' | 'new', line: Line, end: Atom) => {
    const slot = line.parts.findLast((part) => part.kind === 'slot')
    const texts = line.parts.filter((part) => part.kind === 'text')
    const decision: Decision =
      texts.length === 0 && slot?.kind === 'slot'
        ? moves[slot.move]!
        : { kind: side === 'old' ? 'delete' : 'insert', old: [], new: [], whole: true }
    for (const part of [...line.parts, end]) give(side, part, decision)
  }
  const lines = wholeLines('old', cut, oldFlat)
  const newLines = wholeLines('new', cutNew, newFlat)
  for (const [line, newLine] of pairLines(lines, newLines)) {
    const groups = groupsOf(line?.parts ?? [])
    const newGroups = groupsOf(newLine?.parts ?? [])
    const slot = [...(line?.parts ?? []), ...(newLine?.parts ?? [])].find((part) => part.kind === 'slot')
    const worded = (group: Atom[]) => group.some((atom) => atom.kind === 'text')
    const host = joint ?? (slot?.kind === 'slot' ? moves[slot.move] : undefined)
    const loose: { side: 'old' | 'new'; group: Atom[] }[] = []
    const pairs: [Atom[], Atom[]][] = []
    const plain = groups.filter((group) => worded(group) || !host)
    const newPlain = newGroups.filter((group) => worded(group) || !host)
    if (plain.length > 0 && newPlain.length > 0) pairs.push([plain.shift()!, newPlain.shift()!])
    for (const group of plain) loose.push({ side: 'old', group })
    for (const group of newPlain) loose.push({ side: 'new', group })
    for (const [group, newGroup] of pairs) {
      const decision: Decision = { kind: 'replace', old: [], new: [] }
      for (const atom of group) give('old', atom, decision)
      for (const atom of newGroup) give('new', atom, decision)
    }
    for (const { side, group } of loose) {
      const decision: Decision = { kind: side === 'old' ? 'delete' : 'insert', old: [], new: [] }
      for (const atom of group) give(side, atom, decision)
    }
    if (host) {
      for (const group of groups) if (!worded(group)) for (const atom of group) give('old', atom, host)
      for (const group of newGroups) if (!worded(group)) for (const atom of group) give('new', atom, host)
    }
  }
  const items: Item[] = []
  const emit = (side: 'old' | 'new', elements: Loose[]) => {
    for (const element of elements)
      if (element.kind === 'slot') items.push({ kind: 'slot', side, move: element.move })
      else items.push({ kind: side, start: element.start, end: element.end, decision: decided.get(element)! })
  }
  // Whole blocks come and go before the words of the block that follows them change.
  const starts = ([first]: Loose[], flat: Flat) => flat.starts[blockOf(flat, first!.start)] === first!.start
  const isBoth = cut.length > 0 && cutNew.length > 0 && starts(cut, oldFlat) && starts(cutNew, newFlat)
  const [whole, newWhole] = isBoth ? [wholeUntil(cut, blockMoves), wholeUntil(cutNew, blockMoves)] : [0, 0]
  emit('old', cut.slice(0, whole))
  emit('new', cutNew.slice(0, newWhole))
  emit('old', cut.slice(whole))
  emit('new', cutNew.slice(newWhole))
  return items
}

/** How many elements of a gap that begins with a block are whole blocks. */
function wholeUntil(elements: readonly Loose[], blockMoves: ReadonlySet<number>): number {
  let until = elements.findLastIndex(({ kind }) => kind === 'break') + 1
  for (let next = elements[until]; next?.kind === 'slot' && blockMoves.has(next.move); next = elements[until]) until++
  return until
}

/** A block's end that one side has in the middle of what is one block on the other: a split or a merge. */
function jointFor(
  side: 'old' | 'new',
  last: Kept | undefined,
  joints: Map<string, Decision>,
  oldFlat: Flat,
  newFlat: Flat,
): Decision {
  const kind = side === 'new' ? 'split' : 'merge'
  const block = !last ? -1 : side === 'new' ? blockOf(oldFlat, last.old[1] - 1) : blockOf(newFlat, last.new[1] - 1)
  const key = `${kind} ${block}`
  const known = joints.get(key)
  if (known) return known
  const decision: Decision = { kind, old: [], new: [], joint: { block, ends: [] } }
  joints.set(key, decision)
  return decision
}

/** The lines at the two ends of a gap answer each other; where one side has a single line, it answers the fuller one. */
function pairLines(lines: Line[], newLines: Line[]): [Line | undefined, Line | undefined][] {
  if (lines.length === 1 && newLines.length === 1) return [[lines[0], newLines[0]]]
  if (lines.length > 1 && newLines.length > 1)
    return [
      [lines[0], newLines[0]],
      [lines.at(-1), newLines.at(-1)],
    ]
  const swap = lines.length > 1
  const [one, many] = swap ? [newLines, lines] : [lines, newLines]
  const answer = many[0]!.parts.some((part) => part.kind === 'text') ? many[0] : many.at(-1)
  const pairs: [Line | undefined, Line | undefined][] = []
  for (const each of many) pairs.push([each === answer ? one[0] : undefined, each])
  return swap ? pairs.map(([a, b]) => [b, a]) : pairs
}

/** Stretches of text and space without a slot in between. */
function groupsOf(parts: Loose[]): Atom[][] {
  const groups: Atom[][] = []
  let open: Atom[] | undefined
  for (const part of parts) {
    if (part.kind === 'slot') open = undefined
    else if (open) open.push(part)
    else groups.push((open = [part]))
  }
  return groups
}

/** The format changes that begin in a range; `formats` are in the old version's order. */
export function formatsWithin(formats: readonly Decision[], from: number, to: number): Decision[] {
  let low = 0
  let high = formats.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (formats[middle]!.format!.old[0] < from) low = middle + 1
    else high = middle
  }
  const found: Decision[] = []
  for (; low < formats.length && formats[low]!.format!.old[0] < to; low++) found.push(formats[low]!)
  return found
}
