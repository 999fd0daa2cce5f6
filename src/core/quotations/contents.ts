import type { Range } from '../manuscript'
import { isMark, mainSubject, phraseAfter, venueAhead, verbal, type Phrase } from './clauses'
import { cuesOf, type Cue } from './cues'
import type { Clauses, Unit } from './reading'
import { venueNouns } from './words'

/** What one cue, or none, says of one stretch: before names are resolved. Offsets are into the block's text. */
export interface Candidate extends Range {
  type: 'direct' | 'mixed' | 'indirect'
  fragments: Range[]
  rule: string
  cue?: Range
  speaker?: Range
  /** Candidates of one cue are one utterance. */
  group: number
  /** Who heard it, or handed it on in the sentence: agencies are looked for there. */
  agency?: Range
  credit?: Range
  venue?: Range
  confidence: number
  /** Index of the candidate in whose content this one stands. */
  outer?: number
  sentence: number
  /** No cue of its own: carried by the quotation before it. */
  carried?: boolean
}

interface Content extends Phrase {
  rule: string
  confidence: number
}

/** Confidence by how the words and the cue stand together; set by hand from how often each reading errs in plain news copy. */
const sure = {
  marksBesideCue: 0.97,
  mixed: 0.85,
  that: 0.9,
  clause: 0.8,
  phrase: 0.7,
  thought: 0.6,
  noun: 0.7,
  carried: 0.9,
  subject: 0.6,
  orphan: 0.4,
}

/** Reads every sentence of a block: each cue with what it reports. */
export function candidatesOf(sentences: readonly Clauses[]): Candidate[] {
  const found: Candidate[] = []
  let group = 0
  let speaking: Candidate | undefined // the last direct quotation's, for those that go on without a cue
  for (const [index, sentence] of sentences.entries()) {
    const { units } = sentence
    const cues = cuesOf(sentence)
    const taken = new Map<number, Candidate>() // quote unit -> the candidate that holds it
    const claimedTo = { end: sentence.start }
    const local: { candidate: Candidate; content: Content }[] = []
    for (const [order, cue] of cues.entries()) {
      group++
      const contents = contentsOf(sentence, cue, cues, order, claimedTo.end, taken)
      for (const content of contents) {
        const trimmed = trim(units, content)
        if (!trimmed) continue
        const candidate = build(units, { ...content, ...trimmed }, cue, group, index)
        const outer = local.find(({ content: other }) => other.first <= trimmed.first && other.last >= trimmed.last)
        if (outer && (candidate.type !== 'indirect' || outer.candidate.start === candidate.start)) {
          // The same words told twice over: the nearer cue has them when they stand in marks.
          if (candidate.type === 'direct' && outer.candidate.type === 'direct') continue
        }
        if (!outer && local.some(({ content: other }) => other.first <= trimmed.last && other.last >= trimmed.first))
          continue
        local.push({ candidate, content: { ...content, ...trimmed } })
        for (let at = trimmed.first; at <= trimmed.last; at++)
          if (units[at]!.kind === 'quote' && !taken.has(at)) taken.set(at, candidate)
      }
    }
    const base = found.length
    for (const { candidate, content } of local) {
      const outer = local.findIndex(
        ({ content: other }) =>
          other !== content &&
          other.first <= content.first &&
          other.last >= content.last &&
          other.last - other.first > content.last - content.first,
      )
      if (outer >= 0) candidate.outer = base + outer
    }
    // A credit to an agency in the sentence covers all that is said in it.
    const credit = cues.find((cue) => cue.kind === 'according')
    for (const { candidate } of local) {
      if (credit?.subject) candidate.credit = span(units, credit.subject)
      found.push(candidate)
    }
    speaking = loose(sentence, index, cues, taken, found, speaking, () => ++group)
  }
  return found
}

const span = (units: readonly Unit[], { first, last }: Phrase): Range => ({
  start: units[first]!.start,
  end: units[last]!.end,
})

function trim(units: readonly Unit[], { first, last }: Phrase): Phrase | undefined {
  while (first <= last && units[first]!.kind === 'mark' && !/^[($[#@]$/.test(units[first]!.text)) first++
  while (last >= first && units[last]!.kind === 'mark' && !/^[)\]%]$/.test(units[last]!.text)) last--
  return last >= first ? { first, last } : undefined
}

function build(
  units: readonly Unit[],
  content: Content,
  cue: Cue | undefined,
  group: number,
  sentence: number,
): Candidate {
  const fragments: Range[] = []
  let plain = 0
  for (let at = content.first; at <= content.last; at++) {
    const unit = units[at]!
    if (unit.marked) fragments.push(inner(unit))
    else if (unit.kind !== 'mark') plain++
  }
  const head = units[content.first]!
  const tail = units[content.last]!
  const type = fragments.length === 0 ? 'indirect' : plain === 0 ? 'direct' : 'mixed'
  return {
    type,
    start: head.marked ? inner(head).start : head.start,
    end: tail.marked ? inner(tail).end : tail.end,
    fragments,
    rule: content.rule,
    group,
    sentence,
    confidence: content.confidence,
    ...(cue && { cue: { start: units[cue.first]!.start, end: units[cue.last]!.end } }),
    ...(cue?.subject && { speaker: span(units, cue.subject) }),
    ...(cue && circumstances(units, cue)),
  }
}

const inner = (unit: Unit): Range => unit.marked!

/** To whom and where: "told AP", "to Reuters", "in a statement", "on X". */
function circumstances(units: readonly Unit[], cue: Cue): { agency?: Range; venue?: Range } {
  const from = cue.inverted && cue.subject ? cue.subject.last + 1 : cue.last + 1
  const found: { agency?: Range; venue?: Range } = {}
  const told = /^(?:tell|inform|remind|assure|advise)$/.test(cue.verb.lemma)
  for (let at = from; at < units.length && at < from + 14; at++) {
    const unit = units[at]!
    if (
      unit.kind === 'quote' ||
      (unit.kind === 'mark' && /^[.;:]$/.test(unit.text)) ||
      (unit.lower === 'that' && at > from)
    )
      break
    const receives = (told && at === from) || /^(?:to|with|by)$/.test(unit.lower)
    if (receives && !found.agency) {
      const whom = phraseAfter(
        { units: units as Unit[], start: 0, end: units.length },
        unit.preposition && unit.lower !== 'the' ? at + 1 : at,
        8,
      )
      if (whom && units[whom.last]!.kind === 'word') found.agency = span(units, whom)
    }
    if (!found.venue && /^(?:in|on|at|via|during|through)$/.test(unit.lower)) {
      for (let index = at + 1; index < units.length && index < at + 6; index++) {
        const word = units[index]!
        if (word.kind !== 'word' || verbal(word)) break
        if (venueNouns.has(word.lower) && (!word.capital || word.text.length > 1 || unit.lower === 'on')) {
          found.venue = { start: unit.start, end: word.end }
        }
      }
    }
  }
  return found
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

/** What a cue reports: the stretches of the sentence, none when it only mentions speech. */
function contentsOf(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  claimed: number,
  taken: ReadonlyMap<number, Candidate>,
): Content[] {
  const { units, start, end } = sentence
  const x = !/[snqtwai]/.test(cue.verb.frames)
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
  if (clause > start && previous && cue.kind === 'verb') {
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
      /[sxqt]/.test(cue.verb.frames)
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
  if (left.length > 0) {
    // The second half, round the cue: “…,” he said, “….” and "Taxes, he said, would rise".
    const more = secondHalf(sentence, after, cues, order, taken, left[0]!)
    return more ? [...left, more] : left
  }
  const right = rightContent(sentence, cue, cues, order, after)
  return right ? [{ ...right, confidence: x ? Math.min(right.confidence, sure.thought) : right.confidence }] : []
}

const isTold = (cue: Cue) => /t/.test(cue.verb.frames)

/** Where a clause that ends in marks begins: at the marks when they stand alone, else at the words that lead into them. */
function mixedStart({ units, start }: Clauses, quoteAt: number, cues: readonly Cue[], order: number): number {
  let first = quoteAt
  const floor = order > 0 ? Math.max(start, cues[order - 1]!.last + 1) : start
  for (let at = quoteAt - 1; at >= floor; at--) {
    const unit = units[at]!
    if (isMark(unit, ':;?!—–')) break
    if (isMark(unit, ',') && (at === quoteAt - 1 || first === quoteAt)) break
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
  if (last - first < 2) return undefined
  for (let at = first; at <= last; at++) if (taken.has(at)) return undefined
  let hasVerb = false
  for (let at = first; at <= last && !hasVerb; at++) {
    const unit = units[at]!
    hasVerb =
      verbal(unit) ||
      (unit.kind === 'word' && !unit.capital && (/..ed$/.test(unit.lower) || (unit.cue !== undefined && at > first)))
  }
  const opening = units[first]!
  if (!hasVerb) return undefined
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

function secondHalf(
  sentence: Clauses,
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
    if (!direct && at === after && isMark(unit, ',') && units[at + 1] && at + 1 < end) {
      const next = units[at + 1]!
      if (
        /^(?:who|which|whose|where|when|adding|and|but|while|as)$/.test(next.lower) ||
        (next.kind === 'word' && /ing$/.test(next.lower)) ||
        cues.some((other, index) => index > order && other.clause <= at + 3 && other.clause > at)
      )
        return undefined
      const last = clauseEnd(sentence, at + 1, cues, order)
      return last - at >= 3 ? { first: at + 1, last, rule: 'clause round cue', confidence: sure.clause } : undefined
    }
  }
  return undefined
}

const lastOfRun = (units: readonly Unit[], at: number, end: number) => {
  let last = at
  while (last + 1 < end && units[last + 1]!.kind === 'quote') last++
  return last
}

/** The reported words after a cue. */
function rightContent(
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
  if (isTold(cue) && !/^(?:that|to)$/.test(units[at]!.lower) && !units[at]!.marked && !isMark(units[at], ',:')) {
    at = pastHearer(sentence, at)
  }
  at = pastAdjuncts(sentence, at)
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
  if (unit.kind === 'quote') return marksAfter(sentence, at, cues, order)
  if (unit.lower === 'that' && /[sxtnq]/.test(frames) && next && at + 1 < end) {
    const pronoun = next.auxiliary || next.kind === 'mark' || next.finite
    return {
      first: pronoun ? at : at + 1,
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
  if (unit.lower === 'to' && /i/.test(frames) && next?.kind === 'word')
    return { first: at, last: clauseEnd(sentence, at, cues, order), rule: 'infinitive', confidence: sure.phrase }
  if (cue.governs) {
    if (!opensClause(unit)) return undefined
    const whole = cue.verb.lemma === 'call' || /^(?:for|of|about)$/.test(cue.governs)
    return {
      first: at,
      last: whole ? clauseEnd(sentence, at, cues, order) : phraseEnd(sentence, at, cues, order),
      rule: `“${cue.governs}” phrase`,
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
    return { first: at, last, rule: 'phrase after cue', confidence: sure.phrase }
  }
  return undefined
}

function marksAfter(sentence: Clauses, at: number, cues: readonly Cue[], order: number): Content {
  const { units, end } = sentence
  const quote = units[at]!
  const next = at + 1 < end ? units[at + 1] : undefined
  const led = isMark(units[at - 1], ',:—–')
  // The marks are the whole of it when they end the sentence, are led in by a stop, or end in one.
  if (!next || next.kind === 'mark' || (led && quote.words > 3) || /[,.?!]/.test(quote.last)) {
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

const continues = (sentence: Clauses, at: number, cues: readonly Cue[], order: number) => {
  const next = sentence.units[at + 1]
  return (
    next !== undefined &&
    at + 1 < sentence.end &&
    next.lower === 'and' &&
    !cues.some((cue, index) => index > order && cue.clause <= at + 3)
  )
}

/** Past the hearer of "told reporters …". */
function pastHearer(sentence: Clauses, at: number): number {
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
function pastAdjuncts(sentence: Clauses, from: number): number {
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
    if (!unit.preposition || /^(?:that|like|than)$/.test(unit.lower)) break
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
    if (unit.lower === 'that' && index > at + 1) return index
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
    if (unit.kind === 'mark' && /^[;:]$/.test(unit.text)) return false
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

/** Where a reported clause that begins at `first` ends: the sentence's end, or where the next cue's own clause begins. */
function clauseEnd({ units, end }: Clauses, first: number, cues: readonly Cue[], order: number): number {
  let last = end - 1
  for (let index = order + 1; index < cues.length; index++) {
    const next = cues[index]!
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
      if (next.inverted) {
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

/** Where a reported noun phrase ends: before an adjunct, another verb, or a comma. */
function phraseEnd(sentence: Clauses, first: number, cues: readonly Cue[], order: number, withAs = false): number {
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

function accordingContents(
  sentence: Clauses,
  cue: Cue,
  cues: readonly Cue[],
  order: number,
  taken: ReadonlyMap<number, Candidate>,
): Content[] {
  const { units, start, end } = sentence
  const subject = cue.subject!
  if (cue.at <= start + 1) {
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
    if (index >= order || other.kind === 'noun') continue
    if (other.subject && !other.passive) return []
  }
  for (let at = first; at <= last; at++) if (taken.has(at)) return []
  if (units[first]!.conjunction) first++
  return last - first >= 1 || units[first]!.kind === 'quote'
    ? [{ first, last, rule: 'according to', confidence: sure.clause }]
    : []
}

/** Stretches in marks that no cue of their own sentence has: carried by the quotation before, led in by a colon, or orphans. */
function loose(
  sentence: Clauses,
  index: number,
  cues: readonly Cue[],
  taken: ReadonlyMap<number, Candidate>,
  found: Candidate[],
  speaking: Candidate | undefined,
  newGroup: () => number,
): Candidate | undefined {
  const { units, start, end } = sentence
  let current = speaking
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    if (unit.kind !== 'quote') {
      continue
    }
    const holder = taken.get(at)
    if (holder) {
      if (holder.type !== 'indirect') current = holder
      continue
    }
    const before = at > start ? units[at - 1] : undefined
    const next = at + 1 < end ? units[at + 1] : undefined
    const alone =
      (!before || (before.kind === 'quote' && at - 1 >= start)) &&
      (!next || next.kind === 'quote' || (isMark(next, '.') && at + 2 >= end))
    const content = { first: at, last: at }
    if (alone && (unit.words > 2 || /[.?!]/.test(unit.last))) {
      if (current) {
        const { cue, speaker, group, agency, venue } = current
        const candidate: Candidate = {
          ...build(
            units,
            { ...content, rule: 'carried by the quotation before', confidence: sure.carried },
            undefined,
            group,
            index,
          ),
          ...(cue && { cue }),
          ...(speaker && { speaker }),
          ...(agency && { agency }),
          ...(venue && { venue }),
          carried: true,
        }
        found.push(candidate)
        current = candidate
      } else
        found.push({
          ...build(units, { ...content, rule: 'stands alone', confidence: sure.orphan }, undefined, newGroup(), index),
          carried: true,
        })
      continue
    }
    const ledIn =
      isMark(before, ':,—–') ||
      (before === undefined && units[start - 1] !== undefined && isMark(units[start - 1], ':'))
    const subject = mainSubject({ units, start, end }, at)
    if (subject && (ledIn || unit.words >= 4)) {
      const verbs = cues.length > 0 ? cues.findLast((cue) => cue.last < at) : undefined
      const candidate: Candidate = {
        ...build(
          units,
          { ...content, rule: ledIn ? 'led in by a stop' : 'in a clause of its subject', confidence: sure.subject },
          undefined,
          newGroup(),
          index,
        ),
        speaker: span(units, verbs?.subject ?? subject),
      }
      found.push(candidate)
      if (unit.words >= 4 && ledIn) current = candidate
      continue
    }
    found.push({
      ...build(units, { ...content, rule: 'in marks, no cue', confidence: sure.orphan }, undefined, newGroup(), index),
    })
  }
  return current
}
