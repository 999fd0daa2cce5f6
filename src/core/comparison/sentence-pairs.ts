import { sentencesIn } from '../language'
import { sharedWorth, worthOfSentences, worthOfTokens } from './align'
import type { Side } from './sides'
import type { Lexicon } from './tokens'
import type { Pair } from './types'
import { sentenceShare } from './weights'

export interface SentencePair {
  old: Pair
  new: Pair
}

/** Sentences that answer each other, inside and across blocks. One may answer two (split, joined). */
export function sentencePairs(old: Side, fresh: Side, toNew: Int32Array, lexicon: Lexicon): SentencePair[] {
  const worth = worthOfTokens(lexicon)
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
  const shared = sharedWorth(old, fresh, toNew, worth)
  const oldWorth = worthOfSentences(old, worth)
  const newWorth = worthOfSentences(fresh, worth)
  for (const [key, value] of shared) {
    const a = Math.floor(key / 0x2000000)
    const b = key % 0x2000000
    if (value < sentenceShare * Math.min(oldWorth[a]!, newWorth[b]!)) continue
    pairs.push({ old: rangeOf(old, a), new: rangeOf(fresh, b) })
  }
  unchanged(old.to, old.doc.blocks.length, fresh.to - old.to)
  return pairs
}

function rangeOf({ tokens, sentenceToken }: Side, sentence: number): Pair {
  return [tokens.start[sentenceToken[sentence]!]!, tokens.end[sentenceToken[sentence + 1]! - 1]!]
}
