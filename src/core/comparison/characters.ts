import { cutsOf } from '../language'

/** What a character is to the reader of tokens; `complex` is what only the segmenter can read. */
export const kinds = { space: 0, letter: 1, digit: 2, other: 3, complex: 4 } as const
/** The kinds of the characters below U+0300, by code. */
export const classOf = new Uint8Array(0x300).fill(kinds.other)
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
/** What belongs to the character before it, whatever that is. */
export const joinsBackwards = /^(?:\p{M}|\u200d|\p{Emoji_Modifier})/u

/** The kind of the character at a place. */
export function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code < 0x300) return classOf[code]!
  if (code >= punctuationFrom && code <= punctuationTo) return kinds.other
  return otherSpace.test(text[at]!) ? kinds.space : kinds.complex
}

const apostrophe = 0x27
const curlyApostrophe = 0x2019

/**
 * What stands inside a word or number without ending it: Unicode's word boundaries (UAX 29, rules WB6 to WB12) and the
 * colon and comma of times and figures.
 */
export function joins(code: number, before: number, after: number): boolean {
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
export function complexBoundaries(run: string): number[] {
  return cutsOf(run, words).filter((cut) => cut === run.length || endsGrapheme(run, cut))
}

// Longer than any grapheme that means something; the segmenter's time grows with what it is given.
const graphemeReach = 64

function endsGrapheme(run: string, cut: number): boolean {
  const from = Math.max(0, cut - graphemeReach)
  return graphemes.segment(run.slice(from, cut + graphemeReach)).containing(cut - from)!.index === cut - from
}
