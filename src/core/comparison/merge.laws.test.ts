import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { plainText, type Manuscript } from '../manuscript'
import { compare, mergeThree } from './index'
import { manuscriptPair, manuscriptTriple, wordsIn } from './manuscripts.arbitrary'

// WRITETHRU_RUNS=10000 is the full measure; ordinary runs take a thousand.
declare const process: { env: Record<string, string | undefined> }
vi.setConfig({ testTimeout: 600_000 })
const runs = { numRuns: Number(process.env.WRITETHRU_RUNS ?? 1000) }
const wordsOf = (text: string) => wordsIn(text).map(({ word }) => word)

describe('the laws of merging two revisions of one version', () => {
  it('takes the one that changed when the other did not, and what both made', () => {
    fc.assert(
      fc.property(manuscriptPair, ([base, fresh]) => {
        expect(mergeThree(base, base, fresh)).toEqual({ manuscript: fresh, conflicts: [] })
        expect(mergeThree(base, fresh, base)).toEqual({ manuscript: fresh, conflicts: [] })
        expect(mergeThree(base, fresh, fresh)).toEqual({ manuscript: fresh, conflicts: [] })
      }),
      runs,
    )
  })

  it('gives the same whichever of the two is ours, and a valid manuscript', () => {
    fc.assert(
      fc.property(manuscriptTriple, ([base, ours, theirs]) => {
        const merge = mergeThree(base, ours, theirs)
        const turned = mergeThree(base, theirs, ours)
        expect(() => merge.manuscript.check()).not.toThrow()
        expect(turned.manuscript.toJSON()).toEqual(merge.manuscript.toJSON())
        expect(turned.conflicts.map(({ base: range, oursText, theirsText }) => [range, theirsText, oursText])).toEqual(
          merge.conflicts.map(({ base: range, oursText, theirsText }) => [range, oursText, theirsText]),
        )
      }),
      runs,
    )
  })

  it('loses no word: what either wrote is in the result or in a conflict, and so is what both kept', () => {
    fc.assert(
      fc.property(manuscriptTriple, ([base, ours, theirs]) => {
        const { manuscript, conflicts } = mergeThree(base, ours, theirs)
        const told = new Set(
          [plainText(manuscript).text, ...conflicts.flatMap(({ oursText, theirsText, ours: a, theirs: b }) => [
            oursText, theirsText, ...[...a, ...b].map(({ newText }) => newText),
          ])].flatMap(wordsOf), // prettier-ignore
        )
        const written = (fresh: Manuscript) =>
          compare(base, fresh).changes.flatMap(({ kind, newText }) =>
            kind === 'insert' || kind === 'replace' ? wordsOf(newText) : [],
          )
        expect([...written(ours), ...written(theirs)].filter((word) => !told.has(word))).toEqual([])
        const keptBy = (fresh: Manuscript) => {
          const ranges = compare(base, fresh).ops.flatMap((op) =>
            op.op === 'keep' || op.op === 'move' ? [op.old] : [],
          )
          return (from: number, to: number) => ranges.some(([start, end]) => start <= from && to <= end)
        }
        const [byOurs, byTheirs] = [keptBy(ours), keptBy(theirs)]
        const keptByBoth = wordsIn(plainText(base).text).flatMap(({ word, start, end }) =>
          byOurs(start, end) && byTheirs(start, end) ? [word] : [],
        )
        const found = new Map<string, number>()
        const count = (words: string[], by: 1 | -1) => {
          for (const each of words) found.set(each, (found.get(each) ?? 0) + by)
        }
        count(wordsOf([plainText(manuscript).text, ...conflicts.map(({ baseText }) => baseText)].join('\n')), 1)
        count(keptByBoth, -1)
        expect([...found].filter(([, count]) => count < 0)).toEqual([])
      }),
      runs,
    )
  })

  it('runs no two words together: every word of the result is a word of a version', () => {
    fc.assert(
      fc.property(manuscriptTriple, fc.infiniteStream(fc.constantFrom('ours', 'theirs', 'base')), (triple, choices) => {
        const known = new Set(triple.flatMap((each) => wordsOf(plainText(each).text)))
        const { manuscript, conflicts } = mergeThree(...triple)
        const sides = new Map(conflicts.map(({ id }) => [id, choices.next().value as 'ours' | 'theirs' | 'base']))
        for (const each of [manuscript, mergeThree(...triple, sides).manuscript])
          expect(wordsOf(plainText(each).text).filter((word) => !known.has(word))).toEqual([])
      }),
      runs,
    )
  })

  it('settles a conflict as it is told', () => {
    fc.assert(
      fc.property(manuscriptTriple, ([base, ours, theirs]) => {
        const { conflicts } = mergeThree(base, ours, theirs)
        for (const side of ['ours', 'theirs', 'base'] as const) {
          const merge = mergeThree(base, ours, theirs, new Map(conflicts.map(({ id }) => [id, side])))
          expect(() => merge.manuscript.check()).not.toThrow()
          expect(merge.conflicts.map(({ id, base: range }) => [id, range])).toEqual(
            conflicts.map(({ id, base: range }) => [id, range]),
          )
        }
      }),
      { numRuns: runs.numRuns / 4 },
    )
  })

  it('tells where each conflict stands in the merged text, and what was written there stands there', () => {
    fc.assert(
      fc.property(manuscriptTriple, fc.string({ maxLength: 12 }), ([base, ours, theirs], typed) => {
        const { conflicts } = mergeThree(base, ours, theirs)
        const words = typed.replace(/\s+/gu, ' ').trim()
        for (const settled of [undefined, 'ours', 'theirs', 'base', 'both', { words }] as const) {
          const settlements = new Map(settled ? conflicts.map(({ id }) => [id, settled]) : [])
          const merge = mergeThree(base, ours, theirs, settlements)
          expect(() => merge.manuscript.check()).not.toThrow()
          const { text } = plainText(merge.manuscript)
          for (const { holds, merged } of merge.conflicts) {
            expect(merged.start).toBeLessThanOrEqual(merged.end)
            expect(merged.end).toBeLessThanOrEqual(text.length + 1)
            // What moved into the place stays in it beside the words.
            if (holds === 'words' && typeof settled === 'object')
              expect(`${text}\n`.slice(merged.start, merged.end)).toContain(words)
          }
        }
      }),
      { numRuns: runs.numRuns / 4 },
    )
  })
})
