import { parseManuscript, type Manuscript } from '@core/manuscript'
import { canonicalJson, stepBetween, type RevisionCard, type RevisionContent, type RevisionKind } from '@core/record'
import { HostError } from '@contract/index'
import { annotationsOf, damaged, decisionsOf, described, draftOf, record, type StoreContext } from './context'
import type { Row } from './database'
import { checkpoint, writeSteps } from './drafts'
import { sha256 } from './hash'
import { readPolicy } from './settings'

const cardColumns = 'number, id, words, content'

function cardFrom(row: Row): RevisionCard {
  const { at, by, note, kind } = JSON.parse(String(row.content)) as RevisionContent
  return { number: Number(row.number), id: String(row.id), at, by, note, kind, words: Number(row.words) }
}

/** A story's revisions, newest first. */
export const revisionsOf = ({ db }: StoreContext, story: string): RevisionCard[] =>
  db.all(`select ${cardColumns} from revision where story = ? order by number desc`, story).map(cardFrom)

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

/** Makes the draft a revision, inside a transaction. */
export function addRevision(context: StoreContext, story: string, kind: RevisionKind, note: string): RevisionCard {
  const { db, now, actor } = context
  const { seq, manuscript } = draftOf(context, story)
  const parent = db.get('select number, id from revision where story = ? order by number desc limit 1', story)
  const content: RevisionContent = {
    format: 'writethru/1',
    parents: parent ? [String(parent.id)] : [],
    story,
    number: parent ? Number(parent.number) + 1 : 1,
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
  return { number: content.number, id, at: content.at, by: content.by, note, kind, words }
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
