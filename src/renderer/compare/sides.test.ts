import { describe, expect, test } from 'vitest'
import type { RevisionCard } from '@core/record'
import { cardOf, choicesOn, lastRelease, nameOf, sideOf, sidesFor, spoken, type Shelf } from './sides'

const at = '2024-11-04T09:10:00.000Z'
const revision = (number: number, note = ''): RevisionCard => ({
  number,
  id: `id${number}`,
  at,
  by: 'K. Rao',
  note,
  kind: number === 1 ? 'import' : 'named',
  words: 100,
  parents: [],
})
const release = (id: string, number: number, when: string) => ({
  id,
  story: 's',
  revision: number,
  revisionId: `id${number}`,
  kind: 'correction' as const,
  by: 'K. Rao',
  at: when,
  note: '',
  files: [],
  waived: [],
})
const shelf: Shelf = {
  revisions: [revision(1), revision(2, 'Second edition')],
  releases: [release('b', 2, '2024-11-05T09:00:00Z'), release('a', 1, '2024-11-04T09:00:00Z')],
  sources: [
    {
      id: 'ap',
      sha256: 'a'.repeat(64),
      agency: 'AP',
      version: '2',
      slug: 'EU--Cable',
      text: 'x',
      attachedBy: 'R',
      attachedAt: at,
    },
    { id: 'odd', sha256: 'b'.repeat(64), file: 'notes.txt', text: 'x', attachedBy: 'R', attachedAt: at },
  ],
  files: [{ id: '1', name: 'live.html', at, manuscript: {} }],
  draft: { at, after: 2 },
}

describe('The sides of a comparison', () => {
  test.each(['draft', 'release', '12', 'source:ab:c', 'file:3'])('%s is a name and comes back from its side', (name) =>
    expect(nameOf(sideOf(name)!)).toBe(name),
  )
  test.each(['', '0', '-1', '1.5', 'source:', 'else', 'draft '])('“%s” names nothing', (name) =>
    expect(sideOf(name)).toBeUndefined(),
  )
  test('the last revision stands against the draft where the address names no side', () => {
    expect(sidesFor(undefined, undefined, 7)).toEqual({ old: '7', new: 'draft' })
    expect(sidesFor('release', undefined, 7)).toEqual({ old: 'release', new: 'draft' })
    expect(sidesFor(undefined, undefined, 0)).toEqual({ old: 'draft', new: 'draft' })
  })
  test('the last release is the newest, in whatever order they come', () =>
    expect(lastRelease(shelf.releases)?.id).toBe('b'))
  test('it is found by its number where the clock of the other desk ran ahead', () =>
    expect(lastRelease([release('c', 3, '2024-11-04T10:00:00Z'), ...shelf.releases])?.id).toBe('c'))
  test.each([
    ['2', 'r2', 'K. Rao · 4 Nov 2024'],
    ['1', 'r1', 'K. Rao · 4 Nov 2024 · imported'],
    ['draft', 'Draft', 'after r2 · changed 4 Nov 2024'],
    ['release', 'Last release', 'r2 · K. Rao · 5 Nov 2024 · correction'],
    ['source:ap', 'AP v2', 'EU--Cable · 4 Nov 2024'],
    ['source:odd', 'notes.txt', '4 Nov 2024'],
    ['file:1', 'live.html', 'read 4 Nov 2024'],
  ])('%s says what it is, who made it and when', (name, title, detail) => {
    const card = cardOf(sideOf(name)!, shelf)!
    // The clock is left out: it depends on where the reader is.
    expect([card.title, card.detail.replace(/ \d\d:\d\d/, '')]).toEqual([title, detail])
  })
  test('a side that is gone has no card', () => {
    for (const name of ['9', 'source:none', 'file:2']) expect(cardOf(sideOf(name)!, shelf)).toBeUndefined()
    expect(cardOf({ kind: 'release' }, { ...shelf, releases: [] })).toBeUndefined()
  })
  test('every side is offered, in groups, newest revision first', () =>
    expect(choicesOn(shelf).map(({ title, cards }) => [title, ...cards.map(({ name }) => name)])).toEqual([
      ['This story', 'draft', 'release'],
      ['Revisions', '2', '1'],
      ['Sources', 'source:ap', 'source:odd'],
      ['Files', 'file:1'],
    ]))
  test('a side is spoken with its maker', () => expect(spoken(cardOf(sideOf('2')!, shelf)!)).toMatch(/^r2, K\. Rao · /))
})
