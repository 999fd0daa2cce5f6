import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compareDocs, writeComparisonHtml } from './index'
import type { Doc } from './types'

vi.setConfig({ testTimeout: 120_000 })
// Documents from a pipeline (`writethru diff --jsonl`) need not be manuscripts: any block type, marks out of bounds, lone
// surrogates, line breaks inside blocks, no blocks at all.
const piece = fc.constantFrom('the ', 'ferry ', 'left. ', '\n', '\r\n', '\ud83d', '\udc4d', '\u0000', '\u200d', 'e\u0301', '<b>', '“no” ', '42 ') // prettier-ignore
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
const mark = fc.record({ type: fc.constantFrom('strong', 'link', '"><script>'), from: fc.nat(40), to: fc.nat(40) })
const doc: fc.Arbitrary<Doc> = fc.record({
  blocks: fc.array(
    fc.record({ type: fc.constantFrom('p', 'h1', 'li', 'odd'), text, marks: fc.array(mark, { maxLength: 3 }) }),
    { maxLength: 5 },
  ),
})

describe('any two documents', () => {
  it('have a comparison whose kept text is equal on both sides', () => {
    fc.assert(
      fc.property(doc, doc, (old, fresh) => {
        const [flat, newFlat] = [old, fresh].map(({ blocks }) => blocks.map((block) => block.text).join('\n'))
        const { ops } = compareDocs(old, fresh)
        for (const op of ops)
          if (op.op === 'keep' || op.op === 'move') expect(flat!.slice(...op.old)).toBe(newFlat!.slice(...op.new))
        expect(compareDocs(old, old).changes).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('can be written as a page that runs nothing', () => {
    fc.assert(
      fc.property(doc, doc, fc.string(), (old, fresh, title) => {
        const page = writeComparisonHtml(old, fresh, compareDocs(old, fresh), { title, old: title, new: title })
        expect(page.slice(page.indexOf('<body>'))).not.toMatch(
          /<(?!\/?(?:body|main|h[123]|p|strong|em|code|u|ol|li|a|article|span|ins|del|blockquote|html)\b)/,
        )
      }),
      { numRuns: 200 },
    )
  })
})
