import { expect, test } from 'vitest'
import { embargoIn } from './embargo-words'

const sent = '2026-03-05T14:30:00Z'

test.each([
  ['Embargoed until 0001 GMT Friday, March 6', '2026-03-06T00:01:00Z'],
  ['EMBARGOED TO 0001 FRIDAY MARCH 6', '2026-03-06T00:01:00'],
  ['Embargoed for release at 6 p.m. EST, March 6, 2026.', '2026-03-06T18:00:00-05:00'],
  ['STRICTLY EMBARGOED. Not for public release until 12 noon on Friday, March 6, 2026.', '2026-03-06T12:00:00'],
  ['HOLD FOR RELEASE until 18:30 CET on 6 March', '2026-03-06T18:30:00+01:00'],
  ['Sperrfrist: 06.03.2026, 18.30 Uhr', '2026-03-06T18:30:00'],
  ['Sperrfrist 6. März 18:30 Uhr MEZ', '2026-03-06T18:30:00+01:00'],
  ['Embargo until 2026-03-06 05:00 UTC', '2026-03-06T05:00:00Z'],
])('%s', (words, until) => expect(embargoIn(words, sent)).toEqual({ until }))

test('a month that has passed is next year’s', () => {
  expect(embargoIn('Embargoed until 0001 GMT January 2', '2026-12-30T10:00:00Z')).toEqual({
    until: '2027-01-02T00:01:00Z',
  })
})

test.each(['Embargoed until the speech is given', 'Embargoed until Friday', 'Embargoed until 0001 GMT'])(
  'an embargo with no hour of its own: %s',
  (words) => expect(embargoIn(words, sent)).toBe('no-hour'),
)

test.each([
  'ADDS that the oil embargo holds',
  'The embargo was lifted at 0900 GMT March 5',
  'UPDATES with reaction, quotes',
  'No embargo. For use until March 6, 1200 GMT',
])('no embargo: %s', (words) => expect(embargoIn(words, sent)).toBeUndefined())
