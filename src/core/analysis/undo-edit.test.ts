import { expect, test } from 'vitest'
import type { Decision } from '../annotations'
import type { Range, StoryText } from '../manuscript'
import type { Fallen, ReviewedQuotation } from './types'
import { undoEdit } from './undo-edit'

const text = 'He said “the gates held all day” and “nobody left”, Fane admitted.'
const story: StoryText = { text, blocks: [{ type: 'paragraph', start: 0, end: text.length }] }
const at = (words: string): Range => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
const decision: Decision = { id: 'd', ruling: { kind: 'confirm' }, by: 'Ada', at: '2026-03-03T12:00:00Z' }

function undone(
  fallen: Omit<Fallen, 'decision'>,
  fragments: Range[] = [at('the gates held all day'), at('nobody left')],
) {
  const cue = at('admitted')
  const one: ReviewedQuotation = {
    quotation: {
      ...at(text),
      id: 'q',
      type: 'mixed',
      fragments,
      cue: 'admitted',
      cueStart: cue.start,
      cueEnd: cue.end,
      why: [],
      confidence: 1,
    },
    state: 'check-again',
    decisions: [],
    fallen: { ...fallen, decision },
  }
  const found = undoEdit(story, one)
  return found && text.slice(0, found.start) + found.text + text.slice(found.end)
}

test('the edited stretch gets its old words, the others stay', () => {
  expect(undone({ what: 'words', was: 'the gates held all night nobody left' })).toBe(
    text.replace('all day', 'all night'),
  )
  expect(undone({ what: 'words', was: 'the gates held all day everybody left' })).toBe(
    text.replace('nobody', 'everybody'),
  )
})

test('a cue that stands there still gets its old words', () => {
  expect(undone({ what: 'cue', was: 'said', is: 'admitted' })).toBe(text.replace('admitted', 'said'))
  expect(undone({ what: 'cue', was: 'said' })).toBeUndefined()
})

test('nothing is offered where the story does not say what stood there', () => {
  expect(undone({ what: 'speaker', was: 'Idris Fane', is: 'Sela Brandt' })).toBeUndefined()
  expect(undone({ what: 'source', was: 'w1' })).toBeUndefined()
  expect(undone({ what: 'words', was: 'something else altogether' })).toBeUndefined()
})
