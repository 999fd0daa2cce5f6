/** A revision as history knows it. */
export interface Link {
  id: string
  /** None at the start, one, or two where two people's revisions were merged: ours, then theirs. */
  parents: readonly string[]
  number: number
}

/** Revisions of one story by id, of whichever library. */
export type History = ReadonlyMap<string, Link>

export const historyOf = (links: Iterable<Link>): History => new Map([...links].map((link) => [link.id, link]))

/** A revision and everything that it stands on. */
export function ancestryOf(history: History, id: string): Set<string> {
  const found = new Set<string>()
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    const link = history.get(at)
    if (!link || found.has(at)) continue
    found.add(at)
    next.push(...link.parents)
  }
  return found
}

/**
 * The last revisions that two stand on: those that are behind no other such. One as a rule; more where each side has
 * merged the other. The newest first.
 */
export function lastCommon(history: History, one: string, other: string): Link[] {
  const theirs = ancestryOf(history, other)
  const both = [...ancestryOf(history, one)].flatMap((id) => (theirs.has(id) ? [history.get(id)!] : []))
  const last: Link[] = []
  const behind = new Set<string>()
  // What stands on others has a higher number: whatever comes later in this order is behind, or beside.
  for (const link of both.sort(newestFirst)) {
    if (behind.has(link.id)) continue
    last.push(link)
    for (const id of ancestryOf(history, link.id)) behind.add(id)
  }
  return last
}

/** The revisions by first parents that lead from one (left out) to another, oldest first; undefined where none leads there. */
export function lineTo(history: History, from: string | undefined, to: string): Link[] | undefined {
  const line: Link[] = []
  for (let at = history.get(to); at && at.id !== from;) {
    line.unshift(at)
    const next = at.parents.find((parent) => from === undefined || ancestryOf(history, parent).has(from))
    if (next === undefined) return from === undefined ? line : undefined
    at = history.get(next)
  }
  return line
}

/** The number of a revision that stands on these: one more than the highest, so that numbers grow along every line. */
export const numberAfter = (parents: readonly Pick<Link, 'number'>[]): number =>
  1 + Math.max(0, ...parents.map(({ number }) => number))

const newestFirst = (a: Link, b: Link) => b.number - a.number || (a.id < b.id ? -1 : 1)
