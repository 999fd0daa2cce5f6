import type { Cue } from './cue'
import { isMark, phraseAfter, verbal, type Phrase } from './clauses'
import { inWordsOf } from './leads'
import type { Clauses, Unit } from './units'
import { nounAlike, type CueVerb } from './verbs'

/** How far after the closing mark a speaker and verb may stand: two appositions ("Ruiz, 41, of Salem, who …, said"). */
const longestTag = 40

/** Whether the words in marks lean on what follows: “We will appeal,” / “Why now?” / “No one —”. */
const leans = (quote: Unit, next: Unit | undefined) => /[,?!…—–-]/.test(quote.last) || isMark(next, ',')

/**
 * The attribution beside the marks: in “We will appeal,” beamed Tom Hale of Salem / the senator and candidate told ABC,
 * the words that follow up to the stop are a speaker and a verb whatever the verb is. Undefined when they are not so built.
 */
export function tagAfter(sentence: Clauses, quoteAt: number): Cue | undefined {
  const { units, end } = sentence
  const quote = units[quoteAt]!
  let at = quoteAt + 1
  if (at >= end) return undefined
  const signature = signatureAt(sentence, at)
  if (signature)
    return tag(quoteAt, { at, subject: signature, verb: unknown('—'), inverted: true, tag: 'signed after a dash' })
  // A comma left out before the closing mark is a slip; whole words at the head of a sentence still lean.
  const slip = !leans(quote, units[at])
  if (slip && (quoteAt !== sentence.start || quote.words < 5 || !quote.capital)) return undefined
  const parted = isMark(units[at], ',')
  const words = inWordsAt(sentence, parted ? at + 1 : at)
  if (words) return words
  if (parted) at++
  if (at < end && units[at]!.lower === 'as' && units[at + 1] && !units[at + 1]!.cue) at++
  while (at < end && units[at]!.kind === 'word' && units[at]!.adverb && !units[at]!.subordinator) at++
  const head = at < end ? units[at]! : undefined
  if (!head || (head.kind !== 'word' && head.kind !== 'number') || (head.subordinator && !head.determiner))
    return undefined
  if (head.conjunction || (head.preposition && !head.determiner)) return undefined
  // A short quotation inside a clause ("In “Hamilton,” he says that …") leaves the verb its own words.
  const whole = quote.words > 4 || quoteAt === sentence.start || /[?!]/.test(quote.last)
  const found = subjectFirst(sentence, at, whole) ?? (parted || slip ? undefined : unknownVerbFirst(sentence, at))
  return found && slip && (!/s/.test(found.verb.frames) || takesMore(sentence, found.last)) ? undefined : found
}

type TagFields = Pick<Cue, 'at' | 'verb' | 'subject'> & Partial<Cue>

/** A cue beside the words in marks at `beside`: one word and its subject, unless told otherwise. */
const tag = (beside: number, fields: TagFields): Cue => ({
  kind: 'verb',
  first: fields.at,
  last: fields.at,
  form: 'past',
  inverted: false,
  shared: false,
  passive: false,
  clause: fields.at,
  beside,
  ...fields,
})

const quotative = (verb: CueVerb) => /[sqtnwix]/.test(verb.frames)
const unknown = (lemma: string): CueVerb => ({ lemma, frames: 'q' })

/** “…,” [subject] [verb] …: the first verb whose subject is all that stands between. */
function subjectFirst(sentence: Clauses, from: number, whole: boolean): Cue | undefined {
  const { units, end } = sentence
  let comma = -1
  let bracket = 0
  for (let at = from + 1; at < end && at < from + longestTag; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote') {
      if (unit.words <= 2 && units[at - 1]!.capital) continue
      return undefined
    }
    if (isMark(unit, '([')) bracket++
    if (isMark(unit, ')]')) bracket--
    if (bracket > 0) continue
    if (isMark(unit, ',')) {
      if (comma < 0) comma = at
      continue
    }
    if (isMark(unit, ';:!?—–')) return undefined
    if (isMark(unit, '.') && !(units[at - 1]!.capital && units[at - 1]!.text.length <= 4)) return undefined
    if (unit.kind !== 'word') continue
    if (unit.capital && unit.cue === undefined) continue
    const cueing = unit.cue && !unit.capital && quotative(unit.cue.verb) && unit.cue.form !== 'ing'
    const inApposition = comma >= 0 && !closesApposition(units, comma, at)
    if (inApposition) continue
    if (cueing && saysHere(units, from, at, end)) {
      const subject = subjectUnits(units, from, comma >= 0 ? comma - 1 : groupStart(units, from, at) - 1)
      if (!subject) return undefined
      if (!whole && takesMore(sentence, at)) return undefined
      const particle = /^(?:out|back|in|on|up|off)$/.test(units[at + 1]?.lower ?? '') && endsAt(sentence, at + 2)
      const form = unit.cue!.form === 'base' ? 'past' : unit.cue!.form
      return tag(quoteBefore(from, units), {
        at,
        first: groupStart(units, from, at),
        last: particle ? at + 1 : at,
        verb: unit.cue!.verb,
        form,
        subject,
        clause: from,
      })
    }
    if (unit.subordinator && !unit.preposition) return undefined
    // "can be heard saying", "is seen telling the crowd"
    const telling = units[at + 1]?.cue?.form === 'ing' && /^(?:heard|seen|caught|recorded|overheard)$/.test(unit.lower)
    if (telling && units[at - 1]!.auxiliary) {
      const subject = subjectUnits(units, from, comma >= 0 ? comma - 1 : groupStart(units, from, at) - 1)
      const said = { at: at + 1, first: groupStart(units, from, at), verb: units[at + 1]!.cue!.verb, clause: from }
      return subject && tag(quoteBefore(from, units), { ...said, subject })
    }
    const past = /..ed$/.test(unit.lower) && !units[at - 1]!.determiner && !units[at - 1]!.preposition
    if ((verbal(unit) || past) && !unit.auxiliary && unit.cue === undefined)
      return finiteTag(sentence, from, at, comma, whole)
  }
  return undefined
}

const quoteBefore = (from: number, units: readonly Unit[]) => {
  let at = from - 1
  while (units[at]!.kind !== 'quote') at--
  return at
}

/** First unit of the verb group that ends at `at`: "had never said". */
function groupStart(units: readonly Unit[], from: number, at: number): number {
  let first = at
  while (
    first - 1 > from &&
    (units[first - 1]!.auxiliary || (units[first - 1]!.adverb && !units[first - 1]!.time && !units[first - 1]!.capital))
  )
    first--
  return first
}

const closesApposition = (units: readonly Unit[], comma: number, at: number) => {
  let before = at - 1
  while (before > comma && (units[before]!.adverb || units[before]!.auxiliary)) before--
  return before > comma && isMark(units[before], ',)')
}

/** Whether a cue form stands as the verb here: a noun-like form ("notes", "claims") needs what a verb has after it. */
function saysHere(units: readonly Unit[], from: number, at: number, end: number): boolean {
  const unit = units[at]!
  const before = units[at - 1]!
  const form = unit.cue!.form
  if (before.determiner && !before.pronoun) return false
  if (before.preposition) return false
  if (form === 'base' || form === 'participle') {
    const aux = before.auxiliary || (before.adverb && units[at - 2]?.auxiliary === true)
    if (form === 'participle') return aux
    if (!aux && !(before.pronoun || /[^s]s$/.test(before.lower))) return false
  }
  if (!nounAlike.has(unit.lower)) return true
  const next = at + 1 < end ? units[at + 1] : undefined
  if (/['’]s?$/.test(before.text) && at - 1 > from) return false
  return (
    !next ||
    next.kind === 'mark' ||
    next.kind === 'quote' ||
    next.time ||
    next.adverb ||
    next.preposition ||
    next.subordinator ||
    next.determiner ||
    next.pronoun
  )
}

/** The speaker's phrase without a trailing time word or adverb ("Ruiz on Monday" is cut at "on"). */
function subjectUnits(units: readonly Unit[], first: number, last: number): Phrase | undefined {
  let cut = last
  for (let at = first; at <= last; at++) if (isMark(units[at], '([')) cut = Math.min(cut, at - 1)
  last = cut
  while (last > first && (units[last]!.time || units[last]!.adverb || units[last]!.kind === 'mark')) last--
  while (last > first && units[last]!.preposition) last--
  return last >= first && (units[first]!.kind === 'word' || units[first]!.kind === 'number')
    ? { first, last }
    : undefined
}

/** Whether the verb has reported words of its own after it: then short words in marks before it are not what it reports. */
function takesMore({ units, end }: Clauses, at: number): boolean {
  const next = units[at + 1]
  if (at + 1 >= end || !next || next.kind === 'mark') return false
  if (next.lower === 'that' || next.kind === 'quote') return true
  if (!(next.preposition || next.time || next.adverb || next.subordinator || next.conjunction)) return true
  for (let index = at + 2; index < end && index < at + 14; index++) {
    if (units[index]!.kind === 'mark') return false
    if (verbal(units[index]!)) return !next.preposition && !next.time
  }
  return false
}

/** “…,” she shrugged. / “…,” the mayor went on: an everyday verb that ends the sentence, or nearly, beside whole words. */
function finiteTag(sentence: Clauses, from: number, at: number, comma: number, whole: boolean): Cue | undefined {
  const { units, end } = sentence
  if (!whole) return undefined
  const next = at + 1 < end ? units[at + 1] : undefined
  const particle = next !== undefined && /^(?:on|it|in|up|out|back|off|away)$/.test(next.lower)
  if (
    next &&
    !particle &&
    next.kind !== 'mark' &&
    next.kind !== 'quote' &&
    !next.adverb &&
    !next.preposition &&
    !next.time
  )
    return undefined
  const subject = subjectUnits(units, from, comma >= 0 ? comma - 1 : groupStart(units, from, at) - 1)
  if (!subject) return undefined
  const last = particle && endsAt(sentence, at + 2) ? at + 1 : at
  return tag(quoteBefore(from, units), {
    at,
    first: groupStart(units, from, at),
    last,
    verb: unknown(units[at]!.lower),
    subject,
    clause: from,
  })
}

/** “…!” beamed Donald Hartley: any past form whose subject follows it. */
function unknownVerbFirst(sentence: Clauses, at: number): Cue | undefined {
  const { units, end } = sentence
  const verb = units[at]!
  if (verb.cue || verb.capital || verb.kind !== 'word' || !/ed$|^(?:quoth|went)$/.test(verb.lower)) return undefined
  const next = at + 1 < end ? units[at + 1] : undefined
  if (!next || !(next.capital || next.determiner || next.pronoun)) return undefined
  const subject = phraseAfter(sentence, at + 1)
  if (!subject) return undefined
  const following = subject.last + 1 < end ? units[subject.last + 1]! : undefined
  if (following && verbal(following)) return undefined
  return tag(quoteBefore(at, units), { at, subject, verb: unknown(verb.lower), inverted: true })
}

/** Whether the verb group is over at `at`: the sentence's end, a mark, or what can only be an adjunct. */
const endsAt = ({ units, end }: Clauses, at: number) =>
  at >= end ||
  units[at]!.kind !== 'word' ||
  units[at]!.preposition ||
  units[at]!.time ||
  units[at]!.adverb ||
  units[at]!.subordinator

/** The speaker signed after a dash, nothing following: “…” — Ana Ruiz, mayor. `at` is the dash's place. */
export function signatureAt({ units, end }: Clauses, at: number): Phrase | undefined {
  if (!isMark(units[at], '—–-') || at + 1 >= end || end - at > 16 || !units[at + 1]!.capital) return undefined
  let last = at + 1
  for (let index = at + 1; index < end; index++) {
    const unit = units[index]!
    if (unit.kind === 'quote' || verbal(unit) || unit.subordinator || isMark(unit, ':;?!')) return undefined
    if (last === index - 1 && unit.kind !== 'mark' && !unit.preposition) last = index
  }
  return { first: at + 1, last }
}

/** “…,” in Ruiz's words / in the words of Ruiz. */
function inWordsAt({ units, end }: Clauses, at: number): Cue | undefined {
  if (at >= end || units[at]!.lower !== 'in') return undefined
  let stop = at + 1
  while (stop < end && stop < at + 14 && units[stop]!.kind !== 'quote' && !isMark(units[stop], ',.;:—–')) stop++
  const subject = inWordsOf({ units, start: at, end: stop })
  return (
    subject &&
    tag(quoteBefore(at, units), { at, subject, verb: unknown('words'), inverted: true, tag: 'in the speaker’s words' })
  )
}
