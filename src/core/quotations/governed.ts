import { isMark, mainSubject, subjectBefore, verbal, type Phrase } from './clauses'
import type { Clauses, Unit } from './units'
import { beForms } from './words'

export interface Governed extends Phrase {
  /** First and last unit of the verb group. */
  verb: Phrase
  speaker: Phrase | undefined
}

/** Nouns and links that end as verbs do. */
const notVerbs =
  /^(?:(?:some|any|no|every)?thing|morning|evening|king|spring|ring|string|wing|during|including|following|according|being|need|speed|hundred|indeed)$/

/** How far before the marks their verb may stand, in units. */
const reach = 24

/**
 * The verb whose object the words in marks at `at` stand in, with its subject: "the ad hits Ruiz for taking “54 times
 * more”". `first` is where the object begins, so that the words the writer lends to the quotation belong to it.
 */
export function governedBy({ units, start, end }: Clauses, at: number, heading = false): Governed | undefined {
  for (let index = at - 1; index >= start && index > at - reach; index--) {
    const unit = units[index]!
    if (isMark(unit, ';:?!—–([') || (isMark(unit, '-') && index > start && units[index - 1]!.end < unit.start))
      return undefined
    if (!governs(units, index, start) && !(heading && headingVerb(units, index, start))) continue
    if (units[index - 1]?.lower === 'to') continue // "vowed to “go on”": the verb is further left
    let group = index
    while (
      group > start &&
      (units[group - 1]!.auxiliary ||
        (units[group - 1]!.adverb && !units[group - 1]!.time && !units[group - 1]!.subordinator))
    )
      group--
    // "which the inquiry said was “careless”": the one who said so.
    const said = units[group - 1]
    if (said?.cue && /[stx]/.test(said.cue.verb.frames) && said.cue.form !== 'ing' && group - 1 > start) {
      const one = subjectBefore({ units, start, end }, group - 1)
      if (one) return { first: group, last: at, verb: { first: group - 1, last: group - 1 }, speaker: one }
    }
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
  if (unit.kind !== 'word' || unit.capital || notVerbs.test(unit.lower)) return false
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

/** A headline's verb: "Obama rips rhetoric over ‘radical Islam’", the first plain word in -s after the name. */
const headingVerb = (units: readonly Unit[], at: number, start: number) => {
  const unit = units[at]!
  const before = at > start ? units[at - 1]! : undefined
  return (
    unit.kind === 'word' && !unit.capital && /[^s'’]s$/.test(unit.lower) && !unit.determiner && !unit.pronoun && !unit.preposition &&
    !unit.adverb && before?.capital === true && !/['’]s?$/.test(before.text)
  ) // prettier-ignore
}
