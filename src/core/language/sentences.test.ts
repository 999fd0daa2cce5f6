import { describe, expect, it } from 'vitest'
import { sentencesIn } from './index'

const cases: [title: string, ...sentences: string[]][] = [
  ['a title does not end a sentence', 'Dr. Rao met Gen. Singh at St. Mary’s on Sept. 4.', 'They spoke for an hour.'],
  ['initials do not end a sentence', 'John F. Kennedy spoke first.', 'J. R. D. Tata followed.'],
  ['a country’s initials end one when the next begins', 'He flew to the U.S. on Monday.', 'She stayed in the U.K.', 'But he left.'],
  ['a company’s initials end one when the next begins', 'It was bought by Acme Inc.', 'The price was not disclosed.'],
  ['a point named by a letter ends one', 'We drove from point A to point B.', 'In the end it rained.'],
  ['and so on ends one', 'They sell tea, rice, etc.', 'Prices rose.'],
  ['a time ends one when the next begins', 'Polls close at 6 p.m.', 'The count starts at once.'],
  ['a dash opens one after a question', 'Who would trust it?', '—A machine, after all.'],
  ['a dash inside goes on', 'He won – The Hague cheered – and left.'],
  ['a question in marks goes on with who asked it', '“Who is there?” he asked.', 'Nobody spoke.'],
  ['a rank does not end one', 'Police Cpl. Ada Venn said so.', 'It rained.'],
  ['a sign that was lost does not end one', 'It cost ? 2,000 to mend.', 'He paid.'],
] // prettier-ignore

describe('sentences', () => {
  it.each(cases)('%s', (_, ...sentences) => {
    const text = sentences.join(' ')
    expect(sentencesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(sentences)
  })
})
