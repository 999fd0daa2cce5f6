import type { Annotation, Decision } from '@core/annotations'
import { parseManuscript, plainText, type Manuscript } from '@core/manuscript'
import { tokenize } from '@core/language'
import { applySteps } from '@core/record'
import { HostError } from '@contract/index'
import type { Database } from './database'

/** What every part of the store works with. `now` gives ISO 8601; `actor` names who is at the desk. */
export interface StoreContext {
  db: Database
  now(): string
  actor(): string
  /** Drafts in memory, each checked against the journal before it is used. */
  drafts: Map<string, Draft>
}

/** A story's working state: its manuscript after step number `seq`. */
export interface Draft {
  seq: number
  manuscript: Manuscript
}

/** The story's draft as the journal has it now, from memory when nobody else wrote since. */
export function draftOf({ db, drafts }: StoreContext, story: string): Draft {
  const row = db.get('select seq from story where id = ?', story)
  if (!row) throw noStory(story)
  const seq = Number(row.seq)
  const known = drafts.get(story)
  if (known?.seq === seq) return known
  const checkpoint = db.get('select seq, manuscript from checkpoint where story = ? order by seq desc limit 1', story)
  if (!checkpoint) throw damaged(story, 'it has no checkpoint')
  const base = known && known.seq > Number(checkpoint.seq) && known.seq < seq ? known : undefined
  const from = base ? base.seq : Number(checkpoint.seq)
  const start = base ? base.manuscript : parseManuscript(JSON.parse(String(checkpoint.manuscript)))
  const steps = db
    .all('select json from step where story = ? and seq > ? order by seq', story, from)
    .map(({ json }) => JSON.parse(String(json)) as unknown)
  if (steps.length !== seq - from) throw damaged(story, `its journal ends at ${from + steps.length} instead of ${seq}`)
  const draft = { seq, manuscript: applySteps(start, steps).manuscript }
  drafts.set(story, draft)
  return draft
}

export const noStory = (story: string) =>
  new HostError('not-found', `The library has no story ${story}. It may be in another library.`)

export const damaged = (story: string, why: string) =>
  new HostError(
    'library-damaged',
    `Story ${story} could not be loaded: ${why}. Nothing was changed; run “writethru verify” and restore a backup.`,
  )

/** The words of a manuscript, and the headline as the desk lists it. */
export function described(manuscript: Manuscript): { headline: string; words: number } {
  const { text, blocks } = plainText(manuscript)
  const headline = blocks.find(({ type }) => type === 'headline')
  const first = blocks.find(({ start, end }) => text.slice(start, end).trim())
  const shown = headline && headline.end > headline.start ? headline : first
  let words = 0
  for (const { node } of blocks) words += wordsIn(node)
  return { headline: shown ? text.slice(shown.start, shown.end).slice(0, 300) : '', words }
}

// A block that an edit left alone is the same node as before: its words are counted once.
const counted = new WeakMap<Manuscript, number>()

function wordsIn(block: Manuscript): number {
  const known = counted.get(block)
  if (known !== undefined) return known
  const words = tokenize(block.textContent).filter(({ kind }) => kind !== 'mark').length
  counted.set(block, words)
  return words
}

/** Puts a line on the append-only record of who did what. */
export function record(
  { db, now, actor }: StoreContext,
  story: string | null,
  what: string,
  detail: Readonly<Record<string, unknown>> = {},
): void {
  db.run(
    'insert into event (story, at, who, what, detail) values (?, ?, ?, ?, ?)',
    story,
    now(),
    actor(),
    what,
    JSON.stringify(detail),
  )
}

export const annotationsOf = ({ db }: StoreContext, story: string): Annotation[] =>
  db
    .all('select json from annotation where story = ? order by rowid', story)
    .map(({ json }) => JSON.parse(String(json)) as Annotation)

export const decisionsOf = ({ db }: StoreContext, story: string): Decision[] =>
  db
    .all('select json from decision where story = ? order by rowid', story)
    .map(({ json }) => JSON.parse(String(json)) as Decision)
