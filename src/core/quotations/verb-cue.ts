import { isMark, mainSubject, phraseAfter, subjectBefore, verbal, type Phrase } from './clauses'
import type { Cue } from './cue'
import { readsAsVerb } from './reads-as-verb'
import type { Clauses, Unit } from './units'
import { inverting, nounAlike, prepositionFrames } from './verbs'
import { beForms, groupNouns, objectPronouns, personRoles } from './words'

const catenative =
  /^(?:declined?|declines|refused?|refuses|began|begun|begins|continued?|continues|went|goes|tried|tries|sought|seeks|wanted|wants|used|appeared|appears|seemed|seems|moved|rushed|failed|fails|proceeded|hastened|paused|had|has|have|was|were|is|are|going|came|quick|set|asked|prompting|prompted|led|forced|happened|expected|likely|ready|intends?|intended|needs?|needed|likes?|liked|loves|attempted|attempts|managed|opted|chose|dared|hesitated?|reluctant|careful|able|willing|eager|first)$/

export function verbCue(sentence: Clauses, at: number, earlier: readonly Cue[]): Cue | undefined {
  const { units, start, end } = sentence
  const unit = units[at]!
  const { verb, form: listed } = unit.cue!
  const next = at + 1 < end ? units[at + 1] : undefined
  // "It is worth mentioning that" is the writer's.
  if (listed === 'ing' && units[at - 1]?.lower === 'worth') return undefined
  // A capital verb is a name or a headline word, save at the head of a sentence.
  if (unit.capital && at !== start) return undefined

  let first = at
  let passive = false
  let modal = false
  let to = false
  let object: Phrase | undefined
  while (first > start) {
    const before = units[first - 1]!
    if (before.kind !== 'word') break
    if (before.auxiliary || /(?:n['’]t)$/.test(before.lower)) {
      if (beForms.has(before.lower) && (listed === 'past' || listed === 'participle')) passive = true
      modal = true
    } else if (before.lower === 'to' && listed === 'base') {
      to = true
      let verbAt = first - 2
      while (verbAt > start && units[verbAt]!.adverb) verbAt--
      // "led her to declare": she declares.
      if (verbAt > start && objectPronouns.has(units[verbAt]!.lower) && verbal(units[verbAt - 1]!)) {
        object = { first: verbAt, last: verbAt }
        break
      }
      if (
        verbAt < start ||
        !(
          catenative.test(units[verbAt]!.lower) ||
          verbal(units[verbAt]!) ||
          units[verbAt]!.lower === 'on' ||
          units[verbAt]!.lower === 'out'
        )
      )
        return undefined
      if (/^(?:on|out)$/.test(units[verbAt]!.lower)) verbAt--
      first = Math.max(verbAt, start) + 1
    } else if (!(before.adverb && !before.time && !before.preposition && !before.determiner)) break
    first--
  }
  while (first < at && units[first]!.adverb && /^(?:however|meanwhile|and|since|here|there)$/.test(units[first]!.lower))
    first++

  const before = first > start ? units[first - 1] : undefined
  let form = listed
  if (listed === 'base' && (modal || to)) form = 'past' // finite as a whole
  const doubtful = nounAlike.has(unit.lower)
  if (doubtful && !modal && !to && !readsAsVerb(before, unit, next, form)) return undefined
  if (listed === 'participle' && !modal) return undefined
  if (
    form === 'base' &&
    !doubtful &&
    !modal &&
    before &&
    !(
      before.pronoun ||
      before.capital ||
      /s$|people|police|men|women/.test(before.lower) ||
      before.kind === 'quote' ||
      isMark(before, ',') ||
      before.conjunction ||
      before.adverb
    )
  )
    return undefined
  if (form === 'base' && at === start && !(next && (next.kind === 'quote' || isMark(next, ',:')))) return undefined
  if (
    listed === 'ing' &&
    before &&
    (before.determiner ||
      (before.preposition &&
        !/^(?:in|by|for|of|from|without|after|before|while|with|as|about|since|to|on)$/.test(before.lower)))
  )
    return undefined

  let last = at
  let governs: string | undefined
  const particles = prepositionFrames.get(verb.lemma)
  if (next && particles?.includes(next.lower)) {
    governs = next.lower
    last = at + 1
  } else if (
    next &&
    /^(?:out|back|down|off|up)$/.test(next.lower) &&
    /^(?:point|call|spell|fire|shout|speak|hit|lash|push|shoot|write|cry|blurt|chime|lay|sum|sign|set|go|play)$/.test(
      verb.lemma,
    )
  ) {
    last = at + 1
    const two = units[at + 2]
    if (two && particles?.includes(two.lower)) {
      governs = two.lower
      last = at + 2
    }
  } else if (next?.lower === 'on' && verb.lemma === 'go') last = at + 1
  const base = { kind: 'verb' as const, at, first, last, verb, form, passive, ...(governs && { governs }) }

  if (passive) {
    // "was described by Smith as": the speaker follows "by". "was quoted as saying" is read at "saying".
    for (let index = at + 1; index < end && index < at + 16; index++) {
      const here = units[index]!
      if (here.kind === 'mark' && here.text !== ',') break
      if (here.lower === 'by') {
        const subject = phraseAfter(sentence, index + 1)
        if (subject) return { ...base, subject, inverted: true, shared: false, clause: first }
      }
      if (verbal(here)) break
    }
    if (/t/.test(verb.frames) && verb.lemma !== 'show') {
      // "was told that": nobody says who told.
    }
    return undefined
  }

  if (object) return { ...base, subject: object, inverted: false, shared: false, clause: object.first }
  const finite = form === 'past' || form === 's' || form === 'base'
  // "…," said Smith
  if (
    finite &&
    !modal &&
    inverting.has(verb.lemma) &&
    next &&
    (first === start ||
      !before ||
      before.kind === 'quote' ||
      isMark(before, ',') ||
      before.conjunction ||
      before.subordinator ||
      isMark(before, '—–:'))
  ) {
    const looks =
      next.capital ||
      next.determiner ||
      personRoles.has(next.lower) ||
      groupNouns.has(next.lower) ||
      (next.pronoun && !next.subordinator) ||
      next.kind === 'number' ||
      /^(?:one|another|some|many|former|fellow|then)$/.test(next.lower) ||
      /-/.test(next.lower) ||
      (before?.kind === 'quote' &&
        !next.preposition &&
        next.kind === 'word' &&
        !next.adverb &&
        !next.subordinator &&
        !next.time)
    if (looks && !next.time && (before === undefined ? first === start && earlier.length === 0 : true)) {
      const subject = phraseAfter(sentence, last + 1)
      if (subject) {
        const following = subject.last + 1 < end ? units[subject.last + 1]! : undefined
        const ends =
          !following ||
          following.kind === 'mark' ||
          following.kind === 'quote' ||
          following.preposition ||
          following.time ||
          following.subordinator ||
          following.adverb ||
          following.conjunction ||
          following.pronoun ||
          following.cue?.form === 'ing'
        // After a comma that closes an apposition, "said the tax would rise" is a clause, not a speaker.
        const clauseAhead = following !== undefined && (verbal(following) || following.auxiliary)
        // "who said a certificate “means nothing”": the marks go on with what follows the verb.
        const goesOn = following?.kind === 'quote' && before?.kind !== 'quote' && units[first - 2]?.kind !== 'quote'
        const open = following === undefined || (following.kind === 'mark' && following.text !== '(')
        const own = isMark(before, ',') ? subjectBefore(sentence, first) : undefined
        const apposition =
          own !== undefined && (!quoteOrClauseBefore(units, start, first - 1) || (!open && own.first <= start + 1))
        if (ends && !clauseAhead && !apposition && !goesOn && !/^(?:who|which|that)$/.test(before?.lower ?? ''))
          return { ...base, subject, inverted: true, shared: false, clause: first }
      }
    }
  }

  if (listed === 'ing' && !modal) return participle(sentence, base, before, earlier)
  if (before?.conjunction || (before && isMark(before, ',') && units[first - 2]?.kind === 'quote' && finite)) {
    const shared = sharedSubject(sentence, first, earlier)
    if (shared) return { ...base, subject: shared, inverted: false, shared: true, clause: first }
  }
  const subject = subjectBefore(sentence, first)
  if (subject) {
    if (!finite && !modal) return undefined
    if (doubtful && units[subject.last]!.lower === 'to') return undefined
    // "the plan called Homestead": a past form after a plain noun phrase with no clause after it is left to the content rules.
    return { ...base, subject, inverted: false, shared: false, clause: subject.first }
  }
  const shared = sharedSubject(sentence, first, earlier)
  if (shared) return { ...base, subject: shared, inverted: false, shared: true, clause: first }
  // "Asked about the deal, she said": an opening participle reports a question put to the subject, not by it.
  if (before?.kind === 'quote' || (first === start && form !== 'past'))
    return { ...base, inverted: false, shared: true, clause: first }
  return undefined
}

const quoteOrClauseBefore = (units: Unit[], start: number, commaAt: number) => {
  if (units[commaAt - 1]?.kind === 'quote') return true
  for (let at = commaAt - 1; at >= start; at--) {
    if (isMark(units[at], ';:')) return false
    if (verbal(units[at]!)) return true
  }
  return false
}

function participle(
  sentence: Clauses,
  base: Omit<Cue, 'subject' | 'inverted' | 'shared' | 'clause'>,
  before: Unit | undefined,
  earlier: readonly Cue[],
): Cue | undefined {
  const { units, start } = sentence
  // "was quoted as saying": the one quoted.
  if (before?.lower === 'as')
    for (let at = base.first - 2; at >= start && at > base.first - 14; at--)
      if (/^(?:quoted|cited|reported|described)$/.test(units[at]!.lower)) {
        let group = at
        while (group > start && (units[group - 1]!.auxiliary || units[group - 1]!.adverb)) group--
        const subject = units[group]!.auxiliary ? subjectBefore(sentence, group) : phraseAfter(sentence, at + 1)
        if (subject)
          return { ...base, first: Math.min(group, base.first), subject, inverted: false, shared: false, clause: group }
      }
  if (
    !before ||
    isMark(before, ',') ||
    before.kind === 'quote' ||
    before.preposition ||
    before.subordinator ||
    before.conjunction ||
    isMark(before, '—–(')
  ) {
    const shared =
      sharedSubject(sentence, base.first, earlier) ??
      (base.first === start ? subjectAfter(sentence, base.last) : undefined)
    return { ...base, ...(shared && { subject: shared }), inverted: false, shared: true, clause: base.first }
  }
  const subject = subjectBefore(sentence, base.first)
  return subject ? { ...base, subject, inverted: false, shared: false, clause: base.first } : undefined
}

/** The subject an opening participle leans on: "Speaking on Monday, Smith said": the first subject after the comma. */
function subjectAfter(sentence: Clauses, from: number): Phrase | undefined {
  const { units, end } = sentence
  for (let at = from + 1; at < end; at++) {
    if (!isMark(units[at], ',')) continue
    const rest = mainSubject({ units, start: at + 1, end })
    if (rest) return rest
  }
  return undefined
}

function sharedSubject(sentence: Clauses, before: number, earlier: readonly Cue[]): Phrase | undefined {
  const last = [...earlier]
    .reverse()
    .find((cue) => cue.subject && cue.kind === 'verb' && cue.last < before && !cue.passive)
  const main = mainSubject(sentence, before)
  if (last?.subject && (!main || last.subject.first >= main.first || last.inverted)) {
    const relative = /^(?:who|which|that)$/.test(sentence.units[last.subject.first]!.lower)
    if (!(relative && main)) return last.subject
  }
  return main ?? last?.subject
}
