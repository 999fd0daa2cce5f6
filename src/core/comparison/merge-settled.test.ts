import { expect, it } from 'vitest'
import { parseManuscript } from '../manuscript'
import { mergeThree, settledAs, settlementsFor } from './index'

const story = (...lines: string[]) =>
  parseManuscript({
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })
const lead = 'The ferry left at dawn with sixty passengers aboard.'
const rescue = 'A cutter reached the vessel before noon.'
const base = story(lead, rescue)
const theirs = story(lead.replace('sixty', 'eighty'), rescue.replace('noon', 'dusk'))
const ours = (passengers: string, time: string) =>
  story(lead.replace('sixty', passengers), rescue.replace('noon', time))

it('holds a settlement while both sides read as they did, and opens it again when one does not', () => {
  const { conflicts } = mergeThree(base, ours('seventy', 'one'), theirs)
  const kept = [settledAs(conflicts[0]!, 'theirs'), settledAs(conflicts[1]!, { words: 'three' })]
  expect([...settlementsFor(conflicts, kept)]).toEqual([
    ['m1', 'theirs'],
    ['m2', { words: 'three' }],
  ])
  const later = mergeThree(base, ours('seventy-one', 'one'), theirs).conflicts
  expect([...settlementsFor(later, kept)]).toEqual([['m2', { words: 'three' }]])
})
