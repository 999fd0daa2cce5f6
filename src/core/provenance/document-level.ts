import type { SentenceOrigin, Level } from './types'
import { thresholds } from './thresholds'

/** The heaviest reuse that covers most of a story: verbatim before light before heavy; original when most of it is ours. */
export function documentLevel(sentences: readonly SentenceOrigin[]): Level {
  const characters: Record<Level, number> = { verbatim: 0, light: 0, heavy: 0, original: 0 }
  for (const { level, start, end } of sentences) characters[level] += end - start
  const total = characters.verbatim + characters.light + characters.heavy + characters.original
  if (total === 0) return 'original'
  const share = (level: Level) => characters[level] / total
  if (share('verbatim') >= thresholds.documentVerbatim) return 'verbatim'
  if (share('verbatim') + share('light') >= thresholds.documentLight) return 'light'
  if (1 - share('original') >= thresholds.documentHeavy) return 'heavy'
  return 'original'
}
