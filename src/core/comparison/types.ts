import type { Range } from '../manuscript'

/** A manuscript as the public comparison JSON has it (docs/cli.md); `flat` is block texts joined by "\n". */
export interface Doc {
  blocks: DocBlock[]
  /** The story's slug, where both versions tell it. */
  slug?: string
}
export interface DocBlock {
  type: string
  text: string
  marks?: { type: string; from: number; to: number; href?: string }[]
  /** What else makes the block what it is: the address of a related line, the span of a cell. */
  attrs?: Record<string, unknown>
  /** The list, figure or table it stands in, outermost first. */
  within?: Wrapper[]
  /** Textless parts (rows without cells) that open the wrapper it stands in, and that follow it in one. */
  before?: Textless[]
  after?: Textless[]
}
/** A node without text blocks as manuscript JSON, and how many wrappers it stands in. */
export interface Textless {
  depth: number
  node: unknown
}
export interface Wrapper {
  type: string
  attrs?: Record<string, unknown>
  /** Set where the block before stands in another wrapper of the same kind: without it the two would be one. */
  opens?: true
}

/** A half-open pair of UTF-16 offsets into flat(old) or flat(new). */
export type Pair = [number, number]

export type Op =
  | { op: 'keep'; old: Pair; new: Pair }
  | { op: 'move'; id: number; old: Pair; new: Pair }
  | { op: 'split'; old: number; new: number[] }
  | { op: 'merge'; old: number[]; new: number }
  | { op: 'block_type'; old: number; new: number; from: string; to: string }
  | { op: 'format'; old: Pair; new: Pair; add: string[]; remove: string[] }
  | { op: 'sentence_pair'; old: Pair; new: Pair }

export type ChangeKind = 'insert' | 'delete' | 'replace' | 'move' | 'split' | 'merge' | 'retype' | 'format'
export type Touch = 'quotation' | 'quoted-words' | 'number' | 'name' | 'credit' | 'cue' | 'headline'

/** One thing a person would decide on. Ranges are into flat(old) and flat(new). */
export interface Change {
  id: string
  kind: ChangeKind
  old?: Range
  new?: Range
  oldText: string
  newText: string
  touches: Touch[]
  /** The move it is, as in the `move` operations; or the move it stands inside. */
  move?: number
  /** A move's size, or what an insertion or deletion adds or takes as a whole. */
  unit?: 'paragraph' | 'sentence' | 'words'
  /** A retype's block types. They are equal when only attributes changed (a related line's address, a list's numbering). */
  from?: string
  to?: string
  /** A format change's marks, named as in the `format` operations. */
  add?: string[]
  remove?: string[]
}

export interface Summary {
  paragraphs: { added: number; removed: number; moved: number; split: number; merged: number; retyped: number }
  sentences: { added: number; removed: number; edited: number; moved: number }
  touched: {
    quotations: number
    numbers: number
    names: number
    credits: number
    cues: number
    headline: number
  }
  formats: number
  /** As a person would put it. */
  sentence: string
}

export interface Comparison {
  ops: Op[]
  changes: Change[]
  summary: Summary
  /** The slugs, when they differ. A slug is no part of the manuscript: it is told, not taken. */
  slug?: { old: string; new: string }
}
