import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldUnchanged } from './fold'

/** `.` stands for an unchanged item, `x` for a changed one; the answer shows folded ones as `_`. */
const fold = (items: string, opened: number[] = []) =>
  foldUnchanged(
    items.length,
    (index) => items[index] === '.',
    (from) => opened.includes(from),
  )
    .map(({ kind, from, to }) => (kind === 'folded' ? '_'.repeat(to - from) : items.slice(from, to)))
    .join('')

describe('Folding what did not change', () => {
  test.each([
    ['', ''],
    ['x', 'x'],
    ['..x', '..x'],
    ['....x', '___.x'],
    ['x....', 'x.___'],
    ['x....x', 'x....x'],
    ['x.....x', 'x.___.x'],
    ['......', '______'],
    ['x.....x.......x', 'x.___.x._____.x'],
  ])('%s folds to %s', (items, folded) => expect(fold(items)).toBe(folded))
  test('a stretch that was opened stays open, the others folded', () =>
    expect(fold('x.....x.....x', [2])).toBe('x.....x.___.x'))
  test('every item is in exactly one stretch, in order, and no change is folded', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('.', '.', '.', 'x')), (list) => {
        const items = list.join('')
        const stretches = foldUnchanged(
          items.length,
          (index) => items[index] === '.',
          () => false,
        )
        expect(stretches.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))).toEqual(
          list.map((_, index) => index),
        )
        const away = stretches.filter(({ kind }) => kind === 'folded').map(({ from, to }) => items.slice(from, to))
        expect(away.join('')).not.toMatch('x')
      }),
    )
  })
})
