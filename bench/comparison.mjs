// Comparisons of prose: ours and those from npm in one run, quality and times.
// node bench/comparison.mjs --data DIR [--only ours|NAME] [--quality | --time]   (run `npm run build` first)
import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { pairsIn, worstCases } from './lib/comparison/cases.mjs'
import { peers } from './lib/comparison/peers.mjs'
import { add } from './lib/comparison/score.mjs'
import { qualityRows, table, timeRows } from './lib/comparison/report.mjs'

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    only: { type: 'string' },
    adapter: { type: 'string' },
    quality: { type: 'boolean' },
    time: { type: 'boolean' },
  },
})
const data = values.data ?? '../shared/bench/comparison/data/public'
if (!existsSync(join(data, 'synthetic.jsonl'))) {
  console.log(`Skipped: no comparison data in ${data}; give its folder with --data DIR.`)
  process.exit(0)
}
const adapter = values.adapter ?? fileURLToPath(new URL('./adapters/comparison.mjs', import.meta.url))
// A peer that takes longer on one case is stopped there and shown so; every other case is still measured.
const limitSeconds = 20
const names = ['ours', ...peers.map(({ name }) => name)].filter((name) => !values.only || name.includes(values.only))
const both = values.quality === values.time
const sets = ['synthetic', 'argrewrite', 'real-agency']

const quality = new Map()
const times = new Map()
for (const name of names) {
  if (both || values.quality) {
    const counts = {}
    for (const set of sets) {
      const answers = await answersOf(name, 'quality', set, pairsIn(data, set).length)
      counts[set] = answers.reduce((total, each) => (each.counts ? add(total, each.counts) : total), {
        pairs: answers.length,
        stopped: answers.filter(({ counts: found }) => !found).length,
      })
    }
    quality.set(name, counts)
  }
  if (both || values.time) {
    const timing = pairsIn(data, 'timing')
    const found = new Map()
    const answers = await answersOf(name, 'time', 'timing', timing.length)
    timing.forEach(({ id }, index) => found.set(id.replace(/^.*?time-/, ''), answers[index]))
    const worst = worstCases()
    const worstAnswers = await answersOf(name, 'time', 'worst', worst.length)
    worst.forEach(({ id }, index) => found.set(id, worstAnswers[index]))
    times.set(name, found)
  }
  console.error(`${name}: done`)
}
if (quality.size > 0) console.log(table('Quality', names, qualityRows(quality)))
if (times.size > 0)
  console.log(table(`Times, median milliseconds (> ${limitSeconds} s: stopped)`, names, timeRows(times, limitSeconds)))

/** Runs every case of a file in a child process, a new one after each case that took too long or ended it. */
async function answersOf(name, mode, file, count) {
  const answers = []
  while (answers.length < count) await runFrom(answers.length, name, mode, file, answers)
  return answers
}

function runFrom(from, name, mode, file, answers) {
  return new Promise((done) => {
    const path = fileURLToPath(new URL('./lib/comparison/child.mjs', import.meta.url))
    const child = fork(path, [name, mode, data, file, String(from), adapter], {
      execArgv: ['--max-old-space-size=4096'],
    })
    let timer
    let stopped = false
    child.on('message', ({ begins, ends, ...answer }) => {
      clearTimeout(timer)
      if (ends !== undefined) answers[ends] = answer
      if (begins !== undefined)
        timer = setTimeout(() => {
          stopped = true
          child.kill('SIGKILL')
        }, limitSeconds * 1000)
    })
    child.on('exit', (code) => {
      clearTimeout(timer)
      if (stopped || code !== 0) answers.push(stopped ? { stopped } : { failed: `ended with ${code}` })
      done()
    })
  })
}
