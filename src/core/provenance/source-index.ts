import { sentencesIn } from '../language'
import type { Range } from '../manuscript'
import { ideasOf } from './rewordings'
import type { SourceText } from './types'
import { wordsIn, type Word } from './words'

/** A sentence of a source; `first` and `last` are its words in the index's run of all words (half-open). */
export interface SourceSentence extends Range {
  source: number
  first: number
  last: number
}

/**
 * The attached sources, ready to be asked. All words of all sources stand in one run, sources in the order of their ids, so
 * that the order in which they were attached changes nothing.
 */
export interface SourceIndex {
  sources: readonly SourceText[]
  words: readonly Word[]
  /** Interned form and stem of each word; -1 stands between two sources. */
  forms: Int32Array
  stems: Int32Array
  /** Which sentence each word belongs to. */
  sentenceOf: Int32Array
  sentences: readonly SourceSentence[]
  formIds: ReadonlyMap<string, number>
  stemIds: ReadonlyMap<string, number>
  /** Positions of each pair of neighbouring forms, see `pairKey`. */
  pairs: ReadonlyMap<number, readonly number[]>
  /** Sentences that hold each stem of matter, and how telling the stem is: 1 when one sentence holds it. */
  sentencesWith: ReadonlyMap<number, readonly number[]>
  positionsOf: ReadonlyMap<number, readonly number[]>
  /** Stems that stand for each idea, see `rewordings`. */
  stemsOfIdea: ReadonlyMap<number, readonly number[]>
}

const pairBase = 2 ** 24

/** One number for two neighbouring interned forms. */
export function pairKey(first: number, second: number): number {
  return first * pairBase + second
}

/** Reads the sources once. Duplicate ids keep the first. */
export function indexSources(given: readonly SourceText[]): SourceIndex {
  const sources = given
    .filter((source, at) => given.findIndex((other) => other.id === source.id) === at)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const words: Word[] = []
  const sentences: SourceSentence[] = []
  const sentenceOf: number[] = []
  sources.forEach((source, number) => {
    for (const range of sourceSentences(source.text)) {
      const found = wordsIn(source.text, range.start, range.end)
      if (found.length === 0) continue
      const first = words.length
      for (const word of found) {
        words.push(word)
        sentenceOf.push(sentences.length)
      }
      sentences.push({ ...range, source: number, first, last: words.length })
    }
  })
  const formIds = new Map<string, number>()
  const stemIds = new Map<string, number>()
  const forms = new Int32Array(words.length)
  const stems = new Int32Array(words.length)
  const pairs = new Map<number, number[]>()
  const sentencesWith = new Map<number, number[]>()
  const positionsOf = new Map<number, number[]>()
  words.forEach((word, at) => {
    forms[at] = intern(formIds, word.form)
    const id = intern(stemIds, word.stem)
    stems[at] = id
    if (word.weight > 0) {
      const holders = list(sentencesWith, id)
      if (holders.at(-1) !== sentenceOf[at]) holders.push(sentenceOf[at]!)
      list(positionsOf, id).push(at)
    }
    if (at > 0 && sentences[sentenceOf[at]!]!.source === sentences[sentenceOf[at - 1]!]!.source)
      list(pairs, pairKey(forms[at - 1]!, forms[at])).push(at - 1)
  })
  const stemsOfIdea = new Map<number, number[]>()
  for (const [text, id] of stemIds) {
    if (!sentencesWith.has(id)) continue
    for (const idea of ideasOf(text)) list(stemsOfIdea, idea).push(id)
  }
  return {
    sources,
    words,
    forms,
    stems,
    sentenceOf: Int32Array.from(sentenceOf),
    sentences,
    formIds,
    stemIds,
    pairs,
    sentencesWith,
    positionsOf,
    stemsOfIdea,
  }
}

function list<K, V>(map: Map<K, V[]>, key: K): V[] {
  let values = map.get(key)
  if (!values) map.set(key, (values = []))
  return values
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

/** How telling a stem is, 0 to 1: 1 when no source or one sentence holds it, less the more sentences do. */
export function tell(index: SourceIndex, stemId: number | undefined): number {
  if (stemId === undefined) return 1
  const holders = index.sentencesWith.get(stemId)?.length ?? 0
  if (holders <= 1) return 1
  return Math.max(0.2, 1 - Math.log(holders) / Math.log(index.sentences.length + 1))
}
