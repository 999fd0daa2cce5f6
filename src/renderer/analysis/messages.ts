import type { Assessment, AssessmentInput, Background } from '@core/analysis'
import type {
  Change,
  ColumnRow,
  ComparisonLabels,
  MergeReading,
  ReadingBlock,
  Settled,
  Summary,
} from '@core/comparison'
import type { PublishedChange } from '@core/release'

/** A text to compare. `key` names this content for good: what is under a known key is not read again. */
export type Version = { key: string; manuscript: unknown } | { key: string; text: string }

/** What a story is held against. `key` names these texts for good: long wire crosses to the worker once, not with every key. */
export interface BackgroundOf {
  key: string
  given?: Background
}

/** Two versions compared, as screens show it: in one text, in two columns, as a list. */
export interface Compared {
  changes: Change[]
  summary: Summary
  reading: ReadingBlock[]
  rows: ColumnRow[]
  /** What readers must be told where the old version was published, and the words for it. */
  correction: { changes: PublishedChange[]; note: string }
}

/** What the page asks of a worker. Manuscripts and steps cross as ProseMirror JSON; versions asked for by key were compared before. */
export type Question =
  | {
      kind: 'assess'
      id: number
      story: string
      background: BackgroundOf
      input: Omit<AssessmentInput, keyof Background>
    }
  | { kind: 'compare'; id: number; old: Version; new: Version }
  | { kind: 'take'; id: number; old: string; new: string; changes: readonly string[]; draft: 'old' | 'new' }
  | { kind: 'merge'; id: number; base: Version; ours: Version; theirs: Version; settled: readonly Settled[] }
  | { kind: 'write'; id: number; old: string; new: string; labels: ComparisonLabels }

export type Answer =
  /** Without an assessment the worker does not have the background under that key: it is sent along then. */
  | { kind: 'assess'; id: number; assessment?: Assessment }
  | { kind: 'compare'; id: number; compared: Compared }
  | { kind: 'take'; id: number; steps: unknown[] }
  | { kind: 'merge'; id: number; reading: MergeReading }
  | { kind: 'write'; id: number; html: string }
  | { kind: 'failed'; id: number; message: string }
