import { agenciesIn } from '../language'
import type { Range, StoryText, TextBlock } from '../manuscript'
import { candidatesOf } from './contents'
import { labelOf } from './labels'
import { assemble } from './assemble'
import { mainSubject } from './clauses'
import { cuesOf } from './cues'
import { markedRanges } from './marks'
import { mentionsOf, readSpeaker, type Mention, type SpeakerPhrase } from './people'
import { sentencesOf, unitsOf } from './reading'
import type { Said } from './speakers'
import type { NotQuotation, QuotationFindings } from './types'

/** What one block says by itself; depends on its text alone, so it is kept while the text is the same. */
export interface BlockReading {
  said: Said[]
  labels: NotQuotation[]
  mentions: Mention[]
  /** Starts with an opening mark; ends inside marks never closed. */
  opensInMarks: boolean
  endsInMarks: boolean
  /** Its last sentence ends in a colon: it leads into what follows. */
  leadsOn?: SpeakerPhrase & Range
}

export interface QuotationFinder {
  /** The quotations of a story. Blocks whose text is as in the call before are not read again. */
  find(story: StoryText): QuotationFindings
}

const skipped = new Set<TextBlock['type']>(['credit', 'notice', 'related', 'byline', 'dateline'])

/** A finder that remembers what it read: one changed paragraph costs that paragraph and the resolving of speakers. */
export function createQuotationFinder(): QuotationFinder {
  let known = new Map<string, BlockReading>()
  return {
    find(story) {
      const next = new Map<string, BlockReading>()
      const readings = story.blocks.map((block) => {
        const text = story.text.slice(block.start, block.end)
        const reading = next.get(text) ?? known.get(text) ?? readBlock(text)
        next.set(text, reading)
        return skipped.has(block.type) ? { ...reading, said: [], labels: [] } : reading
      })
      known = next
      return assemble(story, readings)
    },
  }
}

/** Reads one block: marks, sentences, cues and what they report. */
export function readBlock(text: string): BlockReading {
  const marked = markedRanges(text, 0, text.length)
  const units = unitsOf(text, 0, text.length, marked)
  const sentences = sentencesOf(units)
  const mentions = mentionsOf(units)
  const index = new Map(units.map((unit, at) => [unit.start, at]))
  const ends = new Map(units.map((unit, at) => [unit.end, at]))
  const phrase = (range: Range) => readSpeaker(text, units, index.get(range.start)!, ends.get(range.end)!, mentions)
  const said: Said[] = []
  const labels: NotQuotation[] = []
  for (const [at, candidate] of candidatesOf(sentences).entries()) {
    const label = labelOf(text, units, candidate)
    if (label) labels.push(label)
    const one: Said = { ...candidate, order: at, ...(label && { label: label.kind }) }
    if (candidate.speaker) one.phrase = phrase(candidate.speaker)
    const code = [candidate.agency, candidate.speaker, candidate.credit]
      .flatMap((range) => (range ? agenciesIn(text, range.start, range.end) : []))
      .find(({ loose }) => !loose)?.code
    if (code) one.agencyCode = code
    said.push(one)
  }
  const lastSentence = sentences.at(-1)
  const tail = units.at(-1)
  const reading: BlockReading = {
    said,
    labels,
    mentions,
    opensInMarks: marked[0]?.from === units[0]?.start && marked[0] !== undefined,
    endsInMarks: tail?.marked?.closed === false,
  }
  if (lastSentence && tail?.kind === 'mark' && tail.text === ':') {
    const lead = cuesOf(lastSentence).findLast((cue) => cue.subject)?.subject ?? mainSubject(lastSentence)
    if (lead)
      reading.leadsOn = {
        ...readSpeaker(text, units, lead.first, lead.last, mentions),
        start: units[lead.first]!.start,
        end: units[lead.last]!.end,
      }
  }
  return reading
}
