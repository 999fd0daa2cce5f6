import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { describe, expect, test } from 'vitest'
import { schema, type Manuscript } from '@core/manuscript'
import { moveBlocks } from './move-blocks'

const block = (type: string, text: string) => schema.node(type, null, text ? [schema.text(text)] : [])
const story = (...blocks: Manuscript[]) => schema.node('doc', null, blocks)
const list = (...items: string[]) =>
  schema.node(
    'list',
    null,
    items.map((text) => block('item', text)),
  )

/** The blocks' texts after a command with the selection from the start of `from` to the end of `to`. */
function after(doc: Manuscript, command: Command, from: string, to = from) {
  let [start, end] = [0, 0]
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent === from) start = pos + 1
    if (node.isTextblock && node.textContent === to) end = pos + 1 + node.content.size
  })
  let state = EditorState.create({ doc, selection: TextSelection.create(doc, start, end) })
  const done = command(state, (tr) => (state = state.apply(tr)))
  state.doc.check()
  const texts: string[] = []
  state.doc.descendants((node) => void (node.isTextblock && texts.push(node.textContent)))
  const { from: at, to: until } = state.selection
  return { done, texts: texts.join(' '), selected: state.doc.textBetween(at, until, ' ') }
}

const doc = story(
  block('headline', 'H'),
  block('paragraph', 'one'),
  block('paragraph', 'two'),
  block('paragraph', 'three'),
)

describe('Moving blocks', () => {
  test.each([
    ['up, past the one above', doc, 'up', 'two', 'two', 'H two one three'],
    ['down, past the one below', doc, 'down', 'two', 'two', 'H one three two'],
    ['several at once', doc, 'down', 'one', 'two', 'H three one two'],
    ['a list item in its list', story(list('a', 'b', 'c')), 'up', 'c', 'c', 'a c b'],
  ] as const)('%s', (_title, given, direction, from, to, texts) =>
    expect(after(given, moveBlocks(direction), from, to)).toEqual({
      done: true,
      texts,
      selected: from === to ? from : `${from} ${to}`,
    }),
  )

  test.each([
    ['the first paragraph never passes the headline', doc, 'up', 'one'],
    ['the headline stays', doc, 'down', 'H'],
    ['the last block stays', doc, 'down', 'three'],
    ['the first item stays in its list', story(list('a', 'b')), 'up', 'a'],
  ] as const)('%s', (_title, given, direction, from) =>
    expect(after(given, moveBlocks(direction), from).done).toBe(false),
  )
})
