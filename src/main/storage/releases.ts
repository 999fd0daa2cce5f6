import { isCopyFormat, writeCopy } from '@core/formats'
import { parseManuscript, type Manuscript } from '@core/manuscript'
import type { ExportFormat, Release } from '@core/record'
import { HostError } from '@contract/index'
import { draftOf, type StoreContext } from './context'
import { packageOf } from './package'
import type { CopyFile } from './release-files'
import { revisionOf } from './revisions'
import { readPolicy } from './settings'
import { cardOf } from './stories'

/** The clean copy of a story's draft, or of one of its revisions, in one format; `json` is the whole story package. */
export function exportCopy(context: StoreContext, story: string, format: ExportFormat, revision?: number): CopyFile {
  const manuscript =
    revision === undefined
      ? draftOf(context, story).manuscript
      : parseManuscript(revisionOf(context, story, revision).manuscript)
  return written(context, story, manuscript, format, { version: revision ?? cardOf(context, story).revision })
}

/** One copy of a manuscript of a story. @throws HostError 'unsupported'. */
export function written(
  context: StoreContext,
  story: string,
  manuscript: Manuscript,
  format: ExportFormat,
  { version, publishedAt, killed = false }: { version: number; publishedAt?: string; killed?: boolean },
): CopyFile {
  const { slug } = cardOf(context, story)
  if (format === 'json') {
    const bytes = new TextEncoder().encode(JSON.stringify(packageOf(context, story), undefined, 1))
    return { name: `${slug}.writethru.json`, mediaType: 'application/json', bytes }
  }
  if (!isCopyFormat(format))
    throw new HostError('unsupported', `This version cannot write ${String(format)} files. Nothing was written.`)
  const { bytes, extension, mediaType } = writeCopy(
    manuscript,
    {
      slug,
      language: readPolicy(context).dialect,
      uri: `urn:writethru:${story}`,
      version: String(version),
      ...(publishedAt === undefined ? {} : { publishedAt }),
      ...(killed ? { killed } : {}),
    },
    format,
  )
  return { name: `${slug}.${format === 'ninjs' ? 'ninjs.' : ''}${extension}`, mediaType, bytes }
}

/** A release by its id. @throws HostError 'not-found'. */
export function releaseOf({ db }: StoreContext, release: string): Release {
  const row = db.get('select json from release where id = ?', release)
  if (!row) throw new HostError('not-found', 'The library has no such release.')
  return JSON.parse(String(row.json)) as Release
}
