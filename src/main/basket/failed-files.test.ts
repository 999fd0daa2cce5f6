import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asItStands, createFailedFiles, type FailedFile } from './failed-files'
import type { Arrived } from './watched-folder'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-failed-'))
  path = join(folder, 'wire.txt')
  writeFileSync(path, 'one')
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(folder, { recursive: true, force: true })
})

const waits = [1000, 5000]
const waitFor = (check: () => void) => vi.waitFor(check, { timeout: 5000 })

async function failing() {
  const file = (await asItStands(path))!
  const read: Arrived[] = []
  let changes = 0
  const files = createFailedFiles(
    () => 1_000_000,
    (again) => read.push(again),
    () => changes++,
  )
  const again = (): FailedFile => files.failed(file, 'busy', waits)
  return { file, files, read, again, changed: () => changes }
}

test('a file that failed is tried again, later each time, and then left', async () => {
  const { files, read, again } = await failing()
  expect(again()).toMatchObject({ tries: 1, again: 1_001_000 })
  vi.advanceTimersByTime(999)
  expect(read).toEqual([])
  vi.advanceTimersByTime(1)
  await waitFor(() => expect(read).toMatchObject([{ path, size: 3 }]))
  expect(again()).toMatchObject({ tries: 2, again: 1_005_000 })
  vi.advanceTimersByTime(5000)
  await waitFor(() => expect(read).toHaveLength(2))
  expect(again()).toEqual({ file: files.list()[0]!.file, message: 'busy', tries: 3 })
  expect(vi.getTimerCount()).toBe(0)
  expect(files.list()).toHaveLength(1)
})

test('a file that was read at last is no longer told of', async () => {
  const { files, again } = await failing()
  again()
  files.settled(path)
  expect(files.list()).toEqual([])
  expect(vi.getTimerCount()).toBe(0)
})

test('a file that is gone is forgotten, and that is told', async () => {
  const { files, read, again, changed } = await failing()
  again()
  rmSync(path)
  vi.advanceTimersByTime(1000)
  await waitFor(() => expect(changed()).toBe(1))
  expect(files.list()).toEqual([])
  expect(read).toEqual([])
})

test('a file that changed has all its tries before it', async () => {
  const { file, files, again } = await failing()
  again()
  again()
  expect(files.failed({ ...file, size: 9 }, 'busy', waits)).toMatchObject({ tries: 1, again: 1_001_000 })
})
