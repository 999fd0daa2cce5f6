import type { Range, StoryText } from '../manuscript'
import type { ReviewedQuotation } from './types'

/** Words to write into the story, in place of what stands at a range. */
export interface Undoing extends Range {
  text: string
}

/**
 * What to write so that a checked quotation says again what it said: its words where one stretch in marks changed, its cue
 * where one stands there still. Undefined where the story does not say what was there: a speaker's mention, a lost source.
 */
export function undoEdit(story: StoryText, { quotation, fallen }: ReviewedQuotation): Undoing | undefined {
  if (fallen?.was === undefined) return undefined
  if (fallen.what === 'cue') {
    const { cueStart, cueEnd } = quotation
    if (cueStart === undefined || cueEnd === undefined || fallen.is === undefined) return undefined
    return cueEnd > cueStart ? { start: cueStart, end: cueEnd, text: fallen.was } : undefined
  }
  if (fallen.what !== 'words') return undefined
  const fragments: readonly Range[] =
    quotation.fragments.length > 0 ? quotation.fragments : [{ start: quotation.start, end: quotation.end }]
  const wordsAt = (some: readonly Range[]) => some.map(({ start, end }) => story.text.slice(start, end)).join(' ')
  // Fragments before and after the edited one say what they said; what is left over is its own old words.
  for (const [index, fragment] of fragments.entries()) {
    const before = fragments.slice(0, index)
    const after = fragments.slice(index + 1)
    const lead = before.length > 0 ? `${wordsAt(before)} ` : ''
    const tail = after.length > 0 ? ` ${wordsAt(after)}` : ''
    const { was } = fallen
    if (was.length <= lead.length + tail.length || !was.startsWith(lead) || !was.endsWith(tail)) continue
    const text = was.slice(lead.length, was.length - tail.length)
    if (text !== story.text.slice(fragment.start, fragment.end)) return { ...fragment, text }
  }
  return undefined
}
