import { describe, expect, test } from 'vitest'
import type { SourceInput } from './types'
import { isNewer, newsOf, sameItem, wireStatus } from './wire'

const wire = (fields: Partial<SourceInput>): SourceInput => ({
  agency: 'AP',
  slug: 'EU--Cable',
  text: 'Words.',
  ...fields,
})

describe('Two pieces of wire are one item', () => {
  test.each([
    ['with the same agency and slug', wire({}), wire({ version: '2' }), true],
    ['with a slug in another case and with other marks', wire({}), wire({ slug: 'eu/cable' }), true],
    [
      'with the agency’s own name, whatever the slug',
      wire({ item: 'urn:1' }),
      wire({ item: 'urn:1', slug: 'x' }),
      true,
    ],
    [
      'where one says that it replaces the other',
      wire({ item: 'a' }),
      wire({ item: 'b', slug: 'x', previous: 'a' }),
      true,
    ],
    ['not from another agency', wire({}), wire({ agency: 'R' }), false],
    ['not with another slug', wire({}), wire({ slug: 'EU--Ferry' }), false],
    ['not when neither has a slug', { text: 'a' }, { text: 'a' }, false],
  ])('%s', (_title, a, b, same) => expect(sameItem(a, b)).toBe(same))
})

describe('A version is newer', () => {
  test.each([
    ['with a higher number', wire({ version: '10' }), wire({ version: '9' }), true],
    ['with a number behind a letter', wire({ version: 'v3' }), wire({ version: '2' }), true],
    ['with a higher part of a number', wire({ version: '2.10' }), wire({ version: '2.9' }), true],
    ['not with a lower part of a number', wire({ version: '14.1' }), wire({ version: '14.1.1' }), false],
    [
      'with a later time where it has no number',
      wire({ at: '2026-10-06T15:00:00Z' }),
      wire({ at: '2026-10-06T14:00:00+02:00' }),
      true,
    ],
    ['not with the same number', wire({ version: '2' }), wire({ version: '2' }), false],
    ['not when nothing tells', wire({}), wire({}), false],
  ])('%s', (_title, a, b, newer) => expect(isNewer(a, b)).toBe(newer))
})

describe('A piece of wire says of itself', () => {
  test.each([
    ['that it is killed, in its headline', wire({ headline: 'BULLETIN KILL: cable story' }), 'killed'],
    ['that it is withdrawn, in its first line', wire({ text: 'WITHDRAWN: the story on the cable\nWords.' }), 'killed'],
    ['that it is killed, in its note', wire({ editorsNote: 'Mandatory kill. The figures are wrong.' }), 'killed'],
    ['that it is killed, in the field for it', wire({ status: 'killed' }), 'killed'],
    ['that it corrects', wire({ editorsNote: 'CORRECTS spelling of Marand' }), 'corrected'],
    ['that it is withheld, in its headline', wire({ headline: 'WITHHOLD: cable story' }), 'withheld'],
    [
      'that it is withheld, in its note',
      wire({ editorsNote: 'Mandatory withhold. Figures are in doubt.' }),
      'withheld',
    ],
    ['that it is an advisory', wire({ status: 'advisory' }), 'advisory'],
    ['that it is killed, in an advisory', wire({ status: 'advisory', headline: 'KILL: cable' }), 'killed'],
    ['nothing where a hold-up is the news', wire({ headline: 'HOLD-UP AT BANK OF MERIVALE' }), 'usable'],
    ['nothing where a killing is the news', wire({ headline: 'Storm kills nine in Merivale' }), 'usable'],
    ['nothing where a headline begins with the dead', wire({ headline: 'Killed at dawn: nine fishermen' }), 'usable'],
    [
      'that it corrects, as Reuters writes it',
      wire({ text: '(Corrects paragraph 3 to say May)\nWords.' }),
      'corrected',
    ],
    ['nothing where a court corrected a law', wire({ text: 'The court corrected the record.' }), 'usable'],
  ])('%s', (_title, given, status) => expect(wireStatus(given)).toBe(status))
})

describe('An attached source hears', () => {
  test.each([
    ['of a newer version', wire({ version: '1' }), wire({ version: '2' }), 'newer'],
    ['of a correction', wire({ version: '1' }), wire({ version: '2', editorsNote: 'CORRECTS figure' }), 'corrected'],
    [
      'of an item in its place, whatever its number',
      wire({ item: 'a', version: '4' }),
      wire({ item: 'b', slug: 'x', previous: 'a', version: '1' }),
      'newer',
    ],
    ['that it is withheld', wire({ version: '2' }), wire({ version: '2', status: 'withheld' }), 'withheld'],
    ['nothing of an advisory', wire({ version: '1' }), wire({ version: '2', status: 'advisory' }), undefined],
    ['of a kill, numbered or not', wire({ version: '2' }), wire({ headline: 'KILL: cable' }), 'killed'],
    [
      'of a kill that names its slug in plain text',
      wire({}),
      { text: 'BULLETIN KILL\nKill the story slugged EU--CABLE, sent at noon.' },
      'killed',
    ],
    [
      'nothing of a kill that names another slug',
      wire({}),
      { text: 'BULLETIN KILL\nKill the story slugged EU--FERRY.' },
      undefined,
    ],
    ['nothing of an older version', wire({ version: '2' }), wire({ version: '1' }), undefined],
    ['nothing of itself', wire({ version: '2' }), wire({ version: '2' }), undefined],
  ])('%s', (_title, attached, later, news) => expect(newsOf(attached, later)).toBe(news))
})
