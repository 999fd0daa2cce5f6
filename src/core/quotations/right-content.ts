import { pastAdjuncts, pastHearer } from './adjuncts'
import { sure, type Content } from './candidate'
import { isMark, venueAhead, verbal } from './clauses'
import type { Cue } from './cue'
import { clauseEnd, phraseEnd } from './ends'
import type { Clauses, Unit } from './units'
import { needsStop } from './verbs'

export const isTold = (cue: Cue) => /t/.test(cue.verb.frames)

/** The reported words after a cue. */
export function rightContent(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  after: number,
): Content | undefined {
  const { units, end } = sentence
  const { frames } = cue.verb
  let at = after
  if (at >= end) return undefined
  // "asked not to be named" is no report.
  if (units[at]!.lower === 'not' && units[at + 1]?.lower === 'to') return undefined
  if (
    isTold(cue) &&
    !cue.governs &&
    !/^(?:that|to)$/.test(units[at]!.lower) &&
    !units[at]!.marked &&
    !isMark(units[at], ',:')
  ) {
    at = pastHearer(sentence, at)
  }
  at = pastAdjuncts(sentence, at)
  if (isTold(cue) && !cue.governs && at < end) at = farThat(sentence, after, at)
  if (at >= end) return undefined
  const unit = units[at]!
  const next = units[at + 1]
  if (unit.kind === 'mark') {
    if (!/^[,:—–-]$/.test(unit.text) || !next || at + 1 >= end) return undefined
    if (next.kind === 'quote') return marksAfter(sentence, at + 1, cues, order)
    if (unit.text === ':')
      return cue.verb.frames.includes('s') || isTold(cue)
        ? {
            first: at + 1,
            last: clauseEnd(sentence, at + 1, cues, order),
            rule: 'clause after colon',
            confidence: sure.clause,
          }
        : undefined
    if (unit.text === ',') {
      // "said, however, that …" and "said, after the vote, “…”"
      for (let index = at + 1; index < end && index < at + 14; index++) {
        const here = units[index]!
        if (here.kind === 'quote' && isMark(units[index - 1], ',:')) return marksAfter(sentence, index, cues, order)
        if (verbal(here) && here.cue) return undefined
        if (isMark(here, ',') && units[index + 1]?.lower === 'that')
          return {
            first: index + 2,
            last: clauseEnd(sentence, index + 2, cues, order),
            rule: 'that clause',
            confidence: sure.that,
          }
      }
    }
    return undefined
  }
  if (unit.kind === 'quote') return needsStop.has(cue.verb.lemma) ? undefined : marksAfter(sentence, at, cues, order)
  if (
    unit.lower === 'that' &&
    (/[sxtq]/.test(frames) || (/n/.test(frames) && hasClause(sentence, at + 1))) &&
    next &&
    at + 1 < end
  ) {
    const pronoun = next.auxiliary || next.kind === 'mark' || next.finite
    return {
      first: pronoun || next.kind === 'quote' ? at : at + 1,
      last: clauseEnd(sentence, at + 1, cues, order),
      rule: 'that clause',
      confidence: sure.that,
    }
  }
  if (
    /^(?:whether|if|why|how|what|who|when|where|which)$/.test(unit.lower) &&
    /[swtx]/.test(frames) &&
    !(unit.lower === 'when' || unit.lower === 'where' || unit.lower === 'if' ? !/w/.test(frames) : false)
  ) {
    return { first: at, last: clauseEnd(sentence, at, cues, order), rule: 'question clause', confidence: sure.clause }
  }
  if (unit.lower === 'to' && /i/.test(frames) && (next?.kind === 'word' || next?.kind === 'quote'))
    return { first: at, last: clauseEnd(sentence, at, cues, order), rule: 'infinitive', confidence: sure.phrase }
  if (cue.governs) {
    if (!opensClause(unit)) return undefined
    const whole = cue.verb.lemma === 'call' || /^(?:for|of|about)$/.test(cue.governs)
    return {
      first: at,
      last: whole ? clauseEnd(sentence, at, cues, order) : phraseEnd(sentence, at, cues, order),
      rule: 'governed phrase',
      confidence: sure.phrase,
    }
  }
  if (!opensClause(unit)) return undefined
  if (/[sxt]/.test(frames) && hasClause(sentence, at)) {
    if (cue.kind === 'noun') return undefined
    return { first: at, last: clauseEnd(sentence, at, cues, order), rule: 'clause after cue', confidence: sure.clause }
  }
  const infinitive = /i/.test(frames) ? infinitiveAhead(sentence, at) : false
  if (infinitive)
    return { first: at, last: clauseEnd(sentence, at, cues, order), rule: 'infinitive', confidence: sure.phrase }
  if (/[na]/.test(frames) && !unit.preposition && !unit.adverb) {
    const last = phraseEnd(sentence, at, cues, order, frames.includes('a') || frames.includes('n'))
    return {
      first: unit.lower === 'as' && last > at ? at + 1 : at,
      last,
      rule: 'phrase after cue',
      confidence: sure.phrase,
    }
  }
  return undefined
}

function marksAfter(sentence: Clauses, at: number, cues: readonly Cue[], order: number): Content {
  const { units, end } = sentence
  const quote = units[at]!
  const next = at + 1 < end ? units[at + 1] : undefined
  const led = isMark(units[at - 1], ',:—–')
  // The marks are the whole of it when they end the sentence, are led in by a stop, or end in one.
  if (
    !next ||
    next.kind === 'mark' ||
    (led && quote.words > 3 && !(next.preposition && !adjunctAhead(units, at + 1, end))) ||
    /[,.?!]/.test(quote.last)
  ) {
    if (!(next && isMark(next, ',') && !led && next.kind === 'mark' && continues(sentence, at + 1, cues, order)))
      return { first: at, last: lastOfRun(units, at, end), rule: 'marks after cue', confidence: sure.marksBesideCue }
  }
  const last = clauseEnd(sentence, at, cues, order)
  return {
    first: at,
    last: Math.max(at, last),
    rule: last > at ? 'mixed after cue' : 'marks after cue',
    confidence: sure.mixed,
  }
}

/** Over a long hearer and place ("told a crowd outside the hall on Monday that …"): where "that" stands, no verb before it. */
function farThat({ units, end }: Clauses, after: number, at: number): number {
  if (units[at]!.lower === 'that' || units[at]!.kind !== 'word' || units[at]!.lower === 'to') return at
  for (let index = after; index < end && index < after + longestHearer; index++) {
    const unit = units[index]!
    if (
      unit.kind === 'mark' ||
      unit.kind === 'quote' ||
      (unit.pronoun && !unit.determiner && unit.lower !== 'that') ||
      verbal(unit)
    )
      return at
    if (
      unit.lower === 'that' &&
      units[index + 1] &&
      (units[index + 1]!.kind === 'quote' ||
        units[index + 1]!.determiner ||
        units[index + 1]!.pronoun ||
        units[index + 1]!.capital)
    )
      return index
  }
  return at
}
/** Units a hearer and the place may take. */
const longestHearer = 24

/** Whether what follows the marks tells when or where they were said rather than goes on with them. */
const adjunctAhead = (units: Unit[], at: number, end: number) =>
  venueAhead(units, at + 1, end) ||
  units[at + 1]?.time === true ||
  /^(?:during|after|before|as)$/.test(units[at]!.lower)

export const lastOfRun = (units: readonly Unit[], at: number, end: number) => {
  let last = at
  while (last + 1 < end && units[last + 1]!.kind === 'quote') last++
  return last
}

const continues = (sentence: Clauses, at: number, cues: readonly Cue[], order: number) => {
  const next = sentence.units[at + 1]
  return (
    next !== undefined &&
    at + 1 < sentence.end &&
    next.lower === 'and' &&
    !cues.some((cue, index) => index > order && cue.clause <= at + 3)
  )
}

const opensClause = (unit: Unit | undefined) =>
  unit !== undefined &&
  (unit.kind === 'quote' ||
    unit.kind === 'number' ||
    isMark(unit, '$£€[#@') ||
    (unit.kind === 'word' &&
      !unit.conjunction &&
      !unit.auxiliary &&
      !(
        unit.preposition &&
        !/^(?:in|under|after|before|despite|without|with|since|as|if|during|given|unlike|by|from|at|for|on)$/.test(
          unit.lower,
        )
      )))

/** Whether a clause with a verb of its own begins at `at`. */
function hasClause({ units, end }: Clauses, at: number): boolean {
  if (
    units[at]!.pronoun &&
    !units[at]!.determiner &&
    units[at + 1] &&
    units[at + 1]!.kind === 'word' &&
    !units[at + 1]!.preposition
  )
    return true
  for (let index = at + 1; index < end && index < at + 30; index++) {
    const unit = units[index]!
    if (unit.kind === 'mark' && (/^[;:]$/.test(unit.text) || (unit.text === ',' && units[index + 1]?.conjunction)))
      return false
    if (unit.subordinator && /^(?:who|which|when|while|because|if|after|before)$/.test(unit.lower) && index - at < 4)
      return false
    if (verbal(unit)) return true
    if (
      unit.kind === 'word' &&
      !unit.capital &&
      /[^e]ed$/.test(unit.lower) &&
      !units[index - 1]!.determiner &&
      !units[index - 1]!.preposition &&
      index > at
    )
      return true
    if (
      unit.kind === 'word' &&
      !unit.capital &&
      unit.cue &&
      (unit.cue.form === 'base' || unit.cue.form === 's') &&
      /s$/.test(units[index - 1]!.lower) !== /s$/.test(unit.lower) &&
      !units[index - 1]!.determiner &&
      !units[index - 1]!.preposition &&
      units[index - 1]!.lower !== 'to'
    )
      return true
  }
  return false
}

function infinitiveAhead({ units, end }: Clauses, at: number): boolean {
  for (let index = at + 1; index < end && index < at + 14; index++) {
    const unit = units[index]!
    if (unit.kind === 'mark' && unit.text !== "'" && unit.text !== '.') return false
    if (verbal(unit)) return false
    if (
      unit.lower === 'to' &&
      units[index + 1]?.kind === 'word' &&
      !units[index + 1]!.determiner &&
      !units[index + 1]!.capital
    )
      return true
  }
  return false
}
