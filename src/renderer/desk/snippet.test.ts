import { expect, test } from 'vitest'
import { piecesOf } from './snippet'

test.each([
  [
    'the «bridge» fell',
    [
      ['the ', false],
      ['bridge', true],
      [' fell', false],
    ],
  ],
  ['«bridge»', [['bridge', true]]],
  ['no hit at all', [['no hit at all', false]]],
  ['an open « mark', [['an open « mark', false]]],
  ['', []],
] as [string, [string, boolean][]][])('a snippet is cut at its signs: %s', (snippet, wanted) =>
  expect(piecesOf(snippet).map(({ text, hit }) => [text, hit])).toEqual(wanted),
)
