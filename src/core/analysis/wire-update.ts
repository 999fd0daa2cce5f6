import { compareDocs, type Comparison, type Pair } from '../comparison'
import { sentencesIn } from '../language'
import type { Range } from '../manuscript'
import type { Level, SentenceOrigin } from '../provenance'

/** A sentence of the story that stands on words which a newer version of its source changed. Offsets are UTF-16. */
export interface UpdatedSentence extends Range {
  level: Exclude<Level, 'original'>
  /** The sentence as the attached version has it, in that version's text. */
  old: Range
  /** The sentence as the newer version has it, in that version's text; absent when it was cut. */
  new?: Range
  /** What takes the change into the story, in the story's text; absent when only a person can write it. */
  edit?: (Range & { text: string })[]
}

/** What a newer version of a source changed, and what of it the story stands on, in the story's order. */
export interface WireUpdate {
  /** How many sentences of the source were changed, cut or put in. */
  changed: number
  used: UpdatedSentence[]
}

/**
 * Holds a newer version of a source against the version that the story was made from. `sentences` are the story's, with
 * their passages in the attached version, whose id is `source`.
 */
export function wireUpdate(
  story: string,
  sentences: readonly SentenceOrigin[],
  source: string,
  attached: string,
  newer: string,
): WireUpdate {
  const comparison = compareDocs(linesOf(attached), linesOf(newer))
  const { ops } = comparison
  const shared = ops.filter((op) => op.op === 'keep' || op.op === 'move')
  const [kept, keptNow] = [inOrder(shared.map((op) => op.old)), inOrder(shared.map((op) => op.new))]
  const pairs = ops.filter((op) => op.op === 'sentence_pair')
  const used: UpdatedSentence[] = []
  for (const sentence of sentences) {
    const { level, start, end } = sentence
    const passage = sentence.from.find((one) => one.source === source)
    if (level === 'original' || !passage || isKept(attached, passage, kept)) continue
    const old = sentenceAt(attached, passage)
    const pair = pairs.find((one) => one.old[0] < old.end && old.start < one.old[1])
    const now = pair ? { start: pair.new[0], end: pair.new[1] } : undefined
    const edit = now && editsFor(story.slice(start, end), start, attached, old, comparison)
    used.push({ start, end, level, old, ...(now ? { new: now } : {}), ...(edit ? { edit } : {}) })
  }
  const answered = inOrder(pairs.map((op) => op.new))
  const gone = sentencesOf(attached).filter((one) => !isKept(attached, one, kept))
  const fresh = sentencesOf(newer).filter(
    (one) => !isKept(newer, one, keptNow) && !answered.some(([from, to]) => from < one.end && one.start < to),
  )
  return { changed: gone.length + fresh.length, used }
}

const inOrder = (ranges: readonly Pair[]): Pair[] => ranges.toSorted((a, b) => a[0] - b[0])

function sentencesOf(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  for (const line of text.split('\n')) {
    found.push(...sentencesIn(text, { start, end: start + line.length }))
    start += line.length + 1
  }
  return found
}

const linesOf = (text: string) => ({ blocks: text.split('\n').map((line) => ({ type: 'p', text: line })) })

/** Whether every word of a stretch stands in what both versions share; `kept` is in order. */
function isKept(text: string, { start, end }: Range, kept: readonly Pair[]): boolean {
  let at = start
  for (const [from, to] of kept) {
    if (to <= at) continue
    if (from > at && /[\p{L}\p{N}]/u.test(text.slice(at, Math.min(from, end)))) return false
    at = Math.max(at, to)
    if (at >= end) return true
  }
  return !/[\p{L}\p{N}]/u.test(text.slice(at, end))
}

function sentenceAt(text: string, passage: Range): Range {
  const line = { start: text.lastIndexOf('\n', passage.start - 1) + 1, end: text.indexOf('\n', passage.start) }
  if (line.end < 0) line.end = text.length
  const found = sentencesIn(text, line).find(({ end }) => end > passage.start)
  return found && found.start < passage.end ? { start: found.start, end: found.end } : passage
}

/**
 * The words of the story that answer the changed words of the source, each replaced; undefined unless every change finds
 * its words in the sentence once.
 */
function editsFor(
  sentence: string,
  offset: number,
  attached: string,
  old: Range,
  { changes }: Comparison,
): UpdatedSentence['edit'] {
  const inside = changes.filter((change) => change.old && change.old.start < old.end && old.start < change.old.end)
  if (inside.length === 0) return undefined
  const edits: NonNullable<UpdatedSentence['edit']> = []
  for (const change of inside) {
    if (change.kind !== 'replace' && change.kind !== 'delete' && change.kind !== 'insert') return undefined
    // Something put in has no words of its own to find; the word before it tells where.
    const before = change.oldText ? '' : (/\S+\s*$/u.exec(attached.slice(old.start, change.old!.start))?.[0] ?? '')
    const wanted = before || change.oldText
    const at = onlyPlaceOf(sentence, wanted.trim())
    if (at === undefined) return undefined
    const end = at + wanted.trim().length
    if (before) edits.push({ start: offset + end, end: offset + end, text: ` ${change.newText.trim()}` })
    else edits.push({ start: offset + at, end: offset + end, text: change.newText.trim() })
  }
  return edits
}

/** Where words stand in a sentence, whole, when they stand there once. */
function onlyPlaceOf(sentence: string, words: string): number | undefined {
  if (!words) return undefined
  const whole = (at: number) => {
    const [before, after] = [sentence[at - 1] ?? ' ', sentence[at + words.length] ?? ' ']
    const inWord = /[\p{L}\p{N}]/u
    return !(inWord.test(before) && inWord.test(words[0]!)) && !(inWord.test(after) && inWord.test(words.at(-1)!))
  }
  const places: number[] = []
  for (let at = sentence.indexOf(words); at >= 0; at = sentence.indexOf(words, at + 1)) if (whole(at)) places.push(at)
  return places.length === 1 ? places[0] : undefined
}
