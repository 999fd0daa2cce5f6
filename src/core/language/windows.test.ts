import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutsOf } from './windows'

const piece = fc.constantFrom(
  'The ferry left. ', 'A cutter came? ', '“No,” he said. ', 'It rained! ', 'क्षि ', '東京で ', '👨‍👩‍👧 ', 'e\u0301tude ', 'at 3.5 p.m. ', 'and so on ',
) // prettier-ignore

describe('reading by windows', () => {
  it.each(['word', 'sentence', 'grapheme'] as const)('cuts a long text where the segmenter does: %s', (granularity) => {
    const segmenter = new Intl.Segmenter('en', { granularity })
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 600 }), (pieces) => {
        const text = pieces.join('')
        expect(cutsOf(text, segmenter)).toEqual(
          [...segmenter.segment(text)].map((each) => each.index + each.segment.length),
        )
      }),
      { numRuns: 30 },
    )
  })

  it('reads one segment longer than any window', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
    expect(cutsOf('a'.repeat(10_000), segmenter)).toEqual([10_000])
    expect(cutsOf('', segmenter)).toEqual([])
  })
})
