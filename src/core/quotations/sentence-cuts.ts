import { tagAfter } from './tags'
import type { Clauses, Unit } from './units'
import { nounAlike } from './verbs'

const stops = new Set(['.', '?', '!', '…'])
const abbreviations = new Set(
  `mr mrs ms dr prof rev hon gen col maj capt lt sgt cpl cmdr adm gov sen rep reps sens pres st ste jr sr vs no nos jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp smt shri sri det const cst insp supt msgr fr sask alta man ont que nfld pt mt ft ave blvd approx e.g i.e d.c u.s u.n u.k a.m p.m
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash wis wyo ph`.split(
    /\s+/,
  ),
)

/** Units after which a sentence is cut whatever comes: no news sentence is so long, and what reads it looks all over it. */
const longestSentence = 250

/** Cuts the units of a block into sentences. A stretch in marks ends one only when nothing after it says who spoke. */
export function sentencesOf(units: readonly Unit[]): Clauses[] {
  const all = units as Unit[]
  const found: Clauses[] = []
  let start = 0
  for (let index = 0; index < all.length; index++) {
    if (!endsSentence(all, index, start) && index - start < longestSentence) continue
    // A closing bracket after the stop belongs to the sentence.
    while (all[index + 1]?.kind === 'mark' && /^[)\]]$/.test(all[index + 1]!.text)) index++
    found.push({ units: all, start, end: index + 1 })
    start = index + 1
  }
  if (start < all.length) found.push({ units: all, start, end: all.length })
  return found
}

function endsSentence(units: Unit[], index: number, start: number): boolean {
  const unit = units[index]!
  const next = units[index + 1]
  if (!next) return true
  if (unit.kind === 'quote') {
    if (!stops.has(unit.last)) return false
    if (next.kind === 'mark') return false
    if (next.kind === 'quote') return unit.words > 3
    if (!next.capital && next.kind !== 'number') return false
    if (unit.words <= 3 && index > start && unit.last !== '.') return false // “Wait Wait…Don't Tell Me!” fans
    if (unit.last !== '.' && tagAfter({ units, start, end: Math.min(units.length, index + 40) }, index)) return false
    return !saysWhoSpoke(units, index + 1)
  }
  if (unit.kind !== 'mark' || !stops.has(unit.text)) return false
  if (next.kind === 'mark') return false
  if (next.kind === 'word' && !next.capital) return false
  if (unit.text === '.') {
    const before = units[index - 1]
    if (before && before.end === unit.start && before.kind === 'word') {
      if (before.text.length === 1 && before.capital && before.lower !== 'i')
        return next.kind === 'quote' && next.words > 3
      if (/^(?:\p{L}\.)+\p{L}?$/u.test(before.text))
        return next.kind === 'quote' || (next.determiner && next.capital) || next.pronoun
      if (abbreviations.has(before.lower)) return next.kind === 'quote' && next.words > 3
    }
    if (next.start === unit.end && next.kind !== 'quote') return false // example.com, 3.5
  }
  return true
}

/** Whether the units from `index` read "Smith said." or "Smith, the mayor, said": a speaker and a cue, soon. */
function saysWhoSpoke(units: Unit[], index: number): boolean {
  for (let at = index; at < units.length && at < index + 16; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote' || (unit.kind === 'mark' && /^[.;:?!]$/.test(unit.text) && units[at + 1]?.capital))
      return false
    if (
      unit.cue &&
      !unit.capital &&
      (unit.cue.form === 'past' || unit.cue.form === 's') &&
      !nounAlike.has(unit.lower)
    ) {
      // Only when nothing but an adjunct follows: "The mayor said taxes would rise" is a sentence of its own.
      const next = units[at + 1]
      return at - index <= 12 && (!next || (next.kind === 'mark' && /^[.,:]$/.test(next.text)) || next.kind === 'quote')
    }
    if (unit.finite || unit.auxiliary || unit.subordinator) return false
  }
  return false
}
