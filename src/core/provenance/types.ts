import type { Range } from '../manuscript'
import type { HedgeKind } from './hedge-words'

export type Level = 'verbatim' | 'light' | 'heavy' | 'original'

/** A stretch of a source's text. */
export interface Passage extends Range {
  source: string
  /** 0 to 1. */
  similarity: number
}

/** One sentence of the story and where it comes from, best passage first; two when it was made of two. */
export interface SentenceOrigin extends Range {
  level: Level
  from: Passage[]
}

/** A maximal reused passage. */
export interface Span extends Range {
  source: string
  sourceStart: number
  sourceEnd: number
  kind: 'verbatim' | 'light' | 'heavy'
}

export type Verdict = 'exact' | 'typographic' | 'house-style' | 'marked' | 'differs' | 'no-source'
export type CheckNote =
  | 'negation'
  | 'number'
  | 'name'
  | 'stitched'
  | 'cut-negation'
  | 'beside-negation'
  | 'joined'
  | 'source-prose'
  /** Round brackets that the source does not have; what the agency put in: kept, left out, or changed. */
  | 'round-brackets'
  | 'insertion-kept'
  | 'insertion-dropped'
  | 'insertion-changed'

/** A quotation held against the attached sources. The range is the quotation's exact words. */
export interface QuoteCheck extends Range {
  quotation?: string
  verdict: Verdict
  from: Passage[]
  pieces?: (Range & { source: string; sourceStart: number; sourceEnd: number; similarity: number })[]
  removed: string[]
  inserted: string[]
  speakerAgrees?: boolean
  notes: CheckNote[]
}

export type Tier = 0 | 1 | 2 | 3

/** A credit found or missing, and what the evidence asks for. Tiers T0–T3 of the house rules. */
export interface Credit {
  agency?: string
  generic?: true
  kind?: 'in-text' | 'tag' | 'byline' | 'sign-off' | 'prefix'
  start?: number
  end?: number
  needs: Tier
  has: Tier
  verdict: 'right' | 'missing' | 'too-weak' | 'unused'
  message: string
}

/** A source as the engine reads it. */
export interface SourceText {
  id: string
  agency?: string
  text: string
}

/**
 * Words with which a source keeps its distance and which the story's sentence does not have (S-18). The range is the
 * story's sentence; `sentence` and `lost` are in the source's text.
 */
export interface LostHedge extends Range {
  kind: HedgeKind
  /** Gone, or a stronger word in its place. */
  change: 'dropped' | 'strengthened'
  source: string
  sentence: Range
  lost: Range[]
  /** The lost words themselves. */
  words: string
  /** It concerns a crime, a death or an accusation. */
  grave: boolean
  /** What puts them back, in the story's text; absent when only a person can write it. */
  putBack?: Range & { text: string }
}

/** Where a story's words come from. `shares` are parts of its words, by agency code (or source id where there is none). */
export interface Provenance {
  level: Level
  sentences: SentenceOrigin[]
  spans: Span[]
  quotes: QuoteCheck[]
  credits: Credit[]
  shares: { agency: string; share: number }[]
  /** Hedges and attributions of the sources that the story's sentences lost. */
  lost: LostHedge[]
}
