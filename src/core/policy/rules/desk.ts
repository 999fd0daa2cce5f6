import type { Fault, Rule } from '../context'
import { countWords, isBody, shown, textOf } from './places'

/** What the desk itself asks: queries answered, byline, dateline and date in place, links that lead somewhere. */
export const deskRules: readonly Rule[] = [
  {
    id: 'copy/open-query',
    title: 'Every query is answered',
    level: 'block',
    source: 'product.md: a query must be answered before publishing',
    check: ({ annotations }) =>
      annotations
        .filter(({ kind, resolved }) => kind === 'query' && !resolved)
        .map(({ id, anchor, orphan, thread }) => ({
          ...(orphan ? {} : { start: anchor.start, end: anchor.end }),
          message: `Open query by ${thread[0]!.by}: “${shown(thread[0]!.text, 90)}”. Answer and resolve it.`,
          about: id,
        })),
  },
  {
    id: 'copy/empty',
    title: 'The story has a headline and a body',
    level: 'block',
    source: 'H-2: a headline is backed by the text',
    check({ story }) {
      const faults: Fault[] = []
      if (!story.blocks.some((block) => block.type === 'headline' && textOf(story, block).trim()))
        faults.push({ message: 'The story has no headline.', about: 'headline' })
      if (!story.blocks.some((block) => isBody(block) && textOf(story, block).trim()))
        faults.push({ message: 'The story has no text.', about: 'body' })
      return faults
    },
  },
  {
    id: 'copy/furniture',
    title: 'Byline, dateline and date are there',
    level: 'note',
    source: 'd16, the real story: missing byline, dateline, date',
    check({ story }) {
      const has = (type: string) => story.blocks.some((block) => block.type === type && textOf(story, block).trim())
      const words = story.blocks.filter(isBody).reduce((sum, block) => sum + countWords(textOf(story, block)), 0)
      // A brief of about 100 words is signed off, not signed (T6).
      if (words < 100) return []
      const missing = [
        ...(has('byline') ? [] : ['byline']),
        ...(has('dateline') ? [] : ['dateline']),
        ...(hasDate(story.text) ? [] : ['date']),
      ]
      if (missing.length === 0) return []
      return [{ message: `The story has no ${listed(missing)}.`, about: missing.join(' ') }]
    },
  },
  {
    id: 'copy/related-address',
    title: 'Related links lead somewhere',
    level: 'note',
    source: 'F-2: every address is right',
    check: ({ story }) =>
      story.blocks
        .filter((block) => block.type === 'related' && !block.href)
        .map(({ start, end }) => ({
          start,
          end,
          message: `The related link “${shown(story.text.slice(start, end))}” has no address.`,
        })),
  },
]

const months =
  '(?:Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|March|Mar\\.|April|Apr\\.|May|June|July|Aug(?:ust|\\.)?|Sept(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?)'
const date = new RegExp(
  `\\b(?:${months}\\s+\\d{1,2}(?:st|nd|rd|th)?\\b|\\d{1,2}(?:st|nd|rd|th)?\\s+${months}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`,
)

/** Whether a text names a day of a month anywhere. */
export const hasDate = (text: string) => date.test(text)

function listed(things: readonly string[]): string {
  return things.length < 2 ? things.join('') : `${things.slice(0, -1).join(', ')} or ${things.at(-1)}`
}
