import { containmentSource } from '../containment.mjs'
import { half, readRows } from '../data.mjs'
import { searchStories } from '../search.mjs'

const beside = 19

/** For each sentence of a professional rewrite: does it lead to the story it was made from, among twenty? */
export function storyRows(ours, table, { data, only, verbose }) {
  const rows = readRows(data, 'newssummary')
  if (!rows) return 'newssummary'
  const hits = { ours: 0, containment: 0, minisearch: 0 }
  let asked = 0
  let strangers = 0
  let claimed = 0
  for (const row of half(rows, only)) {
    const at = rows.indexOf(row)
    const others = Array.from({ length: beside }, (_, n) => rows[(at + n + 1) % rows.length].source)
    const sources = [row.source, ...others]
    const { text } = row.derived
    const { sentences } = ours.answer(text, sources)
    const story = { containment: containmentSource(sources), minisearch: searchStories(sources) }
    for (const sentence of sentences) {
      const words = text.slice(sentence.start, sentence.end)
      asked++
      if (sentence.from[0]?.source === row.source.id) hits.ours++
      else if (verbose) console.log(`  ${row.id}: ${sentence.level} ${sentence.from[0]?.source ?? ''}: ${words}`)
      for (const key of Object.keys(story)) if (story[key](words) === row.source.id) hits[key]++
    }
    for (const { level } of ours.answer(text, others).sentences) {
      strangers++
      if (level !== 'original') claimed++
    }
  }
  table.add({
    measure: 'source story right, rewritten sentences',
    ours: hits.ours / asked,
    others: { containment: hits.containment / asked, minisearch: hits.minisearch / asked },
    must: 0.93,
    aim: 0.95,
  })
  table.add({ measure: '  claimed where no source is the right one', ours: claimed / strangers })
  return undefined
}
