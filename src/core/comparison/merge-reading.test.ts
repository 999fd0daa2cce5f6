import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseManuscript, plainText } from '../manuscript'
import { mergeReading, mergeThree, pilcrow, settledAs, type MergedRun } from './index'
import { manuscriptTriple } from './manuscripts.arbitrary'

const story = (...lines: string[]) =>
  parseManuscript({
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })
const lead = 'The ferry left at dawn. “We lost the engine,” the mate said on Tuesday.'
const rescue = 'A cutter reached the vessel before noon.'
const base = story(lead, rescue)
const ours = story(lead.replace('the engine', 'one engine').replace('dawn', 'six'), rescue)
const theirs = story(lead.replace('the engine', 'both engines'), rescue.replace('noon', 'dusk'))
const shown = (runs: readonly MergedRun[]) =>
  runs.map(({ text, state, whose, conflict }) => [text, state, whose, conflict].filter(Boolean).join('|'))

describe('reading a merge', () => {
  it('shows each conflict where it stands, and whose each change is that was taken', () => {
    const { blocks, conflicts, taken } = mergeReading(base, ours, theirs, [])
    expect(blocks.map(({ runs }) => shown(runs))).toEqual([
      [
        'The ferry left at |kept', 'dawn|deleted|ours', 'six|inserted|ours', '. “We lost |kept', 'the engine|kept|m1',
        ',” the mate said on Tuesday.|kept',
      ],
      ['A cutter reached the vessel before |kept', 'noon|deleted|theirs', 'dusk|inserted|theirs', '.|kept'],
    ]) // prettier-ignore
    expect(blocks.map(({ before, after }) => [before, after])).toEqual([
      [[], ['m1']],
      [[], []],
    ])
    expect(taken).toEqual({ ours: 1, theirs: 1, both: 0 })
    expect(conflicts).toMatchObject([{ context: { before: '“We lost ', after: ',” the mate said on Tuesday.' } }])
    expect(conflicts[0]!.touches).toContain('quoted-words')
    expect(conflicts[0]!.wordings.theirs.filter(({ state }) => state !== 'deleted').map(({ text }) => text).join('')).toBe(
      'both engines',
    ) // prettier-ignore
  })

  it('shows what a settled conflict says, without what it struck', () => {
    const [conflict] = mergeThree(base, ours, theirs).conflicts
    const { blocks } = mergeReading(base, ours, theirs, [settledAs(conflict!, 'theirs')])
    const text = shown(blocks[0]!.runs.filter(({ conflict }) => conflict))
    expect(text).toEqual(['both engines|inserted|theirs|m1'])
    expect(blocks[0]!.runs.some(({ text, state }) => text.includes('engine') && state === 'deleted')).toBe(false)
  })

  it('says whose place it is where both moved a paragraph', () => {
    const lines = [
      lead,
      'An inquiry was opened.',
      rescue,
      'The quay was shut until the evening tide, the harbour office said.',
    ]
    const [a, b, c, d] = lines as [string, string, string, string]
    const [old, up, down] = [story(a, b, c, d), story(b, a, c, d), story(a, c, b, d)]
    const [conflict] = mergeThree(old, up, down).conflicts
    const moved = (as: 'ours' | 'theirs') =>
      mergeReading(old, up, down, [settledAs(conflict!, as)]).blocks.flatMap(({ runs }) =>
        runs.flatMap(({ state, whose }) => (state === 'moved-away' ? [whose] : [])),
      )
    expect([moved('ours'), moved('theirs')]).toEqual([['ours'], ['theirs']])
  })

  it('tells every conflict once, and reads as the merged text does', () => {
    fc.assert(
      fc.property(manuscriptTriple, ([base, ours, theirs]) => {
        const { blocks, conflicts } = mergeReading(base, ours, theirs, [])
        expect(blocks.flatMap(({ before, after }) => [...before, ...after]).toSorted()).toEqual(
          conflicts.map(({ id }) => id).toSorted(),
        )
        const said = blocks.flatMap(({ new: at, runs }) => [
          ...runs
            .filter(({ state, text }) => state !== 'deleted' && state !== 'moved-away' && text !== pilcrow)
            .map(({ text }) => text),
          ...(at === undefined ? [] : ['\n']),
        ])
        const wordsOf = (text: string) => text.split(/\s+/u).filter(Boolean)
        const { text } = plainText(mergeThree(base, ours, theirs).manuscript)
        expect(wordsOf(said.join(''))).toEqual(wordsOf(text))
      }),
      { numRuns: 300 },
    )
  })
})
