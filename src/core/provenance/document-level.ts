import type { Evidence } from './evidence'
import { thresholds } from './thresholds'
import type { Level, SentenceOrigin } from './types'

/**
 * The heaviest reuse that covers most of a story: verbatim when most of it stands in long common runs, light when much of
 * it is copied with changes, heavy when much of it is rewritten, original when most of it is ours. Words in common runs speak
 * for a rewrite even where no sentence of it stands on the source for certain: small pieces of a text add up.
 */
export function documentLevel(sentences: readonly SentenceOrigin[], evidences: readonly Evidence[]): Level {
  let words = 0
  let copied = 0
  let taken = 0
  let rewritten = 0
  let runs = 0
  sentences.forEach(({ level }, at) => {
    const evidence = evidences[at]!
    words += evidence.words
    copied += evidence.copied * evidence.words
    runs += evidence.runs * evidence.words
    if (level === 'verbatim' || level === 'light') taken += evidence.words
    else if (level === 'heavy') rewritten += evidence.words
  })
  if (words === 0) return 'original'
  if (copied / words >= thresholds.documentVerbatim) return 'verbatim'
  if (taken / words >= thresholds.documentLight) return 'light'
  return (taken + rewritten / 2 + runs / 2) / words >= thresholds.documentHeavy ? 'heavy' : 'original'
}
