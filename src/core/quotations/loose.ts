import type { Range } from '../manuscript'
import { isMark, mainSubject, span, verbal, type Phrase } from './clauses'
import { build, extend, sure, trim, type Candidate, type Content } from './candidate'
import type { Cue } from './cue'
import { clauseEnd, objectEnd } from './ends'
import { governedBy } from './governed'
import { leadBefore } from './leads'
import type { Clauses, Unit } from './units'
import { needsStop } from './verbs'
import type { Reading } from './why'
import { bodyNouns, groupNouns, personRoles } from './words'

/** Who has the word after a sentence: words in marks that stand alone in the next one are theirs. */
export interface Carrier {
  speaker?: Range
  rule: Reading
  /** The quotation that goes on: its cue, group and hearer hold for what follows. */
  from?: Candidate
}

interface Place {
  sentence: Clauses
  index: number
  heading: boolean
  cues: readonly Cue[]
  /** The candidates that hold each unit in marks already. */
  taken: Map<number, Candidate>
  found: Candidate[]
  newGroup: () => number
}

/**
 * Stretches in marks that no cue of their own sentence has: carried by the quotation before, led in by a stop, said by
 * the subject of the clause they stand in, or nobody's. Gives back who has the word when the sentence is over.
 */
export function looseMarks(place: Place, before: Carrier | undefined): Carrier | undefined {
  const { sentence, index, cues, taken, found, newGroup } = place
  const { units, start, end } = sentence
  let carrier: Carrier | undefined
  let current = before
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    if (unit.kind !== 'quote') continue
    const holder = taken.get(at)
    if (holder) {
      if (holder.type !== 'indirect') current = carrier = from(holder)
      continue
    }
    const previous = at > start ? units[at - 1] : undefined
    const next = at + 1 < end ? units[at + 1] : undefined
    const alone =
      (!previous || previous.kind === 'quote') &&
      (!next || next.kind === 'quote' || (isMark(next, '.') && at + 2 >= end))
    const make = (rule: Reading, confidence: number, group = newGroup()) =>
      build(units, { first: at, last: at, rule, confidence }, undefined, group, index)
    if (alone && (unit.words > 2 || /[.?!]/.test(unit.last))) {
      const candidate = carried(current, make)
      found.push(candidate)
      current = carrier = from(candidate)
      continue
    }
    // What one cue reports goes on past its first marks: "vowed to “go on” and to “fight”", "said, “If so,” it “will fail”".
    const going = holderBefore(place, at)
    if (going) {
      const last = Math.max(
        at,
        clauseEnd(
          sentence,
          at,
          cues,
          cues.findLastIndex((cue) => cue.last < at),
        ),
      )
      extend(units, going, last)
      taken.set(at, going)
      for (let inside = at + 1; inside <= last; inside++) if (units[inside]!.kind === 'quote') taken.set(inside, going)
      if (!/[.?!]/.test(unit.last) || unit.words > 3) current = carrier = from(going)
      continue
    }
    const lead = leadBefore(sentence, at, cues)
    if (lead) {
      const candidate: Candidate = {
        ...make(lead.rule, sure.subject),
        ...(lead.cue && { cue: span(units, lead.cue) }),
        speaker: span(units, lead.speaker),
      }
      found.push(candidate)
      if (unit.words >= 4) current = carrier = from(candidate)
      continue
    }
    const governed = governedBy(sentence, at, place.heading)
    const goesOn = current?.from && current.from.sentence >= index - 1 && unit.words > 3
    if (goesOn && cues.length === 0 && !(governed?.speaker && isSomebody(units, governed.speaker))) {
      const whole: Content = { first: start, last: end - 1, rule: 'goes on, partly in marks', confidence: sure.subject }
      const trimmed = { ...whole, ...trim(units, whole) }
      const candidate: Candidate = {
        ...build(units, trimmed, undefined, newGroup(), index),
        ...(current!.speaker && { speaker: current!.speaker }),
        carried: true,
      }
      found.push(candidate)
      for (let inside = at; inside <= trimmed.last; inside++)
        if (units[inside]!.kind === 'quote') taken.set(inside, candidate)
      current = carrier = from(candidate)
      continue
    }
    // Two or three words after a verb that says nothing ("making ‘war preparations’") are nobody's.
    const verb = governed && units[governed.verb.last]!.cue?.verb
    const tells = unit.words > 3 || (verb !== undefined && !needsStop.has(verb.lemma))
    if (governed?.speaker && tells) {
      const last = objectEnd(sentence, at, cues)
      found.push({
        ...build(
          units,
          { first: governed.first, last, rule: 'in the object of its verb', confidence: sure.subject },
          undefined,
          newGroup(),
          index,
        ),
        cue: span(units, governed.verb),
        speaker: span(units, governed.speaker),
        type: 'mixed',
        weak: true,
      })
      for (let inside = at + 1; inside <= last; inside++)
        if (units[inside]!.kind === 'quote' && !taken.has(inside)) at = inside
      continue
    }
    // A fragment in the writer's own sentence: its words are exact, the phrase around it is not theirs.
    const around = phraseAround(units, at, governed ? governed.verb.last + 1 : start, end)
    found.push({
      ...build(units, { ...around, rule: 'in marks, no cue', confidence: sure.orphan }, undefined, newGroup(), index),
      type: 'mixed',
      weak: true,
    })
  }
  return carrier ?? handedOn(sentence, cues) ?? current
}

/** The candidate whose report the marks at `at` still belong to: its cue stands before it, and none comes between. */
function holderBefore({ sentence, cues, taken }: Place, at: number): Candidate | undefined {
  const { units, start } = sentence
  for (let index = at - 1; index >= start; index--) {
    const unit = units[index]!
    if (isMark(unit, ';:?!')) return undefined
    if (cues.some((cue) => cue.at === index || cue.last === index)) return undefined
    if (unit.kind !== 'quote') continue
    const holder = taken.get(index)
    if (!holder || holder.made.last !== index || /[.?!]/.test(unit.last)) return undefined
    const cue = cues.find((one) => holder.cue && units[one.first]!.start === holder.cue.start)
    return cue && cue.last < holder.made.first ? holder : undefined
  }
  return undefined
}

const from = (candidate: Candidate): Carrier => ({
  ...(candidate.speaker && { speaker: candidate.speaker }),
  rule: 'the last speaker goes on',
  from: candidate,
})

function carried(
  carrier: Carrier | undefined,
  make: (rule: Reading, confidence: number, group?: number) => Candidate,
): Candidate {
  if (!carrier) return { ...make('stands alone', sure.orphan), carried: true }
  if (!carrier.from)
    return { ...make(carrier.rule, sure.subject), carried: true, ...(carrier.speaker && { speaker: carrier.speaker }) }
  const { cue, speaker, group, agency, venue } = carrier.from
  return {
    ...make('carried by the quotation before', sure.carried, group),
    ...(cue && { cue }),
    ...(speaker && { speaker }),
    ...(agency && { agency }),
    ...(venue && { venue }),
    carried: true,
  }
}

/** Who a sentence without words in marks leaves speaking: the subject of its last cue, or its own when that is somebody. */
function handedOn(sentence: Clauses, cues: readonly Cue[]): Carrier | undefined {
  const { units, end } = sentence
  const colon = isMark(units[end - 1], ':')
  const speaking = cues.findLast((cue) => cue.subject && cue.kind !== 'noun')?.subject
  if (speaking && isSomebody(units, speaking))
    return { speaker: span(units, speaking), rule: colon ? 'led in by a colon' : 'spoke in the sentence before' }
  const subject = mainSubject(sentence)
  if (subject && (colon || isSomebody(units, subject)))
    return { speaker: span(units, subject), rule: colon ? 'led in by a colon' : 'subject of the sentence before' }
  return undefined
}

const isSomebody = (units: readonly Unit[], { first, last }: Phrase) => {
  const head = units[last]!
  if (first === last && head.pronoun) return /^(?:he|she|they|i|we|who)$/.test(head.lower)
  return (
    (units[first]!.capital && !units[first]!.determiner) ||
    head.capital ||
    [personRoles, groupNouns, bodyNouns].some((nouns) => nouns.has(head.lower))
  )
}

/** The noun phrase the marks stand in: "its ‘war preparations’", "the “47 per cent” remark". */
function phraseAround(units: readonly Unit[], at: number, start: number, end: number): Phrase {
  const plain = (unit: Unit | undefined) =>
    unit?.kind === 'word' &&
    !unit.preposition &&
    !unit.conjunction &&
    !unit.subordinator &&
    !unit.adverb &&
    !unit.auxiliary &&
    !verbal(unit)
  let first = at
  let last = at
  while (first > start && at - first < 4 && plain(units[first - 1]) && !units[first]!.determiner) first--
  if (/[,.?!;:]/.test(units[at]!.last)) return { first, last }
  while (
    last + 1 < end &&
    last - at < 2 &&
    plain(units[last + 1]) &&
    !units[last + 1]!.determiner &&
    !units[last + 1]!.pronoun &&
    !units[last + 1]!.capital
  )
    last++
  return { first, last }
}
