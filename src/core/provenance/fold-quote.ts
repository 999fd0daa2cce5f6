import { eachToken } from '../language'
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
  const read = readerFor(pairs)
  const gaps = anyInvisible.test(start === 0 && end === text.length ? text : text.slice(start, end))
  const source = gaps ? withoutInvisible(text, start, end) : undefined
  const seen = source ? source.text : text
  const push = (from: number, to: number, hyphen: boolean) => {
    const written = seen.slice(from, to)
    const { form, key } = read(written)
    const place = source ? source.places[from]! : from
    const stop = source ? source.places[to - 1]! + 1 : to
    words.push({ kind: 'word', text: written, start: place, end: stop, hyphen, form, key })
  }
  eachToken(seen, source ? 0 : start, source ? seen.length : end, (kind, from, to) => {
    if (kind === 'mark') {
      if (seen.charCodeAt(from) === percent) push(from, to, false)
      return
    }
    const share = seen.charCodeAt(to - 1) === percent
    let at = from
    for (let stop = from; stop <= to; stop++) {
      const ends = stop === to || isHyphen(seen.charCodeAt(stop)) || (share && stop === to - 1)
      if (!ends) continue
      if (stop > at) push(at, stop, at > 0 && isHyphen(seen.charCodeAt(at - 1)) && tied(seen, at))
      at = share && stop === to - 1 ? stop : stop + 1
    }
  })
  return mergePercent(words)
}

const percent = 37
const isHyphen = (code: number) => code === 45 || code === 0x2010 || code === 0x2011

function tied(text: string, at: number): boolean {
  return /[\p{L}\p{N}.]/u.test(text[at - 2] ?? '')
}

const anyInvisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/

function withoutInvisible(text: string, start: number, end: number): { text: string; places: number[] } {
  let kept = ''
  const places: number[] = []
  for (let at = start; at < end; at++) {
    if (anyInvisible.test(text[at]!)) continue
    kept += text[at]
    places.push(at)
  }
  return { text: kept, places }
}

interface Folded {
  form: string
  key: string
}

// Folding a word costs more than finding one that was folded before; each house's own pairs have their own store.
const stores = new WeakMap<ReadonlyMap<string, string>, Map<string, Folded>>()
const plainStore = new Map<string, Folded>()
const storeLimit = 100_000

function readerFor(pairs?: ReadonlyMap<string, string>): (text: string) => Folded {
  let store = pairs ? stores.get(pairs) : plainStore
  if (!store) stores.set(pairs!, (store = new Map()))
  const known = store
  return (text) => {
    let folded = known.get(text)
    if (!folded) {
      if (known.size >= storeLimit) known.clear()
      known.set(text, (folded = foldWord(text, pairs)))
    }
    return folded
  }
}

function foldWord(text: string, pairs?: ReadonlyMap<string, string>): Folded {
  const straight = text.normalize('NFC').replace(/[’ʼ‘`´]/g, "'")
  const letters = straight.replace(/\./g, '')
  const acronym = /^\p{Lu}{2,4}$/u.test(letters)
  const form = acronym ? straight : straight.toLowerCase()
  return { form, key: acronym ? (pairs?.get(letters.toLowerCase()) ?? letters) : houseForm(form, pairs) }
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
