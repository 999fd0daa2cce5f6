import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tokenize, tokenPattern, type Token } from './tokens'

/** The tokens as the pattern alone gives them. */
function byPattern(text: string, start: number, end: number): Token[] {
  return [...text.slice(start, end).matchAll(tokenPattern)].map((match) => ({
    kind: match.groups!.number ? 'number' : match.groups!.word ? 'word' : 'mark',
    text: match[0],
    start: start + match.index,
    end: start + match.index + match[0].length,
  }))
}

test('words, numbers and marks', () => {
  expect(
    tokenize('U.S. "co-ops" paid $1,200.50 (8.5%) on the 21st, in the 1990s — Zoë’s').map(({ text }) => text),
  ).toEqual([
    'U.S.',
    '"',
    'co-ops',
    '"',
    'paid',
    '$1,200.50',
    '(',
    '8.5%',
    ')',
    'on',
    'the',
    '21st',
    ',',
    'in',
    'the',
    '1990s',
    '—',
    'Zoë’s',
  ])
})

const pieces = fc.constantFrom(
  ..."a,B,Zoë,é,U.S.,U.,I.,x,st,nd,th,s,1,23,4.5,9:30,1/2,%,$,€,₹,.,,,',’,ʼ,-,‐,‑,—,…,“,”, ,\n,\u00a0,½,٣,日本,😀,e\u0301,_,(,:,/".split(
    /,(?!,)/,
  ),
)

test('the scanner cuts as the pattern does', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), fc.nat(60), fc.nat(60), (list, a, b) => {
      const text = list.join('')
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      // A range never begins or ends inside a character.
      fc.pre(!/[\udc00-\udfff]/.test(text[start] ?? '') && !/[\udc00-\udfff]/.test(text[end] ?? ''))
      expect(tokenize(text, start, end)).toEqual(byPattern(text, start, end))
    }),
    { numRuns: 3000 },
  )
})
