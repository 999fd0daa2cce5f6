import type { Range } from '../manuscript'

/**
 * Words in quotation marks in a source. `utterance` is the same for stretches that only the source's own cue, or a
 * paragraph break inside one quotation, keeps apart (V-8).
 */
export interface SpokenRange extends Range {
  utterance: number
}

const openMarks = '“„«'
const closeMarks = '”»'

/**
 * The words in marks of a source, marks outside, in order. Marks are read paragraph by paragraph; a paragraph whose
 * quotation stays open goes on in the next when that opens with a mark, else it ends with its paragraph.
 */
export function spokenRanges(text: string): SpokenRange[] {
  const found: (Range & { open: boolean; leads: boolean })[] = []
  let start = 0
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && text[at] !== '\n') continue
    if (at > start) found.push(...inParagraph(text, start, at))
    start = at + 1
  }
  return withUtterances(text, found)
}

const anyMark = /["“”„«»'‘’]/g

function inParagraph(text: string, start: number, end: number): (Range & { open: boolean; leads: boolean })[] {
  const ranges: (Range & { open: boolean; leads: boolean })[] = []
  let open: { at: number; mark: string } | undefined
  anyMark.lastIndex = start
  for (let match = anyMark.exec(text); match && match.index < end; match = anyMark.exec(text)) {
    const at = match.index
    const character = match[0]
    const before = at === start ? ' ' : text[at - 1]!
    const after = at + 1 >= end ? ' ' : text[at + 1]!
    if (open) {
      if (closes(character, before, after, open.mark)) {
        if (at > open.at) ranges.push({ start: open.at, end: at, open: false, leads: false })
        open = undefined
      } else if (openMarks.includes(character) && open.mark === 'single') {
        open = { at: at + 1, mark: 'double' }
      }
    } else if (
      openMarks.includes(character) ||
      (character === '"' && /\S/.test(after) && !/[\p{L}\p{N}]/u.test(before)) ||
      (character === "'" && after === "'" && /\s/.test(before))
    )
      open = { at: at + 1, mark: 'double' }
    else if (
      (character === '‘' || character === "'") &&
      /[\s([—–-]/.test(before) &&
      /[\p{L}\p{N}]/u.test(after) &&
      singleEnd(text, at + 1, end) > 0
    )
      open = { at: at + 1, mark: 'single' }
  }
  if (open && open.mark === 'double' && open.at < end) ranges.push({ start: open.at, end, open: true, leads: false })
  const first = ranges[0]
  if (first && text.slice(start, first.start).trim().length <= 1) first.leads = true
  return ranges
}

function closes(character: string, before: string, after: string, mark: string): boolean {
  if (mark === 'double')
    return closeMarks.includes(character) || (character === '"' && (/\S/.test(before) || /\s/.test(after)))
  return (character === '’' || character === "'") && !/[\p{L}\p{N}]/u.test(after) && /\S/.test(before)
}

/** Where single marks opened at `at` close in the paragraph; -1 when they do not, for it was an apostrophe. */
function singleEnd(text: string, at: number, end: number): number {
  for (let place = at; place < Math.min(end, at + 600); place++)
    if (
      /[’']/.test(text[place]!) &&
      !/[\p{L}\p{N}]/u.test(text[place + 1] ?? ' ') &&
      /[\p{L}\p{N}.,!?]/u.test(text[place - 1]!)
    )
      return place
  return -1
}

// A cue between two parts of one utterance is short: a verb of saying, who, perhaps where and to whom.
const cueVerb =
  /\b(?:said|says|say|saying|told|tells|added|adds|adding|asked|asks|wrote|writes|continued|continues|explained|explains|warned|warns|stated|states|noted|notes|insisted|replied|argued|argues|declared|recalled|claimed|posted|tweeted|called|went on|announced|remarked|joked|testified|complained|admitted|concluded|observed|read|reads)\b/i
const cueLength = 140

function withUtterances(text: string, ranges: (Range & { open: boolean; leads: boolean })[]): SpokenRange[] {
  const spoken: SpokenRange[] = []
  let utterance = 0
  ranges.forEach((range, at) => {
    const last = ranges[at - 1]
    if (last && !joins(text, last, range, ranges[at + 1])) utterance++
    spoken.push({ start: range.start, end: range.end, utterance })
  })
  return spoken
}

function joins(
  text: string,
  last: Range & { open: boolean },
  next: Range & { leads: boolean },
  after: Range | undefined,
): boolean {
  const between = text.slice(last.end, next.start)
  if (last.open) return next.leads
  if (between.length > cueLength || !cueVerb.test(between)) return false
  if ((between.match(/\n/g)?.length ?? 0) > 0)
    return (
      next.leads && /^[”"’',.]*\s*[^.!?]*[.]\s*\n\s*[“"‘']?$/.test(between) && !otherSpeaker(text, between, next, after)
    )
  // "…," Yoon said. "…": one sentence of cue at most.
  const cue = between.replace(/^[”"’'»,.!?\s]+/, '').replace(/[“"‘'«\s]+$/, '')
  if (/[.!?]\s+\p{Lu}/u.test(cue.replace(/\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Col|Lt|[A-Z])\./g, ''))) return false
  return !otherSpeaker(text, between, next, after)
}

/** Whether the words after `next` name somebody whom the cue before it does not. */
function otherSpeaker(text: string, between: string, next: Range, after: Range | undefined): boolean {
  const tail = text
    .slice(next.end + 1, Math.min(after?.start ?? text.length, next.end + cueLength))
    .split(/[\n.!?]/)[0]!
  if (!/^[\s,]*(?:\p{Lu}|said|says|told|added)/u.test(tail) || !cueVerb.test(tail)) return false
  const here = names(between)
  const there = names(tail)
  return there.length > 0 && here.length > 0 && !there.some((name) => here.includes(name))
}

const notNames = new Set(
  'He She They It The A An In On At Monday Tuesday Wednesday Thursday Friday Saturday Sunday And But I We'.split(' '),
)

export function names(text: string): string[] {
  return (text.match(/\p{Lu}[\p{L}\p{M}’'-]+/gu) ?? [])
    .map((name) => name.replace(/['’]s?$/, ''))
    .filter((name) => !notNames.has(name))
}
