import { lstatSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeWhole } from './whole-file'

const folder = () => mkdtempSync(join(tmpdir(), 'writethru-whole-'))

test('a file is written, and written over, and nothing else is left', async () => {
  const at = folder()
  const file = join(at, 'copy.txt')
  await writeWhole(file, 'one')
  await writeWhole(file, new TextEncoder().encode('two'))
  expect(readFileSync(file, 'utf8')).toBe('two')
  expect(readdirSync(at)).toEqual(['copy.txt'])
})

test('a link stays a link to what is written', async () => {
  const at = folder()
  writeFileSync(join(at, 'real.txt'), 'old')
  symlinkSync(join(at, 'real.txt'), join(at, 'link.txt'))
  await writeWhole(join(at, 'link.txt'), 'new')
  expect(lstatSync(join(at, 'link.txt')).isSymbolicLink()).toBe(true)
  expect(readFileSync(join(at, 'real.txt'), 'utf8')).toBe('new')
})

test('a place that cannot be written is refused, with nothing left behind', async () => {
  const at = folder()
  mkdirSync(join(at, 'folder'))
  await expect(writeWhole(join(at, 'folder'), 'x')).rejects.toMatchObject({ code: 'EISDIR' })
  await expect(writeWhole(join(at, 'gone', 'copy.txt'), 'x')).rejects.toMatchObject({ code: 'ENOENT' })
  expect(readdirSync(at)).toEqual(['folder'])
})
