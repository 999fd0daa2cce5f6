import { containment } from '../containment.mjs'
import { half, readRows } from '../data.mjs'
import { macroF1 } from '../scores.mjs'
import { searchSentences } from '../search.mjs'

const classes = ['verbatim', 'light', 'heavy', 'original']
const named = (label) => (label === 'paraphrase' ? 'heavy' : label)

/** Sentence classes of the made articles: with every wire attached, and with the true sources only. */
export function sentenceRows(ours, table, { data, only, verbose }) {
  const rows = half(readRows(data, 'wngold'), only)
  const wires = readRows(data, 'wn.wires') ?? readRows(data, 'wn')
  if (!rows) return 'wngold'
  const settings = [
    ['all wires', (row) => wires ?? row.sources, 0.88, 0.92],
    ['true sources', (row) => row.sources, 0.93, 0.95],
  ]
  for (const [name, sourcesOf, must, aim] of settings) {
    const pairs = { ours: [], containment: [], minisearch: [] }
    for (const row of rows) {
      const { text } = row.derived
      const sources = sourcesOf(row)
      const { sentences } = ours.answer(text, sources)
      const baselines = { containment: containment(sources), minisearch: searchSentences(sources) }
      for (const { start, end, label } of row.sentences) {
        const found = levelAt(sentences, start, end)
        pairs.ours.push([named(label), found])
        if (verbose && found !== named(label))
          console.log(`  ${name} ${row.id}: ${named(label)} → ${found}: ${text.slice(start, end)}`)
        for (const [key, baseline] of Object.entries(baselines))
          pairs[key].push([named(label), baseline.classify(text.slice(start, end)).level])
      }
    }
    const scores = Object.fromEntries(Object.entries(pairs).map(([key, list]) => [key, macroF1(list, classes)]))
    const others = (pick) => ({
      containment: pick(scores.containment),
      minisearch: pick(scores.minisearch),
    })
    table.add({
      measure: `sentence class F1, ${name}`,
      ours: scores.ours.macro,
      others: others((s) => s.macro),
      must,
      aim,
    })
    for (const one of classes) {
      const limits = one === 'verbatim' || one === 'light' ? { must: 0.99, aim: 1 } : {}
      table.add({
        measure: `  ${one}`,
        ours: scores.ours.each[one] ?? 0,
        others: others((s) => s.each[one]),
        ...limits,
      })
    }
  }
  return undefined
}

/** The level of the sentence that shares most characters with a range. */
export function levelAt(sentences, start, end) {
  let best
  let most = 0
  for (const one of sentences) {
    const shared = Math.min(end, one.end) - Math.max(start, one.start)
    if (shared > most) {
      most = shared
      best = one
    }
  }
  return best?.level ?? 'original'
}
