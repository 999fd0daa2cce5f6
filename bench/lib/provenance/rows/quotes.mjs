import { half, readRows } from '../data.mjs'
import { levenshtein, quoted, substring } from '../quote-baselines.mjs'

const accepted = {
  exact: ['exact', 'typographic'],
  'ok-partial': ['marked'],
  'ok-ellipsis': ['marked'],
  'ok-bracket': ['marked'],
  altered: ['differs'],
  manufactured: ['differs', 'no-source'],
  unsourced: ['no-source'],
  'house-style': ['house-style'],
}
const faithful = ['exact', 'ok-partial', 'ok-ellipsis', 'ok-bracket', 'house-style']

/** Quotation checks: what is altered is caught, what is not is left alone, and the words named are the words changed. */
export function quoteRows(ours, table, { data, only, verbose }) {
  const missing = []
  for (const set of ['quotes', 'quotesnews']) {
    const rows = half(readRows(data, set), only)
    const texts = readRows(data, `${set}.sources`)
    if (!rows || !texts) {
      missing.push(set)
      continue
    }
    const byId = new Map(texts.map((source) => [source.id, source]))
    const tally = { ours: fresh(), substring: fresh(), levenshtein: fresh() }
    const words = { right: 0, of: 0 }
    let verdicts = 0
    for (const { id, kind, sources, derived, expected } of rows) {
      const attached = sources.map((source) => byId.get(source))
      const { quotes } = ours.answer(derived.text, attached)
      const found = quotes.map(({ verdict }) => verdict)
      count(tally.ours, expected.status, found)
      const right = isRight(expected.status, found)
      if (right) verdicts++
      if (verbose && !right)
        console.log(
          `  ${set} ${id} ${kind}: ${expected.status} → ${found.join(' ') || 'none'} ${JSON.stringify(quotes.map(({ removed, inserted }) => [removed, inserted]))} | ${derived.text}`,
        )
      if (expected.status === 'altered' && expected.removed) {
        words.of++
        const same =
          equal(
            quotes.flatMap(({ removed }) => removed),
            expected.removed,
          ) &&
          equal(
            quotes.flatMap(({ inserted }) => inserted),
            expected.inserted,
          )
        if (same) words.right++
        else if (verbose)
          console.log(
            `  ${set} ${id} ${kind} words: ${JSON.stringify([expected.removed, expected.inserted])} → ${JSON.stringify(quotes.map(({ removed, inserted }) => [removed, inserted]))} | ${derived.text}`,
          )
      }
      const marks = quoted(derived.text)
      const [sub, lev] = [substring(attached), levenshtein(attached)]
      count(tally.substring, expected.status, marks.map(sub))
      count(tally.levenshtein, expected.status, marks.map(lev))
    }
    const others = (pick) => ({ substring: pick(tally.substring), levenshtein: pick(tally.levenshtein) })
    const caught = ({ caught, altered }) => caught / altered
    const alarms = ({ alarms, faithful }) => alarms / faithful
    table.add({
      measure: `altered quotations caught, ${set}`,
      ours: caught(tally.ours),
      others: others(caught),
      must: 0.99,
      aim: 0.995,
    })
    table.add({ measure: '  false alarms', ours: alarms(tally.ours), others: others(alarms), must: 0.005, lower: true })
    table.add({ measure: '  exact words of the alteration', ours: words.right / words.of, must: 0.975, aim: 0.985 })
    table.add({ measure: '  verdict as expected, all kinds', ours: verdicts / rows.length })
  }
  return missing.length > 0 ? missing.join(', ') : undefined
}

const fresh = () => ({ caught: 0, altered: 0, alarms: 0, faithful: 0 })

function count(tally, status, found) {
  if (status === 'altered') {
    tally.altered++
    if (found.includes('differs')) tally.caught++
  } else if (faithful.includes(status)) {
    tally.faithful++
    if (found.includes('differs') || found.includes('no-source')) tally.alarms++
  }
}

function isRight(status, found) {
  if (found.length === 0) return false
  if (status === 'altered') return found.includes('differs')
  if (status === 'manufactured') return found.some((verdict) => accepted.manufactured.includes(verdict))
  return found.every((verdict) => accepted[status].includes(verdict))
}

const fold = (list) =>
  list
    .map((word) =>
      word
        .toLowerCase()
        .replace(/[’‘]/g, "'")
        .replace(/[^\p{L}\p{N}']/gu, ''),
    )
    .filter(Boolean)
const equal = (a, b) => JSON.stringify(fold(a)) === JSON.stringify(fold(b))
