/**
 * Where a remark stands: a range of UTF-16 offsets in the plain text, and the words themselves with what stood before
 * and after (W3C Web Annotation: TextPositionSelector and TextQuoteSelector), so that it can be found again.
 */
export interface Anchor {
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
}

export type AnnotationKind = 'comment' | 'query' | 'note'

/** One thing said in a thread. `at` is ISO 8601. */
export interface Remark {
  id: string
  by: string
  at: string
  text: string
}

/** An editor's remark on a range. The first remark of the thread opens it. An orphan's words are no longer in the story. */
export interface Annotation {
  id: string
  kind: AnnotationKind
  anchor: Anchor
  orphan?: true
  thread: Remark[]
  resolved?: { by: string; at: string }
}

export type NotQuotationKind = 'scare' | 'title' | 'nickname' | 'motto' | 'word' | 'hypothetical'

/** What a person ruled. */
export type Ruling =
  | { kind: 'confirm' } // this quotation was checked: words, speaker, source
  | { kind: 'accept' } // a matched quotation taken together with others
  | { kind: 'speaker'; speaker: string }
  // everything said by `from` is said by `to`: two names of one person merged, a name put right; `title` as the desk writes it
  | { kind: 'speaker-name'; from: string; to: string; title?: string }
  | { kind: 'not-a-quotation'; as: NotQuotationKind }
  | { kind: 'is-a-quotation' }
  | { kind: 'source'; source: string; start: number; end: number } // the passage that bears it out, offsets in the source's text
  | { kind: 'note'; text: string }
  | { kind: 'waive'; rule: string; cause: string } // cause: the finding's key, see policy
  | { kind: 'acknowledge'; rule: string; cause: string }
  | { kind: 'wrong-alarm'; rule: string; cause: string }

/**
 * A person's ruling on a quotation or finding, with name, time and reason; anchored like an annotation, or on the whole
 * story when it has no anchor. Taken back, it stays on the record as revoked.
 */
export interface Decision {
  id: string
  ruling: Ruling
  anchor?: Anchor
  orphan?: true
  /** The other places where the same words stood then, each with its own cue. */
  also?: { anchor: Anchor; cue?: string }[]
  by: string
  at: string
  reason?: string
  /**
   * What was confirmed: the words, speaker, cue and source as they stood, and what the source check said, so that a later
   * change can be told.
   */
  seen?: { words: string; speaker?: string; cue?: string; source?: string; verdict?: string }
  revoked?: { by: string; at: string }
}
