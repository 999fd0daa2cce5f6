import type { Range } from '../manuscript'

export type TokenKind = 'word' | 'number' | 'mark'

/** A word, a number or one punctuation mark. Spaces lie between tokens. */
export interface Token extends Range {
  kind: TokenKind
  text: string
}

/*
 * Words keep inner apostrophes, hyphens and the dots of initials; numbers keep their separators, a percent sign and the
 * endings of "1st" and "1990s". `tokenPattern` says it in full; the scanner below does the same for what news copy is
 * mostly made of, ASCII letters and digits, and asks the pattern for the rest.
 */
export const tokenPattern =
  /(?<number>[$€£¥₹]?\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:%|st\b|nd\b|rd\b|th\b|s\b)?)|(?<word>(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*)|(?<mark>[^\s\p{L}\p{M}\p{N}])/gu

/** Characters of the longest ending of a number: "st", "nd", "rd", "th". */
const longestEnding = 2

const sticky = new RegExp(tokenPattern.source, 'uy')
const wordCharacter = /[\p{L}\p{M}\p{N}]/u

const [space, digit, upper, lower, mark] = [1, 2, 3, 4, 5]
const kinds = new Uint8Array(128).fill(mark)
for (let code = 0; code < 128; code++) {
  const character = String.fromCharCode(code)
  if (/\s/.test(character)) kinds[code] = space
  else if (/[0-9]/.test(character)) kinds[code] = digit
  else if (/[A-Z]/.test(character)) kinds[code] = upper
  else if (/[a-z]/.test(character)) kinds[code] = lower
}
const code = (character: string) => character.charCodeAt(0)
const [dollar, percent, dot] = [code('$'), code('%'), code('.')]
const innerMarks = new Set(["'", '’', 'ʼ', '-', '‐', '‑'].map(code))
const separators = new Set(['.', ',', ':', '/'].map(code))

/** Calls `visit` for every token of `text` between `start` and `end`, with its range; nothing is copied. */
export function eachToken(
  text: string,
  start: number,
  end: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
) {
  const at = (index: number) => (index < end ? text.charCodeAt(index) : 0)
  let from = start
  while (from < end) {
    const first = text.charCodeAt(from)
    const kind = first < 128 ? kinds[first]! : 0
    if (kind === space) {
      from++
      continue
    }
    let to: number
    if ((kind === upper && at(from + 1) !== dot) || kind === lower) {
      to = wordEnd(text, from, end)
      visit('word', from, to)
    } else if (kind === digit) {
      to = numberEnd(text, from, end)
      if (to < 0) to = byPattern(text, from, end, visit)
      else visit('number', from, to)
    } else if (kind === mark && first !== dollar) {
      to = from + 1
      visit('mark', from, to)
    } else to = byPattern(text, from, end, visit)
    from = to
  }
}

function wordEnd(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    at = lettersEnd(text, at, end)
    if (at >= end || !innerMarks.has(text.charCodeAt(at))) return at
    const next = lettersEnd(text, at + 1, end)
    if (next === at + 1) return at
    at = next
  }
}

/** Where a run of letters, marks of letters and digits ends. */
function lettersEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end) {
    const here = text.charCodeAt(at)
    if (here < 128) {
      const kind = kinds[here]!
      if (kind === space || kind === mark) break
      at++
    } else {
      const point = text.codePointAt(at)!
      const character = String.fromCodePoint(point)
      if (at + character.length > end || !wordCharacter.test(character)) break
      at += character.length
    }
  }
  return at
}

/** Where a number ends; -1 when something stands in or behind it that is not ASCII. */
function numberEnd(text: string, from: number, end: number): number {
  let at = from
  for (;;) {
    while (at < end && kinds[text.charCodeAt(at)] === digit) at++
    if (at < end && text.charCodeAt(at) >= 128) return -1
    if (at + 1 < end && separators.has(text.charCodeAt(at))) {
      const next = text.charCodeAt(at + 1)
      if (next >= 128) return -1
      if (kinds[next] === digit) {
        at++
        continue
      }
    }
    break
  }
  if (at >= end) return at
  if (text.charCodeAt(at) === percent) return at + 1
  for (const ending of ['st', 'nd', 'rd', 'th', 's']) {
    if (at + ending.length > end || !text.startsWith(ending, at)) continue
    const after = at + ending.length < end ? text.charCodeAt(at + ending.length) : 32
    if (after < 128 && (kinds[after] === space || kinds[after] === mark) && after !== 95) return at + ending.length
    if (after >= 128) return at + ending.length
  }
  return at
}

function byPattern(
  text: string,
  from: number,
  end: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
): number {
  sticky.lastIndex = from
  const match = sticky.exec(text)
  if (!match) return from + 1
  // What stands behind the range must not decide whether "th" is the ending of a number before it.
  const cut = end < text.length && from + match[0].length + longestEnding >= end
  if (cut) return cutByPattern(text, from, end, visit)
  const kind: TokenKind = match[1] ? 'number' : match[2] ? 'word' : 'mark'
  visit(kind, from, from + match[0].length)
  return from + match[0].length
}

/** The last tokens of a range, which may end inside a longer one. */
function cutByPattern(
  text: string,
  from: number,
  end: number,
  visit: (kind: TokenKind, start: number, end: number) => void,
): number {
  eachTokenOf(text.slice(from, end), (kind, start, stop) => visit(kind, from + start, from + stop))
  return end
}

function eachTokenOf(text: string, visit: (kind: TokenKind, start: number, end: number) => void) {
  for (const match of text.matchAll(tokenPattern)) {
    const kind: TokenKind = match.groups!.number ? 'number' : match.groups!.word ? 'word' : 'mark'
    visit(kind, match.index, match.index + match[0].length)
  }
}

/** The tokens of `text` between `start` and `end`, with offsets into `text`. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  eachToken(text, start, end, (kind, from, to) =>
    tokens.push({ kind, text: text.slice(from, to), start: from, end: to }),
  )
  return tokens
}
