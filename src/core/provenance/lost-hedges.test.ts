import { describe, expect, test } from 'vitest'
import { traceProvenance, type LostHedge } from '.'
import { story } from './story.fixture'

function lost(source: string, ...paragraphs: string[]): LostHedge[] {
  const sources = [{ id: 'ap', agency: 'AP', text: source }]
  return traceProvenance({ story: story(...paragraphs), sources, quotations: [] }).lost
}

/** The story's sentence after its lost words were put back. */
function mended(source: string, sentence: string): string[] {
  return lost(source, sentence).map(({ putBack }) =>
    putBack ? sentence.slice(0, putBack.start) + putBack.text + sentence.slice(putBack.end) : 'by hand',
  )
}

describe('a hedge that the source has and the story lost', () => {
  test.each([
    [
      'an attribution at the end',
      'The dam at Kelmet lost a third of its water in a week, the river board said.',
      'The dam at Kelmet lost a third of its water in a week.',
      'The dam at Kelmet lost a third of its water in a week, the river board said.',
    ],
    [
      'an attribution at the head',
      'Experts say the cable will cut power prices in Merivale by 12 percent.',
      'The cable will cut power prices in Merivale by 12 percent.',
      'Experts say the cable will cut power prices in Merivale by 12 percent.',
    ],
    [
      'an attribution in the middle',
      'Both ports are locked in a quarrel with the island, and experts say Verrik is trying to buy two tugs for the yard.',
      'Both the ports are locked in a quarrel with the island, and Verrik is trying to buy two tugs for the yard.',
      'Both the ports are locked in a quarrel with the island, and experts say Verrik is trying to buy two tugs for the yard.',
    ],
    [
      'an attribution that the name of a country does not stand in for',
      'The United States will send two tugs to Skarn before the winter storms, analysts said.',
      'The United States will send two tugs to Skarn before the winter storms.',
      'The United States will send two tugs to Skarn before the winter storms, analysts said.',
    ],
    [
      'a possibility made a certainty',
      'The ministry plans say the cable could cut power prices in Merivale by half.',
      'The ministry plans say the cable will cut power prices in Merivale by half.',
      'The ministry plans say the cable could cut power prices in Merivale by half.',
    ],
    [
      'a name that the source keeps at a distance',
      'The ship was followed for two days by what it called an unmarked vessel off Skarn.',
      'The ship was followed for two days by an unmarked vessel off Skarn.',
      'The ship was followed for two days by what it called an unmarked vessel off Skarn.',
    ],
    [
      'an accusation',
      'The clerk allegedly moved the harbour fund into two private accounts in May.',
      'The clerk moved the harbour fund into two private accounts in May.',
      'The clerk allegedly moved the harbour fund into two private accounts in May.',
    ],
    [
      'the looseness of a number',
      'The blockade left at least 900 passengers ashore on the outer islands of Orr.',
      'The blockade left 900 passengers ashore on the outer islands of Orr.',
      'The blockade left at least 900 passengers ashore on the outer islands of Orr.',
    ],
  ])('%s', (_, source, sentence, whole) => {
    expect(mended(source, sentence)).toEqual([whole])
  })
})

describe('what is not lost', () => {
  const said = 'The dam at Kelmet lost a third of its water in a week, the river board said.'
  test.each([
    ['the same words', said, [said]],
    [
      'another cue for it',
      said,
      ['The dam at Kelmet lost a third of its water in a week, according to the river board.'],
    ],
    [
      'a cue in the sentence before',
      said,
      ['The river board said the summer was dry. The dam at Kelmet lost a third of its water in a week.'],
    ],
    [
      'another word of doubt',
      'The cable could cut power prices in Merivale by half next winter.',
      ['The cable may cut power prices in Merivale by half next winter.'],
    ],
    [
      'a doubt over what the story left out',
      'The cable reached the shore of Skarn on Tuesday and may later be joined by a pipe for hydrogen from Nordal.',
      ['The cable reached the shore of Skarn on Tuesday.'],
    ],
    [
      'marks for what it called',
      'The ship was followed for two days by what it called an unmarked vessel off Skarn.',
      ['The ship was followed for two days by an “unmarked vessel” off Skarn.'],
    ],
    ['a sentence of our own', said, ['Children were let out of school early to see the first boats come in.']],
    [
      'what stands in quotation marks',
      '"We may never finish the sea wall before the storms of the autumn come," Orlik said.',
      ['"We will never finish the sea wall before the storms of the autumn come," Orlik said.'],
    ],
  ])('%s', (_, source, paragraphs) => {
    expect(lost(source, ...paragraphs)).toEqual([])
  })
})

test('a strengthened hedge is told from a dropped one, and its place in the source is known', () => {
  const source = 'Boats came in.\nThe cable could cut power prices in Merivale by half next winter.'
  const [found] = lost(source, 'The cable will cut power prices in Merivale by half next winter.')
  expect(found).toMatchObject({ kind: 'doubt', change: 'strengthened', grave: false, words: 'could' })
  expect(source.slice(found!.lost[0]!.start, found!.lost[0]!.end)).toBe('could')
  expect(source.slice(found!.sentence.start, found!.sentence.end)).toBe(source.split('\n')[1])
})

test('what concerns a crime, a death or an accusation is grave', () => {
  const [found] = lost(
    'Two guards were killed when the gate at Kelmet fell, police said.',
    'Two guards were killed when the gate at Kelmet fell.',
  )
  expect(found).toMatchObject({ kind: 'attribution', change: 'dropped', grave: true })
})

test('places are those of the whole story', () => {
  const said = 'The dam at Kelmet lost a third of its water in a week, the river board said.'
  const text = story('Nothing of the kind was seen.', 'The dam at Kelmet lost a third of its water in a week.')
  const [found] = traceProvenance({ story: text, sources: [{ id: 'a', text: said }], quotations: [] }).lost
  expect(text.text.slice(found!.start, found!.end)).toBe('The dam at Kelmet lost a third of its water in a week.')
  expect(text.text.slice(0, found!.putBack!.start)).toMatch(/in a week$/)
})
