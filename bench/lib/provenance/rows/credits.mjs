import { half, readRows } from '../data.mjs'

/** Credits: the agencies missing, credited for nothing, and right, article by article. */
export function creditRows(ours, table, { data, only, verbose }) {
  const rows = half(readRows(data, 'wngold'), only)
  if (!rows) return 'wngold'
  let right = 0
  for (const { id, sources, derived, credit } of rows) {
    const text = derived.credit ? `${derived.text}\n${derived.credit}` : derived.text
    const { credits } = ours.answer(text, sources)
    const named = (verdict) =>
      [...new Set(credits.filter((one) => one.verdict === verdict && one.agency).map(({ agency }) => agency))].sort()
    const others = credits.filter(
      ({ verdict, kind }) => verdict !== 'missing' && verdict !== 'unused' && kind !== 'in-text',
    )
    const good =
      same(named('missing'), credit.usedNotCredited) &&
      same(named('unused'), credit.creditedNotUsed) &&
      others.every(({ verdict }) => verdict === 'right')
    const generic = credit.generic && credit.used.length >= 1
    const fine = generic
      ? credits.some((one) => one.generic && one.verdict === 'right') && named('missing').length === 0
      : good
    if (fine) right++
    else if (verbose) console.log(`  ${id}: ${JSON.stringify(credits)} expected ${JSON.stringify(credit)}`)
  }
  table.add({ measure: 'credit verdicts, articles right', ours: right / rows.length, must: 1, aim: 1 })
  return undefined
}

const same = (a, b) => JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
