import type { Mapping } from 'prosemirror-transform'
import { toOffset, toPosition, type PlainText, type Range } from '../manuscript'
import type { Anchor } from './types'

// Enough words around a remark to tell two places apart, as the W3C model's examples do.
const contextLength = 32

/** An anchor on a range of a plain text. */
export function anchorOn(text: string, { start, end }: Range): Anchor {
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start),
    suffix: text.slice(end, end + contextLength),
  }
}

/**
 * Where an anchor's words stand in a text: at its own place, else at the place with the same words whose surroundings
 * fit best (nearest first among equals). Undefined when the words are nowhere.
 */
export function locate(text: string, anchor: Anchor): Range | undefined {
  const { exact, start } = anchor
  if (exact === '') return start <= text.length ? { start, end: start } : undefined
  if (text.startsWith(exact, start)) return { start, end: start + exact.length }
  let best: Range | undefined
  let bestScore = -1
  let bestDistance = Infinity
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const score =
      shared(text.slice(Math.max(0, at - contextLength), at), anchor.prefix, 'end') +
      shared(text.slice(at + exact.length, at + exact.length + contextLength), anchor.suffix, 'start')
    const distance = Math.abs(at - start)
    if (score > bestScore || (score === bestScore && distance < bestDistance)) {
      best = { start: at, end: at + exact.length }
      bestScore = score
      bestDistance = distance
    }
  }
  return best
}

/** Characters that two contexts share, counted from the side that touches the anchor. */
function shared(a: string, b: string, from: 'start' | 'end'): number {
  const length = Math.min(a.length, b.length)
  let count = 0
  while (count < length && (from === 'start' ? a[count] === b[count] : a.at(-1 - count) === b.at(-1 - count))) count++
  return count
}

interface Anchored {
  anchor?: Anchor
  orphan?: true
  also?: { anchor: Anchor }[]
}

/**
 * What became of an anchored thing after an edit: its anchor in the new text, following the edit's mapping, or looked up
 * by its words when the edit removed them (a move is a deletion and an insertion). An orphan keeps its last anchor and is
 * looked up again after every edit, so that undo brings it back. Anchors on further places go the same way.
 */
export function follow<T extends Anchored>(thing: T, before: PlainText, after: PlainText, mapping: Mapping): T {
  const { anchor, also } = thing
  if (!anchor) return thing
  const moved = { ...thing }
  if (also) moved.also = also.map((one) => ({ ...one, anchor: moveAnchor(one.anchor, before, after, mapping) }))
  const range = thing.orphan ? found(after.text, anchor) : carried(anchor, before, after, mapping)
  if (range) {
    moved.anchor = anchorOn(after.text, range)
    delete moved.orphan
  } else moved.orphan = true
  return moved
}

/** Whether an anchor's words stand where it says. */
export const stands = (text: string, { start, end, exact }: Anchor): boolean =>
  start < end && text.slice(start, end) === exact

function moveAnchor(anchor: Anchor, before: PlainText, after: PlainText, mapping: Mapping): Anchor {
  const range = stands(before.text, anchor) ? carried(anchor, before, after, mapping) : found(after.text, anchor)
  return range ? anchorOn(after.text, range) : anchor
}

function carried(anchor: Anchor, before: PlainText, after: PlainText, mapping: Mapping): Range | undefined {
  const from = mapping.map(toPosition(before, anchor.start), 1)
  const to = mapping.map(toPosition(before, anchor.end), -1)
  if (from < to) {
    const range = { start: toOffset(after, from), end: toOffset(after, to) }
    if (range.start < range.end) return range
  }
  return found(after.text, anchor)
}

const found = (text: string, anchor: Anchor) => (anchor.exact === '' ? undefined : locate(text, anchor))
