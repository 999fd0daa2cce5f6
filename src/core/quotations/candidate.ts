import type { Range } from '../manuscript'
import { circumstances } from './circumstances'
import { span, type Phrase } from './clauses'
import type { Cue } from './cue'
import type { Unit } from './units'
import type { Reading } from './why'

/** What one cue, or none, says of one stretch: before names are resolved. Offsets are into the block's text. */
export interface Candidate extends Range {
  type: 'direct' | 'mixed' | 'indirect'
  /** The block's units it was made of. */
  made: Content
  fragments: Range[]
  rule: Reading
  cue?: Range
  speaker?: Range
  /** Candidates of one cue are one utterance. */
  group: number
  /** Who heard it, or handed it on in the sentence: agencies are looked for there. */
  agency?: Range
  credit?: Range
  venue?: Range
  confidence: number
  /** Index of the candidate in whose content this one stands. */
  outer?: number
  sentence: number
  /** No cue of speech, only a verb whose object the marks stand in. */
  weak?: boolean
  /** Stands only when its speaker is somebody the story tells of. */
  doubtful?: boolean
  /** No cue of its own: carried by the quotation before it. */
  carried?: boolean
}

export interface Content extends Phrase {
  rule: Reading
  confidence: number
  /** The writer lends words to it elsewhere in the sentence: it is mixed though this part stands in marks. */
  lent?: boolean
}

/** Confidence by how the words and the cue stand together; set by hand from how often each reading errs in plain news copy. */
export const sure = {
  marksBesideCue: 0.97,
  mixed: 0.85,
  that: 0.9,
  clause: 0.8,
  phrase: 0.7,
  thought: 0.6,
  noun: 0.7,
  carried: 0.9,
  subject: 0.6,
  orphan: 0.4,
}

/** Up to this share of letters outside the marks a quotation is still direct: a “that” before a long one, an “and” between two. */
const lentShare = 0.05

export function trim(units: readonly Unit[], { first, last }: Phrase): Phrase | undefined {
  while (first <= last && units[first]!.kind === 'mark' && !/^[($[#@]$/.test(units[first]!.text)) first++
  while (last >= first && units[last]!.kind === 'mark' && !/^[)\]%]$/.test(units[last]!.text)) last--
  return last >= first ? { first, last } : undefined
}

export function build(
  units: readonly Unit[],
  content: Content,
  cue: Cue | undefined,
  group: number,
  sentence: number,
): Candidate {
  const fragments: Range[] = []
  let plain = 0
  let quoted = 0
  for (let at = content.first; at <= content.last; at++) {
    const unit = units[at]!
    if (unit.marked) {
      fragments.push(inner(unit))
      quoted += unit.letters
    } else if (unit.kind !== 'mark') plain += unit.letters
  }
  const direct = !content.lent && quoted > 0 && plain <= lentShare * (plain + quoted)
  // Beside words in marks "that" is the writer's: it goes when they are the whole, and when other words are lent too.
  const that = units[content.first]!
  const drop = content.last > content.first && quoted > 0 && that.lower === 'that' && (direct || plain > 4)
  const head = drop ? units[content.first + 1]! : that
  const tail = units[content.last]!
  const type = fragments.length === 0 ? 'indirect' : direct ? 'direct' : 'mixed'
  return {
    type,
    made: content,
    start: head.marked ? inner(head).start : head.start,
    end: tail.marked ? inner(tail).end : tail.end,
    fragments,
    rule: content.rule,
    group,
    sentence,
    confidence: content.confidence,
    ...(cue && { cue: { start: units[cue.first]!.start, end: units[cue.last]!.end } }),
    ...(cue?.subject && { speaker: span(units, cue.subject) }),
    ...(cue && circumstances(units, cue)),
    ...(cue?.kind === 'colon' && !direct && { doubtful: true }),
  }
}

/** Takes the sentence up to unit `last` into a candidate that ended before it. */
export function extend(units: readonly Unit[], candidate: Candidate, last: number) {
  const { type, start, end, fragments, made } = build(units, { ...candidate.made, last }, undefined, 0, 0)
  Object.assign(candidate, { type, start, end, fragments, made })
}

const inner = (unit: Unit): Range => unit.marked!
