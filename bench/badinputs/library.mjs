import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const cli = resolve(import.meta.dirname, '../../out/main/cli.js')

/** Runs the command line to its end. */
export function writethru(...args) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', cli, ...args],
    {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    },
  )
  return { code: status, out: stdout, err: stderr }
}

export const importInto = (library, ...files) => writethru('import', ...files, '--library', library, '--json')

/** How many stories and events a library holds. */
export function storiesIn(library) {
  const file = join(library, 'library.sqlite')
  if (!existsSync(file)) return '0 0'
  const database = new DatabaseSync(file, { readOnly: true })
  const count = (table) => database.prepare(`select count(*) as n from ${table}`).get().n
  const counted = `${count('story')} ${count('event')}`
  database.close()
  return counted
}

/** Opens a file as a library: refused, or opened with a word about what may be missing; never changed when refused. */
export function openOther(file, folder, { outcome }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const there = join(folder, 'library.sqlite')
  copyFileSync(file, there)
  const digest = () => createHash('sha256').update(readFileSync(there)).digest('hex')
  const before = digest()
  const { code, out, err } = writethru('list', '--library', folder, '--json')
  const faults = []
  if (outcome === 'reject' && code !== 3) faults.push(`it ended with ${code}: ${out}`)
  if (code === 3 && digest() !== before) faults.push('it was refused, and changed')
  if (code === 3 && readdirSync(folder).length > 1) faults.push(`it was left with ${readdirSync(folder).join(', ')}`)
  if (code === 3 && !/^writethru: [^\n]+\n$/.test(err)) faults.push(`not one line: ${err}`)
  if (outcome === 'accept-flagged' && !err) faults.push('nothing was said of it')
  return { faults, told: err.trim() || out.trim() }
}
