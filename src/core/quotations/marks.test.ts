import { expect, it } from 'vitest'
import { markedRanges } from './marks'
import { read } from './reading.fixture'

const inMarks = (text: string) => markedRanges(text, 0, text.length).map(({ start, end }) => text.slice(start, end))

it.each<[title: string, text: string, ...inside: string[]]>([
  ['straight', '"We will appeal," he said.', 'We will appeal,'],
  ['curly', '“We will appeal,” he said.', 'We will appeal,'],
  ['curly turned the wrong way', '”We will appeal,” he said.', 'We will appeal,'],
  ['low and high', '„We will appeal,“ he said.', 'We will appeal,'],
  ['guillemets', '«We will appeal», he said.', 'We will appeal'],
  ['doubled apostrophes', "''We will appeal,'' he said.", 'We will appeal,'],
  ['doubled graves', "``We will appeal,'' he said.", 'We will appeal,'],
  ['single straight as double', "'We will appeal the town's order,' he said.", "We will appeal the town's order,"],
  ['single curly as double', '‘We will appeal the town’s order,’ he said.', 'We will appeal the town’s order,'],
  ['single in double', '“He said ‘no’ twice,” she said.', 'He said ‘no’ twice,', 'no'],
  ['double in single', '‘He said “no” twice,’ she said.', 'He said “no” twice,', 'no'],
  ['single and double closing together', '“He said ‘no,’” she said.', 'He said ‘no,’', 'no,'],
  [
    'apostrophes closing together',
    "''He said, 'Kosovo is special,''' she said.",
    "He said, 'Kosovo is special,'",
    'Kosovo is special,',
  ],
  ['double in double, alike', '“We “love” this town,” he said.', 'We “love” this town,'],
  ['never closed', 'He wrote: “We will appeal.', 'We will appeal.'],
  ['never closed, the attribution inside', '“We will appeal, Tom Hale said.', 'We will appeal,'],
  ['never opened', 'We will appeal,” he said.', 'We will appeal,'],
  ['opened twice', '“We will. “We must.”', 'We will.', 'We must.'],
])('reads marks: %s', (_title, text, ...inside) => {
  expect(inMarks(text)).toEqual(inside)
})

it.each<[title: string, text: string]>([
  ['a possessive', 'The town’s order and the voters’ choice.'],
  ['a straight possessive', "The town's order and the voters' choice."],
  ['an elision', '’Twas the ’90s, rock ’n’ roll and all.'],
  ['a contraction', "Don't say it isn't so."],
  ['inches', 'The board is 6\'2" tall and 10" wide.'],
  ['a stray closing mark', 'The town met on Monday night” and left.'],
  ['an Irish name', 'Mr. O’Brien and Ms. D’Souza met.'],
  ['nothing between', 'The word “” is missing.'],
])('takes for no marks: %s', (_title, text) => {
  expect(inMarks(text)).toEqual([])
})

it('reads a speech over paragraphs, closed once, as one quotation', () => {
  const text = '“We will appeal,” Tom Hale said. “We have the papers.\n“We have the witnesses.\n“And we have time.”'
  const { quotations } = read(text)
  expect(quotations).toMatchObject([
    { words: 'We will appeal,', speaker: 'Tom Hale' },
    {
      fragmentWords: ['We have the papers.', 'We have the witnesses.', 'And we have time.'],
      speaker: 'Tom Hale',
      type: 'direct',
    },
  ])
  expect(quotations[0]!.utterance).toBe(quotations[1]!.utterance)
})

it('takes the speaker of a speech over paragraphs from where it is told, be it the last', () => {
  const { quotations } = read('“We have the papers.\n“We have the witnesses,” Tom Hale said.')
  expect(quotations).toMatchObject([
    { fragmentWords: ['We have the papers.', 'We have the witnesses,'], speaker: 'Tom Hale', cue: 'said' },
  ])
})

it('does not join paragraphs that are each closed', () => {
  const { quotations } = read('“We have the papers,” Tom Hale said.\n“We have the witnesses,” said Ana Ruiz.')
  expect(quotations.map(({ speaker }) => speaker)).toEqual(['Tom Hale', 'Ana Ruiz'])
})

it('leaves an inner quotation to the outer', () => {
  expect(read('“He told me, ‘Go home and stay there,’ and I went,” Ana Ruiz said.').quotations).toMatchObject([
    { words: 'He told me, ‘Go home and stay there,’ and I went,', speaker: 'Ana Ruiz' },
  ])
})
