import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createProvenanceIndex, traceProvenance, type QuoteCheck, type SourceText } from '.'
import { story } from './story.fixture'

// Words of several lengths and kinds, none of them equal to another in any house style.
const words =
  `harbor ferry crews blocked morning guard distance customs revenue closed peacetime passengers ashore season
  length talks authority broke price boats lighthouse school chandler window notice grievance statue admiral brass evening
  shallow granite between narrow quickly seven lanterns carried bitter weather toward engines repaired without promise`
    .trim()
    .split(/\s+/)
const word = fc.constantFrom(...words)
const sentence = fc
  .array(word, { minLength: 6, maxLength: 18 })
  .map((list) => `${list[0]![0]!.toUpperCase()}${list[0]!.slice(1)} ${list.slice(1).join(' ')}.`)
const paragraph = fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '))
const source = fc.array(paragraph, { minLength: 1, maxLength: 5 }).map((list) => list.join('\n\n'))
const wires = (texts: readonly string[]): SourceText[] =>
  texts.map((text, at) => ({ id: `s${at}`, agency: `A${at}`, text }))

describe('the laws of sentences', () => {
  test('a verbatim copy is always verbatim', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), fc.nat(), fc.nat(), (texts, which, from) => {
        const paragraphs = texts[which % texts.length]!.split('\n\n')
        const copied = paragraphs.slice(from % paragraphs.length)
        const { sentences } = traceProvenance({ story: story(...copied), sources: wires(texts), quotations: [] })
        for (const { level, from } of sentences) {
          expect(level).toBe('verbatim')
          expect(from.length).toBeGreaterThan(0)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('the order of the sources changes nothing', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 2, maxLength: 4 }), source, fc.nat(), (texts, own, turn) => {
        const sources = wires(texts)
        const turned = sources.map((_, at) => sources[(at + turn) % sources.length]!).reverse()
        const text = story(...own.split('\n\n'), ...texts[0]!.split('\n\n'))
        const trace = (given: SourceText[]) => traceProvenance({ story: text, sources: given, quotations: [] })
        expect(trace(turned)).toEqual(trace(sources))
      }),
      { numRuns: 40 },
    )
  })

  test('sentences and spans lie in the story, their passages in their sources', () => {
    fc.assert(
      fc.property(fc.array(source, { minLength: 1, maxLength: 3 }), source, (texts, own) => {
        const sources = wires(texts)
        const text = story(...own.split('\n\n'), texts[0]!.split('\n\n')[0]!)
        const { sentences, spans } = traceProvenance({ story: text, sources, quotations: [] })
        const lengthOf = (id: string) => sources.find((one) => one.id === id)!.text.length
        for (const { start, end, from } of sentences) {
          expect(start < end && end <= text.text.length).toBe(true)
          for (const at of from) expect(at.start < at.end && at.end <= lengthOf(at.source)).toBe(true)
        }
        for (const span of spans) {
          expect(span.start < span.end && span.end <= text.text.length).toBe(true)
          expect(span.sourceStart < span.sourceEnd && span.sourceEnd <= lengthOf(span.source)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

const spoken = fc
  .uniqueArray(word, { minLength: 7, maxLength: 16 })
  .map((list) => `${list[0]![0]!.toUpperCase()}${list[0]!.slice(1)} ${list.slice(1).join(' ')}`)
const other = 'The tide turned at noon and the market opened late.'

function check(said: string, ...texts: string[]): QuoteCheck {
  const index = createProvenanceIndex(texts.map((text, at) => ({ id: `s${at}`, text })))
  return index.check(said, { start: 0, end: said.length })
}

const faithful = ['exact', 'typographic']

/** Changes of look that V-1 folds; each takes a number that says where. */
const looks: readonly ((text: string, at: number) => string)[] = [
  (text, at) => text.replace(/ /g, (space, place: number) => (place % 3 === at % 3 ? '\u00a0' : space)),
  (text, at) => text.slice(0, at % text.length) + '\u200b' + text.slice(at % text.length),
  (text, at) => text.slice(0, at % text.length) + '\u00ad' + text.slice(at % text.length),
  (text) => text.replace(/ /, '  '),
  (text) => text.normalize('NFD'),
  (text) => text.charAt(0).toLowerCase() + text.slice(1),
  (text) => `${text},`,
]

describe('the laws of quotations', () => {
  test('typography never makes a quotation differ', () => {
    fc.assert(
      fc.property(
        spoken,
        fc.array(fc.tuple(fc.nat(looks.length - 1), fc.nat(80)), { maxLength: 4 }),
        (said, changes) => {
          const source = `${other}\n"${said}," Orlik said.\n${other}`
          const shown = changes.reduce((text, [which, at]) => looks[which]!(text, at), said)
          expect(faithful).toContain(check(shown, source).verdict)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('one changed word always makes it differ, and is named', () => {
    fc.assert(
      fc.property(spoken, fc.nat(), word, (said, place, put) => {
        const list = said.split(' ')
        const at = place % list.length
        fc.pre(!list.some((one) => one.toLowerCase() === put))
        const changed = list.map((one, n) => (n === at ? put : one)).join(' ')
        const found = check(changed, `${other}\n"${said}," Orlik said.`)
        expect(found.verdict).toBe('differs')
        expect(found.inserted.map((one) => one.toLowerCase())).toEqual([put])
        expect(found.removed.map((one) => one.toLowerCase())).toEqual([list[at]!.toLowerCase()])
      }),
      { numRuns: 150 },
    )
  })

  test.each([
    ['colour', 'color'],
    ['organise', 'organize'],
    ['9', 'nine'],
    ['percent', 'per cent'],
    ['U.N.', 'UN'],
    ['defence', 'defense'],
  ])('%s for %s is house style in any quotation', (ours, theirs) => {
    fc.assert(
      fc.property(spoken, fc.nat(), (said, place) => {
        const list = said.split(' ')
        const at = 1 + (place % (list.length - 1))
        const put = (form: string) => [...list.slice(0, at), form, ...list.slice(at)].join(' ')
        expect(check(put(ours), `"${put(theirs)}," Orlik said.`).verdict).toBe('house-style')
        expect(check(put(theirs), `"${put(ours)}," Orlik said.`).verdict).toBe('house-style')
      }),
      { numRuns: 15 },
    )
  })

  test('joining across the source’s own cue never makes it differ (V-8)', () => {
    fc.assert(
      fc.property(spoken, spoken, (one, next) => {
        fc.pre(!next.split(' ').some((word) => one.toLowerCase().split(' ').includes(word.toLowerCase())))
        const found = check(`${one}. ${next}`, `${other}\n"${one}," Orlik said. "${next}."`)
        expect(faithful).toContain(found.verdict)
        expect(found.notes).toContain('joined')
      }),
      { numRuns: 60 },
    )
  })

  test('what an agency put in round brackets never makes it differ: kept, left out or put otherwise (Q-8)', () => {
    fc.assert(
      fc.property(spoken, fc.nat(), word, fc.constantFrom('kept', 'left out', 'changed'), (said, place, put, what) => {
        const list = said.split(' ')
        const at = 1 + (place % (list.length - 1))
        const bracketed = (words: string) => [...list.slice(0, at), words, ...list.slice(at)].join(' ')
        const ours = what === 'left out' ? said : bracketed(what === 'kept' ? '(of the crews)' : `(of the ${put})`)
        const found = check(ours, `${other}\n"${bracketed('(of the crews)')}," Orlik said.`)
        expect(found.verdict).not.toBe('differs')
        expect(found.notes).toContain(
          what === 'kept' || (what === 'changed' && put === 'crews')
            ? 'insertion-kept'
            : what === 'changed'
              ? 'insertion-changed'
              : 'insertion-dropped',
        )
      }),
      { numRuns: 90 },
    )
  })

  test('joining two answers does', () => {
    fc.assert(
      fc.property(spoken, spoken, (one, next) => {
        fc.pre(!next.split(' ').some((word) => one.toLowerCase().split(' ').includes(word.toLowerCase())))
        const found = check(`${one}. ${next}`, `"${one}," Orlik said.\n${other}\nAsked again, Marand said: "${next}."`)
        expect(found.verdict).toBe('differs')
      }),
      { numRuns: 60 },
    )
  })
})
