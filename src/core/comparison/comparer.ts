import type { Manuscript } from '../manuscript'
import { compareWith } from './compare'
import { docOf } from './doc'
import { Reader } from './reader'
import type { Comparison, Doc } from './types'

/** Compares one old version again and again with a new one that changes as it is typed. */
export interface Comparer<Version> {
  /** The same answer as comparing the two from the beginning; only what the last answers did not read is read. */
  compare(fresh: Version): Comparison
}

/** With the old version held ready: a keystroke costs its own paragraph and the work that grows with the whole change. */
export function createComparer(old: Manuscript): Comparer<Manuscript> {
  const comparer = createDocComparer(docOf(old))
  return { compare: (fresh) => comparer.compare(docOf(fresh)) }
}

// Past this many texts for each block in hand, what was typed over is forgotten; past as many words, everything is.
const textsPerBlock = 4
const wordsBeyond = 50_000

/** The same for documents. */
export function createDocComparer(old: Doc): Comparer<Doc> {
  let reader = new Reader()
  let words = 0
  return {
    compare(fresh) {
      const blocks = old.blocks.length + fresh.blocks.length
      if (words > 0 && reader.lexicon.size > words + wordsBeyond) reader = new Reader()
      else if (reader.size > textsPerBlock * blocks)
        reader.keepOnly(new Set([...old.blocks, ...fresh.blocks].map(({ text }) => text)))
      const comparison = compareWith(reader, old, fresh)
      if (words === 0) words = reader.lexicon.size
      return comparison
    },
  }
}
