import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createQuotationFinder, findQuotations } from '.'
import { story } from './reading.fixture'

const piece = fc.oneof(
  fc.constantFrom(
    '“', '”', '"', "'", '‘', '’', '«', '»', "''", '``', ' ', '. ', ', ', '\n', '? ', ': ', '—', '-', '(', ')', 'said ', 'says ', 'told AP ',
    'that ', 'according to ', 'Ana Ruiz ', 'Tom Hale ', 'the mayor ', 'he ', 'she ', 'adding ', 'and ', 'called ', 'who ', 'In May ', 'in a statement',
  ), // prettier-ignore
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.lorem({ maxCount: 4 }),
)
/** Copy as a newsroom never wrote it: marks, cues and names in any order among any characters. */
const copy = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
/** Paragraphs as news copy has them, quoted or not. */
const paragraph = fc
  .tuple(fc.constantFrom('Ana Ruiz', 'Tom Hale', 'The mayor', 'She', 'Officials'), fc.lorem({ maxCount: 9 }), fc.nat(4))
  .map(
    ([who, words, shape]) =>
      [
        `“${words},” ${who} said.`,
        `${who} said: “${words}.”`,
        `${who} said that ${words}.`,
        `“${words}.”`,
        `${words}.`,
      ][shape]!,
  )

describe('of any text', () => {
  it('offsets slice to the quoted words, fragments stand inside, marks stand outside', () => {
    fc.assert(
      fc.property(copy, (text) => {
        for (const quotation of findQuotations(story(text)).quotations) {
          const { start, end, fragments, cue, cueStart, cueEnd, speakerStart, speakerEnd } = quotation
          expect(0 <= start && start < end && end <= text.length).toBe(true)
          if (cue !== undefined) expect(text.slice(cueStart, cueEnd)).toBe(cue)
          if (speakerStart !== undefined) expect(text.slice(speakerStart, speakerEnd)).toMatch(/\S/)
          let last = start
          for (const fragment of fragments) {
            expect(fragment.start >= last && fragment.end <= end && fragment.start < fragment.end).toBe(true)
            const before = text.slice(0, fragment.start)
            expect(before === '' || /["“”„«'‘’`‚‹\n]$/.test(before)).toBe(true)
            last = fragment.end
          }
          expect(quotation.type === 'indirect').toBe(fragments.length === 0)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('quotations overlap only when one holds the other and says so, and come in order', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const { quotations } = findQuotations(story(text))
        expect(quotations.map(({ id }) => id)).toEqual(quotations.map((_one, index) => `q${index + 1}`))
        for (const [index, one] of quotations.entries())
          for (const other of quotations.slice(index + 1)) {
            expect(other.start).toBeGreaterThanOrEqual(one.start)
            if (other.start >= one.end) continue
            expect(other.end).toBeLessThanOrEqual(one.end)
            expect(other.nested).toBeDefined()
          }
      }),
      { numRuns: 500 },
    )
  })

  it('the same text gives the same quotations', () => {
    fc.assert(
      fc.property(copy, (text) => {
        expect(findQuotations(story(text))).toEqual(findQuotations(story(text)))
      }),
      { numRuns: 200 },
    )
  })

  it('a label never stands where a quotation has its words', () => {
    fc.assert(
      fc.property(copy, (text) => {
        const { quotations, notQuotations } = findQuotations(story(text))
        for (const label of notQuotations)
          for (const { fragments } of quotations)
            for (const fragment of fragments)
              expect(fragment.start === label.start && fragment.end === label.end).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('a finder that remembers gives what a fresh one gives, after any edit', () => {
    fc.assert(
      fc.property(
        copy,
        fc.array(fc.tuple(fc.nat(), fc.nat(40), piece), { minLength: 1, maxLength: 6 }),
        (text, edits) => {
          const finder = createQuotationFinder()
          finder.find(story(text))
          let now = text
          for (const [where, cut, put] of edits) {
            const at = now.length === 0 ? 0 : where % now.length
            now = now.slice(0, at) + put + now.slice(at + cut)
            expect(finder.find(story(now))).toEqual(findQuotations(story(now)))
          }
        },
      ),
      { numRuns: 200 },
    )
  })
})

it('paragraphs around do not change how many direct quotations stand in one', () => {
  const around = fc.array(paragraph, { maxLength: 4 })
  const closed = (text: string) => !/“[^”]*$/.test(text)
  fc.assert(
    fc.property(around, paragraph, around, (before, middle, after) => {
      fc.pre(closed(middle))
      const head = ['The town met on Monday night to talk about the bridge and the order.', ...before]
      const text = [...head, middle, ...after].join('\n')
      const start = head.join('\n').length + 1
      const direct = (whole: string, from: number, to: number) =>
        findQuotations(story(whole)).quotations.filter(
          (one) => one.type === 'direct' && one.start >= from && one.end <= to,
        ).length
      expect(direct(text, start, start + middle.length)).toBe(
        direct(`${head[0]}\n${middle}`, head[0]!.length + 1, head[0]!.length + 1 + middle.length),
      )
    }),
    { numRuns: 300 },
  )
})

describe('a megabyte of what is no story is read and throws nothing', () => {
  const size = 1_000_000
  it.each([
    ['marks', '"“”\'’«» '],
    ['one mark', '“'],
    ['one word', 'a'],
    ['fragments', '“a” '],
    ['cues', 'he said that '],
    ['names', 'Smith, '],
    ['tags', '“a,” he said, '],
    ['lines', 'Ann Bo\n'],
  ])('%s', (_title, unit) => {
    const text = unit.repeat(Math.ceil(size / unit.length))
    expect(() => findQuotations(story(text))).not.toThrow()
  })
})
