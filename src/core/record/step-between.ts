import { Fragment, Slice } from 'prosemirror-model'
import { ReplaceStep } from 'prosemirror-transform'
import type { Manuscript } from '../manuscript'

/**
 * One step that turns a manuscript into another and leaves alone what is equal at both ends, so that remarks there keep
 * their places. Undefined when nothing differs.
 */
export function stepBetween(from: Manuscript, to: Manuscript): ReplaceStep | undefined {
  if (from.eq(to)) return undefined
  const least = leastStep(from, to)
  return least?.apply(from).doc?.eq(to) ? least : blockStep(from, to)
}

/** Replaces from the first character that differs to the last. It may not fit where blocks of different kinds meet. */
function leastStep(from: Manuscript, to: Manuscript): ReplaceStep | undefined {
  let start = from.content.findDiffStart(to.content)
  const end = from.content.findDiffEnd(to.content)
  if (start === null || !end) return undefined
  let { a, b } = end
  // What repeats (a letter doubled) is found equal from both sides; it is counted once.
  const overlap = start - Math.min(a, b)
  if (overlap > 0) {
    a += overlap
    b += overlap
  }
  // A step never cuts a character in two, not even when both halves are put together again.
  if (insideCharacter(from, start)) start--
  if (insideCharacter(from, a) || insideCharacter(to, b)) {
    a++
    b++
  }
  try {
    return new ReplaceStep(start, a, to.slice(start, b))
  } catch {
    return undefined
  }
}

function insideCharacter(doc: Manuscript, position: number): boolean {
  const { parent, parentOffset } = doc.resolve(position)
  if (!parent.isTextblock || parentOffset === 0 || parentOffset === parent.content.size) return false
  const [before, after] = [parent.textContent.charCodeAt(parentOffset - 1), parent.textContent.charCodeAt(parentOffset)]
  return before >= 0xd800 && before < 0xdc00 && after >= 0xdc00 && after < 0xe000
}

/** Replaces whole blocks, which always fits. */
function blockStep(from: Manuscript, to: Manuscript): ReplaceStep {
  const least = Math.min(from.childCount, to.childCount)
  let head = 0
  while (head < least && from.child(head).eq(to.child(head))) head++
  let tail = 0
  while (tail < least - head && from.child(from.childCount - 1 - tail).eq(to.child(to.childCount - 1 - tail))) tail++
  const size = (start: number, end: number) =>
    from.children.slice(start, end).reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const start = size(0, head)
  const end = start + size(head, from.childCount - tail)
  return new ReplaceStep(start, end, new Slice(Fragment.from(to.children.slice(head, to.childCount - tail)), 0, 0))
}
