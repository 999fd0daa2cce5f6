import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { parseManuscript, type Manuscript } from '../manuscript'
import { compare, createComparer } from './index'
import { manuscriptPair } from './manuscripts.arbitrary'

vi.setConfig({ testTimeout: 120_000 })
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const story = (...lines: string[]): Manuscript => parseManuscript({ type: 'doc', content: lines.map(paragraph) })

describe('a comparer', () => {
  it('answers as a fresh comparison does, whatever it compared before', () => {
    fc.assert(
      fc.property(manuscriptPair, fc.array(manuscriptPair, { maxLength: 2 }), ([old, fresh], others) => {
        const comparer = createComparer(old)
        for (const [a, b] of others) {
          comparer.compare(a)
          comparer.compare(b)
        }
        expect(comparer.compare(fresh)).toEqual(compare(old, fresh))
      }),
      { numRuns: 150 },
    )
  })

  it('follows a text as it is typed', () => {
    const old = story('The ferry left at dawn.', 'Forecasters had warned of strong winds.')
    const comparer = createComparer(old)
    const typed = ' The crew sent a distress call at noon.'
    for (let length = 1; length <= typed.length; length++) {
      const fresh = story('The ferry left at dawn.', `Forecasters had warned of strong winds.${typed.slice(0, length)}`)
      expect(comparer.compare(fresh)).toEqual(compare(old, fresh))
    }
    expect(comparer.compare(old).changes).toEqual([])
  })
})
