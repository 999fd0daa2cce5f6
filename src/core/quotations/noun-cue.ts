import { phraseAfter, verbal, type Phrase } from './clauses'
import type { Cue } from './cue'
import type { Clauses } from './units'
import type { CueVerb } from './verbs'

const nounVerb: CueVerb = { lemma: 'noun', frames: 's' }

const possessive = /^(?:his|her|their|its|our|my|your)$/

/** "Smith's warning that …", "a claim by Smith that …": only with the clause beside it. */
export function nounCue({ units, start, end }: Clauses, at: number): Cue | undefined {
  const base = {
    kind: 'noun' as const,
    at,
    first: at,
    last: at,
    verb: nounVerb,
    form: 'base' as const,
    inverted: false,
    shared: false,
    passive: false,
    clause: at,
  }
  const before = units[at - 1]
  let after = at + 1
  let by: Phrase | undefined
  if (after < end && /^(?:by|from)$/.test(units[after]!.lower)) {
    by = phraseAfter({ units, start, end }, after + 1, 10)
    if (by) after = by.last + 1
  }
  if (
    after >= end ||
    units[after]!.lower !== 'that' ||
    !units[after + 1] ||
    units[after + 1]!.auxiliary ||
    verbal(units[after + 1]!)
  )
    return undefined
  if (by) return { ...base, subject: by }
  let owner = at - 1
  while (
    owner > start &&
    owner > at - 4 &&
    units[owner]!.kind === 'word' &&
    !/['’]s$|s['’]$/.test(units[owner]!.text) &&
    !possessive.test(units[owner]!.lower)
  )
    owner--
  const unit = units[owner]
  if (!unit || !before || owner < start) return undefined
  if (possessive.test(unit.lower)) return { ...base, first: at, subject: { first: owner, last: owner } }
  if (!/['’]s$/.test(unit.text)) return undefined
  let first = owner
  while (
    first > start &&
    units[first - 1]!.kind === 'word' &&
    (units[first - 1]!.capital || units[first - 1]!.determiner)
  )
    first--
  return { ...base, first: at, subject: { first, last: owner } }
}
