import { describe, expect, it } from 'vitest'
import { detectStructure, manuscriptFromText, plainText, storyText } from '.'

/** A text's blocks as [kind, words]. */
const blocksOf = (text: string) =>
  detectStructure(text).map(({ type, start, end }): [string, string] => [type, text.slice(start, end)])

describe('parts of a line', () => {
  const after = 'The minister left the hall without a word.'
  const cases: [string, [string, string][]][] = [
    [
      'RIVERTON, Ohio (AP) — The bridge closed on Monday after cracks were found.',
      [
        ['dateline', 'RIVERTON, Ohio (AP)'],
        ['paragraph', 'The bridge closed on Monday after cracks were found.'],
      ],
    ],
    [
      'New Delhi, Mar 3 (PTI) The railways will add forty trains before the festival.',
      [
        ['dateline', 'New Delhi, Mar 3 (PTI)'],
        ['paragraph', 'The railways will add forty trains before the festival.'],
      ],
    ],
    [
      'By Asha Rao Colombo, Mar 3 (PTI) The parties agreed on a date for the vote.',
      [
        ['byline', 'By Asha Rao'],
        ['dateline', 'Colombo, Mar 3 (PTI)'],
        ['paragraph', 'The parties agreed on a date for the vote.'],
      ],
    ],
    [
      `${after}ALSO READ | Port strike enters second weekThe talks go on.`,
      [
        ['paragraph', after],
        ['related', 'ALSO READ | Port strike enters second week'],
        ['paragraph', 'The talks go on.'],
      ],
    ],
    [
      `${after} (With inputs from Meera Iyer in Pune and PTI)`,
      [
        ['paragraph', after],
        ['credit', '(With inputs from Meera Iyer in Pune and PTI)'],
      ],
    ],
    [
      `${after}-With inputs from agencies`,
      [
        ['paragraph', after],
        ['credit', '-With inputs from agencies'],
      ],
    ],
    [
      'The plan was drawn up with inputs from farmers (PTI) and traders.',
      [['paragraph', 'The plan was drawn up with inputs from farmers (PTI) and traders.']],
    ],
    [
      'He agreed with reports that the mill would close.',
      [['paragraph', 'He agreed with reports that the mill would close.']],
    ],
    [
      'FILE - In this photo from May, the old bridge stands empty.',
      [['caption', 'FILE - In this photo from May, the old bridge stands empty.']],
    ],
    [
      'EXCLUSIVE - The mill will close next year, papers show.',
      [['paragraph', 'EXCLUSIVE - The mill will close next year, papers show.']],
    ],
  ]
  it.each(cases)('%s', (line, expected) => {
    expect(blocksOf(`${after}\n${line}\n${after}`).slice(1, -1)).toEqual(expected)
  })

  it('leaves the letters of a party in the sentence', () => {
    expect(blocksOf(`${after}\nThe Progressive Trade Initiative (PTI)`)[1]![0]).toBe('paragraph')
  })

  it('takes an agency in brackets for a photo credit inside a story and for a credit at its end', () => {
    const text = `${after}\nDancers perform on the quay in Kochi on Friday.\n(AFP)\n${after}\n(AFP)`
    expect(blocksOf(text).map(([type]) => type)).toEqual(['paragraph', 'caption', 'photoCredit', 'paragraph', 'credit'])
  })
})

it('gives story text in the offsets of the text as it was given', () => {
  const text = '  One line.\r\n\n\tTwo lines.  '
  const story = storyText(text)
  expect(story.text).toBe(text)
  expect(story.blocks.map(({ start, end }) => text.slice(start, end))).toEqual(['One line.', 'Two lines.'])
})

it('makes an empty manuscript of an empty text', () => {
  const manuscript = manuscriptFromText('')
  manuscript.check()
  expect(plainText(manuscript).text).toBe('')
})
