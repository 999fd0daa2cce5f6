import type { WaitingMerge } from '@core/record'

/** Whose revisions wait, and which: "Kiran’s r4 to r6". */
export function waitingWords({ revisions }: WaitingMerge): string {
  const named = revisions.filter(({ draft }) => !draft)
  const numbers = named.map(({ number }) => number)
  const people = [...new Set(named.map(({ by }) => by))].filter(Boolean)
  const span =
    numbers.length === 0 ? '' : numbers.length === 1 ? `r${numbers[0]}` : `r${numbers[0]} to r${numbers.at(-1)}`
  const drafts = named.length < revisions.length ? 'an unnamed draft' : ''
  const whose = people.length === 0 ? '' : ` by ${people.join(', ')}`
  return [span && `${span}${whose}`, drafts].filter(Boolean).join(' and ')
}
