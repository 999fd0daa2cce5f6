import { blockOf } from './formats'
import type { SentencePair } from './sentence-pairs'
import type { Flat, Side } from './sides'
import type { Change, ChangeKind, Op, Summary, Touch } from './types'

/** Blocks that are told by name ("headline changed"), not counted among paragraphs and sentences. */
const fields = new Set(['h1', 'byline', 'dateline', 'credit', 'photoCredit'])

/** What changed, counted and put as a person would put it. */
export function summaryOf(
  changes: readonly Change[],
  ops: readonly Op[],
  flat: Flat,
  flatNew: Flat,
  side: Side,
  newSide: Side,
  pairs: readonly SentencePair[],
  hasOtherSlug: boolean,
): Summary {
  const isField = (each: Side, at: number) => fields.has(each.doc.blocks[blockOf(each, at)]!.type)
  const count = (test: (change: Change) => boolean) => changes.filter(test).length
  const paragraphsThat = (kind: ChangeKind) =>
    count((change) => {
      if (change.kind !== kind || change.unit !== 'paragraph') return false
      return change.old ? !isField(side, change.old.start) : !isField(newSide, change.new!.start)
    })
  const touching = (...touches: Touch[]) => count((change) => touches.some((touch) => change.touches.includes(touch)))
  const paragraphs = {
    added: paragraphsThat('insert'),
    removed: paragraphsThat('delete'),
    moved: paragraphsThat('move'),
    split: ops.filter(({ op }) => op === 'split').length,
    merged: ops.filter(({ op }) => op === 'merge').length,
    retyped: count(({ kind, from, to }) => kind === 'retype' && from !== to),
  }
  const sentences = {
    ...unanswered(changes, side, newSide, pairs),
    edited: pairs.filter(
      ({ old, new: answer }) =>
        flat.text.slice(old[0], old[1]) !== flatNew.text.slice(answer[0], answer[1]) && !isField(side, old[0]),
    ).length,
    moved: count(({ kind, unit }) => kind === 'move' && unit === 'sentence'),
  }
  const touched = {
    quotations: touching('quotation', 'quoted-words'),
    numbers: touching('number'),
    names: touching('name'),
    credits: touching('credit'),
    cues: touching('cue'),
    headline: touching('headline'),
  }
  const formats = ops.filter(({ op }) => op === 'format').length
  const summary = { paragraphs, sentences, touched, formats }
  const told = {
    quotations: touching('quoted-words'),
    numbers: count(({ kind, touches }) => kind === 'replace' && touches.includes('number')),
  }
  const isSame = changes.length === 0 && !hasOtherSlug
  return { ...summary, sentence: isSame ? 'No changes' : inWords(summary, told, changes.length, hasOtherSlug) }
}

/** Sentences without an answer, outside paragraphs that came or went as a whole. */
function unanswered(changes: readonly Change[], side: Side, newSide: Side, pairs: readonly SentencePair[]) {
  const count = (each: Side, key: 'old' | 'new') => {
    const answered = new Set(pairs.map((pair) => pair[key][0]))
    const whole = changes.flatMap((change) => (change.unit === 'paragraph' && change[key] ? [change[key]] : []))
    whole.sort((a, b) => a.start - b.start)
    let total = 0
    let next = 0
    for (let sentence = 0; sentence + 1 < each.sentenceToken.length; sentence++) {
      const token = each.sentenceToken[sentence]!
      const start = each.tokens.start[token]!
      while (next < whole.length && whole[next]!.end <= start) next++
      const within = next < whole.length && whole[next]!.start <= start
      if (!within && !answered.has(start) && !fields.has(each.doc.blocks[each.block[token]!]!.type)) total++
    }
    return total
  }
  return { added: count(newSide, 'new'), removed: count(side, 'old') }
}

/**
 * Of the things touched only what a reader must know is told: quotations whose words changed, figures that became others.
 * What came or went with its paragraph is told with the paragraph.
 */
function inWords(
  { paragraphs, sentences, touched, formats }: Omit<Summary, 'sentence'>,
  told: { quotations: number; numbers: number },
  changes: number,
  hasOtherSlug: boolean,
): string {
  const listed = (noun: string, counts: [number, string][]): string[] =>
    counts
      .filter(([amount]) => amount > 0)
      .map(([amount, verb], index) => (index === 0 ? `${plural(amount, noun)} ${verb}` : `${amount} ${verb}`))
  const parts = [
    ...(hasOtherSlug ? ['slug changed'] : []),
    ...(touched.headline > 0 ? ['headline changed'] : []),
    ...listed('paragraph', [
      [paragraphs.added, 'added'],
      [paragraphs.removed, 'removed'],
      [paragraphs.moved, 'moved'],
      [paragraphs.split, 'split'],
      [paragraphs.merged, 'merged'],
      [paragraphs.retyped, 'given another style'],
    ]),
    ...listed('sentence', [
      [sentences.added, 'added'],
      [sentences.removed, 'removed'],
      [sentences.moved, 'moved'],
      [sentences.edited, 'edited'],
    ]),
    ...(told.quotations > 0 ? [`${plural(told.quotations, 'quotation')} changed`] : []),
    ...(told.numbers > 0 ? [`${plural(told.numbers, 'number')} changed`] : []),
    ...(touched.credits > 0 ? ['credit changed'] : []),
    ...(formats > 0 ? [plural(formats, 'format change')] : []),
  ]
  const sentence = parts.length > 0 ? parts.join(', ') : plural(changes, 'small change')
  return sentence[0]!.toUpperCase() + sentence.slice(1)
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
