/** A pair of sentences as one number. */
export const keyBase = 0x2000000
export const keyOf = (old: number, fresh: number) => old * keyBase + fresh

/** Words that pairs of sentences have in common. Most share with one other only, and those stand together. */
export class Shares {
  #counts = new Map<number, number>()
  #key = -1
  #count = 0

  add(old: number, fresh: number, weight: number) {
    const key = keyOf(old, fresh)
    if (key !== this.#key) {
      this.#flush()
      this.#key = key
    }
    this.#count += weight
  }

  counts(): ReadonlyMap<number, number> {
    this.#flush()
    return this.#counts
  }

  #flush() {
    if (this.#count > 0) this.#counts.set(this.#key, (this.#counts.get(this.#key) ?? 0) + this.#count)
    this.#count = 0
  }
}
