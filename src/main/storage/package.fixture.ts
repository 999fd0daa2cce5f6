import { Transform } from 'prosemirror-transform'
import { anchorOn } from '@core/annotations'
import { parseManuscript, plainText, schema } from '@core/manuscript'
import type { createStore } from './store'

export type Store = ReturnType<typeof createStore>

/** Replaces words of a draft as a page does. */
export function replace({ calls }: Store, story: string, words: string, by: string) {
  const { seq, manuscript } = calls.open(story)
  const doc = parseManuscript(manuscript)
  const plain = plainText(doc)
  const offset = plain.text.indexOf(words)
  const block = plain.blocks.findLast(({ start }) => start <= offset)!
  const from = block.pos + offset - block.start
  const tr = new Transform(doc).replaceWith(from, from + words.length, schema.text(by))
  calls.append({ story, after: seq, client: 'page', steps: tr.steps.map((step) => step.toJSON() as unknown) })
}

/** One line of a thread. */
export const remark = (id: string, text: string) => ({ id, by: 'Ada', at: '2026-10-06T12:00:00.000Z', text })

/** A story with what can lie beside one: revisions, a release, sources attached and not, a query, a ruling, a draft ahead. */
export function wholeStory(store: Store) {
  const { calls } = store
  const paragraph = (text: string) => schema.node('paragraph', null, [schema.text(text)])
  const { id } = calls.create({
    slug: 'orr-ferry',
    manuscript: schema
      .node('doc', null, [
        schema.node('headline', null, [schema.text('Fire on the Orr ferry')]),
        paragraph('The fire killed 12 people on Oct. 6, the harbour office said.'),
        paragraph('The quay was shut.'),
      ])
      .toJSON() as unknown,
  })
  calls.attach(id, { slug: 'diary', text: 'Notebook: spoke to Mr. Lund about 12 dead.' })
  const { id: astray } = calls.attach(id, { slug: 'late', text: 'Another boat was late.' })
  calls.setAttached(id, astray, false)
  replace(store, id, 'shut', 'closed')
  calls.publish({ story: id, kind: 'first', note: '', formats: ['txt', 'docx'], seq: calls.card(id).seq })
  const { text } = plainText(parseManuscript(calls.open(id).manuscript))
  const start = text.indexOf('quay')
  calls.putAnnotation(id, {
    id: 'a1',
    kind: 'query',
    anchor: anchorOn(text, { start, end: start + 4 }),
    thread: [remark('r1', 'Which quay?')],
  })
  calls.putDecision(id, {
    id: 'd1',
    ruling: { kind: 'note', text: 'Seen by the desk' },
    by: 'Ada',
    at: '2026-10-06T12:00:00.000Z',
  })
  calls.createRevision(id, 'For the late desk')
  replace(store, id, 'closed', 'closed all day')
  return id
}

/** The story as a package. */
export const packed = ({ calls }: Store, story: string) =>
  new TextDecoder().decode(calls.exportCopy(story, 'json').bytes)
export const bring = ({ calls }: Store, text: string) => calls.importPackage('orr.writethru.json', text)
export const textOf = ({ calls }: Store, story: string) => plainText(parseManuscript(calls.open(story).manuscript)).text

/** What the library says of a story, save when it came and who took it in. */
export function standing({ calls }: Store, story: string) {
  const { card, seq: _seq, ...rest } = calls.open(story)
  const { updatedAt: _at, owner: _owner, seq: _cardSeq, ...listed } = card
  const revisions = calls.revisions(story).map((one) => ({ ...one, content: calls.revision(story, one.number) }))
  const {
    story: { takenIn: _taken, events: _events, ...packed },
    ...whole
  } = calls.package(story)
  return { ...rest, listed, revisions, package: { ...whole, story: packed } }
}
