import { expect, it } from 'vitest'
import sample from '../../../resources/sample/story.txt?raw'
import { storyText } from '../manuscript'
import { findQuotations } from '.'

const { quotations, notQuotations } = findQuotations(storyText(sample))
const wordsOf = ({ start, end }: { start: number; end: number }) => sample.slice(start, end)
const direct = quotations.filter(({ type }) => type === 'direct')

it('the sample has three direct quotations, the first told twice, the second time to AP', () => {
  expect(direct.map(({ speaker, agency }) => [speaker, agency])).toEqual([
    ['Ilse Marand', undefined],
    ['Ilse Marand', 'AP'],
    ['Joren Hale', undefined],
  ])
  expect(wordsOf(direct[0]!)).toMatch(/^This cable is lawful, .* both parliaments,$/)
  expect(wordsOf(direct[1]!)).toMatch(/^This cable is lawful, .* be afraid of it,$/)
})

it('what is told after “adding” is one utterance with the words in marks before', () => {
  const [told] = quotations.filter(({ cue }) => cue === 'adding')
  expect(told).toMatchObject({ type: 'indirect', speaker: 'Joren Hale', utterance: direct[2]!.utterance })
})

it('words in the headline echo what is quoted below', () => {
  expect(quotations.slice(0, 2).map(({ fragments, speaker, type }) => [fragments.map(wordsOf), speaker, type])).toEqual(
    [
      [['This cable is lawful'], 'Ilse Marand', 'mixed'],
      [['overdue'], 'Ilse Marand', 'mixed'],
    ],
  )
  expect(notQuotations).toEqual([])
})

it('fragments in reported clauses are mixed, and a pronoun and a title find their man', () => {
  const inMarks = (words: string) =>
    quotations.find(({ fragments }) => fragments.some((one) => wordsOf(one).startsWith(words)))
  expect(inMarks('calm and unbending')).toMatchObject({ type: 'mixed', speaker: 'Tomas Verrik' })
  expect(inMarks('plain duty')).toMatchObject({ type: 'mixed', speaker: 'Tomas Verrik' })
  expect(inMarks('lasting support')).toMatchObject({ type: 'mixed', speaker: 'Tomas Verrik' })
})

it('words that nobody is said to have spoken have no speaker', () => {
  const [exercises] = quotations.filter(({ fragments }) =>
    fragments.some((one) => wordsOf(one) === 'harbour exercises'),
  )
  expect(exercises).toMatchObject({ type: 'mixed' })
  expect(exercises!.speaker).toBeUndefined()
})

it('the words in marks stand in ten places', () => {
  expect(quotations.flatMap(({ fragments }) => fragments)).toHaveLength(10)
})
