import { describe, expect, test } from 'vitest'
import { manuscriptFromText } from '@core/manuscript'
import { compareVersions } from '../analysis/versions'
import { changesIn, isUnchanged, modelOf, rowIsUnchanged, sharedShare } from './model'

const head = 'Ferry adrift off the Andamans'
const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const weather = 'Forecasters had warned of strong winds in the strait, and two other sailings were called off.'
const rescue = 'A coast guard cutter reached the drifting vessel shortly before noon and passed a line across.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'

let pairs = 0
/** Two stories from their paragraphs, compared. */
function compared(old: string[], now: string[]) {
  const version = (lines: string[]) => ({
    key: `model ${++pairs}`,
    manuscript: manuscriptFromText([head, ...lines].join('\n')).toJSON() as unknown,
  })
  return compareVersions(version(old), version(now))
}

describe('What views ask of a comparison', () => {
  test('moves are numbered in the order of the text and know which way they went', () => {
    const model = modelOf(compared([opening, weather, rescue, close], [opening, rescue, close, weather]))
    expect([model.moveNumber(1), model.wentTo(1)]).toEqual([1, 'down'])
    const back = modelOf(compared([opening, rescue, close, weather], [opening, weather, rescue, close]))
    expect(back.wentTo(1)).toBe('up')
  })
  test('a paragraph is decided with every change in it, where it stood and where it stands', () => {
    const result = compared(
      [opening.replace('sixty', 'fifty').replace('four', 'five'), weather, rescue, close],
      [opening, rescue, close, weather.replace('two', 'six')],
    )
    const model = modelOf(result)
    const textOf = (id: string) => model.changeOf(id)?.newText
    const first = result.changes.find(({ newText }) => newText === 'sixty')!
    expect(model.inParagraphOf(first.id).map(textOf)).toEqual(['sixty', 'four'])
    const moved = result.changes.find(({ kind }) => kind === 'move')!
    expect(model.inParagraphOf(moved.id).map((id) => model.changeOf(id)?.kind)).toEqual(['move', 'replace'])
  })
  test('what both versions have is unchanged in the text and in the columns', () => {
    const { reading, rows } = compared([opening, weather, close], [opening, weather.replace('two', 'six'), close])
    expect(reading.map(isUnchanged)).toEqual([true, true, false, true])
    expect(rows.map(rowIsUnchanged)).toEqual([true, true, false, true])
    expect([...changesIn(reading[2]!)]).toEqual(['c1'])
  })
  test('the share of words that stand as they are counts those that moved', () => {
    expect(sharedShare(compared([opening, weather], [weather, opening]).reading)).toBe(1)
    expect(sharedShare(compared([opening], [close]).reading)).toBeLessThan(0.5)
  })
})
