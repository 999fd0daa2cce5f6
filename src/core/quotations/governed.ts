import { isMark, mainSubject, subjectBefore, verbal, type Phrase } from './clauses'
import type { Clauses, Unit } from './units'
import { beForms } from './words'

export interface Governed extends Phrase {
  /** First and last unit of the verb group. */
  verb: Phrase
  speaker: Phrase | undefined
}

/** How far before the marks their verb may stand, in units. */
const reach = 24

/**
 * The verb whose object the words in marks at `at` stand in, with its subject: "the ad hits Ruiz for taking “54 times
 * more”". `first` is where the object begins, so that the words the writer lends to the quotation belong to it.
 */
export function governedBy({ units, start, end }: Clauses, at: number): Governed | undefined {
  for (let index = at - 1; index >= start && index > at - reach; index--) {
    const unit = units[index]!
    if (isMark(unit, ';:?!—–([') || (isMark(unit, '-') && units[index - 1]!.end < unit.start)) return undefined
    if (!governs(units, index, start)) continue
    if (units[index - 1]?.lower === 'to') continue // "vowed to “go on”": the verb is further left
    let group = index
    while (
      group > start &&
      (units[group - 1]!.auxiliary ||
        (units[group - 1]!.adverb && !units[group - 1]!.time && !units[group - 1]!.subordinator))
    )
      group--
    const speaker = subjectBefore({ units, start, end }, group) ?? mainSubject({ units, start, end }, group)
    let first = index + 1
    while (first < at && (units[first]!.lower === 'as' || /^(?:out|up|off|on|down|back)$/.test(units[first]!.lower)))
      first++
    return { first, last: at, verb: { first: group, last: index }, speaker }
  }
  return undefined
}

function governs(units: readonly Unit[], at: number, start: number): boolean {
  const unit = units[at]!
  if (unit.kind !== 'word' || unit.capital) return false
  const before = at > start ? units[at - 1] : undefined
  if (before && (before.determiner || before.preposition) && !before.pronoun)
    return unit.cue?.form === 'ing' && !before.determiner
  if (unit.cue)
    return unit.cue.form !== 'base' || before?.auxiliary === true || before?.pronoun === true || before?.lower === 'to'
  return (
    (verbal(unit) && (!unit.auxiliary || beForms.has(unit.lower) || /^(?:has|have|had|does|did)$/.test(unit.lower))) ||
    /..(?:[^e]ed|ing)$/.test(unit.lower)
  )
}
