import { eachToken, type TokenKind } from '../language'
import type { MarkedRange } from './marks'
import { factsOf, nameFacts, noFacts, type WordFacts } from './word-facts'

interface Measured {
  start: number
  end: number
  text: string
  kind: 'word' | 'number' | 'mark' | 'quote'
  capital: boolean
  /** The stretch in marks that this unit stands for. */
  marked?: MarkedRange | undefined
  words: number
  /** Letters and digits in it. */
  letters: number
  /** Last character inside the marks, spaces and other marks aside. */
  last: string
}

/** One word, mark or whole marked stretch of a sentence, with what the word lists know of it. */
export class Unit implements Measured {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: Measured['kind']
  readonly capital: boolean
  readonly marked: MarkedRange | undefined
  readonly words: number
  readonly letters: number
  readonly last: string
  /** In lower case, apostrophes straight; a mark as it is. */
  readonly lower: string
  readonly #facts: WordFacts

  constructor(facts: WordFacts, { start, end, text, kind, capital, marked, words, letters, last }: Measured) {
    this.start = start
    this.end = end
    this.text = text
    this.kind = kind
    this.capital = capital
    this.marked = marked
    this.words = words
    this.letters = letters
    this.last = last
    this.lower = kind === 'word' ? facts.lower : text
    this.#facts = facts
  }

  get determiner() {
    return this.#facts.determiner
  }
  get pronoun() {
    return this.#facts.pronoun
  }
  get preposition() {
    return this.#facts.preposition
  }
  get conjunction() {
    return this.#facts.conjunction
  }
  get subordinator() {
    return this.#facts.subordinator
  }
  get auxiliary() {
    return this.#facts.auxiliary
  }
  get adverb() {
    return this.#facts.adverb
  }
  get time() {
    return this.#facts.time
  }
  get finite() {
    return this.#facts.finite
  }
  get cue() {
    return this.#facts.cue
  }
}

/** A sentence as the finder reads it: units, stretches in marks being one unit each. */
export interface Clauses {
  units: Unit[]
  /** First and one past the last unit. */
  start: number
  end: number
}

/** The units of one block, stretches at the outermost level standing as one unit each. */
export function unitsOf(text: string, start: number, end: number, marked: readonly MarkedRange[]): Unit[] {
  const units: Unit[] = []
  const plain = (kind: TokenKind, from: number, to: number) => units.push(wordUnit(text, kind, from, to))
  let at = start
  for (const range of marked) {
    if (range.inside || range.from < at) continue
    eachToken(text, at, range.from, plain)
    units.push(quoteUnit(text, range))
    at = range.to
  }
  eachToken(text, at, end, plain)
  for (let index = 0; index < units.length; index++)
    if (misread.has(units[index]!.text) && isName(units, index)) units[index] = named(units[index]!)
  return units
}

function wordUnit(whole: string, kind: TokenKind, start: number, end: number): Unit {
  const text = whole.slice(start, end)
  const facts = kind === 'word' ? factsOf(text) : noFacts
  const capital = kind === 'word' && isCapital(text)
  const letters = kind === 'mark' ? 0 : end - start
  return new Unit(facts, { start, end, text, kind, capital, words: 1, letters, last: '' })
}

function quoteUnit(text: string, marked: MarkedRange): Unit {
  const inner = text.slice(marked.start, marked.end)
  const last = /[^\s'’”"»›](?=[\s'’”"»›]*$)/.exec(inner.slice(-8))?.[0] ?? ''
  const capital = /^[^\p{L}]*\p{Lu}/u.test(inner.slice(0, 40))
  const { from, to } = marked
  return new Unit(noFacts, { start: from, end: to, text: '', kind: 'quote', capital, marked, ...measure(inner), last })
}

function isCapital(word: string): boolean {
  const first = word.charCodeAt(0)
  return first < 128 ? first >= 65 && first <= 90 : /^\p{Lu}/u.test(word)
}

/** Auxiliaries that are as often a name or a month when they are capitalised. */
const misread = new Set(['Will', 'May'])

/** "Will said", "in May": no auxiliary, inside a sentence or when a verb or another name follows. */
function isName(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1]
  const before = units[at - 1]
  if (units[at]!.text === 'May' && before && before.kind !== 'mark' && before.kind !== 'quote') return true
  if (!next) return false
  return next.cue?.form === 'past' || next.cue?.form === 's' || next.finite || (at > 0 && next.capital)
}

const named = ({ start, end, text, kind, letters }: Unit) =>
  new Unit(nameFacts(text), { start, end, text, kind, capital: true, words: 1, letters, last: '' })

/** Words and letters of a stretch in marks, counted by character class: quicker than tokens, and only lengths are asked. */
function measure(text: string): { words: number; letters: number } {
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
