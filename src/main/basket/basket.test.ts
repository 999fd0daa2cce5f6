import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SourceInput } from '@core/record'
import type { Library } from '../storage/library'
import { openBasket, type Basket } from './basket'

vi.mock('node:fs/promises', async (actual) => {
  const real = await actual<typeof files>()
  return { ...real, readFile: vi.fn(real.readFile) }
})
// What a reader makes of a file is tested where readers are; here it is the file's text.
vi.mock('../reader/read-file', () => ({
  readLimits: { input: 1000 },
  readOutside: ({ bytes }: { bytes: Uint8Array }) => {
    const text = new TextDecoder().decode(bytes)
    return Promise.resolve(
      text === 'slow'
        ? { ok: false, error: { code: 'unsafe', message: 'slow.txt: reading it took too long.' } }
        : { ok: true, story: { wire: { text }, remarks: [] }, others: [] },
    )
  },
}))

let folder: string
let basket: Basket
const kept: string[] = []
const library = {
  settings: () => Promise.resolve({ basketFolder: folder, basketDays: 3 }),
  forgetWire: () => Promise.resolve([]),
  seenFiles: () => Promise.resolve([]),
  fileSeen: () => Promise.resolve(),
  putWire: ({ text }: SourceInput) => {
    kept.push(text)
    return Promise.resolve({ card: { id: text }, fresh: true })
  },
} as unknown as Library
const host = { announce: () => undefined, now: () => new Date('2026-10-07T09:00:00Z') }
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000 })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-basket-'))
  kept.length = 0
})
afterEach(async () => {
  await basket.close()
  vi.mocked(files.readFile).mockClear()
  rmSync(folder, { recursive: true, force: true })
})

test('a file that another program holds is told of, tried again by itself, and read when it is free', async () => {
  vi.mocked(files.readFile).mockRejectedValueOnce(Object.assign(new Error('busy'), { code: 'EBUSY' }))
  const path = join(folder, 'wire.txt')
  writeFileSync(path, 'boats')
  basket = await openBasket(library, host)
  await until(() =>
    expect(basket.state().refused).toEqual([
      { file: path, message: 'wire.txt: another program holds it.', tries: 1, again: '2026-10-07T09:00:02.000Z' },
    ]),
  )
  await until(() => expect(kept).toEqual(['boats']))
  await until(() => expect(basket.state().refused).toEqual([]))
})

test('a person can have it read at once; what is gone meanwhile is forgotten', async () => {
  const refuse = Object.assign(new Error('no'), { code: 'EACCES' })
  vi.mocked(files.readFile).mockRejectedValueOnce(refuse).mockRejectedValueOnce(refuse)
  for (const name of ['a.txt', 'b.txt']) writeFileSync(join(folder, name), name)
  basket = await openBasket(library, host)
  await until(() => expect(basket.state().refused).toHaveLength(2))
  rmSync(join(folder, 'b.txt'))
  await basket.retry()
  await until(() => expect(kept).toEqual(['a.txt']))
  await until(() => expect(basket.state().refused).toEqual([]))
})

test('a reading that took too long is tried once more before it is refused', async () => {
  writeFileSync(join(folder, 'slow.txt'), 'slow')
  basket = await openBasket(library, host)
  await until(() => expect(basket.state().refused).toMatchObject([{ tries: 1, again: '2026-10-07T09:01:00.000Z' }]))
  await basket.retry(join(folder, 'slow.txt'))
  await until(() =>
    expect(basket.state().refused).toEqual([
      { file: join(folder, 'slow.txt'), message: 'slow.txt: reading it took too long.' },
    ]),
  )
})
