import type { Rule } from '../context'
import type { Policy } from '../types'
import { hasDate } from './desk'
import { isBody, textOf } from './places'

// Words that mean something only beside a date (F-5).
const timeWord =
  /\b(?:today|tonight|yesterday|tomorrow|recently|(?:earlier|later)\s+(?:this|that)\s+(?:week|month|year)|(?:this|last|next|past)\s+(?:week|weekend|month|year|spring|summer|autumn|fall|winter)|in\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?!\s+(?:\d{4}|of)|,?\s+\d{4}))\b/giu

/** Time: F-5. */
export const timeRules: readonly Rule[] = [
  {
    id: 'F-5',
    title: 'Time words have a date to stand on',
    level: 'acknowledge',
    source: 'd16 F-5',
    check({ story, quotations, policy, now }) {
      const dated = story.blocks.some(
        ({ type, start, end }) => type !== 'notice' && hasDate(story.text.slice(start, end)),
      )
      if (dated) return []
      const places = story.blocks.filter(isBody).flatMap((block) =>
        [...textOf(story, block).matchAll(timeWord)].map((match) => ({
          start: block.start + match.index,
          end: block.start + match.index + match[0].length,
          words: match[0],
        })),
      )
      const [first, ...rest] = places
      if (!first) return []
      const spoken = quotations.flatMap(({ quotation }) => quotation.fragments)
      const fix = places.flatMap(({ start, end, words }) => {
        // What somebody said is not rewritten.
        if (spoken.some((one) => one.start <= start && end <= one.end)) return []
        const date = dateFor(words, now, policy.dialect)
        return date ? [{ start, end, text: date, label: `Write “${date}” for “${words}”` }] : []
      })
      const words = [...new Set(places.map((place) => place.words.toLowerCase()))]
      return [
        {
          start: first.start,
          end: first.end,
          places: rest.map(({ start, end }) => ({ start, end })),
          message: `Time words with no date in the story: ${words.join(', ')}.`,
          about: 'time words',
          ...(fix.length > 0 ? { fix } : {}),
        },
      ]
    },
  },
]

const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 }
const monthNames = 'January February March April May June July August September October November December'.split(' ')
const american = 'Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.'.split(' ')

/** The date that a day word means when the story is published now, as the house writes it; other words need a person. */
function dateFor(word: string, now: string, dialect: Policy['dialect']): string | undefined {
  const away = days[word.toLowerCase()]
  const date = new Date(now)
  if (away === undefined || Number.isNaN(date.getTime())) return undefined
  date.setDate(date.getDate() + away)
  const [day, month] = [date.getDate(), date.getMonth()]
  return dialect === 'en-US' ? `on ${american[month]!} ${day}` : `on ${day} ${monthNames[month]!}`
}
