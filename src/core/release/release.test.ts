import { describe, expect, test } from 'vitest'
import { assess } from '../analysis'
import { compare } from '../comparison'
import { manuscriptFromText, plainText, storyTextOf } from '../manuscript'
import { defaultPolicy } from '../policy'
import { attributionReport, judgeNote, killNotice, letThrough, proposeKind, proposeNote, publishedChanges } from '.'

const base = [
  'Ferry fire kills 12 off Orr',
  'The fire on the night ferry killed 12 people, harbour master Ilan Verk said on Tuesday.',
  '“Nobody on the bridge saw the smoke before the alarm,” Verk told reporters at the quay.',
  'The ferry was built in 1998. It sailed for Nordal at dusk.',
]

/** What changed when lines of the story are rewritten. */
function changed(...edits: [string, string][]) {
  const old = manuscriptFromText(base.join('\n'))
  const now = manuscriptFromText(edits.reduce((text, [from, to]) => text.replace(from, to), base.join('\n')))
  return publishedChanges(old, now, compare(old, now))
}

describe('what changed since a release', () => {
  const cases: [string, [string, string][], string[][]][] = [
    ['a number', [['killed 12', 'killed 21']], [['number']]],
    ['a name', [['Ilan Verk', 'Ilan Berk']], [['name']]],
    ['words of a quotation', [['saw the smoke', 'smelled the smoke']], [['quotation']]],
    ['the credit of words', [['told reporters', 'told AP']], [['name', 'attribution']]],
    ['plain words', [['at dusk', 'in the evening']], [[]]],
    ['a sentence that came in', [['at dusk.', 'at dusk. Three boats went out to help.']], [[]]],
    ['nothing', [], []],
  ]
  test.each(cases)('%s', (_, edits, facts) => {
    const found = changed(...edits)
    expect(found.map((change) => change.facts.length > 0)).toEqual(facts.map((kinds) => kinds.length > 0))
    for (const [at, kinds] of facts.entries()) if (kinds[0]) expect(found[at]!.facts).toContain(kinds[0])
  })

  test('both wordings are kept, with enough around them to tell which', () => {
    expect(changed(['killed 12', 'killed 21'])).toMatchObject([
      { old: 'ferry killed 12 people', new: 'ferry killed 21 people', oldWords: '12', newWords: '21' },
    ])
  })

  test('a changed part of a figure is the whole figure', () => {
    expect(changed(['12 people', '$1.25 million people'])[0]).toMatchObject({
      newWords: expect.stringContaining('$1.25'),
    })
  })

  test('a quotation that is taken out is a quotation that was changed', () => {
    const found = changed([`${base[2]}\n`, ''])
    expect(found).toMatchObject([{ new: '' }])
    expect(found[0]!.facts).toContain('quotation')
  })
})

describe('the class of a release', () => {
  const change = changed(['killed 12', 'killed 21'])
  const wire = (dead: number) => ({
    id: `w${dead}`,
    text: `ORR — A fire on the night ferry killed ${dead} people, the harbour master said.`,
  })
  const cases = [
    ['an update when a newer source has the new words', [wire(12)], [wire(21)], 'update'],
    ['a correction when the sources then did not have the old words', [wire(21)], [], 'correction'],
    ['a correction when no newer source has the new words', [wire(12)], [wire(12)], 'correction'],
    ['a correction when no source was attached', [], [], 'correction'],
  ] as const
  test.each(cases)('is proposed as %s', (_, before, since, kind) =>
    expect(proposeKind(change, before, since)).toMatchObject({ kind }),
  )
  test('sees sums of money as its sources write them', () => {
    const old = manuscriptFromText('Orr pays\nOrr has set aside $240 million for the first stretch of the cable.')
    const now = manuscriptFromText('Orr pays\nOrr has set aside $420 million for the first stretch of the cable.')
    const source = (sum: string) => ({ id: sum, text: `Orr has set aside ${sum} million for the first stretch.` })
    const changes = publishedChanges(old, now, compare(old, now))
    expect(proposeKind(changes, [source('$240')], [source('$420')])).toMatchObject({ kind: 'update' })
    expect(proposeKind(changes, [source('$240')], [])).toMatchObject({ why: 'No newer source has “$420”.' })
  })
  test('is an update when no fact was changed', () =>
    expect(proposeKind(changed(['at dusk', 'in the evening']), [], [])).toMatchObject({ kind: 'update' }))
})

describe('the note of a release', () => {
  const number = changed(['killed 12', 'killed 21'])
  const quotation = changed(['saw the smoke', 'smelled the smoke'])
  const dropped = changed([`${base[2]}\n`, ''])
  const rules = (...given: Parameters<typeof judgeNote>) => judgeNote(...given).map(({ rule }) => rule)
  const cases: [string, Parameters<typeof judgeNote>, string[]][] = [
    ['is not asked of a first release', ['first', '', []], []],
    ['is asked of a kill', ['kill', ' ', []], ['K-6']],
    ['of a kill is its reason', ['kill', 'The story cannot be borne out.', []], []],
    ['is asked of a correction', ['correction', '', number], ['K-2']],
    ['is asked of an update that changes a number', ['update', '', number], ['K-4']],
    ['is not asked of an update that changes no fact', ['update', '', changed(['at dusk', 'by night'])], []],
    ['of a correction tells the changed words', ['correction', 'Correction: more people were hurt.', number], ['K-2']],
    ['of a correction may tell what was wrong alone', ['correction', 'It did not kill 12.', number], []],
    ['never recasts', ['correction', 'Recasts the death toll, 21', number], ['K-1']],
    ['may quote such a word', ['correction', 'Correction: Verk said “change”, of 21', number], []],
    ['tells of every changed quotation', ['correction', 'It is 21, not 12.', [...number, ...quotation]], ['K-11']],
    ['tells of a quotation that was dropped', ['update', 'The toll is not final.', dropped], ['K-11']],
    ['corrects something', ['correction', 'Correction: 21', []], ['K-2']],
    ['blames nobody of the desk', ['correction', 'Ada Marsh wrote 12, it is 21.', number, ['Ada Marsh']], ['K-8']],
  ]
  test.each(cases)('%s', (_, given, expected) => expect(rules(...given)).toEqual(expected))

  test.each([
    ['number', number],
    ['quotation', quotation],
    ['dropped quotation', dropped],
    ['two changes', [...number, ...quotation]],
  ] as const)('is proposed so that it passes: %s', (_, changes) => {
    for (const kind of ['correction', 'update'] as const)
      expect(judgeNote(kind, proposeNote(kind, changes), changes)).toEqual([])
  })
  test('is proposed of nothing where there is nothing to tell', () => expect(proposeNote('update', [])).toBe(''))
})

test('a kill sends the headline and the reason, and none of the story', () => {
  const notice = plainText(killNotice(manuscriptFromText(base.join('\n')), 'The toll cannot be borne out. '))
  expect(notice.text).toBe('Ferry fire kills 12 off Orr\nKill: The toll cannot be borne out.')
})

test('the report names speakers, sources and who checked, and what nobody did', () => {
  const story = storyTextOf(plainText(manuscriptFromText(base.join('\n'))))
  const source = {
    id: 's1',
    sha256: 'a'.repeat(64),
    agency: 'AP',
    text: base[2]!,
    attachedBy: 'Ada',
    attachedAt: '2026-10-06T10:00:00Z',
  }
  const given = { story, annotations: [], sources: [source], policy: defaultPolicy, now: '2026-10-06T12:00:00Z' }
  const open = assess({ ...given, decisions: [] })
  const finding = open.findings[0]!
  const waiver = {
    id: 'w',
    ruling: { kind: 'waive' as const, rule: finding.rule, cause: finding.cause },
    by: 'Ada',
    at: '2026-10-06T11:00:00Z',
    reason: 'Agreed with the agency',
  }
  const assessment = assess({ ...given, decisions: [waiver] })
  const report = attributionReport(story, assessment, [source])
  expect(report.quotations).toMatchObject([{ speaker: 'Ilan Verk', sources: ['s1'], places: 1 }])
  expect(report.quotations[0]!.by).toBeUndefined()
  expect(report.notChecked.length).toBeGreaterThan(0)
  expect(letThrough(assessment.settled)).toMatchObject([
    { rule: finding.rule, by: 'Ada', reason: 'Agreed with the agency', as: 'waive' },
  ])
})
