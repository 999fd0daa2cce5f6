import { expect, test } from 'vitest'
import type { Decision } from '../annotations'
import type { BlockType, StoryText } from '../manuscript'
import { defaultPolicy } from '../policy'
import { assess } from './assess'

function story(...blocks: [BlockType, string][]): StoryText {
  let at = 0
  const made = blocks.map(([type, text]) => {
    const block = { type, start: at, end: at + text.length }
    at += text.length + 1
    return block
  })
  return { text: blocks.map(([, text]) => text).join('\n'), blocks: made }
}

const flood = story(
  ['headline', 'Kelmet dam'],
  ['paragraph', '“The gates held all night and nobody left the dam,” Water Minister Idris Fane told reporters.'],
  ['paragraph', '“We shall build a second gate before the winter,” Idriss Faine said on Monday.'],
  ['paragraph', 'Fane said that the road would stay shut.'],
  ['paragraph', '“We slept in the school and went home at six,” Sela Brandt, a teacher in Kelmet, said.'],
)

const name = (from: string, to: string, title?: string): Decision => ({
  id: `${from} ${to}`,
  ruling: { kind: 'speaker-name', from, to, ...(title === undefined ? {} : { title }) },
  by: 'Ada',
  at: '2026-03-03T12:00:00Z',
})

const speakers = (...decisions: Decision[]) =>
  assess({
    story: flood,
    annotations: [],
    decisions,
    sources: [],
    policy: defaultPolicy,
    now: '2026-03-03T12:00:00Z',
  }).speakers.map(({ utterances, reported, decisions: ruled, ...rest }) => ({
    ...rest,
    ruled: ruled.map(({ id }) => id),
    said: utterances.length,
    reported: reported.length,
  }))

test('everybody who speaks is listed with kind, title and what was said', () =>
  expect(speakers()).toMatchObject([
    { name: 'Idris Fane', title: 'Water Minister', kind: 'person', said: 1, reported: 1, names: [] },
    { name: 'Idriss Faine', said: 1 },
    { name: 'Sela Brandt', title: 'teacher in Kelmet', said: 1 },
  ]))

test('two names merged are one speaker, who keeps the other name and the title', () =>
  expect(speakers(name('Idriss Faine', 'Idris Fane'))).toMatchObject([
    {
      name: 'Idris Fane',
      title: 'Water Minister',
      said: 2,
      reported: 1,
      names: ['Idriss Faine'],
      ruled: ['Idriss Faine Idris Fane'],
    },
    { name: 'Sela Brandt' },
  ]))

test('a name put right, then put right again, is the last one', () =>
  expect(
    speakers(name('Sela Brandt', 'Selah Brandt'), name('Selah Brandt', 'Sela Brand')).map((one) => one.name),
  ).toEqual(['Idris Fane', 'Idriss Faine', 'Sela Brand']))

test('a name put right and put back is the first one', () =>
  expect(speakers(name('Sela Brandt', 'Sela'), name('Sela', 'Sela Brandt')).at(-1)).toMatchObject({
    name: 'Sela Brandt',
  }))

test('a title can be put right, and taken away', () => {
  expect(speakers(name('Idris Fane', 'Idris Fane', 'Minister'))[0]).toMatchObject({ title: 'Minister' })
  expect(speakers(name('Idris Fane', 'Idris Fane', ''))[0]).not.toHaveProperty('title')
})

test('a ruling on a name that is revoked leaves the names apart', () =>
  expect(
    speakers({ ...name('Idriss Faine', 'Idris Fane'), revoked: { by: 'Ada', at: '2026-03-03T12:01:00Z' } }),
  ).toHaveLength(3))

test('a country that stands for its president in the headline is no speaker', () => {
  const cut = story(
    ['headline', '‘The gates held all night’, Kelmet says'],
    ['paragraph', '“The gates held all night and nobody left the dam,” Water Minister Idris Fane told reporters.'],
  )
  const { speakers, utterances } = assess({
    story: cut,
    annotations: [],
    decisions: [],
    sources: [],
    policy: defaultPolicy,
    now: '2026-03-03T12:00:00Z',
  })
  expect(speakers).toMatchObject([{ name: 'Idris Fane', names: [], utterances: [utterances[0]!.key] }])
  expect(utterances).toMatchObject([{ speaker: 'Idris Fane', state: 'attributed', quotations: [{}, {}] }])
})

test.each([
  ['“The offer closes on Friday,” Corvin Foods director Paul Adeyemi said.', 'Corvin Foods director'],
  ['“The offer closes on Friday,” said the former deputy mayor of Kelmet, Paul Adeyemi.', undefined],
  ['“The offer closes on Friday,” said growers’ chair Paul Adeyemi.', 'growers’ chair'],
  ['On Monday Paul Adeyemi said: “The offer closes on Friday.”', undefined],
  ['“The offer closes on Friday,” Paul Adeyemi, 52, said.', undefined],
])('the title in %s', (text, title) => {
  const { speakers } = assess({
    story: story(['paragraph', text]),
    annotations: [],
    decisions: [],
    sources: [],
    policy: defaultPolicy,
    now: '2026-03-03T12:00:00Z',
  })
  expect(speakers.find(({ name }) => name.includes('Adeyemi'))?.title).toBe(title)
})
