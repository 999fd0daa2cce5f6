import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorOn } from '@core/annotations'
import { mergeThree, settledAs, type Settlement } from '@core/comparison'
import { parseManuscript, plainText } from '@core/manuscript'
import { applicationId, currentVersion, migrations } from './migrations'
import { bring, packed, remark, replace, textOf, wholeStory, type Store } from './package.fixture'
import { createStore } from './store'

let folders: string[]
let home: Store
let away: Store
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'writethru-merge-'))
  folders.push(made)
  return made
}
const opened = (actor: string, at = folder()): Store => createStore({ folder: at, actor })
beforeEach(() => {
  folders = []
  home = opened('Ada')
  away = opened('Kiran')
})
afterEach(() => {
  home.close()
  away.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A story that grew apart in two libraries: one contradiction, and one change of each that contradicts nothing. */
function grownApart(): string {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12 people', '14 people')
  away.calls.createRevision(id, 'Two more')
  replace(away, id, 'harbour office', 'harbour authority')
  away.calls.attach(id, { slug: 'more', text: 'Notebook: 14 now.' })
  away.calls.createRevision(id, 'Named it')
  replace(home, id, '12 people', '13 people')
  home.calls.createRevision(id, '')
  replace(home, id, 'Fire on', 'Fire aboard')
  return id
}

const tipOf = ({ calls }: Store, id: string) => calls.open(id).waiting[0]!.tip

/** The conflicts of what waits, as the screen finds them. */
function conflictsOf({ calls }: Store, id: string) {
  const { base, theirs } = calls.openMerge(id, tipOf({ calls } as Store, id))
  const [was, our, their] = [base, calls.open(id).manuscript, theirs].map(parseManuscript)
  return mergeThree(was!, our!, their!).conflicts
}

/** Settles every conflict alike and merges. */
function merge(store: Store, id: string, as: Settlement) {
  const settled = conflictsOf(store, id).map((conflict) => settledAs(conflict, as))
  const { seq } = store.calls.open(id)
  return store.calls.merge({ story: id, tip: tipOf(store, id), seq, settled, note: 'Both desks' })
}

test('what contradicts the story is kept beside it, unchanged, and waits', () => {
  const id = grownApart()
  const before = [textOf(home, id), home.calls.revisions(id)]
  const { remarks, waits, changed } = bring(home, packed(away, id))
  expect(remarks[0]).toBe(
    'r4 to r5 by Kiran wait to be merged into orr-ferry. 1 place changed on both sides since r3; the story stays as it is.',
  )
  expect([changed, waits]).toEqual([true, away.calls.revisions(id)[0]!.id])
  expect([textOf(home, id), home.calls.revisions(id)]).toEqual(before)
  const [waiting] = home.calls.open(id).waiting
  expect(waiting).toMatchObject({ who: 'Ada', common: [{ number: 3, by: 'Ada' }], settled: 0 })
  expect(waiting!.revisions.map(({ number, by, note }) => [number, by, note])).toEqual([
    [4, 'Kiran', 'Two more'],
    [5, 'Kiran', 'Named it'],
  ])
  for (const { id: revision, number } of away.calls.revisions(id))
    expect(home.calls.revisionById(id, revision)).toEqual(away.calls.revision(id, number))
  // Nothing of it is on the story.
  expect(home.calls.open(id).sources).toHaveLength(1)
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 6, damaged: [] })
})

test('the same package again changes nothing, and what was settled so far is kept over a restart', () => {
  const id = grownApart()
  const theirs = packed(away, id)
  const at = folder()
  const desk = opened('Ada', at)
  bring(desk, packed(home, id))
  bring(desk, theirs)
  const tip = tipOf(desk, id)
  const kept = conflictsOf(desk, id).map((conflict) => settledAs(conflict, { words: '13 or 14' }))
  desk.calls.keepSettled(id, tip, kept)
  const before = packed(desk, id)
  const { remarks, changed } = bring(desk, theirs)
  expect(remarks[0]).toBe('Nothing new: r4 to r5 by Kiran wait to be merged into orr-ferry already.')
  expect([changed, packed(desk, id)]).toEqual([false, before])
  desk.close()
  const again = opened('Ada', at)
  expect(again.calls.openMerge(id, tip).settled).toEqual(kept)
  expect(again.calls.open(id).waiting).toMatchObject([{ tip, settled: 1 }])
  expect(merge(again, id, 'ours').kind).toBe('merge')
  again.close()
})

test('nothing is merged while a conflict is open, or after the draft moved on', () => {
  const id = grownApart()
  bring(home, packed(away, id))
  const tip = tipOf(home, id)
  const before = [packed(home, id), home.calls.open(id)]
  const { seq } = home.calls.open(id)
  const order = { story: id, tip, settled: [], note: '' }
  expect(() => home.calls.merge({ ...order, seq })).toThrow('1 of 1 conflicts is not settled. Nothing was merged.')
  expect(() => home.calls.merge({ ...order, seq: seq - 1 })).toThrow(/draft has changed meanwhile/)
  expect([packed(home, id), home.calls.open(id)]).toEqual(before)
})

test.each<[string, Settlement, string]>([
  ['ours', 'ours', '13 people'],
  ['theirs', 'theirs', '14 people'],
  ['both', 'both', '13 14 people'],
  ['the common words', 'base', '12 people'],
  ['words of one’s own', { words: 'at least 13' }, 'at least 13 people'],
])('a merge settled with %s stands on both, and has what contradicted nothing', (_, as, said) => {
  const id = grownApart()
  bring(home, packed(away, id))
  const [, base] = home.calls.revisions(id)
  const card = merge(home, id, as)
  expect(textOf(home, id)).toContain(`killed ${said} on Oct. 6, the harbour authority`)
  expect(textOf(home, id)).toContain('Fire aboard')
  const [made, draft, ours] = home.calls.revisions(id)
  const theirs = away.calls.revisions(id)
  expect(card).toMatchObject({ number: 6, kind: 'merge', note: 'Both desks', parents: [draft!.id, theirs[0]!.id] })
  expect(made!.joined!.map(({ id }) => id)).toEqual([theirs[0]!.id, theirs[1]!.id])
  expect([draft!.note, ours!.number, base!.number]).toEqual(['Before merging orr.writethru.json', 4, 3])
  expect(home.calls.open(id)).toMatchObject({ waiting: [], sources: [{ slug: 'diary' }, { slug: 'more' }] })
  expect(home.calls.verify()).toEqual({ stories: 1, revisions: 8, damaged: [] })
})

test('remarks and rulings of both sides stand on their words after a merge', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  const comment = (store: Store, name: string, words: string) => {
    const text = textOf(store, id)
    const start = text.indexOf(words)
    const anchor = anchorOn(text, { start, end: start + words.length })
    store.calls.putAnnotation(id, { id: name, kind: 'comment', anchor, thread: [remark(`${name}1`, 'Sure?')] })
    const seen = { words }
    const at = '2026-10-06T12:00:00.000Z'
    store.calls.putDecision(id, { id: `${name}d`, ruling: { kind: 'confirm' }, anchor, seen, by: name, at })
  }
  replace(away, id, '12 people', '14 people')
  replace(away, id, 'Fire on the Orr ferry', 'Fourteen dead in fire on the Orr ferry')
  comment(away, 'kiran', 'harbour office')
  away.calls.createRevision(id, '')
  replace(home, id, '12 people', '13 people')
  comment(home, 'ada', 'closed')
  bring(home, packed(away, id))
  merge(home, id, 'theirs')
  const { annotations, decisions } = home.calls.open(id)
  const text = textOf(home, id)
  const standing = [...annotations, ...decisions].flatMap(({ id, anchor, ...rest }) =>
    anchor && !('orphan' in rest) ? [[id, text.slice(anchor.start, anchor.end)]] : [],
  )
  expect(standing).toEqual([
    ['a1', 'quay'],
    ['ada', 'closed'],
    ['kiran', 'harbour office'],
    ['adad', 'closed'],
    ['kirand', 'harbour office'],
  ])
})

test('a merged history goes into a third library and back whole', () => {
  const id = grownApart()
  const theirs = packed(away, id)
  bring(home, theirs)
  merge(home, id, 'theirs')
  const merged = packed(home, id)
  const third = opened('Lea')
  expect(bring(third, merged).remarks[0]).toMatch(/^Came in with its history, r1 to r6/)
  expect(third.calls.revisions(id)).toEqual(home.calls.revisions(id))
  expect(bring(third, merged).changed).toBe(false)
  expect(bring(third, theirs)).toMatchObject({ changed: false, remarks: ['Nothing new: orr-ferry has all of it.'] })
  expect(third.calls.verify()).toEqual({ stories: 1, revisions: 8, damaged: [] })
  expect(bring(away, merged).remarks[0]).toBe('Continued from r5 to r6.')
  expect(textOf(away, id)).toBe(textOf(home, id))
  expect(away.calls.revisions(id)[0]!.joined!.map(({ number }) => number)).toEqual([5, 4])
  expect(away.calls.verify()).toEqual({ stories: 1, revisions: 8, damaged: [] })
  expect(bring(home, packed(away, id)).changed).toBe(false)
  third.close()
})

test('where each side merged the other, only what was settled otherwise is asked again', () => {
  const id = grownApart()
  home.calls.createRevision(id, 'Aboard')
  const [ours, theirs] = [packed(home, id), packed(away, id)]
  bring(home, theirs)
  bring(away, ours)
  merge(home, id, 'ours')
  merge(away, id, 'ours')
  bring(home, packed(away, id))
  expect(conflictsOf(home, id).map(({ baseText, oursText, theirsText }) => [baseText, oursText, theirsText])).toEqual([
    ['12', '13', '14'],
  ])
  merge(home, id, 'theirs')
  expect(bring(away, packed(home, id)).remarks[0]).toMatch(/^Continued/)
  expect(textOf(away, id)).toBe(textOf(home, id))
  for (const store of [home, away]) expect(store.calls.verify().damaged).toEqual([])
})

test('an unnamed draft that contradicts the draft here waits as a revision of its own', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12 people', '14 people')
  replace(home, id, '12 people', '13 people')
  const theirs = packed(away, id)
  bring(home, theirs)
  expect(home.calls.open(id).waiting).toMatchObject([
    { revisions: [{ number: 4, draft: true, note: 'The draft in orr.writethru.json' }] },
  ])
  expect(bring(home, theirs).changed).toBe(false)
  merge(home, id, 'theirs')
  expect(textOf(home, id)).toContain('14 people')
  expect(bring(home, theirs).changed).toBe(false)
  // It goes back to where the draft still stands unnamed.
  expect(bring(away, packed(home, id)).remarks[0]).toMatch(/^Continued/)
  for (const store of [home, away]) expect(store.calls.verify().damaged).toEqual([])
})

test('a later package of the same line takes the place of the earlier, settlements and all', () => {
  const id = grownApart()
  bring(home, packed(away, id))
  const kept = conflictsOf(home, id).map((conflict) => settledAs(conflict, 'theirs'))
  home.calls.keepSettled(id, tipOf(home, id), kept)
  replace(away, id, 'all day', 'all week')
  away.calls.createRevision(id, '')
  bring(home, packed(away, id))
  const { waiting } = home.calls.open(id)
  expect(waiting.map(({ revisions, settled }) => [revisions.length, settled])).toEqual([[3, 1]])
})

test('an older package of theirs brings nothing once what its draft said was merged', () => {
  const id = wholeStory(home)
  bring(away, packed(home, id))
  replace(away, id, '12 people', '14 people')
  const early = packed(away, id)
  away.calls.createRevision(id, '')
  replace(away, id, 'all day', 'all week')
  away.calls.createRevision(id, '')
  replace(home, id, '12 people', '13 people')
  bring(home, packed(away, id))
  merge(home, id, 'ours')
  expect(bring(home, early)).toMatchObject({ changed: false, remarks: ['Nothing new: orr-ferry has all of it.'] })
})

test('what was put aside is on no list, and comes back with its package', () => {
  const id = grownApart()
  bring(home, packed(away, id))
  home.calls.setMergeAside(id, tipOf(home, id))
  expect(home.calls.open(id).waiting).toEqual([])
  expect(home.calls.verify()).toMatchObject({ revisions: 6, damaged: [] })
  expect(bring(home, packed(away, id)).changed).toBe(true)
  expect(home.calls.open(id).waiting).toHaveLength(1)
})

test('a merge that cannot be finished changes nothing', () => {
  const id = grownApart()
  const at = folder()
  const desk = opened('Ada', at)
  bring(desk, packed(home, id))
  bring(desk, packed(away, id))
  const other = new DatabaseSync(join(at, 'library.sqlite'))
  other.exec(`update waiting set beside = json_set(beside, '$.sources', json('[{}]'))`)
  const before = [desk.calls.revisions(id), desk.calls.open(id)]
  expect(() => merge(desk, id, 'ours')).toThrow()
  expect([desk.calls.revisions(id), desk.calls.open(id)]).toEqual(before)
  other.exec(`update waiting set beside = 'cut sho'`)
  other.close()
  expect(desk.calls.verify().damaged).toMatchObject([{ slug: 'orr-ferry', number: 5 }])
  desk.close()
})

test('a library from before other people’s revisions opens, with what it holds', () => {
  const at = folder()
  mkdirSync(at, { recursive: true })
  const old = new DatabaseSync(join(at, 'library.sqlite'))
  for (const { sql } of migrations.slice(0, 2)) old.exec(sql)
  old.exec(`pragma application_id = ${applicationId}; pragma user_version = 2`)
  old.exec(`insert into event (at, who, what, detail) values ('2026-10-06T12:00:00Z', 'Ada', 'settings', '{}')`)
  old.close()
  const desk = opened('Ada', at)
  bring(desk, packed(home, wholeStory(home)))
  expect(desk.calls.verify()).toEqual({ stories: 1, revisions: 3, damaged: [] })
  desk.close()
  const now = new DatabaseSync(join(at, 'library.sqlite'))
  expect(now.prepare('pragma user_version').get()).toEqual({ user_version: currentVersion })
  expect(now.prepare('select who, via from event order by id limit 1').get()).toEqual({ who: 'Ada', via: null })
  now.close()
})

test('whatever two people change: ours is what stands where conflicts are settled with ours, and twice is once', () => {
  const words = ['12 people', 'Oct. 6', 'The quay', 'all day', 'harbour office', 'Orr ferry']
  const edits = fc.array(fc.tuple(fc.nat({ max: words.length - 1 }), fc.constantFrom('nobody', 'many', 'two of us')), {
    minLength: 1,
    maxLength: 4,
  })
  const change = (store: Store, id: string, given: readonly (readonly [number, string])[]) => {
    for (const [word, by] of given) if (textOf(store, id).includes(words[word]!)) replace(store, id, words[word]!, by)
  }
  fc.assert(
    fc.property(edits, edits, fc.boolean(), fc.boolean(), (ours, theirs, ourName, theirName) => {
      const id = wholeStory(home)
      bring(away, packed(home, id))
      change(home, id, ours)
      change(away, id, theirs)
      if (ourName) home.calls.createRevision(id, '')
      if (theirName) away.calls.createRevision(id, '')
      const given = packed(away, id)
      bring(home, given)
      const before = packed(home, id)
      expect(bring(home, given).changed).toBe(false)
      expect(packed(home, id)).toBe(before)
      if (home.calls.open(id).waiting.length > 0) {
        const conflicts = conflictsOf(home, id)
        const { base, theirs } = home.calls.openMerge(id, tipOf(home, id))
        const [was, our, their] = [base, home.calls.open(id).manuscript, theirs].map(parseManuscript)
        const settled = new Map(conflicts.map((conflict) => [conflict.id, 'ours' as const]))
        const wanted = mergeThree(was!, our!, their!, settled)
        const text = plainText(wanted.manuscript).text
        for (const { merged, oursText, holds } of wanted.conflicts)
          if (holds === 'words') expect(text.slice(merged.start, merged.end)).toBe(oursText)
        merge(home, id, 'ours')
        expect(textOf(home, id)).toBe(text)
        expect(bring(home, given).changed).toBe(false)
      }
      expect(home.calls.verify().damaged).toEqual([])
    }),
    { numRuns: 15 },
  )
})
