import type { Release, RevisionContent, Source } from '@core/record'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { releasesOf } from './release-rows'
import { allSourcesOf } from './sources'
import { cardOf } from './stories'

/** A story as one file, with its history, sources, decisions and hash chain. */
export interface StoryPackage {
  format: 'writethru/1'
  story: { id: string; slug: string; draft: unknown; annotations: unknown[]; decisions: unknown[] }
  /** Oldest first. */
  revisions: (RevisionContent & { id: string })[]
  sources: Source[]
  releases: Release[]
}

/** The whole of a story. */
export function packageOf(context: StoreContext, story: string): StoryPackage {
  return {
    format: 'writethru/1',
    story: {
      id: story,
      slug: cardOf(context, story).slug,
      draft: draftOf(context, story).manuscript.toJSON() as unknown,
      annotations: annotationsOf(context, story),
      decisions: decisionsOf(context, story),
    },
    revisions: context.db
      .all('select id, content from revision where story = ? order by number', story)
      .map(({ id, content }) => ({ ...(JSON.parse(String(content)) as RevisionContent), id: String(id) })),
    sources: allSourcesOf(context, story),
    releases: releasesOf(context, story),
  }
}
