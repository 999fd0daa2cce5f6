import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorOn } from '@core/annotations'
import { parseManuscript, plainText, schema, type Manuscript } from '@core/manuscript'
import { EditorState } from 'prosemirror-state'
import { createStore } from './store'

let folder: string
let store: ReturnType<typeof createStore>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-store-'))
  store = createStore({ folder, actor: 'Ada' })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const manuscript = (headline: string, ...paragraphs: string[]): unknown =>
  schema
    .node('doc', null, [
      schema.node('headline', null, headline ? [schema.text(headline)] : []),
      ...paragraphs.map((text) => schema.node('paragraph', null, text ? [schema.text(text)] : [])),
    ])
    .toJSON()

/** Steps that type `text` at a place of the draft, as a page sends them. */
function typing(story: string, find: string, text: string) {
  const { seq, manuscript } = store.calls.open(story)
  const doc = parseManuscript(manuscript)
  const at = positionOf(doc, find)
  const { tr } = EditorState.create({ doc })
  tr.insertText(text, at)
  return { story, after: seq, client: 'page', steps: tr.steps.map((step) => step.toJSON() as unknown) }
}

function positionOf(doc: Manuscript, find: string): number {
  const plain = plainText(doc)
  const offset = plain.text.indexOf(find)
  const block = plain.blocks.findLast(({ start }) => start <= offset)!
  return block.pos + offset - block.start
}

const textOf = (story: string) => plainText(parseManuscript(store.calls.open(story).manuscript)).text

function reopen() {
  store.close()
  store = createStore({ folder, actor: 'Ada' })
}

test('a story has its first revision and a slug of its own', () => {
  const one = store.calls.create({ manuscript: manuscript('Rain over the hill fort', 'It rained.') })
  const two = store.calls.create({ manuscript: manuscript('Rain over the hill fort', 'It rained.') })
  expect([one.slug, two.slug]).toEqual(['rain-over-hill-fort', 'rain-over-hill-fort-2'])
  expect(store.calls.revisions(one.id)).toMatchObject([{ number: 1, kind: 'start', by: 'Ada', words: 7 }])
})

test('steps are kept across reopening, in memory or not', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  expect(store.calls.append(typing(id, 'It', 'Then '))).toMatchObject({ saved: true, seq: 1 })
  reopen()
  expect(textOf(id)).toBe('Rain\nThen It rained.')
  expect(store.calls.append(typing(id, 'It', 'so '))).toMatchObject({ saved: true, seq: 2 })
  expect(textOf(id)).toBe('Rain\nThen so It rained.')
})

test('the second writer gets the first one’s steps and nothing is written', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  const late = typing(id, 'rained', 'hardly ')
  store.calls.append(typing(id, 'It', 'Then '))
  expect(store.calls.append(late)).toMatchObject({ saved: false, seq: 1, since: [{ client: 'page' }] })
  expect(textOf(id)).toBe('Rain\nThen It rained.')
})

test('steps that do not fit are refused whole', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  const good = typing(id, 'It', 'Then ')
  const bad = { stepType: 'replace', from: 900, to: 901 }
  expect(() => store.calls.append({ ...good, steps: [...good.steps, bad] })).toThrow('does not fit')
  expect(textOf(id)).toBe('Rain\nIt rained.')
  expect(store.calls.append(good)).toMatchObject({ saved: true, seq: 1 })
})

test('anchors follow the text, become orphans with it and come back', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained hard.') })
  const text = textOf(id)
  const start = text.indexOf('rained')
  store.calls.putAnnotation(id, {
    id: 'a1',
    kind: 'query',
    anchor: anchorOn(text, { start, end: start + 6 }),
    thread: [{ id: 'r1', by: 'Ada', at: '2026-10-06T12:00:00.000Z', text: 'Did it?' }],
  })
  store.calls.append(typing(id, 'It', 'Then '))
  expect(store.calls.open(id).annotations[0]!.anchor).toMatchObject({ start: start + 5, exact: 'rained' })
  const doc = parseManuscript(store.calls.open(id).manuscript)
  const at = positionOf(doc, 'rained')
  const cut = EditorState.create({ doc }).tr.delete(at, at + 6)
  const steps = cut.steps.map((step) => step.toJSON() as unknown)
  store.calls.append({ story: id, after: 1, client: 'page', steps })
  expect(store.calls.open(id).annotations[0]).toMatchObject({ orphan: true, anchor: { exact: 'rained' } })
  expect(store.calls.card(id).openQueries).toBe(1)
  store.calls.append(typing(id, ' hard', 'rained'))
  expect(store.calls.open(id).annotations[0]).not.toHaveProperty('orphan')
})

test('restoring makes a new revision and keeps what stood before', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.', 'It stopped.') })
  store.calls.append(typing(id, 'It stopped', 'Then '))
  store.calls.restore(id, 1)
  expect(textOf(id)).toBe('Rain\nIt rained.\nIt stopped.')
  expect(store.calls.revisions(id).map(({ kind, note }) => [kind, note])).toEqual([
    ['restore', 'Restored r1'],
    ['named', 'Before restoring r1'],
    ['start', ''],
  ])
  expect(plainText(parseManuscript(store.calls.revision(id, 2).manuscript)).text).toContain('Then It stopped.')
  expect(store.calls.verify()).toEqual({ stories: 1, revisions: 3, damaged: [] })
})

test('a long journal opens from its checkpoints and replays whole', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', '.') })
  for (let count = 0; count < 300; count++) store.calls.append(typing(id, '.', 'x'))
  reopen()
  expect(textOf(id)).toBe(`Rain\n${'x'.repeat(300)}.`)
  expect(store.calls.verify().damaged).toEqual([])
})

test('history cannot be rewritten, and what is changed behind its back is found', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  store.calls.attach(id, { text: 'WIRE: it rained', agency: 'AP' })
  store.close()
  const behind = new DatabaseSync(join(folder, 'library.sqlite'))
  expect(() => behind.exec("update revision set content = '{}'")).toThrow('never changes')
  expect(() => behind.exec("update source set text = 'other'")).toThrow('never changes')
  behind.exec('drop trigger revision_stays; drop trigger source_stays')
  behind.exec(`update revision set content = replace(content, 'rained', 'snowed'); update source set text = 'other'`)
  behind.close()
  store = createStore({ folder, actor: 'Ada' })
  expect(store.calls.verify().damaged.map(({ what }) => what)).toEqual([
    'the content does not match its hash',
    expect.stringContaining('does not match its hash'),
  ])
  expect(() => store.calls.revision(id, 1)).toThrow('does not match its hash')
  expect(() => store.calls.open(id)).toThrow('does not match its hash')
})

test('a slug belongs to one story', () => {
  const one = store.calls.create({ slug: 'rain' })
  const two = store.calls.create({ slug: 'snow' })
  expect(() => store.calls.rename(two.id, 'Rain')).toThrow('belongs to')
  expect(store.calls.rename(two.id, 'Heavy Snow').slug).toBe('heavy-snow')
  expect(store.calls.bySlug('rain')).toBe(one.id)
})

test('archiving hides and brings back', () => {
  const { id } = store.calls.create({})
  expect(store.calls.archive(id, true).archived).toBe(true)
  expect(store.calls.archive(id, false).archived).toBe(false)
})

test('an edit takes a ready story back to review', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  store.calls.status(id, 'ready')
  store.calls.append(typing(id, 'It', 'Then '))
  expect(store.calls.card(id).status).toBe('in-review')
})

test('search finds words in text, sources and remarks as they are typed', () => {
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained at the quarry.') })
  store.calls.attach(id, { text: 'The quarrymen stayed home.', agency: 'AP' })
  expect(store.calls.search('quar').map(({ field }) => field)).toEqual(expect.arrayContaining(['text', 'source']))
  store.calls.append(typing(id, 'It', 'Meanwhile '))
  expect(store.calls.search('meanw')).toMatchObject([
    { field: 'text', snippet: expect.stringContaining('«Meanwhile»') },
  ])
  expect(store.calls.search('"')).toEqual([])
})

test('a library from a newer version is refused untouched', () => {
  store.close()
  const path = join(folder, 'library.sqlite')
  const newer = new DatabaseSync(path)
  newer.exec('pragma user_version = 999; pragma wal_checkpoint(truncate); pragma journal_mode = delete')
  newer.close()
  const before = readFileSync(path)
  expect(() => createStore({ folder })).toThrow('newer Writethru')
  expect(readFileSync(path)).toEqual(before)
  rmSync(path)
  store = createStore({ folder })
})

test.each([
  ['text', 'not a database at all, but some text that is long enough'.repeat(20)],
  ['a header and nothing behind it', `SQLite format 3\0${'\0'.repeat(40)}`],
])('a file that is %s is refused untouched', (_, content) => {
  const other = mkdtempSync(join(tmpdir(), 'writethru-bad-'))
  const path = join(other, 'library.sqlite')
  writeFileSync(path, content)
  expect(() => createStore({ folder: other })).toThrow('left untouched')
  expect(readFileSync(path, 'utf8')).toBe(content)
  rmSync(other, { recursive: true })
})

test('two programs share a library and neither loses a word', () => {
  const other = createStore({ folder, actor: 'Bo' })
  const { id } = store.calls.create({ manuscript: manuscript('Rain', 'It rained.') })
  const version = store.calls.version()
  expect(other.calls.append(typing(id, 'It', 'Then '))).toMatchObject({ saved: true })
  expect(store.calls.version()).not.toBe(version)
  expect(store.calls.append(typing(id, 'rained', 'never '))).toMatchObject({ saved: true, seq: 2 })
  expect(plainText(parseManuscript(other.calls.open(id).manuscript)).text).toBe('Rain\nThen It never rained.')
  other.close()
})
