import { unzipSync } from 'fflate'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Transform } from 'prosemirror-transform'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anchorOn } from '@core/annotations'
import { parseManuscript, plainText, schema } from '@core/manuscript'
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
