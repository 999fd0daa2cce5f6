import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readStory, ReadError } from '.'
import { anpa, blocksOf, bytesOf, ferry, iptc7901, newsItem, newsMessage, ninjs, nitf, type Item } from './wire.fixture'

declare const process: { env: Record<string, string | undefined> }
// Every run writes an item and reads it in eight formats.
const numRuns = Number(process.env.WRITETHRU_RUNS ?? 200)

const formats: [string, (item: Item) => string, type: string][] = [
  ['NITF', nitf, 'nitf'],
  ['NewsML-G2', newsItem, 'newsml-g2'],
  ['a NewsML-G2 message', (item) => newsMessage(newsItem(item)), 'newsml-g2'],
  ['ninjs 1', (item) => ninjs(item, 1), 'ninjs'],
  ['ninjs 2', (item) => ninjs(item, 2), 'ninjs'],
  ['ninjs 3', (item) => ninjs(item, 3), 'ninjs'],
  ['IPTC 7901', iptc7901, 'iptc7901'],
  ['ANPA 1312', anpa, 'anpa'],
]

// Letters of which any of the formats can write each; “&” and “<” are its own signs in some.
const word = fc.constantFrom(
  ...['council', 'ferry', 'Orr', 'Skarn', 'harbour', 'quay', 'seven', 'a&b', 'x<y', 'naïve', 'Łódź', '£40', "board's"],
  ...['vote', 'two', 'million', 'bridge', 'winter', 'tugs', 'cargo', '“sell”', '50%', 'M/V', 'fares', '(Ardania)'],
)
const sentence = fc.array(word, { minLength: 12, maxLength: 60 }).map((words) => `The ${words.join(' ')} of Orr.`)
const item = fc
  .record({
    headline: fc.array(fc.constantFrom('Orr', 'ferry', 'council', 'harbour', 'votes'), { minLength: 3, maxLength: 9 }),
    paragraphs: fc.array(sentence, { minLength: 1, maxLength: 8 }),
    version: fc.constantFrom('1st', '2nd', '3rd'),
  })
  .map(({ headline, ...rest }): Item => ({ ...ferry, ...rest, headline: `Skarn ${headline.join(' ')}` }))

function outcomeOf(bytes: Uint8Array): unknown {
  try {
    return readStory(bytes).manuscript.type.name === 'doc' ? 'read' : 'nothing'
  } catch (error) {
    return error instanceof ReadError && error.message ? 'refused' : error
  }
}

describe.each(formats)('%s', (_name, write, type) => {
  test('what was written into it is read out of it, each paragraph whole and in order', () => {
    fc.assert(
      fc.property(item, (given) => {
        const story = readStory(bytesOf(write(given)))
        const lines = blocksOf(story)
          .filter(([kind]) => !['headline', 'byline', 'notice'].includes(kind))
          .map(([, words]) => words)
        expect(story.type).toBe(type)
        expect(lines).toEqual(given.paragraphs)
        expect(story.wire.headline).toBe(given.headline)
        expect(story.wire).toMatchObject({ agency: 'AP', slug: given.slug })
        expect(story.wire.text).toContain(given.paragraphs.join('\n'))
      }),
      { numRuns },
    )
  })

  test('is told by what is in the file, whatever its name', () => {
    for (const name of ['a.txt', 'a.html', 'a.md', 'a'])
      expect(readStory(bytesOf(write(ferry)), { name }).type).toBe(type)
  })

  test('any part of a file gives a story or a reason, and nothing else', () => {
    const bytes = bytesOf(write(ferry))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), fc.integer({ min: 0, max: 255 }), (cut, byte) => {
        const damaged = Uint8Array.from([...bytes.subarray(0, cut), byte])
        expect(['read', 'refused']).toContain(outcomeOf(damaged))
      }),
      { numRuns },
    )
  })
})

test('the same item in every format is the same text', () => {
  const texts = formats.map(([, write]) => {
    const { headline, ...rest } = { ...ferry }
    const story = readStory(bytesOf(write({ ...rest, headline })))
    return blocksOf(story)
      .filter(([kind]) => kind === 'dateline' || kind === 'paragraph')
      .map(([, words]) => words)
  })
  for (const text of texts) expect(text).toEqual(texts[0])
})
