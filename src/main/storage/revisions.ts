import { parseManuscript, type Manuscript } from '@core/manuscript'
import {
  ancestryOf,
  canonicalJson,
  numberAfter,
  stepBetween,
  type Link,
  type RevisionCard,
  type RevisionContent,
  type RevisionKind,
} from '@core/record'
import { HostError } from '@contract/index'
import { annotationsOf, damaged, decisionsOf, described, draftOf, record, type StoreContext } from './context'
import type { Row } from './database'
import { checkpoint, writeSteps } from './drafts'
import { sha256 } from './hash'
import { readPolicy } from './settings'
import { historyHere } from './side-revisions'

const cardColumns = 'number, id, words, content'

/** A revision as a list has it. */
export function cardFrom(row: Row): RevisionCard {
  const { at, by, note, kind, parents } = JSON.parse(String(row.content)) as RevisionContent
  return { number: Number(row.number), id: String(row.id), at, by, note, kind, words: Number(row.words), parents }
}

/** A story's revisions, newest first; a merge names those of others that it brought in. */
export function revisionsOf(context: StoreContext, story: string): RevisionCard[] {
  const { db } = context
  const own = db.all(`select ${cardColumns} from revision where story = ? order by number desc`, story).map(cardFrom)
  if (!own.some(({ parents }) => parents.length > 1)) return own
  const beside = db
    .all(`select ${cardColumns} from side_revision where story = ? order by number desc, id`, story)
    .map(cardFrom)
  const history = historyHere(context, story)
  return own.map((card, index) => {
    if (card.parents.length < 2) return card
    // Whichever side was merged into the other there, here the own line is the one before.
    const before = index + 1 < own.length ? ancestryOf(history, own[index + 1]!.id) : new Set()
    const stood = ancestryOf(history, card.id)
    const joined = beside.filter(({ id }) => stood.has(id) && !before.has(id))
    return joined.length > 0 ? { ...card, joined } : card
  })
}

/**
 * One revision whole, checked against its hash.
 * @throws HostError 'not-found', or 'library-damaged' when the hash does not match.
 */
export function revisionOf({ db }: StoreContext, story: string, number: number): RevisionContent {
  const row = db.get('select id, content from revision where story = ? and number = ?', story, number)
  if (!row) throw new HostError('not-found', `The story has no revision ${number}.`)
  const content = String(row.content)
  if (sha256(content) !== row.id) throw damaged(story, `revision ${number} does not match its hash`)
  return JSON.parse(content) as RevisionContent
}

/** Makes the draft a revision, inside a transaction; a merge stands on another's revision too. */
export function addRevision(
  context: StoreContext,
  story: string,
  kind: RevisionKind,
  note: string,
  merged?: Pick<Link, 'id' | 'number'>,
): RevisionCard {
  const { db, now, actor } = context
  const { seq, manuscript } = draftOf(context, story)
  const last = db.get('select number, id from revision where story = ? order by number desc limit 1', story)
  const parents = last ? [{ id: String(last.id), number: Number(last.number) }] : []
  if (merged) parents.push(merged)
  const content: RevisionContent = {
    format: 'writethru/1',
    parents: parents.map((parent) => parent.id),
    story,
    number: numberAfter(parents),
    at: now(),
    by: actor(),
    note,
    kind,
    manuscript: manuscript.toJSON() as unknown,
    annotations: annotationsOf(context, story),
    decisions: decisionsOf(context, story),
    sources: db
      .all('select id, sha256 from source where story = ? and attached = 1 order by rowid', story)
      .map(({ id, sha256 }) => ({ id: String(id), sha256: String(sha256) })),
    policy: sha256(canonicalJson(readPolicy(context))),
  }
  const canonical = canonicalJson(content)
  const id = sha256(canonical)
  const { words } = described(manuscript)
  db.run('insert into revision values (?, ?, ?, ?, ?, ?)', story, content.number, id, seq, words, canonical)
  db.run('update story set updated_at = ? where id = ?', content.at, story)
  checkpoint(context, story, seq, manuscript)
  record(context, story, 'revision.create', { number: content.number, id, kind, note })
  return { number: content.number, id, at: content.at, by: content.by, note, kind, words, parents: content.parents }
}

export const createRevision = (context: StoreContext, story: string, note: string): RevisionCard =>
  context.db.transact(() => addRevision(context, story, 'named', note))

/**
 * Makes the draft say what revision `number` said, as a new revision. A draft that differs from the last revision becomes
 * a revision first, so that nothing typed is lost.
 */
export function restoreRevision(context: StoreContext, story: string, number: number): RevisionCard {
  return context.db.transact(() => {
    const wanted = parseManuscript(revisionOf(context, story, number).manuscript)
    const { db } = context
    const draft = draftOf(context, story)
    const last = db.get('select content from revision where story = ? order by number desc limit 1', story)
    const lastSaid = last && canonicalJson((JSON.parse(String(last.content)) as RevisionContent).manuscript)
    if (lastSaid !== canonicalJson(draft.manuscript.toJSON()))
      addRevision(context, story, 'named', `Before restoring r${number}`)
    const step = stepBetween(draft.manuscript, wanted)
    if (step) writeSteps(context, story, 'host', [step.toJSON()])
    return addRevision(context, story, 'restore', `Restored r${number}`)
  })
}
