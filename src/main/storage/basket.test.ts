import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SourceInput } from '@core/record'
import { createStore } from './store'

let folder: string
let store: ReturnType<typeof createStore>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-basket-'))
  store = createStore({ folder, actor: 'Ada' })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const wire = (fields: Partial<SourceInput> = {}): SourceInput => ({
  agency: 'AP',
  slug: 'EU--Cable',
  version: '1',
  headline: 'Cable is lawful',
  text: 'The cable is lawful, the president said.',
  ...fields,
})

/** A story made from the first version of the item. */
function storyOn(fields: Partial<SourceInput> = {}) {
  const { card } = store.calls.putWire(wire(fields))
  const story = store.calls.create({ slug: 'cable' })
  store.calls.attachWire(story.id, [card.id])
  return { story, card }
}

test('wire is kept unchanged, and the same wire again is the one that is there', () => {
  const first = store.calls.putWire(wire())
  const again = store.calls.putWire(wire({ file: 'again.txt' }))
  expect([first.fresh, again.fresh, again.card.id]).toEqual([true, false, first.card.id])
  expect(store.calls.wireItem(first.card.id)).toMatchObject(wire())
  expect(store.calls.wireCards()).toMatchObject([{ headline: 'Cable is lawful', words: 7, stories: 0 }])
})

test('an item is attached to a story once', () => {
  const { story, card } = storyOn()
  expect(store.calls.attachWire(story.id, [card.id])).toEqual([])
  expect(store.calls.open(story.id).sources).toMatchObject([{ slug: 'EU--Cable', attachedBy: 'Ada' }])
  expect(store.calls.wireCards()).toMatchObject([{ stories: 1 }])
})

test('a newer version is told to the stories that stand on the older one', () => {
  const { story } = storyOn()
  const { news } = store.calls.putWire(wire({ version: '2', text: 'The cable is late, the president said.' }))
  expect(news).toMatchObject({ what: 'newer', stories: [{ id: story.id, slug: 'cable' }] })
  expect(store.calls.open(story.id).sources[0]?.news).toMatchObject({ what: 'newer', version: '2' })
})

test('a kill weighs more than a newer version, and stands until it is dealt with', () => {
  const { story } = storyOn()
  store.calls.putWire(wire({ version: '2', headline: 'BULLETIN KILL: cable', text: 'Kill the story.' }))
  store.calls.putWire(wire({ version: '3', text: 'The cable is late.' }))
  expect(store.calls.open(story.id).sources[0]?.news).toMatchObject({ what: 'killed', version: '2' })
  expect(store.calls.wireNews()).toMatchObject([{ what: 'killed', item: { status: 'killed' } }])
})

test('an item that its agency puts in place of another is told as newer, under whatever name and slug', () => {
  const { story } = storyOn({ item: 'ap-1', version: '4' })
  const { news } = store.calls.putWire(
    wire({ item: 'ap-2', previous: 'ap-1', slug: 'EU--Cable-Law', version: '1', text: 'The cable is late.' }),
  )
  expect(news).toMatchObject({ what: 'newer', stories: [{ id: story.id }] })
  expect(store.calls.open(story.id).sources[0]?.news).toMatchObject({ what: 'newer', version: '1' })
})

test('an item that is withheld is told so, before any correction; an advisory on it is not', () => {
  const { story } = storyOn()
  expect(store.calls.putWire(wire({ status: 'advisory', version: '2', text: 'A note.' })).news).toBeUndefined()
  store.calls.putWire(wire({ status: 'corrected', version: '2', text: 'The cable is long.' }))
  const { news } = store.calls.putWire(wire({ status: 'withheld', text: 'Hold the story.' }))
  expect(news).toMatchObject({ what: 'withheld', item: { status: 'withheld' } })
  expect(store.calls.open(story.id).sources[0]?.news).toMatchObject({ what: 'withheld' })
})

test('a kill that sends the same words again is told', () => {
  const { story } = storyOn()
  expect(store.calls.putWire(wire({ status: 'killed' })).news).toMatchObject({ what: 'killed' })
  expect(store.calls.open(story.id).sources[0]?.news).toMatchObject({ what: 'killed' })
})

test('an older version, another item and an archived story are no news', () => {
  const { story } = storyOn({ version: '2' })
  expect(store.calls.putWire(wire({ version: '1', text: 'Old words.' })).news).toBeUndefined()
  expect(store.calls.putWire(wire({ slug: 'EU--Ferry', version: '3' })).news).toBeUndefined()
  store.calls.archive(story.id, true)
  expect(store.calls.putWire(wire({ version: '3', text: 'New words.' })).news).toBeUndefined()
})

test('what leaves the basket stays with the stories that attached it', () => {
  const { story, card } = storyOn()
  expect(store.calls.forgetWire('9999-01-01T00:00:00.000Z')).toEqual([card.id])
  expect(store.calls.wireCards()).toEqual([])
  expect(store.calls.open(story.id).sources).toMatchObject([{ text: wire().text }])
  expect(() => store.calls.wireItem(card.id)).toThrow(/no longer in the basket/)
})

test('files of the folder are remembered as they stood', () => {
  store.calls.fileSeen({ path: '/wire/a.txt', size: 10, changed: 5, refused: 'it is a picture.' })
  store.calls.fileSeen({ path: '/wire/a.txt', size: 12, changed: 7 })
  expect(store.calls.seenFiles()).toEqual([{ path: '/wire/a.txt', size: 12, changed: 7 }])
})
