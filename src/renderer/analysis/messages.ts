import type { Assessment, AssessmentInput } from '@core/analysis'
import type { Comparison } from '@core/comparison'

/** What the page asks of its analysis worker. Manuscripts cross as ProseMirror JSON. */
export type Question =
  { kind: 'assess'; id: number; input: AssessmentInput } | { kind: 'compare'; id: number; old: unknown; new: unknown }

export type Answer =
  | { kind: 'assess'; id: number; assessment: Assessment }
  | { kind: 'compare'; id: number; comparison: Comparison }
  | { kind: 'failed'; id: number; message: string }
