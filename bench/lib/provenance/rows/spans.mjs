import { half, readRows } from '../data.mjs'
import { plagdet } from '../scores.mjs'
import { smithWaterman } from '../smith-waterman.mjs'
import { once } from '../time.mjs'

const warmUp = 20

/** Reused passages to the character, and what they cost beside an exact alignment. */
export function spanRows(ours, table, { data, only, verbose }) {
  const rows = half(readRows(data, 'wnmech'), only)
  if (!rows) return 'wnmech'
  const documents = { ours: [], smithWaterman: [] }
  const took = { ours: 0, passages: 0, smithWaterman: 0 }
  // Neither side pays for being compiled.
  for (const { sources, derived } of rows.slice(0, warmUp)) {
    ours.createProvenanceIndex(sources).passages(derived.text)
    ours.answer(derived.text, sources)
    smithWaterman(derived.text, sources)
  }
  for (const { id, sources, derived, spans } of rows) {
    const cases = spans.map((span) => ({
      start: span.derivedStart,
      end: span.derivedEnd,
      source: span.sourceId ?? sources[0].id,
      sourceStart: span.sourceStart,
      sourceEnd: span.sourceEnd,
    }))
    // The passages alone, from sources that were read when they were attached; then the whole of the work, reading,
    // sentences, quotations and credits too.
    const index = ours.createProvenanceIndex(sources)
    took.passages += once(() => index.passages(derived.text)).took
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
  const beside = { 'smith-waterman': 1 }
  table.add({
    measure: '  time of the passages, sources read once',
    ours: took.passages / took.smithWaterman,
    others: beside,
    must: 0.1,
    lower: true,
  })
  table.add({ measure: '  time of the whole engine', ours: took.ours / took.smithWaterman, others: beside })
  return undefined
}
