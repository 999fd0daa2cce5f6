const day = 86_400_000

// Made once: making one takes as long as a hundred uses.
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', options)
const clockTime = format({ hour: '2-digit', minute: '2-digit' })
const weekday = format({ weekday: 'short' })
const dayAndMonth = format({ day: 'numeric', month: 'short' })
const whole = format({ dateStyle: 'full', timeStyle: 'short' })
const number = new Intl.NumberFormat('en-GB')

/** When something happened, as short as it stays plain: "14:05", "Mon 14:05", "3 Nov 14:05", "3 Nov 2025". */
export function shortTime(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const clock = clockTime.format(at)
  if (at.toDateString() === now.toDateString()) return clock
  if (Math.abs(now.getTime() - at.getTime()) < 6 * day) return `${weekday.format(at)} ${clock}`
  const date = dayAndMonth.format(at)
  return at.getFullYear() === now.getFullYear() ? `${date} ${clock}` : `${date} ${at.getFullYear()}`
}

/** The whole date and time, for hover and reports. */
export function fullTime(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : whole.format(at)
}

/** "1 paragraph", "3 paragraphs". */
export function count(how: number, one: string, many: string = `${one}s`): string {
  return `${number.format(how)} ${how === 1 ? one : many}`
}
