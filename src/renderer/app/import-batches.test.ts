import fc from 'fast-check'
import { expect, test } from 'vitest'
import { batchesOf } from './import-batches'

const limit = { files: 3, bytes: 100 }
const sizes = (given: readonly number[]) =>
  batchesOf(
    given.map((size) => ({ size })),
    limit,
  ).map((batch) => batch.map(({ size }) => size))

test.each([
  [[], []],
  [[1, 2, 3], [[1, 2, 3]]],
  [
    [1, 2, 3, 4],
    [[1, 2, 3], [4]],
  ],
  [
    [60, 50, 50],
    [[60], [50, 50]],
  ],
  [
    [10, 500, 10],
    [[10], [500], [10]],
  ],
])('%j', (given, expected) => {
  expect(sizes(given)).toEqual(expected)
})

test('every file is in one batch, in order; none carries too much', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(150)), (given) => {
      const batches = sizes(given)
      expect(batches.flat()).toEqual(given)
      for (const batch of batches) {
        expect(batch.length).toBeLessThanOrEqual(limit.files)
        if (batch.length > 1) expect(batch.reduce((sum, size) => sum + size)).toBeLessThanOrEqual(limit.bytes)
      }
    }),
  )
})
