import type { Range } from '../manuscript'

export type TokenKind = 'word' | 'number' | 'mark'

/** A word, a number or one punctuation mark. Spaces lie between tokens. */
export interface Token extends Range {
  kind: TokenKind
  text: string
}

// Words keep inner apostrophes, hyphens and the dots of initials; numbers keep their separators.
const pattern =
  /(?<number>[$€£¥₹]?\p{Nd}+(?:[.,:/]\p{Nd}+)*(?:%|st\b|nd\b|rd\b|th\b|s\b)?)|(?<word>(?:\p{Lu}\.){2,}|[\p{L}\p{M}\p{N}]+(?:['’ʼ\-‐‑][\p{L}\p{M}\p{N}]+)*)|(?<mark>[^\s\p{L}\p{M}\p{N}])/gu

/** The tokens of `text` between `start` and `end`, with offsets into `text`. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = []
  for (const match of text.slice(start, end).matchAll(pattern)) {
    const kind: TokenKind = match.groups!.number ? 'number' : match.groups!.word ? 'word' : 'mark'
    tokens.push({ kind, text: match[0], start: start + match.index, end: start + match.index + match[0].length })
  }
  return tokens
}
