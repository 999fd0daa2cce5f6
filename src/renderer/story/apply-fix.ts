import { plainText, toPosition, type Manuscript } from '@core/manuscript'
import type { OpenStory } from './store'

/** Writes a proposal into the draft, where its words still stand. `of` is the manuscript it was made for. Undo takes it back. */
export function applyFix(story: OpenStory, of: Manuscript, fix: { start: number; end: number; text: string }): void {
  const mapping = story.mappingFrom(of)
  if (!mapping) return
  const plain = plainText(of)
  const from = mapping.map(toPosition(plain, fix.start), 1)
  const to = fix.start === fix.end ? from : mapping.map(toPosition(plain, fix.end), -1)
  if (from > to) return
  const { tr } = story.state
  story.dispatch((fix.text ? tr.insertText(fix.text, from, to) : tr.delete(from, to)).scrollIntoView())
}
