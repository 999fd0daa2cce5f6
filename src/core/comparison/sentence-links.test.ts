import { describe, expect, it } from 'vitest'
import { compareDocs } from './index'

const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers and four crew aboard.'
const close = 'An inquiry will report to the harbour board within a month, officials at the port office noted.'

/** Compares the middle sentences of a paragraph, and tells which answer each other by their places. */
function answers(old: string[], fresh: string[]) {
  const doc = (middle: string[]) => ({ blocks: [{ type: 'p', text: [opening, ...middle, close].join(' ') }] })
  const [before, after] = [doc(old), doc(fresh)]
  const at = (all: { blocks: { text: string }[] }, list: string[], [start, end]: readonly [number, number]) =>
    list.indexOf(all.blocks[0]!.text.slice(start, end))
  return compareDocs(before, after).ops.flatMap((op) => {
    if (op.op !== 'sentence_pair') return []
    const pair = [at(before, old, op.old), at(after, fresh, op.new)]
    return pair.every((each) => each < 0) ? [] : [pair]
  })
}

const cases: { title: string; old: string[]; fresh: string[]; pairs: number[][] }[] = [
  {
    title: 'a sentence answers one that says the same in another order',
    old: ['Nobody had asked.', 'The bridge was closed overnight by the harbour master.'],
    fresh: ['Overnight, the harbour master shut it: closed was the bridge.', 'Rooms went fast on Friday.'],
    pairs: [[1, 0]],
  },
  {
    title: 'a sentence answers none that has little but common words of it',
    old: ['The bridge was closed overnight by the harbour master.'],
    fresh: ['Two of the hotels in the old town had rooms left by Friday.'],
    pairs: [],
  },
  {
    title: 'the likeliest of several answers',
    old: ['The bridge was closed overnight by the harbour master.'],
    fresh: ['Rooms went fast on Friday.', 'Overnight, the harbour master shut it: closed was the bridge.'],
    pairs: [[0, 1]],
  },
  {
    title: 'what answers in the same place never stands across',
    old: [
      'The bridge was closed overnight by the harbour master.',
      'Lorries were sent round by the valley, twenty miles longer.',
    ],
    fresh: [
      'By the valley, which is twenty miles longer, went every one of the lorries.',
      'Overnight, the harbour master shut the road and closed the bridge.',
    ],
    pairs: [[0, 1]],
  },
  {
    title: 'a sentence answers both of the two that it was split into',
    old: ['The bridge was closed overnight by the harbour master, and lorries were sent round by the valley.'],
    fresh: ['The bridge was closed overnight by the harbour master.', 'Lorries were sent round by the valley.'],
    pairs: [
      [0, 0],
      [0, 1],
    ],
  },
]

describe('sentences that answer each other', () => {
  it.each(cases)('$title', ({ old, fresh, pairs }) => expect(answers(old, fresh)).toEqual(pairs))

  it('keep a line of text that went from one sentence into another that answers a third', () => {
    const line =
      'who had worked on the pier for twenty years and had seen three masters come and go before the storm broke'
    const meeting =
      'The evening ended in a meeting of all the crews in the long hall above the fish market, at which the speakers were the mayor, her deputy and two of the owners'
    const doc = (text: string) => ({ blocks: [opening, text, close].map((each) => ({ type: 'p', text: each })) })
    const before = doc(`${meeting}. At six the harbour office telephoned its oldest clerk Peter Moss, ${line}.`)
    const flat = before.blocks.map(({ text }) => text).join('\n')
    const kept = compareDocs(before, doc(`${meeting}, ${line}.`)).ops.flatMap((op) =>
      op.op === 'keep' ? [flat.slice(...op.old)] : [],
    )
    expect(kept.join('|')).toContain(line)
  })
})
