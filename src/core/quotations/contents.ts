import { accordingContents } from './according'
import { sure, type Candidate, type Content } from './candidate'
import { isMark, verbal, type Phrase } from './clauses'
import type { Cue } from './cue'
import { clauseEnd } from './ends'
import { isTold, lastOfRun, rightContent } from './right-content'
import type { Clauses, Unit } from './units'

/** What a cue reports: the stretches of the sentence, none when it only mentions speech. */
export function contentsOf(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  claimed: number,
  taken: ReadonlyMap<number, Candidate>,
): Content[] {
  const { units, start, end } = sentence
  const x = !/[snqtwai]/.test(cue.verb.frames)
  if (cue.kind === 'colon') return colonContents(sentence, cue)
  if (cue.kind === 'according') return accordingContents(sentence, cue, cues, order, taken)
  const after = cue.inverted && cue.subject && cue.subject.first > cue.last ? cue.subject.last + 1 : cue.last + 1
  let clause = cue.clause
  while (
    clause - 1 >= start &&
    units[clause - 1]!.adverb &&
    clause === cue.clause &&
    units[clause - 1]!.kind === 'word'
  )
    clause--
  // Before the cue: words in marks, or a clause and a comma.
  const previous = units[clause - 1]
  const left: Content[] = []
  if (cue.beside !== undefined) {
    if (taken.has(cue.beside)) return []
    const first = mixedStart(sentence, cue.beside, cues, order)
    left.push({
      first,
      last: cue.beside,
      rule: cue.tag ?? (first === cue.beside ? 'marks before cue' : 'mixed before cue'),
      confidence: first === cue.beside ? sure.marksBesideCue : sure.mixed,
    })
  } else if (clause > start && previous && cue.kind === 'verb') {
    const commaBefore = isMark(previous, ',')
    const quoteAt =
      previous.kind === 'quote'
        ? clause - 1
        : commaBefore && units[clause - 2]?.kind === 'quote' && clause - 2 >= start
          ? clause - 2
          : -1
    if (quoteAt >= start && !taken.has(quoteAt)) {
      const quote = units[quoteAt]!
      const points = /[,?!…—–-]/.test(quote.last) || commaBefore || quote.last === '.'
      const right = points && cue.form !== 'ing' ? undefined : rightContent(sentence, cue, cues, order, after)
      if (
        points &&
        !(cue.form === 'ing' && (right || quote.last === '.')) &&
        !(
          quote.words <= 3 &&
          quote.last === ',' &&
          rightContent(sentence, cue, cues, order, after)?.rule === 'that clause'
        )
      ) {
        const first = mixedStart(sentence, quoteAt, cues, order)
        left.push({
          first,
          last: quoteAt,
          rule: first === quoteAt ? 'marks before cue' : 'mixed before cue',
          confidence: first === quoteAt ? sure.marksBesideCue : sure.mixed,
        })
      }
    } else if (
      (commaBefore || isMark(previous, '—–?!') || isMark(previous, '-')) &&
      (cue.form !== 'ing' || (cue.subject && !cue.shared)) &&
      (/[st]/.test(cue.verb.frames) || (/[xq]/.test(cue.verb.frames) && cue.first === cue.last))
    ) {
      const content = leftClause(sentence, cue, cues, order, clause, taken)
      if (content) {
        const next = units[after]
        const parenthetical =
          !next ||
          after >= end ||
          next.kind === 'mark' ||
          next.preposition ||
          next.time ||
          next.subordinator ||
          next.adverb ||
          next.conjunction ||
          next.kind === 'quote' ||
          isTold(cue)
        const right = rightContent(sentence, cue, cues, order, after)
        const closed = !right || (isMark(next, ',') && right.rule !== 'marks after cue')
        if (parenthetical && closed) left.push({ ...content, confidence: x ? sure.thought : content.confidence })
      }
    }
  }
  if (left.length === 0 && cue.kind === 'verb' && isMark(previous, ',') && clause - 1 > start) {
    const parts = aroundCue(sentence, cue, cues, order, clause, after, taken)
    if (parts) return parts
  }
  if (left.length > 0) {
    // The second half, round the cue: “…,” he said, “….” and "Taxes, he said, would rise".
    const more = secondHalf(sentence, cue, after, cues, order, taken, left[0]!)
    return more ? [...left, more] : left
  }
  const right = rightContent(sentence, cue, cues, order, after)
  const lent =
    right && right.rule === 'marks after cue' ? lentSubject(sentence, cue, clause, right.first, taken) : undefined
  if (right && lent)
    return [
      { ...lent, rule: 'marks round cue', confidence: sure.mixed },
      { ...right, lent: true },
    ]
  return right ? [{ ...right, confidence: x ? Math.min(right.confidence, sure.thought) : right.confidence }] : []
}

/** Where a clause that ends in marks begins: at the marks when they stand alone, else at the words that lead into them. */
function mixedStart({ units, start }: Clauses, quoteAt: number, cues: readonly Cue[], order: number): number {
  let first = quoteAt
  const floor = order > 0 ? Math.max(start, cues[order - 1]!.last + 1) : start
  for (let at = quoteAt - 1; at >= floor; at--) {
    const unit = units[at]!
    if (isMark(unit, ':;?!—–')) break
    // After a comma the marks open a clause of their own, unless they take the sentence up in the middle.
    if (isMark(unit, ',') && first === quoteAt && units[quoteAt]!.capital) break
    first = at
  }
  if (first === quoteAt) return quoteAt
  // A lone conjunction or adverb before the marks belongs to the writer.
  let words = 0
  for (let at = first; at < quoteAt; at++) if (units[at]!.kind !== 'mark') words++
  const lead = units[first]!
  if (words <= 2 && (lead.conjunction || lead.adverb || lead.subordinator)) return quoteAt
  if (lead.lower === 'but' || lead.lower === 'and' || lead.lower === 'still') first++
  return first
}

/** The reported clause before ", Smith said": from the sentence's start, or the end of what an earlier cue reports. */
function leftClause(
  { units, start }: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  clause: number,
  taken: ReadonlyMap<number, Candidate>,
): Content | undefined {
  let first = start
  for (const earlier of cues.slice(0, order)) {
    if (earlier.last >= clause) continue
    // An earlier cue in the same clause has its own words; those after its end are free only past a conjunction.
    if (!earlier.subject || earlier.form === 'ing' || earlier.clause > start + 2) continue
    if (cue.shared) return undefined
    first = start
  }
  if (isMark(units[first], ',')) first++
  let last = clause - 1
  while (last >= first && units[last]!.kind === 'mark' && !isMark(units[last], ')')) last--
  const opensInMarks = units[first]!.kind === 'quote' && units[first]!.words > 1
  if (last - first < (opensInMarks ? 1 : 2)) return undefined
  for (let at = first; at <= last; at++) if (taken.has(at)) return undefined
  const opening = units[first]!
  if (!opensInMarks && !hasVerb(units, first, last)) return undefined
  if (opening.preposition || opening.subordinator || /ing$/.test(opening.lower)) {
    // "After the vote, Smith said …" is no report; "After the vote, taxes will rise, Smith said" is.
    let commas = 0
    for (let at = first; at <= last; at++) if (isMark(units[at], ',')) commas++
    if (commas === 0) return undefined
  }
  if (cue.shared) return undefined
  if (opening.conjunction && last - first > 3) first++
  return { first, last, rule: 'clause before cue', confidence: sure.clause }
}

/**
 * "A downturn, he said, “could be a good time”", "Here, he said, “we don’t know”": what the writer lends to words that take
 * the sentence up in the middle.
 */
function lentSubject(
  { units, start }: Clauses,
  cue: Cue,
  clause: number,
  marks: number,
  taken: ReadonlyMap<number, Candidate>,
): Phrase | undefined {
  if (!isMark(units[clause - 1], ',') || clause - 1 <= start || cue.shared || cue.form === 'ing') return undefined
  if (units[marks]!.capital) return undefined
  // "If they move, he wrote, “the whole plan falls”": a clause that leans on the marks belongs to them.
  const leaning = units[start]!.subordinator || units[start]!.preposition
  for (let at = start; at < clause; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote' || taken.has(at)) return undefined
    if (!leaning && (verbal(unit) || /(?:ed|ing)$/.test(unit.lower))) return undefined
  }
  return { first: start, last: clause - 2 }
}

/** "Her countrymen, she said, should not …" and "In Miami, she said, he is seen as …": a cue set into what it reports. */
function aroundCue(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  clause: number,
  after: number,
  taken: ReadonlyMap<number, Candidate>,
): Content[] | undefined {
  const { units, start, end } = sentence
  if (!/[sx]/.test(cue.verb.frames) || cue.shared || cue.form === 'ing') return undefined
  if (!/s/.test(cue.verb.frames) && cue.first !== cue.last) return undefined
  let comma = after
  while (comma < end && comma < after + 12 && !isMark(units[comma], ',')) {
    if (verbal(units[comma]!) || units[comma]!.kind === 'quote' || units[comma]!.lower === 'that') return undefined
    comma++
  }
  if (!isMark(units[comma], ',') || comma + 2 >= end) return undefined
  const first = comma + 1
  if (/^(?:who|which|whose|where|when|and|but|while|as)$/.test(units[first]!.lower) || /ing$/.test(units[first]!.lower))
    return undefined
  if (cues.some((other, index) => index > order && other.clause <= first + 1 && other.last > first)) return undefined
  for (let at = start; at < clause; at++) if (verbal(units[at]!) || units[at]!.kind === 'quote') return undefined
  const last = clauseEnd(sentence, first, cues, order)
  let verb = false
  for (let at = first; at <= last && !verb; at++) {
    if (taken.has(at)) return undefined
    verb = verbal(units[at]!) || /..ed$/.test(units[at]!.lower)
  }
  if (!verb) return undefined
  const rest: Content = { first, last, rule: 'clause round cue', confidence: sure.clause }
  const opening = units[start]!
  const subject =
    verbal(units[first]!) && !opening.preposition && !opening.adverb && !opening.conjunction && !opening.subordinator
  return subject
    ? [{ first: start, last: clause - 2, rule: 'clause round cue', confidence: sure.clause }, rest]
    : [rest]
}

function secondHalf(
  sentence: Clauses,
  cue: Cue,
  after: number,
  cues: readonly Cue[],
  order: number,
  taken: ReadonlyMap<number, Candidate>,
  half: Content,
): Content | undefined {
  const { units, end } = sentence
  const direct = half.rule.includes('marks') || half.rule.includes('mixed')
  for (let at = after; at < end; at++) {
    const unit = units[at]!
    if (cues.some((other, index) => index > order && other.clause <= at && other.last >= at)) return undefined
    if (unit.kind === 'quote') {
      if (!direct || taken.has(at)) return undefined
      const before = units[at - 1]!
      return isMark(before, ',:—–.') || at === after
        ? { first: at, last: lastOfRun(units, at, end), rule: 'marks round cue', confidence: sure.marksBesideCue }
        : undefined
    }
    // After "said Autor," stands who he is.
    if (!direct && !cue.inverted && at === after && isMark(unit, ',') && units[at + 1] && at + 1 < end) {
      const next = units[at + 1]!
      if (
        /^(?:who|which|whose|where|when|adding|and|but|while|as)$/.test(next.lower) ||
        (next.kind === 'word' && /ing$/.test(next.lower)) ||
        cues.some((other, index) => index > order && other.clause <= at + 3 && other.clause > at)
      )
        return undefined
      const last = clauseEnd(sentence, at + 1, cues, order)
      // After a whole clause only another clause goes on with it; "in the fall" is the writer's.
      if (!hasVerb(units, at + 1, last)) return undefined
      return last - at >= 3 ? { first: at + 1, last, rule: 'clause round cue', confidence: sure.clause } : undefined
    }
  }
  return undefined
}

function hasVerb(units: readonly Unit[], first: number, last: number): boolean {
  for (let at = first; at <= last; at++) {
    const unit = units[at]!
    if (verbal(unit) || (unit.kind === 'quote' && unit.words > 2)) return true
    if (unit.kind === 'word' && !unit.capital && (/..ed$/.test(unit.lower) || (unit.cue !== undefined && at > first)))
      return true
  }
  return false
}

/** All of a headline but the name and its colon. */
function colonContents({ start, end }: Clauses, cue: Cue): Content[] {
  const whole = cue.inverted ? { first: start, last: cue.at - 1 } : { first: cue.at + 1, last: end - 1 }
  return [{ ...whole, rule: 'headline colon', confidence: sure.phrase }]
}
