import { sentencesIn } from '../language'
import type { Range } from '../manuscript'
import { flatten } from './sides'
import type { Comparison, Doc, Op, Touch } from './types'

/** What readers were told and what they are told now. Either is missing where a sentence came or went as a whole. */
export interface Correction {
  /** The first change it stands for. */
  change: string
  was?: string
  is?: string
  touches: Touch[]
}

/** Touches that make a change one of fact: readers who saw the earlier words must be told. */
const factual: readonly Touch[] = ['quoted-words', 'number', 'name', 'cue', 'credit', 'headline']

/**
 * What a correction must say: the sentences of an earlier version whose facts no longer stand, each with the one that
 * answers it now. Moves, splits, styles and formatting change no fact.
 */
export function correctionsOf(old: Doc, fresh: Doc, { ops, changes }: Comparison): Correction[] {
  const [text, newText] = [flatten(old).text, flatten(fresh).text]
  const pairs = ops.flatMap((op) => (op.op === 'sentence_pair' ? [op] : []))
  const byNew = pairs.toSorted((a, b) => a.new[0] - b.new[0])
  const byOld = pairs.toSorted((a, b) => a.old[0] - b.old[0])
  const found: Correction[] = []
  for (const change of changes) {
    const worded = change.kind === 'insert' || change.kind === 'delete' || change.kind === 'replace'
    if (!worded || !change.touches.some((touch) => factual.includes(touch))) continue
    const pair = (change.new && around(byNew, 'new', change.new)) ?? (change.old && around(byOld, 'old', change.old))
    const was = pair ? text.slice(...pair.old) : change.old && sentenceAround(text, change.old)
    const is = pair ? newText.slice(...pair.new) : change.new && sentenceAround(newText, change.new)
    // A quotation mark or a space that moved with nothing said anew.
    if (was === is) continue
    const last = found.at(-1)
    // Several changes in one sentence are one correction.
    if (last && ((was !== undefined && last.was === was) || (is !== undefined && last.is === is))) {
      if (was !== undefined) last.was ??= was
      if (is !== undefined) last.is ??= is
      last.touches = [...new Set([...last.touches, ...change.touches])]
    } else
      found.push({
        change: change.id,
        ...(was === undefined ? {} : { was }),
        ...(is === undefined ? {} : { is }),
        touches: change.touches,
      })
  }
  return found
}

type SentencePair = Extract<Op, { op: 'sentence_pair' }>

/** The pair whose sentence holds a range's beginning, if it holds its end too. */
function around(pairs: readonly SentencePair[], side: 'old' | 'new', range: Range): SentencePair | undefined {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pairs[middle]![side][1] <= range.start) low = middle + 1
    else high = middle
  }
  for (const pair of pairs.slice(Math.max(0, low - 1), low + 1)) {
    const [from, to] = pair[side]
    if (from <= range.start && range.end <= to) return pair
  }
  return undefined
}

/** The sentences that a range of block texts joined by "\n" touches. */
function sentenceAround(text: string, { start, end }: Range): string | undefined {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', Math.max(end, from))
  const block = text.slice(from, stop < 0 ? text.length : stop)
  const touched = sentencesIn(block).filter((one) => one.start < end - from && one.end > start - from)
  const [first, last] = [touched[0], touched.at(-1)]
  return (first && last ? block.slice(first.start, last.end) : block).trim() || undefined
}

/** Corrections as plain text, for a note to readers. */
export function correctionText(corrections: readonly Correction[]): string {
  return corrections
    .map(({ was, is }) => {
      if (was === undefined) return `Added: ${is ?? ''}`
      if (is === undefined) return `An earlier version said: ${was}\nThat sentence was taken out.`
      return `An earlier version said: ${was}\nIt now says: ${is}`
    })
    .join('\n\n')
}
