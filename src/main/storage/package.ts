import type { Annotation, Decision } from '@core/annotations'
import type { Release, RevisionContent, Source } from '@core/record'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { releaseFile } from './release-files'
import { releasesOf } from './release-rows'
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
  }
  /** Oldest first. */
  revisions: (RevisionContent & { id: string })[]
  /** A detached source was taken from the story; its revisions may still stand on it. */
  sources: (Source & { detached?: true })[]
  /** Newest first, each file with its bytes in base64. */
  releases: PackedRelease[]
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
  const attached = new Set(
    db.all('select id from source where story = ? and attached = 1', story).map(({ id }) => String(id)),
  )
  return {
    format: 'writethru/1',
    story: {
      id: story,
      slug: cardOf(context, story).slug,
      draft: draftOf(context, story).manuscript.toJSON() as unknown,
      takenIn: takenIn(context, story),
      annotations: annotationsOf(context, story),
      decisions: decisionsOf(context, story),
    },
    revisions: db
      .all('select id, content from revision where story = ? order by number', story)
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
