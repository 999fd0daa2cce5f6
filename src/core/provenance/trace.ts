import { sentencesIn } from '../language'
import type { BlockType, Range, StoryText, TextBlock } from '../manuscript'
import type { Quotation } from '../quotations'
import { uses, weighCredits } from './credit-verdicts'
import { createCreditFinder } from './credits'
import { documentLevel } from './document-level'
import { housePairs, type HousePair } from './house-style'
import { evidence, noEvidence, type Evidence } from './evidence'
import { judge } from './levels'
import { createHedgeFinder } from './lost-hedges'
import { checkFragment, type Found } from './quote-check'
import { indexQuotes, type QuoteIndex } from './quote-index'
import { checkQuotations } from './quotes'
import { indexSources, type SourceIndex } from './source-index'
import { joinNeighbours, spansIn } from './spans'
import { spokenRanges } from './spoken'
import type { Provenance, SourceText, Span } from './types'
import { wordsIn } from './words'

/** What the house adds to the engine's own lists. */
export interface ProvenancePolicy {
  /** Pairs of whole forms that the house takes for equal in quotations (V-7). */
  houseForms?: readonly HousePair[]
}

/** Everything that tells where a story comes from. Offsets in the answer are into the story's text. */
export interface TraceInput {
  story: StoryText
  sources: readonly SourceText[]
  quotations: readonly Quotation[]
  policy?: ProvenancePolicy
}

interface BlockTrace {
  evidences: Evidence[]
  /** Words of each sentence that are not in marks. */
  ownWords: number[]
  spans: Span[]
}

/** The attached sources, read once, ready to trace story after story; blocks and fragments seen before cost nothing. */
export interface ProvenanceIndex {
  readonly sources: readonly SourceText[]
  trace(story: StoryText, quotations: readonly Quotation[]): Provenance
  /** The reused passages of any text, and nothing else. */
  passages(text: string): Span[]
  /** Holds the words of a range (marks outside) against the sources. */
  check(text: string, range: Range): Found['check']
}

// A desk's longest story has a few thousand blocks; two generations are kept, so that an undo finds its blocks too.
const keptBlocks = 8000

/** Reads sources once for many traces. Their order changes nothing. */
export function createProvenanceIndex(sources: readonly SourceText[], policy: ProvenancePolicy = {}): ProvenanceIndex {
  const index = indexSources(sources)
  const quoteIndex = indexQuotes(sources, policy.houseForms ? housePairs(policy.houseForms) : undefined)
  const blocks = new Map<string, BlockTrace>()
  const fragments = new Map<string, Found>()
  const creditsIn = createCreditFinder()
  const hedgesIn = createHedgeFinder(sources)

  const blockTrace = (text: string, block: TextBlock): BlockTrace => {
    const own = text.slice(block.start, block.end)
    const key = furniture.has(block.type) ? `\n${own}` : own
    let known = blocks.get(key)
    if (!known) {
      known = furniture.has(block.type) ? untraced(own) : traceBlock(index, own)
      if (blocks.size >= keptBlocks) blocks.clear()
      blocks.set(key, known)
    }
    return known
  }
  const look = (_: QuoteIndex, text: string, range: Range): Found => {
    const own = text.slice(range.start, range.end)
    let known = fragments.get(own)
    if (!known) {
      known = checkFragment(quoteIndex, own, { start: 0, end: own.length })
      if (fragments.size >= keptBlocks) fragments.clear()
      fragments.set(own, known)
    }
    return shiftFound(known, range.start)
  }
  return {
    sources,
    trace: (story, quotations) => {
      const evidences: Evidence[] = []
      const ownWords: number[] = []
      const spans: Span[] = []
      for (const block of story.blocks) {
        const found = blockTrace(story.text, block)
        for (const one of found.evidences) evidences.push(shift(one, block.start))
        ownWords.push(...found.ownWords)
        for (const span of found.spans) spans.push(shift(span, block.start))
      }
      const sentences = judge(evidences)
      const used = uses(story, sentences, ownWords, sources)
      return {
        level: documentLevel(sentences, evidences),
        sentences,
        spans: joinNeighbours(spans),
        quotes: sources.length === 0 ? [] : checkQuotations(quoteIndex, story, quotations, look),
        credits: weighCredits(story, used, sources, sources.length === 0 ? [] : creditsIn(story)),
        shares: used.map(({ agency, share }) => ({ agency, share })),
        lost: hedgesIn(story, sentences),
      }
    },
    passages: (text) =>
      joinNeighbours(
        lines(text).flatMap(({ start, end }) =>
          spansIn(index, text.slice(start, end), { start: 0, end: end - start }).map((span) => shift(span, start)),
        ),
      ),
    check: (text, range) => look(quoteIndex, text, range).check,
  }
}

// Lines that tell of the story and are not told in it: they stand in every story and come from nowhere.
const furniture: ReadonlySet<BlockType> = new Set<BlockType>([
  'byline',
  'dateline',
  'credit',
  'photoCredit',
  'related',
  'notice',
])

function untraced(text: string): BlockTrace {
  const sentences = sentencesIn(text)
  return { evidences: sentences.map((range) => noEvidence(range)), ownWords: sentences.map(() => 0), spans: [] }
}

function traceBlock(index: SourceIndex, text: string): BlockTrace {
  const range = { start: 0, end: text.length }
  const words = wordsIn(text)
  const spoken = spokenRanges(text)
  const evidences: Evidence[] = []
  const ownWords: number[] = []
  let from = 0
  for (const sentence of sentencesIn(text, range)) {
    while (words[from] && words[from]!.start < sentence.start) from++
    let to = from
    while (words[to] && words[to]!.end <= sentence.end) to++
    const own = words.slice(from, to)
    evidences.push(evidence(index, text, sentence, own))
    ownWords.push(own.filter(({ start, end }) => !spoken.some((said) => start >= said.start && end <= said.end)).length)
    from = to
  }
  return { evidences, ownWords, spans: spansIn(index, text, range, words) }
}

function lines(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line) found.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return found
}

function shift<T extends Range>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by }
}

function shiftFound(found: Found, by: number): Found {
  const check = shift(found.check, by)
  if (check.pieces) check.pieces = check.pieces.map((piece) => shift(piece, by))
  return { ...found, check }
}

/** Where a story's words come from, in one call. With no sources, sentences are original and nothing else is claimed. */
export function traceProvenance({ story, sources, quotations, policy }: TraceInput): Provenance {
  return createProvenanceIndex(sources, policy).trace(story, quotations)
}

export type { SourceIndex }
