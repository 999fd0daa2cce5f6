import { expect, test } from 'vitest'
import { storyText } from '../manuscript'
import { traceProvenance } from '../provenance'
import { wireUpdate } from './wire-update'

const attached = [
  'MERIVALE (AP) — The cable will cut power prices in Merivale by about 12 percent, the ministry said.',
  'The survey ship was followed by an unmarked vessel on Tuesday.',
  'Ardania has set aside $240 million for the first stretch of the cable.',
].join('\n\n')

const story = [
  'The cable will cut power prices in Merivale by about 12 percent, the ministry has said.',
  'Ardania has set aside $240 million for the first stretch of the cable.',
  'Nobody in the harbour remembers a longer quarrel.',
].join('\n')

function against(newer: string) {
  const { sentences } = traceProvenance({
    story: storyText(story),
    sources: [{ id: 's', agency: 'AP', text: attached }],
    quotations: [],
  })
  const { changed, used } = wireUpdate(story, sentences, 's', attached, newer)
  return {
    changed,
    used: used.map(({ start, end, new: now, edit }) => ({
      sentence: story.slice(start, end),
      now: now && newer.slice(now.start, now.end),
      edited: edit
        ?.toReversed()
        .reduce((text, one) => text.slice(0, one.start) + one.text + text.slice(one.end), story)
        .split('\n')[story.slice(0, start).split('\n').length - 1],
    })),
  }
}

test('the same version asks nothing', () => expect(against(attached)).toEqual({ changed: 0, used: [] }))

test('a figure that changed is found with the sentence that stands on it, and is taken as an edit', () =>
  expect(against(attached.replace('12 percent', '9 percent'))).toMatchObject({
    changed: 1,
    used: [
      {
        sentence: story.split('\n')[0],
        edited: 'The cable will cut power prices in Merivale by about 9 percent, the ministry has said.',
      },
    ],
  }))

test('a change in a sentence that the story did not use is counted and asks nothing', () =>
  expect(against(attached.replace('on Tuesday', 'on Monday'))).toEqual({ changed: 1, used: [] }))

test('paragraphs set otherwise are no change', () =>
  expect(against(attached.replaceAll('\n\n', '\n').replace(' — ', ' —\n'))).toEqual({ changed: 0, used: [] }))

test('a sentence that was cut has no newer wording and no edit', () => {
  const { used } = against(attached.split('\n\n').slice(0, 2).join('\n\n'))
  expect(used).toEqual([{ sentence: story.split('\n')[1], now: undefined, edited: undefined }])
})
