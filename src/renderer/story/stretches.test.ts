import { expect, test } from 'vitest'
import { stretches } from './stretches'

const shown = (old: string, now: string) =>
  stretches(old, now)!
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'new' ? `+${text}+` : `-${text}-`))
    .join('')

test.each([
  ['a word is another', 'nobody left', 'everybody left', '-nobody-+everybody+ left'],
  ['spaces beside a change are on no side', 'our three say', 'our three (the two) say', 'our three +(the two)+ say'],
  ['a comma or stop at the end is no change', 'to an end', 'to an end,', 'to an end,'],
  ['an end that only the old has is gone without a word', 'to an end.', 'to an end', 'to an end'],
  ['a stop inside is a change', 'It is. It was', 'It is it was', 'It is-.- -It-+it+ was'],
  ['nothing changed', 'It is', 'It is', 'It is'],
])('%s', (_, old, now, wanted) => expect(shown(old, now)).toBe(wanted))

test('what the source says between two parts is set apart, not gone', () => {
  const old = 'The gates held all night," Fane told reporters. "Nobody left.'
  const found = stretches(old, 'The gates held all night. Nobody left.', 'cue')!
  expect(found.map(({ kind }) => kind).filter((kind) => kind === 'gone' || kind === 'new')).toEqual([])
  expect(found.filter(({ kind }) => kind === 'cue')).toEqual([{ kind: 'cue', text: ' (Fane told reporters) ' }])
})

test('two wordings with next to nothing in common are not laid together', () => {
  expect(stretches('The work includes two stations and a school.', 'harbour exercises')).toBeUndefined()
  expect(stretches('The harbour exercises go on.', 'harbour exercises')).toBeDefined()
})
