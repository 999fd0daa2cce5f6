import { isMark, verbal, type Phrase } from './clauses'
import type { Cue } from './cue'
import type { Clauses } from './units'
import { nounAlike, type CueVerb } from './verbs'
import { headingLabels } from './words'

const colon: CueVerb = { lemma: ':', frames: 's' }
/** Longest speaker before or after a headline's colon: "Former attorney general Mukasey at convention". */
const longestName = 8

/** A headline's colon or dash as its cue: "Ruiz: bridge 'will open in May'", "Bridge 'will open in May': Ruiz". */
export function headingCue({ units, start, end }: Clauses): Cue | undefined {
  let last = end
  while (last > start && isMark(units[last - 1], '.;')) last--
  for (let at = start + 1; at < last - 1; at++) {
    const unit = units[at]!
    const dash = isMark(unit, '—–-') && units[at - 1]!.end < unit.start && unit.end < units[at + 1]!.start
    if (!isMark(unit, ':') && !dash) continue
    if (!dash && at - start <= longestName && (units[at + 1]!.kind === 'quote' || last - at > 4)) {
      const before = nameIn({ units, start, end: at })
      if (before) return cue(at, before, 'before')
    }
    if (last - at <= longestName) {
      const after = nameIn({ units, start: at + 1, end: last })
      if (after) return cue(at, after, 'after')
    }
  }
  return undefined
}

const cue = (at: number, subject: Phrase, side: 'before' | 'after'): Cue => ({
  kind: 'colon',
  at,
  first: at,
  last: at,
  verb: colon,
  form: 'past',
  subject,
  inverted: side === 'after',
  shared: false,
  passive: false,
  clause: side === 'before' ? subject.first : at,
})

/** The name that the units are, and no more: capital words, cut before "on the deal" and "at convention". */
function nameIn({ units, start, end }: Clauses): Phrase | undefined {
  const head = units[start]!
  if (!head.capital || head.determiner || headingLabels.has(head.lower)) return undefined
  if (head.cue && !nounAlike.has(head.lower)) return undefined // "Said Ruiz: …"
  let last = start
  let whole = true
  for (let at = start; at < end; at++) {
    const unit = units[at]!
    if (unit.kind !== 'word' || verbal(unit) || unit.subordinator || unit.pronoun) return undefined
    if (whole && !unit.capital && !unit.preposition && unit.lower !== 'and' && unit.lower !== 'the') return undefined
    if (unit.preposition && unit.lower !== 'of') whole = false
    if (whole) last = at
  }
  return { first: start, last }
}
