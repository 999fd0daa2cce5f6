/** Times as wires write them, as ISO 8601. */

const iso =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?$/i

/**
 * A time in ISO 8601, extended or basic, with or without its zone ("20260305T143000-0500", "2026-03-05 14:30:00"), in the
 * extended form; a date alone stays a date. Undefined when it is none, or no day of the calendar. A time whose zone is not
 * told is given without one.
 */
export function isoTime(value: string | undefined): string | undefined {
  const found = iso.exec(value?.trim() ?? '')
  if (!found) return undefined
  const [, year, month, day, hour, minute, second = '00', zone] = found
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  const date = `${year}-${month}-${day}`
  if (hour === undefined || minute === undefined) return date
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  return `${date}T${hour}:${minute}:${second}${zone ? zoneOf(zone) : ''}`
}

function zoneOf(zone: string): string {
  if (/^z$/i.test(zone) || /^[+-]00:?(?:00)?$/.test(zone)) return 'Z'
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone)!
  return `${sign}${hours}:${minutes}`
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

// Zones that wires name by letters; others are not guessed at, since one name stands for several.
const zones: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  Z: 'Z',
  WET: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  MEZ: '+01:00',
  CEST: '+02:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  JST: '+09:00',
  KST: '+09:00',
  SGT: '+08:00',
}

/** The offset a zone's letters stand for; undefined when they are not known. */
export const zoneOffset = (letters: string): string | undefined => zones[letters.toUpperCase()]

// English, German, French, Spanish, Scandinavian: the first three letters of a month.
const months: readonly RegExp[] = [
  /^(?:jan|ene)/i,
  /^(?:feb|fév|fev)/i,
  /^(?:mar|mär|mae|mrz)/i,
  /^(?:apr|avr|abr)/i,
  /^(?:may|mai|maj)/i,
  /^(?:jun|juin)/i,
  /^(?:jul|juil)/i,
  /^(?:aug|aoû|aou|ago)/i,
  /^(?:sep|set)/i,
  /^(?:oct|okt|out)/i,
  /^(?:nov)/i,
  /^(?:dec|dez|déc|dic|des)/i,
]

/** The number of a month by its name or first letters, 1 to 12. "juin" and "juil" are told apart. */
export function monthNumber(name: string): number | undefined {
  const found = months.findIndex((month) => month.test(name))
  return found < 0 ? undefined : found + 1
}

/** A time from its parts; a year of two digits is of this century, as wires go. Undefined when there is no such time. */
export function timeFrom(parts: {
  year: number
  month: number
  day: number
  /** Hours and minutes, "1405". */
  clock?: string
  zone?: string
}): string | undefined {
  const year = parts.year < 100 ? 2000 + parts.year : parts.year
  const two = (number: number) => String(number).padStart(2, '0')
  const time =
    parts.clock === undefined ? '' : `T${parts.clock.slice(0, 2)}:${parts.clock.slice(2)}:00${parts.zone ?? ''}`
  return isoTime(`${year}-${two(parts.month)}-${two(parts.day)}${time}`)
}
