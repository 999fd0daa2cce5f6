import { expect, test } from 'vitest'
import { namesIn, wordsToCheck } from './words'

test.each([
  ['The mayor’s plan', ['The', 'mayor', 'plan']],
  ['It cost $40m in Q3 of 2026.', ['It', 'cost', 'in', 'of']],
  ['See https://example.org/paeg or write to desk@example.org', ['See', 'or', 'write', 'to']],
  ['NATO and the UN', ['and', 'the']],
  ["don't well-read", ["don't", 'well-read']],
] as const)('of %j these words are looked up: %j', (text, words) => {
  expect(wordsToCheck(text).map((word) => word.text)).toEqual(words)
})

test('the range of a word leaves its possessive out', () => {
  const [, word] = wordsToCheck('The ferryman’s oar')
  expect('The ferryman’s oar'.slice(word!.start, word!.end)).toBe('ferryman')
})

test('a capital inside a sentence makes a name, one at its start does not', () => {
  const names = namesIn('Borwick spoke. Then Mr Oldacre-Venn answered Borwick’s clerk.\nQuietly he left.')
  expect([...names].sort()).toEqual(['Borwick', 'Mr', 'Oldacre', 'Oldacre-Venn', 'Venn'])
})
