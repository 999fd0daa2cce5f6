import { sentencesIn } from '../language'
import type { Range } from '../manuscript'
import { pairPostings, postingsOf, type PairPostings, type Postings } from './postings'
import { ideasOf } from './rewordings'
import type { SourceText } from './types'
import { eachWord } from './words'

/** A sentence of a source; `first` and `last` are its words in the index's run of all words (half-open). */
export interface SourceSentence extends Range {
  source: number
  first: number
  last: number
  /** What its words of matter weigh together. */
  weight: number
}

/**
 * The attached sources, ready to be asked. All words of all sources stand in one run, sources in the order of their ids, so
 * that the order in which they were attached changes nothing.
 */
export interface SourceIndex {
  sources: readonly SourceText[]
  /** Of each word: where it stands in its source, its form and stem as numbers, its sentence. */
  starts: Int32Array
  ends: Int32Array
  forms: Int32Array
  stems: Int32Array
  sentenceOf: Int32Array
  sentences: readonly SourceSentence[]
  formIds: ReadonlyMap<string, number>
  stemIds: ReadonlyMap<string, number>
  /** Places of each stem of matter and of each pair of neighbouring forms. */
  places: Postings
  pairs: PairPostings
  /** How many sentences hold each stem as matter. */
  holders: Int32Array
  /** Stems that stand for each idea, see `rewordings`. */
  stemsOfIdea: ReadonlyMap<number, readonly number[]>
}

/** Reads the sources once. Duplicate ids keep the first. */
export function indexSources(given: readonly SourceText[]): SourceIndex {
  const sources = given
    .filter((source, at) => given.findIndex((other) => other.id === source.id) === at)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const sentences: SourceSentence[] = []
  const starts: number[] = []
  const ends: number[] = []
  const forms: number[] = []
  const stems: number[] = []
  const matter: number[] = []
  const sentenceOf: number[] = []
  const formIds = new Map<string, number>()
  const stemIds = new Map<string, number>()
  sources.forEach((source, number) => {
    for (const range of sourceSentences(source.text)) {
      const sentence = { ...range, source: number, first: starts.length, last: 0, weight: 0 }
      eachWord(source.text, range.start, range.end, (entry, start, end) => {
        starts.push(start)
        ends.push(end)
        forms.push(intern(formIds, entry.form))
        const stem = intern(stemIds, entry.stem)
        stems.push(stem)
        matter.push(entry.weight > 0 ? stem : -1)
        sentenceOf.push(sentences.length)
        sentence.weight += entry.weight
      })
      sentence.last = starts.length
      if (sentence.last > sentence.first) sentences.push(sentence)
    }
  })
  const formRun = Int32Array.from(forms)
  const places = postingsOf(Int32Array.from(matter), stemIds.size)
  const stemsOfIdea = new Map<number, number[]>()
  const holders = new Int32Array(stemIds.size)
  for (const [text, id] of stemIds) {
    if (places.head[id] === -1) continue
    let last = -1
    for (let place = places.head[id]!; place >= 0; place = places.next[place]!) {
      if (sentenceOf[place] !== last) holders[id]!++
      last = sentenceOf[place]!
    }
    for (const idea of ideasOf(text)) {
      const held = stemsOfIdea.get(idea)
      if (held) held.push(id)
      else stemsOfIdea.set(idea, [id])
    }
  }
  return {
    sources,
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    forms: formRun,
    stems: Int32Array.from(stems),
    sentenceOf: Int32Array.from(sentenceOf),
    sentences,
    formIds,
    stemIds,
    places,
    pairs: pairPostings(
      formRun,
      (second) => sentences[sentenceOf[second]!]!.source === sentences[sentenceOf[second - 1]!]!.source,
    ),
    holders,
    stemsOfIdea,
  }
}

function intern(ids: Map<string, number>, text: string): number {
  let id = ids.get(text)
  if (id === undefined) ids.set(text, (id = ids.size))
  return id
}

/** The sentences of a source, which is plain text: its lines are its paragraphs. */
function sourceSentences(text: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== '\n') continue
    if (at > start) ranges.push(...sentencesIn(text, { start, end: at }))
    start = at + 1
  }
  return ranges
}

/** The source that a word stands in. */
export function sourceOf(index: SourceIndex, word: number): number {
  return index.sentences[index.sentenceOf[word]!]!.source
}

/** How telling a stem is, 0 to 1: 1 when no source or one sentence holds it, less the more sentences do. */
export function tell(index: SourceIndex, stemId: number | undefined): number {
  const holders = stemId === undefined ? 0 : index.holders[stemId]!
  if (holders <= 1) return 1
  return Math.max(0.2, 1 - Math.log(holders) / Math.log(index.sentences.length + 1))
}
