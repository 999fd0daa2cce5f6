import { isMark, phraseAfter, venueAhead, verbal } from './clauses'
import type { Clauses, Unit } from './units'
import { bases } from './verbs'
import { venueNouns } from './words'

/** Past the hearer of "told reporters …". */
export function pastHearer(sentence: Clauses, at: number): number {
  const { units, end } = sentence
  const first = units[at]!
  if (first.kind === 'word' && /^(?:him|her|them|us|me|you|it|everyone|reporters|journalists)$/.test(first.lower))
    return at + 1
  const whom = phraseAfter(sentence, at, 16)
  if (!whom) return at
  // "told CNN he would": the hearer ends where a subject and its verb begin.
  for (let index = at + 1; index <= whom.last; index++) {
    const unit = units[index]!
    const before = units[index - 1]!
    if (unit.pronoun && !unit.determiner) return index
    if (unit.determiner && !before.preposition && before.kind === 'word' && !before.determiner) return index
    if (
      unit.capital &&
      !before.capital &&
      before.kind === 'word' &&
      !before.preposition &&
      !before.determiner &&
      !/^(?:and|network|newspaper|host|anchor|reporter|reporters)$/.test(before.lower) &&
      /s$/.test(before.lower)
    )
      return index
  }
  let past = whom.last + 1
  // "told NBC's Chuck Todd", "told Fox News Sunday host Smith, “…”" end at the comma, "that" or marks.
  while (past < end && isMark(units[past], '’')) past++
  return past
}

/** Past "on Thursday", "in a statement", "last week", "repeatedly". Stops where reported words may begin. */
export function pastAdjuncts(sentence: Clauses, from: number): number {
  const { units, end } = sentence
  let at = from
  for (let guard = 0; guard < 8 && at < end; guard++) {
    const unit = units[at]!
    if (unit.kind !== 'word') break
    if (unit.time && !unit.pronoun) {
      at++
      while (
        at < end &&
        (units[at]!.time ||
          units[at]!.kind === 'number' ||
          (isMark(units[at], '.') &&
            units[at - 1]!.end === units[at]!.start &&
            at + 1 < end &&
            !units[at + 1]!.capital))
      )
        at++
      continue
    }
    if (/^(?:last|this|earlier|late|early|next|that)$/.test(unit.lower) && units[at + 1]?.time) {
      at += 2
      continue
    }
    if (
      unit.adverb &&
      !unit.subordinator &&
      units[at + 1] &&
      (units[at + 1]!.lower === 'that' ||
        units[at + 1]!.kind === 'quote' ||
        units[at + 1]!.preposition ||
        units[at + 1]!.kind === 'mark' ||
        /^(?:later|repeatedly|again|recently|publicly|previously|flatly|simply|instead|here)$/.test(unit.lower))
    ) {
      at++
      continue
    }
    if (!unit.preposition || /^(?:that|like|than)$/.test(unit.lower) || infinitiveAt(units, at)) break
    const past = pastPhrase(sentence, at)
    if (past === undefined) break
    at = past
  }
  return at
}

function pastPhrase(sentence: Clauses, at: number): number | undefined {
  const { units, end } = sentence
  const venue = venueAhead(units, at + 1, end)
  let seenVenue = false
  for (let index = at + 1; index < end && index < at + 22; index++) {
    const unit = units[index]!
    const before = units[index - 1]!
    if (unit.kind === 'quote') {
      if (unit.words <= 3 && unit.capital && index === at + 1 && !/[.?!]/.test(unit.last)) continue // on “Meet the Press”
      return unit.words <= 4 && unit.capital && before.preposition ? index + 1 : index
    }
    if ((unit.lower === 'that' || infinitiveAt(units, index)) && index > at + 1) return index
    if (isMark(unit, ':')) return index
    if (isMark(unit, ','))
      return units[index + 1]?.kind === 'quote' || units[index + 1]?.lower === 'that' || index + 1 >= end
        ? index
        : undefined
    if (unit.kind === 'mark' && !/^[&$’'./-]$/.test(unit.text)) return undefined
    if (
      unit.time &&
      !(units[index + 1]?.time || units[index + 1]?.kind === 'number' || units[index + 1]?.lower === 'night')
    )
      return index + 1
    if (venueNouns.has(unit.lower) && !unit.capital) {
      seenVenue = true
      const next = units[index + 1]
      if (next && !next.preposition && !venueNouns.has(next.lower) && !next.time && next.kind !== 'mark')
        return index + 1
      continue
    }
    if (seenVenue && unit.determiner && !before.preposition) return index
    if (seenVenue && unit.pronoun && !unit.determiner) return index
    if (unit.pronoun && !unit.determiner && index > at + 1) return venue || index > at + 2 ? index : undefined
    if (unit.auxiliary || (verbal(unit) && !before.preposition)) return undefined
    if (unit.determiner && index > at + 2 && !before.preposition && !before.determiner && !before.conjunction)
      return index
  }
  return undefined
}

/** Whether "to" opens an infinitive here: a plain lower-case word follows that is no noun phrase's head. */
const infinitiveAt = (units: readonly Unit[], at: number) => {
  const next = units[at + 1]
  if (units[at]!.lower !== 'to' || !next || next.capital) return false
  if (next.kind === 'quote') return next.words > 1 // "vowed to “fight on”"
  if (next.kind !== 'word' || next.determiner || next.pronoun || next.preposition || next.lower.endsWith('s'))
    return false
  return next.cue?.form === 'base' || bases.has(next.lower)
}
