import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { compareDocs, writeComparisonHtml } from './index'
import { cutsOf } from './manuscripts.arbitrary'
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

// Scripts with and without spaces between words, joined and combining characters, run together and apart.
const bit = fc.constantFrom(
  '東京', '首相', 'は', '会談', 'した', '。', '北京', '记者', '“没有”', '한국어', '대통령', 'ความ', 'สุข', 'ก่ำ', 'संसद', 'क्षि', 'مجلس', 'ש\u05c1לום',
  '👩‍👩‍👧', '👍🏽', '🇮🇳', '🇯🇵', '1️⃣', 'e\u0301tude', 'a\u0323\u0302', 'Z\u0351\u036b\u0343', '\u1112\u1161\u11ab', 'ＡＢＣ', 'ｶﾞ', '𠮷', 'self-made', 'U.S.', 'O’Neil', '3.5%',
  '\u200b', '\u00ad', 'a\u200db', 'کتاب\u200cها', '—',
) // prettier-ignore
const gap = fc.constantFrom('', ' ', '', ' ', '\u3000', '\u00a0')
const runs = fc.array(fc.tuple(bit, gap).map(([text, space]) => text + space), { minLength: 1, maxLength: 40 }) // prettier-ignore
const inScripts = fc.tuple(runs, runs, fc.nat(), fc.nat()).map(([all, others, at, count]) => {
  const fresh = all.toSpliced(at % all.length, count % 9, ...others.slice(0, count % 7))
  return [all, fresh].map((parts) => ({ blocks: [{ type: 'p', text: parts.join('') }] }))
})

describe('any two documents', () => {
  it('are never cut inside a word or a grapheme, whatever the script', () => {
    fc.assert(
      fc.property(inScripts, ([old, fresh]) => {
        const { ops, changes } = compareDocs(old!, fresh!)
        const cuts = { old: cutsOf(old!.blocks[0]!.text), new: cutsOf(fresh!.blocks[0]!.text) }
        for (const side of ['old', 'new'] as const) {
          const edges = [
            ...ops.flatMap((op) => (op.op === 'keep' || op.op === 'move' || op.op === 'sentence_pair' ? op[side] : [])),
            ...changes.flatMap((change) => Object.values(change[side] ?? {})),
          ]
          expect(edges.filter((edge) => !cuts[side].has(edge))).toEqual([])
        }
      }),
      { numRuns: 1000 },
    )
  })

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
