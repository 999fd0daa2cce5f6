import { expect, test } from 'vitest'
import { shortened } from './shortened'

test('a long text is cut between words', () => {
  expect(shortened('one  two\nthree', 20)).toBe('one two three')
  expect(shortened('one two three four', 9)).toBe('one two…')
  expect(shortened('x'.repeat(30), 10)).toBe(`${'x'.repeat(10)}…`)
})
