import { sure, type Candidate, type Content } from './candidate'
import { isMark, mainSubject, verbal } from './clauses'
import type { Cue } from './cue'
import { clauseEnd } from './ends'
import type { Clauses, Unit } from './units'

export function accordingContents(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  taken: ReadonlyMap<number, Candidate>,
): Content[] {
  const { units, start, end } = sentence
  const subject = cue.subject!
  if (opensWith(units, start, cue.at, subject.last + 1)) {
    // "According to the ministry, …"
    let at = subject.last + 1
    while (at < end && !isMark(units[at], ',') && units[at]!.kind !== 'quote') at++
    // Past appositions of the source: ", a group that …,"
    const next = units[at + 1]
    if (
      isMark(units[at], ',') &&
      next &&
      (next.lower === 'a' || next.lower === 'an' || next.lower === 'who' || next.lower === 'which')
    ) {
      let closing = at + 1
      while (closing < end && !isMark(units[closing], ',')) closing++
      if (closing < end - 3 && !mainSubject({ units, start: at + 1, end: closing })) at = closing
      else if (closing < end - 3 && /^(?:who|which)$/.test(next.lower)) at = closing
    }
    if (at + 1 >= end) return []
    const first = units[at]!.kind === 'quote' ? at : at + 1
    return [{ first, last: clauseEnd(sentence, first, cues, order), rule: 'according to', confidence: sure.clause }]
  }
  let last = cue.at - 1
  while (last >= start && units[last]!.kind === 'mark') last--
  if (last < start) return []
  let first = start
  // Only what no other speaker of the sentence holds.
  for (const [index, other] of cues.entries()) {
    if (index >= order || other.kind === 'noun' || !/[st]/.test(other.verb.frames)) continue
    if (other.subject && !other.passive) return []
  }
  for (let at = first; at <= last; at++) if (taken.has(at)) return []
  if (units[first]!.conjunction) first++
  return last - first >= 1 || units[first]!.kind === 'quote'
    ? [{ first, last, rule: 'according to', confidence: sure.clause }]
    : []
}

/** Whether the source opens what it says: at the head of the sentence, or after an adjunct and before a comma. */
function opensWith(units: readonly Unit[], start: number, at: number, next: number): boolean {
  if (at === start || (at === start + 1 && units[start]!.kind === 'word')) return true
  if (!isMark(units[at - 1], ',') || !isMark(units[next], ',')) return false
  for (let index = start; index < at; index++)
    if (units[index]!.kind === 'quote' || verbal(units[index]!) || /..ed$/.test(units[index]!.lower)) return false
  return true
}
