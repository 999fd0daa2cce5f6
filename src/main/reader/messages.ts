import type { ReadError } from '@core/formats'
import type { SourceInput } from '@core/record'

/** What a reader process is asked: one file, once. */
export interface ToRead {
  name: string
  bytes: Uint8Array
}

/** A story that was read. The manuscript is ProseMirror JSON, not trusted yet. */
export interface Read {
  type: string
  manuscript: unknown
  slug?: string
  wire: SourceInput
  remarks: string[]
}

/** What it answers: the story, and those that came in one message or feed with it. */
export type Answered =
  { ok: true; story: Read & { others: Read[] } } | { ok: false; error: { code: ReadError['code']; message: string } }
