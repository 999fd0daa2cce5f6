import type { Range } from '../manuscript'
import type { Clauses, Unit } from './units'
import { documentNouns, groupNouns, nounLinks, personRoles, titles, venueNouns } from './words'
import { bases, nounAlike } from './verbs'

/** Units `first` to `last`, both included. */
export interface Phrase {
  first: number
  last: number
}

/** Where a phrase stands in the block's text. */
export const span = (units: readonly Unit[], { first, last }: Phrase): Range => ({
  start: units[first]!.start,
  end: units[last]!.end,
})

const comma = (unit: Unit | undefined) => unit?.kind === 'mark' && unit.text === ','
export const isMark = (unit: Unit | undefined, marks: string) => unit?.kind === 'mark' && marks.includes(unit.text)
const dash = (unit: Unit | undefined) => isMark(unit, '—–') || (unit?.kind === 'mark' && unit.text === '-')

/** A unit that can stand in a noun phrase. */
const nominal = (unit: Unit) =>
  unit.kind === 'number' ||
  (unit.kind === 'word' && !unit.auxiliary && !unit.subordinator && (!unit.finite || unit.capital || nounLike(unit))) ||
  (unit.kind === 'mark' && /^[&$.’'/%-]$/.test(unit.text))
const nounLike = (unit: Unit) => nounAlike.has(unit.lower)

/** A unit that shows a clause has a finite verb. */
export const verbal = (unit: Unit) =>
  unit.kind === 'word' &&
  (unit.auxiliary ||
    (!unit.capital && unit.finite) ||
    (!unit.capital &&
      unit.cue !== undefined &&
      (unit.cue.form === 'past' || unit.cue.form === 's') &&
      !nounAlike.has(unit.lower)))

const stopsPhrase = (unit: Unit) => unit.kind === 'quote' || isMark(unit, ';:.?!…()[]') || dash(unit)

/**
 * The subject of the verb group that begins at `verb`: the noun phrase before it, over appositions and relative clauses
 * set off by commas ("Smith, a lawyer in Ohio, said"), brackets ("Smith (R-Ohio) said") and adjuncts ("Smith on Monday
 * said"). Undefined when no subject stands there: a participle, a coordinated verb, or no clause at all.
 */
export function subjectBefore({ units, start }: Clauses, verb: number): Phrase | undefined {
  let last = verb - 1
  while (
    last >= start &&
    units[last]!.adverb &&
    (!units[last]!.time || /^(?:recently|earlier|later|today|yesterday)$/.test(units[last]!.lower))
  )
    last--
  if (last < start) return undefined
  // "Reed (D-R.I.), said": the comma after a bracket is a slip.
  if (comma(units[last]) && isMark(units[last - 1], ')')) last--
  // A bracket between subject and verb.
  if (isMark(units[last], ')')) {
    let open = last
    while (open > start && !isMark(units[open], '(')) open--
    if (open === start) return undefined
    last = open - 1
  }
  if (comma(units[last])) return apposed(units, start, last)
  if (units[last]!.kind === 'quote') return undefined
  if (dash(units[last])) {
    // "Smith — who lost — said"
    let open = last - 1
    while (open > start && !dash(units[open])) open--
    return open > start ? plainSubject(units, start, open - 1) : undefined
  }
  return plainSubject(units, start, last)
}

/** The noun phrase that ends at `last`, wherever in the block. */
export const subjectEndingAt = (units: Unit[], last: number): Phrase | undefined => plainSubject(units, 0, last)

/** The noun phrase that ends at `last`. */
function plainSubject(units: Unit[], start: number, last: number): Phrase | undefined {
  const end = units[last]
  if (!end) return undefined
  if (end.subordinator && /^(?:who|which|that|whom)$/.test(end.lower)) return { first: last, last }
  // "When asked", "as expected": a participle's link, not its subject.
  if (
    end.conjunction ||
    end.preposition ||
    (end.subordinator && !end.determiner) ||
    (end.cue && verbal(end) && /[st]/.test(end.cue.verb.frames))
  )
    return undefined
  let first = last
  let seenCapital = units[last]!.capital
  for (let at = last; at >= start; at--) {
    const unit = units[at]!
    if (stopsPhrase(unit)) {
      if (isMark(unit, ')')) {
        while (at > start && !isMark(units[at], '(')) at--
        continue
      }
      if (
        isMark(unit, '.') &&
        units[at - 1]?.end === unit.start &&
        units[at - 1]!.capital &&
        units[at - 1]!.text.length <= 4
      ) {
        first = at
        continue
      }
      if (
        unit.kind === 'quote' &&
        unit.words <= 2 &&
        unit.last !== ',' &&
        at > start &&
        units[at - 1]!.capital &&
        first === at + 1 &&
        units[first]!.capital
      ) {
        first = at // a nickname inside the name
        continue
      }
      break
    }
    if (comma(unit)) {
      // Inside a list ("Smith, Jones and Brown said") the commas belong to the subject.
      if (listComma(units, start, at, last)) continue
      break
    }
    if (unit.conjunction) {
      const before = units[at - 1]
      const after = units[at + 1]
      if (!before || at === start || comma(before) || verbalBetween(units, start, at)) {
        if (!(before && comma(before) && listComma(units, start, at - 1, last))) break
        continue
      }
      if (after && unit.lower === 'and' && (before.capital || groupNouns.has(before.lower) || !after.capital)) {
        first = at
        continue
      }
      break
    }
    if (unit.subordinator && !(unit.preposition && nounLinks.has(unit.lower))) break
    if (unit.auxiliary || (verbal(unit) && !(nounLike(unit) && !unit.capital))) break
    if (!unit.capital && bases.has(unit.lower) && (units[at - 1]?.auxiliary || units[at - 1]?.lower === 'to')) break
    if (unit.preposition) {
      const author = unit.lower === 'by' && documentNouns.has(units[at - 1]?.lower ?? '') // "a study by researchers"
      if (at === start || !(nounLinks.has(unit.lower) || author)) break
      const before = units[at - 1]!
      if (before.kind !== 'word' || before.preposition || before.conjunction || before.subordinator || verbal(before))
        break
      first = at
      continue
    }
    // "After the vote Smith said": a plain noun before a name is not part of it unless it is what the person is.
    if (
      seenCapital &&
      !unit.capital &&
      unit.kind === 'word' &&
      first === at + 1 &&
      units[first]!.capital &&
      !attachesToName(unit, units[at - 1])
    )
      break
    if (!nominal(unit)) break
    first = at
    if (unit.capital) seenCapital = true
    if (unit.pronoun && !unit.determiner && at === last) break
    if (unit.determiner && !(units[at - 1]?.determiner || /^(?:of|all|both|half)$/.test(units[at - 1]?.lower ?? ''))) {
      if (!(units[at - 1]?.preposition && nounLinks.has(units[at - 1]!.lower))) break
    }
  }
  while (first < last && (units[first]!.adverb || units[first]!.preposition || units[first]!.conjunction)) first++
  const head = units[first]!
  if (head.kind === 'mark' || head.auxiliary || (head.preposition && first === last)) return undefined
  if (first === last && (head.time || head.adverb)) {
    // "Smith Monday said" is rare; a lone "Monday" is no speaker.
    return undefined
  }
  return { first, last }
}

const verbalBetween = (units: Unit[], start: number, end: number) => {
  for (let at = end - 1; at >= start && !stopsPhrase(units[at]!); at--) if (verbal(units[at]!)) return true
  return false
}

function listComma(units: Unit[], start: number, at: number, last: number): boolean {
  const before = units[at - 1]
  if (!before || at - 1 < start || !before.capital || !units[at + 1]?.capital) return false
  for (let index = at + 1; index < last; index++)
    if (units[index]!.lower === 'and' && units[index + 1]?.capital) return true
  return false
}

const attachesToName = (unit: Unit, before: Unit | undefined) =>
  personRoles.has(unit.lower) ||
  titles.has(unit.lower) ||
  unit.lower.endsWith('-based') ||
  unit.lower.endsWith('man') ||
  unit.lower.endsWith('woman') ||
  (unit.determiner && !unit.pronoun) ||
  unit.lower === 'and' ||
  /(?:er|or|ist|ian|ent|ant)$/.test(unit.lower) ||
  (/^(?:the|a|an)$/.test(before?.lower ?? '') && !unit.time)

/** The subject before an apposition or relative clause that ends with the comma at `closing`. */
function apposed(units: Unit[], start: number, closing: number): Phrase | undefined {
  let best: Phrase | undefined
  for (let at = closing - 1; at > start && closing - at < 60; at--) {
    const unit = units[at]!
    if (unit.kind === 'quote' && unit.words > 4) break
    if (isMark(unit, ';:?!')) break
    if (!comma(unit)) continue
    const after = units[at + 1]
    const before = units[at - 1]
    if (!after || !before || before.kind === 'mark' || before.kind === 'quote') continue
    const opensApposition =
      after.determiner ||
      after.kind === 'number' ||
      /^(?:who|which|whose|whom|where)$/.test(after.lower) ||
      after.preposition ||
      after.capital ||
      after.adverb ||
      /(?:ing|ed)$/.test(after.lower) ||
      personRoles.has(after.lower) ||
      groupNouns.has(after.lower) ||
      titles.has(after.lower) ||
      (after.kind === 'word' && before.capital && !verbal(after) && !after.conjunction && !after.pronoun) ||
      units[at + 2]?.capital === true
    if (!opensApposition) continue
    const subject = plainSubject(units, start, at - 1)
    if (!subject) continue
    const head = units[subject.first]!
    const relative = /^(?:who|which|whose)$/.test(after.lower)
    if (head.pronoun && !relative && !after.preposition && !after.adverb) continue
    // The subject must open its clause: after the sentence's start, a comma, a conjunction, an adjunct.
    const prior = units[subject.first - 1]
    if (
      prior &&
      subject.first - 1 >= start &&
      (prior.preposition || verbal(prior)) &&
      !/^(?:that|as|while|when|but|and|because|although|though)$/.test(prior.lower)
    ) {
      if (!best && at > start + 3) continue
      break
    }
    best = subject
    if (head.capital || relative) {
      // A place may itself follow a comma ("Smith, of Kansas City, Mo., said"): look on while what is found lies inside a longer apposition.
      if (!insideApposition(units, start, subject.first)) break
    }
  }
  return best
}

const insideApposition = (units: Unit[], start: number, first: number) =>
  first - 1 >= start && comma(units[first - 1]) && units[first - 2]?.capital === true && first - 2 >= start

/** The sentence's own subject: the noun phrase before its first finite verb, after any opening adjunct. */
export function mainSubject(sentence: Clauses, before = sentence.end): Phrase | undefined {
  const { units, start } = sentence
  for (let at = start + 1; at < before; at++) {
    const unit = units[at]!
    const pastTense =
      /..ed$/.test(unit.lower) &&
      unit.kind === 'word' &&
      !unit.capital &&
      !units[at - 1]!.determiner &&
      !units[at - 1]!.preposition
    if (!verbal(unit) && !pastTense) continue
    const found = subjectBefore(sentence, at)
    if (found) {
      const word = units[found.first]!
      if (!/^(?:who|which|that|there|what|it's)$/.test(word.lower) || word.capital) {
        const prior = units[found.first - 1]
        // Inside "when he …" stands another clause: the sentence's own subject comes later.
        if (!(prior && found.first > start && prior.subordinator)) return found
      }
    }
  }
  return undefined
}

/** The noun phrase that begins at `at`, to its right: "said [Jane Doe of the union], who …". */
export function phraseAfter({ units, end }: Clauses, at: number, longest = 18): Phrase | undefined {
  let last = at - 1
  for (let index = at; index < end && index < at + longest; index++) {
    const unit = units[index]!
    if (unit.kind === 'quote') {
      if (unit.words <= 2 && index > at && units[index - 1]!.capital && units[index + 1]?.capital) continue
      break
    }
    if (unit.kind === 'mark') {
      if (
        unit.text === '.' &&
        units[index - 1]?.end === unit.start &&
        index + 1 < end &&
        units[index + 1]!.kind !== 'quote' &&
        units[index - 1]!.text.length <= 4
      )
        continue
      if (/^[&’'/]$/.test(unit.text)) continue
      break
    }
    if (index > at && unit.pronoun && !unit.determiner && !unit.capital) break
    if (unit.auxiliary || (unit.subordinator && !unit.preposition)) break
    if (verbal(unit)) break
    if (unit.time && index > at && !unit.capital) break
    if (unit.time && unit.capital && index > at) break
    if (unit.conjunction && !(unit.lower === 'and' && units[index + 1]?.capital && units[index - 1]?.capital)) break
    if (
      unit.preposition &&
      (index === at || !/^(?:of|for|at|from|with)$/.test(unit.lower) || venueAhead(units, index + 1, end))
    )
      break
    if (unit.preposition && unit.lower !== 'of' && units[index + 1]?.time) break
    if (unit.adverb && !unit.capital && index > at) break
    last = index
  }
  while (last >= at && (units[last]!.preposition || units[last]!.conjunction || units[last]!.kind === 'mark')) last--
  return last >= at ? { first: at, last } : undefined
}

/** Whether the noun phrase at `at` is where something was said: "a statement", "the news conference". */
export function venueAhead(units: Unit[], at: number, end: number): boolean {
  for (let index = at; index < end && index < at + 5; index++) {
    const unit = units[index]!
    if (unit.kind !== 'word' || unit.auxiliary || unit.subordinator || verbal(unit)) return false
    if (venueNouns.has(unit.lower) && !unit.capital) return true
    if (unit.preposition) return false
  }
  return false
}
