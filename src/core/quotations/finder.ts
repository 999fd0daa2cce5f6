import { agenciesIn } from '../language'
import type { Candidate } from './candidate'
import type { Range, StoryText } from '../manuscript'
import { candidatesOf } from './candidates'
import { labelOf, titlesWithin } from './labels'
import { assemble } from './assemble'
import { markedRanges } from './marks'
import { mentionsOf, type Mention } from './mentions'
import { readSpeaker, type SpeakerPhrase } from './speaker-phrase'
import type { Phrase } from './clauses'
import { nameLine } from './leads'
import type { Place } from './cues'
import { sentencesOf } from './sentence-cuts'
import { unitsOf } from './units'
import { piecesOf } from './pieces'
import type { Said } from './speakers'
import { signatureAt } from './tags'
import type { NotQuotation, QuotationFindings } from './types'

/** What one piece says by itself; depends on its text and place alone, so it is kept while they are the same. */
export interface BlockReading {
  said: Said[]
  /** Titles in marks inside what is reported. */
  aside: NotQuotation[]
  mentions: Mention[]
  /** Starts with an opening mark; ends inside marks never closed. */
  opensInMarks: boolean
  endsInMarks: boolean
  /** Who has the word when it ends: a quotation that opens the next block without a cue is theirs. */
  leadsOn?: SpeakerPhrase & Range & { rule: string }
  /** It is nothing but a dash and a name: the quotation in the block before is theirs. */
  signs?: SpeakerPhrase & Range
  place: Place
}

export interface QuotationFinder {
  /** The quotations of a story. Blocks whose text is as in the call before are not read again. */
  find(story: StoryText): QuotationFindings
}

/** Cues of one who answers: not the one who spoke before. */
const answering =
  /\b(?:repl(?:y|ie[sd]|ying)|respond\w*|retort\w*|answer(?:ed|s)?|counter(?:ed|s)|shot back|fired back)\b/

/** A finder that remembers what it read: one changed paragraph costs that paragraph and the resolving of speakers. */
export function createQuotationFinder(): QuotationFinder {
  let known = new Map<string, BlockReading>()
  return {
    find(story) {
      const next = new Map<string, BlockReading>()
      const pieces = piecesOf(story)
      const readings = pieces.map(({ start, end, place, silent }) => {
        const text = story.text.slice(start, end)
        const key = place + text
        const reading = next.get(key) ?? known.get(key) ?? readBlock(text, place)
        next.set(key, reading)
        return silent ? { ...reading, said: [] } : reading
      })
      known = next
      return assemble(story.text, pieces, readings)
    },
  }
}

/** Reads one block: marks, sentences, cues and what they report. */
export function readBlock(text: string, place: Place): BlockReading {
  const marked = markedRanges(text, 0, text.length)
  const units = unitsOf(text, 0, text.length, marked)
  const sentences = sentencesOf(units)
  const mentions = mentionsOf(units, place === 'heading')
  const index = new Map(units.map((unit, at) => [unit.start, at]))
  const ends = new Map(units.map((unit, at) => [unit.end, at]))
  const phrase = (range: Range) => readSpeaker(text, units, index.get(range.start)!, ends.get(range.end)!, mentions)
  const said: Said[] = []
  const aside: NotQuotation[] = []
  const { candidates, carrier } = candidatesOf(sentences, place)
  for (const candidate of candidates) {
    const label = labelOf(text, units, candidate)
    const titles = titlesWithin(text, units, candidate)
    const kept = titles.length > 0 ? withoutTitles(candidate, titles) : candidate
    aside.push(...titles)
    if (!kept) continue
    const one: Said = { ...kept, ...(label && { label }) }
    if (kept.speaker) one.phrase = unnamed(text, phrase(kept.speaker), kept.speaker)
    const code = [kept.agency, kept.speaker, kept.credit]
      .flatMap((range) => (range ? agenciesIn(text, range.start, range.end) : []))
      .find(({ loose }) => !loose)?.code
    if (code) one.agencyCode = code
    if (kept.cue && answering.test(text.slice(kept.cue.start, kept.cue.end))) one.answers = true
    said.push(one)
  }
  const tail = units.at(-1)
  const reading: BlockReading = {
    said,
    aside,
    place,
    mentions,
    opensInMarks: marked[0]?.from === units[0]?.start && marked[0] !== undefined,
    endsInMarks: tail?.marked?.closed === false,
  }
  const only = sentences.length === 1 && said.length === 0 ? sentences[0]! : undefined
  const signature = only && signatureAt(only, 0)
  const heading = only && !carrier?.speaker ? nameLine(only) : undefined
  const read = ({ first, last }: Phrase) => {
    const range = { start: units[first]!.start, end: units[last]!.end }
    return { ...phrase(range), ...range }
  }
  if (signature) reading.signs = read(signature)
  else if (heading) reading.leadsOn = { ...read(heading), rule: 'named on the line before' }
  else if (carrier?.speaker) reading.leadsOn = { ...phrase(carrier.speaker), ...carrier.speaker, rule: carrier.rule }
  return reading
}

/** What is reported, its titles no longer taken for quoted words; nothing when they were all that it told ("wrote the novel “…”"). */
function withoutTitles(candidate: Candidate, titles: readonly Range[]): Candidate | undefined {
  const fragments = candidate.fragments.filter(({ start }) => !titles.some((title) => title.start === start))
  if (fragments.length > 0) return { ...candidate, fragments }
  return candidate.rule.includes('clause') || candidate.rule === 'according to'
    ? { ...candidate, fragments, type: 'indirect' }
    : undefined
}

const namelessness =
  /^[^.“"]{0,80}\b(?:not to be (?:named|identified)|anonymity|anonymously|declined to be (?:named|identified)|withheld)\b/

/** "A clerk, who asked not to be named": a speaker without a name because the story keeps it back. */
function unnamed(text: string, phrase: SpeakerPhrase, { end }: Range): SpeakerPhrase {
  if (phrase.mention || phrase.pronoun || !namelessness.test(text.slice(end, end + 140))) return phrase
  return { ...phrase, kind: 'unnamed' }
}
