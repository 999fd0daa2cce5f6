import { cueForms, finiteVerbs, type CueVerb, type VerbForm } from './verbs'
import {
  adverbs,
  auxiliaries,
  beForms,
  conjunctions,
  determiners,
  otherPronouns,
  possessives,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './words'

/** What the word lists know of a word, whatever sentence it stands in. */
export interface WordFacts {
  /** The word in lower case, apostrophes straight. */
  lower: string
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
  cue: { verb: CueVerb; form: VerbForm } | undefined
}

const known = new Map<string, WordFacts>()
const knownLimit = 50_000 // a bound on the memory of odd texts; English news has fewer distinct words in a year
const contracted = /^(?:he|she|they|it|we|i|you|who|that)'(?:s|d|ve|re|ll|m)$/
const notAdverbs =
  /^(?:family|rally|reply|ally|july|italy|assembly|elderly|friendly|supply|bully|monopoly|only|early|daily|weekly|monthly)$/

/** The facts of a word as written. */
export function factsOf(word: string): WordFacts {
  const before = known.get(word)
  if (before) return before
  const lower = word.toLowerCase().replace(/’/g, "'")
  const value: WordFacts = {
    lower,
    determiner: determiners.has(lower) || possessives.has(lower),
    pronoun: subjectPronouns.has(lower) || otherPronouns.has(lower) || contracted.test(lower),
    preposition: prepositions.has(lower),
    conjunction: conjunctions.has(lower),
    subordinator: subordinators.has(lower),
    auxiliary: auxiliaries.has(lower) || beForms.has(lower),
    adverb: adverbs.has(lower) || (/..ly$/.test(lower) && !notAdverbs.test(lower)),
    time: timeWords.has(lower),
    finite: finiteVerbs.has(lower) || contracted.test(lower),
    cue: cueForms.get(lower),
  }
  if (known.size < knownLimit && word.length < 40) known.set(word, value)
  return value
}

/** What is no word. */
export const noFacts: WordFacts = factsOf('')
/** A word that is a name here, whatever else it may be: "Will", "May". */
export const nameFacts = (word: string): WordFacts => ({ ...factsOf(word), auxiliary: false })
