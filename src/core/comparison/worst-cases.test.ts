import { describe, expect, it, vi } from 'vitest'
import { applyChanges, compare, compareDocs } from './index'
import { parseManuscript } from '../manuscript'
import type { Doc } from './types'

// What could make a comparison take forever. That it returns, and right, is all that is asked here; bench/ has the times.
vi.setConfig({ testTimeout: 120_000 })
const doc = (count: number, text: (index: number) => string): Doc => ({
  blocks: Array.from({ length: count }, (_, index) => ({ type: 'p', text: text(index) })),
})
const same = () => 'the same words here again.'
const cases: [title: string, old: Doc, fresh: Doc][] = [
  ['an unbroken word', doc(1, () => 'a'.repeat(200_000)), doc(1, () => `${'a'.repeat(199_999)}b`)],
  ['an unbroken word of joined characters', doc(1, () => 'क्षि'.repeat(20_000)), doc(1, () => `${'क्षि'.repeat(20_000)}x`)],
  ['a paragraph without spaces', doc(1, () => '東京都'.repeat(5_000)), doc(1, () => `大${'東京都'.repeat(5_000)}`)],
  ['one-word blocks in another order', doc(10_000, (i) => `w${i}`), doc(10_000, (i) => `w${(i * 7919) % 10_000}`)],
  ['identical blocks, some fewer', doc(5_000, same), doc(4_000, same)],
  ['identical blocks between others', doc(5_000, (i) => (i % 4_999 ? same() : `x${i}`)), doc(4_000, (i) => (i % 3_999 ? same() : `y${i}`))],
  ['one sentence of two words', doc(1, () => 'a b '.repeat(10_000)), doc(1, () => 'b a a '.repeat(6_000))],
  ['quotation marks that nothing closes', doc(1, () => '“a '.repeat(10_000)), doc(1, () => '“b '.repeat(10_000))],
  ['nothing in common', doc(300, (i) => `alpha${i} beta${i} gamma${i}. `.repeat(20)), doc(300, (i) => `one${i} two${i} three${i}. `.repeat(20))],
] // prettier-ignore

describe('what could make a comparison take forever', () => {
  it.each(cases)('%s', (_, old, fresh) => {
    const { ops, changes } = compareDocs(old, fresh)
    expect(changes.length).toBeGreaterThan(0)
    const kept = ops.flatMap((op) => (op.op === 'keep' || op.op === 'move' ? [op] : []))
    const [text, newText] = [old, fresh].map(({ blocks }) => blocks.map((block) => block.text).join('\n'))
    expect(kept.every((op) => text!.slice(...op.old) === newText!.slice(...op.new))).toBe(true)
  })

  it('a mark on every word', () => {
    const marked = (type: string) =>
      parseManuscript({
        type: 'doc',
        content: [
          {
            type: 'paragraph',
            content: Array.from({ length: 4_000 }, (_, index) => ({
              type: 'text',
              text: `word${index} `,
              ...(index % 2 ? { marks: [{ type }] } : {}),
            })),
          },
        ],
      })
    const [old, fresh] = [marked('strong'), marked('em')]
    const comparison = compare(old, fresh)
    expect(comparison.summary.formats).toBe(2_000)
    const all = new Set(comparison.changes.map(({ id }) => id))
    expect(applyChanges(old, fresh, comparison, all).eq(fresh)).toBe(true)
  })
})
