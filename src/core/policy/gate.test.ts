import { expect, test } from 'vitest'
import type { Annotation } from '../annotations'
import type { BlockType, StoryText } from '../manuscript'
import type { Provenance } from '../provenance'
import type { JudgedQuotation, PolicyContext } from './context'
import { defaultPolicy } from './default-policy'
import { utteranceKey } from './fold'
import { judge } from './gate'

const nothing: Provenance = {
  level: 'original',
  sentences: [],
  spans: [],
  quotes: [],
  credits: [],
  shares: [],
  lost: [],
}

function story(...blocks: [BlockType, string][]): StoryText {
  let at = 0
  const made = blocks.map(([type, text]) => {
    const block = { type, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: blocks.map(([, text]) => text).join('\n'), blocks: made }
}

function quoted(text: string, words: string, more: Partial<JudgedQuotation> = {}, from = 0): JudgedQuotation {
  const start = text.indexOf(words, from)
  const range = { start, end: start + words.length }
  return {
    quotation: { ...range, id: `q${start}`, type: 'direct', fragments: [range], why: [], confidence: 1 },
    key: utteranceKey(words),
    checked: false,
    ...more,
  }
}

function context(story: StoryText, more: Partial<PolicyContext> = {}): PolicyContext {
  return {
    story,
    quotations: [],
    notQuotations: [],
    provenance: nothing,
    annotations: [],
    sources: 1,
    sourceTexts: [],
    policy: defaultPolicy,
    now: '2026-10-06T12:00:00Z',
    ...more,
  }
}

const rulesOf = (given: PolicyContext) => judge(given).map(({ rule, level }) => `${rule} ${level}`)
const about = (given: PolicyContext, rule: string) => judge(given).filter((finding) => finding.rule === rule)

const body: [BlockType, string][] = [
  ['headline', 'Harbour opens'],
  ['paragraph', 'The harbour opened.'],
]

test('a quiet story raises nothing', () => expect(rulesOf(context(story(...body)))).toEqual([]))

test('an open query blocks until it is resolved', () => {
  const query: Annotation = {
    id: 'a',
    kind: 'query',
    anchor: { start: 0, end: 7, exact: 'Harbour', prefix: '', suffix: '' },
    thread: [{ id: 'r', by: 'Ada', at: '2026-10-06T12:00:00Z', text: 'Which harbour?' }],
  }
  expect(rulesOf(context(story(...body), { annotations: [query] }))).toEqual(['copy/open-query block'])
  const resolved = { ...query, resolved: { by: 'Ada', at: '2026-10-06T12:01:00Z' } }
  expect(rulesOf(context(story(...body), { annotations: [resolved] }))).toEqual([])
})

test('an orphan weighs by its length, and its appearances are one finding', () => {
  const text = story(
    ['headline', 'Harbour opens'],
    ['paragraph', 'There were "harbour drills" and, again, "harbour drills" at dawn.'],
  )
  const first = quoted(text.text, 'harbour drills')
  const second = quoted(text.text, 'harbour drills', {}, first.quotation.end)
  const found = about(context(text, { quotations: [first, second] }), 'S-1')
  expect(found).toMatchObject([{ level: 'acknowledge', places: [{ start: second.quotation.start }] }])
  const long = quoted(text.text, 'There were "harbour drills" and, again')
  expect(about(context(text, { quotations: [long] }), 'S-1')).toMatchObject([{ level: 'block' }])
})

test('words said by somebody in one place are no orphan in another', () => {
  const text = story(['headline', '‘We open’'], ['paragraph', '“We open,” Ada said.'])
  const head = quoted(text.text, 'We open')
  const named = quoted(text.text, 'We open', { speaker: 'Ada' }, 12)
  expect(about(context(text, { quotations: [head, named] }), 'S-1')).toEqual([])
})

test('a quotation in the headline must stand in the body', () => {
  const text = story(['headline', '‘No letting up’: Ada'], ['paragraph', '“There is no letting up,” Ada said.'])
  const head = quoted(text.text, 'No letting up', { speaker: 'Ada' })
  expect(about(context(text, { quotations: [head] }), 'H-1')).toEqual([])
  const trimmed = story(['headline', '‘No letting up’: Ada'], ['paragraph', 'Ada spoke.'])
  expect(about(context(trimmed, { quotations: [head] }), 'H-1')).toMatchObject([{ level: 'block' }])
})

const marks: [string, string | undefined][] = [
  ['She said, “yes”.', undefined],
  ['She said, “yes.', 'never closed'],
  ['She said, yes”.', 'closes nothing'],
  ['The board is 6" wide.', undefined],
  ["It's the workers' hall, isn't it?", undefined],
  ['"One" and "two" and "three.', 'never closed'],
  ['"One," Ada said. "Two.', 'before “Two.” is never closed'],
  ['One," Ada said. "Two," she said.', 'after “One,” closes nothing'],
  ['They see that. “', 'after “They see that.” opens nothing'],
  ['He asked " why " twice.', undefined],
]
test.each(marks)('marks of %s', (text, fault) => {
  const found = about(context(story(['headline', 'H'], ['paragraph', text])), 'T-1')
  if (fault) expect(found).toMatchObject([{ message: expect.stringContaining(fault) }])
  else expect(found).toEqual([])
})

test('a quotation over paragraphs opens each and closes the last', () => {
  const text = story(['headline', 'H'], ['paragraph', '“One.'], ['paragraph', '“Two.”'])
  expect(about(context(text), 'T-1')).toEqual([])
})

const doubles: [string, string | undefined][] = [
  ['in the face of rising anger between rising anger between two towns', 'rising anger between'],
  ['a soaring cost of living in growing cost of living in town', 'cost of living in'],
  ['He had had enough that that man could give.', undefined],
  ['They met at the the gate.', 'the the'],
  ['New York New York', undefined],
  ['on and on, again and again', undefined],
  ['the heart of the film and intent of the film is good', undefined],
  ['a really really good film', undefined],
  ['Other donors donors stepped up', 'donors donors'],
]
test.each(doubles)('doubled words in %s', (text, words) => {
  const found = about(context(story(['headline', 'H'], ['paragraph', text])), 'copy/doubled')
  if (words) expect(found).toMatchObject([{ message: expect.stringContaining(words) }])
  else expect(found).toEqual([])
})

const applied = (given: PolicyContext, rule: string) =>
  about(given, rule)[0]!.fix!.map(
    ({ start, end, text }) => (given.story.text.slice(0, start) + text + given.story.text.slice(end)).split('\n')[1],
  )

test('each reading of a doubled phrase is a fix of its own', () => {
  const given = context(
    story(
      ['headline', 'H'],
      ['paragraph', 'In the face of soaring talks of war between growing talks of war between two towns.'],
    ),
  )
  expect(applied(given, 'copy/doubled')).toEqual([
    'In the face of soaring talks of war between two towns.',
    'In the face of growing talks of war between two towns.',
  ])
  const bare = context(
    story(
      ['headline', 'H'],
      ['paragraph', 'In the face of talks of war between growing talks of war between two towns.'],
    ),
  )
  expect(applied(bare, 'copy/doubled')).toEqual([
    'In the face of talks of war between two towns.',
    'In the face of growing talks of war between two towns.',
  ])
})

test('a phrase that stands twice at once has one reading', () => {
  const given = context(
    story(['headline', 'H'], ['paragraph', 'for their rising anger between rising anger between towns']),
  )
  expect(applied(given, 'copy/doubled')).toEqual(['for their rising anger between towns'])
})

test('the readings stand beside what the source says', () => {
  const words = 'It speaks of soaring talks of war between growing talks of war between two towns.'
  const text = story(['headline', 'H'], ['paragraph', words])
  const source = { id: 's', text: 'It speaks of growing talks of war between two towns.' }
  const sentence = { start: 2, end: 2 + words.length, level: 'light' as const }
  const provenance = {
    ...nothing,
    sentences: [{ ...sentence, from: [{ source: 's', start: 0, end: source.text.length, similarity: 0.9 }] }],
  }
  expect(about(context(text, { provenance, sourceTexts: [source] }), 'copy/doubled')[0]!.message).toContain(
    'The source has “It speaks of growing talks of war between two towns”.',
  )
  const silent = { id: 's', text: 'Two towns quarrel over a bridge and nobody knows how it will end for them.' }
  expect(about(context(text, { provenance, sourceTexts: [silent] }), 'copy/doubled')[0]!.message).not.toContain(
    'source',
  )
})

test('a phrase that somebody says again is a note, and one that his source has is nothing', () => {
  const text = story(
    ['headline', 'H'],
    ['paragraph', '“Made by the richest men to serve the richest men to the last,” Ada said.'],
  )
  const said = quoted(text.text, 'Made by the richest men to serve the richest men to the last', { speaker: 'Ada' })
  expect(about(context(text, { quotations: [said] }), 'copy/doubled')).toMatchObject([{ level: 'note' }])
  const check = { start: 0, end: 1, verdict: 'exact', from: [], removed: [], inserted: [], notes: [] } as const
  const borne = { ...said, check: structuredClone(check) as never }
  expect(about(context(text, { quotations: [borne] }), 'copy/doubled')).toEqual([])
})

test('time words with no date are one finding with every place', () => {
  const text = story(['headline', 'H'], ['paragraph', 'It opened earlier this month and closes next year, as in July.'])
  expect(about(context(text), 'F-5')).toMatchObject([{ level: 'acknowledge', places: [{}, {}] }])
  const dated = story(['dateline', 'ORR, Oct 6'], ['paragraph', 'It opened earlier this month.'])
  expect(about(context(dated), 'F-5')).toEqual([])
})

test('a day word may be written as the date it means, but never in somebody’s mouth', () => {
  const text = story(['headline', 'H'], ['paragraph', 'It opened yesterday. “We open tomorrow,” Ada said.'])
  const quotations = [quoted(text.text, 'We open tomorrow', { speaker: 'Ada' })]
  const given = context(text, { quotations, now: '2026-10-06T12:00:00' })
  expect(about(given, 'F-5')[0]!.fix!.map((fix) => fix.text)).toEqual(['on 5 October'])
  const american = { ...given, policy: { ...defaultPolicy, dialect: 'en-US' as const } }
  expect(about(american, 'F-5')[0]!.fix!.map((fix) => fix.text)).toEqual(['on Oct. 5'])
})

test('mixed marks and mixed spelling are one finding each', () => {
  const text = story(['headline', 'H'], ['paragraph', 'The "colour" of the harbor’s labour is a program of defense.'])
  expect(about(context(text), 'copy/mixed-marks')).toHaveLength(1)
  expect(about(context(text), 'copy/mixed-spelling')).toHaveLength(1)
})

test('credits are not weighed without a source', () => {
  const missing = {
    ...nothing,
    credits: [{ agency: 'AP', needs: 2, has: 0, verdict: 'missing', message: 'No AP' } as const],
    shares: [{ agency: 'AP', share: 0.3 }],
    sentences: [
      { start: 0, end: 5, level: 'light', from: [{ source: 'w', start: 0, end: 5, similarity: 0.9 }] } as const,
    ],
  } as unknown as Provenance
  const sourceTexts = [{ id: 'w', agency: 'AP', text: 'The harbor opened.' }]
  expect(about(context(story(...body), { provenance: missing, sourceTexts }), 'C-1')).toMatchObject([
    { level: 'block', fix: [{ text: '\n(with AP inputs)' }] },
  ])
  expect(about(context(story(...body), { provenance: missing, sources: 0 }), 'C-1')).toEqual([])
})

test('a rule can be turned off or weigh otherwise', () => {
  const text = story(['headline', 'H'], ['paragraph', 'the the gate'])
  const policy = (level: 'off' | 'note') => ({ ...defaultPolicy, rules: { 'copy/doubled': level } })
  expect(rulesOf(context(text, { policy: policy('off') }))).toEqual([])
  expect(rulesOf(context(text, { policy: policy('note') }))).toEqual(['copy/doubled note'])
})

test('an altered quotation blocks and says what changed', () => {
  const text = story(['headline', 'H'], ['paragraph', '“We did resign,” Ada said.'])
  const range = { start: text.text.indexOf('We'), end: text.text.indexOf(',') }
  const check = { ...range, verdict: 'differs', from: [], removed: ['not'], inserted: [], notes: ['negation'] } as const
  const altered = quoted(text.text, 'We did resign', { speaker: 'Ada', check: structuredClone(check) as never })
  expect(about(context(text, { quotations: [altered] }), 'Q-1')).toMatchObject([
    { level: 'block', message: expect.stringContaining('negation') },
  ])
})

const item = (more: Partial<NonNullable<PolicyContext['wire']>[number]>) => ({
  wire: [{ id: 's1', agency: 'AP', slug: 'CABLE', version: '2', used: true, ...more }],
})

test.each([
  ['an embargo that has not passed', { embargo: '2026-10-06T18:00:00Z' }, ['W-3 block']],
  ['an embargo that has passed', { embargo: '2026-10-06T06:00:00Z' }, []],
  ['an embargo on an item that nothing stands on', { embargo: '2026-10-06T18:00:00Z', used: false }, []],
  ['a killed item', { status: 'killed' as const }, ['W-4 block']],
  ['a withheld item', { status: 'withheld' as const }, ['W-4 block']],
  [
    'an item killed since it was attached',
    { news: { what: 'killed' as const, item: 'w9', at: '2026-10-06T11:00:00Z' } },
    ['W-4 block'],
  ],
  [
    'an item with a newer version',
    { news: { what: 'newer' as const, item: 'w9', at: '2026-10-06T11:00:00Z' } },
    ['W-6 acknowledge'],
  ],
  ['terms that restrict', { usage: 'No use in Nordal before Friday' }, ['W-2 block']],
  ['terms that ask for a credit', { usage: 'Credit mandatory' }, []],
  ['a notice of ownership', { usage: '© 2026 The Agency. All rights reserved.' }, []],
])('the wire: %s', (_title, more, rules) => expect(rulesOf(context(story(...body), item(more)))).toEqual(rules))

test('words of an editor’s note in the story are found, and a few of them are not', () => {
  const note = 'UPDATES with quotes from the premier and adds background'
  const leaked = story(...body, ['paragraph', 'Updates with quotes from the premier and adds.'])
  const [finding] = about(context(leaked, item({ editorsNote: note })), 'W-1')
  expect(leaked.text.slice(finding!.start, finding!.end)).toBe('Updates with quotes from the premier and adds')
  const chance = story(...body, ['paragraph', 'He came with quotes from poems.'])
  expect(rulesOf(context(chance, item({ editorsNote: note })))).toEqual([])
})
