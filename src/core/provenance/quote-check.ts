import type { Range } from '../manuscript'
import { quoteParts, quoteWords, type QuotePart, type QuoteWord } from './fold-quote'
import { align, edgesOf, type Alignment } from './quote-align'
import { altersMarks, bracketNotes } from './quote-brackets'
import type { QuotedSource, QuoteIndex } from './quote-index'
import { thresholds } from './thresholds'
import type { CheckNote, Passage, QuoteCheck } from './types'

/** Where a fragment's words stand in the source they were found in, for those who look at what lies beside them. */
export interface Found {
  check: QuoteCheck
  source?: QuotedSource
  /** First and last source word. */
  first: number
  last: number
  /** Whether the words end and begin where the source's own do. */
  opens: boolean
  ends: boolean
  /** No ellipsis and no brackets: marked for its edges alone. */
  plain: boolean
}

/**
 * Holds the words `range` of `text` (marks outside) against the sources: V-1, V-5, V-7, V-8, Q-3, Q-8 of the attribution
 * rules. Offsets in the answer are into `text` and into the source's text.
 */
export function checkFragment(index: QuoteIndex, text: string, range: Range): Found {
  const base = { start: range.start, end: range.end, removed: [], inserted: [], notes: [], from: [] }
  const nothing: Found = {
    check: { ...base, verdict: 'no-source' },
    first: -1,
    last: -1,
    opens: false,
    ends: false,
    plain: false,
  }
  let best: Candidate | undefined
  const parts = quoteParts(text, range.start, range.end, index.pairs)
  const ways: QuotePart[][] = [parts]
  const flat = (kinds: readonly QuotePart['kind'][]) =>
    parts.flatMap((part): QuotePart[] => (part.kind !== 'word' && kinds.includes(part.kind) ? part.words : [part]))
  // Brackets may be the source's own: they count once as the writer's insertion, once as words that stand there.
  const round = parts.some((part) => part.kind === 'round')
  const square = parts.some((part) => part.kind === 'square')
  if (round) ways.unshift(flat(['round']))
  if (square) ways.unshift(flat(['square', 'round']))
  search: for (const way of ways) {
    const words = way.filter((part): part is QuoteWord => part.kind === 'word')
    if (words.length === 0) continue
    const whole = words.length === way.length ? wholeIn(index, way, words) : undefined
    if (whole) {
      best = whole
      break
    }
    for (const found of candidates(index, way, words)) {
      if (!best || better(found, best)) best = found
      if (best.total < thresholds.surely && best.spoken >= thresholds.spokenShare) break search
    }
  }
  if (!best || !enough(best)) return nothing
  return describe(best, text, range, parts)
}

interface Candidate {
  alignment: Alignment
  parts: readonly QuotePart[]
  words: number
  /** Share of the words laid that stand in marks in the source. */
  spoken: number
  longest: number
  total: number
}

/** The quotation laid at each place that may be its own, likeliest first. */
function* candidates(index: QuoteIndex, parts: readonly QuotePart[], words: readonly QuoteWord[]): Iterable<Candidate> {
  const windows: Window[] = []
  const cuts = parts.filter((part) => part.kind === 'ellipsis').length
  const size = words.length + thresholds.quoteSlack + cuts * thresholds.cutReach
  for (const source of index.sources) windows.push(...windowsIn(source, words, size))
  windows.sort((a, b) => b.score - a.score)
  const limit = windows[0] ? windows[0].score * 0.5 : 0
  for (const { source, from, to, score } of windows.slice(0, thresholds.quoteWindows)) {
    if (score < limit) return
    if (!mayHold(source, words, from, to)) continue
    const alignment = align(source, parts, from, to)
    const laid = alignment.steps.filter((step) => step.kind === 'same' || step.kind === 'changed')
    const spoken = laid.filter((step) => source.spokenAt[step.word]! >= 0).length / Math.max(1, laid.length)
    let run = 0
    let longest = 0
    for (const step of alignment.steps) {
      if (step.kind === 'same') longest = Math.max(longest, ++run)
      else if (step.kind !== 'stepped') run = 0
    }
    const prose = !source.ownVoice && spoken < thresholds.spokenShare
    const total = alignment.total + (prose ? thresholds.prose : 0)
    yield { alignment, parts, words: words.length, spoken, longest, total }
  }
}

/** The quotation where it stands word for word, said by somebody, at the place that begins and ends as it does. */
function wholeIn(index: QuoteIndex, parts: readonly QuotePart[], words: readonly QuoteWord[]): Candidate | undefined {
  if (words.length < thresholds.wholeWords) return undefined
  let best: Candidate | undefined
  for (const source of index.sources) {
    const ids = words.map((word) => source.keyIds.get(word.key) ?? -1)
    if (ids.includes(-1)) continue
    const rare = ids.reduce((a, id, at) => (source.places.counts[id]! < source.places.counts[ids[a]!]! ? at : a), 0)
    for (let place = source.places.head[ids[rare]!]!; place >= 0; place = source.places.next[place]!) {
      const first = place - rare
      if (first < 0 || first + ids.length > source.keys.length) continue
      let same = true
      for (let at = 0; same && at < ids.length; at++) same = source.keys[first + at] === ids[at]
      // Words that begin or end inside an insertion are not where the quotation stands, but what the agency repeats of it.
      const last = first + ids.length - 1
      const parted = (at: number) => source.inserted[at] === 1 && source.inserted[at + 1] === 1
      if (!same || parted(first - 1) || parted(last)) continue
      const found = laidWhole(source, parts, first)
      if (found.spoken >= thresholds.spokenShare && (!best || better(found, best))) best = found
    }
  }
  return best
}

function laidWhole(source: QuotedSource, parts: readonly QuotePart[], first: number): Candidate {
  const steps = parts.map((_, part) => ({ part, word: first + part, kind: 'same' as const }))
  const last = first + parts.length - 1
  const total = edgesOf(source, first, last)
  const words = parts.length
  const spoken = steps.filter(({ word }) => source.spokenAt[word]! >= 0).length / words
  return { alignment: { source, steps, total, cost: 0, same: words }, parts, words, spoken, longest: words, total }
}

interface Window {
  source: QuotedSource
  from: number
  to: number
  score: number
}

/** Stretches of a source that hold many of the quotation's words, the rarest words asked first. */
function windowsIn(source: QuotedSource, words: readonly QuoteWord[], size: number): Window[] {
  const known = [...new Set(words.map((word) => source.keyIds.get(word.key)))]
    .filter((id): id is number => id !== undefined)
    .sort(
      (a, b) => source.places.counts[a]! - source.places.counts[b]! || source.places.head[a]! - source.places.head[b]!,
    )
  if (known.length === 0) return []
  const bins = new Map<number, number>()
  let asked = 0
  for (const id of known) {
    const count = source.places.counts[id]!
    if (asked >= 6 && count > thresholds.rareQuoteWord) break
    if (asked++ >= thresholds.quoteVotes) break
    const value = 1 / (1 + Math.log(count))
    let last = -1
    for (let place = source.places.head[id]!; place >= 0; place = source.places.next[place]!) {
      const bin = Math.floor(place / size)
      if (bin === last) continue
      last = bin
      bins.set(bin, (bins.get(bin) ?? 0) + value)
    }
  }
  const scored: Window[] = []
  for (const [bin, own] of bins) {
    const score = own + (bins.get(bin + 1) ?? 0) * 0.99
    scored.push({
      source,
      score,
      from: Math.max(0, bin * size - thresholds.quoteSlack),
      to: Math.min(source.words.length, (bin + 2) * size + thresholds.quoteSlack),
    })
  }
  scored.sort((a, b) => b.score - a.score || a.from - b.from)
  return scored.slice(0, thresholds.quoteWindows)
}

function better(a: Candidate, b: Candidate): boolean {
  if (Math.abs(a.total - b.total) > 1e-6) return a.total < b.total
  if (a.spoken >= thresholds.spokenShare !== b.spoken >= thresholds.spokenShare) return a.spoken > b.spoken
  if (a.longest !== b.longest) return a.longest > b.longest
  return false
}

/**
 * Whether a stretch of a source could pass `enough`: it holds as many of the words, and enough of them in a row, even when
 * the source's cue parts the row in two. Laying words is dear; most places that share a quotation's small words fail here.
 */
function mayHold(source: QuotedSource, words: readonly QuoteWord[], from: number, to: number): boolean {
  const places = new Map<number, number[]>()
  words.forEach((word, at) => {
    const id = source.keyIds.get(word.key)
    if (id === undefined) return
    const held = places.get(id)
    if (held) held.push(at + 1)
    else places.set(id, [at + 1])
  })
  let present = 0
  let longest = 0
  let runs = new Int32Array(words.length + 1)
  let before = new Int32Array(words.length + 1)
  const seen = new Set<number>()
  for (let place = from; place < to; place++) {
    const id = source.keys[place]!
    const held = places.get(id)
    const here = before
    here.fill(0)
    if (held) {
      if (!seen.has(id)) {
        seen.add(id)
        present += held.length
      }
      for (const at of held) {
        here[at] = runs[at - 1]! + 1
        if (here[at]! > longest) longest = here[at]!
      }
    }
    before = runs
    runs = here
  }
  if (words.length <= 3) return present === words.length
  const share = present / words.length
  if (share >= thresholds.quoteShare) return longest >= 2
  return share >= thresholds.quoteShareLoose && longest >= thresholds.quoteRun / 2
}

/** Whether the words laid prove that this is the place: chance puts half of any sentence's small words somewhere. */
function enough({ alignment, parts, words, longest }: Candidate): boolean {
  if (alignment.cost === 0) return true
  // Words that a source has in this order, but for its "not", are those words: "He did resign" (d15, 2).
  if (alignment.same >= 3 && onlyNegation(alignment, parts)) return true
  if (words <= 3) return false
  const share = alignment.same / words
  return (
    (share >= thresholds.quoteShare && longest >= Math.min(3, words - 1)) ||
    (share >= thresholds.quoteShareLoose && longest >= thresholds.quoteRun)
  )
}

/** Whether all that differs is one word that denies. */
function onlyNegation({ source, steps, cost }: Alignment, parts: readonly QuotePart[]): boolean {
  if (cost !== 1) return false
  const step = steps.find(({ kind }) => kind === 'removed' || kind === 'inserted')
  const word = step?.kind === 'removed' ? source.words[step.word] : step && parts[step.part]
  return word?.kind === 'word' && isNegation(word)
}

const negations = /^(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|without|cannot|hardly|.*n't)$/

/** Whether a word denies: not, never, nobody, didn’t. */
export const isNegation = (word: QuoteWord): boolean => negations.test(fold(word.text))

const senseWords = /^(?:not|no|never|none|nothing|nobody|neither|nor|without|cannot|hardly|.*n't|if|but|only|unless)$/
const numeral = /\d/
const numberWord =
  /^(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|half|quarter|third|twice|double)$/

function describe(found: Candidate, text: string, range: Range, given: readonly QuotePart[]): Found {
  const { alignment, parts } = found
  const { source, steps } = alignment
  const removed: string[] = []
  const inserted: string[] = []
  const lost = lister(removed)
  const gained = lister(inserted)
  const cut: QuoteWord[] = []
  const notes = new Set<CheckNote>()
  let looks = false
  let house = false
  const square = parts.some((part) => part.kind === 'square')
  let ellipsis = false
  for (const step of steps) {
    const theirs = step.word >= 0 ? source.words[step.word]! : undefined
    const ours = parts[step.part]
    if (step.kind === 'removed' || step.kind === 'changed') lost(theirs!)
    if (step.kind === 'inserted' || step.kind === 'changed') gained(ours as QuoteWord)
    else if (step.kind === 'cut') {
      ellipsis = true
      cut.push(theirs!)
    } else if (step.kind === 'same') {
      const word = ours as QuoteWord
      if (word.form !== theirs!.form || word.hyphen !== theirs!.hyphen)
        house ||= step !== steps[0] || word.form !== theirs!.form
      if (word.text !== theirs!.text) looks = true
    }
  }
  for (const part of parts) if (part.kind === 'ellipsis' && !ownEllipsis(found, part)) ellipsis = true
  const brackets = bracketNotes(alignment, parts, given)
  for (const note of brackets) notes.add(note)
  const laid = steps.filter(
    (step) => step.word >= 0 && step.kind !== 'removed' && step.kind !== 'cut' && step.kind !== 'stepped',
  )
  const first = laid[0]?.word ?? -1
  const last = laid.at(-1)?.word ?? -1
  const changed = [...removed, ...inserted].map(fold)
  if (unequal(removed, inserted, (word) => negations.test(word))) notes.add('negation')
  if (changed.some((word) => numeral.test(word) || numberWord.test(word))) notes.add('number')
  if (nameChanged(found)) notes.add('name')
  if (cut.some((word) => senseWords.test(word.form.replace(/’/g, "'")))) notes.add('cut-negation')
  if (steps.some((step) => step.kind === 'stepped' && source.cue[step.word])) notes.add('joined')
  const pieces = utterances(source, steps)
  const stitched = pieces.length > 1 && (ellipsis || removed.length > 0)
  if (stitched) notes.add('stitched')
  const prose = !source.ownVoice && found.spoken < thresholds.spokenShare
  if (prose) notes.add('source-prose')
  const opens = first < 0 || source.opensAt[first] === 1
  const ends = last < 0 || source.endsAt[last] === 1
  const verdict =
    removed.length + inserted.length > 0 || prose || stitched
      ? 'differs'
      : ellipsis || square || brackets.some(altersMarks) || !opens || !ends
        ? 'marked'
        : house
          ? 'house-style'
          : looks || !source.text.includes(text.slice(range.start, range.end).replace(/[,.]$/, ''))
            ? 'typographic'
            : 'exact'
  const similarity = Math.round((1000 * alignment.same) / (alignment.same + alignment.cost)) / 1000
  const passage: Passage = {
    source: source.id,
    start: first < 0 ? 0 : source.words[first]!.start,
    end: last < 0 ? 0 : source.words[last]!.end,
    similarity,
  }
  const check: QuoteCheck = { ...range, verdict, from: [passage], removed, inserted, notes: [...notes] }
  if (stitched) check.pieces = pieces.map((piece) => asPiece(piece, parts, source))
  const plain = !ellipsis && !square && !brackets.some(altersMarks)
  return { check, source, first, last, opens, ends, plain }
}

/** Adds words to a list; what a hyphen ties to the word listed before it is one word. */
function lister(list: string[]): (word: QuoteWord) => void {
  let end = -1
  return ({ text, hyphen, start, end: stop }) => {
    if (hyphen && end + 1 === start) list[list.length - 1] += `-${text}`
    else list.push(text)
    end = stop
  }
}

/** Whether the source itself has the three dots at this place. */
function ownEllipsis({ alignment, parts }: Candidate, part: QuotePart): boolean {
  const { source, steps } = alignment
  const at = parts.indexOf(part)
  if (steps.some((step) => step.kind === 'cut' && parts[step.part] === part)) return false
  const left = steps.findLast((step) => step.part < at && step.word >= 0)
  const right = steps.find((step) => step.part > at && step.word >= 0)
  const start = left ? source.words[left.word]!.end : right ? source.words[right.word]!.start - 8 : 0
  const end = right ? source.words[right.word]!.start : start + 8
  return /…|\.\s?\./.test(source.text.slice(Math.max(0, start), end))
}

const fold = (word: string) => word.toLowerCase().replace(/[’‘]/g, "'")

/** Whether the two lists hold a different number of words of a kind. */
function unequal(removed: readonly string[], inserted: readonly string[], is: (word: string) => boolean): boolean {
  return removed.filter((word) => is(fold(word))).length !== inserted.filter((word) => is(fold(word))).length
}

/** A changed word that is written as a name where it stands: a capital inside the sentence. */
function nameChanged({ alignment, parts }: Candidate): boolean {
  const { source, steps } = alignment
  return steps.some((step) => {
    if (step.kind !== 'changed' && step.kind !== 'removed' && step.kind !== 'inserted') return false
    const theirs = step.kind !== 'inserted' ? source.words[step.word] : undefined
    const ours = step.kind !== 'removed' ? (parts[step.part] as QuoteWord) : undefined
    const before = theirs ? source.text.slice(Math.max(0, theirs.start - 2), theirs.start) : ' '
    const named = (text: string | undefined) => text !== undefined && /^\p{Lu}\p{Ll}/u.test(text)
    if (theirs && ours) return named(theirs.text) && named(ours.text) && !/[.!?“"‘']\s?$/.test(before)
    return named(theirs?.text ?? ours?.text) && theirs !== undefined && !/[.!?“"‘']\s?$/.test(before)
  })
}

/** The steps laid, parted where the source leaves one utterance for another. */
function utterances(source: QuotedSource, steps: readonly { part: number; word: number; kind: string }[]) {
  const pieces: { utterance: number; parts: number[]; words: number[] }[] = []
  for (const step of steps) {
    if (step.kind !== 'same') continue
    const range = source.spokenAt[step.word]!
    if (range < 0) continue
    const { utterance } = source.spoken[range]!
    const last = pieces.at(-1)
    if (last?.utterance === utterance) {
      last.parts.push(step.part)
      last.words.push(step.word)
    } else pieces.push({ utterance, parts: [step.part], words: [step.word] })
  }
  return pieces.filter((piece) => piece.words.length >= thresholds.pieceWords)
}

function asPiece(piece: { parts: number[]; words: number[] }, parts: readonly QuotePart[], source: QuotedSource) {
  return {
    start: parts[piece.parts[0]!]!.start,
    end: parts[piece.parts.at(-1)!]!.end,
    source: source.id,
    sourceStart: source.words[piece.words[0]!]!.start,
    sourceEnd: source.words[piece.words.at(-1)!]!.end,
    similarity: 1,
  }
}

/**
 * Whether the source denies a fragment in the words beside it, and the story does not: "not" in the word before
 * or the one before that, "denied that the crews had" in the same clause.
 */
export function besideNegation(found: Found, text: string, range: Range): boolean {
  const { source, first } = found
  // A sentence of its own is denied by nothing that stands before it; a fragment is, in the source's marks or cut from them.
  if (!source || first <= 0 || (found.opens && /^\p{Lu}/u.test(source.words[first]!.text))) return false
  const start = source.words[first]!.start
  // Only what stands in the same sentence, outside the marks of another quotation, speaks of these words.
  const clause = (at: number) => !clauseEnd.test(source.text.slice(source.words[at]!.end, start))
  let denied = false
  for (let at = first - 1; at >= Math.max(0, first - denialReach) && clause(at); at--)
    denied ||= (first - at <= 2 && isNegation(source.words[at]!)) || denials.test(fold(source.words[at]!.text))
  if (!denied) return false
  const ours = quoteWords(text, Math.max(0, range.start - ourReach), range.start).slice(-denialReach)
  return !ours.some((word) => isNegation(word) || denials.test(fold(word.text)))
}

/** Verbs that say of what follows them that it is not so, and the words within which they say it. */
const denials = /^(?:den(?:y|ies|ied|ying|ials?)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing))$/
const clauseEnd = /[.!?;:\n]|,\s+(?:saying|adding|telling|insisting|calling)\b/
const denialReach = 8
const ourReach = 120
