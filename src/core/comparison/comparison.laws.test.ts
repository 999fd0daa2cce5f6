import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Step } from 'prosemirror-transform'
import { plainText, schema, type Manuscript } from '../manuscript'
import { applyChanges, changeSteps, compare, compareDocs, docOf, pilcrow, readingOf, type RunState } from './index'
import { cutsOf, manuscriptPair, wordsIn } from './manuscripts.arbitrary'
import type { Change, Comparison } from './types'

// WRITETHRU_RUNS=10000 is the full measure; ordinary runs take a thousand pairs.
declare const process: { env: Record<string, string | undefined> }
vi.setConfig({ testTimeout: 600_000 })
const numRuns = Number(process.env.WRITETHRU_RUNS ?? 1000)
/** Of a pair with very many changes. */
const mostSelections = 60
const wordsOf = (manuscript: Manuscript) => wordsIn(plainText(manuscript).text).map(({ word }) => word)
const blockAt = (manuscript: Manuscript, at: number) => plainText(manuscript).text.slice(0, at).split('\n').length - 1
const everything = ({ changes }: Comparison) => new Set(changes.map(({ id }) => id))
const law = (holds: (...pair: [Parameters<typeof compare>[0], Parameters<typeof compare>[1]]) => void) =>
  fc.assert(
    fc.property(manuscriptPair, ([old, fresh]) => holds(old, fresh)),
    { numRuns },
  )

describe('the laws of a comparison', () => {
  it('gives the new manuscript when everything is taken and the old when nothing is', () =>
    law((old, fresh) => {
      const comparison = compare(old, fresh)
      expect(applyChanges(old, fresh, comparison, everything(comparison)).toJSON()).toEqual(fresh.toJSON())
      expect(applyChanges(old, fresh, comparison, new Set()).toJSON()).toEqual(old.toJSON())
    }))

  it('keeps words inside a moved sentence that joined a paragraph which moved as something else', () => {
    const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)])
    const old = schema.node('doc', null, [
      paragraph('the. according the the. the the.'),
      schema.node('subhead'),
      paragraph('the the. the the the the.'),
      paragraph('Monday the. the.'),
    ])
    const fresh = schema.node('doc', null, [
      schema.node('subhead'),
      paragraph('the the. the the 👩‍👩‍👧 the. the. Monday the. the.'),
      paragraph('the. according the the. the the.'),
    ])
    const comparison = compare(old, fresh)
    expect(plainText(applyChanges(old, fresh, comparison, everything(comparison))).text).toBe(plainText(fresh).text)
  })

  it('gives a valid manuscript without two words run together for any choice', () => {
    fc.assert(
      fc.property(manuscriptPair, fc.infiniteStream(fc.boolean()), ([old, fresh], choices) => {
        const comparison = compare(old, fresh)
        const { changes } = comparison
        const idsOf = (chosen: (change: Change) => boolean) => new Set(changes.filter(chosen).map(({ id }) => id))
        const inBlock = (range: Change['old'], at: number) =>
          range !== undefined && blockAt(old, range.start) <= at && at <= blockAt(old, range.end)
        const known = new Set([old, fresh].flatMap((each) => wordsOf(each)))
        const selections = [
          idsOf(() => choices.next().value as boolean),
          // One change, all of a paragraph, all of a kind: what the screen offers.
          ...changes.map(({ id }) => new Set([id])),
          ...plainText(old).blocks.map((_, at) => idsOf((change) => inBlock(change.old, at))),
          ...[...new Set(changes.map(({ kind }) => kind))].map((kind) => idsOf((change) => change.kind === kind)),
        ].slice(0, mostSelections)
        for (const taken of selections) {
          const result = applyChanges(old, fresh, comparison, taken)
          expect(() => result.check()).not.toThrow()
          expect(wordsOf(result).filter((word) => !known.has(word))).toEqual([])
        }
      }),
      { numRuns },
    )
  })

  it('finds nothing between equal manuscripts and something between different ones', () =>
    law((old, fresh) => {
      expect(compare(old, old).changes).toEqual([])
      expect(compare(old, fresh).changes.length === 0).toBe(old.eq(fresh))
    }))

  it('takes and undoes any choice in a draft by steps', () => {
    fc.assert(
      fc.property(manuscriptPair, fc.infiniteStream(fc.boolean()), ([old, fresh], choices) => {
        const comparison = compare(old, fresh)
        const ids = new Set(comparison.changes.map(({ id }) => id).filter(() => choices.next().value as boolean))
        const rest = new Set(comparison.changes.map(({ id }) => id).filter((id) => !ids.has(id)))
        const run = (draft: Manuscript, steps: Step[]) =>
          steps.reduce((doc, step) => step.apply(doc).doc!, draft).toJSON() as unknown
        expect(run(old, changeSteps(old, fresh, comparison, ids, 'old'))).toEqual(
          applyChanges(old, fresh, comparison, ids).toJSON(),
        )
        expect(run(fresh, changeSteps(old, fresh, comparison, ids, 'new'))).toEqual(
          applyChanges(old, fresh, comparison, rest).toJSON(),
        )
      }),
      { numRuns },
    )
  })

  it('reads as both versions in one, with every change in it', () =>
    law((old, fresh) => {
      const comparison = compare(old, fresh)
      const runs = readingOf(docOf(old), docOf(fresh), comparison).flatMap((block) => block.runs)
      const words = (...states: RunState[]) =>
        runs
          .filter(({ state, text }) => states.includes(state) && text !== pilcrow)
          .map(({ text }) => text)
          .join('')
      const textOf = (manuscript: Manuscript) =>
        plainText(manuscript)
          .blocks.map(({ node }) => node.textContent)
          .join('')
      expect(words('kept', 'inserted', 'moved-here')).toBe(textOf(fresh))
    }))

  it('keeps equal text only, each character once, and never cuts a word or a grapheme', () =>
    law((old, fresh) => {
      const { ops } = compareDocs(docOf(old), docOf(fresh))
      const texts = { old: plainText(old).text, new: plainText(fresh).text }
      const seen = { old: new Set<number>(), new: new Set<number>() }
      const cuts = { old: cutsOf(texts.old), new: cutsOf(texts.new) }
      const faults: unknown[] = []
      for (const op of ops) {
        if (op.op !== 'keep' && op.op !== 'move' && op.op !== 'format') continue
        if (texts.new.slice(...op.new) !== texts.old.slice(...op.old)) faults.push(['unequal', op])
        for (const side of ['old', 'new'] as const) {
          if (!op[side].every((edge) => cuts[side].has(edge))) faults.push(['cut', op])
          for (let at = op[side][0]; op.op !== 'format' && at < op[side][1]; at++) {
            if (seen[side].has(at)) faults.push(['twice', at, op])
            seen[side].add(at)
          }
        }
      }
      expect(faults).toEqual([])
    }))

  it('swaps insertions and deletions when the sides are swapped', () =>
    law((old, fresh) => {
      const kept = ({ ops }: Comparison, side: 'old' | 'new', answer: 'old' | 'new') =>
        ops
          .flatMap((op) =>
            op.op === 'keep' || op.op === 'move' ? [[op.op, ...op[side], ...op[answer]].join(' ')] : [],
          )
          .sort()
      expect(kept(compare(fresh, old), 'new', 'old')).toEqual(kept(compare(old, fresh), 'old', 'new'))
    }))
})
