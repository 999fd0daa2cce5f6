import { randomUUID } from 'node:crypto'
import { assess } from '@core/analysis'
import { isCopyFormat, writeCopy } from '@core/formats'
import { parseManuscript, plainText, storyTextOf, type Manuscript } from '@core/manuscript'
import type { ExportFormat, Release, ReleaseKind, StoryStatus } from '@core/record'
import { HostError } from '@contract/index'
import { annotationsOf, damaged, decisionsOf, draftOf, record, type StoreContext } from './context'
import { sha256 } from './hash'
import { packageOf } from './package'
import { addRevision, revisionOf } from './revisions'
import { readPolicy } from './settings'
import { releasesOf } from './release-rows'
import { sourcesOf } from './sources'
import { cardOf } from './stories'

/** A file of a clean copy. */
export interface CopyFile {
  name: string
  mediaType: string
  bytes: Uint8Array
}

/** What is signed: the draft at step number `seq`, in these formats. */
export interface SignOff {
  story: string
  kind: ReleaseKind
  note: string
  formats: readonly ExportFormat[]
  seq: number
}

// As many as a person reads at once.
const mostNamed = 5

const statusAfter: Record<ReleaseKind, StoryStatus> = {
  first: 'published',
  correction: 'corrected',
  update: 'updated',
  kill: 'killed',
}

/** The clean copy of a story's draft, or of one of its revisions, in one format; `json` is the whole story package. */
export function exportCopy(context: StoreContext, story: string, format: ExportFormat, revision?: number): CopyFile {
  const manuscript =
    revision === undefined
      ? draftOf(context, story).manuscript
      : parseManuscript(revisionOf(context, story, revision).manuscript)
  return written(context, story, manuscript, format, { version: revision ?? cardOf(context, story).revision })
}

function written(
  context: StoreContext,
  story: string,
  manuscript: Manuscript,
  format: ExportFormat,
  { version, publishedAt }: { version: number; publishedAt?: string },
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
    },
    format,
  )
  return { name: `${slug}.${format === 'ninjs' ? 'ninjs.' : ''}${extension}`, mediaType, bytes }
}

/**
 * Publishes what was signed: the gate is asked again here, so that no page can pass it by. Makes a revision of kind
 * 'release' and keeps every file with its hash.
 * @throws HostError 'blocked' naming what stands in the way, 'conflict' when the draft moved on after signing.
 */
export function publish(context: StoreContext, signed: SignOff): Release {
  const { db, actor } = context
  const { story, kind, note, formats, seq } = signed
  return db.transact(() => {
    const { manuscript } = asSigned(context, story, seq)
    const settled = throughTheGate(context, story, manuscript, kind)
    const card = addRevision(context, story, 'release', note)
    const files = [...new Set(formats)].map((format) => ({
      format,
      file: written(context, story, manuscript, format, { version: card.number, publishedAt: card.at }),
    }))
    const release: Release = {
      id: randomUUID(),
      story,
      revision: card.number,
      revisionId: card.id,
      kind,
      by: actor(),
      at: card.at,
      note,
      files: files.map(({ format, file: { name, bytes } }) => ({
        name,
        format,
        sha256: sha256(bytes),
        bytes: bytes.length,
      })),
      waived: settled.map(({ finding, decision }) => ({
        rule: finding.rule,
        message: finding.message,
        by: decision.by,
        reason: decision.reason ?? '',
      })),
    }
    db.run('insert into release values (?, ?, ?, ?)', release.id, story, card.number, JSON.stringify(release))
    for (const { file } of files)
      db.run(
        'insert into release_file values (?, ?, ?, ?, ?)',
        release.id,
        file.name,
        file.mediaType,
        sha256(file.bytes),
        file.bytes,
      )
    db.run('update story set status = ? where id = ?', statusAfter[kind], story)
    record(context, story, 'release.publish', { id: release.id, kind, note, revision: card.number })
    return release
  })
}

/**
 * Asks the gate; answers what people ruled on the findings. A kill passes: what must leave the public may not wait.
 * @throws HostError 'blocked' naming the rules.
 */
function throughTheGate(context: StoreContext, story: string, manuscript: Manuscript, kind: ReleaseKind) {
  const released = releasesOf(context, story)
  if (kind === 'first' && released.length > 0)
    throw new HostError(
      'bad-input',
      `The story was published as r${released[0]!.revision}. Nothing was published; publish a correction, an update or a kill.`,
    )
  if (kind !== 'first' && released.length === 0)
    throw new HostError('bad-input', `The story was never published. Nothing was published; publish it first.`)
  const { findings, settled } = assess({
    story: storyTextOf(plainText(manuscript)),
    annotations: annotationsOf(context, story),
    decisions: decisionsOf(context, story),
    sources: sourcesOf(context, story).map(({ id, agency, text }) => ({
      id,
      text,
      ...(agency === undefined ? {} : { agency }),
    })),
    policy: readPolicy(context),
    now: context.now(),
  })
  const blocking = findings.filter(({ level }) => level === 'block')
  if (blocking.length === 0 || kind === 'kill') return settled
  const named = blocking.slice(0, mostNamed).map(({ rule, message }) => `${rule}, ${message}`)
  const more = blocking.length - named.length
  throw new HostError(
    'blocked',
    `${blocking.length} ${blocking.length === 1 ? 'thing blocks' : 'things block'} publishing: ${named.join(' ')} ${
      more > 0 ? `And ${more} more. ` : ''
    }Nothing was published.`,
  )
}

function asSigned(context: StoreContext, story: string, seq: number) {
  const draft = draftOf(context, story)
  if (draft.seq !== seq) throw movedOn()
  return draft
}

const movedOn = () =>
  new HostError(
    'conflict',
    'The story changed after it was signed. Nothing was published; read what changed and sign again.',
  )

/** One file of a release, checked against its hash. */
export function releaseFile({ db }: StoreContext, release: string, name: string): CopyFile {
  const row = db.get('select * from release_file where release = ? and name = ?', release, name)
  if (!row) throw new HostError('not-found', `The release has no file ${name}.`)
  const bytes = row.bytes as Uint8Array
  if (sha256(bytes) !== row.sha256) throw damaged(release, `the released file ${name} does not match its hash`)
  return { name: String(row.name), mediaType: String(row.media_type), bytes }
}
