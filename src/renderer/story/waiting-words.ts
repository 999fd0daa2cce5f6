import type { WaitingMerge } from '@core/record'

/** Whose revisions wait: "Kiran", "Kiran and Lea", or the file where only a draft does. */
export function theirName({ revisions, file }: Pick<WaitingMerge, 'revisions' | 'file'>): string {
  const people = [...new Set(revisions.filter(({ draft }) => !draft).map(({ by }) => by))].filter(Boolean)
  return people.length === 0 ? file : people.join(' and ')
}

/** Which revisions wait: "r4 to r6", "r4 and a draft". */
export function theirSpan({ revisions }: Pick<WaitingMerge, 'revisions'>): string {
  const named = revisions.filter(({ draft }) => !draft).map(({ number }) => number)
  const span = named.length === 0 ? '' : named.length === 1 ? `r${named[0]}` : `r${named[0]} to r${named.at(-1)}`
  const drafted = named.length < revisions.length
  return span && drafted ? `${span} and a draft` : span || 'A draft'
}

/** "Kiran’s revisions r4 to r6 wait to be merged". */
export function waitingSentence(waiting: WaitingMerge): string {
  const named = waiting.revisions.filter(({ draft }) => !draft).length
  if (named === 0) return `A draft from ${waiting.file} waits to be merged`
  const name = theirName(waiting)
  const many = waiting.revisions.length > 1
  return `${name}${/s$/i.test(name) ? '’' : '’s'} ${named > 1 ? 'revisions' : 'revision'} ${theirSpan(waiting)} ${many ? 'wait' : 'waits'} to be merged`
}
