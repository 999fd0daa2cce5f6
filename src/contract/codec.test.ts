import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decode, encode } from './codec'

/** Everything that crosses: JSON's values, with bytes and dates among them, and keys that look like the codec's own. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1.5, ''),
    fc.string(),
    fc.integer(),
    fc.uint8Array(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom('$', 'v', '__proto__'), fc.string()), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    }),
  ),
}))

test('what is encoded is decoded as it was', () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(decode(encode(given))).toEqual(given)
    }),
  )
})

test('a file of some megabytes crosses', () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, at) => at % 251)
  expect(decode(encode({ bytes }))).toEqual({ bytes })
})

test('what is undefined does not cross', () => {
  expect(encode({ a: undefined, b: 1 })).toBe('{"b":1}')
})
