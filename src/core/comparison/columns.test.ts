import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { columnsOf, compareDocs, docOf, pilcrow, type ColumnRow } from './index'
import { manuscriptPair } from './manuscripts.arbitrary'
import type { Doc, DocBlock } from './types'

const story = (...lines: (string | DocBlock)[]): Doc => ({
  blocks: lines.map((line) => (typeof line === 'string' ? { type: 'p', text: line } : line)),
})
const rowsOf = (old: Doc, fresh: Doc) => columnsOf(old, fresh, compareDocs(old, fresh))
const shape = (rows: ColumnRow[]) =>
  rows.map((row) => `${row.old.map((block) => block.old).join('+')}|${row.new.map((block) => block.new).join('+')}`)

const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const rescue = 'A coast guard cutter reached the drifting vessel shortly before noon and passed a line across.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'

describe('two versions in two columns', () => {
  it('shows every word of each version in its own column, in order', () => {
    fc.assert(
      fc.property(manuscriptPair, ([a, b]) => {
        const [old, fresh] = [docOf(a), docOf(b)]
        const rows = rowsOf(old, fresh)
        for (const [side, doc] of [
          ['old', old],
          ['new', fresh],
        ] as const) {
          const blocks = rows.flatMap((row) => row[side])
          expect(blocks.map((block) => block[side])).toEqual(doc.blocks.map((_, index) => index))
          const words = blocks.map(({ runs }) =>
            runs.map(({ text, state }) => (text === pilcrow && state !== 'kept' ? '' : text)).join(''),
          )
          expect(words).toEqual(doc.blocks.map(({ text }) => text))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('names the change of every stretch that only one version has', () => {
    fc.assert(
      fc.property(manuscriptPair, ([a, b]) => {
        const rows = rowsOf(docOf(a), docOf(b))
        const nameless = rows
          .flatMap((row) => [...row.old, ...row.new])
          .flatMap(({ runs }) => runs)
          .filter(({ state, change }) => state !== 'kept' && change === undefined)
        expect(nameless).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    { title: 'edited paragraphs face each other', old: [opening, weather], now: [opening, `${weather} So did he.`], rows: ['0|0', '1|1'] },
    { title: 'a moved paragraph stands alone on both sides', old: [opening, weather, rescue, close], now: [opening, rescue, close, weather], rows: ['0|0', '1|', '2|1', '3|2', '|3'] },
    { title: 'a split paragraph faces its parts', old: [`${opening} ${weather}`, rescue], now: [opening, weather, rescue], rows: ['0|0+1', '1|2'] },
    { title: 'joined paragraphs face the one they became', old: [opening, weather, rescue], now: [`${opening} ${weather}`, rescue], rows: ['0+1|0', '2|1'] },
    { title: 'a replaced paragraph faces what replaced it', old: [opening, weather, close], now: [opening, 'Nobody was hurt.', close], rows: ['0|0', '1|1', '2|2'] },
    { title: 'an added paragraph faces nothing', old: [opening, close], now: [opening, rescue, close], rows: ['0|0', '|1', '1|2'] },
  ])('$title', ({ old, now, rows }) => expect(shape(rowsOf(story(...old), story(...now)))).toEqual(rows)) // prettier-ignore

  it('marks breaks, formats and whole paragraphs with their changes', () => {
    const bold = { type: 'p', text: close, marks: [{ type: 'strong', from: 3, to: 10 }] }
    const [old, fresh] = [story(`${opening} ${weather}`, close), story(opening, weather, bold, rescue)]
    const comparison = compareDocs(old, fresh)
    const rows = columnsOf(old, fresh, comparison)
    const kindOf = (id: string | undefined) => comparison.changes.find((change) => change.id === id)?.kind
    expect(kindOf(rows[0]!.new[0]!.split)).toBe('split')
    expect(rows[0]!.new[0]!.runs.at(-1)).toMatchObject({ text: pilcrow, state: 'inserted' })
    expect(rows[1]!.new[0]!.runs.map(({ text, format }) => [text, kindOf(format)])).toContainEqual([
      'inquiry',
      'format',
    ])
    expect(rows[2]!.new[0]).toMatchObject({ state: 'inserted' })
  })
})
