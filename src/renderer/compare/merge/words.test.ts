import { describe, expect, it } from 'vitest'
import type { ShownConflict } from '@core/comparison'
import { canBe, choices, describeConflict, filtersOf } from './words'

const conflict = (id: string, given: Partial<ShownConflict> = {}): ShownConflict => ({
  id, base: { start: 0, end: 2 }, baseText: '12', oursText: '13', theirsText: '14', ours: [], theirs: [], holds: 'words',
  merged: { start: 0, end: 2 }, context: { before: '', after: '' }, wordings: { ours: [], theirs: [] }, touches: [], ...given,
}) // prettier-ignore

const move = { id: 'c1', kind: 'move' as const, oldText: 'A line', newText: 'A line', touches: [] }

describe('a conflict', () => {
  it.each<[string, ShownConflict]>([
    ['“12”: ours “13”, theirs “14”', conflict('m1')],
    ['“12” inside quotation marks: ours “13”, theirs “14”', conflict('m1', { touches: ['quoted-words'] })],
    ['“12”: ours nothing, theirs “14”', conflict('m1', { oursText: '' })],
    ['Put into one place: ours “13”, theirs “14”', conflict('m1', { baseText: '' })],
    ['Moved to two places: “A line”', conflict('m1', { holds: 'places', ours: [move], theirs: [move] })],
    ['Moved by them, changed by us: “A line”', conflict('m1', { holds: 'places', theirs: [move] })],
    ['Marked or styled in two ways: “12”', conflict('m1', { holds: 'marks' })],
  ])('reads %s', (sentence, given) => expect(describeConflict(given)).toBe(sentence))

  it('about a place or marks is settled with one side or as it was', () => {
    const may = (holds: ShownConflict['holds']) => choices.filter(({ id }) => canBe(id, { holds })).map(({ id }) => id)
    expect([may('words'), may('places'), may('marks')]).toEqual([
      ['ours', 'theirs', 'both', 'base', 'words'],
      ['ours', 'theirs', 'base'],
      ['ours', 'theirs', 'base'],
    ])
  })

  it('is counted by what it asks for', () => {
    const conflicts = [conflict('m1', { touches: ['quoted-words'] }), conflict('m2')]
    const counts = filtersOf(conflicts, new Map([['m2', 'ours']])).map(({ id, count }) => [id, count])
    expect(counts).toEqual([['all', 2], ['open', 1], ['settled', 1], ['quotations', 1]]) // prettier-ignore
  })
})
