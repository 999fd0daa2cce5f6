import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openLog } from './log'

const folder = () => join(mkdtempSync(join(tmpdir(), 'writethru-log-')), 'logs')
const noon = () => new Date('2026-11-02T12:00:00Z')

test('a failure is logged with its time, its name and its stack', () => {
  const at = folder()
  const log = openLog(at, noon)
  log('started')
  log('draft.append', new Error('no'))
  const text = readFileSync(join(at, 'writethru.log'), 'utf8')
  expect(text).toMatch(/^2026-11-02T12:00:00.000Z started\n2026-11-02T12:00:00.000Z draft.append: Error: no\n\s+at /)
})

test('a log that has grown large is put aside, and the one before it goes', () => {
  const at = folder()
  const log = openLog(at, noon)
  for (const round of [1, 2]) {
    log('first')
    writeFileSync(join(at, 'writethru.log'), `${round}`.repeat(1024 * 1024 + 1))
    log('after')
  }
  expect(readdirSync(at).sort()).toEqual(['writethru.1.log', 'writethru.log'])
  expect(readFileSync(join(at, 'writethru.log'), 'utf8')).toBe('2026-11-02T12:00:00.000Z after\n')
})

test('a folder that refuses stops nothing', () => {
  const at = folder()
  writeFileSync(at, 'a file stands where the folder should')
  expect(() => openLog(at, noon)('told elsewhere')).not.toThrow()
})
