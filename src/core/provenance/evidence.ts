import type { Range } from '../manuscript'
import { ideasOf } from './rewordings'
import { sourceOf, tell, type SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Passage } from './types'
import { wordsIn, type Word } from './words'

/** What a sentence and the sources have in common, before neighbours are asked. */
export interface Evidence extends Range {
  words: number
  /** Share of its words that stand in common runs of two and more, near the best passages; and in long runs. */
  runs: number
  copied: number
  /** Weighted share of its matter that the best passages hold, what that weighs, and what all its matter weighs. */
  matter: number
  weight: number
  total: number
  /** Weighted share of its matter that are names and numbers which no source has. */
  foreign: number
  /** How far the best passage stands out from the third best, in shares of the matter: a theme is shared by many sentences. */
  ahead: number
  /** Share of the best passage's own matter that the sentence takes up. */
  takenUp: number
  /** It says of itself that it is the paper's own reporting. */
  own: boolean
  /** Where the whole of it stands word for word. */
  verbatim: Passage | undefined
  /** That place is part of a longer sentence: the source goes on before it, or after. */
  cutBefore: boolean
  cutAfter: boolean
  passages: readonly Passage[]
  /** Number of the best passage's source, and of its sentence; -1 when there is none. */
  source: number
  sentence: number
}

/** A sentence that nothing is known of. */
export function noEvidence({ start, end }: Range, words = 0): Evidence {
  return {
    start,
    end,
    words,
    runs: 0,
    copied: 0,
    matter: 0,
    weight: 0,
    total: 0,
    foreign: 0,
    ahead: 0,
    takenUp: 0,
    own: false,
    verbatim: undefined,
    cutBefore: false,
    cutAfter: false,
    passages: [],
    source: -1,
    sentence: -1,
  }
}

/** A word of matter, each stem once, with what sharing it is worth. */
interface Matter {
  value: number
  stem: number | undefined
  /** Stems of the sources that say the same in another word. */
  alike: readonly number[]
}

interface Choice {
  sentence: number
  takenUp: number
  /** Value held of each word of matter. */
  held: Float64Array
  weight: number
  rank: number
}

// A paper that speaks of itself in a sentence reports it itself.
const ownReporting =
  /\b(?:told|tells|visited by|seen by|obtained by|reviewed by|spoke (?:to|with)|contacted by|accessed by)\s+(?:this|our)\s+(?:news)?(?:paper|reporter|correspondent|website|publication|desk)\b|\bthis (?:news)?(?:reporter|correspondent|newspaper)\b/i

/** Gathers the evidence for one sentence of the story; `words` are its own. */
export function evidence(
  index: SourceIndex,
  text: string,
  range: Range,
  words: readonly Word[] = wordsIn(text, range.start, range.end),
): Evidence {
  const none = noEvidence(range, words.length)
  if (words.length === 0 || index.sentences.length === 0) return none
  const forms = words.map((word) => index.formIds.get(word.form) ?? -1)
  const matter: Matter[] = []
  let total = 0
  let foreign = 0
  const seen = new Set<string>()
  words.forEach((word, at) => {
    if (word.weight === 0 || seen.has(word.stem)) return
    seen.add(word.stem)
    const stem = index.stemIds.get(word.stem)
    const known = stem !== undefined && index.holders[stem]! > 0
    const alike: number[] = []
    for (const idea of ideasOf(word.stem)) {
      for (const other of index.stemsOfIdea.get(idea) ?? []) if (other !== stem) alike.push(other)
    }
    const value = word.weight * tell(index, known ? stem : undefined)
    total += value
    if (known || alike.length > 0) matter.push({ value, stem: known ? stem : undefined, alike })
    if (!known && alike.length === 0 && isNamed(word, at)) foreign += value
  })
  const own = ownReporting.test(text.slice(range.start, range.end))
  const ranked = rank(index, matter, forms)
  const choices: Choice[] = []
  for (const sentence of ranked) {
    const held = heldBy(index, sentence, matter)
    const weight = held.reduce((sum, value) => sum + value, 0)
    const { first, last, weight: theirs } = index.sentences[sentence]!
    const takenUp = weight / Math.max(1, theirs)
    const rank =
      weight / Math.max(total, 1) +
      0.15 * takenUp +
      0.5 * (marked(cover(index, forms, first, last), thresholds.run) / words.length)
    choices.push({ sentence, held, weight, takenUp, rank })
  }
  if (choices.length === 0) return { ...none, total, foreign: foreign / Math.max(total, 1e-9), own }
  const best = choices.reduce((a, b) => (b.rank > a.rank + 1e-9 ? b : a))
  const chosen = [best]
  const second = secondChoice(choices, best, total)
  if (second) chosen.push(second)
  const weight = second ? best.held.reduce((sum, value, at) => sum + Math.max(value, second.held[at]!), 0) : best.weight
  const covered = new Uint16Array(words.length)
  for (const { first, last } of neighbourhood(index, chosen)) cover(index, forms, first, last, covered)
  const runs = marked(covered, thresholds.run) / words.length
  const whole = words.length >= thresholds.verbatimWords ? wholeRun(index, forms) : undefined
  return {
    start: range.start,
    end: range.end,
    words: words.length,
    runs,
    copied: marked(covered, thresholds.longRun) / words.length,
    matter: total > 0 ? weight / total : 0,
    weight,
    total,
    foreign: foreign / Math.max(total, 1e-9),
    ahead: (best.weight - thirdWeight(choices)) / Math.max(total, 1e-9),
    takenUp: best.takenUp,
    own,
    verbatim: whole?.passage,
    cutBefore: whole?.cutBefore ?? false,
    cutAfter: whole?.cutAfter ?? false,
    passages: chosen.map(({ sentence, weight, held }, at) => {
      const { start, end, source, first, last } = index.sentences[sentence]!
      const gain = at === 0 ? weight : held.reduce((sum, value, n) => sum + Math.max(0, value - best.held[n]!), 0)
      const share = gain / Math.max(total, 1e-9)
      // What the second passage holds is not the first one's.
      const own = second ? marked(cover(index, forms, first, last), thresholds.run) / words.length : runs
      const similarity = Math.min(1, at === 0 ? Math.max(share, own) : share)
      return { source: index.sources[source]!.id, start, end, similarity: Math.round(similarity * 1000) / 1000 }
    }),
    source: index.sentences[best.sentence]!.source,
    sentence: best.sentence,
  }
}

// Calendar words come and go in rewriting: "yesterday" becomes "on Friday".
const calendar =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/

/** A name or number: what rewriting keeps. A capital at the head of a sentence proves nothing. */
function isNamed(word: Word, at: number): boolean {
  if (calendar.test(word.form)) return false
  return word.weight >= 1.3 || (word.weight === 1.2 && at > 0)
}

/** The sentences that share most with the words, most first. */
function rank(index: SourceIndex, matter: readonly Matter[], forms: readonly number[]): number[] {
  const { score, stamp, touched } = scratch(index.sentences.length)
  matter.forEach(({ value, stem, alike }, at) => {
    const credit = (sentence: number, worth: number) => {
      if (stamp[sentence] === at + 1) return
      if (stamp[sentence] === 0) touched.push(sentence)
      stamp[sentence] = at + 1
      score[sentence]! += worth
    }
    const creditAll = (id: number, worth: number) => {
      for (let place = index.places.head[id]!; place >= 0; place = index.places.next[place]!)
        credit(index.sentenceOf[place]!, worth)
    }
    if (stem !== undefined) creditAll(stem, value)
    for (const other of alike) creditAll(other, value * thresholds.idea)
  })
  eachPairHit(index, forms, (sentence) => {
    if (stamp[sentence] === 0) {
      touched.push(sentence)
      stamp[sentence] = -1
    }
    score[sentence]! += thresholds.pairHit
  })
  const best = top(touched, score, thresholds.candidates)
  for (const sentence of touched) {
    score[sentence] = 0
    stamp[sentence] = 0
  }
  touched.length = 0
  return best
}

/** The `count` best of `ids` by score, best first, the lower id first among equals. */
function top(ids: readonly number[], score: Float64Array, count: number): number[] {
  const best: number[] = []
  for (const id of ids) {
    let at = best.length
    while (at > 0 && (score[id]! > score[best[at - 1]!]! || (score[id] === score[best[at - 1]!] && id < best[at - 1]!)))
      at--
    if (at >= count) continue
    best.splice(at, 0, id)
    if (best.length > count) best.pop()
  }
  return best
}

let shared = { score: new Float64Array(0), stamp: new Int32Array(0), touched: [] as number[] }

/** Cleared room for one number and one stamp a sentence, used again by the next call. */
function scratch(size: number) {
  if (shared.score.length < size)
    shared = { score: new Float64Array(size * 2), stamp: new Int32Array(size * 2), touched: [] }
  return shared
}

/** What each word of matter is worth in a source sentence: all when it stands there, less when only its idea does. */
function heldBy(index: SourceIndex, sentence: number, matter: readonly Matter[]): Float64Array {
  const { first, last } = index.sentences[sentence]!
  const here = stemStamps(index.holders.length)
  const stamp = ++stampNow
  for (let at = first; at < last; at++) here[index.stems[at]!] = stamp
  const held = new Float64Array(matter.length)
  matter.forEach(({ value, stem, alike }, at) => {
    if (stem !== undefined && here[stem] === stamp) held[at] = value
    else if (alike.some((other) => here[other] === stamp)) held[at] = value * thresholds.idea
  })
  return held
}

let stamps = new Int32Array(0)
let stampNow = 0

function stemStamps(size: number): Int32Array {
  if (stamps.length < size || stampNow > 2 ** 30) {
    stamps = new Int32Array(Math.max(size, stamps.length) * 2)
    stampNow = 0
  }
  return stamps
}

/** The sentence that explains most of what the best one leaves open, when that is worth naming. */
function secondChoice(choices: readonly Choice[], best: Choice, total: number): Choice | undefined {
  const open = total - best.weight
  let second: Choice | undefined
  let most = 0
  for (const choice of choices) {
    if (choice === best) continue
    const gain = choice.held.reduce((sum, value, at) => sum + Math.max(0, value - best.held[at]!), 0)
    if (gain > most) {
      most = gain
      second = choice
    }
  }
  return most >= thresholds.secondPassage * open && most >= thresholds.secondWeight ? second : undefined
}

function thirdWeight(choices: readonly Choice[]): number {
  return [...choices].sort((a, b) => b.weight - a.weight)[2]?.weight ?? 0
}

/** Sentences that share a pair of neighbouring words, once for each pair that is not everywhere. */
function eachPairHit(index: SourceIndex, forms: readonly number[], visit: (sentence: number) => void) {
  for (let at = 1; at < forms.length; at++) {
    const [a, b] = [forms[at - 1]!, forms[at]!]
    if (index.pairs.count(a, b) > thresholds.commonPairs) continue
    for (let place = index.pairs.first(a, b); place >= 0; place = index.pairs.next[place]!)
      visit(index.sentenceOf[place]!)
  }
}

interface Run {
  passage: Passage
  cutBefore: boolean
  cutAfter: boolean
}

/** Where the whole sentence stands in a source word for word: a place where it is whole before one where it is a part. */
function wholeRun(index: SourceIndex, forms: readonly number[]): Run | undefined {
  let anchor = -1
  let fewest = Infinity
  for (let at = 1; at < forms.length; at++) {
    const count = index.pairs.count(forms[at - 1]!, forms[at]!)
    if (count === 0) return undefined
    if (count < fewest) {
      fewest = count
      anchor = at - 1
    }
  }
  if (anchor < 0) return undefined
  let part: Run | undefined
  const { pairs } = index
  for (let place = pairs.first(forms[anchor]!, forms[anchor + 1]!); place >= 0; place = pairs.next[place]!) {
    const first = place - anchor
    if (first < 0 || first + forms.length > index.forms.length) continue
    let same = true
    for (let at = 0; same && at < forms.length; at++) same = index.forms[first + at] === forms[at]
    const last = first + forms.length - 1
    if (!same || sourceOf(index, first) !== sourceOf(index, last)) continue
    const start = index.starts[first]!
    const end = index.ends[last]!
    const { id, text } = index.sources[sourceOf(index, first)]!
    const passage = { source: id, start, end, similarity: 1 }
    const found = { passage, cutBefore: !opens(text, start), cutAfter: !closes(text, end) }
    if (!found.cutBefore && !found.cutAfter) return found
    part ??= found
  }
  return part
}

/** Whether a sentence of the source may begin, or end, here. */
function opens(text: string, at: number): boolean {
  return /(?:^|[.!?:;\n—–-]["”’')\]\s]*|["“‘'([]\s*)$/.test(text.slice(Math.max(0, at - 8), at))
}
function closes(text: string, at: number): boolean {
  return /^["”’')\]]*\s*(?:$|[.!?:;\n—–-]|["”’')\]])/.test(text.slice(at, at + 8))
}

/** The chosen sentences with the one before and after each, as stretches of words. */
function neighbourhood(index: SourceIndex, chosen: readonly Choice[]): { first: number; last: number }[] {
  return chosen.map(({ sentence }) => {
    const own = index.sentences[sentence]!
    const before = index.sentences[sentence - 1]
    const after = index.sentences[sentence + 1]
    return {
      first: before?.source === own.source ? before.first : own.first,
      last: after?.source === own.source ? after.last : own.last,
    }
  })
}

/**
 * The common runs of a sentence and a stretch of source words: for each word of the sentence the length of the longest
 * run it stands in, 0 or at least two. `covered` takes them in and keeps the longer.
 */
function cover(
  index: SourceIndex,
  forms: readonly number[],
  first: number,
  last: number,
  covered = new Uint16Array(forms.length),
): Uint16Array {
  for (let at = 0; at + 1 < forms.length;) {
    let best = 0
    const [here, next] = [forms[at]!, forms[at + 1]!]
    const { pairs } = index
    const count = pairs.count(here, next)
    if (count > 0 && count <= last - first) {
      for (let from = pairs.first(here, next); from >= 0 && from + 1 < last; from = pairs.next[from]!)
        if (from >= first) best = Math.max(best, runFrom(index, forms, at, from, last))
    } else if (count > 0) {
      for (let from = first; from + 1 < last; from++)
        if (index.forms[from] === here && index.forms[from + 1] === next)
          best = Math.max(best, runFrom(index, forms, at, from, last))
    }
    for (let n = 0; n < best; n++) covered[at + n] = Math.max(covered[at + n]!, best)
    at += Math.max(1, best)
  }
  return covered
}

function runFrom(index: SourceIndex, forms: readonly number[], at: number, from: number, last: number): number {
  let length = 2
  while (at + length < forms.length && from + length < last && index.forms[from + length] === forms[at + length])
    length++
  return length
}

/** How many words stand in runs of at least so many. */
function marked(covered: Uint16Array, length: number): number {
  let count = 0
  for (const run of covered) if (run >= length) count++
  return count
}
