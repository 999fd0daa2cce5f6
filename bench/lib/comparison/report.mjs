// The rows of the comparison bench, as Markdown.
import { f1 } from './score.mjs'

const share = (part, whole) => (whole ? `${((100 * part) / whole).toFixed(1)} %` : '–')
const fixed = (value, places = 3) => (Number.isFinite(value) ? value.toFixed(places) : '–')
const f = (counts, what) => f1(counts[`${what}Right`], counts[`${what}Wrong`], counts[`${what}Missed`])

const rows = [
  ['changed-token F1, synthetic', ({ synthetic: s }) => fixed(f(s, 'token'))],
  ['moves found', ({ synthetic: s }) => `${s.movesFound} of ${s.moves}`],
  ['reported moves that are true', ({ synthetic: s }) => share(s.movesTrue, s.movesShown)],
  ['splits named', ({ synthetic: s }) => `${s.splitsNamed} of ${s.splits}`],
  ['merges named', ({ synthetic: s }) => `${s.mergesNamed} of ${s.merges}`],
  ['format changes F1', ({ synthetic: s }) => fixed(f(s, 'format'), 2)],
  ['hunks shown over true hunks', ({ synthetic: s }) => fixed(s.hunks / s.trueHunks, 2)],
  ['chaff per 100 true hunks', ({ synthetic: s }) => fixed((100 * s.chaff) / s.trueHunks, 1)],
  ['human phrase edits F1 (argrewrite)', ({ argrewrite: a }) => fixed(f(a, 'token'))],
  ['sentence links F1 (argrewrite)', ({ argrewrite: a }) => fixed(f(a, 'link'))],
  ['hunks and islands, real posts', ({ 'real-agency': r }) => `${r.hunks}, ${r.islands}`],
  ['range ends inside a word, all sets', (sets) => sum(sets, 'cuts')],
  ['kept text equal on both sides', (sets) => `${sum(sets, 'exact')} of ${sum(sets, 'pairs')}`],
  ['stopped or failed', (sets) => sum(sets, 'stopped')],
]
const sum = (sets, key) => Object.values(sets).reduce((total, counts) => total + (counts[key] ?? 0), 0)

export const qualityRows = (quality) =>
  rows.map(([title, value]) => [title, ...[...quality.values()].map((sets) => String(value(sets)))])

export function timeRows(times, limitSeconds) {
  const ids = [...new Set([...times.values()].flatMap((found) => [...found.keys()]))]
  const shown = ({ time, stopped } = {}) =>
    time === undefined ? (stopped ? `> ${limitSeconds} s` : 'failed') : time < 10 ? time.toFixed(1) : time.toFixed(0)
  return ids.map((id) => [id, ...[...times.values()].map((found) => shown(found.get(id)))])
}

export function table(title, names, lines) {
  const all = [['', ...names], ...lines]
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)))
  const row = (line) => `| ${line.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`
  return [
    `${title}\n`,
    row(all[0]),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...lines.map(row),
    '',
  ].join('\n')
}
