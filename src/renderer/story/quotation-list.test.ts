import { expect, test } from 'vitest'
import type { Assessment, QuotationState, Utterance } from '@core/analysis'
import { parseManuscript, plainText } from '@core/manuscript'
import { counts, inFilter, itemsOf, keepOrder, nextToDecide, successor, type Item } from './quotation-list'

const text = plainText(
  parseManuscript({
    type: 'doc',
    content: ['Ash bay cod. Dune elm fir. Gull hay ivy.'].map((words) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: words }],
    })),
  }),
)

function utterance(words: string, state: QuotationState): Utterance {
  const start = text.text.indexOf(words)
  const range = { start, end: start + words.length }
  return {
    key: words.toLowerCase(),
    state,
    quotations: [
      {
        quotation: { ...range, id: words, type: 'direct', fragments: [range], why: [], confidence: 1 },
        state,
        decisions: [],
      },
    ],
  }
}

const assessment = (utterances: Utterance[], nots: string[] = []): Assessment =>
  ({
    utterances,
    notQuotations: nots.map((words) => {
      const start = text.text.indexOf(words)
      return { start, end: start + words.length, kind: 'word', why: '' }
    }),
  }) as unknown as Assessment

const item = (key: string, state: Item['state'] = 'attributed', start = 0): Item => ({
  key,
  state,
  words: key,
  places: [{ start, end: start + 3 }],
})

test('exceptions come first, then what is matched, then what is done; as in the text within each', () => {
  const items = itemsOf(
    assessment(
      [
        utterance('Ash', 'checked'),
        utterance('bay', 'matched'),
        utterance('cod', 'open'),
        utterance('Dune', 'altered'),
        utterance('elm', 'matched'),
      ],
      ['Gull'],
    ),
    text,
  )
  expect(items.map(({ key }) => key)).toEqual(['cod', 'dune', 'bay', 'elm', 'ash', 'gull'])
  expect(counts(items)).toEqual({ all: 5, 'to-decide': 4, altered: 1, matched: 2, checked: 1, not: 1 })
  expect(inFilter(items, 'not').map(({ words }) => words)).toEqual(['Gull'])
})

test('what was just decided is shown as decided before the analysis knows', () => {
  const confirm = {
    id: 'd',
    ruling: { kind: 'confirm' },
    by: 'Ada',
    at: '2026-03-03T12:00:00Z',
    seen: { words: 'cod' },
  } as const
  const items = itemsOf(assessment([utterance('cod', 'open'), utterance('Dune', 'open')]), text, [confirm])
  expect(items.map(({ state }) => state).toSorted()).toEqual(['checked', 'open'])
})

const shown = (...keys: string[]) => keys.map((key) => ({ key, now: undefined }))

test('a mixed quotation just ruled none stands where its words in marks stand', () => {
  const mixed = utterance('Dune elm fir', 'open')
  const [one] = mixed.quotations
  const at = text.text.indexOf('elm')
  one!.quotation.fragments = [{ start: at, end: at + 3 }]
  const not = {
    id: 'd',
    ruling: { kind: 'not-a-quotation', as: 'word' },
    by: 'Ada',
    at: '2026-03-03T12:00:00Z',
    seen: { words: 'elm' },
  } as const
  const [item] = itemsOf(assessment([mixed]), text, [not])
  expect(item).toMatchObject({
    state: 'not',
    words: 'elm',
    places: [{ start: at, end: at + 3 }],
    not: { kind: 'word' },
  })
  expect(item).not.toHaveProperty('utterance')
})

test('lines keep their place when their state changes, gone ones leave, new ones come where they belong', () => {
  const known = shown('a', 'b', 'c')
  expect(keepOrder(known, [item('c'), item('a', 'checked'), item('b')])).toEqual(['a', 'b', 'c'])
  expect(keepOrder(known, [item('a'), item('c')])).toEqual(['a', 'c'])
  expect(keepOrder(known, [item('a'), item('x'), item('b'), item('c')])).toEqual(['a', 'x', 'b', 'c'])
  expect(keepOrder([], [item('b'), item('a')])).toEqual(['b', 'a'])
})

test('a line whose words were edited keeps its place, and the choice', () => {
  const known = [
    { key: 'a', now: { start: 0, end: 3 } },
    { key: 'b', now: { start: 10, end: 12 } },
    { key: 'c', now: { start: 20, end: 23 } },
  ]
  const edited = [item('a', 'open', 0), item('c', 'open', 20), item('b2', 'check-again', 10)]
  expect(keepOrder(known, edited)).toEqual(['a', 'b2', 'c'])
  expect(successor(known, 'b', ['a', 'b2', 'c'])).toBe('b2')
})

test('where a chosen line is gone the one that moved up is chosen', () => {
  expect(successor(shown('a', 'b', 'c'), 'b', ['a', 'c'])).toBe('c')
  expect(successor(shown('a', 'b', 'c'), 'c', ['a', 'b'])).toBe('b')
  expect(successor(shown('a'), 'a', [])).toBeUndefined()
})

test('the view moves on to the next undecided line, round the end, and stops when none is left', () => {
  const items = [item('a'), item('b', 'checked'), item('c', 'matched'), item('d', 'not')]
  expect(nextToDecide(items, 'a')?.key).toBe('c')
  expect(nextToDecide(items, 'c')?.key).toBe('a')
  expect(nextToDecide([item('a'), item('b', 'checked')], 'a')).toBeUndefined()
})
