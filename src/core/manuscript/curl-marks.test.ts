import { expect, test } from 'vitest'
import { curlMarks } from './curl-marks'

const curled = (text: string) => {
  const letters = [...text]
  for (const { at, mark } of curlMarks(text)) letters[at] = mark
  return letters.join('')
}

test.each([
  ['"We open," she said. "At dawn."', '“We open,” she said. “At dawn.”'],
  ["'War games' and \"war 'games'\"", '‘War games’ and “war ‘games’”'],
  ["It's the workers' hall", 'It’s the workers’ hall'],
  ["rock 'n' roll in '68, 'tis true", 'rock ’n’ roll in ’68, ’tis true'],
  ['("so") —"and so"', '(“so”) —“and so”'],
  ['She paid "$12" for it', 'She paid “$12” for it'],
  ['The board is 6" wide', 'The board is 6" wide'],
  ['“already curled” and ‘so’', '“already curled” and ‘so’'],
  ['', ''],
])('%s', (text, expected) => expect(curled(text)).toBe(expected))
