import { randomUUID } from 'node:crypto'
import { assess, assessedSource, earlierRevision, lookedBackOn, type Assessment } from '@core/analysis'
import { compare } from '@core/comparison'
import type { CopyFormat } from '@core/formats'
import { parseManuscript, plainText, storyTextOf, type Manuscript } from '@core/manuscript'
import type { Policy } from '@core/policy'
import type { Release, ReleaseKind, Source, StoryStatus } from '@core/record'
import {
  attributionReport,
  judgeNote,
  killNotice,
  letThrough,
  proposeKind,
  publishedChanges,
  type PublishedChange,
  type Proposal,
} from '@core/release'
import { HostError } from '@contract/index'
import { annotationsOf, decisionsOf, draftOf, record, type StoreContext } from './context'
import { sha256 } from './hash'
import { releasesOf } from './release-rows'
import { written } from './releases'
import { addRevision, revisionOf, revisionsOf } from './revisions'
import { readPolicy } from './settings'
import { revisionById } from './side-revisions'
import { sourcesWithNews } from './basket'
import { allSourcesOf, sourcesOf } from './sources'

/** What is signed: the draft at step number `seq`, in these formats. */
export interface SignOff {
  story: string
  kind: ReleaseKind
  note: string
  formats: readonly CopyFormat[]
  seq: number
  kindReason?: string | undefined
  reader?: string | undefined
  readAlone?: string | undefined
}

// As many as a person reads at once.
const mostNamed = 5

/** What a release makes of its story. */
export const statusAfter: Record<ReleaseKind, StoryStatus> = {
  first: 'published',
  correction: 'corrected',
  update: 'updated',
  kill: 'killed',
}

/**
 * Publishes what was signed: the gate is asked again here, so that no page can pass it by. Makes a revision of kind
 * 'release' and keeps every file with its hash, and with them who let what through. A kill passes the gate, since what
 * must leave the public may not wait, and sends the headline and the reason in place of the story.
 * @throws HostError 'blocked' naming what stands in the way, 'conflict' when the draft moved on after signing.
 */
export function publish(context: StoreContext, signed: SignOff): Release {
  const { db, actor } = context
  const { story, kind, note, formats } = signed
  return db.transact(() => {
    const { manuscript, seq } = draftOf(context, story)
    if (seq !== signed.seq) throw movedOn()
    const last = lastRelease(context, story, kind)
    const policy = readPolicy(context)
    const sources = sourcesWithNews(context, story)
    const assessment = assessed(context, story, manuscript, sources, policy)
    const since = last && changesSince(context, story, last, manuscript)
    const obstacles = [
      ...(kind === 'kill' ? [] : findingsInTheWay(assessment)),
      ...judgeNote(kind, note, since?.changes ?? [], staffOf(context, story))
        .filter(({ level }) => level === 'block')
        .map(({ rule, message }) => `${rule}, ${message}`),
      ...(kind === 'kill' ? [] : readInTheWay(signed, policy, actor())),
    ]
    const proposal = since && proposeKind(since.changes, since.before, since.newer)
    const overruled = proposal && kind !== 'kill' && proposal.kind !== kind ? proposal : undefined
    if (overruled && !signed.kindReason?.trim())
      obstacles.push(`K-4, This looks like ${anArticle[overruled.kind]}: ${overruled.why} Say why it is not.`)
    if (obstacles.length > 0) throw blocked(obstacles)

    const card = addRevision(context, story, 'release', note)
    const sent = kind === 'kill' ? killNotice(manuscript, note) : manuscript
    const meta = { version: card.number, publishedAt: card.at, killed: kind === 'kill' }
    const files = [...new Set(formats)].map((format) => ({
      format,
      file: written(context, story, sent, format, meta),
    }))
    const told = since?.changes.filter(({ facts }) => facts.length > 0) ?? []
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
      waived: letThrough(assessment.settled),
      ...(told.length > 0 ? { changes: told.map(({ facts, old, new: now }) => ({ facts, old, new: now })) } : {}),
      ...(overruled ? { proposed: { ...overruled, reason: signed.kindReason!.trim() } } : {}),
      ...(signed.reader?.trim() ? { reader: signed.reader.trim() } : {}),
      ...(signed.readAlone?.trim() ? { readAlone: signed.readAlone.trim() } : {}),
      report: attributionReport(storyTextOf(plainText(manuscript)), assessment, sources),
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

const anArticle: Record<'correction' | 'update', string> = { correction: 'a correction', update: 'an update' }

/** The release before this one. @throws HostError 'bad-input' when the class does not fit what was published so far. */
function lastRelease(context: StoreContext, story: string, kind: ReleaseKind): Release | undefined {
  const [last] = releasesOf(context, story)
  if (kind === 'first' && last)
    throw new HostError(
      'bad-input',
      `The story was published as r${last.revision}. Nothing was published; publish a correction, an update or a kill.`,
    )
  if (kind !== 'first' && !last)
    throw new HostError('bad-input', `The story was never published. Nothing was published; publish it first.`)
  return last
}

function assessed(
  context: StoreContext,
  story: string,
  manuscript: Manuscript,
  sources: readonly Source[],
  policy: Policy,
): Assessment {
  return assess({
    story: storyTextOf(plainText(manuscript)),
    annotations: annotationsOf(context, story),
    decisions: decisionsOf(context, story),
    sources: sources.map(assessedSource),
    revisions: revisionsOf(context, story)
      .slice(0, lookedBackOn)
      .map(({ number }) => earlierRevision(revisionOf(context, story, number)))
      .reverse(),
    policy,
    now: context.now(),
  })
}

/** What blocks, and what nobody acknowledged yet. */
function findingsInTheWay({ findings }: Assessment): string[] {
  return findings
    .filter(({ level }) => level !== 'note')
    .map(
      ({ rule, message, level }) => `${rule}, ${message}${level === 'acknowledge' ? ' Nobody acknowledged it.' : ''}`,
    )
}

function readInTheWay({ reader, readAlone }: SignOff, { secondRead }: Policy, signer: string): string[] {
  if (secondRead === 'off' || readAlone?.trim()) return []
  if (!reader?.trim()) return ['The house asks for a second read: name the reader, or say why you read alone.']
  return reader.trim().toLowerCase() === signer.trim().toLowerCase()
    ? ['The second reader is somebody else than the one who signs.']
    : []
}

/** What signing a story's draft now would mean: what changed since its last release, the class that proposes, and who is on its record. */
export interface Consideration {
  seq: number
  staff: string[]
  since?: {
    /** The last release's revision. */
    revision: number
    /** The draft says what was released. */
    same: boolean
    /** As a person would put it. */
    summary: string
    changes: PublishedChange[]
    proposal: Proposal
  }
}

/** Looks at a draft beside its last release. Changes nothing. */
export function consider(context: StoreContext, story: string): Consideration {
  const { manuscript, seq } = draftOf(context, story)
  const staff = staffOf(context, story)
  const [last] = releasesOf(context, story)
  if (!last) return { seq, staff }
  const { changes, before, newer, summary, same } = changesSince(context, story, last, manuscript)
  const proposal = proposeKind(changes, before, newer)
  return { seq, staff, since: { revision: last.revision, same, summary, changes, proposal } }
}

/** What changed since a release, with the sources it stood on and those that came after. */
function changesSince(context: StoreContext, story: string, last: Release, manuscript: Manuscript) {
  const revision = revisionById(context, story, last.revisionId)
  const released = parseManuscript(revision.manuscript)
  const then = new Set(revision.sources.map(({ id }) => id))
  const comparison = compare(released, manuscript)
  return {
    changes: publishedChanges(released, manuscript, comparison),
    summary: comparison.summary.sentence,
    same: released.eq(manuscript),
    before: allSourcesOf(context, story).filter(({ id }) => then.has(id)),
    newer: sourcesOf(context, story).filter(({ id }) => !then.has(id)),
  }
}

/** Everybody whose name stands on the story's record. */
function staffOf({ db }: StoreContext, story: string): string[] {
  // Those of a revision too: a story that came as a package has its record in another library.
  return db
    .all(
      "select who from event where story = ? union select json_extract(content, '$.by') from revision where story = ?",
      story,
      story,
    )
    .map(({ who }) => String(who))
}

function blocked(obstacles: readonly string[]): HostError {
  const named = obstacles.slice(0, mostNamed)
  const more = obstacles.length - named.length
  return new HostError(
    'blocked',
    `${obstacles.length} ${obstacles.length === 1 ? 'thing stands' : 'things stand'} in the way of publishing: ${named.join(' ')} ${
      more > 0 ? `And ${more} more. ` : ''
    }Nothing was published.`,
  )
}

const movedOn = () =>
  new HostError(
    'conflict',
    'The story changed after it was signed. Nothing was published; read what changed and sign again.',
  )
