import { classAt, classOf, complexBoundaries, joins, joinsBackwards, kinds } from './characters'
import { contentLength } from './weights'

/** The tokens of a run of text: words, numbers and single marks, each as an interned number. White space lies between. */
export interface Tokens {
  count: number
  /** UTF-16 offsets into the text that was read. */
  start: Int32Array
  end: Int32Array
  /** Equal numbers mean equal strings, across everything read by one `Lexicon`. */
  id: Int32Array
}

const underscore = 0x5f
const wordLike = /[\p{L}\p{N}]/u

/** What a token is to the aligner. */
export const tokenKinds = { mark: 0, short: 1, content: 2 } as const

/** Gives equal strings equal numbers, without making the strings. */
export class Lexicon {
  #slots = new Int32Array(1 << 12)
  #hashes = new Int32Array(1 << 11)
  #kinds = new Uint8Array(1 << 11)
  #texts: string[] = ['']
  #from: number[] = [0]
  #to: number[] = [0]

  /** How many different tokens were seen; ids run from 1 to here. */
  get size(): number {
    return this.#texts.length - 1
  }

  /** By id, a number that depends on the token's text alone. */
  get hashes(): Int32Array {
    return this.#hashes
  }

  /** By id, of `tokenKinds`: words and numbers long and short, and punctuation and symbols. */
  get kinds(): Uint8Array {
    return this.#kinds
  }

  textOf(id: number): string {
    return this.#texts[id]!.slice(this.#from[id], this.#to[id])
  }

  intern(text: string, from: number, to: number, hash: number): number {
    let mask = this.#slots.length - 1
    let slot = (hash ^ (hash >>> 15)) & mask
    for (let id = this.#slots[slot]!; id !== 0; id = this.#slots[slot]!) {
      if (this.#hashes[id] === hash && this.#same(id, text, from, to)) return id
      slot = (slot + 1) & mask
    }
    const id = this.#texts.length
    if (id === this.#hashes.length) {
      this.#hashes = grown(this.#hashes, new Int32Array(id * 2))
      this.#kinds = grown(this.#kinds, new Uint8Array(id * 2))
    }
    this.#hashes[id] = hash
    this.#kinds[id] = kindOf(text, from, to)
    this.#texts.push(text)
    this.#from.push(from)
    this.#to.push(to)
    this.#slots[slot] = id
    if (id * 2 > this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length * 4)
      mask = this.#slots.length - 1
      for (let each = 1; each <= id; each++) {
        const known = this.#hashes[each]!
        let free = (known ^ (known >>> 15)) & mask
        while (this.#slots[free] !== 0) free = (free + 1) & mask
        this.#slots[free] = each
      }
    }
    return id
  }

  #same(id: number, text: string, from: number, to: number): boolean {
    const start = this.#from[id]!
    if (this.#to[id]! - start !== to - from) return false
    const known = this.#texts[id]!
    for (let at = from; at < to; at++) if (known.charCodeAt(start + at - from) !== text.charCodeAt(at)) return false
    return true
  }

  /**
   * Reads `text`. No token begins or ends inside a word or grapheme (`Intl.Segmenter`): plain text is read by table,
   * anything with joined or combining characters by the segmenter, run by run.
   */
  read(text: string): Tokens {
    const starts: number[] = []
    const ends: number[] = []
    const ids: number[] = []
    const to = text.length
    let at = 0
    while (at < to) {
      const code = text.charCodeAt(at)
      const kind = code < 0x300 ? classOf[code]! : classAt(text, at)
      if (kind === kinds.space) {
        at++
        continue
      }
      let hash = hashed(0, code)
      let end = at + 1
      let next: number = kinds.space
      if (kind === kinds.letter || kind === kinds.digit) {
        let before: number = kind
        while (end < to) {
          const here = text.charCodeAt(end)
          next = here < 0x300 ? classOf[here]! : classAt(text, end)
          if (next === kinds.letter || next === kinds.digit) {
            before = next
            hash = hashed(hash, here)
            end++
          } else if (next === kinds.other && end + 1 < to) {
            const after = classAt(text, end + 1)
            // Whether it joins a letter that the table does not know is for the segmenter to say.
            if (after === kinds.complex && (joins(here, before, kinds.letter) || joins(here, before, kinds.digit))) {
              next = kinds.complex
              break
            }
            if ((after !== kinds.letter && after !== kinds.digit) || !joins(here, before, after)) break
            before = after
            hash = hashed(hashed(hash, here), text.charCodeAt(end + 1))
            end += 2
          } else break
        }
      } else if (end < to) next = classAt(text, end)
      if (kind === kinds.complex || (end < to && next === kinds.complex)) {
        at = this.#readRun(text, at, end, starts, ends, ids)
        continue
      }
      starts.push(at)
      ends.push(end)
      ids.push(this.intern(text, at, end, hash))
      at = end
    }
    return { count: ids.length, start: Int32Array.from(starts), end: Int32Array.from(ends), id: Int32Array.from(ids) }
  }

  /** Reads from a token on to the next space by the segmenter; answers where it ends. */
  #readRun(text: string, at: number, end: number, starts: number[], ends: number[], ids: number[]): number {
    const start = at > 0 && text[at - 1] === ' ' && joinsBackwards.test(text.slice(at, at + 2)) ? at - 1 : at
    let stop = end
    while (stop < text.length && classAt(text, stop) !== kinds.space) stop++
    // A space that carries a combining mark belongs to the run.
    while (stop + 1 < text.length && text[stop] === ' ' && joinsBackwards.test(text.slice(stop + 1, stop + 3))) {
      stop++
      while (stop < text.length && classAt(text, stop) !== kinds.space) stop++
    }
    let piece = start
    for (const boundary of complexBoundaries(text.slice(start, stop))) {
      const pieceEnd = start + boundary
      if (text.slice(piece, pieceEnd).trim() !== '') {
        let hash = 0
        for (let place = piece; place < pieceEnd; place++) hash = hashed(hash, text.charCodeAt(place))
        starts.push(piece)
        ends.push(pieceEnd)
        ids.push(this.intern(text, piece, pieceEnd, hash))
      }
      piece = pieceEnd
    }
    return stop
  }
}

const hashed = (hash: number, code: number) => (Math.imul(hash ^ code, 0x5bd1e995) + 1) | 0

function grown<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}

function kindOf(text: string, from: number, to: number): number {
  const code = text.charCodeAt(from)
  const kind = code < 0x300 ? classOf[code]! : kinds.complex
  const plain = (kind === kinds.letter && code !== underscore) || kind === kinds.digit
  const word = plain || (kind !== kinds.other && wordLike.test(text.slice(from, to)))
  if (!word) return tokenKinds.mark
  return to - from < contentLength ? tokenKinds.short : tokenKinds.content
}
