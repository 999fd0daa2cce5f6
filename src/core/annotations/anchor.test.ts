import { Transform } from 'prosemirror-transform'
import { expect, test } from 'vitest'
import { parseManuscript, plainText, schema, toPosition, type Manuscript } from '../manuscript'
import { anchorOn, follow, locate, stands } from './anchor'
import type { Decision } from './types'

const story = (...paragraphs: string[]): Manuscript =>
  parseManuscript({
    type: 'doc',
    content: paragraphs.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })

const before = story('The dam held all night.', 'Nobody left the dam.', 'The dam held all night, she said.')
const text = plainText(before).text
const words = (text: string) => schema.text(text)
const on = (words: string, from = 0) => {
  const start = text.indexOf(words, from)
  return anchorOn(text, { start, end: start + words.length })
}
const first = on('dam held all night')
const decision: Decision = {
  id: 'd',
  ruling: { kind: 'confirm' },
  anchor: first,
  also: [{ anchor: on('dam held all night', first.end), cue: 'said' }],
  by: 'Ada',
  at: '2026-03-03T12:00:00Z',
}

function edited(edit: (tr: Transform, at: (offset: number) => number) => void, thing = decision, of = before) {
  const tr = new Transform(of)
  edit(tr, (offset) => toPosition(plainText(of), offset))
  return { after: tr.doc, moved: follow(thing, plainText(of), plainText(tr.doc), tr.mapping) }
}

test('every place of a decision follows an edit before and inside it', () => {
  const { after, moved } = edited((tr, at) =>
    tr.insert(at(first.start + 4), words('wall ')).insert(at(0), words('Yes: ')),
  )
  const now = plainText(after).text
  expect(moved.anchor?.exact).toBe('dam wall held all night')
  expect(moved.also).toMatchObject([{ anchor: { exact: 'dam held all night' }, cue: 'said' }])
  expect(stands(now, moved.anchor!) && stands(now, moved.also![0]!.anchor)).toBe(true)
})

test('a further place that is cut keeps its words, and is found again when they are pasted', () => {
  const second = decision.also![0]!.anchor
  const cut = edited((tr, at) => tr.delete(at(second.start), at(second.end)))
  // Its words stand at the first place too: that is where they are until they come back.
  expect(stands(plainText(cut.after).text, cut.moved.also![0]!.anchor)).toBe(true)
  const alone = { ...decision, anchor: second, also: [{ anchor: on('Nobody left the dam') }] }
  const gone = edited(
    (tr, at) => tr.delete(at(text.indexOf('Nobody')), at(text.indexOf('.', text.indexOf('Nobody')))),
    alone,
  )
  expect(stands(plainText(gone.after).text, gone.moved.also![0]!.anchor)).toBe(false)
  const back = edited((tr) => tr.insert(1, words('Nobody left the dam. ')), gone.moved, gone.after)
  expect(stands(plainText(back.after).text, back.moved.also![0]!.anchor)).toBe(true)
})

test('an orphan is looked for after every edit', () => {
  const left = { ...decision, anchor: on('Nobody left the dam') }
  const gone = edited((tr, at) => tr.delete(at(left.anchor.start), at(left.anchor.end)), left)
  expect(gone.moved).toMatchObject({ orphan: true, anchor: { exact: 'Nobody left the dam' } })
  const back = edited((tr) => tr.insert(1, words('Nobody left the dam. ')), gone.moved, gone.after)
  expect(back.moved.orphan).toBeUndefined()
  expect(back.moved.anchor).toMatchObject({ start: 0, exact: 'Nobody left the dam' })
})

test('among equal words the place whose surroundings fit is taken', () => {
  const anchor = { ...decision.also![0]!.anchor, start: 0, end: 18 }
  expect(locate(text, anchor)).toMatchObject({ start: decision.also![0]!.anchor.start })
})
