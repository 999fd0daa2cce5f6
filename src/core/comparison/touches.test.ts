import { describe, expect, it } from 'vitest'
import { compareDocs } from './index'
import type { Touch } from './types'

const lead = 'The ferry left Port Blair at dawn with sixty passengers, officials at the harbour office confirmed later.'
const pairs = (type: string, old: string, fresh: string) =>
  compareDocs(
    { blocks: [{ type: 'p', text: lead }, { type, text: old }] },
    { blocks: [{ type: 'p', text: lead }, { type, text: fresh }] },
  ).changes // prettier-ignore

const cases: { title: string; type?: string; old: string; fresh: string; touches: Touch[] }[] = [
  {
    title: 'words changed inside quotation marks alter the quotation',
    old: '“We lost the engine within minutes,” the master told reporters at the pier.',
    fresh: '“We lost both engines within minutes,” the master told reporters at the pier.',
    touches: ['quotation', 'quoted-words'],
  },
  {
    title: 'a comma inside quotation marks touches the quotation and no word of it',
    old: '“Yes we lost the engine within minutes,” the master told reporters at the pier.',
    fresh: '“Yes, we lost the engine within minutes,” the master told reporters at the pier.',
    touches: ['quotation'],
  },
  {
    title: 'marks put around words touch a quotation and no word of it',
    old: 'The master called the rescue a miracle and thanked the crew of the cutter.',
    fresh: 'The master called the rescue a “miracle” and thanked the crew of the cutter.',
    touches: ['quotation'],
  },
  {
    title: 'single marks quote too, and an apostrophe does not end them',
    old: 'The master said ‘we don’t blame the crew’ as he left the pier at noon.',
    fresh: 'The master said ‘we don’t blame the owner’ as he left the pier at noon.',
    touches: ['quotation', 'quoted-words'],
  },
  {
    title: 'a quotation that goes on in the next paragraph is one to its end',
    old: '“We lost the engine within minutes. The cutter came shortly before noon',
    fresh: '“We lost the engine within minutes. The cutter came shortly after noon',
    touches: ['quotation', 'quoted-words'],
  },
  {
    title: 'a figure that changed is a number',
    old: 'The ferry carried 60 passengers, twelve of them children, the harbour office said.',
    fresh: 'The ferry carried 64 passengers, twelve of them children, the harbour office said.',
    touches: ['number'],
  },
  {
    title: 'a figure on both sides of a change is none',
    old: 'The ferry carried some 60 men in all, a number that the harbour office gave.',
    fresh: 'The ferry carried about 60 women in all, a number that the harbour office gave.',
    touches: [],
  },
  {
    title: 'a number in words is a number',
    old: 'A cutter reached the vessel and took two passengers aboard before the storm broke.',
    fresh: 'A cutter reached the vessel and took three passengers aboard before the storm broke.',
    touches: ['number'],
  },
  {
    title: 'a name inside a sentence is a name',
    old: 'The cutter was under the command of Meera Nair when it reached the vessel.',
    fresh: 'The cutter was under the command of Meena Nair when it reached the vessel.',
    touches: ['name'],
  },
  {
    title: 'a name that opens a sentence is one when a cue follows',
    old: 'Nair said the cutter reached the vessel before the storm broke in the strait.',
    fresh: 'Rao said the cutter reached the vessel before the storm broke in the strait.',
    touches: ['name'],
  },
  {
    title: 'a word that opens a sentence is no name',
    old: 'The cutter reached the vessel before the storm broke in the strait that day.',
    fresh: 'A cutter reached the vessel before the storm broke in the strait that day.',
    touches: [],
  },
  {
    title: 'who said it, and how, is a cue',
    old: 'The owners claimed that the engine had been serviced in March of that year.',
    fresh: 'The owners said that the engine had been serviced in March of that year.',
    touches: ['cue'],
  },
  {
    title: 'an agency inside a credit touches the credit',
    old: 'The inquiry reports within a month, with inputs from PTI and the harbour office.',
    fresh: 'The inquiry reports within a month, with inputs from AFP and the harbour office.',
    touches: ['name', 'credit'],
  },
  {
    title: 'a byline is a credit',
    type: 'byline',
    old: 'By our staff reporter in Port Blair',
    fresh: 'By our own reporter in Port Blair',
    touches: ['credit'],
  },
  {
    title: 'the headline is the headline',
    type: 'h1',
    old: 'Ferry adrift off the islands, rescue under way',
    fresh: 'Ferry adrift off the islands, inquiry under way',
    touches: ['headline'],
  },
  {
    title: 'space alone touches nothing',
    old: 'The inquiry reports  within a month to the harbour board, the office said.',
    fresh: 'The inquiry reports within a month to the harbour board, the office said.',
    touches: [],
  },
]

describe('what a change touches', () => {
  it.each(cases)('$title', ({ type = 'p', old, fresh, touches }) => {
    const changes = pairs(type, old, fresh)
    expect(changes.length).toBeGreaterThan(0)
    expect([...new Set(changes.flatMap((change) => change.touches))].sort()).toEqual([...touches].sort())
  })

  it('says that a whole quotation came or went, not that its words were altered', () => {
    const old = 'The master left at noon. He did not speak to the reporters who waited.'
    const changes = pairs('p', old, `${old} “We lost the engine,” his mate told them.`)
    expect(changes.map(({ kind, touches }) => [kind, touches])).toEqual([['insert', ['quotation', 'cue']]])
  })
})
