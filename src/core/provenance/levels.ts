import type { Range } from '../manuscript'
import { pairKey, tell, type SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Level, Passage, SentenceOrigin } from './types'
import { wordsIn, type Word } from './words'

/** What a sentence and the sources have in common, before neighbours are asked. */
export interface Evidence extends Range {
  words: readonly Word[]
  /** Share of its words that stand in common runs of two and more, in the best source. */
  runs: number
  /** Length of the longest common run, in words. */
  longest: number
  /** Weighted share of its matter that the best passages hold, and that weight itself. */
  matter: number
  weight: number
  /** Weight that all its matter would have. */
  total: number
  verbatim: Passage | undefined
  passages: readonly Passage[]
  source: number
}

const candidateCount = 8

/** A sentence that nothing is known of. */
export function noEvidence({ start, end }: Range, words: readonly Word[] = []): Evidence {
  return {
    start,
    end,
    words,
    runs: 0,
    longest: 0,
    matter: 0,
    weight: 0,
    total: 0,
    verbatim: undefined,
    passages: [],
    source: -1,
  }
}

/** Gathers the evidence for one sentence of the story. */
export function evidence(index: SourceIndex, text: string, range: Range): Evidence {
  const words = wordsIn(text, range.start, range.end)
  const none = noEvidence(range, words)
  if (words.length === 0 || index.sentences.length === 0) return none
  const forms = words.map((word) => index.formIds.get(word.form) ?? -1)
  const { values, total } = matterOf(index, words)
  const scores = new Map<number, number>()
  for (const [id, value] of values) {
    for (const sentence of index.sentencesWith.get(id) ?? []) scores.set(sentence, (scores.get(sentence) ?? 0) + value)
  }
  for (const sentence of pairHits(index, forms)) scores.set(sentence, (scores.get(sentence) ?? 0) + 0.4)
  const ranked = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, candidateCount)
  const verbatim = words.length >= thresholds.verbatimWords ? wholeRun(index, words, forms) : undefined
  let best: { sentence: number; held: Set<number>; weight: number; rank: number } | undefined
  for (const [sentence] of ranked) {
    const held = heldBy(index, sentence, values)
    const weight = sum(held, values)
    const { first, last } = index.sentences[sentence]!
    const rank =
      weight / Math.max(total, 1) +
      0.15 * (weight / Math.max(1, matterWeight(index, first, last))) +
      0.5 * runsIn(index, forms, first, last).share
    if (!best || rank > best.rank + 1e-9) best = { sentence, held, weight, rank }
  }
  if (!best) return { ...none, total }
  const chosen = [best.sentence]
  const held = new Set(best.held)
  const open = total - best.weight
  let second: { sentence: number; gain: number; held: Set<number> } | undefined
  for (const [sentence] of ranked) {
    if (sentence === best.sentence) continue
    const more = new Set([...heldBy(index, sentence, values)].filter((id) => !held.has(id)))
    const gain = sum(more, values)
    if (!second || gain > second.gain) second = { sentence, gain, held: more }
  }
  const weightBefore = best.weight
  if (second && second.gain >= thresholds.secondPassage * open && second.gain >= 1.5) {
    chosen.push(second.sentence)
    for (const id of second.held) held.add(id)
  }
  const weight = sum(held, values)
  const source = index.sentences[best.sentence]!.source
  const around = neighbourhood(index, chosen)
  let runs = 0
  let longest = 0
  const covered = new Uint8Array(words.length)
  for (const { first, last } of around) {
    const found = runsIn(index, forms, first, last, covered)
    longest = Math.max(longest, found.longest)
  }
  runs = covered.reduce((n, bit) => n + bit, 0) / words.length
  const passages = chosen.map((sentence, at): Passage => {
    const { start, end, source } = index.sentences[sentence]!
    const share = (at === 0 ? weightBefore : second!.gain) / Math.max(total, 1e-9)
    return {
      source: index.sources[source]!.id,
      start,
      end,
      similarity: round(Math.min(1, Math.max(share, at === 0 ? runs : 0))),
    }
  })
  return {
    ...range,
    words,
    runs,
    longest,
    matter: total > 0 ? weight / total : 0,
    weight,
    total,
    verbatim,
    passages,
    source,
  }
}

/** The level of every sentence, each judged by its own evidence and by what stands beside it. */
export function judge(evidences: readonly Evidence[]): SentenceOrigin[] {
  const first = evidences.map((found) => alone(found))
  return evidences.map((found, at) => {
    let level = first[at]!
    if (level === 'original' && found.source >= 0) {
      const beside = [at - 1, at + 1].some(
        (other) => first[other] && first[other] !== 'original' && evidences[other]!.source === found.source,
      )
      if (beside && found.matter >= thresholds.heavyBeside && found.weight >= thresholds.heavyMatter) level = 'heavy'
    }
    const { start, end } = found
    if (level === 'original') return { start, end, level, from: [] }
    if (level === 'verbatim') return { start, end, level, from: [found.verbatim!] }
    return { start, end, level, from: [...found.passages] }
  })
}

function alone(found: Evidence): Level {
  if (found.verbatim) return 'verbatim'
  if (found.runs >= thresholds.lightRuns) return 'light'
  if (found.runs >= thresholds.lightRunsDense && found.matter >= thresholds.lightDense) return 'light'
  if (found.matter >= thresholds.heavy && found.weight >= thresholds.heavyMatter) return 'heavy'
  return 'original'
}

function matterOf(index: SourceIndex, words: readonly Word[]) {
  const values = new Map<number, number>()
  const seen = new Set<string>()
  let total = 0
  for (const word of words) {
    if (word.weight === 0 || seen.has(word.stem)) continue
    seen.add(word.stem)
    const id = index.stemIds.get(word.stem)
    const value = word.weight * tell(index, id)
    total += value
    if (id !== undefined && index.sentencesWith.has(id)) {
      values.set(id, value)
    }
  }
  return { values, total }
}

function matterWeight(index: SourceIndex, first: number, last: number): number {
  let weight = 0
  for (let at = first; at < last; at++) weight += index.words[at]!.weight
  return weight
}

function heldBy(index: SourceIndex, sentence: number, values: ReadonlyMap<number, number>): Set<number> {
  const held = new Set<number>()
  const { first, last } = index.sentences[sentence]!
  for (let at = first; at < last; at++) if (values.has(index.stems[at]!)) held.add(index.stems[at]!)
  return held
}

function sum(ids: Iterable<number>, values: ReadonlyMap<number, number>): number {
  let total = 0
  for (const id of ids) total += values.get(id) ?? 0
  return total
}

/** Sentences that share a pair of neighbouring words, once for each pair that is not everywhere. */
function* pairHits(index: SourceIndex, forms: readonly number[]): Iterable<number> {
  for (let at = 1; at < forms.length; at++) {
    if (forms[at]! < 0 || forms[at - 1]! < 0) continue
    const positions = index.pairs.get(pairKey(forms[at - 1]!, forms[at]!))
    if (!positions || positions.length > 12) continue
    for (const position of positions) yield index.sentenceOf[position]!
  }
}

/** Where the whole sentence stands in a source word for word. */
function wholeRun(index: SourceIndex, words: readonly Word[], forms: readonly number[]): Passage | undefined {
  let anchor = -1
  let positions: readonly number[] | undefined
  for (let at = 1; at < forms.length; at++) {
    if (forms[at]! < 0 || forms[at - 1]! < 0) return undefined
    const found = index.pairs.get(pairKey(forms[at - 1]!, forms[at]!))
    if (!found) return undefined
    if (!positions || found.length < positions.length) {
      positions = found
      anchor = at - 1
    }
  }
  for (const position of positions ?? []) {
    const first = position - anchor
    if (first < 0 || first + forms.length > index.forms.length) continue
    let same = true
    for (let at = 0; same && at < forms.length; at++) same = index.forms[first + at] === forms[at]
    const last = first + words.length - 1
    if (!same || sourceOf(index, first) !== sourceOf(index, last)) continue
    return {
      source: index.sources[sourceOf(index, first)]!.id,
      start: index.words[first]!.start,
      end: index.words[last]!.end,
      similarity: 1,
    }
  }
  return undefined
}

function sourceOf(index: SourceIndex, word: number): number {
  return index.sentences[index.sentenceOf[word]!]!.source
}

/** The chosen sentences with the one before and after each, as stretches of words, none twice. */
function neighbourhood(index: SourceIndex, chosen: readonly number[]): { first: number; last: number }[] {
  return chosen.map((sentence) => {
    const { source } = index.sentences[sentence]!
    const before = index.sentences[sentence - 1]
    const after = index.sentences[sentence + 1]
    return {
      first: (before?.source === source ? before : index.sentences[sentence]!).first,
      last: (after?.source === source ? after : index.sentences[sentence]!).last,
    }
  })
}

/** Marks the words that stand in common runs of two and more between a sentence and a stretch of source words. */
function runsIn(
  index: SourceIndex,
  forms: readonly number[],
  first: number,
  last: number,
  covered = new Uint8Array(forms.length),
) {
  let longest = 0
  for (let at = 0; at < forms.length;) {
    let best = 0
    if (forms[at]! >= 0)
      for (let from = first; from < last; from++) {
        if (index.forms[from] !== forms[at]) continue
        let length = 1
        while (at + length < forms.length && from + length < last && index.forms[from + length] === forms[at + length])
          length++
        if (length > best) best = length
      }
    longest = Math.max(longest, best)
    if (best >= 2) covered.fill(1, at, at + best)
    at += Math.max(1, best)
  }
  return { share: covered.reduce((n, bit) => n + bit, 0) / Math.max(1, forms.length), longest }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}
