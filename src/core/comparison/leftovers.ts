import type { SentenceLink } from './sentence-links'
import type { Lexicon } from './tokens'
import { leftoverPairs, leftoverWords } from './weights'

/** Sentences without an answer that stand between the same answered ones: ranges of sentences of either side. */
export interface Place {
  old: readonly [number, number]
  new: readonly [number, number]
  /** How many pairs there are to choose from. */
  pairs: number
}

/**
 * The places that have such sentences on both sides. `stayed` is in order on both sides. Places with too many to compare
 * each with each are rewritten passages and are left alone.
 */
export function leftoverPlaces(stayed: readonly SentenceLink[], count: number, newCount: number): Place[] {
  const places: Place[] = []
  let old = 0
  let fresh = 0
  for (const next of [...stayed, { old: count, new: newCount }]) {
    const pairs = Math.max(0, next.old - old) * Math.max(0, next.new - fresh)
    if (pairs > 0 && pairs <= leftoverPairs) places.push({ old: [old, next.old], new: [fresh, next.new], pairs })
    old = Math.max(old, next.old + 1)
    fresh = Math.max(fresh, next.new + 1)
  }
  return places
}

/** How much of the worth of two sentences' words is common to both, in any order and case. */
export function commonWorth(
  old: ReadonlyMap<number, number>,
  fresh: ReadonlyMap<number, number>,
  weight: (word: number) => number,
): number {
  let shared = 0
  for (const [word, times] of old) {
    const others = fresh.get(word)
    if (others) shared += weight(word) * Math.min(times, others)
  }
  return shared
}

/** Counts the words of a sentence, whatever their case. Endless sentences have none: they are not compared. */
export class WordCounts {
  #folded = new Map<string, number>()
  #ids = new Map<number, number>()

  #lexicon: Lexicon

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon
  }

  of(ids: Int32Array): ReadonlyMap<number, number> {
    const counts = new Map<number, number>()
    if (ids.length > leftoverWords) return counts
    for (const id of ids) {
      const word = this.#fold(id)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    return counts
  }

  /** The first seen of the tokens that differ in nothing but case. */
  #fold(id: number): number {
    let word = this.#ids.get(id)
    if (word !== undefined) return word
    const text = this.#lexicon.textOf(id).toLowerCase()
    word = this.#folded.get(text) ?? id
    this.#folded.set(text, word)
    this.#ids.set(id, word)
    return word
  }
}
