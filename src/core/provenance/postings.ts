/*
 * Where things stand, kept in flat arrays: `head` gives the first place of a thing, `next` the place after a place, -1 the
 * end. Places come in ascending order. A map of lists would say the same and cost ten times as much to build.
 */

/** The places of things that are numbered from 0. */
export interface Postings {
  head: Int32Array
  next: Int32Array
  /** How many places each thing has. */
  counts: Int32Array
}

/** Places by id; those with a negative id are left out. */
export function postingsOf(ids: Int32Array, size: number): Postings {
  const head = new Int32Array(size).fill(-1)
  const next = new Int32Array(ids.length).fill(-1)
  const counts = new Int32Array(size)
  for (let place = ids.length - 1; place >= 0; place--) {
    const id = ids[place]!
    if (id < 0) continue
    next[place] = head[id]!
    head[id] = place
    counts[id]!++
  }
  return { head, next, counts }
}

/** The places of pairs of neighbours; a pair stands where its first does. */
export interface PairPostings {
  next: Int32Array
  /** By the number that `find` gives a pair: its first place, and how many places it has. */
  head: Int32Array
  counts: Int32Array
  /** The number of a pair; -1 when it stands nowhere. */
  find(a: number, b: number): number
  /** The first place of a pair; -1 when it stands nowhere. */
  first(a: number, b: number): number
  /** How many places it has. */
  count(a: number, b: number): number
}

const loadFactor = 2

/** Every pair of neighbours in `ids` that `joined` lets be one: it is asked with the place of the second. */
export function pairPostings(ids: Int32Array, joined: (second: number) => boolean): PairPostings {
  let size = 16
  while (size < ids.length * loadFactor) size *= 2
  const mask = size - 1
  const firsts = new Int32Array(size).fill(-1)
  const seconds = new Int32Array(size)
  const head = new Int32Array(size)
  const counts = new Int32Array(size)
  const next = new Int32Array(ids.length).fill(-1)
  const slotOf = (a: number, b: number) => {
    let slot = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b)
    slot = (slot ^ (slot >>> 15)) & mask
    while (firsts[slot] !== -1 && (firsts[slot] !== a || seconds[slot] !== b)) slot = (slot + 1) & mask
    return slot
  }
  for (let place = ids.length - 2; place >= 0; place--) {
    if (!joined(place + 1)) continue
    const a = ids[place]!
    const b = ids[place + 1]!
    const slot = slotOf(a, b)
    if (firsts[slot] === -1) {
      firsts[slot] = a
      seconds[slot] = b
      head[slot] = -1
    }
    next[place] = head[slot]!
    head[slot] = place
    counts[slot]!++
  }
  const find = (a: number, b: number) => {
    if (a < 0 || b < 0) return -1
    const slot = slotOf(a, b)
    return firsts[slot] === -1 ? -1 : slot
  }
  return {
    next,
    head,
    counts,
    find,
    first(a, b) {
      const slot = find(a, b)
      return slot < 0 ? -1 : head[slot]!
    },
    count(a, b) {
      const slot = find(a, b)
      return slot < 0 ? 0 : counts[slot]!
    },
  }
}
