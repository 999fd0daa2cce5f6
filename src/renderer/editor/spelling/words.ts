import { sentencesIn, tokenize } from '@core/language'
import type { Range } from '@core/manuscript'

/** A word that a dictionary is asked about, without its possessive. */
export interface Word extends Range {
  text: string
}

// Addresses, numbers and codes are no words.
const asked = /^[\p{L}][\p{L}\p{M}'’-]*$/u
const possessive = /['’]s?$/u
const address = /\b(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+/giu

/** The words of one block of text that a dictionary is asked about. Capitals only and words with a digit are not. */
export function wordsToCheck(text: string): Word[] {
  const skipped = [...text.matchAll(address)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
  const words: Word[] = []
  for (const token of tokenize(text)) {
    if (token.kind !== 'word' || !asked.test(token.text)) continue
    if (skipped.some(({ start, end }) => start <= token.start && token.end <= end)) continue
    const word = token.text.replace(possessive, '')
    if (word.length < 2 || word === word.toUpperCase()) continue
    words.push({ text: word, start: token.start, end: token.start + word.length })
  }
  return words
}

/** The names in a text: words with a capital that do not begin a sentence, and their parts. */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  const starts = new Set<number>()
  for (const { start, end } of text.split('\n').length > 1 ? linesOf(text) : [{ start: 0, end: text.length }])
    for (const sentence of sentencesIn(text, { start, end })) {
      const first = /[\p{L}\p{N}]/u.exec(text.slice(sentence.start, sentence.end))
      if (first) starts.add(sentence.start + first.index)
    }
  for (const { text: word, start } of wordsToCheck(text)) {
    if (!/^\p{Lu}/u.test(word) || starts.has(start)) continue
    names.add(word)
    for (const part of word.split('-')) names.add(part)
  }
  return names
}

function linesOf(text: string): Range[] {
  const lines: Range[] = []
  let start = 0
  for (const line of text.split('\n')) {
    lines.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return lines
}
