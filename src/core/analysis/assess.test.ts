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
