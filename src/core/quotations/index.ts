export type * from './types'
export { createQuotationFinder, type QuotationFinder } from './finder'
import type { StoryText } from '../manuscript'
import { createQuotationFinder } from './finder'
import type { QuotationFindings } from './types'

/**
 * Who said what in a story, in which words: every direct, mixed and indirect quotation with cue and speaker, and what
 * stands in marks but was not said. Never throws; time grows with the text's length.
 */
export function findQuotations(story: StoryText): QuotationFindings {
  return createQuotationFinder().find(story)
}
