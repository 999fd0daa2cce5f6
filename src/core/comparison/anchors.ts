import type { Run } from './chain'
import { spillLength } from './weights'

const none = -1
const many = -2

/** Where sentences begin: the sentence of each token, on both sides. */
export interface Sentences {
  old: Int32Array
  new: Int32Array
}

/**
 * Sequences of `length` tokens that occur exactly once in each list, joined where they overlap and stretched over equal
 * neighbours that are free. `oldTaken` and `newTaken` (0 is free) are honoured and filled in. With `sentences`, a run does
 * not reach into another sentence by a token or two: the stop before it and the "The" after it belong to what stands there.
 */
export function uniqueRuns(
  old: Int32Array,
  fresh: Int32Array,
  length: number,
  oldTaken: Uint8Array,
  newTaken: Uint8Array,
  sentences?: Sentences,
): Run[] {
  let size = 64
  while (size < (old.length + fresh.length) * 2) size *= 2
  const mask = size - 1
  const keys = new Int32Array(size)
  const oldAt = new Int32Array(size).fill(none)
  const newAt = new Int32Array(size).fill(none)
  const used = new Uint8Array(size)
  const slotOf = (list: Int32Array, at: number): number => {
    let hash = 0x9e3779b1 | 0
    for (let step = 0; step < length; step++) {
      hash = Math.imul(hash ^ list[at + step]!, 0x85ebca6b)
      hash ^= hash >>> 13
    }
    let slot = (hash ^ (hash >>> 16)) & mask
    while (used[slot] && keys[slot] !== hash) slot = (slot + 1) & mask
    used[slot] = 1
    keys[slot] = hash
    return slot
  }
  enter(old, oldTaken, oldAt)
  enter(fresh, newTaken, newAt)
  function enter(list: Int32Array, taken: Uint8Array, places: Int32Array) {
    let free = 0
    for (let end = 0; end < list.length; end++) {
      free = taken[end] ? 0 : free + 1
      if (free < length) continue
      const at = end - length + 1
      const slot = slotOf(list, at)
      places[slot] = places[slot] === none ? at : many
    }
  }
  const candidates: Run[] = []
  for (let slot = 0; slot < size; slot++)
    if (oldAt[slot]! >= 0 && newAt[slot]! >= 0) candidates.push({ old: oldAt[slot]!, new: newAt[slot]!, length })
  candidates.sort((a, b) => a.old - b.old)
  const runs: Run[] = []
  for (const candidate of candidates) {
    let { old: from, new: to } = candidate
    let same = true
    for (let step = 0; step < length; step++)
      if (old[from + step] !== fresh[to + step] || oldTaken[from + step] || newTaken[to + step]) same = false
    if (!same) continue
    let end = from + length
    while (from > 0 && to > 0 && !oldTaken[from - 1] && !newTaken[to - 1] && old[from - 1] === fresh[to - 1]) {
      from--
      to--
    }
    let newEnd = to + end - from
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
    if (sentences) {
      const head = spill(sentences, from, to, end - from, 1)
      const tail = spill(sentences, end - 1, newEnd - 1, end - from - head, -1)
      from += head
      to += head
      end -= tail
      newEnd -= tail
      if (end <= from) continue
    }
    oldTaken.fill(1, from, end)
    newTaken.fill(1, to, newEnd)
    runs.push({ old: from, new: to, length: end - from })
  }
  return runs
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
