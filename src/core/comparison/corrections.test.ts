import { describe, expect, test } from 'vitest'
import { compareDocs, correctionsOf, correctionText } from './index'
import type { Doc } from './types'

const story = (...lines: string[]): Doc => ({
  blocks: lines.map((text, index) => ({ type: index === 0 ? 'h1' : 'p', text })),
})
const head = 'Ferry adrift off the Andamans'
const opening = 'The ferry left Port Blair at dawn on Tuesday with sixty passengers aboard. It was bound for Havelock.'
const master = '“We lost the engine within minutes,” the master told reporters. He was taken ashore by the coast guard.'
const close = 'An inquiry will report to the harbour board within a month.'

const cases: { title: string; old: Doc; now: Doc; says: [string | undefined, string | undefined][] }[] = [
  {
    title: 'a number in a sentence',
    old: story(head, opening, close),
    now: story(head, opening.replace('sixty', 'ninety'), close),
    says: [
      [
        'The ferry left Port Blair at dawn on Tuesday with sixty passengers aboard.',
        'The ferry left Port Blair at dawn on Tuesday with ninety passengers aboard.',
      ],
    ],
  },
  {
    title: 'two changes of fact in one sentence are one correction',
    old: story(head, opening, close),
    now: story(head, opening.replace('Tuesday', 'Friday').replace('sixty', 'ninety'), close),
    says: [
      [
        'The ferry left Port Blair at dawn on Tuesday with sixty passengers aboard.',
        'The ferry left Port Blair at dawn on Friday with ninety passengers aboard.',
      ],
    ],
  },
  {
    title: 'words put into a quotation are told with the sentence they were put into',
    old: story(head, master, close),
    now: story(head, master.replace('lost the engine', 'nearly lost the engine'), close),
    says: [
      [
        '“We lost the engine within minutes,” the master told reporters.',
        '“We nearly lost the engine within minutes,” the master told reporters.',
      ],
    ],
  },
  { title: 'a move changes no fact', old: story(head, opening, master, close), now: story(head, master, opening, close), says: [] },
  {
    title: 'a rewording without a fact is no correction',
    old: story(head, opening, close),
    now: story(head, opening, close.replace('within a month', 'before long')),
    says: [],
  },
  {
    title: 'a paragraph with a name that was taken out',
    old: story(head, opening, 'Captain Ansel Dore was at the wheel that morning.', close),
    now: story(head, opening, close),
    says: [['Captain Ansel Dore was at the wheel that morning.', undefined]],
  },
  { title: 'a headline', old: story(head, close), now: story('Ferry safe off the Andamans', close), says: [[head, 'Ferry safe off the Andamans']] },
] // prettier-ignore

describe('What a correction must say', () => {
  test.each(cases)('$title', ({ old, now, says }) =>
    expect(correctionsOf(old, now, compareDocs(old, now)).map(({ was, is }) => [was, is])).toEqual(says),
  )
  test('it reads as a note to readers', () =>
    expect(
      correctionText([
        { change: 'c1', was: 'Sixty left.', is: 'Ninety left.', touches: ['number'] },
        { change: 'c2', was: 'Rao said so.', touches: ['name'] },
      ]),
    ).toBe(
      'An earlier version said: Sixty left.\nIt now says: Ninety left.\n\nAn earlier version said: Rao said so.\nThat sentence was taken out.',
    ))
})
