export type Dialect = 'en-US' | 'en-GB' | 'en-IN'

/** What the page asks of the spelling worker. Addresses are of files this page brings along. */
export type SpellingQuestion =
  | { kind: 'open'; id: number; aff: string; dic: string; extra?: string }
  | { kind: 'check'; id: number; words: string[] }
  | { kind: 'suggest'; id: number; word: string }

export type SpellingAnswer =
  | { kind: 'opened'; id: number }
  | { kind: 'checked'; id: number; wrong: string[] }
  | { kind: 'suggested'; id: number; suggestions: string[] }
  | { kind: 'failed'; id: number; message: string }
