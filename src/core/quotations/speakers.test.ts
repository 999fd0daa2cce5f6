import { describe, expect, it } from 'vitest'
import type { SpeakerKind } from './types'
import { read } from './reading.fixture'

describe('the speaker is resolved', () => {
  it.each<[title: string, text: string, speaker: string]>([
    [
      'a surname to the full name before',
      'Tom Hale met the council on Monday. “We will appeal,” Hale said.',
      'Tom Hale',
    ],
    [
      'a surname to the full name after',
      'The town will fight the order, its lawyer’s office said in May of that year, and nobody was surprised.\n“We will appeal,” Hale said.\nTom Hale has been the lawyer since 1998.',
      'Tom Hale',
    ],
    ['a title stripped', '“We will appeal,” Deputy Prime Minister Tom Hale said.', 'Tom Hale'],
    ['an honorific stripped', '“We will appeal,” Dr. Tom Hale said.', 'Tom Hale'],
    ['a place and title stripped', '“We will appeal,” South Korean President Yun Sang Mok said.', 'Yun Sang Mok'],
    ['a role in front stripped', '“We will appeal,” town lawyer Tom Hale said.', 'Tom Hale'],
    ['a body and role in front stripped', '“We will hold,” Bank of Salem governor Ana Ruiz said.', 'Ana Ruiz'],
    ['an apposition left out', '“We will appeal,” Tom Hale, a lawyer for the town, said.', 'Tom Hale'],
    ['a role with its name beside', '“We will appeal,” the town’s lawyer, Tom Hale, said.', 'Tom Hale'],
    ['a possessive taken off', 'Tom Hale’s answer was short. In Hale’s words, “we will appeal, and soon.”', 'Tom Hale'],
    ['initials kept', '“We will appeal,” said Tom K. Hale.', 'Tom K. Hale'],
    ['a party mark left out', '“We will appeal,” Sen. Tom Hale (D-N.Y.) said.', 'Tom Hale'],
    ['he', 'Tom Hale met the council with Ana Ruiz on Monday. “We will appeal,” he said.', 'Tom Hale'],
    ['she', 'Tom Hale met the council with Ana Ruiz on Monday. “We will appeal,” she said.', 'Ana Ruiz'],
    [
      'she, over a man named since',
      'Ana Ruiz spoke first on Monday.\nThen Tom Hale left.\n“We will appeal,” she said.',
      'Ana Ruiz',
    ],
    ['he, not a town', 'Tom Hale came from Kamloops on Monday. “We will appeal,” he said.', 'Tom Hale'],
    [
      'the one who goes on speaking',
      '“We will appeal,” Tom Hale said.\nThe council had written to Rob Delorey.\n“They know it,” he said.',
      'Tom Hale',
    ],
    [
      'the one who answers',
      '“Will you appeal?” Tom Hale asked.\n“No,” Rob Delorey said.\n“Why not?” he replied.',
      'Tom Hale',
    ],
    ['the mayor', 'Mayor Ana Ruiz met the council. So did Tom Hale.\n“We will appeal,” the mayor said.', 'Ana Ruiz'],
    [
      'a country and an office',
      'South Korean President Yun Sang Mok flew to Salem. Governor Tom Hale met him.\n“We are friends,” the South Korean president said.',
      'Yun Sang Mok',
    ],
    [
      'the lawyer, of whom nothing else was told',
      'Tom Hale left the court on Monday.\n“We will appeal,” the lawyer said.',
      'Tom Hale',
    ],
    [
      'the ministry',
      'The Ministry of Works wrote to the town.\n“The order stands,” the ministry said.',
      'Ministry of Works',
    ],
    ['who', 'Tom Hale, who called the order “an insult to us all,” left early.', 'Tom Hale'],
    [
      'a lead that names its nurse later',
      'Ward is full, nurse says\nA Salem nurse says the ward is full.\nAna Ruiz has worked there for 11 years.',
      'Ana Ruiz',
    ],
  ])('%s', (_title, text, speaker) => {
    expect(read(text).quotations.at(-1)?.speaker).toBe(speaker)
  })

  it('and the fullest mention is pointed at', () => {
    const text = 'Tom Hale met the council on Monday. “We will appeal,” Hale said.'
    const [quotation] = read(text).quotations
    expect(text.slice(quotation!.reference!.start, quotation!.reference!.end)).toBe('Tom Hale')
    expect(text.slice(quotation!.speakerStart, quotation!.speakerEnd)).toBe('Hale')
  })

  it('less surely the more is guessed', () => {
    const named = read('“We will appeal,” Tom Hale said.').quotations[0]!.confidence
    const pronoun = read('Tom Hale met Ana Ruiz. “We will appeal,” he said.').quotations[0]!.confidence
    const nobody = read('The town put up a “very special” bridge in May.').quotations[0]!.confidence
    expect(named).toBeGreaterThan(pronoun)
    expect(pronoun).toBeGreaterThan(nobody)
  })
})

it.each<[kind: SpeakerKind, text: string, speaker: string]>([
  ['person', '“We will appeal,” Tom Hale said.', 'Tom Hale'],
  ['group', '“We will appeal,” said some South Koreans.', 'some South Koreans'],
  ['group', '“We will appeal,” protesters said.', 'protesters'],
  ['group', '“We will appeal,” Tom Hale and Ana Ruiz wrote.', 'Tom Hale and Ana Ruiz'],
  ['body', '“We will appeal,” the Defence Ministry said.', 'Defence Ministry'],
  ['body', '“We will appeal,” the union said.', 'the union'],
  ['document', '“We will appeal,” the letter said.', 'the letter'],
  ['document', 'The indictment says the town “paid nothing at all.”', 'The indictment'],
  ['unnamed', '“We will appeal,” officials said.', 'officials'],
  ['unnamed', '“We will appeal,” a source said.', 'a source'],
  ['unnamed', '“We will appeal,” said a clerk, who asked not to be named.', 'a clerk'],
  ['unnamed', 'A clerk, speaking on condition of anonymity, said the order was “very late.”', 'A clerk'],
])('a speaker of the kind %s: %s', (speakerKind, text, speaker) => {
  expect(read(text).quotations[0]).toMatchObject({ speakerKind, speaker })
})

it.each<[title: string, text: string, told: { agency?: string; venue?: string }]>([
  ['told an agency', '“We will appeal,” Tom Hale told Reuters.', { agency: 'Reuters' }],
  ['told the agency in full', '“We will appeal,” Tom Hale told The Associated Press.', { agency: 'AP' }],
  ['said to an agency', '“We will appeal,” said Tom Hale to AP before leaving.', { agency: 'AP' }],
  [
    'in an interview with',
    '“We will appeal,” Tom Hale said in an interview with AFP.',
    { agency: 'AFP', venue: 'in an interview' },
  ],
  ['an agency reported', 'The town will appeal, KCNA reported.', { agency: 'KCNA' }],
  ['according to an agency', 'Tom Hale called for “calm and patience,” according to KCNA.', { agency: 'KCNA' }],
  ['in a statement', '“We will appeal,” Tom Hale said in a statement.', { venue: 'in a statement' }],
  [
    'at a news conference',
    '“We will appeal,” Tom Hale told reporters at a news conference.',
    { venue: 'at a news conference' },
  ],
  ['on X', '“We will appeal,” Tom Hale wrote on X.', { venue: 'on X' }],
])('to whom and where: %s', (_title, text, told) => {
  const [quotation] = read(text).quotations
  expect({ agency: quotation!.agency, venue: quotation!.venue }).toEqual({
    agency: undefined,
    venue: undefined,
    ...told,
  })
})

describe('one utterance', () => {
  const utterances = (text: string) => read(text).quotations.map(({ utterance }) => utterance)

  it.each<[title: string, text: string]>([
    ['two halves round the cue', '“We will appeal,” Tom Hale said, “and we will win.”'],
    ['a second sentence carried by the cue', '“We will appeal,” Tom Hale said. “We will win.”'],
    ['the rest told after “adding”', '“We will appeal,” Tom Hale said, adding that the order was late.'],
  ])('%s', (_title, text) => {
    expect(new Set(utterances(text)).size).toBe(1)
  })

  it('ends where another cue begins', () => {
    expect(new Set(utterances('“We will appeal,” Tom Hale said. “We will win,” he said.')).size).toBe(2)
  })

  it('carried without a speaker of its own is floating', () => {
    expect(read('“We will appeal,” Tom Hale said.\n“We will win.”').quotations).toMatchObject([
      { speaker: 'Tom Hale' },
      { speaker: 'Tom Hale', floating: true },
    ])
  })
})

it('tells how it was found in words for a card', () => {
  const [quotation] = read('“We will appeal,” Tom Hale said.').quotations
  expect(quotation!.why.map(({ rule }) => rule)).toEqual(['in marks, then “said”', 'named'])
})
