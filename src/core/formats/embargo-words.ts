import { monthNumber, timeFrom, zoneOffset } from './wire-time'

// How wires announce an embargo in words. "Embargo" alone may be the news.
const announced =
  /\b(?:embargo(?:ed)?\s*[:–—-]?\s*(?:until|till|to|for(?:\s+(?:release|publication|use))?(?:\s+(?:until|at))?)|(?:strictly\s+)?embargoed\b|hold\s+for\s+release(?:\s+(?:until|at))?|not\s+for\s+(?:release|publication|use)\s+(?:until|before)|sperrfrist\s*[:–—-]?|frei\s+ab)(?<words>[^;]{0,140})/iu
const over = /\bembargo\s+(?:is\s+|was\s+|has\s+been\s+)?(?:lifted|expired|over|broken)\b|\bno\s+embargo\b/i

const clock =
  /(?<![\d.])(\d{1,2})(?:[:.h](\d{2})|(\d{2}))?\s*(a\.?m\.?|p\.?m\.?|uhr)?(?:\s*\(?(GMT|UTC|BST|CET|CEST|MEZ|MESZ|E[SD]T|C[SD]T|M[SD]T|P[SD]T|AE[SD]T)\b)?/giu
const dates: readonly RegExp[] = [
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})/u,
  /(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})?/u,
  /(?<day>\d{1,2})(?:st|nd|rd|th|\.)?\s+(?<name>\p{L}{3,9})\.?(?:,?\s+(?<year>\d{4}))?/u,
  /(?<name>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:)(?:,?\s+(?<year>\d{4}))?/u,
]

export type EmbargoWords = { until: string } | 'no-hour'

/**
 * The embargo that words to editors announce: until when, in ISO 8601, or that it names no hour that could be read;
 * undefined where they announce none. `sent` gives the year where the words have none. A zone that is not named stays open.
 */
export function embargoIn(words: string, sent: string | undefined): EmbargoWords | undefined {
  if (over.test(words)) return undefined
  const told = announced.exec(words)?.groups?.words
  if (told === undefined) return undefined
  const day = dayIn(told, sent)
  if (!day) return 'no-hour'
  const rest = `${told.slice(0, day.start)} ${told.slice(day.end)}`
  const time = clockIn(rest)
  const until = time && timeFrom({ ...day, clock: time.clock, ...(time.zone ? { zone: time.zone } : {}) })
  return until ? { until } : 'no-hour'
}

function dayIn(words: string, sent: string | undefined) {
  for (const pattern of dates) {
    // A month's name and a clock ("until 0001 Friday") may look alike, so each match is tried.
    for (const match of words.matchAll(new RegExp(pattern.source, 'gu'))) {
      const { year, month, day, name } = match.groups!
      const number = name === undefined ? Number(month) : monthNumber(name)
      if (number === undefined || Number(day) < 1 || Number(day) > 31) continue
      const place = { start: match.index, end: match.index + match[0].length }
      return {
        year: year === undefined ? yearFor(number, sent) : Number(year),
        month: number,
        day: Number(day),
        ...place,
      }
    }
  }
  return undefined
}

/** The year of a month that is told without one: that of sending, or the next where the month has long passed. */
function yearFor(month: number, sent: string | undefined): number {
  const [year, sentMonth] = [Number(sent?.slice(0, 4)), Number(sent?.slice(5, 7))]
  if (!year) return Number.NaN
  return month + 6 < sentMonth ? year + 1 : year
}

function clockIn(words: string): { clock: string; zone?: string } | undefined {
  if (/\bmidnight\b/i.test(words)) return withZone('0000', words)
  if (/\b(?:12\s*)?noon\b/i.test(words)) return withZone('1200', words)
  for (const match of words.matchAll(clock)) {
    const [, hours, parted, joined, half, zone] = match
    const minutes = parted ?? joined
    // A bare number is no time.
    if (minutes === undefined && half === undefined) continue
    let hour = Number(hours)
    if (/^p/i.test(half ?? '') && hour < 12) hour += 12
    if (/^a/i.test(half ?? '') && hour === 12) hour = 0
    if (hour > 23 || Number(minutes ?? 0) > 59) continue
    const offset = zone === undefined ? undefined : zoneOffset(zone)
    return { clock: `${String(hour).padStart(2, '0')}${minutes ?? '00'}`, ...(offset ? { zone: offset } : {}) }
  }
  return undefined
}

function withZone(time: string, words: string): { clock: string; zone?: string } {
  const zone = /\b(GMT|UTC|BST|CET|CEST|MEZ|MESZ|E[SD]T|C[SD]T|M[SD]T|P[SD]T)\b/.exec(words)?.[1]
  const offset = zone === undefined ? undefined : zoneOffset(zone)
  return { clock: time, ...(offset ? { zone: offset } : {}) }
}
