import { anchorOn, follow, locate, type Anchor } from '@core/annotations'
import type { Annotation, Decision } from '@core/annotations'
import { plainText, type Manuscript } from '@core/manuscript'
import { applySteps, DraftError } from '@core/record'
import { HostError } from '@contract/index'
import type { Mapping } from 'prosemirror-transform'
import { annotationsOf, decisionsOf, described, draftOf, noStory, record, type StoreContext } from './context'

/** Steps typed after step number `after`, by one open page. */
export interface Typed {
  story: string
  after: number
  client: string
  steps: readonly unknown[]
}
export interface JournalStep {
  step: unknown
  client: string
}
export type Appended = { saved: true; seq: number; at: string } | { saved: false; seq: number; since: JournalStep[] }

// A story opens by replaying at most so many steps onto its last checkpoint.
const stepsBetweenCheckpoints = 250

/**
 * Journals steps: committed to disk when this returns `saved`. When somebody else wrote first, nothing is written and the
 * steps since `after` come back, to rebase on.
 * @throws HostError 'does-not-fit' when a step does not fit the draft; nothing is written then.
 */
export function append(context: StoreContext, { story, after, client, steps }: Typed): Appended {
  return context.db.transact(() => {
    const draft = draftOf(context, story)
    if (draft.seq !== after) return { saved: false, ...since(context, story, after) }
    const at = writeSteps(context, story, client, steps)
    return { saved: true, seq: after + steps.length, at }
  })
}

/** The journal after a step number. */
export function since({ db }: StoreContext, story: string, after: number): { seq: number; since: JournalStep[] } {
  const row = db.get('select seq from story where id = ?', story)
  if (!row) throw noStory(story)
  return {
    seq: Number(row.seq),
    since: db
      .all('select json, client from step where story = ? and seq > ? order by seq', story, after)
      .map(({ json, client }) => ({ step: JSON.parse(String(json)) as unknown, client: String(client) })),
  }
}

/** Appends steps to the draft inside a transaction: journal, anchors, card. Answers the time of writing. */
export function writeSteps(context: StoreContext, story: string, client: string, steps: readonly unknown[]): string {
  const { db, drafts, now } = context
  const draft = draftOf(context, story)
  let applied: { manuscript: Manuscript; mapping: Mapping }
  try {
    applied = applySteps(draft.manuscript, steps)
  } catch (cause) {
    if (cause instanceof DraftError)
      throw new HostError('does-not-fit', `${cause.message}. Nothing was written; the draft is as it was.`)
    throw cause
  }
  const at = now()
  const seq = draft.seq + steps.length
  for (const [index, step] of steps.entries())
    db.run('insert into step values (?, ?, ?, ?, ?)', story, draft.seq + index + 1, client, JSON.stringify(step), at)
  moveAnchors(context, story, draft.manuscript, applied)
  const { headline, words } = described(applied.manuscript)
  db.run(
    `update story set seq = ?, headline = ?, words = ?, updated_at = ?,
      status = case status when 'ready' then 'in-review' else status end where id = ?`,
    seq,
    headline,
    words,
    at,
    story,
  )
  if (Math.floor(seq / stepsBetweenCheckpoints) > Math.floor(draft.seq / stepsBetweenCheckpoints))
    checkpoint(context, story, seq, applied.manuscript)
  // A transaction that is taken back forgets this again.
  drafts.set(story, { seq, manuscript: applied.manuscript })
  return at
}

/** Keeps the manuscript at a step number, so that opening need not replay from the start. */
export function checkpoint({ db }: StoreContext, story: string, seq: number, manuscript: Manuscript): void {
  db.run('insert or ignore into checkpoint values (?, ?, ?)', story, seq, JSON.stringify(manuscript.toJSON()))
}

function moveAnchors(
  context: StoreContext,
  story: string,
  before: Manuscript,
  { manuscript, mapping }: { manuscript: Manuscript; mapping: Mapping },
) {
  const [from, to] = [plainText(before), plainText(manuscript)]
  const move = <T extends Anchored & { id: string }>(table: string, things: readonly T[]) => {
    for (const thing of things) {
      const moved = follow(thing, from, to, mapping)
      if (sameAnchors(thing, moved)) continue
      context.db.run(`update ${table} set json = ? where story = ? and id = ?`, JSON.stringify(moved), story, thing.id)
    }
  }
  move<Annotation>('annotation', annotationsOf(context, story))
  move<Decision>('decision', decisionsOf(context, story))
}

type Anchored = Pick<Decision, 'anchor' | 'orphan' | 'also'>

function sameAnchors(a: Anchored, b: Anchored): boolean {
  if (a.orphan !== b.orphan || !sameAnchor(a.anchor, b.anchor)) return false
  return (a.also ?? []).every(({ anchor }, index) => sameAnchor(anchor, b.also?.[index]?.anchor))
}

function sameAnchor(one: Anchor | undefined, two: Anchor | undefined): boolean {
  if (!one || !two) return one === two
  return (
    one.start === two.start &&
    one.end === two.end &&
    one.exact === two.exact &&
    one.prefix === two.prefix &&
    one.suffix === two.suffix
  )
}

/** Adds an annotation, or replaces it as it now stands; the change is on the record. */
export function putAnnotation(context: StoreContext, story: string, annotation: Annotation): { at: string } {
  return put(context, story, 'annotation', annotation)
}

/** Adds a decision, or replaces it (revoked, say); the change is on the record. */
export function putDecision(context: StoreContext, story: string, decision: Decision): { at: string } {
  return put(context, story, 'decision', decision)
}

function put(
  context: StoreContext,
  story: string,
  table: 'annotation' | 'decision',
  thing: Annotation | Decision,
): { at: string } {
  const { db, now } = context
  return db.transact(() => {
    const at = now()
    const kept = settled(thing, plainText(draftOf(context, story).manuscript).text)
    db.run('update story set updated_at = ? where id = ?', at, story)
    db.run(
      `insert into ${table} (story, id, json) values (?, ?, ?) on conflict (story, id) do update set json = excluded.json`,
      story,
      thing.id,
      JSON.stringify(kept),
    )
    record(context, story, `${table}.put`, { ...kept })
    return { at }
  })
}

/**
 * An anchor as it stands on the draft that is stored. Whoever sent it may have seen a draft with steps more or less: the
 * words tell the place, and words that are not there yet are looked for again after every step.
 */
export function settled<T extends { anchor?: Anchor; orphan?: true }>(thing: T, text: string): T {
  const { anchor } = thing
  if (!anchor || anchor.exact === '') return thing
  const found = locate(text, anchor)
  const { orphan: _, ...rest } = thing
  return (found ? { ...rest, anchor: anchorOn(text, found) } : { ...rest, orphan: true }) as T
}
