import { describe, expect, test } from 'vitest'
import type { Change } from '@core/comparison'
import { counted, passes } from './filters'
import { deedOf, formatWords, markOf, movedWords, outsideWords, styleOf, tagsOf } from './words'

const change = (given: Partial<Change>): Change => ({
  id: 'c1',
  kind: 'replace',
  oldText: '',
  newText: '',
  touches: [],
  ...given,
})

describe('A change in words', () => {
  test.each([
    [change({ kind: 'move', unit: 'paragraph' }), 'Moved paragraph'],
    [change({ kind: 'move', unit: 'sentence' }), 'Moved sentence'],
    [change({ kind: 'insert', unit: 'paragraph' }), 'Added paragraph'],
    [change({ kind: 'delete' }), 'Removed'],
    [change({ kind: 'split' }), 'Split paragraph'],
    [change({ kind: 'merge' }), 'Joined paragraph'],
    [change({}), 'Changed'],
  ])('%#: is called what was done', (given, deed) => expect(deedOf(given)).toBe(deed))
  test('an altered quotation stands first and is not told twice', () =>
    expect(tagsOf(change({ touches: ['number', 'quotation', 'quoted-words'] })).map(({ title }) => title)).toEqual([
      'Quotation altered',
      'Number',
    ]))
  test('marks and links are named', () => {
    expect(markOf('link|https://www.example.org/')).toBe('link to example.org')
    expect(formatWords(change({ kind: 'format', add: ['strong'], remove: ['em'] }))).toBe('+ bold, − italics')
  })
  test('an unknown style is a block', () => expect([styleOf('h2'), styleOf('odd')]).toEqual(['Subhead', 'Block']))
  test('either end of a move says which way it went', () =>
    expect([movedWords('up', 'away'), movedWords('down', 'here')]).toEqual(['Moved up', 'Moved down to here']))
  test('edits made outside are counted, and those that touch a quotation', () => {
    const plain = change({})
    const quoted = change({ touches: ['quotation', 'quoted-words'] })
    expect(outsideWords([plain])).toBe('1 edit made outside.')
    expect(outsideWords([plain, quoted])).toBe('2 edits made outside: 1 touches a quotation.')
    expect(outsideWords([quoted, quoted])).toBe('2 edits made outside: 2 touch a quotation.')
  })
})

test('filters count what they let through; a cue goes with the credit', () => {
  const list = [
    change({ touches: ['quoted-words', 'quotation', 'number'] }),
    change({ touches: ['cue'] }),
    change({ touches: [] }),
  ]
  expect(counted(list).map(({ id, count }) => [id, count])).toEqual([
    ['all', 3],
    ['quotations', 1],
    ['facts', 1],
    ['credit', 1],
    ['headline', 0],
  ])
  expect(passes(list[2]!, 'all')).toBe(true)
})
