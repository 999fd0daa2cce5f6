import { mergeThree } from '@core/comparison'
import { plainText, type Manuscript } from '@core/manuscript'
import { applySteps } from '@core/record'
import { HostError } from '@contract/index'
import type { StoreContext } from './context'

/** Whether the draft ever said this, at a revision or any step after it. */
export function saidBefore(
  { db }: StoreContext,
  story: string,
  revision: string,
  from: Manuscript,
  wanted: Manuscript,
): boolean {
  if (from.eq(wanted)) return true
  const stood = db.get('select seq from revision where story = ? and id = ?', story, revision)
  // A revision of another library stands beside our journal, at no step of it.
  if (!stood) return false
  let doc = from
  const later = db.all('select json from step where story = ? and seq > ? order by seq', story, Number(stood.seq))
  for (const { json } of later) {
    doc = applySteps(doc, [JSON.parse(String(json))]).manuscript
    if (doc.eq(wanted)) return true
  }
  return false
}

/** Both sides' changes in one, where they contradict each other nowhere and no word is lost; else how many places do. */
export function both(
  base: Manuscript,
  ours: Manuscript,
  theirs: Manuscript,
): { kind: 'merged'; manuscript: Manuscript } | { kind: 'apart'; conflicts: number } {
  const { conflicts, manuscript } = mergeThree(base, ours, theirs)
  return conflicts.length === 0 && losesNoWord(base, ours, theirs, manuscript)
    ? { kind: 'merged', manuscript }
    : { kind: 'apart', conflicts: conflicts.length }
}

export const apart = (why: string) =>
  new HostError(
    'conflict',
    `${why}. Nothing was changed; import it into another library and compare the two, or take its text over by hand.`,
  )

export const counted = (count: number, what: string) => (count === 0 ? '' : `${count} ${what}${count === 1 ? '' : 's'}`)

/** Whether a merge holds every word that all three hold, and every word that either side put in. */
function losesNoWord(base: Manuscript, ours: Manuscript, theirs: Manuscript, merged: Manuscript): boolean {
  const [before, a, b, now] = [base, ours, theirs, merged].map(wordCounts) as [Counts, Counts, Counts, Counts]
  return [...new Set([...a.keys(), ...b.keys()])].every((word) => {
    const [was, left, right] = [before, a, b].map((counts) => counts.get(word) ?? 0) as [number, number, number]
    const least = Math.min(was, left, right) + Math.max(0, left - was) + Math.max(0, right - was)
    const twice = Math.min(Math.max(0, left - was), Math.max(0, right - was))
    return (now.get(word) ?? 0) >= least - twice
  })
}

type Counts = Map<string, number>

function wordCounts(manuscript: Manuscript): Counts {
  const counts: Counts = new Map()
  for (const [word] of plainText(manuscript).text.matchAll(/[\p{L}\p{M}\p{N}]+/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
