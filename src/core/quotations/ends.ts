import { isMark, venueAhead, verbal } from './clauses'
import type { Cue } from './cue'
import type { Clauses, Unit } from './units'

/** Where a reported clause that begins at `first` ends: the sentence's end, or where the next cue's own clause begins. */
export function clauseEnd({ units, start, end }: Clauses, first: number, cues: readonly Cue[], order: number): number {
  let last = relativeEnd(units, first, end - 1, cues[order])
  for (let index = order + 1; index < cues.length; index++) {
    const next = cues[index]!
    if (next.beside !== undefined && next.beside > first && next.beside <= last) {
      // Words in marks with an attribution of their own: what leads into them ends before the stop.
      last = isMark(units[next.beside - 1], ':,—–') ? next.beside - 2 : next.beside
      break
    }
    if (next.clause <= first || next.clause > last) continue
    let before = next.clause - 1
    while (before > first && units[before]!.adverb && !units[before]!.subordinator) before--
    const unit = units[before]!
    if (next.kind === 'according') {
      if (isMark(unit, ',')) last = before - 1
      break
    }
    if (next.kind === 'noun') continue
    if (isMark(unit, ',—–') || unit.kind === 'quote') {
      if (next.shared || next.form === 'ing') {
        last = unit.kind === 'quote' ? before : before - 1
        break
      }
      // "Conceding that it would, he warned": the participle's clause ends where the sentence's own begins.
      if (next.inverted || (cues[order]?.form === 'ing' && cues[order].first === start && next.subject)) {
        last = unit.kind === 'quote' ? before : before - 1
        break
      }
    }
    if (unit.conjunction || /^(?:while|although|though|as|whereas)$/.test(unit.lower)) {
      const commaBefore = isMark(units[before - 1], ',—–') || units[before - 1]?.kind === 'quote'
      if (next.shared || commaBefore) {
        last = isMark(units[before - 1], ',—–') ? before - 2 : before - 1
        break
      }
    }
  }
  for (let at = first + 1; at <= last; at++) {
    if (isMark(units[at], ';') && cues.some((cue, index) => index > order && cue.clause > at)) return at - 1
  }
  return Math.max(first, last)
}

/** In "Hale, who said the town would appeal, left early" the report ends where the main verb stands. */
function relativeEnd(units: readonly Unit[], first: number, last: number, cue: Cue | undefined): number {
  const subject = cue?.subject
  if (!subject || !/^(?:who|which)$/.test(units[subject.last]!.lower) || !isMark(units[subject.first - 1], ','))
    return last
  for (let at = first + 1; at < last; at++) {
    if (!isMark(units[at], ',')) continue
    const next = units[at + 1]!
    if (verbal(next) || (/..ed$/.test(next.lower) && !next.capital)) return at - 1
  }
  return last
}

/** Where a reported noun phrase ends: before an adjunct, another verb, or a comma. */
export function phraseEnd(
  sentence: Clauses,
  first: number,
  cues: readonly Cue[],
  order: number,
  withAs = false,
): number {
  const { units } = sentence
  const limit = clauseEnd(sentence, first, cues, order)
  for (let at = first + 1; at <= limit; at++) {
    const unit = units[at]!
    const before = units[at - 1]!
    if (before.kind === 'quote' && /[,.?!]/.test(before.last)) return at - 1
    if (isMark(unit, ',') || (isMark(unit, '—–;:') && units[at + 1]?.kind !== 'quote')) {
      // A list goes on: "criticised taxes, tariffs and the deal".
      return at - 1
    }
    if (unit.subordinator && /^(?:when|while|because|after|before|since|until|though|although)$/.test(unit.lower))
      return at - 1
    if (unit.lower === 'as' && !withAs) return at - 1
    if (unit.conjunction && units[at + 1] && (verbal(units[at + 1]!) || units[at + 1]!.adverb)) return at - 1
    if (unit.time && !before.preposition && !before.determiner && unit.capital) return at - 1
    if (
      unit.preposition &&
      (venueAhead(units, at + 1, limit + 1) ||
        units[at + 1]?.time ||
        /^(?:during|after|before|amid|despite|without|since)$/.test(unit.lower))
    )
      return at - 1
  }
  return limit
}

/** Where the object that holds the words in marks at `at` ends. */
export const objectEnd = (sentence: Clauses, at: number, cues: readonly Cue[]) => {
  const order = cues.findLastIndex((cue) => cue.last < at)
  return phraseEnd(sentence, at, cues, order, true)
}
