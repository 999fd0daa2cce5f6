import { describe, expect, test } from 'vitest'
import type { Change } from '@core/comparison'
import { identities, nextIn } from './identity'

const change = (kind: Change['kind'], old?: [number, number], fresh?: [number, number]): Change => ({
  id: 'c',
  kind,
  ...(old ? { old: { start: old[0], end: old[1] } } : {}),
  ...(fresh ? { new: { start: fresh[0], end: fresh[1] } } : {}),
  oldText: '',
  newText: '',
  touches: [],
})

describe('A change keeps its name', () => {
  test('when an earlier decision shifts the draft', () => {
    const [before] = identities([change('replace', [10, 14], [12, 18])], 'new', 'a draft that will be shorter')
    const [after] = identities([change('replace', [10, 14], [2, 8])], 'new', 'a draft that is')
    expect(after).toBe(before)
  })
  test('when only the draft has it, by its words and those around', () => {
    const text = 'it was a long way to two three four, and then on'
    const at = text.indexOf('two ')
    const named = (draft: string, from: number) =>
      identities([change('insert', undefined, [from, from + 4])], 'new', draft)[0]
    expect(named(`Earlier: ${text}`, at + 9)).toBe(named(text, at))
    expect(named(text, at + 4)).not.toBe(named(text, at))
  })
  test('and two of the same have two names', () => {
    const twice = identities([change('format', [1, 2]), change('format', [1, 2])], 'new', '')
    expect(new Set(twice).size).toBe(2)
  })
})

describe('The next one', () => {
  const there = new Set(['a', 'b', 'c', 'd'])
  test.each([
    ['follows', ['a', 'b', 'c', 'd'], 'b', there, [], 'c'],
    ['goes round at the end', ['a', 'b', 'c', 'd'], 'd', there, [], 'a'],
    ['passes over what is gone', ['a', 'b', 'c', 'd'], 'b', new Set(['a', 'd']), [], 'd'],
    ['passes over what is done', ['a', 'b', 'c', 'd'], 'b', there, ['c'], 'd'],
    ['is where it was when all is done', ['a', 'b'], 'b', there, ['a', 'b'], 'b'],
    [
      'is the first one left when its own is gone and all is done',
      ['a', 'b', 'c'],
      'b',
      new Set(['a', 'c']),
      ['a', 'c'],
      'c',
    ],
    ['is nothing when nothing is there', ['a', 'b'], 'b', new Set<string>(), [], undefined],
  ])('%s', (_title, order, from, here, done, next) => expect(nextIn(order, from, here, new Set(done))).toBe(next))
})
