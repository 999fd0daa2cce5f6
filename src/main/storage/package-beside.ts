import { Transform } from 'prosemirror-transform'
import { follow, type Annotation, type Decision } from '@core/annotations'
import { stepsBetween } from '@core/comparison'
import { plainText, type Manuscript } from '@core/manuscript'
import { canonicalJson } from '@core/record'
import { HostError } from '@contract/index'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { settled } from './drafts'
import type { PackedEvent } from './package'
import type { CheckedPackage } from './package-check'
import { statusAfter } from './publish'

export type Common = Pick<CheckedPackage['revisions'][number], 'annotations' | 'decisions' | 'sources'>

/**
 * Keeps the sources of a package with its story, by id; what is new stands detached until `attachAs` says. Answers how
 * many are new.
 * @throws HostError 'bad-input' when an id is another source here.
 */
export function keepSources({ db }: StoreContext, story: string, { sources }: CheckedPackage): number {
  let kept = 0
  for (const { id, sha256, text, detached: _detached, ...fields } of sources) {
    const here = db.get('select story, sha256 from source where id = ?', id)
    if (here && (here.story !== story || here.sha256 !== sha256))
      throw new HostError('bad-input', `Its source ${id} is another source in this library. Nothing of it was kept.`)
    if (here) continue
    const values = [id, story, sha256, JSON.stringify(fields), text]
    db.run('insert into source (id, story, sha256, attached, fields, text) values (?, ?, ?, 0, ?, ?)', ...values)
    kept++
  }
  return kept
}

/** Attaches and detaches sources as the side says that changed it since the common revision. */
export function attachAs(
  { db }: StoreContext,
  story: string,
  sources: readonly { id: string; detached?: true }[],
  common?: Common,
): void {
  const before = new Set(common?.sources.map(({ id }) => id))
  for (const { id, detached } of sources) {
    const here = db.get('select attached from source where story = ? and id = ?', story, id)
    const attached = detached ? 0 : 1
    if (here && (here.attached === 1) === before.has(id) && here.attached !== attached)
      db.run('update source set attached = ? where id = ?', attached, id)
  }
}

/** What lies beside a text: remarks and rulings, anchored in it. */
export interface Remarks {
  annotations: readonly Annotation[]
  decisions: readonly Decision[]
}

/**
 * Brings annotations and decisions onto the draft, by id, each where its words went since the text that it was anchored in.
 * Of one that both sides have, the side counts that changed it since the common revision; where both did, ours stays with
 * what theirs added. Answers how many are new or changed.
 */
export function bringRemarks(
  context: StoreContext,
  story: string,
  given: Remarks,
  from: Manuscript,
  common?: Common,
): number {
  const { manuscript } = draftOf(context, story)
  const [there, here] = [plainText(from), plainText(manuscript)]
  const { text } = here
  const { mapping } = stepsBetween(from, manuscript).reduce((all, step) => all.step(step), new Transform(from))
  const bring = <T extends Annotation | Decision>(
    table: 'annotation' | 'decision',
    ours: readonly T[],
    theirs: readonly T[],
    base: readonly T[],
    both: (our: T, their: T) => T,
  ) => {
    let brought = 0
    for (const given of theirs) {
      const their = follow<T>(given, there, here, mapping)
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
    bring('annotation', annotationsOf(context, story), given.annotations, common?.annotations ?? [], bothThreads) +
    bring('decision', decisionsOf(context, story), given.decisions, common?.decisions ?? [], eitherRevoked)
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
export function bringReleases({ db }: StoreContext, story: string, releases: CheckedPackage['releases']): number {
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

/** Brings the lines of the record that are not here, marked with the file they came in. */
export function bringEvents(
  { db }: StoreContext,
  story: string,
  file: string,
  events: readonly PackedEvent[] = [],
): void {
  const mark = (at: unknown, who: unknown, what: unknown, detail: unknown) => JSON.stringify([at, who, what, detail])
  const here = new Set(
    db
      .all('select at, who, what, detail from event where story = ?', story)
      .map(({ at, who, what, detail }) => mark(at, who, what, detail)),
  )
  for (const { at, who, what, detail } of events) {
    const text = JSON.stringify(detail)
    if (here.has(mark(at, who, what, text))) continue
    db.run(
      'insert into event (story, at, who, what, detail, via) values (?, ?, ?, ?, ?, ?)',
      story,
      at,
      who,
      what,
      text,
      file,
    )
  }
}
