import { cutsOf } from '../language'
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

const kinds = { space: 0, letter: 1, digit: 2, other: 3, complex: 4 } as const
const classOf = new Uint8Array(0x300).fill(kinds.other)
for (let code = 0; code < 0x300; code++) {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) classOf[code] = kinds.space
  else if (/[\p{L}_]/u.test(character)) classOf[code] = kinds.letter
  else if (/\p{Nd}/u.test(character)) classOf[code] = kinds.digit
  else if (/[\p{M}\p{Cf}\p{No}\p{Extended_Pictographic}]/u.test(character) && code > 0x7f) classOf[code] = kinds.complex
}
/** General punctuation that stands alone: dashes, quotation marks, bullets, ellipsis. */
const punctuationFrom = 0x2010
const punctuationTo = 0x2027
const otherSpace = /\s/
const wordLike = /[\p{L}\p{N}]/u
const joinsBackwards = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x300) return classOf[code]!
  if (code >= punctuationFrom && code <= punctuationTo) return kinds.other
  return otherSpace.test(text[at]!) ? kinds.space : kinds.complex
}

const apostrophe = 0x27
const underscore = 0x5f
const curlyApostrophe = 0x2019

/**
 * What stands inside a word or number without ending it: Unicode's word boundaries (UAX 29, rules WB6 to WB12) and the
 * colon and comma of times and figures.
 */
function joins(code: number, before: number, after: number): boolean {
  const letters = before === kinds.letter && after === kinds.letter
  const digits = before === kinds.digit && after === kinds.digit
  switch (code) {
    case apostrophe:
    case curlyApostrophe:
      return after === kinds.letter || after === kinds.digit
    case 0x2e: // .
    case 0x3a: // :
      return letters || digits
    case 0x2c: // ,
    case 0x3b: // ;
      return digits
    case 0xb7: // ·
      return letters
    default:
      return false
  }
}

const words = new Intl.Segmenter('en', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Boundaries inside a run that plain rules cannot read: where both a word and a grapheme end. */
function complexBoundaries(run: string): number[] {
  return cutsOf(run, words).filter((cut) => cut === run.length || endsGrapheme(run, cut))
}

// Longer than any grapheme that means something; the segmenter's time grows with what it is given.
const graphemeReach = 64

function endsGrapheme(run: string, cut: number): boolean {
  const from = Math.max(0, cut - graphemeReach)
  return graphemes.segment(run.slice(from, cut + graphemeReach)).containing(cut - from)!.index === cut - from
}

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
