import { mergeThree } from '@core/comparison'
import { plainText, type Manuscript } from '@core/manuscript'
import { applySteps } from '@core/record'
import { HostError } from '@contract/index'
import type { StoreContext } from './context'
import type { CheckedPackage } from './package-check'

/** Whether the draft ever said this, at the common revision or any step after it. */
export function saidBefore(
  { db }: StoreContext,
  story: string,
  seq: number,
  from: Manuscript,
  wanted: Manuscript,
): boolean {
  let doc = from
  if (doc.eq(wanted)) return true
  for (const { json } of db.all('select json from step where story = ? and seq > ? order by seq', story, seq)) {
    doc = applySteps(doc, [JSON.parse(String(json))]).manuscript
    if (doc.eq(wanted)) return true
  }
  return false
}

interface Sides {
  /** How many revisions are here after the common one. */
  ours: number
  last: CheckedPackage['revisions'][number]
  draft: Manuscript
  later: CheckedPackage['revisions']
  theirs: Manuscript
}

/**
 * Both sides' changes since the common revision in one. Revisions on both sides would need a history that is no line, and
 * contradictions a person.
 */
export function both(file: string, slug: string, { ours, last, draft, later, theirs }: Sides): Manuscript {
  const { conflicts, manuscript } = mergeThree(last.doc, draft, theirs)
  const whole = losesNoWord(last.doc, draft, theirs, manuscript)
  if (whole && conflicts.length === 0 && (ours === 0 || later.length === 0)) return manuscript
  const side = (revisions: number) => counted(revisions, 'revision') || 'an unnamed draft'
  const found =
    conflicts.length === 0
      ? 'no change of one contradicts the other'
      : `${counted(conflicts.length, 'place')} changed on both sides`
  throw apart(
    `${file} and ${slug} grew apart after r${last.number}: ${side(ours)} here, ${side(later.length)} in the file, ${found}`,
  )
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
