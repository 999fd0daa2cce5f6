import { readRows } from '../data.mjs'
import { searchStories } from '../search.mjs'
import { once } from '../time.mjs'
import { textOf } from './speed.mjs'

const items = 5000
const itemWords = 800

/** Finding a story's sources among 5,000 items of the basket: the time it takes, and how often they are found. */
export function basketRows(ours, table, { data, verbose }) {
  const rows = readRows(data, 'newssummary')
  const news = readRows(data, 'multinews') ?? []
  if (!rows) return 'newssummary'
  // The real sources, made up to 800 words with their neighbours' sentences; then items of shuffled words, no two alike.
  const real = [...rows.map(({ source }) => source), ...news.flatMap(({ sources }) => sources)]
  const texts = real.map(({ text }) => text)
  const all = real.map(({ id, text }, n) => ({ id, text: `${text}\n${textOf(texts, 1, n * 13)}` }))
  const words = texts.join(' ').split(/\s+/)
  for (let n = all.length; n < items; n++) all.push({ id: `noise-${n}`, text: noise(words, n) })
  const basket = ours.createBasketIndex()
  const filling = once(() => all.forEach((item) => basket.add(item)))
  const prints = all.map(({ text }) => ours.basketPrint(text))
  const again = ours.createBasketIndex()
  const refilling = once(() => all.forEach((item, n) => again.add(item, prints[n])))
  table.add({ measure: 'basket of 5,000 items filled, ms', ours: filling.took })
  table.add({ measure: '  filled from kept prints, ms', ours: refilling.took })

  const times = []
  let found = 0
  let first = 0
  for (const { id, source, derived } of rows) {
    const story = ours.storyText(derived.text)
    const { value, took } = once(() => basket.propose(story))
    times.push(took)
    if (value.some((one) => one.id === source.id)) found++
    else if (verbose) console.log(`  ${id}: ${JSON.stringify(value)}`)
    if (value[0]?.id === source.id) first++
  }
  const long = []
  for (let n = 0; n < 20; n++) {
    const story = ours.storyText(textOf(texts, 1000, n * 97))
    long.push(once(() => basket.propose(story)).took)
  }
  let hits = 0
  let wrong = 0
  let sources = 0
  for (const { derived, sources: own } of news) {
    const value = basket.propose(ours.storyText(derived.text))
    const ids = new Set(own.map(({ id }) => id))
    sources += ids.size
    for (const one of value)
      if (ids.has(one.id)) hits++
      else wrong++
  }
  long.sort((a, b) => a - b)
  const search = searchStories(all.slice(0, real.length))
  const theirs = rows.filter(({ source, derived }) => search(derived.text) === source.id).length
  table.add({
    measure: 'sources of a 1,000-word story among 5,000, ms (slowest of 20)',
    ours: long.at(-1),
    must: 150,
    lower: true,
  })
  table.add({ measure: '  source of a rewrite found', ours: found / rows.length })
  table.add({
    measure: '  source of a rewrite first (minisearch: real items only)',
    ours: first / rows.length,
    others: { minisearch: theirs / rows.length },
  })
  if (news.length > 0) {
    table.add({ measure: '  sources of a many-sourced story found', ours: hits / sources })
    table.add({ measure: '  proposals that are none of its sources', ours: wrong / Math.max(1, hits + wrong) })
  }
  return undefined
}

/** An item of words drawn from all news, in runs of four, so that names and common words keep their frequencies. */
function noise(words, seed) {
  let state = (seed * 2654435761) >>> 0
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const out = []
  while (out.length < itemWords) {
    const at = Math.floor(next() * (words.length - 4))
    out.push(...words.slice(at, at + 4))
    if (out.length % 20 === 0) out.push('.')
  }
  return out.join(' ')
}
