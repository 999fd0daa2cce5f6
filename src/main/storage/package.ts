import type { Annotation, Decision } from '@core/annotations'
import { ancestryOf, type Release, type RevisionContent, type Source } from '@core/record'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { releaseFile } from './release-files'
import { releasesOf } from './release-rows'
import { headOf, historyHere } from './side-revisions'
import { allSourcesOf } from './sources'
import { cardOf } from './stories'

/** A story as one file, whole: its history, sources, decisions, released files and hash chain. */
export interface StoryPackage {
  format: 'writethru/1'
  story: {
    id: string
    slug: string
    draft: unknown
    /** Drafts of other libraries that this one went on from: the SHA-256 of their canonical JSON. */
    takenIn: string[]
    annotations: Annotation[]
    decisions: Decision[]
    /** Whose story it is, and whether it was put away. Absent in packages that were written before they told. */
    owner?: string
    archived?: true
    /** The record of who did what, oldest first. */
    events?: PackedEvent[]
  }
  /**
   * Each after those it stands on; the last one is what the draft went on from. Revisions of others that were merged are
   * among them, those that still wait to be merged are not.
   */
  revisions: (RevisionContent & { id: string })[]
  /** A detached source was taken from the story; its revisions may still stand on it. */
  sources: (Source & { detached?: true })[]
  /** Newest first, each file with its bytes in base64. */
  releases: PackedRelease[]
}

export interface PackedEvent {
  /** ISO 8601. */
  at: string
  who: string
  what: string
  detail: Record<string, unknown>
}

export type PackedRelease = Omit<Release, 'files'> & {
  files: (Release['files'][number] & { mediaType: string; content: string })[]
}

/** The drafts that came in with packages of a story, as the record has them. */
export const takenIn = ({ db }: StoreContext, story: string): string[] =>
  db
    .all(
      "select distinct json_extract(detail, '$.draft') as draft from event where story = ? and what = 'package.import'",
      story,
    )
    .map(({ draft }) => String(draft))

/** The whole of a story. */
export function packageOf(context: StoreContext, story: string): StoryPackage {
  const { db } = context
  const { slug, owner, archived } = cardOf(context, story)
  const own = ancestryOf(historyHere(context, story), headOf(context, story).id)
  const attached = new Set(
    db.all('select id from source where story = ? and attached = 1', story).map(({ id }) => String(id)),
  )
  return {
    format: 'writethru/1',
    story: {
      id: story,
      slug,
      draft: draftOf(context, story).manuscript.toJSON() as unknown,
      takenIn: takenIn(context, story),
      annotations: annotationsOf(context, story),
      decisions: decisionsOf(context, story),
      owner,
      ...(archived ? { archived } : {}),
      events: db
        .all('select at, who, what, detail from event where story = ? order by id', story)
        .map(({ at, who, what, detail }) => ({
          at: String(at),
          who: String(who),
          what: String(what),
          detail: JSON.parse(String(detail)) as Record<string, unknown>,
        })),
    },
    // Numbers grow along every line: by them each stands after its parents.
    revisions: db
      .all(
        `select id, number, content, 0 as side from revision where story = ?1
        union all select id, number, content, 1 from side_revision where story = ?1 order by number, side desc, id`,
        story,
      )
      .filter(({ id }) => own.has(String(id)))
      .map(({ id, content }) => ({ ...(JSON.parse(String(content)) as RevisionContent), id: String(id) })),
    sources: allSourcesOf(context, story).map((source) =>
      attached.has(source.id) ? source : { ...source, detached: true },
    ),
    releases: releasesOf(context, story).map((release) => ({
      ...release,
      files: release.files.map((file) => {
        const { mediaType, bytes } = releaseFile(context, release.id, file.name)
        return { ...file, mediaType, content: Buffer.from(bytes).toString('base64') }
      }),
    })),
  }
}
