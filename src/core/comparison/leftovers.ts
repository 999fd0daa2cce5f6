import type { SentenceLink } from './sentence-links'
import type { Lexicon } from './tokens'
import { leftoverPairs, leftoverWords } from './weights'

/** Two sentences without an answer, and how many such pairs their place has. */
export interface Leftover extends SentenceLink {
  choices: number
}

/**
 * Pairs of sentences without an answer that stand between the same answered ones. `stayed` is in order on both sides.
 * Stretches too long to compare each with each are rewritten passages and are left alone.
 */
export function leftoverPairsOf(stayed: readonly SentenceLink[], count: number, newCount: number): Leftover[] {
  const found: Leftover[] = []
  let old = 0
  let fresh = 0
  for (const next of [...stayed, { old: count, new: newCount }]) {
    const choices = (next.old - old) * (next.new - fresh)
    if (choices <= leftoverPairs)
      for (let a = old; a < next.old; a++)
        for (let b = fresh; b < next.new; b++) found.push({ old: a, new: b, choices })
    old = Math.max(old, next.old + 1)
    fresh = Math.max(fresh, next.new + 1)
  }
  return found
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
