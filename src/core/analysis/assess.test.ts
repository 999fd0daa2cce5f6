import { expect, test } from 'vitest'
import { anchorOn, type Decision, type Ruling } from '../annotations'
import type { BlockType, StoryText } from '../manuscript'
import { defaultPolicy } from '../policy'
import type { SourceText } from '../provenance'
import { assess } from './assess'
import type { AssessmentInput } from './types'

function story(...blocks: [BlockType, string][]): StoryText {
  let at = 0
  const made = blocks.map(([type, text]) => {
    const block = { type, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: blocks.map(([, text]) => text).join('\n'), blocks: made }
}

const flood = story(
  ['headline', '‘Gates held all night’ at Kelmet dam'],
  ['paragraph', '“The gates held all night and nobody left the dam,” Water Minister Idris Fane told reporters.'],
  ['paragraph', 'The villagers spoke of “river duty” and went home.'],
)
const wire: SourceText = {
  id: 'w1',
  agency: 'PTI',
  text: '“The gates held all night and nobody left the dam,” Water Minister Idris Fane told reporters.',
}

function given(more: Partial<AssessmentInput> = {}): AssessmentInput {
  return {
    story: flood,
    annotations: [],
    decisions: [],
    sources: [],
    policy: defaultPolicy,
    now: '2026-03-03T12:00:00Z',
    ...more,
  }
}

function ruling(of: StoryText, words: string, ruling: Ruling, more: Partial<Decision> = {}): Decision {
  const start = of.text.indexOf(words)
  return {
    id: `d-${words}-${ruling.kind}`,
    ruling,
    anchor: anchorOn(of.text, { start, end: start + words.length }),
    by: 'Ada',
    at: '2026-03-03T12:00:00Z',
    ...more,
  }
}

const main = 'The gates held all night and nobody left the dam'
const stateOf = (input: AssessmentInput, words: string) =>
  assess(input).quotations.find(({ quotation: { start, end } }) => input.story.text.slice(start, end).includes(words))

test('a quotation with a speaker and no source is attributed', () =>
  expect(stateOf(given(), main)).toMatchObject({ state: 'attributed', speaker: 'Idris Fane' }))

test('words that stand in a source are matched', () =>
  expect(stateOf(given({ sources: [wire] }), main)).toMatchObject({ state: 'matched', check: { verdict: 'exact' } }))

test('words that differ from their source are altered, and block', () => {
  const altered = { ...wire, text: wire.text.replace('nobody left', 'everybody left') }
  const input = given({ sources: [altered] })
  expect(stateOf(input, main)).toMatchObject({ state: 'altered' })
  expect(assess(input).findings.filter(({ rule }) => rule === 'Q-1')).toHaveLength(1)
})

test('a confirmation checks it; a revoked one does not', () => {
  const confirm = ruling(flood, main, { kind: 'confirm' }, { seen: { words: main, speaker: 'Idris Fane' } })
  expect(stateOf(given({ decisions: [confirm] }), main)).toMatchObject({ state: 'checked' })
  const revoked = { ...confirm, revoked: { by: 'Ada', at: '2026-03-03T12:01:00Z' } }
  expect(stateOf(given({ decisions: [revoked] }), main)).toMatchObject({ state: 'attributed' })
})

test('a checked quotation whose words change is to be checked again, and typography changes nothing', () => {
  const confirm = ruling(flood, main, { kind: 'confirm' }, { seen: { words: main, speaker: 'Idris Fane' } })
  const edited = story(
    ['headline', 'Kelmet dam'],
    ['paragraph', '“The gates held all day and nobody left the dam,” Water Minister Idris Fane told reporters.'],
  )
  const moved = { ...confirm, anchor: ruling(edited, main.replace('night', 'day'), { kind: 'confirm' }).anchor! }
  expect(stateOf(given({ story: edited, decisions: [moved] }), 'all day')).toMatchObject({
    state: 'check-again',
    changed: expect.stringContaining('all night'),
  })
  const straight = story(['headline', 'Kelmet dam'], ['paragraph', flood.text.split('\n')[1]!.replace(/[“”]/g, '"')])
  expect(stateOf(given({ story: straight, decisions: [confirm] }), main)).toMatchObject({ state: 'checked' })
})

test('a person can set the speaker, and can say that words in marks are no quotation and back', () => {
  const speaker = ruling(flood, main, { kind: 'speaker', speaker: 'Sela Brandt' })
  expect(stateOf(given({ decisions: [speaker] }), main)).toMatchObject({ speaker: 'Sela Brandt' })
  const not = ruling(flood, main, { kind: 'not-a-quotation', as: 'word' })
  expect(stateOf(given({ decisions: [not] }), main)).toBeUndefined()
  expect(assess(given({ decisions: [not] })).notQuotations).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: 'word', decision: not })]),
  )
  const back = { ...ruling(flood, main, { kind: 'is-a-quotation' }), id: 'back' }
  expect(stateOf(given({ decisions: [not, back] }), main)).toBeDefined()
})

test('a waiver with a reason settles a block; one without, or of what is never waived, does not', () => {
  const input = given({ sources: [wire] })
  const missing = assess(input).findings.find(({ level, rule }) => level === 'block' && rule.startsWith('C-'))!
  const { rule, cause } = missing
  const waive: Decision = { id: 'w', ruling: { kind: 'waive', rule, cause }, by: 'Ada', at: '2026-03-03T12:00:00Z' }
  const left = (decisions: Decision[], policy = defaultPolicy) =>
    assess({ ...input, decisions, policy }).findings.filter((finding) => finding.cause === cause).length
  expect(left([waive])).toBe(1)
  expect(left([{ ...waive, reason: 'The agency agreed by phone' }])).toBe(0)
  const strict = { ...defaultPolicy, neverWaive: [rule] }
  expect(left([{ ...waive, reason: 'The agency agreed by phone' }], strict)).toBe(1)
})

test('the digest counts utterances, not places', () => {
  const twice = story(
    ['headline', 'Kelmet dam'],
    ['standfirst', `“${main},” said Idris Fane.`],
    ['paragraph', `“${main},” Water Minister Idris Fane told reporters.`],
  )
  const { digest, quotations } = assess(given({ story: twice }))
  expect(quotations.length).toBeGreaterThan(1)
  expect(digest.quotations).toBe(1)
})

test('words of a quotation cut down for the headline are that quotation', () => {
  const cut = story(
    ['headline', '‘Nobody left’: minister'],
    ['paragraph', `“${main},” Water Minister Idris Fane told reporters.`],
  )
  const { utterances, quotations } = assess(given({ story: cut }))
  expect(quotations).toHaveLength(2)
  expect(utterances).toMatchObject([{ speaker: 'Idris Fane', state: 'attributed' }])
})

test('one word of a quotation in a headline is a place of it, with the source of the whole', () => {
  const cut = story(
    ['headline', 'All ‘night’ at the dam'],
    ['paragraph', `“${main},” Water Minister Idris Fane told reporters.`],
  )
  const { utterances, notQuotations } = assess(given({ story: cut, sources: [wire] }))
  expect(utterances).toMatchObject([{ speaker: 'Idris Fane', state: 'matched' }])
  expect(utterances[0]!.quotations).toHaveLength(2)
  expect(notQuotations).toEqual([])
})

test('part of a sentence taken word for word is matched; with a cut in it a person looks', () => {
  const partly = (words: string) =>
    story(['headline', 'Kelmet dam'], ['paragraph', `Water Minister Idris Fane said “${words}”.`])
  const stateIn = (words: string) => stateOf(given({ story: partly(words), sources: [wire] }), words)?.state
  expect(stateIn('held all night and nobody left the dam')).toBe('matched')
  expect(stateIn('The gates held ... and nobody left the dam')).toBe('attributed')
})

test('where the source gives the words to somebody else, setting its speaker settles it', () => {
  const wrong = story(
    ['headline', 'Kelmet dam'],
    ['paragraph', `“${main},” Governor Sela Brandt told reporters.`],
    ['paragraph', 'Water Minister Idris Fane was there.'],
  )
  const input = given({ story: wrong, sources: [wire] })
  const rulesOf = (decisions: Decision[]) => assess({ ...input, decisions }).findings.map(({ rule }) => rule)
  expect(stateOf(input, main)).toMatchObject({ state: 'attributed', check: { speakerAgrees: false } })
  expect(rulesOf([])).toContain('S-11')
  const set = ruling(wrong, main, { kind: 'speaker', speaker: 'Idris Fane' })
  expect(stateOf({ ...input, decisions: [set] }, main)).toMatchObject({ state: 'matched', speaker: 'Idris Fane' })
  expect(rulesOf([set])).not.toContain('S-11')
})

test('a speaker that a person set is not doubted, and holds for each place of the words', () => {
  const bare = story(
    ['headline', 'Kelmet dam'],
    ['paragraph', `“${main}.” That was all.`],
    ['paragraph', `Again: “${main}.”`],
  )
  const set = ruling(bare, `“${main}.”`, { kind: 'speaker', speaker: 'Idris Fane' })
  const { utterances } = assess(given({ story: bare, decisions: [set] }))
  expect(utterances).toMatchObject([{ speaker: 'Idris Fane', state: 'attributed' }])
  expect(utterances[0]!.quotations).toHaveLength(2)
})

test('a linked passage is what the words are held against', () => {
  const far = {
    id: 'w2',
    agency: 'AP',
    text: 'One thing first.\nThe minister said the gates had held and that was it.',
  }
  const at = far.text.indexOf('The minister')
  const link = (source: SourceText, start: number, end: number) =>
    ruling(flood, main, { kind: 'source', source: source.id, start, end })
  const exact = given({ sources: [wire, far], decisions: [link(wire, 0, wire.text.length)] })
  expect(stateOf(exact, main)).toMatchObject({ state: 'matched', check: { verdict: 'exact' } })
  const inHeadline = ruling(flood, 'Gates held all night', { kind: 'source', source: 'w2', start: at, end: at + 50 })
  const vouched = given({ sources: [far], decisions: [link(far, at, far.text.length), inHeadline] })
  expect(stateOf(vouched, main)).toMatchObject({
    state: 'attributed',
    check: { verdict: 'no-source', from: [{ source: 'w2', start: at }] },
  })
  const unsourced = (input: AssessmentInput) => assess(input).findings.filter(({ rule }) => rule === 'Q-2').length
  expect(unsourced(vouched)).toBeLessThan(unsourced(given({ sources: [far] })))
  const changed = { ...wire, id: 'w3', text: wire.text.replace('nobody left', 'everybody left') }
  const altered = given({ sources: [changed, far], decisions: [link(changed, 0, changed.text.length)] })
  expect(stateOf(altered, main)).toMatchObject({ state: 'altered' })
})

test('words put in marks become a quotation wherever they stand', () => {
  const twice = story(
    ['headline', 'Kelmet dam'],
    ['paragraph', 'The so-called “river duty” began in May.'],
    ['paragraph', 'A so-called “river duty” was ordered in June.'],
  )
  expect(assess(given({ story: twice })).notQuotations).toHaveLength(2)
  const is = ruling(twice, '“river duty”', { kind: 'is-a-quotation' })
  const { utterances, notQuotations } = assess(given({ story: twice, decisions: [is] }))
  expect(notQuotations).toEqual([])
  expect(utterances).toMatchObject([{ state: 'open', quotations: [{}, {}] }])
})
