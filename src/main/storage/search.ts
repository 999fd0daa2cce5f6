import { plainText } from '@core/manuscript'
import type { SearchHit } from '@contract/index'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'

// What a person can look through on one screen.
const mostHits = 60

/** Brings the index up to date with every story that changed since it was last written. */
function index(context: StoreContext) {
  const { db } = context
  const stale = db.all('select id, slug, seq from story where indexed_seq <> seq')
  if (stale.length === 0) return
  db.transact(() => {
    for (const { id, slug, seq } of stale) indexStory(context, String(id), String(slug), Number(seq))
  })
}

function indexStory(context: StoreContext, story: string, slug: string, seq: number) {
  const { db } = context
  const { text, blocks } = plainText(draftOf(context, story).manuscript)
  const headline = blocks.find(({ type }) => type === 'headline')
  const put = (field: SearchHit['field'], words: string) => {
    if (words.trim()) db.run('insert into word (story, field, text) values (?, ?, ?)', story, field, words)
  }
  db.run('delete from word where story = ?', story)
  put('slug', slug)
  if (headline) put('headline', text.slice(headline.start, headline.end))
  put('text', text.slice(headline ? headline.end : 0))
  put(
    'annotation',
    annotationsOf(context, story)
      .flatMap(({ thread }) => thread.map((remark) => remark.text))
      .join('\n'),
  )
  put(
    'speaker',
    decisionsOf(context, story)
      .map(({ ruling }) => (ruling.kind === 'speaker' ? ruling.speaker : ''))
      .join('\n'),
  )
  for (const { text: words } of db.all('select text from source where story = ? and attached = 1', story))
    put('source', String(words))
  db.run('update story set indexed_seq = ? where id = ?', seq, story)
}

/** Marks a story's words as changed without a step: an annotation, a source, a slug. */
export function forgetIndex({ db }: StoreContext, story: string): void {
  db.transact(() => db.run('update story set indexed_seq = -1 where id = ?', story))
}

/** Stories that hold every word asked for, each word as a beginning; best first. «» stand around what matched. */
export function search(context: StoreContext, asked: string): SearchHit[] {
  const words = asked.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu)
  if (!words) return []
  index(context)
  const query = words.map((word) => `"${word}"*`).join(' ')
  return context.db
    .all(
      `select word.story, field, snippet(word, 2, '«', '»', '…', 14) as snippet, slug, headline
       from word join story on story.id = word.story where word match ? order by rank limit ?`,
      `text : ${query}`,
      mostHits,
    )
    .map((row) => ({
      story: String(row.story),
      slug: String(row.slug),
      headline: String(row.headline),
      field: String(row.field) as SearchHit['field'],
      snippet: String(row.snippet),
    }))
}
