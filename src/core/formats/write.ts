import type { Manuscript } from '../manuscript'
import type { ExportFormat } from '../record'
import { ReadError, type CopyMeta, type WrittenCopy } from './types'
import { writeDocx } from './write-docx'
import { writeHtml } from './write-html'
import { writeMd } from './write-md'
import { writeNinjs } from './write-ninjs'
import { writeTxt } from './write-txt'

/** The formats of a clean copy. */
export type CopyFormat = Exclude<ExportFormat, 'json'>

const mediaTypes: Readonly<Record<CopyFormat, { extension: string; mediaType: string }>> = {
  html: { extension: 'html', mediaType: 'text/html' },
  md: { extension: 'md', mediaType: 'text/markdown' },
  txt: { extension: 'txt', mediaType: 'text/plain' },
  docx: { extension: 'docx', mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  ninjs: { extension: 'json', mediaType: 'application/json' },
}

/** Every format of a clean copy, in the order in which people are asked. */
export const copyFormats = Object.keys(mediaTypes) as readonly CopyFormat[]

/** Whether a clean copy can be written in a format. */
export const isCopyFormat = (format: string): format is CopyFormat => Object.hasOwn(mediaTypes, format)

/**
 * A clean copy: what may be published and nothing of how it was made. The same manuscript and meta give the same bytes.
 * Story packages (`json`) are written by the store, which has the history.
 * @throws ReadError 'unsupported' for a format this version cannot write.
 */
export function writeCopy(manuscript: Manuscript, meta: CopyMeta, format: string): WrittenCopy {
  if (!isCopyFormat(format)) throw new ReadError('unsupported', `This version cannot write ${format} files.`)
  return { bytes: bytesOf(manuscript, meta, format), ...mediaTypes[format] }
}

function bytesOf(manuscript: Manuscript, meta: CopyMeta, format: CopyFormat): Uint8Array {
  const utf8 = (text: string) => new TextEncoder().encode(text)
  switch (format) {
    case 'html':
      return utf8(writeHtml(manuscript, meta))
    case 'md':
      return utf8(writeMd(manuscript))
    case 'txt':
      return utf8(writeTxt(manuscript))
    case 'docx':
      return writeDocx(manuscript, meta)
    case 'ninjs':
      return utf8(writeNinjs(manuscript, meta))
  }
}
