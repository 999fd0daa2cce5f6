const day = 86_400_000

/** When something happened, as short as it stays plain: "14:05", "Mon 14:05", "3 Nov 14:05", "3 Nov 2025". */
export function shortTime(iso: string, now: Date = new Date()): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const clock = at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
  if (at.toDateString() === now.toDateString()) return clock
  if (Math.abs(now.getTime() - at.getTime()) < 6 * day)
    return `${at.toLocaleDateString('en-GB', { weekday: 'short' })} ${clock}`
  const date = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })
  return at.getFullYear() === now.getFullYear() ? `${date} ${clock}` : `${date} ${at.getFullYear()}`
}

/** The whole date and time, for hover and reports. */
export function fullTime(iso: string): string {
  const at = new Date(iso)
  return Number.isNaN(at.getTime()) ? iso : at.toLocaleString('en-GB', { dateStyle: 'full', timeStyle: 'short' })
}

/** "1 paragraph", "3 paragraphs". */
export function count(number: number, one: string, many: string = `${one}s`): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`
}
