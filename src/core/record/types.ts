import type { Annotation, Decision } from '../annotations'

export type StoryStatus = 'draft' | 'in-review' | 'ready' | 'published' | 'corrected' | 'updated' | 'killed'

/** A piece of wire or other copy the story was made from, kept unchanged beside it. Times are ISO 8601. */
export interface Source {
  id: string
  /** SHA-256 of the text, lower-case hexadecimal. */
  sha256: string
  agency?: string
  slug?: string
  headline?: string
  version?: string
  at?: string
  language?: string
  usage?: string
  embargo?: string
  editorsNote?: string
  file?: string
  text: string
  attachedBy: string
  attachedAt: string
}

/** What somebody gives to attach a source; the store adds id, hash, who and when. */
export type SourceInput = Omit<Source, 'id' | 'sha256' | 'attachedBy' | 'attachedAt'>

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
}

export type ExportFormat = 'html' | 'md' | 'txt' | 'docx' | 'ninjs' | 'json'

export type ReleaseKind = 'first' | 'correction' | 'update' | 'kill'

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
  /** What stood open and why it was let through: the attribution report. */
  waived: { rule: string; message: string; by: string; reason: string }[]
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
