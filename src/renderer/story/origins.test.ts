import { describe, expect, test } from 'vitest'
import type { Provenance, SentenceOrigin } from '@core/provenance'
import type { Source } from '@core/record'
import { borrowedIn, sharesOf } from './origins'

const sentence = (start: number, end: number, level: SentenceOrigin['level'], ...from: string[]): SentenceOrigin => ({
  start,
  end,
  level,
  from: from.map((source) => ({ source, start: 0, end: 5, similarity: 0.5 })),
})
const provenance = (...sentences: SentenceOrigin[]) => ({ sentences }) as Provenance
const sources = [
  { id: 'a', agency: 'AP' },
  { id: 'r', agency: 'Reuters' },
] as Source[]

describe('the shares of a paragraph', () => {
  test.each<[string, SentenceOrigin[], string]>([
    ['are those of its own sentences', [sentence(0, 50, 'light', 'a'), sentence(100, 150, 'light', 'r')], 'AP 100 %'],
    ['name what is our own', [sentence(0, 60, 'heavy', 'a'), sentence(60, 100, 'original')], 'AP 60 %, own 40 %'],
    ['part a sentence of two sources between them', [sentence(0, 80, 'light', 'a', 'r')], 'AP 50 %, R 50 %'],
    ['are none where nothing stands', [], ''],
  ])('%s', (_, sentences, expected) => {
    expect(sharesOf(provenance(...sentences), { start: 0, end: 100 }, sources)).toBe(expected)
  })
})

test('sentences that stand on a source are those that touch the place, our own left out', () => {
  const [first, second, own] = [
    sentence(0, 50, 'light', 'a'),
    sentence(51, 99, 'heavy', 'r'),
    sentence(100, 120, 'original'),
  ]
  const all = provenance(first!, second!, own!)
  expect(borrowedIn(all, { start: 60, end: 60 })).toEqual([second])
  expect(borrowedIn(all, { start: 0, end: 120 })).toEqual([first, second])
  expect(borrowedIn(all, { start: 110, end: 110 })).toEqual([])
})
