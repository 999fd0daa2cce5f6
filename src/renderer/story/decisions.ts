import { wordsKey, wordsOf, type Utterance } from '@core/analysis'
import type { Decision, NotQuotationKind, Ruling } from '@core/annotations'
import { plainText, type Manuscript, type Range } from '@core/manuscript'
import type { Finding } from '@core/policy'
import type { Quotation } from '@core/quotations'
import type { Decided, OpenStory } from './store'

/** What each kind of words in marks that nobody said is called. */
export const notQuotationTitles: Record<NotQuotationKind, string> = {
  scare: 'Scare quotes',
  title: 'Title of a work',
  nickname: 'Nickname',
  motto: 'Motto or slogan',
  word: 'Word as a word',
  hypothetical: 'Hypothetical speech',
}

/** One thing a person did: the decisions it made, and the quotation it was done on. */
interface Move {
  decisions: readonly string[]
  on: string | undefined
}

// What was decided since the story was opened, newest last, so that one undo takes back one move.
const moves = new WeakMap<OpenStory, readonly Move[]>()

function remember(story: OpenStory, decisions: readonly Decision[], on?: string) {
  if (decisions.length > 0)
    moves.set(story, [...(moves.get(story) ?? []), { decisions: decisions.map(({ id }) => id), on }])
}

/** The stretch a ruling on a quotation is anchored to: its words in marks, or the whole of an indirect one. */
export function anchorRange({ fragments, start, end }: Quotation): Range {
  const first = fragments[0]
  const last = fragments.at(-1)
  return first && last ? { start: first.start, end: last.end } : { start, end }
}

/**
 * Rules on an utterance: one decision for each different wording among its parts, anchored at every place where the
 * wording stands. `of` is the manuscript the utterance was found in.
 */
export function decideOn(
  story: OpenStory,
  of: Manuscript,
  utterance: Utterance,
  ruling: Ruling,
  reason?: string,
): Decision[] {
  const made = ruleOn(story, of, utterance, ruling, new Date().toISOString(), reason)
  remember(story, made, utterance.key)
  return made
}

/** Accepts matched utterances together: one move, recorded on each as accepted with others. */
export function acceptTogether(story: OpenStory, of: Manuscript, utterances: readonly Utterance[]): void {
  const at = new Date().toISOString()
  remember(
    story,
    utterances.flatMap((utterance) => ruleOn(story, of, utterance, { kind: 'accept' }, at)),
    utterances[0]?.key,
  )
}

function ruleOn(
  story: OpenStory,
  of: Manuscript,
  utterance: Utterance,
  ruling: Ruling,
  at: string,
  reason?: string,
): Decision[] {
  const plain = plainText(of)
  const wordings = new Map<string, Decided & { places: { range: Range; cue?: string }[] }>()
  for (const { quotation, speaker = utterance.speaker, check } of utterance.quotations) {
    const range = story.rangeNow(of, anchorRange(quotation))
    if (!range) continue
    const { cue } = quotation
    const place = { range, ...(cue ? { cue } : {}) }
    const words = wordsOf(plain, quotation)
    const known = wordings.get(wordsKey(words))
    if (known) {
      known.places.push(place)
      continue
    }
    const source = check?.from[0]?.source
    wordings.set(wordsKey(words), {
      places: [place],
      at,
      ...(reason ? { reason } : {}),
      seen: {
        words,
        ...(speaker ? { speaker } : {}),
        ...(cue ? { cue } : {}),
        ...(source ? { source } : {}),
        ...(check ? { verdict: check.verdict } : {}),
      },
    })
  }
  return [...wordings.values()].map((on) => story.decide(ruling, on))
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

/** Says that words in marks are a quotation, at each of these places of them. */
export function makeQuotation(story: OpenStory, of: Manuscript, places: readonly Range[]): Decision | undefined {
  const ranges = places.flatMap((range) => story.rangeNow(of, range) ?? [])
  const [first] = places
  if (!first || ranges.length === 0) return undefined
  const words = plainText(of).text.slice(first.start, first.end)
  const decision = story.decide(
    { kind: 'is-a-quotation' },
    { places: ranges.map((range) => ({ range })), seen: { words } },
  )
  remember(story, [decision], wordsKey(words))
  return decision
}

/** Says what a speaker is called in the whole story: merges two names, puts one right, gives a title. */
export function nameSpeaker(story: OpenStory, from: string, to: string, title: string | undefined): void {
  remember(story, [story.decide({ kind: 'speaker-name', from, to, ...(title === undefined ? {} : { title }) })])
}

/** Takes back one ruling with those that were made in the same move. */
export function takeBack(story: OpenStory, { by, at, ruling }: Decision): void {
  for (const one of story.now().decisions) {
    if (!one.revoked && one.by === by && one.at === at && one.ruling.kind === ruling.kind) story.revoke(one.id)
  }
}

/** Takes back the last move made here, and tells the quotation it was on; undefined when there is none. */
export function undoLastMove(story: OpenStory): { on: string | undefined } | undefined {
  const list = moves.get(story) ?? []
  const revoked = new Set(
    story
      .now()
      .decisions.filter(({ revoked }) => revoked)
      .map(({ id }) => id),
  )
  // What was taken back one by one is no move any more.
  const at = list.findLastIndex(({ decisions }) => decisions.some((id) => !revoked.has(id)))
  moves.set(story, list.slice(0, Math.max(0, at)))
  const last = list[at]
  if (!last) return undefined
  for (const id of last.decisions) if (!revoked.has(id)) story.revoke(id)
  return { on: last.on }
}
