import { expect, test } from 'vitest'
import { stepFrom, type ToDecide } from './to-decide'

const at = (start: number, end: number): ToDecide => ({ start, end, chosen: { kind: 'utterance', key: `${start}` } })
const list = [at(10, 20), at(30, 40), at(50, 60)]

test.each([
  [0, 1, 10],
  [10, 1, 30],
  [45, 1, 50],
  [55, 1, 10],
  [45, -1, 30],
  [5, -1, 50],
] as const)('from %i a step of %i goes to the thing at %i', (offset, direction, start) => {
  expect(stepFrom(list, offset, direction)?.start).toBe(start)
})

test('there is no step in a list with nothing in it', () => {
  expect(stepFrom([], 3, 1)).toBeUndefined()
})
