import type { NotQuotationKind } from '../annotations'
import type { Range } from '../manuscript'

export type QuotationType = 'direct' | 'mixed' | 'indirect'
export type SpeakerKind = 'person' | 'group' | 'body' | 'document' | 'unnamed'

/** Words in the story said by somebody. Public JSON: docs/cli.md. Offsets are UTF-16, into the story's text. */
export interface Quotation extends Range {
  id: string
  type: QuotationType
  /** The exact words in marks, marks outside; one per paragraph of a direct quotation; none when indirect. */
  fragments: Range[]
  /** The same for all parts of one utterance. */
  utterance?: string
  /** Id of the outer quotation. */
  nested?: string
  /** Resolved name, at most 8 words. */
  speaker?: string
  speakerStart?: number
  speakerEnd?: number
  speakerKind?: SpeakerKind
  /** The fullest mention of the speaker in the text. */
  reference?: Range
  cue?: string
  cueStart?: number
  cueEnd?: number
  cues?: Range[]
  agency?: string
  venue?: string
  /** No speaker of its own in the text: a continued quotation. */
  floating?: boolean
  why: { rule: string; range?: Range }[]
  /** 0 to 1. */
  confidence: number
}

/** Words in marks that nobody said: told apart and labelled. */
export interface NotQuotation extends Range {
  kind: NotQuotationKind
  why: string
}

export interface QuotationFindings {
  quotations: Quotation[]
  notQuotations: NotQuotation[]
}
