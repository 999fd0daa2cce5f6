// Every hostile file through the reader's own process and `writethru import`, against what its manifest expects.
// node bench/badinputs.mjs --data DIR [--only TEXT] [--verbose]    (DIR holds manifest.json; run `npm run build` first)
// Ends with 1 when a case whose importer exists fails.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { claimFaults, outcomeFaults } from './badinputs/claims.mjs'
import { importInto, openOther, storiesIn } from './badinputs/library.mjs'
import { nameFaults } from './badinputs/names.mjs'
import { readAsTheHostDoes } from './badinputs/reading.mjs'

const { values } = parseArgs({
  options: { data: { type: 'string' }, only: { type: 'string' }, verbose: { type: 'boolean' } },
})
const data = values.data ?? '../shared/badinputs'
if (!existsSync(join(data, 'manifest.json'))) {
  console.log(`Skipped: no manifest.json in ${data}`)
  process.exit(0)
}
const { cases } = JSON.parse(readFileSync(join(data, 'manifest.json'), 'utf8'))

// Formats that this version reads. A case of any other must still be refused, or read as the plain text it is, in bounds.
const importers = new Set([
  ...['html-paste', 'markdown', 'docx', 'ninjs', 'prosemirror-doc', 'open-library'],
  ...['nitf', 'newsml-g2', 'iptc7901', 'anpa', 'ap-media'],
])

const temporary = mkdtempSync(join(tmpdir(), 'writethru-badinputs-'))
const library = join(temporary, 'library')

async function judge(one) {
  const { importer, file, input, expect } = one
  if (importer === 'open-library') return openOther(join(data, file), join(temporary, 'other'), expect)
  if (importer.startsWith('article-title')) return nameFaults(input, library)
  if (file === undefined || importer === 'export-all-formats') return undefined
  const bytes = readFileSync(join(data, file))
  const read = await readAsTheHostDoes(file, bytes)
  const before = storiesIn(library)
  const imported = importInto(library, join(data, file))
  const faults = [
    ...limitFaults(read, one.limits),
    ...claimFaults(read, expect.assert, importers.has(importer)),
    ...(importers.has(importer) ? outcomeFaults(read, expect.outcome) : []),
  ]
  if (imported.code !== (read.ok ? 0 : 2)) faults.push(`import ended with ${imported.code}: ${imported.err.trim()}`)
  if (!read.ok && storiesIn(library) !== before) faults.push('it was refused, and the library changed')
  if (!read.ok && !/^writethru: [^\n]+\n$/.test(imported.err)) faults.push(`not one line: ${imported.err}`)
  return {
    faults,
    told: read.ok ? `read as ${read.type}, ${read.text.length} letters` : `refused: ${read.message}`,
    read,
  }
}

function limitFaults(read, limits) {
  const faults = []
  if (read.milliseconds > limits.maxMs) faults.push(`${Math.round(read.milliseconds)} ms of work`)
  if (read.megabytes > limits.maxRssMB) faults.push(`${Math.round(read.megabytes)} MB`)
  if (read.bytes > limits.maxOutBytes) faults.push(`${read.bytes} bytes out`)
  return faults
}

const tally = { passed: 0, failed: 0, beyond: 0, skipped: 0 }
let slowest = 0
let largest = 0
for (const one of cases) {
  if (values.only && !`${one.id} ${one.importer}`.includes(values.only)) continue
  const result = await judge(one)
  if (!result) {
    tally.skipped++
    continue
  }
  const { faults, told = '', read } = result
  slowest = Math.max(slowest, read?.milliseconds ?? 0)
  largest = Math.max(largest, read?.megabytes ?? 0)
  const known = importers.has(one.importer) || one.importer.startsWith('article-title')
  if (faults.length > 0) tally.failed++
  else if (known) tally.passed++
  else tally.beyond++
  if (faults.length > 0)
    console.log(`FAIL  ${one.id} (${one.importer}, ${one.expect.outcome}): ${faults.join('; ')}. ${told}`)
  else if (values.verbose) console.log(`${known ? 'pass ' : 'bound'}  ${one.id} (${one.expect.outcome}): ${told}`)
}
rmSync(temporary, { recursive: true, force: true })
console.log(
  `${tally.passed} as expected, ${tally.beyond} of formats not read here and harmless, ${tally.failed} failed, ` +
    `${tally.skipped} without an importer. Most work ${Math.round(slowest)} ms, largest ${Math.round(largest)} MB.`,
)
process.exitCode = tally.failed > 0 ? 1 : 0
