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

export function blockOf({ starts }: Pick<Flat, 'starts'>, at: number): number {
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
  const has = sweep(marks, base, from, to)
  const gets = sweep(newMarks, newBase, from, to)
  const edges = [...new Set([...has.edges, ...gets.edges])].sort((a, b) => a - b)
  const differing: { from: number; to: number; add: string[]; remove: string[] }[] = []
  for (let index = 0; index + 1 < edges.length; index++) {
    const start = edges[index]!
    const old = has.namesAt(start)
    const fresh = gets.namesAt(start)
    const add = fresh.filter((name) => !old.includes(name))
    const remove = old.filter((name) => !fresh.includes(name))
    if (add.length > 0 || remove.length > 0) differing.push({ from: start, to: edges[index + 1]!, add, remove })
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

/** The marks of a stretch: where they change, and which are on, asked from the front on. */
function sweep(marks: readonly Mark[], base: number, from: number, to: number) {
  const within = marks.filter((mark) => mark.from + base < to && mark.to + base > from && mark.to > mark.from)
  within.sort((a, b) => a.from - b.from)
  const edges = [from, to]
  for (const mark of within) edges.push(Math.max(from, mark.from + base), Math.min(to, mark.to + base))
  let next = 0
  let on: Mark[] = []
  const namesAt = (at: number): string[] => {
    while (next < within.length && within[next]!.from + base <= at) on.push(within[next++]!)
    on = on.filter((mark) => mark.to + base > at)
    return on.map(nameOf)
  }
  return { edges, namesAt }
}

function sameNames(a: { add: string[]; remove: string[] }, b: { add: string[]; remove: string[] }): boolean {
  return a.add.join('\n') === b.add.join('\n') && a.remove.join('\n') === b.remove.join('\n')
}
