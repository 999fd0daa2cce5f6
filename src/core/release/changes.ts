import type { Change, Comparison, Op, Touch } from '../comparison'
import { sentencesIn, tokenize } from '../language'
import { blockAt, plainText, type Manuscript, type PlainText, type Range } from '../manuscript'
import type { FactKind, ReleaseChange } from '../record'

/** A change since a release as a note can tell it, with the sentences it stands in. */
export interface PublishedChange extends ReleaseChange {
  /** The changed words alone; `old` and `new` have a few words around them. */
  oldWords: string
  newWords: string
  oldSentence: string
  newSentence: string
}

// As many words on each side as tell a reader which number or name is meant.
const wordsAround = 2

const factOf: Partial<Record<Touch, FactKind>> = {
  'quoted-words': 'quotation',
  number: 'number',
  name: 'name',
  credit: 'attribution',
  cue: 'attribution',
}

/**
 * What changed in the words of a story since it was released, in the order of the text. `facts` tells which changes
 * readers must be told of (K-4, K-11): words of a quotation, numbers, names and attributions that were altered or taken
 * out. Whole sentences that only came in, moves and formats have none.
 */
export function publishedChanges(released: Manuscript, now: Manuscript, comparison: Comparison): PublishedChange[] {
  const [old, fresh] = [plainText(released), plainText(now)]
  const found: PublishedChange[] = []
  for (const change of comparison.changes) {
    if (change.kind !== 'insert' && change.kind !== 'delete' && change.kind !== 'replace') continue
    const oldRange = change.old ?? pointIn(comparison.ops, change.new!, 'old')
    const newRange = change.new ?? pointIn(comparison.ops, change.old!, 'new')
    const [oldSentence, newSentence] = [sentenceAround(old, oldRange), sentenceAround(fresh, newRange)]
    const came = change.kind === 'insert' && covers(newRange, newSentence)
    const went = change.kind === 'delete' && covers(oldRange, oldSentence)
    found.push({
      facts: came ? [] : factsOf(change, went),
      old: came ? '' : cut(old, went ? oldSentence : around(old, oldSentence, oldRange)),
      new: went ? '' : cut(fresh, came ? newSentence : around(fresh, newSentence, newRange)),
      oldWords: cut(old, whole(old, oldRange)),
      newWords: cut(fresh, whole(fresh, newRange)),
      oldSentence: came ? '' : cut(old, oldSentence),
      newSentence: went ? '' : cut(fresh, newSentence),
    })
  }
  return found
}

function factsOf({ touches }: Change, went: boolean): FactKind[] {
  const facts = new Set<FactKind>()
  for (const touch of touches) {
    const fact = factOf[touch]
    if (fact) facts.add(fact)
    // A quotation that was taken out as a whole is a quotation changed after publishing, too (K-11).
    if (touch === 'quotation' && went) facts.add('quotation')
  }
  return [...facts]
}

const cut = ({ text }: PlainText, { start, end }: Range) => text.slice(start, end)

/** A range with the rest of the words that it begins or ends in. A point between two words stays one. */
function whole({ text }: PlainText, { start, end }: Range): Range {
  if (start === end) return { start, end }
  const inWord = (at: number) => at >= 0 && at < text.length && /[\p{L}\p{N}$€£₹.,'’-]/u.test(text[at]!)
  let [from, to] = [start, end]
  while (inWord(from) && inWord(from - 1)) from--
  while (inWord(to - 1) && inWord(to)) to++
  return { start: from, end: to }
}

/** Where words that stand on one side only would stand on the other: beside what was kept before them. */
function pointIn(ops: readonly Op[], range: Range, side: 'old' | 'new'): Range {
  const other = side === 'old' ? 'new' : 'old'
  let at = 0
  let nearest = -1
  for (const op of ops) {
    if (op.op !== 'keep') continue
    const [from, to] = op[other]
    if (from > range.start || from <= nearest) continue
    nearest = from
    at = op[side][0] + Math.min(range.start, to) - from
  }
  return { start: at, end: at }
}

/** The sentences that a range touches, as one stretch; the block where it has none. */
function sentenceAround(plain: PlainText, range: Range): Range {
  const first = blockAt(plain, range.start)
  const last = blockAt(plain, Math.max(range.start, range.end - 1))
  if (!first || !last) return range
  const sentences = sentencesIn(plain.text, { start: first.start, end: last.end })
  const touched = sentences.filter(
    ({ start, end }) => start <= Math.max(range.start, range.end - 1) && range.start <= end,
  )
  if (touched.length === 0) return { start: first.start, end: last.end }
  // A point between two sentences touches both; it belongs to the first.
  const kept = range.start === range.end ? touched.slice(0, 1) : touched.filter(({ end }) => end > range.start)
  const hull = kept.length > 0 ? kept : touched
  return { start: hull[0]!.start, end: hull.at(-1)!.end }
}

const covers = (range: Range, sentence: Range) =>
  range.start <= sentence.start && range.end >= sentence.end && range.end > range.start

/** A range with a few words of its sentence on both sides, as far as the next mark. */
function around(plain: PlainText, sentence: Range, range: Range): Range {
  const tokens = tokenize(plain.text, sentence.start, sentence.end)
  const before = tokens.filter(({ end }) => end <= range.start).toReversed()
  const after = tokens.filter(({ start }) => start >= range.end)
  const reach = (beside: typeof tokens) => {
    const mark = beside.findIndex(({ kind }) => kind === 'mark')
    return beside.slice(0, Math.min(wordsAround, mark < 0 ? wordsAround : mark)).at(-1)
  }
  return { start: reach(before)?.start ?? range.start, end: reach(after)?.end ?? range.end }
}
