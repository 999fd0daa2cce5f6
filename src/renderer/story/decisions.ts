import { wordsOf, type Utterance } from '@core/analysis'
import type { Decision, NotQuotationKind, Ruling } from '@core/annotations'
import { plainText, type Manuscript, type Range } from '@core/manuscript'
import type { Finding } from '@core/policy'
import type { Quotation } from '@core/quotations'
import type { OpenStory } from './store'

/** What each kind of words in marks that nobody said is called. */
export const notQuotationTitles: Record<NotQuotationKind, string> = {
  scare: 'Scare quotes',
  title: 'Title of a work',
  nickname: 'Nickname',
  motto: 'Motto or slogan',
  word: 'Word as a word',
  hypothetical: 'Hypothetical speech',
}

// What was decided since the story was opened, newest last: one entry a move, so that one undo takes back one move.
const moves = new WeakMap<OpenStory, string[][]>()

function remember(story: OpenStory, decisions: readonly Decision[]) {
  if (decisions.length > 0) moves.set(story, [...(moves.get(story) ?? []), decisions.map(({ id }) => id)])
}

/** The stretch a ruling on a quotation is anchored to: its words in marks, or the whole of an indirect one. */
export function anchorRange({ fragments, start, end }: Quotation): Range {
  const first = fragments[0]
  const last = fragments.at(-1)
  return first && last ? { start: first.start, end: last.end } : { start, end }
}

/**
 * Rules on an utterance: one decision for each different wording among its parts, which covers every appearance of those
 * words. `of` is the manuscript the utterance was found in.
 */
export function decideOn(
  story: OpenStory,
  of: Manuscript,
  utterance: Utterance,
  ruling: Ruling,
  reason?: string,
): Decision[] {
  const plain = plainText(of)
  const made: Decision[] = []
  const done = new Set<string>()
  for (const { quotation, speaker, check } of utterance.quotations) {
    const words = wordsOf(plain, quotation)
    if (done.has(words)) continue
    const range = story.rangeNow(of, anchorRange(quotation))
    if (!range) continue
    done.add(words)
    const source = check?.from[0]?.source
    made.push(
      story.decide(ruling, {
        range,
        ...(reason ? { reason } : {}),
        seen: {
          words,
          ...((speaker ?? utterance.speaker) ? { speaker: (speaker ?? utterance.speaker)! } : {}),
          ...(quotation.cue ? { cue: quotation.cue } : {}),
          ...(source ? { source } : {}),
        },
      }),
    )
  }
  remember(story, made)
  return made
}

/** Rules on a finding. A waiver and a wrong alarm need a reason. */
export function settle(
  story: OpenStory,
  finding: Finding,
  kind: 'waive' | 'acknowledge' | 'wrong-alarm',
  reason?: string,
): Decision {
  const { rule, cause } = finding
  const decision = story.decide({ kind, rule, cause }, reason ? { reason } : {})
  remember(story, [decision])
  return decision
}

/** Says that words in marks are a quotation, or (with `as`) that they are none. */
export function rule(
  story: OpenStory,
  of: Manuscript,
  range: Range,
  ruling: Ruling,
  reason?: string,
): Decision | undefined {
  const now = story.rangeNow(of, range)
  if (!now) return undefined
  const words = plainText(of).text.slice(range.start, range.end)
  const decision = story.decide(ruling, { range: now, seen: { words }, ...(reason ? { reason } : {}) })
  remember(story, [decision])
  return decision
}

/** Takes back the last move made here; false when there is none. */
export function undoLastMove(story: OpenStory): boolean {
  const list = moves.get(story) ?? []
  const last = list.at(-1)
  if (!last) return false
  moves.set(story, list.slice(0, -1))
  for (const id of last) story.revoke(id)
  return true
}
