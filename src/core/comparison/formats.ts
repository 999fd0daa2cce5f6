import type { Kept } from './kept'
import type { Flat } from './sides'
import type { Lexicon } from './tokens'
import type { Doc, DocBlock, Pair } from './types'

/** Kept text whose marks differ. A mark is its type; a link is `link|HREF`. */
export interface FormatChange {
  old: Pair
  new: Pair
  add: string[]
  remove: string[]
}

type Mark = NonNullable<DocBlock['marks']>[number]
const nameOf = (mark: Mark): string => (mark.type === 'link' ? `link|${mark.href ?? ''}` : mark.type)

/** Kept text whose marks differ between the versions, in whole tokens, in the old version's order. */
export function formatChanges(
  old: Doc,
  fresh: Doc,
  oldFlat: Flat,
  newFlat: Flat,
  kept: readonly Kept[],
  lexicon: Lexicon,
): FormatChange[] {
  const found: FormatChange[] = []
  if (![...old.blocks, ...fresh.blocks].some((block) => block.marks && block.marks.length > 0)) return found
  for (const range of kept) {
    const first = found.length
    let block = blockOf(oldFlat, range.old[0])
    let newBlock = blockOf(newFlat, range.new[0])
    let at = range.old[0]
    const shift = range.new[0] - range.old[0]
    while (at < range.old[1]) {
      while (oldFlat.starts[block + 1]! <= at) block++
      while (newFlat.starts[newBlock + 1]! <= at + shift) newBlock++
      const end = Math.min(range.old[1], oldFlat.starts[block + 1]! - 1, newFlat.starts[newBlock + 1]! - 1 - shift)
      const marks = old.blocks[block]!.marks ?? []
      const newMarks = fresh.blocks[newBlock]!.marks ?? []
      const alike = oldFlat.starts[block]! + shift === newFlat.starts[newBlock] && sameMarks(marks, newMarks)
      if (end > at && !alike)
        compareMarks(
          oldFlat,
          marks,
          oldFlat.starts[block]!,
          newMarks,
          newFlat.starts[newBlock]! - shift,
          at,
          end,
          shift,
          found,
          first,
          lexicon,
        )
      at = end + 1
    }
  }
  return found
}

function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return (
    a.length === b.length &&
    a.every((mark, index) => {
      const other = b[index]!
      return mark.from === other.from && mark.to === other.to && nameOf(mark) === nameOf(other)
    })
  )
}

export function blockOf({ starts }: Flat, at: number): number {
  let low = 0
  let high = starts.length - 2
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}

function compareMarks(
  flat: Flat,
  marks: readonly Mark[],
  base: number,
  newMarks: readonly Mark[],
  newBase: number,
  from: number,
  to: number,
  shift: number,
  found: FormatChange[],
  first: number,
  lexicon: Lexicon,
) {
  const cuts = new Set([from, to])
  const cut = (list: readonly Mark[], offset: number) => {
    for (const mark of list)
      for (const edge of [mark.from + offset, mark.to + offset]) if (edge > from && edge < to) cuts.add(edge)
  }
  cut(marks, base)
  cut(newMarks, newBase)
  const edges = [...cuts].sort((a, b) => a - b)
  const differing: { from: number; to: number; add: string[]; remove: string[] }[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index]!
    const end = edges[index + 1]!
    const has = namesAt(marks, start - base)
    const gets = namesAt(newMarks, start - newBase)
    const add = gets.filter((name) => !has.includes(name))
    const remove = has.filter((name) => !gets.includes(name))
    if (add.length > 0 || remove.length > 0) differing.push({ from: start, to: end, add, remove })
  }
  if (differing.length === 0) return
  const tokens = lexicon.read(flat.text.slice(from, to))
  let token = 0
  for (const each of differing) {
    while (token < tokens.count && from + tokens.end[token]! <= each.from) token++
    let start = each.from
    let end = each.to
    if (token < tokens.count && from + tokens.start[token]! < start) start = from + tokens.start[token]!
    for (let last = token; last < tokens.count && from + tokens.start[last]! < end; last++)
      end = Math.max(end, from + tokens.end[last]!)
    const previous = found.length > first ? found.at(-1) : undefined
    const touching = previous !== undefined && previous.old[1] >= start
    if (touching && (previous.old[1] > start || sameNames(previous, each))) {
      previous.old[1] = Math.max(end, previous.old[1])
      previous.new[1] = previous.old[1] + shift
      previous.add = [...new Set([...previous.add, ...each.add])]
      previous.remove = [...new Set([...previous.remove, ...each.remove])]
    } else found.push({ old: [start, end], new: [start + shift, end + shift], add: each.add, remove: each.remove })
  }
}

function namesAt(marks: readonly Mark[], at: number): string[] {
  return marks.filter((mark) => mark.from <= at && at < mark.to).map(nameOf)
}

function sameNames(a: { add: string[]; remove: string[] }, b: { add: string[]; remove: string[] }): boolean {
  return a.add.join('\n') === b.add.join('\n') && a.remove.join('\n') === b.remove.join('\n')
}
