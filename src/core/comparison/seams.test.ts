import { describe, expect, it } from 'vitest'
import { parseManuscript } from '../manuscript'
import { versionOf } from './pieces'
import { Seams } from './seams'

/** A version with `|` where a stretch ends, for the first, and where one starts, for the second. */
function edge(text: string) {
  const [before, after] = text.split('|')
  const content = [{ type: 'text', text: before! + after! }]
  return {
    version: versionOf(parseManuscript({ type: 'doc', content: [{ type: 'paragraph', content }] })),
    at: before!.length,
  }
}

const cases: [title: string, end: string, start: string, isBare: boolean][] = [
  ['two words that had spaces', 'the| ferry left', 'at noon |Monday', true],
  ['two words of which one had none', 'self|-made men', 'at noon |Monday', true],
  ['a sentence and the next', 'left.| Rain fell', 'at noon. |Boats came', true],
  ['a word and the comma after another', 'the| ferry left', 'at noon|, Monday', false],
  ['a word and what it stood before already', 'the |ferry left', 'at noon |Monday', false],
  ['an opening quotation mark and a word', 'said “|no', 'at noon |Monday', false],
  ['words of a script without spaces', '首相|は', '東京|で', false],
  ['a word of such a script and a figure', '首相|は', 'at |42', true],
  ['a letter that ends in a combining mark and a word', 'cafe\u0301| noir', 'at |Monday', true],
]

describe('where stretches of different versions meet', () => {
  it.each(cases)('%s', (_, end, start, isBare) => expect(new Seams().isBare(edge(end), edge(start))).toBe(isBare))

  it('leaves what stands side by side in a version that shares both', () => {
    const base = edge('on Monday|, in Seoul')
    const ours = edge('on Monday|’s ferry')
    const seams = new Seams()
    seams.share(base.version, ours.version, [{ from: 0, to: 9, other: 0 }])
    expect(seams.isBare(base, ours)).toBe(false)
    expect(seams.isBare(base, { version: ours.version, at: 'on Monday’'.length })).toBe(true)
  })
})
