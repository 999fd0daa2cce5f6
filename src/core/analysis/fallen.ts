import type { Decision } from '../annotations'
import type { QuoteCheck } from '../provenance'
import { isFaithful } from './matched'
import type { Fallen } from './types'

/** A quotation as it stands now, beside what was seen when it was checked. */
export interface Standing {
  words: string
  key: string
  /** The speaker of its utterance, after rulings on names. */
  speaker?: string
  cue?: string
  check?: QuoteCheck
}

/** What words and names are compared with. */
export interface Since {
  keyOf: (words: string) => string
  named: (name: string) => string
  isAttached: (source: string) => boolean
  /** The cue that was seen at this very place, when the confirmation was given on it. */
  cueHere: string | undefined
}

/**
 * What changed since a quotation was checked (Q-22 as d16 amends it): its words after V-1 and V-7, its speaker, its cue or
 * its source. Undefined when the confirmation still holds.
 */
export function fallen(decision: Decision, now: Standing, since: Since): Fallen | undefined {
  const { seen } = decision
  if (!seen) return undefined
  if (since.keyOf(seen.words) !== now.key) return { what: 'words', was: seen.words, is: now.words, decision }
  const was = seen.speaker === undefined ? undefined : since.named(seen.speaker)
  if (was !== undefined && (now.speaker === undefined || !sameName(was, now.speaker)))
    return { what: 'speaker', was, ...(now.speaker === undefined ? {} : { is: now.speaker }), decision }
  const { cueHere } = since
  if (cueHere !== undefined && (now.cue === undefined || !sameCue(cueHere, now.cue)))
    return { what: 'cue', was: cueHere, ...(now.cue === undefined ? {} : { is: now.cue }), decision }
  return sourceFallen(decision, now, since)
}

function sourceFallen(decision: Decision, { check, key }: Standing, { isAttached }: Since): Fallen | undefined {
  const { source, verdict } = decision.seen!
  // Other copy with the very words will do: a later version of the same item, say.
  if (isFaithful(check, key) || (check?.verdict === 'marked' && verdict === 'marked')) return undefined
  const is = check?.from[0]?.source
  if (source !== undefined && !isAttached(source))
    return { what: 'source', was: source, ...(is === undefined ? {} : { is }), decision }
  // The same source cannot come to differ: sources are kept unchanged. Another one can.
  if (check?.verdict === 'differs' && is !== undefined && is !== source && verdict !== 'differs')
    return { what: 'source', ...(source === undefined ? {} : { was: source }), is, decision }
  return undefined
}

/** What fell, in words that go on from "it was checked and has changed since:". */
export function fallenWords({ what, was, is }: Fallen): string {
  if (what === 'words') return `the words were “${was}”`
  if (what === 'speaker') return is === undefined ? `the speaker ${was} is gone` : `the speaker was ${was}`
  if (what === 'cue') return is === undefined ? `the cue “${was}” is gone` : `the cue was “${was}”`
  if (is === undefined) return 'the source it was checked against is no longer attached'
  return 'a source that is attached since has other words'
}

const fold = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}'’]+/u)
    .filter(Boolean)

/** "Marand" and "Ilse Marand" are one name: all words of the shorter stand in the longer. */
function sameName(one: string, other: string): boolean {
  const [short, long] = byLength(fold(one), fold(other))
  return short.every((word) => long.includes(word))
}

const denials = /^(?:not|never|no|denied|refused|declined|didn['’]t|hasn['’]t|doesn['’]t|won['’]t)$/

/** "said" and "has said" are one cue, "said" and "never said" are two. */
function sameCue(one: string, other: string): boolean {
  const [short, long] = byLength(fold(one), fold(other))
  if (short.length === 0) return long.length === 0
  return short.every((word) => long.includes(word)) && !long.some((word) => denials.test(word) && !short.includes(word))
}

const byLength = (one: string[], other: string[]): [string[], string[]] =>
  one.length <= other.length ? [one, other] : [other, one]
