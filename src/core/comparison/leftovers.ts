import { longestCommon } from './lcs'
import type { SentenceLink } from './sentence-links'
import { leftoverCells, leftoverPairs } from './weights'

/**
 * Pairs of sentences without an answer that stand between the same answered ones. `stayed` is in order on both sides.
 * Stretches too long to compare each with each are rewritten passages and are left alone.
 */
export function leftoverPairsOf(stayed: readonly SentenceLink[], count: number, newCount: number): SentenceLink[] {
  const found: SentenceLink[] = []
  let old = 0
  let fresh = 0
  for (const next of [...stayed, { old: count, new: newCount }]) {
    if ((next.old - old) * (next.new - fresh) <= leftoverPairs)
      for (let a = old; a < next.old; a++) for (let b = fresh; b < next.new; b++) found.push({ old: a, new: b })
    old = Math.max(old, next.old + 1)
    fresh = Math.max(fresh, next.new + 1)
  }
  return found
}

/** How much of the worth of two sentences' words is common to both, in order. Endless sentences are not compared. */
export function commonWorth(old: Int32Array, fresh: Int32Array, weight: (id: number) => number): number {
  if (old.length * fresh.length > leftoverCells) return 0
  let shared = 0
  longestCommon(old, fresh, (at) => (shared += weight(old[at]!)))
  return shared
}
