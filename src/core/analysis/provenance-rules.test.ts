import { describe, expect, test } from 'vitest'
import type { BlockType, StoryText } from '../manuscript'
import { defaultPolicy, type Finding } from '../policy'
import { assess } from './assess'
import type { AssessedSource, AssessmentInput } from './types'

type Block = string | [BlockType, string]

function story(...blocks: Block[]): StoryText {
  let at = 0
  const named = blocks.map((block): [BlockType, string] => (typeof block === 'string' ? ['paragraph', block] : block))
  const made = named.map(([type, text]) => {
    const block = { type, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: named.map(([, text]) => text).join('\n'), blocks: made }
}

const speech =
  '"We will win by fair means or foul, by day or by night, and the devil take the hindmost," Orlik said at the quay. "He did not resign."\n' +
  'Asked about money, Orlik said: "The fund is empty and the banks are shut."\n' +
  'She denied that the crews had "planned to burn the customs house."\n' +
  'Marand says the meeting was short.'
const wire: AssessedSource = { id: 'w', agency: 'AP', text: speech }

function findings(blocks: Block[], sources: AssessedSource[] = [wire], more: Partial<AssessmentInput> = {}): Finding[] {
  return assess({
    story: story(...blocks),
    annotations: [],
    decisions: [],
    sources,
    policy: defaultPolicy,
    now: '2026-10-06T12:00:00Z',
    ...more,
  }).findings
}

const rules = (found: readonly Finding[], ...ids: string[]) =>
  found.filter(({ rule }) => ids.includes(rule)).map(({ rule, level }) => `${rule} ${level}`)

describe('quotations (cases 2 to 6, 11 and 21)', () => {
  const checks = ['Q-1', 'Q-2', 'Q-3', 'Q-4', 'Q-8', 'Q-13', 'Q-15', 'S-11']
  test.each<[string, string, string[]]>([
    ['2: a dropped "not" differs', '“He did resign,” Orlik said.', ['Q-1 block']],
    ['3: marks, spaces and invisible letters are looks', '“He\u00a0did n\u200bot resign,” Orlik said.', []],
    [
      '4: a marked cut passes',
      '“We will win by fair means or foul ... and the devil take the hindmost,” Orlik said.',
      [],
    ],
    [
      '4: an unmarked cut does not',
      '“We will win by fair means or foul and the devil take the hindmost,” Orlik said.',
      ['Q-1 block'],
    ],
    [
      '5: two answers joined by an ellipsis',
      '“We will win by fair means or foul ... the fund is empty and the banks are shut,” Orlik said.',
      ['Q-4 block'],
    ],
    ['6: square brackets are fine', '“The fund [of the crews] is empty and the banks are shut,” Orlik said.', []],
    [
      '6: round ones are not',
      '“The fund (of the crews) is empty and the banks are shut,” Orlik said.',
      ['Q-8 acknowledge'],
    ],
    [
      '11: the words of one given to another',
      '“The fund is empty and the banks are shut,” Marand said.',
      ['S-11 block'],
    ],
    [
      'the source denies the fragment',
      'Orlik said that he did “resign” over it and that the fund was empty.',
      ['Q-3 acknowledge'],
    ],
    [
      'the source denies it in a verb',
      'Orlik told the court that the crews had “planned to burn the customs house.”',
      ['Q-3 acknowledge'],
    ],
    ['and so does the story', 'Orlik rejected that the crews had “planned to burn the customs house.”', []],
    [
      'the next paragraph’s speaker is none of this one',
      'Orlik denied that the crews had “planned to burn the customs house.”',
      [],
    ],
  ])('%s', (_, paragraph, expected) => {
    expect(rules(findings([paragraph]), ...checks)).toEqual(expected)
  })

  describe('what an agency put into a quotation in round brackets (d16, Q-8)', () => {
    const source = [{ ...wire, text: '"The fund (of the crews) is empty and the banks are shut," Orlik said.' }]
    test.each<[string, string, string[]]>([
      ['is kept', '“The fund (of the crews) is empty and the banks are shut,” Orlik said.', ['Q-8 note']],
      ['is left out', '“The fund is empty and the banks are shut,” Orlik said.', ['Q-8 note']],
      ['is set in square ones', '“The fund [of the crews] is empty and the banks are shut,” Orlik said.', []],
      [
        'is added to',
        '“The fund (of the angry crews) is empty and the banks are shut,” Orlik said.',
        ['Q-8 acknowledge'],
      ],
      [
        'is put otherwise',
        '“The fund (of the boats) is empty and the banks are shut,” Orlik said.',
        ['Q-8 acknowledge'],
      ],
      ['loses a word', '“The fund (of crews) is empty and the banks are shut,” Orlik said.', ['Q-8 acknowledge']],
      ['loses its brackets', '“The fund of all the crews is empty and the banks are shut,” Orlik said.', ['Q-1 block']],
      [
        'stands, and another word is changed',
        '“The fund (of the crews) is full and the banks are shut,” Orlik said.',
        ['Q-1 block', 'Q-8 note'],
      ],
    ])('%s', (_, paragraph, expected) => {
      expect(rules(findings([paragraph], source), ...checks).sort()).toEqual(expected)
    })

    test('it can be set in the house’s brackets by one click, where those are square', () => {
      const paragraph = '“The fund (of the crews) is empty and the banks are shut,” Orlik said.'
      expect(findings([paragraph], source).find(({ rule }) => rule === 'Q-8')).toMatchObject({
        fix: [{ start: 10, end: 24, text: '[of the crews]', label: 'Use [ ]' }],
      })
      const policy = { ...defaultPolicy, quoteInsertions: 'round' as const }
      expect(rules(findings([paragraph], source, { policy }), ...checks)).toEqual([])
    })

    test('brackets around a whole quotation are no insertion', () => {
      const around = [
        { ...wire, text: 'The mood was grim (“The fund is empty and 21 banks are shut,” Orlik muttered).' },
      ]
      expect(rules(findings(['“The fund is empty and 22 banks are shut,” Orlik said.'], around), ...checks)).toEqual([
        'Q-1 block',
      ])
    })

    test('in a statement they are its writer’s own', () => {
      const statement =
        'We are tired. Our fund (of the crews) is empty and our banks are shut. I ask for patience, and we will meet.'
      const paragraph = '“Our fund (of the boats) is empty and our banks are shut,” Orlik said.'
      expect(rules(findings([paragraph], [{ ...wire, text: statement }]), ...checks)).toEqual(['Q-1 block'])
    })
  })

  test.each([
    ['“He did resign,” Orlik said.', 'He did not resign,'],
    ['Orlik said that “the fund is full and the banks are shut.”', 'the fund is empty and the banks are shut.'],
  ])('the source’s words are put back by one click: %s', (paragraph, text) => {
    const fix = findings([paragraph]).find(({ rule }) => rule === 'Q-1')?.fix
    expect(fix).toMatchObject([{ text, label: 'Use the source’s words' }])
    const { start, end } = fix![0]!
    expect(
      findings([paragraph.slice(0, start) + text + paragraph.slice(end)]).filter(({ rule }) => rule === 'Q-1'),
    ).toEqual([])
  })

  test('two words that somebody else says as well are nobody’s own', () => {
    const source = [{ ...wire, text: '"We are tired of this, deeply worried and cold," Ida Marand said.' }]
    expect(rules(findings(['Orlik said that she was “deeply worried” by it.'], source), 'S-11')).toEqual([])
    expect(
      rules(findings(['Dana Orlik said she was “tired of this, deeply worried and cold.”'], source), 'S-11'),
    ).toEqual(['S-11 block'])
  })

  test('an outlet’s name ends where its sentence does', () => {
    const source = [
      { ...wire, text: '"The fund is empty and the banks are shut," Orlik told the Skarn Times.\nBoats came in.' },
    ]
    const [found] = findings(['“The fund is empty and the banks are shut,” Orlik said.'], source).filter(
      ({ rule }) => rule === 'C-9',
    )
    expect(found?.message).toContain('was said to Skarn Times:')
  })

  test('words that the source denies are not accepted with others', () => {
    const stateOf = (paragraph: string) =>
      assess({
        story: story(paragraph),
        annotations: [],
        decisions: [],
        sources: [wire],
        policy: defaultPolicy,
        now: '2026-10-06T12:00:00Z',
      }).quotations.find(({ quotation }) => quotation.fragments.length > 0)?.state
    expect(stateOf('Orlik rejected that the crews had “planned to burn the customs house.”')).toBe('matched')
    expect(stateOf('Orlik admitted that the crews had “planned to burn the customs house.”')).not.toBe('matched')
  })

  test('a quotation that opens after the “not” with which its source opens says the opposite', () => {
    const source = [{ ...wire, text: 'He was told by the guard "not to leave the harbor by night," Orlik said.' }]
    expect(rules(findings(['“To leave the harbor by night,” Orlik said.'], source), ...checks)).toEqual(['Q-1 block'])
    const kept = 'He was told not “to leave the harbor by night,” Orlik said.'
    expect(rules(findings([kept], source), ...checks)).toEqual([])
  })

  test('a word changed behind the source’s own ellipsis is a change and no cut', () => {
    const source = [{ ...wire, text: '"They came at dawn and … 30 boats later the quay was shut," Orlik said.' }]
    const found = findings(['“They came at dawn and … 31 boats later the quay was shut,” Orlik said.'], source)
    expect(found.find(({ rule }) => rule === 'Q-1')?.message).toContain('the source has “30”; the story has “31”')
  })

  test('21: speech spelt as it sounds is ours, or the source’s', () => {
    const source = (words: string) => [{ ...wire, text: `"We are ${words} leave the harbor by night," Orlik said.` }]
    const paragraph = '“We are gonna leave the harbor by night,” Orlik said.'
    expect(rules(findings([paragraph], source('going to')), ...checks).sort()).toEqual([
      'Q-1 block',
      'Q-13 acknowledge',
    ])
    expect(rules(findings([paragraph], source('gonna')), ...checks)).toEqual(['Q-13 note'])
  })
})

const copy = [
  'Ferry services to the outer islands were suspended for the second day, leaving passengers ashore at three ports.',
  'Fishing crews blocked the harbor at Skarn with their boats before dawn, and the guard kept its distance.',
  'The port earns Ardania a third of its customs revenue and has never before been closed in peacetime.',
  'Talks between the crews and the port authority broke down over the price of fuel and the length of the season.',
]
const own = [
  'Our correspondent found Mole Street empty but for two customs men, a dog and a van full of flowers.',
  'Shopkeepers along the front said trade had halved since the weekend and blamed the weather as much as anything.',
  'At the lighthouse school, where Form Four was sitting its examinations, nobody had noticed.',
  'Bread was dearer by a tenth in the covered market; fish, oddly, was cheaper than at any time this spring.',
  'Two tourists from Lomond asked this reporter the way to the funicular and were told that it had closed in 1974.',
  'By evening the brass band had turned up after all, and played to forty people and the statue of the admiral.',
  'The mayor spent the afternoon at a christening and would be drawn on nothing but the cake.',
  'A notice in the window of the chandler’s shop offers paint at half price to anyone with a boat and a grievance.',
]
const ap: AssessedSource = { id: 'ap', agency: 'AP', text: copy.join('\n\n') }
const credits = ['C-1', 'C-2', 'C-3', 'C-4', 'C-5', 'C-9', 'C-10', 'C-17']

describe('credits (cases 12 to 16)', () => {
  test('12: a wire story with one changed word under a staff byline', () => {
    const changed = copy.map((sentence) => sentence.replace('dawn', 'daybreak'))
    const found = findings([['byline', 'By Ida Fenn'], ...changed, ['credit', '(with AP inputs)']], [ap])
    expect(rules(found, 'C-3')).toEqual(['C-3 block'])
  })

  test('12: the same under the agency’s byline', () => {
    const found = findings([['byline', 'The Associated Press'], ...copy], [ap])
    expect(rules(found, ...credits)).toEqual([])
  })

  test('13: two wire paragraphs in ten, with the credit and without', () => {
    const ten = [own[0]!, copy[0]!, ...own.slice(1, 4), copy[1]!, ...own.slice(4)]
    expect(rules(findings([...ten, ['credit', '(with AP inputs)']], [ap]), ...credits)).toEqual([])
    const [missing, ...rest] = findings(ten, [ap]).filter(({ rule }) => credits.includes(rule))
    expect(missing).toMatchObject({ rule: 'C-1', level: 'block', fix: [{ text: '\n(with AP inputs)' }] })
    expect(rest).toEqual([])
  })

  test('14: a credit for nothing', () => {
    const found = findings([...own, ['credit', '(with AP inputs)']], [ap])
    expect(rules(found, ...credits)).toEqual(['C-4 acknowledge'])
  })

  const pti: AssessedSource = { id: 'pti', agency: 'PTI', text: copy.slice(0, 2).join('\n\n') }
  const ani: AssessedSource = { id: 'ani', agency: 'ANI', text: copy.slice(2).join('\n\n') }

  describe('one click writes the credit in the house’s wording', () => {
    const fixOf = (rule: string, credit: string, sources: AssessedSource[], ...blocks: string[]) =>
      findings([...blocks, ['credit', credit]], sources)
        .find((found) => found.rule === rule)
        ?.fix?.map(({ text }) => text)
    const reuters: AssessedSource = { id: 'r2', agency: 'Reuters', text: copy.slice(2).join('\n\n') }
    const short: AssessedSource = { id: 'ap2', agency: 'AP', text: copy.slice(0, 2).join('\n\n') }

    test('an agency that is missing stands beside the one that is named', () =>
      expect(fixOf('C-1', '(with AP inputs)', [short, reuters], ...own, ...copy)).toEqual([
        '(with AP and Reuters inputs)',
      ]))
    test('an agency named for nothing goes, the other stays', () =>
      expect(fixOf('C-4', '(with AP and PTI inputs)', [short], ...own, ...copy.slice(0, 2))).toEqual([
        '(with AP inputs)',
      ]))
    test('a credit for nothing goes whole', () =>
      expect(fixOf('C-4', '(with AP inputs)', [short], ...own)).toEqual(['']))
    test('a credit for the wrong agency names the right one', () =>
      expect(fixOf('C-4', '(with PTI inputs)', [short], ...own, ...copy.slice(0, 2))).toEqual(['(with AP inputs)']))
    test('a staff byline on wire copy becomes the agency’s', () => {
      const found = findings([['byline', 'By Ida Fenn'], ...copy], [ap]).find(({ rule }) => rule === 'C-3')
      expect(found?.fix).toMatchObject([{ start: 0, end: 11, text: 'AP' }])
    })
  })

  test('15: two agencies under “Agencies”', () => {
    const found = findings([...own, ...copy, ['credit', '(Agencies)']], [pti, ani])
    expect(rules(found, ...credits)).toEqual([])
  })

  test('one agency under “Agencies” can be named', () => {
    const found = findings([...own, ...copy.slice(0, 2), ['credit', '(Agencies)']], [pti])
    expect(rules(found, ...credits)).toEqual(['C-5 acknowledge'])
    expect(found.find(({ rule }) => rule === 'C-5')).toMatchObject({ fix: [{ text: '(with PTI inputs)' }] })
  })

  const interview: AssessedSource = {
    id: 'r',
    agency: 'Reuters',
    text: '"The fund is empty and the banks are shut," Orlik told Reuters at the quay.\n\nBoats came in.',
  }
  const quote = '“The fund is empty and the banks are shut,” Orlik told Reuters at the quay.'
  const after = '“The fund is empty and the banks are shut,” Orlik said at the quay.'

  test('16: a revision that drops “told Reuters” and keeps the quotation', () => {
    const revisions = [
      { number: 6, by: 'KR', at: '2026-10-06T09:10:00Z', story: story(quote, ...own) },
      { number: 7, by: 'AB', at: '2026-10-06T10:20:00Z', story: story(after, ...own) },
    ]
    const found = findings([after, ...own], [interview], { revisions })
    expect(rules(found, 'C-10', 'C-17').sort()).toEqual(['C-10 block', 'C-17 block'])
    const { message } = found.find(({ rule }) => rule === 'C-17')!
    expect(message).toContain('r6 (KR, 2026-10-06 09:10) had “Orlik told Reuters”')
    expect(message).toContain('r7 (AB, 2026-10-06 10:20) lost it')
    expect(rules(findings([quote, ...own], [interview], { revisions }), 'C-10', 'C-17')).toEqual([])
  })

  test('a credit may go with its words', () => {
    const revisions = [{ number: 1, by: 'KR', at: '2026-10-06T09:10:00Z', story: story(quote, ...own) }]
    expect(rules(findings([...own], [interview], { revisions }), 'C-10', 'C-17')).toEqual([])
  })

  test('a credit line that the draft lost', () => {
    const whole = [...own, ...copy.slice(0, 2)]
    const revisions = [
      { number: 3, by: 'KR', at: '2026-10-06T09:10:00Z', story: story(...whole, ['credit', '(with AP inputs)']) },
    ]
    const found = findings(whole, [ap], { revisions }).find(({ rule }) => rule === 'C-17')
    expect(found).toMatchObject({ level: 'block', fix: [{ text: '\n(with AP inputs)' }] })
    expect(found!.message).toContain('The draft lost it')
  })

  test('what was said to another outlet names it', () => {
    const source = [{ ...interview, text: '"The fund is empty and the banks are shut," Orlik told the BBC on Sunday.' }]
    expect(rules(findings([after], source), ...credits)).toContain('C-9 block')
    const named = '“The fund is empty and the banks are shut,” Orlik told the BBC.'
    expect(rules(findings([named], source), ...credits)).not.toContain('C-9 block')
  })
})

describe('across languages (case 22)', () => {
  const paragraph = '“The fund is empty and the banks are shut,” Orlik said.'
  const hindi: AssessedSource = { id: 'h', agency: 'PTI', language: 'hi', text: 'कोष खाली है और बैंक बंद हैं।' }
  test('a translated quotation is signed', () =>
    expect(rules(findings([paragraph], [hindi]), 'X-1', 'X-2')).toEqual(['X-1 acknowledge']))
  test('a translation is not translated back', () =>
    expect(rules(findings([paragraph], [{ ...hindi, editorsNote: 'Translated from English' }]), 'X-1', 'X-2')).toEqual([
      'X-2 block',
    ]))
  test('a source in the story’s language asks for neither', () =>
    expect(rules(findings([paragraph], [{ ...wire, language: 'en-US' }]), 'X-1', 'X-2')).toEqual([]))
})

describe('names', () => {
  const source = [{ ...wire, text: 'Premier Tomas Verrik met the crews. "We are not hurried," Tomas Verrik said.' }]
  test('a speaker’s name spelt otherwise than in the source', () => {
    const [found] = findings(['“We are not hurried,” Tomas Verrick said. Verrick left.'], source).filter(
      ({ rule }) => rule === 'N-3',
    )
    expect(found).toMatchObject({ level: 'block', fix: [{ text: 'Verrik' }, { text: 'Verrik' }] })
  })
  test.each([
    ['the same name', 'Tomas Verrik met the crews.'],
    ['another first name', 'Anna Verrick met the crews.'],
    ['a people and its country', 'Tomas Verrikian met the crews.'],
  ])('%s', (_, paragraph) => expect(rules(findings([paragraph], source), 'N-3')).toEqual([]))
})

describe('lost hedges', () => {
  const source = (text: string) => [{ ...wire, text }]
  test('“experts say” lost in rewriting is acknowledged, with a fix', () => {
    const [found] = findings(
      ['The cable will cut power prices in Merivale by 12 per cent.'],
      source('Experts say the cable will cut power prices in Merivale by 12 percent.'),
    ).filter(({ rule }) => rule === 'S-18')
    expect(found).toMatchObject({
      level: 'acknowledge',
      fix: [{ text: 'Experts say t', label: 'Put back ‘Experts say’' }],
    })
  })
  test('an accusation told as a fact blocks', () =>
    expect(
      rules(
        findings(
          ['The clerk moved the harbour fund into two private accounts in May.'],
          source('The clerk allegedly moved the harbour fund into two private accounts in May.'),
        ),
        'S-18',
      ),
    ).toEqual(['S-18 block']))
})
