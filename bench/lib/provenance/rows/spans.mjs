import { half, readRows } from '../data.mjs'
import { plagdet } from '../scores.mjs'
import { smithWaterman } from '../smith-waterman.mjs'
import { once } from '../time.mjs'

/** Reused passages to the character, and what they cost beside an exact alignment. */
export function spanRows(ours, table, { data, only, verbose }) {
  const rows = half(readRows(data, 'wnmech'), only)
  if (!rows) return 'wnmech'
  const documents = { ours: [], smithWaterman: [] }
  const took = { ours: 0, smithWaterman: 0 }
  for (const { id, sources, derived, spans } of rows) {
    const cases = spans.map((span) => ({
      start: span.derivedStart,
      end: span.derivedEnd,
      source: span.sourceId ?? sources[0].id,
      sourceStart: span.sourceStart,
      sourceEnd: span.sourceEnd,
    }))
    // The whole of the work, index and quotations and credits too, against the alignment alone.
    const mine = once(
      () =>
        ours.answer(
          derived.text,
          sources.map((source) => ({ ...source })),
        ).spans,
    )
    const theirs = once(() => smithWaterman(derived.text, sources))
    documents.ours.push({ cases, found: mine.value })
    documents.smithWaterman.push({ cases, found: theirs.value })
    took.ours += mine.took
    took.smithWaterman += theirs.took
    if (verbose) {
      const own = plagdet([{ cases, found: mine.value }])
      if (own.plagdet < 0.97)
        console.log(
          `  ${id}: ${JSON.stringify(own)} ${JSON.stringify(cases.map(({ start, end }) => [start, end]))} ${JSON.stringify(mine.value.map(({ start, end }) => [start, end]))}`,
        )
    }
  }
  const scores = { ours: plagdet(documents.ours), 'smith-waterman': plagdet(documents.smithWaterman) }
  table.add({
    measure: 'spans, plagdet',
    ours: scores.ours.plagdet,
    others: { 'smith-waterman': scores['smith-waterman'].plagdet },
    must: 0.978,
    aim: 0.985,
  })
  for (const part of ['precision', 'recall', 'granularity'])
    table.add({
      measure: `  ${part}`,
      ours: scores.ours[part],
      others: { 'smith-waterman': scores['smith-waterman'][part] },
    })
  table.add({
    measure: '  time beside Smith-Waterman',
    ours: took.ours / took.smithWaterman,
    others: { 'smith-waterman': 1 },
    must: 0.1,
    lower: true,
  })
  return undefined
}
