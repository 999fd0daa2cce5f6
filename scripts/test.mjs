// Every check of the project, in the order in which a fault is cheapest to hear of. Ends with one line that sums up.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { ensureBrowser } from './browser.mjs'

const root = resolve(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'writethru-test-'))
const env = {
  ...process.env,
  PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  PLAYWRIGHT_JSON_OUTPUT_NAME: join(reports, 'e2e.json'),
}
const sum = { passed: 0, failed: 0, skipped: 0 }
const faults = []

/** Runs one command to its end; whether it succeeded. */
function step(title, command, ...args) {
  console.log(`\n— ${title}`)
  const before = performance.now()
  const { status } = spawnSync(command, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  console.log(`  ${title}: ${status === 0 ? 'good' : 'failed'}, ${((performance.now() - before) / 1000).toFixed(1)} s`)
  if (status !== 0) faults.push(title)
  return status === 0
}

/** Adds what a run of tests reported; a run that failed and reported no failed test counts as one. */
function count(file, good, read) {
  const path = join(reports, file)
  const told = existsSync(path) ? read(JSON.parse(readFileSync(path, 'utf8'))) : { passed: 0, failed: 0, skipped: 0 }
  if (!good && told.failed === 0) told.failed = 1
  for (const name of Object.keys(sum)) sum[name] += told[name]
}

for (const [title, command, ...args] of [
  ['lock file', 'node', 'scripts/lockcheck.mjs'],
  ['types', 'tsc', '-b'],
  ['lint', 'oxlint', '--quiet'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
])
  if (!step(title, command, ...args)) sum.failed++

const unit = step(
  'unit and property tests',
  'vitest',
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${join(reports, 'unit.json')}`,
)
count('unit.json', unit, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
}))

const browser = ensureBrowser(step)
if (!step('build', 'npm', 'run', '--silent', 'build')) sum.failed++
else if (browser === undefined) {
  sum.failed++
  faults.push('end-to-end specs')
  console.log(
    '\nThe end-to-end specs need Chromium and none could be installed: install Chromium or Chrome (or name it in CHROMIUM_PATH) and run npm test again.',
  )
} else {
  env.CHROMIUM_PATH = browser
  const specs = step('end-to-end specs', 'playwright', 'test', '--reporter=list,json')
  count('e2e.json', specs, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }))
}

rmSync(reports, { recursive: true, force: true })
console.log(faults.length > 0 ? `\nFailed: ${faults.join(', ')}.\n` : '\nEverything holds.\n')
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`)
process.exitCode = sum.failed > 0 || faults.length > 0 ? 1 : 0
