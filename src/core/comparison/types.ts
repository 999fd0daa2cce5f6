import type { Range } from '../manuscript'

/** A manuscript as the public comparison JSON has it (docs/cli.md); `flat` is block texts joined by "\n". */
export interface Doc {
  blocks: DocBlock[]
}
export interface DocBlock {
  type: string
  text: string
  marks?: { type: string; from: number; to: number; href?: string }[]
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
}
