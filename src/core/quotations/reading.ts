import { tokenize } from '../language'
import type { MarkedRange } from './marks'
import {
  adverbs, auxiliaries, beForms, conjunctions, determiners, otherPronouns, possessives, prepositions, subjectPronouns, subordinators, timeWords,
} from './words' // prettier-ignore
import { cueForms, finiteVerbs, nounAlike, type CueVerb, type VerbForm } from './verbs'

/** One word, mark or whole marked stretch of a sentence, with what the word lists know of it. */
export interface Unit {
  start: number
  end: number
  text: string
  lower: string
  kind: 'word' | 'number' | 'mark' | 'quote'
  capital: boolean
  determiner: boolean
  pronoun: boolean
  preposition: boolean
  conjunction: boolean
  subordinator: boolean
  auxiliary: boolean
  adverb: boolean
  time: boolean
  /** Surely a finite verb (not a cue). */
  finite: boolean
  cue?: { verb: CueVerb; form: VerbForm } | undefined
  /** The stretch in marks that this unit stands for. */
  marked?: MarkedRange
  words: number
  /** Last character inside the marks, spaces aside. */
  last: string
}

/** A sentence as the finder reads it: units, stretches in marks being one unit each. */
export interface Clauses {
  units: Unit[]
  /** First and one past the last unit. */
  start: number
  end: number
}

type WordFacts = Omit<Unit, 'start' | 'end' | 'text' | 'kind' | 'capital' | 'marked' | 'words' | 'last'>
const facts = new Map<string, WordFacts>()
const factsLimit = 50_000 // a bound on the memory of odd texts; English news has fewer distinct words in a year

function factsOf(lower: string): WordFacts {
  const known = facts.get(lower)
  if (known) return known
  const plain = lower.replace(/’/g, "'")
  const cue = cueForms.get(plain)
  const value: WordFacts = {
    lower: plain,
    determiner: determiners.has(plain) || possessives.has(plain),
    pronoun:
      subjectPronouns.has(plain) ||
      otherPronouns.has(plain) ||
      /^(?:he|she|they|it|we|i|you|who|that)'(?:s|d|ve|re|ll|m)$/.test(plain),
    preposition: prepositions.has(plain),
    conjunction: conjunctions.has(plain),
    subordinator: subordinators.has(plain),
    auxiliary: auxiliaries.has(plain) || beForms.has(plain),
    adverb:
      adverbs.has(plain) ||
      (/..ly$/.test(plain) &&
        !/^(?:family|rally|reply|ally|july|italy|assembly|elderly|friendly|supply|bully|monopoly|only|early|daily|weekly|monthly)$/.test(
          plain,
        )),
    time: timeWords.has(plain),
    finite: finiteVerbs.has(plain) || /^(?:he|she|they|it|we|i|you|who|that)'(?:s|d|ve|re|ll|m)$/.test(plain),
    cue,
  }
  if (facts.size < factsLimit && lower.length < 40) facts.set(lower, value)
  return value
}

const nothing: WordFacts = factsOf('')

/** The units of one block, stretches at the outermost level standing as one unit each. */
export function unitsOf(text: string, start: number, end: number, marked: readonly MarkedRange[]): Unit[] {
  const units: Unit[] = []
  const plain = (from: number, to: number) => {
    for (const token of tokenize(text, from, to)) {
      const first = token.text.charCodeAt(0)
      const capital = token.kind === 'word' && (first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(token.text))
      const known = token.kind === 'word' ? factsOf(token.text.toLowerCase()) : nothing
      units.push({
        ...known,
        start: token.start,
        end: token.end,
        text: token.text,
        lower: token.kind === 'word' ? known.lower : token.text,
        kind: token.kind,
        capital,
        words: 1,
        last: '',
      })
    }
  }
  let at = start
  for (const range of marked) {
    if (range.inside || range.from < at) continue
    plain(at, range.from)
    const inner = text.slice(range.start, range.end)
    units.push({
      ...nothing,
      start: range.from,
      end: range.to,
      text: '',
      lower: '“”',
      kind: 'quote',
      capital: /^[^\p{L}]*\p{Lu}/u.test(inner),
      marked: range,
      words: wordsIn(inner),
      last: /\S(?=\s*$)/.exec(inner.slice(-8))?.[0] ?? '',
    })
    at = range.to
  }
  plain(at, end)
  return units
}

function wordsIn(text: string): number {
  let words = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const letter =
      code > 127
        ? code !== 0xa0 && (code < 0x2000 || code > 0x206f)
        : (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123) || code === 39
    if (letter && !inWord) words++
    inWord = letter
  }
  return words
}

const stops = new Set(['.', '?', '!', '…'])
const abbreviations = new Set(
  `mr mrs ms dr prof rev hon gen col maj capt lt sgt cpl cmdr adm gov sen rep reps sens pres st ste jr sr vs no nos jan feb mar apr jun jul aug sep sept oct nov dec inc ltd co corp smt shri sri pt mt ft ave blvd approx e.g i.e d.c u.s u.n u.k a.m p.m
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y n.c n.d okla ore pa r.i s.c s.d tenn tex vt va wash wis wyo ph`.split(
    /\s+/,
  ),
)

/** Cuts the units of a block into sentences. A stretch in marks ends one only when nothing after it says who spoke. */
export function sentencesOf(units: readonly Unit[]): Clauses[] {
  const all = units as Unit[]
  const found: Clauses[] = []
  let start = 0
  for (let index = 0; index < all.length; index++) {
    if (!endsSentence(all, index, start)) continue
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
