import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parseManuscript, plainText } from '@core/manuscript'
import { canonicalJson } from '@core/record'
import { HostError } from '@contract/index'
import { sha256 } from './hash'
import type { StoryPackage } from './package'
import { bring, packed, remark, replace, standing, textOf, wholeStory, type Store } from './package.fixture'
import { createStore } from './store'

let folders: string[]
let home: Store
let away: Store
const opened = (actor: string): Store => {
  const folder = mkdtempSync(join(tmpdir(), 'writethru-package-'))
  folders.push(folder)
  return createStore({ folder, actor })
}
beforeEach(() => {
  folders = []
  home = opened('Ada')
  away = opened('Bo')
})
afterEach(() => {
  home.close()
  away.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

test('a package makes the same story in an empty library', () => {
  const id = wholeStory(home)
  const { card, remarks, blocks } = bring(away, packed(home, id))
  expect(remarks).toEqual(['Came in with its history, r1 to r3, and 2 sources and 1 release; every hash matches.'])
  expect([card.id, blocks, card.status]).toEqual([id, 3, 'published'])
  expect(standing(away, id)).toEqual(standing(home, id))
  const [release] = away.calls.open(id).releases
  for (const { name } of release!.files)
    expect(away.calls.releaseFile(release!.id, name)).toEqual(home.calls.releaseFile(release!.id, name))
  expect(away.calls.verify()).toEqual({ stories: 1, revisions: 3, damaged: [] })
  expect(away.calls.search('killed').length).toBeGreaterThan(0)
})

test('a story that came as a package lives on as any other', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, 'quay', 'old quay')
  expect(away.calls.open(id).annotations[0]!.anchor.exact).toBe('old quay')
  away.calls.createRevision(id, '')
  away.calls.restore(id, 1)
  expect(away.calls.verify().damaged).toEqual([])
})

test('a slug that is taken gets a number, and says so', () => {
  away.calls.create({ slug: 'orr-ferry' })
  const { card, remarks } = bring(away, packed(home, wholeStory(home)))
  expect(card.slug).toBe('orr-ferry-2')
  expect(remarks[1]).toContain('“orr-ferry” is taken')
})

type Bend = (pack: StoryPackage) => void
/** A revision changed and hashed anew, as one would who means harm. */
const rehashed = (pack: StoryPackage, index: number, change: object) => {
  const { id: _id, ...content } = { ...pack.revisions[index]!, ...change }
  pack.revisions[index] = { ...content, id: sha256(canonicalJson(content)) }
}
test.each<[string, RegExp, Bend]>([
  [
    'a revision’s note',
    /revision 3 does not match its hash/,
    (pack) => (pack.revisions[2]!.note = 'For the later desk'),
  ],
  [
    'a letter of a manuscript',
    /revision 1 does not match its hash/,
    (pack) =>
      (pack.revisions[0]!.manuscript = JSON.parse(
        JSON.stringify(pack.revisions[0]!.manuscript).replace('12 people', '13 people'),
      )),
  ],
  ['a source', /text of source .* does not match its hash/, (pack) => (pack.sources[0]!.text += ' ')],
  ['a source that is left out', /revision 2 stands on source .* not in the file/, (pack) => pack.sources.shift()],
  ['the chain', /revision 3 does not follow/, (pack) => rehashed(pack, 1, { note: 'another' })],
  ['a number', /revision 3 calls itself 4/, (pack) => rehashed(pack, 2, { number: 4 })],
  ['a story', /revision 3 belongs to another story/, (pack) => rehashed(pack, 2, { story: 'other' })],
  ['a revision left out', /revision 2 does not follow/, (pack) => pack.revisions.splice(1, 1)],
  [
    'a manuscript that is none',
    /revision 3: .*not a manuscript/,
    (pack) => rehashed(pack, 2, { manuscript: { type: 'p' } }),
  ],
  ['the draft', /the draft: A manuscript begins/, (pack) => (pack.story.draft = { type: 'paragraph' })],
  [
    'a released file',
    /orr-ferry.txt does not match its hash/,
    (pack) => (pack.releases[0]!.files[0]!.content = Buffer.from('Nobody died.').toString('base64')),
  ],
  ['a released file’s name', /releases.0.files.0.name/, (pack) => (pack.releases[0]!.files[0]!.name = '../orr.txt')],
  ['a release of nothing', /release of r9 is not of a revision/, (pack) => (pack.releases[0]!.revision = 9)],
  ['a remark twice', /annotation a1 is there twice/, (pack) => pack.story.annotations.push(pack.story.annotations[0]!)],
  ['a field nobody knows', /Unrecognized key/, (pack) => Object.assign(pack, { extra: 1 })],
  ['another format', /format/, (pack) => Object.assign(pack, { format: 'writethru/2' })],
])('%s that was changed is refused by name, and nothing is kept', (_, why, bend) => {
  const pack = JSON.parse(packed(home, wholeStory(home))) as StoryPackage
  bend(pack)
  expect(() => bring(away, JSON.stringify(pack))).toThrow(HostError)
  expect(() => bring(away, JSON.stringify(pack))).toThrow(why)
  expect(() => bring(away, JSON.stringify(pack))).toThrow(/Nothing of it was kept/)
  expect(away.calls.verify()).toEqual({ stories: 0, revisions: 0, damaged: [] })
})

test.each([
  ['cut short', (text: string) => text.slice(0, -40)],
  ['nested too deep', () => `{"format":"writethru/1","story":${'['.repeat(300)}${']'.repeat(300)}}`],
])('a file that is %s is refused', (_, bend) => {
  expect(() => bring(away, bend(packed(home, wholeStory(home))))).toThrow(/JSON.*Nothing of it was kept/s)
})

test('an older package brings nothing new, were it taken from the middle of the typing', () => {
  const id = wholeStory(home)
  const early = packed(home, id)
  expect(bring(home, early).remarks).toEqual(['Nothing new: orr-ferry has all of it.'])
  replace(home, id, 'all day', 'all week')
  home.calls.createRevision(id, '')
  replace(home, id, 'all week', 'for good')
  const before = standing(home, id)
  expect(bring(home, early).remarks).toEqual(['Nothing new: orr-ferry has all of it.'])
  expect(standing(home, id)).toEqual(before)
})

test('a story goes on from where the package does, with what came beside it', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  const [query] = away.calls.open(id).annotations
  away.calls.putAnnotation(id, { ...query!, thread: [...query!.thread, remark('r2', 'The old one')] })
  replace(away, id, '12', '14')
  away.calls.attach(id, { slug: 'more', text: 'Notebook: 14 now.' })
  away.calls.createRevision(id, 'Two more dead')
  const { seq } = away.calls.card(id)
  const decision = {
    id: 'd2',
    ruling: { kind: 'waive', rule: 'copy/open-query', cause: 'copy/open-query: a1' } as const,
    by: 'Bo',
    at: '2026-10-06T13:00:00.000Z',
    reason: 'On deadline',
  }
  away.calls.putDecision(id, decision)
  const note = 'Correction: 14 people were killed, not 12.'
  away.calls.publish({ story: id, kind: 'correction', note, formats: ['txt'], seq })
  replace(away, id, '14', '15')
  expect(bring(home, packed(away, id)).remarks).toEqual([
    'Continued from r3 to r5.',
    'New or changed: 1 source, 2 notes, 1 release.',
  ])
  expect(standing(home, id)).toEqual(standing(away, id))
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 5, damaged: [] })
})

test('remarks of both sides are kept, and the text that went on here stays', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  const [query] = home.calls.open(id).annotations
  const reply = (by: string) => ({ ...query!, thread: [...query!.thread, remark(by, `${by} knows`)] })
  away.calls.putAnnotation(id, reply('bo'))
  home.calls.putAnnotation(id, reply('ada'))
  replace(home, id, 'The fire', 'A fire')
  const said = textOf(home, id)
  expect(bring(home, packed(away, id)).remarks).toEqual([
    'The text of orr-ferry stays as it is.',
    'New or changed: 1 note.',
  ])
  expect(home.calls.open(id).annotations[0]!.thread.map(({ id }) => id)).toEqual(['r1', 'ada', 'bo'])
  expect(textOf(home, id)).toBe(said)
  expect(home.calls.verify().damaged).toEqual([])
})

test('a draft is gone on from even where it was not yet a revision', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, 'closed all day', 'closed all week')
  away.calls.createRevision(id, '')
  expect(bring(home, packed(away, id)).remarks).toEqual(['Continued from r3 to r4.'])
  expect(textOf(home, id)).toContain('closed all week')
  expect(home.calls.verify().damaged).toEqual([])
})

test('a draft here that grew apart goes along onto the revisions of the file', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12', '14')
  away.calls.createRevision(id, '')
  replace(home, id, 'The quay', 'The whole quay')
  expect(bring(home, packed(away, id)).remarks).toEqual([
    'Continued from r3 to r4.',
    'Both had changed since r3, nothing in the same place: the draft has both.',
  ])
  expect(textOf(home, id)).toContain('14 people')
  expect(textOf(home, id)).toContain('The whole quay was closed all day')
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 4, damaged: [] })
})

test('a draft in the file that grew apart goes onto the draft here, and what that said is a revision first', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12', '14')
  home.calls.createRevision(id, '')
  replace(home, id, 'The quay', 'The whole quay')
  const [said, theirs] = [textOf(home, id), packed(away, id)]
  expect(bring(home, theirs).remarks).toEqual([
    'Both had changed since r3, nothing in the same place: the draft has both. What the draft said before is r5.',
  ])
  expect(textOf(home, id)).toBe(said.replace('12', '14'))
  expect(plainText(parseManuscript(home.calls.revision(id, 5).manuscript)).text).toBe(said)
  expect(bring(home, theirs).remarks).toEqual(['Nothing new: orr-ferry has all of it.'])
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 5, damaged: [] })
})

test('revisions on both sides that contradict each other nowhere are merged into one that stands on both', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12', '14')
  replace(home, id, 'The quay', 'The whole quay')
  for (const store of [home, away]) store.calls.createRevision(id, '')
  expect(bring(home, packed(away, id)).remarks).toEqual([
    'Both had changed since r3, nothing in the same place: r5 has both sides.',
  ])
  expect(textOf(home, id)).toContain('14 people')
  expect(textOf(home, id)).toContain('The whole quay was closed all day')
  const [merge, ours] = home.calls.revisions(id)
  const [theirs] = away.calls.revisions(id)
  expect(merge).toMatchObject({ number: 5, kind: 'merge', parents: [ours!.id, theirs!.id], joined: [{ by: 'Bo' }] })
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 6, damaged: [] })
})

test('whose story it is, whether it was put away and the record of who did what come along', () => {
  const id = wholeStory(home)
  home.calls.archive(id, true)
  const { card } = bring(away, packed(home, id))
  expect([card.owner, card.archived]).toEqual(['Ada', true])
  const recordOf = (store: Store) => store.calls.package(id).story.events!.map(({ who, what }) => `${who} ${what}`)
  expect(recordOf(away)).toEqual([...recordOf(home), 'Bo package.import'])
})

test('a source whose id is another story’s here is refused', () => {
  const id = wholeStory(home)
  const pack = JSON.parse(packed(home, id)) as StoryPackage
  const other = away.calls.create({ slug: 'other' }).id
  const { id: taken } = away.calls.attach(other, { text: 'Another text.' })
  pack.sources.push({ ...pack.sources[0]!, id: taken })
  expect(() => bring(away, JSON.stringify(pack))).toThrow(/is another source in this library/)
  expect(away.calls.list().map(({ slug }) => slug)).toEqual(['other'])
})
