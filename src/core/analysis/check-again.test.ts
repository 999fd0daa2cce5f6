import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { anchorOn, follow, type Decision } from '../annotations'
import { parseManuscript, plainText, storyTextOf, toPosition, type Manuscript } from '../manuscript'
import { defaultPolicy } from '../policy'
import type { SourceText } from '../provenance'
import { assess } from './assess'
import { wordsKey, wordsOf } from './words'

const paragraph = (type: string, text: string) => ({ type, content: [{ type: 'text', text }] })
const story = (...paragraphs: string[]): Manuscript =>
  parseManuscript({
    type: 'doc',
    content: [
      paragraph('headline', '‘The gates held all night’: minister'),
      ...paragraphs.map((one) => paragraph('paragraph', one)),
    ],
  })

const said =
  '“The gates held all night, nobody left the dam and 12 percent of the water is gone,” Water Minister Idris Fane said.'
const other = 'The villagers went home at six. The road was open.'
const again =
  'Later in the day, “the gates held all night, nobody left the dam and 12 percent of the water is gone,” Fane told PTI.'
const before = story(said, other, again)

const wire = (id: string, text = said): SourceText => ({ id, agency: 'PTI', text })

function known(of: Manuscript, decisions: readonly Decision[], sources: readonly SourceText[] = []) {
  return assess({
    story: storyTextOf(plainText(of)),
    annotations: [],
    decisions,
    sources,
    policy: defaultPolicy,
    now: '2026-03-03T12:00:00Z',
  })
}

/** Confirms every utterance, as the desk does: one decision for each wording, anchored at each of its places. */
function confirmAll(of: Manuscript, sources: readonly SourceText[] = []): Decision[] {
  const plain = plainText(of)
  const made = new Map<string, Decision>()
  for (const { quotations, speaker: whole } of known(of, [], sources).utterances) {
    for (const { quotation, speaker = whole, check } of quotations) {
      const words = wordsOf(storyTextOf(plain), quotation)
      const [fragment = quotation] = quotation.fragments
      const anchor = anchorOn(plain.text, fragment)
      const cue = quotation.cue === undefined ? {} : { cue: quotation.cue }
      const first = made.get(wordsKey(words))
      if (first) first.also = [...(first.also ?? []), { anchor, ...cue }]
      else
        made.set(wordsKey(words), {
          id: `d${made.size}`,
          ruling: { kind: 'confirm' },
          anchor,
          by: 'Ada',
          at: '2026-03-03T12:00:00Z',
          seen: {
            words,
            ...cue,
            ...(speaker === undefined ? {} : { speaker }),
            ...(check?.from[0] ? { source: check.from[0].source } : {}),
            ...(check ? { verdict: check.verdict } : {}),
          },
        })
    }
  }
  return [...made.values()]
}

/** Replaces words wherever (or at the place after `from`) they stand, and carries the decisions along. */
function edit(of: Manuscript, decisions: readonly Decision[], words: string, by: string, from = 0) {
  const plain = plainText(of)
  const start = plain.text.indexOf(words, from)
  if (start < 0) throw new Error(`“${words}” is not there`)
  const tr = new Transform(of)
  const [a, b] = [toPosition(plain, start), toPosition(plain, start + words.length)]
  if (by) tr.replaceWith(a, b, of.type.schema.text(by))
  else tr.delete(a, b)
  const now = plainText(tr.doc)
  return { of: tr.doc, decisions: decisions.map((one) => follow(one, plain, now, tr.mapping)) }
}

const fallen = (of: Manuscript, decisions: readonly Decision[], sources: readonly SourceText[] = []) =>
  known(of, decisions, sources).quotations.flatMap(({ fallen }) => (fallen ? [fallen] : []))
const states = (of: Manuscript, decisions: readonly Decision[], sources: readonly SourceText[] = []) =>
  known(of, decisions, sources).utterances.map(({ state }) => state)

const body = said.indexOf('12 percent')
const second = (words: string) => plainText(before).text.lastIndexOf(words)

test('what was confirmed is checked at every place, the headline’s fragment with it', () =>
  expect(states(before, confirmAll(before))).toEqual(['checked']))

describe('a checked quotation stays checked when', () => {
  const kept: [string, string, string, number?][] = [
    ['its percent becomes per cent (V-7)', '12 percent', '12 per cent'],
    ['its number is spelt out (V-7)', '12 percent', 'twelve percent'],
    ['its marks become straight (V-1)', '“The gates', '"The gates'],
    ['a comma in it becomes a dash (V-1)', 'night, nobody', 'night — nobody'],
    ['two spaces stand where one was', 'nobody left', 'nobody  left'],
    ['words beside it change', 'Water Minister', 'Minister'],
    ['a place has its cue said more fully', 'said.', 'has said.'],
    ['another paragraph changes', 'The road was open', 'The road was shut'],
  ]
  for (const [title, words, by, from] of kept)
    test(title, () => {
      const after = edit(before, confirmAll(before), words, by, from)
      expect(fallen(after.of, after.decisions)).toEqual([])
    })

  test('its paragraph is moved whole', () => {
    const tr = new Transform(before)
    const first = before.child(1)
    const at = before.child(0).nodeSize
    tr.insert(before.content.size, first).delete(at, at + first.nodeSize)
    const moved = confirmAll(before).map((one) => follow(one, plainText(before), plainText(tr.doc), tr.mapping))
    expect(fallen(tr.doc, moved)).toEqual([])
  })

  test('the same words are used once more', () => {
    const decisions = confirmAll(before)
    const more = story(
      said,
      other,
      again,
      `As he warned, ${said.slice(0, said.indexOf('” Water') + 1)} he warned again.`,
    )
    expect(states(more, decisions)).toEqual(['checked'])
  })

  test('a source is attached that has the same words', () =>
    expect(fallen(before, confirmAll(before), [wire('w1')])).toEqual([]))

  test('its source is replaced by another that has the same words', () =>
    expect(fallen(before, confirmAll(before, [wire('w1')]), [wire('w2')])).toEqual([]))

  test('a name is put right by a person', () => {
    const name: Decision = {
      id: 'n',
      ruling: { kind: 'speaker-name', from: 'Idris Fane', to: 'Idriss Fane' },
      by: 'Ada',
      at: '2026-03-03T12:05:00Z',
    }
    const { quotations, speakers } = known(before, [...confirmAll(before), name])
    expect(quotations.filter(({ state }) => state !== 'checked')).toEqual([])
    expect(speakers.map((one) => one.name)).toEqual(['Idriss Fane'])
  })
})

describe('a checked quotation is to be checked again when', () => {
  test('a word of it changes, and says which words it had', () => {
    const after = edit(before, confirmAll(before), 'nobody left', 'everybody left')
    expect(fallen(after.of, after.decisions)).toMatchObject([
      { what: 'words', was: expect.stringContaining('nobody left'), is: expect.stringContaining('everybody left') },
    ])
  })

  test('a number of it changes', () => {
    const after = edit(before, confirmAll(before), '12 percent', '21 percent')
    expect(fallen(after.of, after.decisions)).toMatchObject([{ what: 'words' }])
  })

  test('it is edited at another of its places than the first', () => {
    const after = edit(before, confirmAll(before), 'nobody left', 'everybody left', second('nobody left'))
    const found = fallen(after.of, after.decisions)
    expect(found).toMatchObject([{ what: 'words', is: expect.stringContaining('everybody left') }])
    expect(states(after.of, after.decisions).toSorted()).toEqual(['check-again', 'checked'])
  })

  test('the whole of it is written anew', () => {
    const one = story(said)
    const words = said.slice(1, said.indexOf(',” Water'))
    const gone = edit(one, confirmAll(one), words, '')
    const anew = edit(gone.of, gone.decisions, '“', `“${words.replace('nobody', 'everybody')}`, body > 0 ? 30 : 0)
    expect(fallen(anew.of, anew.decisions)).toMatchObject([{ what: 'words', was: expect.stringContaining('nobody') }])
  })

  test('somebody else says it', () => {
    const one = story(said, other)
    const after = edit(one, confirmAll(one), 'Water Minister Idris Fane', 'Governor Sela Brandt')
    const found = fallen(after.of, after.decisions)
    expect(found).toContainEqual(expect.objectContaining({ what: 'speaker', was: 'Idris Fane', is: 'Sela Brandt' }))
    expect(states(after.of, after.decisions)).toEqual(['check-again'])
  })

  test('a person sets another speaker after it was checked', () => {
    const one = story(said, other)
    const [first] = confirmAll(one).filter(({ seen }) => seen?.words.includes('nobody'))
    const set: Decision = { ...first!, id: 's', ruling: { kind: 'speaker', speaker: 'Sela Brandt' } }
    expect(fallen(one, [first!, set])).toMatchObject([{ what: 'speaker', was: 'Idris Fane', is: 'Sela Brandt' }])
  })

  test('its cue changes, at whichever place', () => {
    for (const [words, by] of [
      ['Fane said.', 'Fane admitted.'],
      ['Fane told PTI.', 'Fane never told PTI.'],
    ] as const) {
      const after = edit(before, confirmAll(before), words, by)
      expect(fallen(after.of, after.decisions), by).toMatchObject([{ what: 'cue' }])
    }
  })

  test('its source is detached', () =>
    expect(fallen(before, confirmAll(before, [wire('w1')]), [wire('w2', 'Something else entirely.')])).toContainEqual(
      expect.objectContaining({ what: 'source', was: 'w1' }),
    ))

  test('a source is attached that has other words', () => {
    const differs = wire('w2', said.replace('nobody left', 'everybody had left'))
    expect(fallen(before, confirmAll(before), [differs])).toContainEqual(
      expect.objectContaining({ what: 'source', is: 'w2' }),
    )
  })
})

test('undoing the edit makes it checked again, and so does a new confirmation', () => {
  const after = edit(before, confirmAll(before), 'nobody left', 'everybody left')
  const undone = edit(after.of, after.decisions, 'everybody left', 'nobody left')
  expect(states(undone.of, undone.decisions)).toEqual(['checked'])
  expect(new Set(states(after.of, [...after.decisions, ...confirmAll(after.of)]))).toEqual(new Set(['checked']))
})

test('a quotation confirmed against a source that differs stays confirmed', () => {
  const differs = [wire('w1', said.replace('nobody left', 'everybody had left'))]
  expect(fallen(before, confirmAll(before, differs), differs)).toEqual([])
})
