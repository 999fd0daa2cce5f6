import { Fragment, Slice, type Node } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Manuscript } from '../manuscript'
import { applyChanges } from './apply'
import type { Comparison } from './types'

/**
 * The steps that take changes into a draft, or undo them in it. With the draft as the old version its manuscript gets the
 * changes; as the new version it loses them. Dispatch them as one transaction: one undo brings everything back.
 */
export function changeSteps(
  old: Manuscript,
  fresh: Manuscript,
  comparison: Comparison,
  ids: ReadonlySet<string>,
  draft: 'old' | 'new',
): Step[] {
  if (draft === 'old') return stepsBetween(old, applyChanges(old, fresh, comparison, ids))
  const rest = new Set(comparison.changes.map(({ id }) => id).filter((id) => !ids.has(id)))
  return stepsBetween(fresh, applyChanges(old, fresh, comparison, rest))
}

/**
 * Steps from one manuscript to another, few and small, so that what is anchored elsewhere stays where it is. They are to
 * be applied in order; the last one first in the text.
 */
export function stepsBetween(from: Manuscript, to: Manuscript): Step[] {
  const steps = topLevelSteps(from, to)
  let doc = from
  for (const step of steps) {
    const result = step.apply(doc)
    // A story field that changes its place is valid only together with what follows: replace the whole stretch then.
    if (result.failed !== null || !result.doc) return wholeStretch(from, to)
    doc = result.doc
  }
  return doc.eq(to) ? steps : wholeStretch(from, to)
}

interface Gap {
  from: number
  to: number
  fresh: number
  freshEnd: number
}

function topLevelSteps(from: Node, to: Node): Step[] {
  const steps: Step[] = []
  const positions: number[] = []
  from.forEach((_, offset) => positions.push(offset))
  positions.push(from.content.size)
  for (const gap of gapsBetween(from, to)) {
    if (gap.to - gap.from === gap.freshEnd - gap.fresh) {
      for (let index = gap.from; index < gap.to; index++)
        steps.push(...nodeSteps(from.child(index), to.child(gap.fresh + index - gap.from), positions[index]!))
      continue
    }
    const nodes: Node[] = []
    for (let index = gap.fresh; index < gap.freshEnd; index++) nodes.push(to.child(index))
    steps.push(new ReplaceStep(positions[gap.from]!, positions[gap.to]!, new Slice(Fragment.fromArray(nodes), 0, 0)))
  }
  return steps.reverse()
}

/** Stretches of top-level nodes between those that both have, each node answering the nearest equal one in order. */
function gapsBetween(from: Node, to: Node): Gap[] {
  const gaps: Gap[] = []
  let index = 0
  let fresh = 0
  while (index < from.childCount || fresh < to.childCount) {
    if (index < from.childCount && fresh < to.childCount && from.child(index).eq(to.child(fresh))) {
      index++
      fresh++
      continue
    }
    const [next, nextFresh] = nextEqual(from, index, to, fresh)
    gaps.push({ from: index, to: next, fresh, freshEnd: nextFresh })
    index = next
    fresh = nextFresh
  }
  return gaps
}

// Farther than any single change reaches; beyond it the rest is replaced as one.
const reach = 60

function nextEqual(from: Node, index: number, to: Node, fresh: number): [number, number] {
  for (let distance = 1; distance <= reach * 2; distance++)
    for (let step = 0; step <= distance; step++) {
      const a = index + step
      const b = fresh + distance - step
      if (a < from.childCount && b < to.childCount && from.child(a).eq(to.child(b))) return [a, b]
    }
  return [from.childCount, to.childCount]
}

/** From one node to the one in its place: only the differing stretch where their markup is the same. */
function nodeSteps(a: Node, b: Node, at: number): Step[] {
  if (a.eq(b)) return []
  const start = a.content.findDiffStart(b.content)
  const end = a.content.findDiffEnd(b.content)
  if (!a.sameMarkup(b) || !a.isTextblock || start === null || !end)
    return [new ReplaceStep(at, at + a.nodeSize, new Slice(Fragment.from(b), 0, 0))]
  const overlap = Math.max(0, start - Math.min(end.a, end.b))
  return [new ReplaceStep(at + 1 + start, at + 1 + end.a + overlap, b.slice(start, end.b + overlap))]
}

function wholeStretch(from: Node, to: Node): Step[] {
  if (from.eq(to)) return []
  return [new ReplaceStep(0, from.content.size, new Slice(to.content, 0, 0))]
}
