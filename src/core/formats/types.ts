import type { Manuscript } from '../manuscript'
import type { SourceInput } from '../record'

export type FileType =
  | ('txt' | 'md' | 'html' | 'docx' | 'json')
  /** The wires' own. */
  | ('ninjs' | 'nitf' | 'newsml-g2' | 'iptc7901' | 'anpa' | 'ap-media')

/** What reading a file gives: the manuscript, and the wire's own fields where the format has them. */
export interface ReadStory {
  type: FileType
  manuscript: Manuscript
  /** A slug the file proposes (its own slug field, else nothing). */
  slug?: string
  /** The item as a source: agency, version, times, usage terms, editor's note, and its text. */
  wire: SourceInput
  /** What was left out or doubtful, one sentence each, for the import report. */
  remarks: string[]
  /** The items that came in one message or feed with this one, in order. None of them has others. */
  others?: ReadStory[]
}

/** Why a file could not be read: one sentence naming the place and the reason. Nothing was kept. */
export class ReadError extends Error {
  /** 'package': a whole story with its history, which only a library can take in. */
  readonly code: 'unsupported' | 'damaged' | 'too-large' | 'unsafe' | 'empty' | 'package'
  constructor(code: ReadError['code'], message: string) {
    super(message)
    this.name = 'ReadError'
    this.code = code
  }
}

/** What a clean copy may say of itself: nothing of the workings. */
export interface CopyMeta {
  slug: string
  language: string
  /** ISO 8601. Left out of formats that have no place for it. */
  publishedAt?: string
  /** Stable address of the item for ninjs, e.g. `urn:writethru:<story id>`. */
  uri: string
  version?: string
  /** The item was withdrawn: ninjs says so to the machines that read it. */
  killed?: boolean
}

/** A clean copy as bytes, ready to be written to a file. */
export interface WrittenCopy {
  bytes: Uint8Array
  extension: string
  mediaType: string
}
