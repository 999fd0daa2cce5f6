import { describe, expect, it } from 'vitest'
import type { NotQuotation } from './types'
import { read } from './reading.fixture'

describe('words in marks that nobody said are told apart', () => {
  it.each<[kind: NotQuotation['kind'], text: string, words: string]>([
    ['scare', 'The so-called “people’s bank” closed in May.', 'people’s bank'],
    ['scare', 'The “woke” budget passed in May.', 'woke'],
    ['title', 'Ana Ruiz wrote the novel “The Long Winter” in Salem.', 'The Long Winter'],
    ['title', 'Ana Ruiz starred in “Days of Salt and Honey” for a year.', 'Days of Salt and Honey'],
    ['title', 'Ruiz spoke on ABC’s “Good Morning Salem” about the bridge.', 'Good Morning Salem'],
    ['nickname', 'Tom “Big Fish” Hale won the race.', 'Big Fish'],
    ['nickname', 'Hale, nicknamed “the Big Fish,” won the race.', 'the Big Fish,'],
    ['motto', 'The town’s motto, “Salt before sugar,” is old.', 'Salt before sugar,'],
    ['motto', 'Protesters held signs with “Fix the bridge” on them.', 'Fix the bridge'],
    ['word', 'The term “bridge” means a road over water.', 'bridge'],
    ['word', 'She used the word “never” in her letter.', 'never'],
    ['hypothetical', 'Imagine a mayor who says, “The bridge can wait.”', 'The bridge can wait.'],
    ['hypothetical', 'A mayor might say, “The bridge can wait another year.”', 'The bridge can wait another year.'],
  ])('%s: %s', (kind, text, words) => {
    const { quotations, notQuotations } = read(text)
    expect(notQuotations).toMatchObject([{ kind, words, why: expect.any(String) }])
    expect(quotations).toEqual([])
  })
})

it.each([
  'Tom Hale called the order “insane.”',
  '“No,” Tom Hale said.',
  'Tom Hale said the order was “woke.”',
  'Tom Hale answered in one word: “Never.”',
])('one word that somebody said is a quotation: %s', (text) => {
  expect(read(text)).toMatchObject({ quotations: [{ speaker: 'Tom Hale' }], notQuotations: [] })
})

it('two words in marks that nobody is said to have spoken are a quotation of nobody', () => {
  const { quotations } = read('The North made ‘war preparations’ all summer.')
  expect(quotations).toMatchObject([{ words: 'war preparations', type: 'mixed' }])
  expect(quotations[0]!.speaker).toBeUndefined()
})
