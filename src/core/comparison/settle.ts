import { blockOf } from './formats'
import type { Kept } from './kept'
import type { Decision, Item } from './script'
import type { Flat } from './sides'

type Atom = { kind: 'text' | 'space' | 'break'; start: number; end: number; block: number }

/** What stands between two kept places of one side: text, space, ends of blocks, and where something moved stands. */
export type Loose = Atom | { kind: 'slot'; move: number; start: number }

/** What all places of a script have in common. */
export interface Setting {
  flat: Flat
  flatNew: Flat
  moves: Decision[]
  /** The splits and merges so far, by kind and block. */
  joints: Map<string, Decision>
  blockMoves: ReadonlySet<number>
}

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
export function settle(cut: Loose[], cutNew: Loose[], last: Kept | undefined, setting: Setting): Item[] {
  const { flat: oldFlat, flatNew: newFlat, moves, joints, blockMoves } = setting
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
