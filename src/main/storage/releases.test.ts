import { unzipSync } from 'fflate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorOn } from '@core/annotations'
import { parseManuscript, plainText, schema } from '@core/manuscript'
import { replace } from './package.fixture'
import { createStore } from './store'

let folder: string
let store: ReturnType<typeof createStore>
const signer = 'CanaryUserName'
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writethru-release-'))
  store = createStore({ folder, actor: signer })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true, force: true })
})

const formats = ['html', 'md', 'txt', 'docx', 'ninjs'] as const

const paragraphs = (...texts: string[]) =>
  schema
    .node('doc', null, [
      schema.node('headline', null, [schema.text('Orr opens its harbour')]),
      ...texts.map((text) => schema.node('paragraph', null, [schema.text(text)])),
    ])
    .toJSON() as unknown

/** Everything a copy holds as text: a Word file unpacked, names of its parts included. */
function unpacked(bytes: Uint8Array): string {
  const text = (part: Uint8Array) => new TextDecoder('utf-8').decode(part)
  if (bytes[0] !== 80 || bytes[1] !== 75) return text(bytes)
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${text(part)}`)
    .join('\n')
}

/** Deletes a paragraph of the draft as a page does. */
function deleteParagraph(story: string, words: string) {
  const { seq, manuscript } = store.calls.open(story)
  const doc = parseManuscript(manuscript)
  const block = plainText(doc).blocks.find(({ node }) => node.textContent.includes(words))!
  const tr = new Transform(doc).delete(block.pos - 1, block.pos + block.node.content.size + 1)
  store.calls.append({ story, after: seq, client: 'page', steps: tr.steps.map((step) => step.toJSON() as unknown) })
}

/** A story whose workings each hold a canary; the canaries by place. */
function storyWithCanaries() {
  const { id } = store.calls.create({
    slug: 'orr-harbour',
    manuscript: paragraphs(
      'The harbour of Orr opened on Oct. 6 after a long winter, the council said.',
      'CanaryDeletedParagraph was struck before anybody read it.',
      'Ferries sail again at dawn.',
    ),
    note: 'CanaryFirstNote',
  })
  deleteParagraph(id, 'CanaryDeletedParagraph')
  const text = plainText(parseManuscript(store.calls.open(id).manuscript)).text
  const at = '2026-10-06T12:00:00Z'
  const on = (words: string) => anchorOn(text, { start: text.indexOf(words), end: text.indexOf(words) + words.length })
  for (const kind of ['comment', 'query', 'note'] as const)
    store.calls.putAnnotation(id, {
      id: `a-${kind}`,
      kind,
      anchor: on('Ferries'),
      thread: [
        { id: `${kind}-1`, by: `CanaryAuthor${kind}`, at, text: `Canary${kind}` },
        { id: `${kind}-2`, by: signer, at, text: `CanaryReply${kind}` },
      ],
      resolved: { by: 'CanaryResolver', at },
    })
  store.calls.putDecision(id, {
    id: 'd',
    ruling: { kind: 'wrong-alarm', rule: 'copy/furniture', cause: 'CanaryCause' },
    by: 'CanaryDecider',
    at,
    reason: 'CanaryReason',
  })
  store.calls.attach(id, {
    agency: 'CNR',
    slug: 'CanarySourceSlug',
    headline: 'CanarySourceHeadline',
    editorsNote: 'CanaryEditorsNote',
    file: 'CanarySourceFile.txt',
    text: 'CanarySourceText stands in the wire and nowhere else.',
  })
  store.calls.createRevision(id, 'CanaryRevisionNote')
  return id
}

test('no export holds a word of the workings', () => {
  const id = storyWithCanaries()
  const { seq, revision } = store.calls.card(id)
  for (const format of formats) {
    for (const copy of [store.calls.exportCopy(id, format), store.calls.exportCopy(id, format, revision)]) {
      expect(copy.name).not.toMatch(/canary/i)
      expect(unpacked(copy.bytes)).not.toMatch(/canary/i)
      expect(unpacked(copy.bytes)).toContain('Ferries sail again at dawn.')
    }
  }
  const release = store.calls.publish({ story: id, kind: 'first', note: 'CanaryReleaseNote', formats, seq })
  expect(release.files.map(({ format }) => format)).toEqual([...formats])
  for (const { name } of release.files) {
    const copy = store.calls.releaseFile(release.id, name)
    expect(copy.name).not.toMatch(/canary/i)
    expect(unpacked(copy.bytes)).not.toMatch(/canary/i)
  }
})

test('the canaries are where a copy could take them from', () => {
  const id = storyWithCanaries()
  const whole = unpacked(store.calls.exportCopy(id, 'json').bytes)
  for (const word of ['comment', 'query', 'note', 'Replycomment', 'Reason', 'SourceText', 'RevisionNote', 'UserName'])
    expect(whole).toContain(`Canary${word}`)
})

/** A short story of the library, as it stands after every edit. */
function shortStory(...texts: string[]) {
  const { id } = store.calls.create({ slug: 'orr-ferry', manuscript: paragraphs(...texts) })
  return id
}

const sign = (story: string, more: Partial<Parameters<typeof store.calls.publish>[0]> = {}) =>
  store.calls.publish({
    story,
    kind: 'first',
    note: '',
    formats: ['txt', 'ninjs'],
    seq: store.calls.card(story).seq,
    ...more,
  })

const textOf = (release: { id: string; files: { name: string }[] }, format: number) =>
  new TextDecoder().decode(store.calls.releaseFile(release.id, release.files[format]!.name).bytes)

const ferry = 'The ferry fire killed 12 people on Oct. 6, the harbour office said.'

test('a release is kept with its files, their hashes and who signed it', () => {
  const id = shortStory(ferry)
  const release = sign(id)
  expect(release).toMatchObject({ kind: 'first', revision: 2, by: signer })
  expect(release.files.map(({ name }) => name)).toEqual(['orr-ferry.txt', 'orr-ferry.ninjs.json'])
  expect(textOf(release, 0)).toBe(`Orr opens its harbour\n\n${ferry}\n`)
  expect(JSON.parse(textOf(release, 1))).toMatchObject({
    version: '2',
    pubStatus: 'usable',
    versionCreated: release.at,
  })
  expect(store.calls.card(id).status).toBe('published')
  expect(store.calls.open(id).releases).toEqual([release])
  expect(store.calls.verify().damaged).toEqual([])
})

test('what was typed after signing is not published', () => {
  const id = shortStory(ferry)
  const { seq } = store.calls.card(id)
  replace(store, id, '12', '21')
  expect(() => sign(id, { seq })).toThrow(/changed after it was signed/)
})

test('what blocks, and what nobody acknowledged, stops a release; rulings let it through and are kept with it', () => {
  const id = shortStory(ferry, 'The the quay was shut.')
  store.calls.putAnnotation(id, {
    id: 'q',
    kind: 'query',
    anchor: anchorOn('Orr opens', { start: 0, end: 3 }),
    thread: [{ id: 'r', by: 'Ben', at: '2026-10-06T12:00:00Z', text: 'Which quay?' }],
  })
  expect(() => sign(id)).toThrow(/2 things stand in the way.*copy\/open-query.*copy\/doubled/s)
  const settle = (id: string, kind: 'waive' | 'acknowledge', rule: string, cause: string, reason?: string) => ({
    id,
    ruling: { kind, rule, cause } as const,
    by: signer,
    at: '2026-10-06T12:00:00Z',
    ...(reason ? { reason } : {}),
  })
  store.calls.putDecision(id, settle('d1', 'waive', 'copy/open-query', 'copy/open-query: q', 'Ben is on the boat'))
  expect(() => sign(id)).toThrow(/1 thing stands in the way.*Nobody acknowledged it/s)
  store.calls.putDecision(id, settle('d2', 'acknowledge', 'copy/doubled', 'copy/doubled: The the'))
  expect(sign(id).waived).toMatchObject([
    { rule: 'copy/open-query', as: 'waive', reason: 'Ben is on the boat' },
    { rule: 'copy/doubled', as: 'acknowledge' },
  ])
})

test('a changed number needs its class, the reason for another class, and a note that tells it', () => {
  const id = shortStory(ferry)
  sign(id)
  replace(store, id, '12', '21')
  expect(() => sign(id)).toThrow(/publish a correction, an update or a kill/)
  expect(() => sign(id, { kind: 'correction' })).toThrow(/K-2/)
  expect(() => sign(id, { kind: 'update', note: 'Update: 21 dead' })).toThrow(/looks like a correction/)
  const corrected = sign(id, { kind: 'correction', note: 'Correction: 21 people were killed, not 12.' })
  expect(corrected.changes).toMatchObject([{ facts: ['number'], old: expect.stringContaining('12 people') }])
  expect(store.calls.card(id).status).toBe('corrected')
  replace(store, id, '21', '22')
  const updated = sign(id, { kind: 'update', note: 'Update: 22 dead', kindReason: 'One man died in hospital today' })
  expect(updated.proposed).toMatchObject({ kind: 'correction', reason: 'One man died in hospital today' })
  expect(store.calls.open(id).releases.map(({ kind }) => kind)).toEqual(['update', 'correction', 'first'])
})

test('a kill passes the gate with its reason, and sends none of the story', () => {
  const id = shortStory(ferry)
  sign(id)
  replace(store, id, 'The ferry', 'The the ferry')
  expect(() => sign(id, { kind: 'kill' })).toThrow(/K-6/)
  const killed = sign(id, { kind: 'kill', note: 'The fire cannot be borne out.' })
  expect(textOf(killed, 0)).toBe('Orr opens its harbour\n\nKill: The fire cannot be borne out.\n')
  expect(JSON.parse(textOf(killed, 1))).toMatchObject({ pubStatus: 'canceled' })
})

test('where the house asks for a second read, somebody else has read it or the reason is given', () => {
  store.calls.changePolicy({ ...store.calls.policy(), secondRead: 'asked' })
  const id = shortStory(ferry)
  expect(() => sign(id)).toThrow(/second read/)
  expect(() => sign(id, { reader: signer.toLowerCase() })).toThrow(/somebody else/)
  expect(sign(id, { readAlone: 'Alone on the night desk' })).toMatchObject({ readAlone: 'Alone on the night desk' })
})
