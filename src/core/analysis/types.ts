import type { Annotation, Decision } from '../annotations'
import type { StoryText } from '../manuscript'
import type { Finding, Policy, WireTerms } from '../policy'
import type { Provenance, QuoteCheck, SourceText } from '../provenance'
import type { NotQuotation, Quotation, SpeakerKind } from '../quotations'
import type { Digest } from '../record'

/** The state of a quotation as product.md names it. */
export type QuotationState = 'open' | 'attributed' | 'checked' | 'altered' | 'matched' | 'check-again'

/** A quotation with what people ruled and what the sources say. */
export interface ReviewedQuotation {
  quotation: Quotation
  state: QuotationState
  /** The speaker after rulings: set by a person, else found. */
  speaker?: string
  check?: QuoteCheck
  /** The rulings that stand on it, newest last. */
  decisions: Decision[]
  /** What changed since it was checked, in words. */
  changed?: string
  /** The same as a value: what it was, what it is, and the confirmation that no longer holds. */
  fallen?: Fallen
}

/**
 * What a confirmation saw and the story no longer has. `was` and `is` are words, a name, a cue, or the id of a
 * source; one that is not there is left out.
 */
export interface Fallen {
  what: 'words' | 'speaker' | 'cue' | 'source'
  was?: string
  is?: string
  decision: Decision
}

/** Somebody who speaks in the story, with everything said by that name. */
export interface StorySpeaker {
  name: string
  kind?: SpeakerKind
  /** As at the fullest mention, or as a person put it. */
  title?: string
  /** The other names the finder gave, which people put under this one. */
  names: string[]
  /** Keys of the utterances in marks. */
  utterances: string[]
  /** Ids of quotations without marks. */
  reported: string[]
  /** The rulings on the name that stand, newest last. */
  decisions: Decision[]
}

/**
 * One utterance in marks and every place where its words, or part of them in display text, appear. Decisions cover all of
 * them; counts count utterances. Reported speech without marks is in `Assessment.quotations` only.
 */
export interface Utterance {
  /** The folded words: stable while the words are. */
  key: string
  state: QuotationState
  speaker?: string
  quotations: ReviewedQuotation[]
}

/** An attached source: its text, and what its agency says of it. */
export type AssessedSource = SourceText & Partial<Omit<WireTerms, 'used' | 'id' | 'agency'>>

/** Everything an assessment looks at. `now` is ISO 8601. */
export interface AssessmentInput {
  story: StoryText
  annotations: readonly Annotation[]
  decisions: readonly Decision[]
  sources: readonly AssessedSource[]
  /** Earlier revisions, oldest first, for what editing lost (C-17); a few of the newest are enough. */
  revisions?: readonly EarlierRevision[]
  policy: Policy
  now: string
}

/** What a story is held against: it changes now and then, while the story itself changes with every key. */
export type Background = Pick<AssessmentInput, 'sources' | 'revisions'>

/** A revision as an assessment looks back on it. */
export interface EarlierRevision {
  number: number
  by: string
  /** ISO 8601. */
  at: string
  story: StoryText
}

/** What is known of a story: quotations, provenance, findings. All offsets are UTF-16 into the story's text. */
export interface Assessment {
  quotations: ReviewedQuotation[]
  utterances: Utterance[]
  notQuotations: (NotQuotation & { decision?: Decision })[]
  speakers: StorySpeaker[]
  provenance: Provenance
  /** Findings nobody ruled on, heaviest first. */
  findings: Finding[]
  /** Findings a person waived, acknowledged or called a wrong alarm. */
  settled: { finding: Finding; decision: Decision }[]
  /** What the gate did not check, one sentence each. */
  notChecked: string[]
  words: number
  digest: Omit<Digest, 'seq'>
}
