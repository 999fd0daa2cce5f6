import type { Annotation, Decision } from '@core/annotations'
import { plainText } from '@core/manuscript'
import { canonicalJson } from '@core/record'
import { HostError } from '@contract/index'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { settled } from './drafts'
import type { CheckedPackage } from './package-check'
import { statusAfter } from './publish'

type Common = Pick<CheckedPackage['revisions'][number], 'annotations' | 'decisions' | 'sources'>

/**
 * Brings the sources of a package into its story by id. One that both have stays, and is attached or not as the side says
 * that changed it since the common revision. Answers how many are new.
 * @throws HostError 'bad-input' when an id is another source here.
 */
export function bringSources(
  { db }: StoreContext,
  story: string,
  { sources }: CheckedPackage,
  common?: Common,
): number {
  let brought = 0
  const before = new Set(common?.sources.map(({ id }) => id))
  for (const { id, sha256, text, detached, ...fields } of sources) {
    const attached = detached ? 0 : 1
    const here = db.get('select story, sha256, attached from source where id = ?', id)
    if (here && (here.story !== story || here.sha256 !== sha256))
      throw new HostError('bad-input', `Its source ${id} is another source in this library. Nothing of it was kept.`)
    if (!here) {
      const values = [id, story, sha256, attached, JSON.stringify(fields), text]
      db.run('insert into source (id, story, sha256, attached, fields, text) values (?, ?, ?, ?, ?, ?)', ...values)
      brought++
    } else if ((here.attached === 1) === before.has(id) && here.attached !== attached)
      db.run('update source set attached = ? where id = ?', attached, id)
  }
  return brought
}

/**
 * Brings annotations and decisions onto the draft, by id. Of one that both sides have, the side counts that changed it since
 * the common revision; where both did, ours stays with what theirs added. Answers how many are new or changed.
 */
export function bringRemarks(context: StoreContext, story: string, given: CheckedPackage, common?: Common): number {
  const { text } = plainText(draftOf(context, story).manuscript)
  const bring = <T extends Annotation | Decision>(
    table: 'annotation' | 'decision',
    ours: readonly T[],
    theirs: readonly T[],
    base: readonly T[],
    both: (our: T, their: T) => T,
  ) => {
    let brought = 0
    for (const their of theirs) {
      const our = ours.find(({ id }) => id === their.id)
      const was = base.find(({ id }) => id === their.id)
      const wanted =
        !our || (was && said(our) === said(was)) ? their : was && said(their) === said(was) ? our : both(our, their)
      if (our && said(wanted) === said(our)) continue
      const { anchor, orphan } = wanted
      const stands = !anchor || orphan || text.slice(anchor.start, anchor.end) === anchor.exact
      context.db.run(
        `insert into ${table} (story, id, json) values (?, ?, ?) on conflict (story, id) do update set json = excluded.json`,
        story,
        wanted.id,
        JSON.stringify(stands ? wanted : settled(wanted, text)),
      )
      brought++
    }
    return brought
  }
  return (
    bring(
      'annotation',
      annotationsOf(context, story),
      given.story.annotations,
      common?.annotations ?? [],
      bothThreads,
    ) + bring('decision', decisionsOf(context, story), given.story.decisions, common?.decisions ?? [], eitherRevoked)
  )
}

/** What was said, wherever in the text it stands by now. */
function said({ anchor: _anchor, orphan: _orphan, ...rest }: Annotation | Decision): string {
  if (!('also' in rest) || !rest.also) return canonicalJson(rest)
  return canonicalJson({ ...rest, also: rest.also.map(({ cue }) => ({ cue })) })
}

function bothThreads(our: Annotation, their: Annotation): Annotation {
  const ids = new Set(our.thread.map(({ id }) => id))
  const resolved = our.resolved ?? their.resolved
  return {
    ...our,
    thread: [...our.thread, ...their.thread.filter(({ id }) => !ids.has(id))],
    ...(resolved ? { resolved } : {}),
  }
}

function eitherRevoked(our: Decision, their: Decision): Decision {
  const revoked = our.revoked ?? their.revoked
  return revoked ? { ...our, revoked } : our
}

/** Brings the releases that are not here, with their files; the story's status is the last release's. Answers how many. */
export function bringReleases({ db }: StoreContext, story: string, { releases }: CheckedPackage): number {
  let brought = 0
  for (const { files, ...release } of releases) {
    const here = db.get('select story from release where id = ?', release.id)
    if (here && here.story !== story)
      throw new HostError('bad-input', `Its release ${release.id} is another story’s here. Nothing of it was kept.`)
    if (here) continue
    brought++
    const kept = { ...release, files: files.map(({ data: _d, content: _c, mediaType: _m, ...file }) => file) }
    db.run('insert into release values (?, ?, ?, ?)', release.id, story, release.revision, JSON.stringify(kept))
    for (const { name, mediaType, sha256, data } of files)
      db.run('insert into release_file values (?, ?, ?, ?, ?)', release.id, name, mediaType, sha256, data)
    const later = db.get('select 1 from release where story = ? and number > ?', story, release.revision)
    if (!later) db.run('update story set status = ? where id = ?', statusAfter[release.kind], story)
  }
  return brought
}
