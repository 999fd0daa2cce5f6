import { plainText } from '@core/manuscript'
import { HostError, type SearchHit } from '@contract/index'
import { annotationsOf, decisionsOf, draftOf, type StoreContext } from './context'
import { sourcesOf } from './sources'

// What a person can look through on one screen.
const mostHits = 60

/** Brings the index up to date with every story that changed since it was last written. */
function index(context: StoreContext) {
  const { db } = context
  const stale = db.all('select id, slug, seq from story where indexed_seq <> seq')
  if (stale.length === 0) return
  db.transact(() => {
    for (const { id, slug, seq } of stale)
      try {
        indexStory(context, String(id), String(slug), Number(seq))
      } catch (cause) {
        // A damaged story tells so when it is opened; it does not keep the others from being found.
        if (!(cause instanceof HostError && cause.code === 'library-damaged')) throw cause
      }
  })
}

function indexStory(context: StoreContext, story: string, slug: string, seq: number) {
  const { db } = context
  const indexed = wordsOf(context, story, slug)
  db.run('delete from word where story = ?', story)
  for (const { field, words } of indexed)
    db.run('insert into word (story, field, text) values (?, ?, ?)', story, field, words)
  db.run('update story set indexed_seq = ? where id = ?', seq, story)
}

interface Indexed {
  field: SearchHit['field']
  words: string
}

/** Everything of a story that can be looked for. */
function wordsOf(context: StoreContext, story: string, slug: string): Indexed[] {
  const { text, blocks } = plainText(draftOf(context, story).manuscript)
  const headline = blocks.find(({ type }) => type === 'headline')
  const remarks = annotationsOf(context, story).flatMap(({ thread }) => thread.map((remark) => remark.text))
  const speakers = decisionsOf(context, story).flatMap(({ ruling }) =>
    ruling.kind === 'speaker' ? [ruling.speaker] : ruling.kind === 'speaker-name' ? [ruling.to] : [],
  )
  const indexed: Indexed[] = [
    { field: 'slug', words: slug },
    { field: 'headline', words: headline ? text.slice(headline.start, headline.end) : '' },
    { field: 'text', words: text.slice(headline ? headline.end : 0) },
    { field: 'annotation', words: remarks.join('\n') },
    { field: 'speaker', words: speakers.join('\n') },
    ...sourcesOf(context, story).map(({ agency, slug: wireSlug, headline: wireHeadline, text: words }) => ({
      field: 'source' as const,
      words: [agency, wireSlug, wireHeadline, words].filter(Boolean).join('\n'),
    })),
  ]
  return indexed.filter(({ words }) => words.trim())
}

/** What is wrong with the index of a story that was not changed since it was indexed. */
export function indexFault(context: StoreContext, story: string, slug: string): string | undefined {
  const told = wordsOf(context, story, slug).map(({ field, words }) => `${field}\n${words}`)
  const kept = context.db
    .all('select field, text from word where story = ? order by rowid', story)
    .map(({ field, text }) => `${String(field)}\n${String(text)}`)
  return kept.length === told.length && kept.every((words, at) => words === told[at])
    ? undefined
    : 'the index does not hold what the story says'
}

/** Marks a story's words as changed without a step: an annotation, a source, a slug. */
export function forgetIndex({ db }: StoreContext, story: string): void {
  db.transact(() => db.run('update story set indexed_seq = -1 where id = ?', story))
}

/**
 * Stories that hold every word asked for, wherever: one in the text, another in a source. Each word is taken as a
 * beginning. Best first; «» stand around what matched.
 */
export function search(context: StoreContext, asked: string): SearchHit[] {
  const words = asked.normalize('NFC').match(/[\p{L}\p{M}\p{N}]+/gu)
  if (!words) return []
  index(context)
  const beginnings = [...new Set(words)].map((word) => `"${word}"*`)
  const holds = beginnings.map(() => 'word.story in (select story from word where word match ?)').join(' and ')
  return context.db
    .all(
      `select word.story, field, snippet(word, 2, '«', '»', '…', 14) as snippet, slug, headline
       from word join story on story.id = word.story where word match ? and ${holds} order by rank limit ?`,
      beginnings.join(' OR '),
      ...beginnings,
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
