import { sentencesIn } from '../language'
import type { SentenceLink } from './sentence-links'
import type { Side } from './sides'
import type { Pair } from './types'

export interface SentencePair {
  old: Pair
  new: Pair
}

/**
 * Sentences that answer each other and stayed in order, inside and across blocks. One may answer two (split, joined).
 * Those that moved are told by their move.
 */
export function sentencePairs(old: Side, fresh: Side, stayed: readonly SentenceLink[]): SentencePair[] {
  const pairs: SentencePair[] = []
  const unchanged = (from: number, to: number, shift: number) => {
    for (let block = from; block < to; block++) {
      const at = old.starts[block]!
      const atNew = fresh.starts[block + shift]!
      for (const { start, end } of sentencesIn(old.doc.blocks[block]!.text))
        pairs.push({ old: [at + start, at + end], new: [atNew + start, atNew + end] })
    }
  }
  unchanged(0, old.from, 0)
  pairs.push(...rangesOf(old, fresh, stayed))
  unchanged(old.to, old.doc.blocks.length, fresh.to - old.to)
  return pairs
}

export function rangesOf(old: Side, fresh: Side, moved: readonly SentenceLink[]): SentencePair[] {
  return moved.map((link) => ({ old: rangeOf(old, link.old), new: rangeOf(fresh, link.new) }))
}

function rangeOf({ tokens, sentenceToken }: Side, sentence: number): Pair {
  return [tokens.start[sentenceToken[sentence]!]!, tokens.end[sentenceToken[sentence + 1]! - 1]!]
}
