import { expect, test } from 'vitest'
import { allFields, copyFields } from '.'
import { schema } from '../manuscript'

const text = (words: string) => [schema.text(words)]
const story = schema.node('doc', null, [
  schema.node('headline', null, text('Orr & Nordal agree')),
  schema.node('standfirst', null, text('A cable after all.')),
  schema.node('dateline', null, text('MERIVALE')),
  schema.node('notice', null, text('Eds: adds quote')),
  schema.node('paragraph', null, text('The cable is lawful.')),
  schema.node('subhead', null, text('What is next')),
  schema.node('credit', null, text('(with AP inputs)')),
  schema.node('related', { href: 'https://example.org/a' }, text('Fleet sails early')),
  schema.node('paragraph', null, text('It will cost more.')),
])

test('a story comes apart into the fields that content systems ask for', () => {
  expect(copyFields(story).map(({ name, text: words }) => [name, words])).toEqual([
    ['headline', 'Orr & Nordal agree'],
    ['standfirst', 'A cable after all.'],
    ['body', 'MERIVALE — The cable is lawful.\n\nWhat is next\n\nIt will cost more.'],
    ['credit', '(with AP inputs)'],
    ['links', 'Fleet sails early\nhttps://example.org/a'],
  ])
})

test('each field is HTML too, without a page around it', () => {
  const html = Object.fromEntries(copyFields(story).map((field) => [field.name, field.html]))
  expect(html['headline']).toBe('Orr &amp; Nordal agree')
  expect(html['body']).toContain('<p><span class="dateline">MERIVALE</span> — The cable is lawful.</p>')
  expect(html['body']).not.toContain('with AP inputs')
  expect(html['links']).toContain('<a href="https://example.org/a">Fleet sails early</a>')
})

test('together they are the story, with no word of the desk', () => {
  const { text: words, html } = allFields(copyFields(story))
  expect(words.split('\n\n')[0]).toBe('Orr & Nordal agree')
  expect(html).toContain('<h1>Orr &amp; Nordal agree</h1>')
  for (const copy of [words, html]) expect(copy).not.toContain('Eds:')
})

test('an empty story has no fields', () => {
  expect(copyFields(schema.node('doc', null, [schema.node('paragraph')]))).toEqual([])
})
