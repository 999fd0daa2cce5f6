// The rows of the provenance engine, ours beside simple baselines, in one run.
// node bench/provenance.mjs --data DIR [--rows sentences,quotes] [--only even|odd] [--verbose]   (run `npm run build` first)
import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { loadOurs } from './lib/provenance/ours.mjs'
import { createTable } from './lib/provenance/table.mjs'
import { answerRows } from './lib/provenance/rows/answers.mjs'
import { basketRows } from './lib/provenance/rows/basket.mjs'
import { creditRows } from './lib/provenance/rows/credits.mjs'
import { quoteRows } from './lib/provenance/rows/quotes.mjs'
import { sentenceRows } from './lib/provenance/rows/sentences.mjs'
import { spanRows } from './lib/provenance/rows/spans.mjs'
import { speedRows } from './lib/provenance/rows/speed.mjs'
import { storyRows } from './lib/provenance/rows/stories.mjs'

const parts = {
  sentences: sentenceRows,
  stories: storyRows,
  spans: spanRows,
  answers: answerRows,
  quotes: quoteRows,
  credits: creditRows,
  speed: speedRows,
  basket: basketRows,
}

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    core: { type: 'string' },
    rows: { type: 'string' },
    only: { type: 'string' },
    verbose: { type: 'boolean' },
  },
})
const data = values.data ?? '../shared/data/provenance'
if (!existsSync(data)) {
  console.log(`Skipped: no provenance data in ${data}; give its folder with --data DIR.`)
  process.exit(0)
}
const ours = await loadOurs(
  values.core ? new URL(values.core, `file://${process.cwd()}/`).href : new URL('../out/core/', import.meta.url).href,
)
const table = createTable(['containment', 'minisearch', 'smith-waterman', 'substring', 'levenshtein'])
const wanted = values.rows?.split(',') ?? Object.keys(parts)
const absent = []
for (const name of wanted) {
  const missing = parts[name](ours, table, { data, only: values.only, verbose: values.verbose })
  if (missing) absent.push(missing)
}
const good = table.print()
if (absent.length > 0) console.log(`Not measured, for want of data: ${absent.join(', ')}.`)
process.exitCode = good ? 0 : 1
