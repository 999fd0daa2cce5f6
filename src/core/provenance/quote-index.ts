import { quoteWords, type QuoteWord } from './fold-quote'
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
  /** 1 where a word begins, or ends, what was said or a sentence. */
  opensAt: Uint8Array
  endsAt: Uint8Array
  /** The source speaks in its own voice (a statement, a speech): what it says need not stand in marks. */
  ownVoice: boolean
  spoken: readonly SpokenRange[]
  positions: ReadonlyMap<string, readonly number[]>
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
  const positions = new Map<string, number[]>()
  let range = 0
  let depth = 0
  let from = 0
  words.forEach((word, at) => {
    while (range < spoken.length && spoken[range]!.end <= word.start) range++
    const inside = spoken[range] && word.start >= spoken[range]!.start
    if (inside) spokenAt[at] = range
    for (let place = from; place < word.start; place++) {
      if (text[place] === '(' || text[place] === '[') depth++
      else if ((text[place] === ')' || text[place] === ']') && depth > 0) depth--
      else if (text[place] === '\n') depth = 0
    }
    from = word.start
    if (inside && depth > 0) inserted[at] = 1
    const before = spoken[range - 1]
    if (!inside && before && spoken[range]?.utterance === before.utterance) cue[at] = 1
    const held = positions.get(word.key)
    if (held) held.push(at)
    else positions.set(word.key, [at])
  })
  const opensAt = new Uint8Array(words.length + 1)
  const endsAt = new Uint8Array(words.length)
  words.forEach((word, at) => {
    const said = spoken[spokenAt[at]!]
    opensAt[at] = begins(text, word.start, said) ? 1 : 0
    endsAt[at] = finishes(text, word.end, said) ? 1 : 0
  })
  return {
    id,
    text,
    words,
    spokenAt,
    inserted,
    cue,
    opensAt,
    endsAt,
    ownVoice: ownVoice(words, spokenAt),
    spoken,
    positions,
  }
}

function begins(text: string, start: number, said: SpokenRange | undefined): boolean {
  if (said && !/[\p{L}\p{N}]/u.test(text.slice(said.start, start))) return true
  return /(?:^|[.!?…:;\n]["”’')\]]*\s*|[“"‘'([]\s*)$/.test(text.slice(Math.max(0, start - 6), start))
}

function finishes(text: string, end: number, said: SpokenRange | undefined): boolean {
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
