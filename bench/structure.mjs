// Precision and recall of structure detection by kind, on articles whose parts were marked by hand.
// node bench/structure.mjs --data DIR   (DIR holds private/structure.jsonl or structure.jsonl; run `npm run build` first)
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { data: { type: 'string' }, core: { type: 'string' }, verbose: { type: 'boolean' } },
})
const data = values.data ?? '../shared/data/provenance'
const file = [join(data, 'private/structure.jsonl'), join(data, 'structure.jsonl'), data].find(
  (path) => path.endsWith('.jsonl') && existsSync(path),
)
if (!file) {
  console.log(`Skipped: no structure.jsonl in ${data}`)
  process.exit(0)
}
const core = values.core ?? new URL('../out/core/manuscript.js', import.meta.url).href
const { detectStructure } = await import(core)

// The kinds of the marks, the block they must become, and the floor each must reach.
const kinds = {
  'also-read': { is: (b) => b.type === 'related', floor: 0.95 },
  credit: { is: (b) => b.type === 'credit', floor: 0.95 },
  dateline: { is: (b) => b.type === 'dateline', floor: 0.9 },
  'photo-credit': { is: (b) => b.type === 'photoCredit', floor: 0.9 },
  'wire-notice': { is: (b) => b.type === 'notice' },
  copyright: { is: (b) => b.copyright === true },
}
const overlaps = (a, b) => a.start < b.end && b.start < a.end
const tally = Object.fromEntries(
  Object.keys(kinds).map((kind) => [kind, { hit: 0, missed: 0, right: 0, wrong: 0, beyond: 0 }]),
)
let trapped = 0
let traps = 0
const complain = (...words) => values.verbose && console.log(...words)

for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
  const { id, text, spans } = JSON.parse(line)
  const blocks = detectStructure(text)
  for (const [kind, { is }] of Object.entries(kinds)) {
    const mine = blocks.filter(is)
    const marked = spans.filter((span) => span.kind === kind)
    for (const span of marked) {
      if (mine.some((block) => overlaps(block, span))) tally[kind].hit++
      else {
        tally[kind].missed++
        complain('MISSED', kind, id, JSON.stringify(text.slice(span.start - 30, span.end + 30)))
      }
    }
    for (const block of mine) {
      const words = text.slice(block.start, block.end)
      if (marked.some((span) => overlaps(block, span))) tally[kind].right++
      // The marks name only bare agency codes; a credit that calls itself one, or spells the agency out, is counted apart.
      else if (kind === 'photo-credit' && /photo|image|picture|associated press|credit/i.test(words))
        tally[kind].beyond++
      else {
        tally[kind].wrong++
        complain('WRONG', kind, id, JSON.stringify(words.slice(0, 160)))
      }
    }
  }
  for (const span of spans.filter((span) => span.kind === 'not-an-agency')) {
    traps++
    if (
      blocks.some(
        (b) => (b.type === 'credit' || b.type === 'photoCredit' || b.type === 'dateline') && overlaps(b, span),
      )
    )
      trapped++
  }
}

let failed = trapped > 0
console.log('kind          marked  precision  recall  beyond the marks')
for (const [kind, { hit, missed, right, wrong, beyond }] of Object.entries(tally)) {
  const precision = right + wrong === 0 ? 1 : right / (right + wrong)
  const recall = hit + missed === 0 ? 1 : hit / (hit + missed)
  const { floor } = kinds[kind]
  const short = floor !== undefined && (precision < floor || recall < floor)
  failed ||= short
  console.log(
    `${kind.padEnd(13)} ${String(hit + missed).padStart(6)}  ${precision.toFixed(3).padStart(9)}  ${recall.toFixed(3).padStart(6)}  ${String(beyond).padStart(6)}${short ? `   below ${floor}` : ''}`,
  )
}
console.log(`not-an-agency ${String(traps).padStart(6)}  taken for a credit: ${trapped}`)
process.exitCode = failed ? 1 : 0
