import type { Decision } from '../annotations'
import type { StoryText } from '../manuscript'
import type { JudgedQuotation } from '../policy'
import type { QuoteCheck, SourceText } from '../provenance'
import type { Quotation } from '../quotations'
import { fallen, fallenWords, type Standing } from './fallen'
import { checkLinked } from './linked'
import { isFaithful } from './matched'
import { last, placesOf, touch, type Rulings } from './rulings'
import type { QuotationState, ReviewedQuotation } from './types'
import { inDisplay } from './utterances'
import { alike, wordsKey, wordsOf } from './words'

/** A quotation with the speaker that people and the finder give it, before anything is held against a source. */
export interface Ruled {
  quotation: Quotation
  words: string
  key: string
  /** The rulings on its words, newest last. */
  standing: readonly Decision[]
  speaker?: string
  /** Whether a person named the speaker, or the running text does for display text: the finder's doubt is settled. */
  set: boolean
}

/** Names the speaker of a quotation: set by a person, else found; under the name it was merged into or put right to. */
export function ruledSpeaker(story: StoryText, quotation: Quotation, rulings: Rulings): Ruled {
  const words = wordsOf(story, quotation)
  const key = wordsKey(words)
  const standing = rulings.on(key)
  const set = last(standing, 'speaker')?.ruling.speaker
  const name = set ?? quotation.speaker
  return {
    quotation,
    words,
    key,
    standing,
    set: set !== undefined,
    ...(name === undefined ? {} : { speaker: rulings.named(name) }),
  }
}

/**
 * Display text gives a president's words to his country: there the speaker is who says them in the running text, unless a
 * person set another (d16).
 */
export function asSpoken(story: StoryText, one: Ruled, speaker: string | undefined): Ruled {
  if (one.set || speaker === undefined || speaker === one.speaker || !inDisplay(story, one.quotation.start)) return one
  return { ...one, speaker, set: true }
}

/** The quotation as the source check should read it: said by the ruled speaker. */
export function asRuled({ quotation, speaker, set }: Ruled): Quotation {
  if (speaker === undefined || speaker === quotation.speaker) return quotation
  // The mention in the text is of somebody else when a person set another name.
  const { reference, speakerKind, ...rest } = quotation
  return set ? { ...rest, speaker } : { ...quotation, speaker }
}

/** What a review looks at beside the quotation. */
export interface Around {
  story: StoryText
  rulings: Rulings
  sources: readonly SourceText[]
  /** The speaker of the whole utterance: of its other places when this one names nobody. */
  speaker: string | undefined
}

/** The state of one place where a quotation stands, and what the rules read of it. */
export function review(
  ruled: Ruled,
  found: QuoteCheck | undefined,
  { story, rulings, sources, speaker: spoken }: Around,
): { one: JudgedQuotation; review: ReviewedQuotation } {
  const { quotation, words, key, speaker, set } = ruled
  const linked = last(ruled.standing, 'source')
  const passage = linked && sources.find(({ id }) => id === linked.ruling.source)
  const check = linked && passage ? checkLinked(story, quotation, found, passage, linked.ruling) : found
  const whose = speaker ?? spoken
  const { cue } = quotation
  const now: Standing = {
    words,
    key,
    ...(whose === undefined ? {} : { speaker: whose }),
    ...(cue === undefined ? {} : { cue }),
    ...(check === undefined ? {} : { check }),
  }
  const confirmed = last(ruled.standing, 'confirm', 'accept') ?? confirmedBefore(ruled, story, rulings)
  const fell =
    confirmed &&
    fallen(confirmed, now, {
      keyOf: wordsKey,
      named: rulings.named,
      isAttached: (id) => sources.some((source) => source.id === id),
      cueHere: placesOf(story.text, confirmed).find(({ anchor }) => touch(anchor, quotation))?.cue,
    })
  const checked = confirmed !== undefined && fell === undefined
  const state = stateOf({ checked, fell: fell !== undefined, speaker, whose, set, quotation, key, check })
  const changed = fell && fallenWords(fell)
  const shared = {
    ...(speaker === undefined ? {} : { speaker }),
    ...(check === undefined ? {} : { check }),
    ...(changed === undefined ? {} : { changed }),
  }
  const standing =
    confirmed && !ruled.standing.includes(confirmed) ? [...ruled.standing, confirmed] : [...ruled.standing]
  const vouched = linked !== undefined && check?.verdict === 'no-source'
  return {
    one: { quotation, key, checked: checked || vouched, ...shared },
    review: { quotation, state, decisions: standing, ...shared, ...(fell ? { fallen: fell } : {}) },
  }
}

/**
 * The last confirmation given on other words at this place: its anchor followed the edit, the words did not stay. Where
 * the whole was written anew no anchor followed; then it is the one whose lost words are nearly these.
 */
function confirmedBefore({ quotation, words, key }: Ruled, story: StoryText, rulings: Rulings): Decision | undefined {
  if (quotation.type === 'indirect') return undefined
  const here = rulings.confirmed.findLast((decision) =>
    placesOf(story.text, decision).some(({ anchor }) => touch(anchor, quotation)),
  )
  if (here) return here
  return rulings.confirmed.findLast(
    ({ seen, orphan }) => orphan && seen !== undefined && wordsKey(seen.words) !== key && alike(seen.words, words),
  )
}

// Below this the finder itself doubts the speaker; half is where its candidates stand equal.
const doubtful = 0.5

function stateOf(given: {
  checked: boolean
  fell: boolean
  speaker: string | undefined
  whose: string | undefined
  set: boolean
  quotation: Quotation
  key: string
  check: QuoteCheck | undefined
}): QuotationState {
  const { checked, fell, speaker, whose, set, quotation, key, check } = given
  if (fell) return 'check-again'
  if (checked) return 'checked'
  if (check?.verdict === 'differs') return 'altered'
  if (whose === undefined && !quotation.floating) return 'open'
  // A speaker found here may be doubtful; one that a person set, or that another place of the same words has, is not.
  if (speaker !== undefined && !set && quotation.confidence < doubtful) return 'open'
  return isFaithful(check, key) ? 'matched' : 'attributed'
}
