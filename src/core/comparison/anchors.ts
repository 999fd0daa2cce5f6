import type { Run } from './chain'
import { spillLength } from './weights'

/** The sentence of each token, on both sides. */
export interface Sentences {
  old: Int32Array
  new: Int32Array
}

/** A table from sequences of tokens to the one place where each stands in either list: 0 none, -1 several, else place + 1. */
interface Places {
  mask: number
  keys: Int32Array
  old: Int32Array
  new: Int32Array
}

/**
 * Sequences of `length` tokens that occur exactly once in each list, joined where they overlap and stretched over equal
 * neighbours that are free. `hashes` are by token. `oldTaken` and `newTaken` (0 is free) are honoured and filled in. With
 * `sentences`, a run does not reach into another sentence by a token or two: the stop before it and the "The" after it
 * belong to what stands there.
 */
export function uniqueRuns(
  old: Int32Array,
  fresh: Int32Array,
  length: number,
  hashes: Int32Array,
  oldTaken = new Uint8Array(old.length),
  newTaken = new Uint8Array(fresh.length),
  sentences?: Sentences,
): Run[] {
  let size = 64
  while (size < (freeIn(oldTaken) + freeIn(newTaken)) * 2) size *= 2
  const places: Places = {
    mask: size - 1,
    keys: new Int32Array(size),
    old: new Int32Array(size),
    new: new Int32Array(size),
  }
  const slots = new Int32Array(old.length).fill(-1)
  enter(old, oldTaken, length, hashes, places, places.old, slots)
  enter(fresh, newTaken, length, hashes, places, places.new)
  const runs: Run[] = []
  for (let place = 0; place < old.length; place++) {
    const slot = slots[place]!
    if (slot < 0 || oldTaken[place] || places.old[slot]! < 0 || places.new[slot]! <= 0) continue
    const run = stretched(place, places.new[slot]! - 1, length, old, fresh, oldTaken, newTaken)
    if (!run) continue
    if (sentences) withoutSpill(run, sentences)
    oldTaken.fill(1, run.old, run.old + run.length)
    newTaken.fill(1, run.new, run.new + run.length)
    runs.push(run)
  }
  return runs
}

function freeIn(taken: Uint8Array): number {
  let free = 0
  for (let at = 0; at < taken.length; at++) free += 1 - taken[at]!
  return free
}

// A polynomial in the tokens' hashes, so that the next sequence's follows from this one's (Karp and Rabin, 1987).
const base = 0x01000193

function enter(
  list: Int32Array,
  taken: Uint8Array,
  length: number,
  hashes: Int32Array,
  { mask, keys, old, new: fresh }: Places,
  into: Int32Array,
  slots?: Int32Array,
) {
  let leaving = 1
  for (let step = 1; step < length; step++) leaving = Math.imul(leaving, base)
  let free = 0
  let rolling = 0
  for (let end = 0; end < list.length; end++) {
    if (taken[end]) {
      free = rolling = 0
      continue
    }
    if (++free > length) rolling = (rolling - Math.imul(hashes[list[end - length]!]!, leaving)) | 0
    rolling = (Math.imul(rolling, base) + hashes[list[end]!]!) | 0
    if (free < length) continue
    let slot = Math.imul(rolling ^ (rolling >>> 15), 0x2c1b3c6d) & mask
    while ((old[slot] !== 0 || fresh[slot] !== 0) && keys[slot] !== rolling) slot = (slot + 1) & mask
    keys[slot] = rolling
    into[slot] = into[slot] === 0 ? end - length + 2 : -1
    if (slots) slots[end - length + 1] = slot
  }
}

/** A sequence with its free, equal neighbours; `undefined` when it is not equal after all, or taken by now. */
function stretched(
  from: number,
  to: number,
  length: number,
  old: Int32Array,
  fresh: Int32Array,
  oldTaken: Uint8Array,
  newTaken: Uint8Array,
): Run | undefined {
  for (let step = 0; step < length; step++)
    if (old[from + step] !== fresh[to + step] || oldTaken[from + step] || newTaken[to + step]) return undefined
  let end = from + length
  let newEnd = to + length
  while (from > 0 && to > 0 && !oldTaken[from - 1] && !newTaken[to - 1] && old[from - 1] === fresh[to - 1]) {
    from--
    to--
  }
  while (
    end < old.length &&
    newEnd < fresh.length &&
    !oldTaken[end] &&
    !newTaken[newEnd] &&
    old[end] === fresh[newEnd]
  ) {
    end++
    newEnd++
  }
  return { old: from, new: to, length: end - from }
}

function withoutSpill(run: Run, sentences: Sentences) {
  const head = spill(sentences, run.old, run.new, run.length, 1)
  run.old += head
  run.new += head
  run.length -= head
  run.length -= spill(sentences, run.old + run.length - 1, run.new + run.length - 1, run.length, -1)
}

/** How many tokens at an end of a run belong to a sentence of which the run has too little to speak for it. */
function spill({ old, new: fresh }: Sentences, at: number, newAt: number, length: number, step: 1 | -1): number {
  for (let count = 1; count <= spillLength && count < length; count++) {
    const inside = at + count * step
    const newInside = newAt + count * step
    if (old[inside] === old[at] && fresh[newInside] === fresh[newAt]) continue
    const whole = old[at - step] !== old[at] && fresh[newAt - step] !== fresh[newAt]
    return whole ? 0 : count
  }
  return 0
}
