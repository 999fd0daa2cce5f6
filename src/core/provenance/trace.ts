import type { StoryText } from '../manuscript'
import { sentencesIn } from '../language'
import { evidence, judge } from './levels'
import { indexSources, type SourceIndex } from './source-index'
import { spansIn } from './spans'
import type { Provenance, SourceText } from './types'
import type { Quotation } from '../quotations'

export interface TraceInput {
  story: StoryText
  sources: readonly SourceText[]
  quotations: readonly Quotation[]
}

export function traceProvenance({ story, sources }: TraceInput): Provenance {
  const index: SourceIndex = indexSources(sources)
  const found = story.blocks.flatMap((block) => sentencesIn(story.text, block).map((range) => evidence(index, story.text, range)))
  const sentences = judge(found)
  const spans = story.blocks.flatMap((block) => spansIn(index, story.text, block))
  return { level: 'original', sentences, spans, quotes: [], credits: [], shares: [] }
}
