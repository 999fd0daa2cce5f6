import { describe, expect, test } from 'vitest'
import { fuzzy } from './fuzzy'

const best = (typed: string, titles: string[]) =>
  titles
    .map((title) => ({ title, match: fuzzy(typed, title) }))
    .filter(({ match }) => match)
    .toSorted((a, b) => b.match!.score - a.match!.score)
    .map(({ title }) => title)

describe('The palette finds a command by a few of its letters', () => {
  test.each([
    ['sr', ['Restore revision', 'Save revision', 'Compare with last release'], 'Save revision'],
    ['comp', ['Copy clean text', 'Compare with last revision'], 'Compare with last revision'],
    ['cafe', ['Café story', 'Call after five'], 'Café story'],
    ['new', ['Renew', 'New story'], 'New story'],
  ])('%s', (typed, titles, wanted) => expect(best(typed, titles)[0]).toBe(wanted))

  test('letters out of order do not fit', () => expect(fuzzy('wen', 'New story')).toBeUndefined())
  test('nothing typed fits everything alike', () => expect(fuzzy(' ', 'New story')).toEqual({ score: 0, at: [] }))
  test('the matched characters spell what was typed', () => {
    const title = 'Export a clean copy'
    expect(fuzzy('xcc', title)!.at.map((i) => title[i]!.toLowerCase())).toEqual(['x', 'c', 'c'])
  })
})
