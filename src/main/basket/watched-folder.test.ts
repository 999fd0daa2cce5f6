import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchFolder, type Arrived } from './watched-folder'

let folder: string
let stop: () => void = () => undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-watched-'))
})
afterEach(() => {
  stop()
  rmSync(folder, { recursive: true, force: true })
})

function watching(known: (file: Arrived) => boolean = () => false) {
  const arrived: string[] = []
  const troubles: (string | undefined)[] = []
  stop = watchFolder(
    folder,
    known,
    (files) => arrived.push(...files.map(({ path, size }) => `${basename(path)} ${size}`)),
    (trouble) => troubles.push(trouble),
  )
  return { arrived, troubles }
}

test('a file that is there and one that comes are told of once', async () => {
  writeFileSync(join(folder, 'first.txt'), 'one')
  const { arrived } = watching()
  await vi.waitFor(() => expect(arrived).toEqual(['first.txt 3']), { timeout: 10_000 })
  writeFileSync(join(folder, 'second.txt'), 'two!')
  await vi.waitFor(() => expect(arrived).toEqual(['first.txt 3', 'second.txt 4']), { timeout: 10_000 })
})

test('a file that grew is told of again; hidden, part and known files never are', async () => {
  for (const name of ['.hidden', 'copy.part', 'known.txt']) writeFileSync(join(folder, name), 'x')
  writeFileSync(join(folder, 'wire.txt'), 'one')
  const { arrived } = watching(({ path }) => path.endsWith('known.txt'))
  await vi.waitFor(() => expect(arrived).toEqual(['wire.txt 3']), { timeout: 10_000 })
  appendFileSync(join(folder, 'wire.txt'), ' more')
  await vi.waitFor(() => expect(arrived).toEqual(['wire.txt 3', 'wire.txt 8']), { timeout: 10_000 })
})

test('a folder that is gone says so', async () => {
  rmSync(folder, { recursive: true })
  const { troubles } = watching()
  await vi.waitFor(() => expect(troubles[0]).toMatch(/cannot be read/), { timeout: 10_000 })
})
