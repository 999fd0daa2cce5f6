import { describe, expect, test } from 'vitest'
import type { StoryCard } from '@contract/index'
import { filters, isFresh, keepOrder, sorted, type FilterId } from './arrange'

const card = (id: string, more: Partial<StoryCard> = {}): StoryCard => ({
  id,
  slug: id,
  headline: `Headline of ${id}`,
  status: 'draft',
  archived: false,
  words: 100,
  revision: 1,
  seq: 0,
  openQueries: 0,
  sources: 0,
  updatedAt: '2026-11-24T10:00:00Z',
  owner: '',
  ...more,
})
const digest = { seq: 0, quotations: 3, checked: 1, attention: 2, blocks: 0, shares: [] }

describe('The desk sorts', () => {
  const cards = [
    card('bridge', { words: 300, updatedAt: '2026-11-24T09:00:00Z' }),
    card('arms', { words: 300, updatedAt: '2026-11-24T11:00:00Z' }),
    card('Census', { words: 20, digest }),
  ]
  test.each([
    ['slug', 'ascending', 'arms bridge Census'],
    ['words', 'descending', 'arms bridge Census'],
    ['words', 'ascending', 'Census arms bridge'],
    ['changed', 'descending', 'arms Census bridge'],
    ['quotations', 'descending', 'Census arms bridge'],
  ] as const)('by %s, %s', (by, direction, wanted) => expect(sorted(cards, { by, direction }).join(' ')).toBe(wanted))
})

describe('What changes under the hand', () => {
  const sort = { by: 'slug', direction: 'ascending' } as const
  test('stays in its place', () =>
    expect(keepOrder(['c', 'a'], [card('a', { slug: 'zz' }), card('c')], sort)).toEqual(['c', 'a']))
  test('new stories come after those on screen', () =>
    expect(keepOrder(['c'], [card('a'), card('b'), card('c')], sort)).toEqual(['c', 'a', 'b']))
  test('gone stories leave', () => expect(keepOrder(['c', 'a'], [card('a')], sort)).toEqual(['a']))
})

describe('Filters', () => {
  test.each<[FilterId, Partial<StoryCard>, boolean]>([
    ['all', {}, true],
    ['all', { archived: true }, false],
    ['attention', { digest }, true],
    ['attention', { digest, archived: true }, false],
    ['attention', {}, false],
    ['published', { status: 'killed' }, true],
    ['archived', { archived: true, status: 'ready' }, true],
    ['ready', { archived: true, status: 'ready' }, false],
  ])('%s with %j', (id, more, wanted) =>
    expect(filters.find((filter) => filter.id === id)!.holds(card('x', more))).toBe(wanted),
  )
  test('a digest is fresh while its step number is the draft’s', () => {
    expect(isFresh(card('x', { digest, seq: 0 }))).toBe(true)
    expect(isFresh(card('x', { digest, seq: 1 }))).toBe(false)
    expect(isFresh(card('x'))).toBe(false)
  })
})
