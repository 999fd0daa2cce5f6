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
  /** Letters and digits in it. */
  letters: number
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

type WordFacts = Omit<Unit, 'start' | 'end' | 'text' | 'kind' | 'capital' | 'marked' | 'words' | 'letters' | 'last'>
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
        letters: token.kind === 'mark' ? 0 : token.end - token.start,
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
      ...wordsIn(inner),
      last: /[^\s'’”"»›](?=[\s'’”"»›]*$)/.exec(inner.slice(-8))?.[0] ?? '',
    })
    at = range.to
  }
  plain(at, end)
  // "Will said": a name, not an auxiliary, when a verb or another name follows.
  for (const [index, unit] of units.entries()) {
    const next = units[index + 1]
    if (
      unit.capital &&
      unit.lower === 'will' &&
      next &&
      (next.cue?.form === 'past' ||
        next.cue?.form === 's' ||
        next.finite ||
        (index > 0 && next.capital) ||
        /^['’]/.test(next.text))
    )
      unit.auxiliary = false
  }
  return units
}

function wordsIn(text: string): { words: number; letters: number } {
  let words = 0
  let letters = 0
  let inWord = false
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    const letter =
      code > 127
        ? code !== 0xa0 && (code < 0x2000 || code > 0x206f)
        : (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123)
    if (letter) letters++
    if (letter && !inWord) words++
    inWord = letter || (inWord && code === 39)
  }
  return { words, letters }
}
