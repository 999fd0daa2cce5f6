import { expect, test } from 'vitest'
import { lit, search, sentencesOf } from './passages'

const sources = [
  { id: 'a', text: 'The gates held all night. Nobody left.\n\nThe road was shut.' },
  { id: 'b', text: 'Nobody left the dam that night.' },
]
const textOf = (id: string) => sources.find((one) => one.id === id)!.text
const all = sentencesOf(sources)
const found = (words: string) =>
  search(all, textOf, words).map(({ source, start, end }) => textOf(source).slice(start, end))

test('every sentence can be linked, and each knows its place', () => {
  expect(found('')).toEqual([
    'The gates held all night.',
    'Nobody left.',
    'The road was shut.',
    'Nobody left the dam that night.',
  ])
  expect(all.map(({ at }) => at)).toEqual([0, 1, 2, 0])
})

test('the sentence that shares most words comes first, one with the very words before all', () => {
  expect(found('nobody left the dam')[0]).toBe('Nobody left the dam that night.')
  expect(found('left.')[0]).toBe('Nobody left.')
  expect(found('xylophone')).toEqual([])
})

test('words looked for are lit, small ones are not, and nothing is lost', () => {
  const parts = lit('Nobody left the dam.', 'the nobody of it')
  expect(parts.map(({ text }) => text).join('')).toBe('Nobody left the dam.')
  expect(parts.filter((part) => part.lit).map(({ text }) => text)).toEqual(['Nobody', 'the'])
})
