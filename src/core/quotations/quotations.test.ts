import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoryText } from '../manuscript'
import { createQuotationFinder, findQuotations, type Quotation } from '.'

/** A story of paragraphs, one a line. */
function story(text: string): StoryText {
  const blocks: StoryText['blocks'][number][] = []
  let at = 0
  for (const line of text.split('\n')) {
    blocks.push({ type: 'paragraph', start: at, end: at + line.length })
    at += line.length + 1
  }
  return { text, blocks }
}

const words = (text: string, { start, end }: { start: number; end: number }) => text.slice(start, end)
const read = (text: string) => {
  const { quotations, notQuotations } = findQuotations(story(text))
  return {
    quotations: quotations.map((quotation) => ({ ...quotation, words: words(text, quotation) })),
    notQuotations: notQuotations.map((label) => ({ kind: label.kind, words: words(text, label) })),
  }
}

type Expected = [words: string, speaker: string | undefined, cue: string | undefined, type: Quotation['type']]

describe('a quotation is found with its speaker and cue', () => {
  const cases: [title: string, text: string, ...expected: Expected[]][] = [
    [
      'cue after, subject first',
      '“The bridge opens in May,” Ana Ruiz said.',
      ['The bridge opens in May,', 'Ana Ruiz', 'said', 'direct'],
    ],
    [
      'inverted',
      '“We will appeal,” said Tom Hale, a lawyer for the town.',
      ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ],
    [
      'cue before with a colon',
      'Ana Ruiz said: “The bridge opens in May.”',
      ['The bridge opens in May.', 'Ana Ruiz', 'said', 'direct'],
    ],
    [
      'auxiliary',
      'Ana Ruiz has told us: “The bridge opens in May.”',
      ['The bridge opens in May.', 'Ana Ruiz', 'has told', 'direct'],
    ],
    ['straight marks', '"We will appeal," said Tom Hale.', ['We will appeal,', 'Tom Hale', 'said', 'direct']],
    [
      'single marks as double',
      "'We will appeal the town's order,' said Tom Hale.",
      ["We will appeal the town's order,", 'Tom Hale', 'said', 'direct'],
    ],
    ['guillemets', '«We will appeal», said Tom Hale.', ['We will appeal', 'Tom Hale', 'said', 'direct']],
    ['doubled apostrophes', "''We will appeal,'' Tom Hale said.", ['We will appeal,', 'Tom Hale', 'said', 'direct']],
    ['a question', '“Why now?” Ana Ruiz asked.', ['Why now?', 'Ana Ruiz', 'asked', 'direct']],
    [
      'two halves round the cue',
      '“We will appeal,” Tom Hale said, “and we will win.”',
      ['We will appeal,', 'Tom Hale', 'said', 'direct'],
      ['and we will win.', 'Tom Hale', 'said', 'direct'],
    ],
    [
      'going on without a cue',
      '“We will appeal,” Tom Hale said. “We will win this case.”',
      ['We will appeal,', 'Tom Hale', 'said', 'direct'],
      ['We will win this case.', 'Tom Hale', 'said', 'direct'],
    ],
    [
      'a fragment in a clause',
      'Tom Hale said the order was “an insult” to the town.',
      ['the order was “an insult” to the town', 'Tom Hale', 'said', 'mixed'],
    ],
    [
      'reported with that',
      'Tom Hale said that the town would appeal.',
      ['the town would appeal', 'Tom Hale', 'said', 'indirect'],
    ],
    [
      'reported before the cue',
      'The town will appeal, Tom Hale said.',
      ['The town will appeal', 'Tom Hale', 'said', 'indirect'],
    ],
    [
      'according to',
      'According to Tom Hale, the town will appeal.',
      ['the town will appeal', 'Tom Hale', 'According to', 'indirect'],
    ],
    [
      'adding',
      '“We will appeal,” Tom Hale said, adding that the order was late.',
      ['We will appeal,', 'Tom Hale', 'said', 'direct'],
      ['the order was late', 'Tom Hale', 'adding', 'indirect'],
    ],
    [
      'called for',
      'Tom Hale called for “calm and patience” in the town.',
      ['calm and patience” in the town', 'Tom Hale', 'called for', 'mixed'],
    ],
    [
      'an apposition between',
      '“We will appeal,” Tom Hale, a lawyer for the town, said.',
      ['We will appeal,', 'Tom Hale', 'said', 'direct'],
    ],
    ['an unusual verb', '“Get out!” Tom Hale screamed.', ['Get out!', 'Tom Hale', 'screamed', 'direct']],
  ]
  it.each(cases)('%s', (_title, text, ...expected) => {
    expect(read(text).quotations.map(({ words, speaker, cue, type }) => [words, speaker, cue, type])).toEqual(expected)
  })

  it('over several paragraphs as one', () => {
    const text = '“We will appeal,” Tom Hale said. “We have the papers.\n“We have the witnesses.\n“And we have time.”'
    const { quotations } = read(text)
    expect(quotations).toHaveLength(2)
    expect(quotations[1]!.fragments.map((range) => words(text, range))).toEqual([
      'We have the papers.',
      'We have the witnesses.',
      'And we have time.',
    ])
    expect(quotations[1]!.speaker).toBe('Tom Hale')
  })

  it('as one utterance when the cue parts it', () => {
    const { quotations } = read('“We will appeal,” Tom Hale said, “and we will win.”')
    expect(quotations[0]!.utterance).toBe(quotations[1]!.utterance)
  })
})

describe('laws', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '“',
      '”',
      '"',
      "'",
      '‘',
      '’',
      '«',
      '»',
      "''",
      ' ',
      '. ',
      ', ',
      '\n',
      'said ',
      'Ana Ruiz ',
      'told AP ',
      'that ',
      'according to ',
      '(',
      ')',
      '—',
      ': ',
      'he ',
      'the ministry ',
    ),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.lorem({ maxCount: 4 }),
  )
  const copy = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))

  it('offsets slice to the quoted words, for any text', () => {
    fc.assert(
      fc.property(copy, (text) => {
        for (const quotation of findQuotations(story(text)).quotations) {
          expect(quotation.start).toBeGreaterThanOrEqual(0)
          expect(quotation.end).toBeLessThanOrEqual(text.length)
          expect(quotation.end).toBeGreaterThan(quotation.start)
          if (quotation.cue !== undefined) expect(text.slice(quotation.cueStart, quotation.cueEnd)).toBe(quotation.cue)
          for (const { start, end } of quotation.fragments) {
            expect(start).toBeGreaterThanOrEqual(quotation.start)
            expect(end).toBeLessThanOrEqual(quotation.end)
            expect(text.slice(start - 1, start)).toMatch(/["“”„«'‘’`‚‹]/)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('quotations overlap only when one holds the other and says so', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const { quotations } = findQuotations(story(text))
        for (const [index, one] of quotations.entries())
          for (const other of quotations.slice(index + 1)) {
            if (other.start >= one.end) continue
            expect(other.end).toBeLessThanOrEqual(one.end)
            expect(other.nested).toBeDefined()
          }
      }),
      { numRuns: 300 },
    )
  })

  it('a finder that remembers gives what a fresh one gives', () => {
    fc.assert(
      fc.property(copy, copy, (one, two) => {
        const finder = createQuotationFinder()
        finder.find(story(one))
        expect(finder.find(story(two))).toEqual(findQuotations(story(two)))
      }),
      { numRuns: 100 },
    )
  })
})
