import { containmentOfText } from '../containment.mjs'
import { half, readRows } from '../data.mjs'
import { accuracy } from '../scores.mjs'

const levels = {
  'near-copy': 'verbatim',
  cut: 'verbatim',
  light: 'light',
  heavy: 'heavy',
  non: 'original',
  none: 'original',
}

/** Plagiarised Short Answers (Clough and Stevenson 2011): the level of a whole text against its one source. */
export function answerRows(ours, table, { data, only, verbose }) {
  const rows = half(readRows(data, 'psa'), only)
  if (!rows) return 'psa'
  const pairs = { ours: [], containment: [] }
  for (const { id, source, derived, label } of rows) {
    const found = ours.answer(derived.text, [source])
    pairs.ours.push([levels[label], found.level])
    pairs.containment.push([levels[label], containmentOfText(derived.text, source.text)])
    if (verbose && found.level !== levels[label]) {
      const parts = {}
      for (const { level, start, end } of found.sentences) parts[level] = (parts[level] ?? 0) + end - start
      console.log(`  ${id}: ${levels[label]} → ${found.level} ${JSON.stringify(parts)}`)
    }
  }
  const two = (list) => list.map((pair) => pair.map((level) => level === 'original'))
  table.add({
    measure: 'Short Answers, four classes',
    ours: accuracy(pairs.ours),
    others: { containment: accuracy(pairs.containment) },
    must: 0.77,
    aim: 0.82,
  })
  table.add({
    measure: '  two classes',
    ours: accuracy(two(pairs.ours)),
    others: { containment: accuracy(two(pairs.containment)) },
    must: 0.968,
    aim: 0.97,
  })
  return undefined
}
