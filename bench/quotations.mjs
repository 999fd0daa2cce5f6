#!/usr/bin/env node
// Quotations found and attributed, ours beside a peer from npm, scored by DIR/score.mjs in one run; and how long it takes.
//   npm run build && npm run bench:quotations -- --data DIR     (DIR holds score.mjs, polnear-dev.jsonl)
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nlp from 'compromise'
import { storyText } from '../out/core/manuscript.js'
import { createQuotationFinder, findQuotations } from '../out/core/quotations.js'

const at = process.argv.indexOf('--data')
const folder = at < 0 ? '' : process.argv[at + 1]
const gold = join(folder, 'polnear-dev.jsonl')
const scorer = join(folder, 'score.mjs')
if (!folder || !existsSync(gold) || !existsSync(scorer)) {
  console.log('bench:quotations: no data (--data DIR with score.mjs and polnear-dev.jsonl); skipped.')
  process.exit(0)
}

/** Quotations of the peer: where each begins and ends in the text, found by walking through it. */
function peer(text) {
  const quotes = []
  let from = 0
  for (const words of nlp(text).quotations().out('array')) {
    const start = text.indexOf(words, from)
    if (start < 0) continue
    quotes.push({ start, end: start + words.length })
    from = start + words.length
  }
  return quotes
}

const finders = {
  Writethru: (text) => findQuotations(storyText(text)).quotations,
  'Writethru, direct only': (text) =>
    findQuotations(storyText(text)).quotations.filter(({ type }) => type === 'direct'),
  'compromise .quotations()': peer,
}
const scratch = mkdtempSync(join(tmpdir(), 'writethru-quotations-'))
const articles = readFileSync(gold, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
const score = (file, ...subset) => execFileSync(process.execPath, [scorer, gold, file, ...subset], { encoding: 'utf8' })
const f1 = (said, row) => new RegExp(`^\\s*${row}.*?F1 ([\\d.]+)`, 'm').exec(said)?.[1] ?? '–'

console.log('quotations, dev                 direct  exact  +speaker  ignored %   speech  +speaker')
try {
  for (const [name, find] of Object.entries(finders)) {
    const file = join(scratch, 'found.jsonl')
    writeFileSync(file, articles.map(({ id, text }) => JSON.stringify({ id, quotes: find(text) })).join('\n'))
    const [direct, speech] = [score(file, '--types', 'direct'), score(file, '--cue', 'speech')]
    const [, found, ignored] = /pred=(\d+).*ignored=(\d+)/.exec(direct) ?? []
    const row = [
      f1(direct, 'ggt@0\\.3'),
      f1(direct, 'exact'),
      f1(direct, 'e2e'),
      ((100 * Number(ignored)) / Number(found)).toFixed(1),
      f1(speech, 'ggt@0\\.3'),
      f1(speech, 'e2e'),
    ]
    console.log(name.padEnd(30), row.map((figure) => figure.padStart(9)).join(''))
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Median milliseconds of a piece of work, after a warm-up. */
function median(work, times = 30) {
  for (let warm = 0; warm < 5; warm++) work()
  const taken = Array.from({ length: times }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
  return taken.sort((a, b) => a - b)[times >> 1]
}

const words = articles.flatMap(({ text }) => text.split('\n')).filter(Boolean)
let article = ''
for (const line of words) if (article.split(' ').length < 1000) article += `${line}\n`
const changed = article.replace(/\n/, ' It rained.\n')
const finder = createQuotationFinder()
console.log('\ntime, ms')
console.log('1,000-word article, ours      ', median(() => findQuotations(storyText(article))).toFixed(2))
console.log('1,000-word article, compromise', median(() => peer(article), 5).toFixed(2))
let turn = 0
const texts = [storyText(article), storyText(changed)]
console.log('one changed paragraph, ours   ', median(() => finder.find(texts[turn++ % 2])).toFixed(2))

// A megabyte of anything; each in a process of its own, so that its memory is its own.
const mega = {
  prose: `${article}\n`.repeat(Math.ceil(1_000_000 / article.length)).slice(0, 1_000_000),
  'only quotation marks': '"“”‘’\'« » '.repeat(100_000),
  'one unbroken word': 'a'.repeat(1_000_000),
}
console.log('\n1 MB of                        s    peak MB')
for (const [name, text] of Object.entries(mega)) {
  const file = join(tmpdir(), `writethru-mega-${process.pid}.txt`)
  writeFileSync(file, text)
  const said = execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { readFileSync } from 'node:fs'
       import { storyText } from '${new URL('../out/core/manuscript.js', import.meta.url)}'
       import { findQuotations } from '${new URL('../out/core/quotations.js', import.meta.url)}'
       const text = readFileSync(process.argv[1], 'utf8')
       const before = performance.now()
       findQuotations(storyText(text))
       console.log(((performance.now() - before) / 1000).toFixed(2), Math.round(process.resourceUsage().maxRSS / 1024))`,
      file,
    ],
    { encoding: 'utf8' },
  )
  rmSync(file)
  const [seconds, peak] = said.trim().split(' ')
  console.log(name.padEnd(28), seconds.padStart(6), peak.padStart(8))
}
