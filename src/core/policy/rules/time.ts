import type { Rule } from '../context'
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
    check({ story }) {
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
      const words = [...new Set(places.map((place) => place.words.toLowerCase()))]
      return [
        {
          start: first.start,
          end: first.end,
          places: rest.map(({ start, end }) => ({ start, end })),
          message: `Time words with no date in the story: ${words.join(', ')}.`,
          about: 'time words',
        },
      ]
    },
  },
]
