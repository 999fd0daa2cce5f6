import { expect, test } from 'vitest'
import { createProvenanceIndex, traceProvenance, type SourceText } from '.'
import type { StoryText } from '../manuscript'
import type { Quotation } from '../quotations'

export function story(...paragraphs: string[]): StoryText {
  let at = 0
  const blocks = paragraphs.map((text) => {
    const block = { type: 'paragraph' as const, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: paragraphs.join('\n'), blocks }
}

const wire: SourceText = {
  id: 'wire',
  agency: 'AP',
  text: [
    'MERIVALE, Ardania (AP) — Fishing crews blocked the harbor at Skarn on Tuesday with 40 boats, the port authority said.',
    'Ferry services to the outer islands were suspended for the second day, leaving about 900 passengers ashore.',
    '"We did not come here to burn anything. We came to be heard," said Dana Orlik, who leads the crews’ union.',
    'The port earns Ardania a third of its customs revenue and has never before been closed in peacetime.',
  ].join('\n\n'),
}

const ours = 'The school board meets on Thursday to choose a new roof for the gymnasium.'

const levels = (text: string, sources: SourceText[] = [wire]) =>
  traceProvenance({ story: story(text), sources, quotations: [] }).sentences.map(({ level }) => level)

test.each([
  [
    'a sentence copied as it stands',
    'Ferry services to the outer islands were suspended for the second day, leaving about 900 passengers ashore.',
    'verbatim',
  ],
  [
    'the same with a word changed',
    'Ferry services to the outer islands were halted for the second day, leaving about 900 passengers ashore.',
    'light',
  ],
  [
    'the same matter in other words',
    'Some 900 passengers were left ashore when ferries serving the outer islands stopped again.',
    'heavy',
  ],
  ['a sentence of our own', ours, 'original'],
])('%s is told', (_, text, level) => {
  expect(levels(text)).toEqual([level])
})

test('without sources every sentence is original and nothing is claimed', () => {
  const found = traceProvenance({ story: story(ours, '(with AP inputs)'), sources: [], quotations: [] })
  expect(found).toMatchObject({ level: 'original', spans: [], quotes: [], credits: [], shares: [] })
})

test('the order of sources changes nothing', () => {
  const other: SourceText = { ...wire, id: 'other', agency: 'Reuters' }
  const text = story('Ferry services to the outer islands were suspended for the second day.', ours)
  const trace = (sources: SourceText[]) => traceProvenance({ story: text, sources, quotations: [] })
  expect(trace([wire, other])).toEqual(trace([other, wire]))
})

test('an index traces the same story the same after an edit elsewhere', () => {
  const index = createProvenanceIndex([wire])
  const first = index.trace(story(wire.text.split('\n\n')[1]!, ours), [])
  const second = index.trace(story(ours, wire.text.split('\n\n')[1]!), [])
  expect(second.sentences[1]).toMatchObject({ level: 'verbatim', from: first.sentences[0]!.from })
})

test('a quotation is checked with its id and place', () => {
  const text = 'Orlik said: “We came to be heard.”'
  const start = text.indexOf('We came')
  const quotation: Quotation = {
    id: 'q1',
    type: 'direct',
    start,
    end: text.length - 1,
    fragments: [{ start, end: text.length - 1 }],
    speaker: 'Orlik',
    why: [],
    confidence: 1,
  }
  const { quotes } = traceProvenance({ story: story(text), sources: [wire], quotations: [quotation] })
  expect(quotes).toMatchObject([{ quotation: 'q1', start, verdict: 'exact', speakerAgrees: true }])
})
