import { quoteWords, type QuoteWord } from './fold-quote'
import { postingsOf, type Postings } from './postings'
import { spokenRanges, type SpokenRange } from './spoken'
import { thresholds } from './thresholds'
import type { SourceText } from './types'

/** One source as quotations are looked up in it: every word, and which of them are said by somebody. */
export interface QuotedSource {
  id: string
  text: string
  words: readonly QuoteWord[]
  /** Index into `spoken` of the marks that a word stands in; -1 in prose. */
  spokenAt: Int32Array
  /** 1 where a word stands in brackets inside marks: an insertion of the agency's. */
  inserted: Uint8Array
  /** 1 where a word is prose between two parts of one utterance: the source's own cue. */
  cue: Uint8Array
  /** 1 where the source's own ellipsis stands before a word. */
  omits: Uint8Array
  /** 1 where a word begins, or ends, what was said or a sentence. */
  opensAt: Uint8Array
  endsAt: Uint8Array
  /** The source speaks in its own voice (a statement, a speech): what it says need not stand in marks. */
  ownVoice: boolean
  spoken: readonly SpokenRange[]
  /** Each key as a number, and the places of each. */
  keyIds: ReadonlyMap<string, number>
  keys: Int32Array
  places: Postings
}

/** The sources read for quotation checks, in the order of their ids. */
export interface QuoteIndex {
  sources: readonly QuotedSource[]
  pairs: ReadonlyMap<string, string> | undefined
}

const perSource = new WeakMap<SourceText, { pairs: ReadonlyMap<string, string> | undefined; read: QuotedSource }>()

/** Reads the sources once each; a source value already read is not read again. */
export function indexQuotes(sources: readonly SourceText[], pairs?: ReadonlyMap<string, string>): QuoteIndex {
  const sorted = [...sources].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  return {
    pairs,
    sources: sorted.map((source) => {
      const known = perSource.get(source)
      if (known && known.pairs === pairs) return known.read
      const read = readSource(source, pairs)
      perSource.set(source, { pairs, read })
      return read
    }),
  }
}

function readSource({ id, text }: SourceText, pairs?: ReadonlyMap<string, string>): QuotedSource {
  const words = quoteWords(text, 0, text.length, pairs)
  const spoken = spokenRanges(text)
  const spokenAt = new Int32Array(words.length).fill(-1)
  const inserted = new Uint8Array(words.length)
  const cue = new Uint8Array(words.length)
  const omits = new Uint8Array(words.length)
  const keyIds = new Map<string, number>()
  const keys = new Int32Array(words.length)
  let range = 0
  let depth = 0
  let from = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    while (range < spoken.length && spoken[range]!.end <= word.start) range++
    const inside = spoken[range] && word.start >= spoken[range]!.start
    if (inside) spokenAt[at] = range
    // Brackets around a whole quotation are the story's, those inside it the agency's insertions.
    if (inside && spokenAt[at - 1] !== range) depth = 0
    for (let place = inside ? Math.max(from, spoken[range]!.start) : from; place < word.start; place++) {
      const code = text.charCodeAt(place)
      if (code === 40 || code === 91) depth++
      else if ((code === 41 || code === 93) && depth > 0) depth--
      else if (code === 10) depth = 0
      else if (code === ellipsis || (code === dot && text.charCodeAt(place + 1) === dot)) omits[at] = 1
    }
    from = word.start
    if (inside && depth > 0) inserted[at] = 1
    const before = spoken[range - 1]
    if (!inside && before && spoken[range]?.utterance === before.utterance) cue[at] = 1
    let id = keyIds.get(word.key)
    if (id === undefined) keyIds.set(word.key, (id = keyIds.size))
    keys[at] = id
  }
  const opensAt = new Uint8Array(words.length + 1)
  const endsAt = new Uint8Array(words.length)
  words.forEach((word, at) => {
    const said = spoken[spokenAt[at]!]
    opensAt[at] = begins(text, word.start, said) ? 1 : 0
    endsAt[at] = finishes(text, word.end, said) ? 1 : 0
  })
  // In a statement or speech brackets are its writer's own (d16, Q-8).
  const own = ownVoice(words, spokenAt)
  if (own) inserted.fill(0)
  return {
    id,
    text,
    words,
    spokenAt,
    inserted,
    cue,
    omits,
    opensAt,
    endsAt,
    ownVoice: own,
    spoken,
    keyIds,
    keys,
    places: postingsOf(keys, keyIds.size),
  }
}

const letter = (code: number) => (code | 32) >= 97 && (code | 32) <= 122
const comma = 44
const dot = 46
const ellipsis = 0x2026
const blank = 32

function begins(text: string, start: number, said: SpokenRange | undefined): boolean {
  // Most words follow a word: no need to look further.
  const before = text.charCodeAt(start - 2)
  if (
    text.charCodeAt(start - 1) === blank &&
    (letter(before) || before === comma) &&
    !(said && said.start >= start - 1)
  )
    return false
  if (said && !/[\p{L}\p{N}]/u.test(text.slice(said.start, start))) return true
  return /(?:^|[.!?…:;\n]["”’')\]]*\s*|[“"‘'([]\s*)$/.test(text.slice(Math.max(0, start - 6), start))
}

function finishes(text: string, end: number, said: SpokenRange | undefined): boolean {
  if (text.charCodeAt(end) === blank && letter(text.charCodeAt(end + 1)) && !(said && said.end <= end + 1)) return false
  if (said && !/[\p{L}\p{N}]/u.test(text.slice(end, said.end))) return true
  return /^[)\]]?\s*(?:$|[.!?…;\n]|[,–—-]?\s?["”’')\]])/.test(text.slice(end, end + 6))
}

/** A statement or speech says "we" and "I" outside marks; a wire story does not. */
function ownVoice(words: readonly QuoteWord[], spokenAt: Int32Array): boolean {
  let prose = 0
  let first = 0
  words.forEach((word, at) => {
    if (spokenAt[at]! >= 0) return
    prose++
    if (/^(?:i|we|our|my|us|me)(?:['’]\w+)?$/.test(word.form)) first++
  })
  // A source that sets speech in marks tells what is speech and what is not.
  if (prose < words.length * (1 - thresholds.marksSpeech)) return false
  return first >= 2 && first / Math.max(1, prose) >= thresholds.ownVoice
}
