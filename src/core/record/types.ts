import type { Annotation, Decision } from '../annotations'

export type StoryStatus = 'draft' | 'in-review' | 'ready' | 'published' | 'corrected' | 'updated' | 'killed'

/**
 * A piece of wire or other copy the story was made from, kept unchanged beside it. Times are ISO 8601; one whose zone the
 * wire did not tell has none.
 */
export interface Source {
  id: string
  /** SHA-256 of the text, lower-case hexadecimal. */
  sha256: string
  agency?: string
  slug?: string
  headline?: string
  version?: string
  /** When this version was made; `created` when the first one was, `sent` when it left the agency. */
  at?: string
  created?: string
  sent?: string
  language?: string
  /** What the agency allows and forbids. */
  usage?: string
  /** Who owns it, which restricts nothing by itself. */
  copyright?: string
  /** How the agency wants to be named. */
  credit?: string
  embargo?: string
  editorsNote?: string
  /** Who is named for the item's pictures. */
  photoCredits?: string[]
  file?: string
  /** The agency's own name for the item, the same for all its versions. */
  item?: string
  /** The agency's name for the item that this one replaces, where that is another. */
  previous?: string
  /** What the agency says of the item itself; usable when absent. */
  status?: WireStatus
  text: string
  attachedBy: string
  attachedAt: string
  /** What the wire said of this item since it was attached. Found in the basket when the source is read, never kept with it. */
  news?: SourceNews
}

/** What an agency says of its own item: an advisory is for editors; a withheld item waits for its agency's word. */
export type WireStatus = 'usable' | 'advisory' | 'corrected' | 'withheld' | 'killed'

/** A later word of the wire on an attached item: it was killed, withheld, corrected, or a newer version came. */
export interface SourceNews {
  what: 'killed' | 'withheld' | 'corrected' | 'newer'
  /** The basket's item that says so. */
  item: string
  version?: string
  /** When it came, ISO 8601. */
  at: string
}

/** What somebody gives to attach a source; the store adds id, hash, who and when. */
export type SourceInput = Omit<Source, 'id' | 'sha256' | 'attachedBy' | 'attachedAt' | 'news'>

/** A piece of wire in the basket: as it came, unchanged, for some days. */
export interface WireItem extends SourceInput {
  id: string
  sha256: string
  /** ISO 8601. */
  arrivedAt: string
}

/** A piece of wire as the basket lists it. */
export interface WireCard extends Omit<WireItem, 'text'> {
  /** The first 200 characters of its text. */
  lead: string
  words: number
  /** How many stories have it attached. */
  stories: number
}

export type RevisionKind = 'named' | 'import' | 'restore' | 'release' | 'start' | 'merge'

/**
 * An immutable, numbered state of a story. Its id is the SHA-256 of its canonical JSON (RFC 8785) without the id itself,
 * so that history is a hash chain.
 */
export interface RevisionContent {
  format: 'writethru/1'
  parents: string[]
  story: string
  number: number
  /** ISO 8601, UTC. */
  at: string
  by: string
  note: string
  kind: RevisionKind
  /** ProseMirror JSON. */
  manuscript: unknown
  annotations: Annotation[]
  decisions: Decision[]
  sources: { id: string; sha256: string }[]
  /** SHA-256 of the canonical JSON of the house policy in force. */
  policy: string
}

/** A revision as the timeline lists it. */
export interface RevisionCard {
  number: number
  id: string
  at: string
  by: string
  note: string
  kind: RevisionKind
  words: number
  /** Ids of what it stands on: two where another's revisions were merged. */
  parents: string[]
  /** The revisions of others that a merge brought in, newest first. They stand beside the own line. */
  joined?: Omit<RevisionCard, 'joined'>[]
}

/** Another's revisions that came in a package, contradict the story here, and wait for a person to merge them. */
export interface WaitingMerge {
  /** The id of the last of them, by which it is asked for. */
  tip: string
  /** The package they came in, when (ISO 8601), and who brought it in. */
  file: string
  at: string
  who: string
  /** Oldest first. The last is the package's draft where that went on from its last revision. */
  revisions: (Omit<RevisionCard, 'joined'> & { draft?: true })[]
  /** The last revisions that both sides have. */
  common: { number: number; by: string; at: string }[]
  /** How many places a person has settled so far. */
  settled: number
}

export type ExportFormat = 'html' | 'md' | 'txt' | 'docx' | 'ninjs' | 'json'

export type ReleaseKind = 'first' | 'correction' | 'update' | 'kill'

/** What in a published story may not change unsaid (house rule K-4). */
export type FactKind = 'quotation' | 'number' | 'name' | 'attribution'

/** One change since the release before: both wordings are kept (K-2); one is empty where words only came or went. */
export interface ReleaseChange {
  facts: FactKind[]
  old: string
  new: string
}

/** Who said what, what it stands on, and who looked: kept with a release, never in a copy. */
export interface AttributionReport {
  quotations: {
    words: string
    speaker?: string
    state: 'open' | 'attributed' | 'checked' | 'altered' | 'matched' | 'check-again'
    /** How many places of the story have these words. */
    places: number
    /** Ids of the sources that have them, nearest first. */
    sources: string[]
    /** Who confirmed it, and when (ISO 8601). */
    by?: string
    at?: string
  }[]
  sources: {
    id: string
    sha256: string
    agency?: string
    slug?: string
    headline?: string
    version?: string
    at?: string
  }[]
  /** Part of the story's words by agency, 0 to 1. */
  shares: { agency: string; share: number }[]
  /** Credits in the text as they read, and what the evidence says of them. */
  credits: { agency?: string; words?: string; verdict: 'right' | 'missing' | 'too-weak' | 'unused' }[]
  /** What the gate did not check, one sentence each. */
  notChecked: string[]
}

/** A published revision: signed off, hashed, exported. */
export interface Release {
  id: string
  story: string
  revision: number
  revisionId: string
  kind: ReleaseKind
  /** Who signed it off, and when (ISO 8601). */
  by: string
  at: string
  note: string
  files: { name: string; format: ExportFormat; sha256: string; bytes: number }[]
  /** What stood open and who let it through: waived or called a wrong alarm with a reason, or acknowledged. */
  waived: {
    rule: string
    message: string
    by: string
    reason: string
    as?: 'waive' | 'acknowledge' | 'wrong-alarm'
    at?: string
  }[]
  /** What changed since the release before that readers must be told. */
  changes?: ReleaseChange[]
  /** The class that the changes proposed, where the person picked another, and the reason given. */
  proposed?: { kind: ReleaseKind; why: string; reason: string }
  /** Who read it before it was signed; or why the signer read alone. */
  reader?: string
  readAlone?: string
  report?: AttributionReport
}

/** What the desk shows of a story without opening it; counted by the analysis, stale when `seq` is behind the draft's. */
export interface Digest {
  seq: number
  quotations: number
  checked: number
  attention: number
  blocks: number
  /** Share of the story's words by agency code, 0 to 1. */
  shares: { agency: string; share: number }[]
}
