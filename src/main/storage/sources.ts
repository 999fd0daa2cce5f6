import { randomUUID } from 'node:crypto'
import type { Source, SourceInput } from '@core/record'
import { HostError } from '@contract/index'
import { damaged, noStory, record, type StoreContext } from './context'
import type { Row } from './database'
import { sha256 } from './hash'

type Fields = Omit<Source, 'id' | 'sha256' | 'text'>

function sourceFrom(row: Row): Source {
  const text = String(row.text)
  const id = String(row.id)
  if (sha256(text) !== row.sha256) throw damaged(String(row.story), `the text of source ${id} does not match its hash`)
  return { ...(JSON.parse(String(row.fields)) as Fields), id, sha256: String(row.sha256), text }
}

/** The sources attached to a story, in the order they came, each checked against its hash. */
export const sourcesOf = ({ db }: StoreContext, story: string): Source[] =>
  db.all('select * from source where story = ? and attached = 1 order by rowid', story).map(sourceFrom)

/** Every source that was ever attached to a story. */
export const allSourcesOf = ({ db }: StoreContext, story: string): Source[] =>
  db.all('select * from source where story = ? order by rowid', story).map(sourceFrom)

function sourceOf({ db }: StoreContext, story: string, id: string): Source {
  const row = db.get('select * from source where story = ? and id = ?', story, id)
  if (!row) throw new HostError('not-found', `The story has no source ${id}.`)
  return sourceFrom(row)
}

/** Keeps a source with a story, inside a transaction. Its text never changes after. */
export function addSource(context: StoreContext, story: string, input: SourceInput): Source {
  const { db, now, actor } = context
  const { text, ...given } = input
  const fields: Fields = { ...given, attachedBy: actor(), attachedAt: now() }
  const id = randomUUID()
  const hash = sha256(text)
  db.run(
    'insert into source (id, story, sha256, fields, text) values (?, ?, ?, ?, ?)',
    id,
    story,
    hash,
    JSON.stringify(fields),
    text,
  )
  record(context, story, 'source.attach', { id, sha256: hash, ...given })
  return { ...fields, id, sha256: hash, text }
}

export function attachSource(context: StoreContext, story: string, input: SourceInput): Source {
  return context.db.transact(() => {
    touch(context, story)
    return addSource(context, story, input)
  })
}

/** Says anew what a source is: agency, slug, version. Its text, who attached it and when stay. */
export function describeSource(
  context: StoreContext,
  story: string,
  id: string,
  given: Omit<SourceInput, 'text'>,
): Source {
  return context.db.transact(() => {
    const { attachedBy, attachedAt } = sourceOf(context, story, id)
    const fields: Fields = { ...given, attachedBy, attachedAt }
    context.db.run('update source set fields = ? where id = ?', JSON.stringify(fields), id)
    touch(context, story)
    record(context, story, 'source.describe', { id, ...given })
    return sourceOf(context, story, id)
  })
}

/** Takes a source from the story's sources, or puts it back. It stays in the library either way. */
export function setAttached(context: StoreContext, story: string, id: string, attached: boolean): Source {
  return context.db.transact(() => {
    const source = sourceOf(context, story, id)
    context.db.run('update source set attached = ? where id = ?', attached ? 1 : 0, id)
    touch(context, story)
    record(context, story, attached ? 'source.reattach' : 'source.detach', { id })
    return source
  })
}

function touch({ db, now }: StoreContext, story: string) {
  if (db.run('update story set updated_at = ? where id = ?', now(), story) === 0) throw noStory(story)
}
