import { Step } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { manuscriptFromText, plainText, schema, type Manuscript } from '@core/manuscript'
import type { Version } from './messages'
import { compareVersions, takeChanges, writeVersions } from './versions'

const head = 'Ferry adrift off the Andamans'
const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers aboard.'
const close = 'An inquiry will report to the harbour board within a month.'
const text = (...lines: string[]) => [head, ...lines].join('\n')
const version = (key: string, manuscript: Manuscript): Version => ({ key, manuscript: manuscript.toJSON() as unknown })

const told = manuscriptFromText(text(opening, close))
const edited = manuscriptFromText(text(opening.replace('sixty', 'ninety'), close))

describe('Versions compared beside the page', () => {
  test('give the list, the text in one and the two columns of the same changes', () => {
    const { changes, summary, reading, rows } = compareVersions(version('a', told), version('b', edited))
    expect(summary.sentence).toBe('1 sentence edited, 1 number changed')
    expect(changes.map(({ oldText, newText }) => [oldText, newText])).toEqual([['sixty', 'ninety']])
    const ids = (blocks: typeof reading) => blocks.flatMap(({ runs }) => runs.flatMap(({ change }) => change ?? []))
    expect(new Set(ids(reading))).toEqual(new Set([changes[0]!.id]))
    expect(new Set(ids(rows.flatMap((row) => [...row.old, ...row.new])))).toEqual(new Set([changes[0]!.id]))
  })

  test('tell what readers of the old one must be told', () => {
    const { correction } = compareVersions(version('a', told), version('b', edited))
    expect(correction.changes.map(({ oldSentence, newSentence }) => [oldSentence, newSentence])).toEqual([
      [opening, opening.replace('sixty', 'ninety')],
    ])
    expect(correction.note).toMatch(/^Correction: /)
  })

  test('wire is compared by its text alone', () => {
    const { changes } = compareVersions({ key: 'wire', text: text(opening, close) }, version('b', edited))
    expect(changes).toHaveLength(1)
  })

  test('give the steps that take a change into the draft, on either side', () => {
    const { changes } = compareVersions(version('a', told), version('b', edited))
    const ids = changes.map(({ id }) => id)
    const after = (draft: Manuscript, side: 'old' | 'new') =>
      takeChanges('a', 'b', ids, side).reduce<Manuscript>(
        (doc, step) => Step.fromJSON(schema, step).apply(doc).doc!,
        draft,
      )
    expect(plainText(after(told, 'old')).text).toBe(plainText(edited).text)
    expect(plainText(after(edited, 'new')).text).toBe(plainText(told).text)
  })

  test('are written as a page with both their names', () => {
    compareVersions(version('a', told), version('b', edited))
    const page = writeVersions('a', 'b', { title: 'ferry', old: 'r1, K. Rao', new: 'Draft' })
    expect(page).toContain('r1, K. Rao')
    expect(page).toContain('ninety')
  })

  test('stay at hand while they are on the screen, however many drafts follow', () => {
    for (let times = 0; times < 30; times++)
      compareVersions(
        version('a', told),
        version(`draft ${times}`, manuscriptFromText(text(opening, close, `${times} more.`))),
      )
    expect(takeChanges('a', 'draft 29', ['c1'], 'new')).toHaveLength(1)
    expect(() => takeChanges('a', 'draft 0', ['c1'], 'new')).toThrow(/not at hand/)
  })
})
