import type { SentencePair } from './sentence-pairs'
import type { Flat, Side } from './sides'
import type { Change, Op, Summary, Touch } from './types'

/** What changed, counted and put as a person would put it. */
export function summaryOf(
  changes: readonly Change[],
  ops: readonly Op[],
  flat: Flat,
  flatNew: Flat,
  side: Side,
  newSide: Side,
  pairs: readonly SentencePair[],
): Summary {
  const count = (test: (change: Change) => boolean) => changes.filter(test).length
  const touching = (...touches: Touch[]) => count((change) => touches.some((touch) => change.touches.includes(touch)))
  const paragraphs = {
    added: count(({ kind, unit }) => kind === 'insert' && unit === 'paragraph'),
    removed: count(({ kind, unit }) => kind === 'delete' && unit === 'paragraph'),
    moved: count(({ kind, unit }) => kind === 'move' && unit === 'paragraph'),
    split: ops.filter(({ op }) => op === 'split').length,
    merged: ops.filter(({ op }) => op === 'merge').length,
    retyped: count(({ kind, from, to }) => kind === 'retype' && from !== to),
  }
  const sentences = {
    ...unanswered(changes, side, newSide, pairs),
    edited: pairs.filter(
      ({ old, new: answer }) => flat.text.slice(old[0], old[1]) !== flatNew.text.slice(answer[0], answer[1]),
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
  return { ...summary, sentence: changes.length === 0 ? 'No changes' : inWords(summary, changes.length) }
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
      if (!within && !answered.has(start)) total++
    }
    return total
  }
  return { added: count(newSide, 'new'), removed: count(side, 'old') }
}

function inWords({ paragraphs, sentences, touched, formats }: Omit<Summary, 'sentence'>, changes: number): string {
  const listed = (noun: string, counts: [number, string][]): string[] =>
    counts
      .filter(([amount]) => amount > 0)
      .map(([amount, verb], index) => (index === 0 ? `${plural(amount, noun)} ${verb}` : `${amount} ${verb}`))
  const parts = [
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
    ...(touched.quotations > 0 ? [`${plural(touched.quotations, 'quotation')} changed`] : []),
    ...(formats > 0 ? [plural(formats, 'format change')] : []),
  ]
  const sentence = parts.length > 0 ? parts.join(', ') : plural(changes, 'small change')
  return sentence[0]!.toUpperCase() + sentence.slice(1)
}

function plural(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}
