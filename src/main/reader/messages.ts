import type { ReadError } from '@core/formats'
import type { SourceInput } from '@core/record'

/** What a reader process is asked: one file, once. */
export interface ToRead {
  name: string
  bytes: Uint8Array
}

/** What it answers. The manuscript is ProseMirror JSON, not trusted yet. */
export type Answered =
  | { ok: true; story: { type: string; manuscript: unknown; slug?: string; wire: SourceInput; remarks: string[] } }
  | { ok: false; error: { code: ReadError['code']; message: string } }
