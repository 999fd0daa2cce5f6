import { align } from './align'
import { changesOf } from './changes'
import { formatChanges } from './formats'
import { shareOf, swapped } from './kept'
import { opsOf } from './ops'
import { Reader } from './reader'
import { frameOf, retypes } from './retypes'
import { scriptOf, type Decision, type Script } from './script'
import type { SentenceLink, SentenceLinks } from './sentence-links'
import { rangesOf, sentencePairs } from './sentence-pairs'
import { flatten, readSide, type Flat } from './sides'
import { summaryOf } from './summary'
import type { Comparison, Doc } from './types'

/** A comparison with its workings: what applying it needs. */
export interface Full {
  comparison: Comparison
  flat: Flat
  flatNew: Flat
  script: Script
  /** In the old version's order. */
  formats: Decision[]
  /** By old block. */
  retypes: Map<number, Decision>
  ids: Map<Decision, string>
}

/**
 * What changed between two documents, as an editor would say it. The time it takes grows with the size and the change:
 * equal beginnings and ends are never read, and equal documents only once.
 */
export function compareDocs(old: Doc, fresh: Doc): Comparison {
  return compareWith(new Reader(), old, fresh)
}

/** The same with a reader that may already know most of the text. */
export function compareWith(reader: Reader, old: Doc, fresh: Doc): Comparison {
  const full = compareFully(old, fresh, reader)
  known.set(full.comparison, { old, fresh, full })
  return full.comparison
}

const known = new WeakMap<Comparison, { old: Doc; fresh: Doc; full: Full }>()

/** A comparison's workings, made again when it came from elsewhere: they are the same for the same two documents. */
export function workingsOf(old: Doc, fresh: Doc, comparison: Comparison): Full {
  const cached = known.get(comparison)
  if (cached && cached.old === old && cached.fresh === fresh) return cached.full
  const full = compareFully(old, fresh, new Reader())
  known.set(comparison, { old, fresh, full })
  return full
}

function compareFully(old: Doc, fresh: Doc, reader: Reader): Full {
  const [from, to, toNew] = middleOf(old, fresh)
  const flat = flatten(old)
  const flatNew = from === to && from === toNew ? flat : flatten(fresh)
  const { lexicon } = reader
  const side = readSide(old, flat, from, to, reader)
  const newSide = readSide(fresh, flatNew, from, toNew, reader)
  // Ties are settled in one direction whichever side is old, so that exchanging the sides only exchanges the answer.
  const swap = comesAfter(flat, flatNew)
  const [one, other] = swap ? [newSide, side] : [side, newSide]
  const alignment = align(one, other, lexicon)
  const found = shareOf(one, other, alignment)
  const shared = swap ? swapped(found) : found
  const script = scriptOf(flat, flatNew, shared)
  const formats: Decision[] = formatChanges(old, fresh, flat, flatNew, shared.kept, lexicon).map((format) => ({
    kind: 'format',
    old: [format.old],
    new: [format.new],
    format,
  }))
  const retyped = retypes(old, fresh, flat, flatNew, shared)
  const equal = formats.length === 0 && retyped.size === 0 && from === to && from === toNew && sameFrames(old, fresh)
  const { stayed, moved } = swap ? exchanged(alignment.links) : alignment.links
  const pairs = equal ? [] : sentencePairs(side, newSide, stayed)
  const movedPairs = equal ? [] : rangesOf(side, newSide, moved)
  const { changes, ids } = changesOf({ old, fresh, flat, flatNew, shared, script, formats, retyped })
  const ops = opsOf({ old, fresh, flat, flatNew, shared, script, formats, retyped, pairs })
  const slug = slugChange(old, fresh)
  const all = [...pairs, ...movedPairs]
  const summary = summaryOf(changes, ops, flat, flatNew, side, newSide, all, slug !== undefined)
  return {
    comparison: { ops, changes, summary, ...(slug ? { slug } : {}) },
    flat,
    flatNew,
    script,
    formats,
    retypes: retyped,
    ids,
  }
}

function slugChange(old: Doc, fresh: Doc): Comparison['slug'] {
  if (old.slug === undefined || fresh.slug === undefined || old.slug === fresh.slug) return undefined
  return { old: old.slug, new: fresh.slug }
}

/** In the order of what is now the old side. */
function exchanged({ stayed, moved }: SentenceLinks): Pick<SentenceLinks, 'stayed' | 'moved'> {
  const turned = (pairs: readonly SentenceLink[]) =>
    pairs.map((pair) => ({ old: pair.new, new: pair.old })).sort((a, b) => a.old - b.old || a.new - b.new)
  return { stayed: turned(stayed), moved: turned(moved) }
}

function sameFrames(old: Doc, fresh: Doc): boolean {
  return old.blocks.every((block, index) => frameOf(block) === frameOf(fresh.blocks[index]!))
}

/** The blocks between the beginning and the end that both have word for word. */
function middleOf(old: Doc, fresh: Doc): [number, number, number] {
  const shortest = Math.min(old.blocks.length, fresh.blocks.length)
  let from = 0
  while (from < shortest && old.blocks[from]!.text === fresh.blocks[from]!.text) from++
  let to = old.blocks.length
  let toNew = fresh.blocks.length
  while (to > from && toNew > from && old.blocks[to - 1]!.text === fresh.blocks[toNew - 1]!.text) {
    to--
    toNew--
  }
  return [from, to, toNew]
}

function comesAfter(a: Flat, b: Flat): boolean {
  if (a === b) return false
  if (a.text.length !== b.text.length) return a.text.length > b.text.length
  if (a.text !== b.text) return a.text > b.text
  return a.starts.join() > b.starts.join()
}
