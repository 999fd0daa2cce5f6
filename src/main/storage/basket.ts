import { randomUUID } from 'node:crypto'
import { tokenize } from '@core/language'
import {
  canonicalJson,
  newsOf,
  wireKey,
  wireStatus,
  type Source,
  type SourceInput,
  type SourceNews,
  type StoryStatus,
  type WireCard,
  type WireItem,
} from '@core/record'
import { HostError, type WireNews } from '@contract/index'
import { damaged, noStory, record, type StoreContext } from './context'
import type { Row } from './database'
import { sha256 } from './hash'
import { addSource, sourcesOf } from './sources'

const cardColumns = `
  wire_item.id, wire_item.sha256, arrived_at, words, wire_item.fields, substr(wire_item.text, 1, 200) as lead,
  (select count(distinct story) from source where source.sha256 = wire_item.sha256 and attached = 1) as stories`

function cardFrom(row: Row): WireCard {
  return {
    ...(JSON.parse(String(row.fields)) as Omit<SourceInput, 'text'>),
    id: String(row.id),
    sha256: String(row.sha256),
    arrivedAt: String(row.arrived_at),
    lead: String(row.lead),
    words: Number(row.words),
    stories: Number(row.stories),
  }
}

/** The basket, newest first. */
export const wireCards = ({ db }: StoreContext): WireCard[] =>
  db.all(`select ${cardColumns} from wire_item order by arrived_at desc, rowid desc`).map(cardFrom)

const wireCard = ({ db }: StoreContext, id: string): WireCard => {
  const row = db.get(`select ${cardColumns} from wire_item where id = ?`, id)
  if (!row) throw gone(id)
  return cardFrom(row)
}

const gone = (id: string) =>
  new HostError('not-found', `Item ${id} is no longer in the basket. What was attached to stories is kept with them.`)

function itemFrom(row: Row): WireItem {
  const text = String(row.text)
  if (sha256(text) !== row.sha256) throw damaged(String(row.id), 'the text of a piece of wire does not match its hash')
  return {
    ...(JSON.parse(String(row.fields)) as Omit<SourceInput, 'text'>),
    id: String(row.id),
    sha256: String(row.sha256),
    arrivedAt: String(row.arrived_at),
    text,
  }
}

/** One item with its text, checked against its hash. */
export function wireItem({ db }: StoreContext, id: string): WireItem {
  const row = db.get('select * from wire_item where id = ?', id)
  if (!row) throw gone(id)
  return itemFrom(row)
}

/** Every item with its text, oldest first: what an index is built from. */
export const wireItems = ({ db }: StoreContext): WireItem[] =>
  db.all('select * from wire_item order by arrived_at, rowid').map(itemFrom)

/** What a piece of wire meant when it came. */
export interface Arrival {
  card: WireCard
  /** False when it was there before. */
  fresh: boolean
  news?: WireNews
}

/** Puts a piece of wire into the basket, unchanged. The same piece again is the one that is there. */
export function putWire(context: StoreContext, input: SourceInput): Arrival {
  const { db, now } = context
  const { text, ...given } = input
  const { file: _file, ...told } = given
  const status = wireStatus(input)
  const fields = status === 'usable' ? given : { ...given, status }
  const mark = sha256(canonicalJson({ ...told, text }))
  return db.transact(() => {
    const known = db.get('select id from wire_item where mark = ?', mark)
    if (known) return { card: wireCard(context, String(known.id)), fresh: false }
    const id = randomUUID()
    db.run(
      'insert into wire_item values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      id,
      mark,
      sha256(text),
      now(),
      given.item ?? null,
      wireKey(given) ?? null,
      tokenize(text).filter(({ kind }) => kind !== 'mark').length,
      JSON.stringify(fields),
      text,
    )
    record(context, null, 'wire.arrive', { id, ...given })
    const news = newsIn(context, wireItem(context, id))
    return { card: wireCard(context, id), fresh: true, ...(news ? { news } : {}) }
  })
}

/** Keeps pieces of the basket with a story as its sources, each once. */
export function attachWire(context: StoreContext, story: string, items: readonly string[]): Source[] {
  const { db, now } = context
  return db.transact(() => {
    if (db.run('update story set updated_at = ? where id = ?', now(), story) === 0) throw noStory(story)
    return items.flatMap((item) => {
      const { id: _id, sha256: hash, arrivedAt: _at, ...input } = wireItem(context, item)
      const attached = db.get('select 1 from source where story = ? and sha256 = ? and attached = 1', story, hash)
      return attached ? [] : [addSource(context, story, input)]
    })
  })
}

/** Takes from the basket what came before a time (ISO 8601), and says which. Stories keep what they attached. */
export function forgetWire({ db }: StoreContext, before: string): string[] {
  return db.transact(() => {
    const old = db.all('select id from wire_item where arrived_at < ?', before).map(({ id }) => String(id))
    db.run('delete from wire_item where arrived_at < ?', before)
    return old
  })
}

const gravity: Record<SourceNews['what'], number> = { killed: 0, withheld: 1, corrected: 2, newer: 3 }

/** The story's attached sources, each with what the wire said of it since. */
export const sourcesWithNews = (context: StoreContext, story: string): Source[] =>
  sourcesOf(context, story).map((source) => {
    const news = newsFor(context, source)
    return news ? { ...source, news } : source
  })

/** A piece of wire with the words that are attached is no news, unless its agency now says otherwise of them. */
const saysTheSame = (source: Pick<Source, 'sha256' | 'status'>, item: WireItem): boolean =>
  item.sha256 === source.sha256 && (item.status ?? 'usable') === (source.status ?? 'usable')

function newsFor({ db }: StoreContext, source: Source): SourceNews | undefined {
  const rows = db.all(
    `select * from wire_item where name = ? or key = ? or json_extract(fields, '$.previous') = ?
       or (key is null and json_extract(fields, '$.status') in ('killed', 'withheld'))
     order by arrived_at desc, rowid desc`,
    source.item ?? null,
    wireKey(source) ?? null,
    source.item ?? null,
  )
  let heaviest: SourceNews | undefined
  for (const item of rows.map(itemFrom)) {
    if (saysTheSame(source, item)) continue
    const what = newsOf(source, item)
    if (what === undefined || (heaviest && gravity[heaviest.what] <= gravity[what])) continue
    heaviest = {
      what,
      item: item.id,
      at: item.arrivedAt,
      ...(item.version === undefined ? {} : { version: item.version }),
    }
  }
  return heaviest
}

// What readers have seen comes first.
const seen: readonly StoryStatus[] = ['published', 'corrected', 'updated', 'ready', 'in-review', 'draft', 'killed']

/** What one piece of wire means for the stories that stand on earlier versions of it; undefined when for none. */
function newsIn(context: StoreContext, item: WireItem): WireNews | undefined {
  const rows = context.db.all(
    `select story.id, slug, headline, status, source.sha256, source.fields
     from source join story on story.id = source.story where attached = 1 and archived = 0`,
  )
  const told = rows.flatMap((row) => {
    const fields = JSON.parse(String(row.fields)) as Omit<SourceInput, 'text'>
    if (saysTheSame({ ...fields, sha256: String(row.sha256) }, item)) return []
    const what = newsOf({ ...fields, text: '' }, item)
    return what === undefined ? [] : [{ row, what }]
  })
  if (told.length === 0) return undefined
  const stories = new Map(
    told.map(({ row }) => [
      String(row.id),
      {
        id: String(row.id),
        slug: String(row.slug),
        headline: String(row.headline),
        status: String(row.status) as StoryStatus,
      },
    ]),
  )
  return {
    item: wireCard(context, item.id),
    what: told.map(({ what }) => what).reduce((a, b) => (gravity[b] < gravity[a] ? b : a)),
    stories: [...stories.values()].sort((a, b) => seen.indexOf(a.status) - seen.indexOf(b.status)),
  }
}

/** Everything the wire lately said of attached items, kills first, then newest; one line an attached item's last word. */
export function wireNews(context: StoreContext): WireNews[] {
  const told = new Map<string, WireNews>()
  for (const { id } of context.db.all('select distinct story as id from source where attached = 1'))
    for (const { news } of sourcesWithNews(context, String(id))) {
      if (!news || told.has(news.item)) continue
      const found = newsIn(context, wireItem(context, news.item))
      if (found) told.set(news.item, found)
    }
  return [...told.values()].sort(
    (a, b) => gravity[a.what] - gravity[b.what] || b.item.arrivedAt.localeCompare(a.item.arrivedAt),
  )
}

/** A file of the watched folder as it stood when it was read. */
export interface SeenFile {
  path: string
  size: number
  /** Milliseconds since 1970, as the file system has it. */
  changed: number
  /** Why it could not be read. */
  refused?: string
}

/** Every file of watched folders that was read or refused. */
export const seenFiles = ({ db }: StoreContext): SeenFile[] =>
  db.all('select path, size, changed, refused from wire_file').map((row) => ({
    path: String(row.path),
    size: Number(row.size),
    changed: Number(row.changed),
    ...(row.refused === null ? {} : { refused: String(row.refused) }),
  }))

/** Remembers that a file was read, or refused, as it stands. */
export function fileSeen({ db }: StoreContext, { path, size, changed, refused }: SeenFile): void {
  db.transact(() =>
    db.run(
      `insert into wire_file values (?, ?, ?, ?) on conflict (path)
       do update set size = excluded.size, changed = excluded.changed, refused = excluded.refused`,
      path,
      size,
      changed,
      refused ?? null,
    ),
  )
}
