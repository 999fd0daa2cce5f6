import { tokenize } from '../language'
import type { Range } from '../manuscript'
import { houseForm } from './house-style'

/**
 * A word of a quotation. `form` folds only look (V-1); `key` also house style (V-7). Acronyms keep their capitals, so that
 * "US" is not "us". `hyphen` tells that a hyphen ties it to the word before.
 */
export interface QuoteWord extends Range {
  kind: 'word'
  text: string
  form: string
  key: string
  hyphen: boolean
}

/** A mark of omission, or words put in by the writer in brackets. */
export interface QuoteMark extends Range {
  kind: 'ellipsis' | 'square' | 'round'
  words: QuoteWord[]
}

export type QuotePart = QuoteWord | QuoteMark

const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g

/** Folds what V-1 calls look: composition, marks, spaces, invisible characters, ellipses and dash widths. */
export function foldQuote(text: string): string {
  return text
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/[“”„‟«»″]/g, '"')
    .replace(/[‘’‚‛′ʼ`´]/g, "'")
    .replace(/\u2026/g, '...')
    .replace(/\.\s?\.\s?\.(?:\s?\.)?/g, '...')
    .replace(/\s*(?:--+|[–—―])\s*|\s+-\s+/g, ' - ')
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a stretch of text as quotations compare them. */
export function quoteWords(
  text: string,
  start = 0,
  end = text.length,
  pairs?: ReadonlyMap<string, string>,
): QuoteWord[] {
  const words: QuoteWord[] = []
  const gaps = /[\u00ad\u200b-\u200f\u2060\ufeff]/.test(text.slice(start, end))
  const source = gaps ? withoutInvisible(text, start, end) : undefined
  const place = (at: number) => (source ? source.places[at]! : at)
  const tokens = source ? tokenize(source.text) : tokenize(text, start, end)
  for (const token of tokens) {
    if (token.kind === 'mark') {
      if (token.text === '%') words.push(word('%', place(token.start), place(token.end - 1) + 1, false, pairs))
      continue
    }
    let from = token.start
    for (const part of token.text.split(/([-‐‑]|%$)/)) {
      const to = from + part.length
      if (part && !/^[-‐‑]$/.test(part)) {
        const before = source ? source.text[from - 1] : text[from - 1]
        words.push(
          word(
            part,
            place(from),
            place(to - 1) + 1,
            from > 0 && /[-‐‑]/.test(before ?? '') && tied(source?.text ?? text, from),
            pairs,
          ),
        )
      }
      from = to
    }
  }
  return mergePercent(words)
}

function tied(text: string, at: number): boolean {
  return /[\p{L}\p{N}.]/u.test(text[at - 2] ?? '')
}

function withoutInvisible(text: string, start: number, end: number): { text: string; places: number[] } {
  let kept = ''
  const places: number[] = []
  for (let at = start; at < end; at++) {
    if (/[\u00ad\u200b-\u200f\u2060\ufeff]/.test(text[at]!)) continue
    kept += text[at]
    places.push(at)
  }
  return { text: kept, places }
}

function word(
  text: string,
  start: number,
  end: number,
  hyphen: boolean,
  pairs?: ReadonlyMap<string, string>,
): QuoteWord {
  const straight = text.normalize('NFC').replace(/[’ʼ‘`´]/g, "'")
  const letters = straight.replace(/\./g, '')
  const acronym = /^\p{Lu}{2,4}$/u.test(letters)
  const form = acronym ? straight : straight.toLowerCase()
  return {
    kind: 'word',
    text,
    start,
    end,
    hyphen,
    form,
    key: acronym ? (pairs?.get(letters.toLowerCase()) ?? letters) : houseForm(form, pairs),
  }
}

/** "per cent" is one word in two pieces. */
function mergePercent(words: QuoteWord[]): QuoteWord[] {
  const merged: QuoteWord[] = []
  for (const next of words) {
    const last = merged.at(-1)
    if (last?.form === 'per' && next.form === 'cent') {
      merged[merged.length - 1] = { ...last, end: next.end, text: 'per cent', form: 'per cent', key: 'percent' }
    } else merged.push(next)
  }
  return merged
}

const marks =
  /\[\s*(?:\.{3}|…|\. \. \.)\s*\]|\(\s*(?:\.{3}|…)\s*\)|\.(?:\s?\.){2,3}|…|\[[^[\]]{0,120}\]|\([^()]{0,120}\)/g

/** The parts of a quotation: words, omissions, and insertions in brackets. A bracketed first letter belongs to its word. */
export function quoteParts(text: string, start: number, end: number, pairs?: ReadonlyMap<string, string>): QuotePart[] {
  const parts: QuotePart[] = []
  const plain = text.slice(start, end).replace(/\[(\p{L})\](?=\p{L})/gu, '\u200b$1\u200b')
  const whole = text.slice(0, start) + plain
  let from = start
  for (const match of plain.matchAll(marks)) {
    const at = start + match.index
    parts.push(...quoteWords(whole, from, at, pairs))
    const stop = at + match[0].length
    const kind = /^[[(]?\s*(?:\.|…)/.test(match[0]) ? 'ellipsis' : match[0].startsWith('[') ? 'square' : 'round'
    parts.push({ kind, start: at, end: stop, words: kind === 'ellipsis' ? [] : quoteWords(whole, at, stop, pairs) })
    from = stop
  }
  parts.push(...quoteWords(whole, from, end, pairs))
  return parts
}
