import { parseManuscript, type Manuscript } from '@core/manuscript'
import { mergeThree } from '@core/comparison'
import { historyOf, lastCommon, type History, type Link, type RevisionContent } from '@core/record'
import { HostError } from '@contract/index'
import { damaged, described, type StoreContext } from './context'
import { sha256 } from './hash'

/** A revision of a package that held together, with the canonical JSON that hashes to its id. */
export interface Foreign extends Link {
  doc: Manuscript
  canonical: string
}

const every = `
  select id, number, content from revision where story = ?1
  union all select id, number, content from side_revision where story = ?1`

/** Every revision of a story that this library has: its own line, and those of others beside it. */
export const historyHere = ({ db }: StoreContext, story: string): History =>
  historyOf(
    db.all(`select id, number, json_extract(content, '$.parents') as parents from (${every})`, story).map((row) => ({
      id: String(row.id),
      number: Number(row.number),
      parents: JSON.parse(String(row.parents)) as string[],
    })),
  )

/** The last revision of a story's own line. */
export function headOf({ db }: StoreContext, story: string): { id: string; number: number } {
  const row = db.get('select id, number from revision where story = ? order by number desc limit 1', story)
  if (!row) throw damaged(story, 'it has no revision')
  return { id: String(row.id), number: Number(row.number) }
}

/**
 * A revision by its id, whosever it is, checked against its hash.
 * @throws HostError 'not-found', or 'library-damaged' when the hash does not match.
 */
export function revisionById({ db }: StoreContext, story: string, id: string): RevisionContent {
  const row = db.get(`select number, content from (${every}) where id = ?2`, story, id)
  if (!row) throw new HostError('not-found', `The story has no revision ${id}.`)
  const content = String(row.content)
  if (sha256(content) !== id) throw damaged(story, `revision ${String(row.number)} does not match its hash`)
  return JSON.parse(content) as RevisionContent
}

export const docById = (context: StoreContext, story: string, id: string): Manuscript =>
  parseManuscript(revisionById(context, story, id).manuscript)

/** Keeps revisions of another library unchanged beside the own line; those that are here already stay. */
export function keepBeside({ db }: StoreContext, story: string, revisions: readonly Foreign[]): void {
  for (const { id, number, doc, canonical } of revisions) {
    if (db.get('select 1 from revision where id = ?', id)) continue
    const { words } = described(doc)
    db.run('insert or ignore into side_revision values (?, ?, ?, ?, ?)', id, story, number, words, canonical)
  }
}

/**
 * What two revisions have in common, as one text. Where each side has merged the other there are several last common
 * revisions: those are merged themselves, and where they contradict each other the text is the one before both.
 */
export function commonText(
  context: StoreContext,
  story: string,
  history: History,
  common: readonly Link[],
): Manuscript {
  const [first, ...others] = common
  let text = docById(context, story, first!.id)
  for (const other of others) {
    const before = lastCommon(history, first!.id, other.id)
    const base = before.length > 0 ? commonText(context, story, history, before) : text
    text = mergeThree(base, text, docById(context, story, other.id)).manuscript
  }
  return text
}
