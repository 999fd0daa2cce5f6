import { randomUUID } from 'node:crypto'
import { emptyManuscript, parseManuscript, type Manuscript } from '@core/manuscript'
import type { Digest, RevisionKind, SourceInput, StoryStatus } from '@core/record'
import { HostError, type OpenStory, type StoryCard } from '@contract/index'
import { annotationsOf, decisionsOf, described, draftOf, noStory, record, type StoreContext } from './context'
import type { Row } from './database'
import { waitingOf } from './waiting'
import { releasesOf } from './release-rows'
import { addRevision } from './revisions'
import { slugFrom, slugFromHeadline } from './slug'
import { sourcesWithNews } from './basket'
import { addSource, sourcesOf } from './sources'

const cardColumns = `
  story.id, slug, headline, status, archived, words, seq, updated_at, owner, digest,
  (select coalesce(max(number), 0) from revision where revision.story = story.id) as revision,
  (select count(*) from source where source.story = story.id and attached = 1) as sources,
  (select count(*) from annotation where annotation.story = story.id
    and json_extract(json, '$.kind') = 'query' and json_extract(json, '$.resolved') is null) as queries,
  (select count(*) from waiting where waiting.story = story.id and aside = 0) as waiting`

function cardFrom(row: Row): StoryCard {
  return {
    id: String(row.id),
    slug: String(row.slug),
    headline: String(row.headline),
    status: String(row.status) as StoryStatus,
    archived: row.archived === 1,
    words: Number(row.words),
    revision: Number(row.revision),
    seq: Number(row.seq),
    openQueries: Number(row.queries),
    sources: Number(row.sources),
    updatedAt: String(row.updated_at),
    owner: String(row.owner),
    ...(Number(row.waiting) > 0 ? { waiting: Number(row.waiting) } : {}),
    ...(row.digest === null ? {} : { digest: JSON.parse(String(row.digest)) as Digest }),
  }
}

/** Every story, last changed first; archived ones too. */
export const listStories = ({ db }: StoreContext): StoryCard[] =>
  db.all(`select ${cardColumns} from story order by updated_at desc, slug`).map(cardFrom)

/** One story's card. */
export function cardOf({ db }: StoreContext, story: string): StoryCard {
  const row = db.get(`select ${cardColumns} from story where id = ?`, story)
  if (!row) throw noStory(story)
  return cardFrom(row)
}

/** The id of the story with a slug. */
export function storyBySlug({ db }: StoreContext, slug: string): string {
  const row = db.get('select id from story where slug = ?', slug)
  if (!row) throw new HostError('not-found', `The library has no story with the slug “${slug}”.`)
  return String(row.id)
}

/** What a new story begins with. */
export interface NewStory {
  slug?: string
  /** ProseMirror JSON; an empty story when absent. */
  manuscript?: unknown
  kind?: Extract<RevisionKind, 'start' | 'import'>
  note?: string
  sources?: readonly SourceInput[]
}

/** Makes a story with its first revision. A slug that is taken gets a number behind it. */
export function createStory(context: StoreContext, given: NewStory): StoryCard {
  const manuscript = given.manuscript === undefined ? emptyManuscript() : parse(given.manuscript)
  const { db, now, actor } = context
  return db.transact(() => {
    const story = randomUUID()
    const { headline, words } = described(manuscript)
    const slug = freeSlug(context, given.slug ? slugFrom(given.slug) : slugFromHeadline(headline || 'new story'))
    const at = now()
    db.run(
      'insert into story (id, slug, headline, status, words, updated_at, created_at, owner) values (?, ?, ?, ?, ?, ?, ?, ?)',
      story,
      slug,
      headline,
      'draft',
      words,
      at,
      at,
      actor(),
    )
    db.run('insert into checkpoint values (?, 0, ?)', story, JSON.stringify(manuscript.toJSON()))
    for (const source of given.sources ?? []) addSource(context, story, source)
    record(context, story, 'story.create', { slug })
    addRevision(context, story, given.kind ?? 'start', given.note ?? '')
    return cardOf(context, story)
  })
}

function parse(json: unknown): Manuscript {
  try {
    return parseManuscript(json)
  } catch (cause) {
    throw new HostError('bad-input', `${cause instanceof Error ? cause.message : String(cause)}. Nothing was made.`)
  }
}

/** The slug itself, else with the first free number behind it. */
export function freeSlug({ db }: StoreContext, slug: string): string {
  const taken = (name: string) => db.get('select 1 from story where slug = ?', name) !== undefined
  if (!taken(slug)) return slug
  for (let number = 2; ; number++) if (!taken(`${slug}-${number}`)) return `${slug}-${number}`
}

/** A story opened: its draft and all that lies beside it, every source checked against its hash. */
export function openStory(context: StoreContext, story: string): OpenStory {
  return context.db.transact(() => {
    const { seq, manuscript } = draftOf(context, story)
    return {
      card: cardOf(context, story),
      seq,
      manuscript: manuscript.toJSON() as unknown,
      annotations: annotationsOf(context, story),
      decisions: decisionsOf(context, story),
      sources: sourcesWithNews(context, story),
      releases: releasesOf(context, story),
      waiting: waitingOf(context, story),
    }
  })
}

/** @throws HostError 'slug-taken'. */
export function renameStory(context: StoreContext, story: string, wanted: string): StoryCard {
  const slug = slugFrom(wanted)
  return change(context, story, 'story.rename', { slug }, () => {
    const other = context.db.get('select headline from story where slug = ? and id <> ?', slug, story)
    if (other)
      throw new HostError(
        'slug-taken',
        `The slug “${slug}” belongs to “${String(other.headline)}”. The story keeps its slug; choose another.`,
      )
    context.db.run('update story set slug = ? where id = ?', slug, story)
  })
}

/** A new story with the same text and sources. History, annotations and decisions stay with the first. */
export function duplicateStory(context: StoreContext, story: string): StoryCard {
  return context.db.transact(() => {
    const { slug } = cardOf(context, story)
    const { manuscript } = draftOf(context, story)
    const sources = sourcesOf(context, story).map(
      ({ id: _id, sha256: _hash, attachedBy: _by, attachedAt: _at, ...fields }) => fields,
    )
    return createStory(context, {
      slug,
      manuscript: manuscript.toJSON() as unknown,
      note: `Duplicated from ${slug}`,
      sources,
    })
  })
}

export const archiveStory = (context: StoreContext, story: string, archived: boolean): StoryCard =>
  change(context, story, archived ? 'story.archive' : 'story.unarchive', {}, () =>
    context.db.run('update story set archived = ? where id = ?', archived ? 1 : 0, story),
  )

// What only a release makes of a story: nobody sets it by hand.
const released: ReadonlySet<StoryStatus> = new Set<StoryStatus>(['published', 'corrected', 'updated', 'killed'])

/** @throws HostError 'bad-input' for a status that only a release gives. */
export function setStatus(context: StoreContext, story: string, status: StoryStatus): StoryCard {
  if (released.has(status))
    throw new HostError('bad-input', `A story becomes ${status} by publishing it. Its status stays as it was.`)
  return change(context, story, 'story.status', { status }, () =>
    context.db.run('update story set status = ? where id = ?', status, story),
  )
}

/** Keeps what the analysis counted. It says nothing new of the story, so neither the record nor the time changes. */
export function setDigest(context: StoreContext, story: string, digest: Digest): StoryCard {
  return context.db.transact(() => {
    context.db.run('update story set digest = ? where id = ?', JSON.stringify(digest), story)
    return cardOf(context, story)
  })
}

function change(
  context: StoreContext,
  story: string,
  what: string,
  detail: Readonly<Record<string, unknown>>,
  work: () => void,
): StoryCard {
  return context.db.transact(() => {
    if (!context.db.get('select 1 from story where id = ?', story)) throw noStory(story)
    work()
    record(context, story, what, detail)
    return cardOf(context, story)
  })
}
