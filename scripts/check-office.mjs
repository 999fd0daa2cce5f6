// Reads our Word files back with LibreOffice Writer and holds its text against ours, word by word; then has Writer save
// them anew and reads that with our own reader. Installs Writer by apt where it may (Debian or Ubuntu, as root); says when
// it skips. Needs `npm run build`.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stories = [
  'resources/sample/story.txt',
  'e2e/material/flood-story.txt',
  'e2e/material/office/all-kinds.html',
].map((file) => join(root, file))

const cli = join(root, 'out/main/cli.js')
if (!existsSync(cli)) fail('there is no built command line: run “npm run build” first')
const office = findOffice() ?? installOffice()
if (!office) {
  console.log('check:office skipped: LibreOffice Writer is not installed, and apt cannot install it here.')
  process.exit(0)
}

const work = mkdtempSync(join(tmpdir(), 'writethru-office-'))
let wrong = 0
try {
  for (const story of stories) {
    const name = basename(story, extname(story))
    const docx = join(work, `${name}.docx`)
    const ours = join(work, `${name}.ours.txt`)
    writethru('export', story, '--format', 'docx', '-o', docx)
    writethru('export', story, '--format', 'txt', '-o', ours)
    convert(docx, 'txt:Text (encoded):UTF8', join(work, 'read'))
    wrong += compare(`${name}: as LibreOffice reads it`, wordsOf(ours), wordsOf(join(work, 'read', `${name}.txt`)))
    convert(docx, 'docx', join(work, 'saved'))
    const again = join(work, `${name}.again.txt`)
    writethru('export', join(work, 'saved', `${name}.docx`), '--format', 'txt', '-o', again)
    wrong += compare(`${name}: saved by LibreOffice, read by us`, wordsOf(ours), wordsOf(again))
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
if (wrong > 0) fail(`${wrong} of ${stories.length * 2} readings differ`)

function findOffice() {
  return ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
}

function installOffice() {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return undefined
  console.log('check:office installs libreoffice-writer-nogui by apt …')
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
  if (spawnSync('apt-get', ['update', '-qq'], quiet).status !== 0) return undefined
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'libreoffice-writer-nogui'], quiet)
  return findOffice()
}

function writethru(...given) {
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...given], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

/** Writer has a profile of its own here, so that one that is open on the machine is left alone. */
function convert(file, format, folder) {
  execFileSync(
    office,
    [
      `-env:UserInstallation=${pathToFileURL(join(work, 'profile'))}`,
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      folder,
      file,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], timeout: 180_000 },
  )
}

/** The words of a text in order: marks of lists and quotations, which each program writes its own way, are left out. */
function wordsOf(file) {
  return readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line) => line.replace(/^\s*(?:[•–>*-]|\d+\.)\s+/u, '').split(/\s+/u))
    .filter(Boolean)
}

function compare(what, ours, theirs) {
  const at = Array.from({ length: Math.max(ours.length, theirs.length) }, (_, i) => i).find(
    (i) => ours[i] !== theirs[i],
  )
  if (at === undefined) {
    console.log(`ok    ${what}: ${ours.length} words`)
    return 0
  }
  const around = (words) => words.slice(Math.max(0, at - 4), at + 5).join(' ') || '(nothing)'
  console.log(`WRONG ${what}, word ${at + 1}:\n  ours:   ${around(ours)}\n  theirs: ${around(theirs)}`)
  return 1
}

function fail(why) {
  console.error(`check:office: ${why}.`)
  process.exit(1)
}
