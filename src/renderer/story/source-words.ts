import type { CheckNote, QuoteCheck } from '@core/provenance'
import { versionName, type Source } from '@core/record'

/** What the source check said, in words. */
export const verdictWords: Record<QuoteCheck['verdict'], string> = {
  exact: 'Word for word as in the source',
  typographic: 'As in the source but for its marks and dashes',
  'house-style': 'As in the source, in house style',
  marked: 'Part of the source’s words, or shortened with a mark',
  differs: 'Differs from the source',
  'no-source': 'Not found in the attached sources',
}

/** What a person should look at in it. */
export const noteWords: Record<CheckNote, string> = {
  negation: 'A negation was added or lost.',
  number: 'A number changed.',
  name: 'A name changed.',
  stitched: 'It is stitched from two places.',
  'cut-negation': 'The cut drops a negation.',
  'beside-negation': 'The source denies these words beside them.',
  joined: 'It is joined across the source’s own cue.',
  'round-brackets': 'Round brackets stand where square ones should mark what was put in.',
  'insertion-kept': 'Round brackets hold what the agency put in.',
  'insertion-dropped': 'What the agency put in brackets was left out.',
  'insertion-changed': 'What the agency put in brackets was changed.',
  'source-prose': 'The source says this in its own words, not as a quotation.',
}

const calm: ReadonlySet<CheckNote> = new Set<CheckNote>(['joined', 'insertion-kept', 'insertion-dropped'])

/** Whether a note only tells how the words stand in the source, with nothing to look at. */
export const isCalm = (note: CheckNote): boolean => calm.has(note)

/** "AP, skorea-arms v2". */
export function sourceName(source: Source | undefined): string {
  if (!source) return 'a source that was detached'
  const name = [source.agency, source.slug ?? source.headline].filter(Boolean).join(', ')
  return `${name || 'Source'}${source.version ? ` ${versionName(source.version)}` : ''}`
}
