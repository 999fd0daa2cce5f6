import { ancestryOf, lastCommon, type History, type WaitingMerge } from '@core/record'
import type { StoreContext } from './context'
import type { Row } from './database'
import { cardFrom } from './revisions'
import { headOf, historyHere, revisionById } from './side-revisions'

/** What waits to be merged into a story, in the order it came. */
export function waitingOf(context: StoreContext, story: string): WaitingMerge[] {
  const rows = context.db.all('select * from waiting where story = ? and aside = 0 order by rowid', story)
  if (rows.length === 0) return []
  const history = historyHere(context, story)
  const head = headOf(context, story).id
  return rows.map((row) => waitingFrom(context, story, history, head, row))
}

/** One row of the list. */
export function waitingFrom(
  context: StoreContext,
  story: string,
  history: History,
  head: string,
  row: Row,
): WaitingMerge {
  const tip = String(row.tip)
  const ours = ancestryOf(history, head)
  const revisions = [...ancestryOf(history, tip)]
    .filter((id) => !ours.has(id))
    .map((id) => context.db.get('select id, number, words, content from side_revision where id = ?', id)!)
    .map(cardFrom)
    .sort((a, b) => a.number - b.number)
  return {
    tip,
    file: String(row.file),
    at: String(row.at),
    who: String(row.who),
    revisions: revisions.map((card) => (card.id === tip && row.drafted === 1 ? { ...card, draft: true } : card)),
    common: lastCommon(history, head, tip).map(({ id, number }) => {
      const { by, at } = revisionById(context, story, id)
      return { number, by, at }
    }),
    settled: (JSON.parse(String(row.settled)) as unknown[]).length,
  }
}
