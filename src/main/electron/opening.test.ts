import { expect, test } from 'vitest'
import type { ImportOutcome } from '@contract/index'
import { Opening } from './opening'

const refused = (file: string): ImportOutcome => ({ file, error: { code: 'damaged', message: `${file}: no` } })

function opening() {
  const told: string[][] = []
  const one = new Opening(
    async (paths) => paths.map(refused),
    (outcomes) => told.push(outcomes.map(({ file }) => file)),
  )
  return { one, told }
}

test('files opened before the page listens are told once it does, together and once', async () => {
  const { one, told } = opening()
  await one.open(['a'])
  await one.open(['b', 'c'])
  expect(told).toEqual([])
  one.pageListens()
  one.pageListens()
  expect(told).toEqual([['a', 'b', 'c']])
})

test('a page that listens hears each batch as it comes', async () => {
  const { one, told } = opening()
  one.pageListens()
  await Promise.all([one.open(['a']), one.open(['b'])])
  expect(told).toEqual([['a'], ['b']])
})

test('while the page is loaded anew nothing is told to nobody', async () => {
  const { one, told } = opening()
  one.pageListens()
  one.pageIsGone()
  await one.open(['a'])
  expect(told).toEqual([])
  one.pageListens()
  expect(told).toEqual([['a']])
})
