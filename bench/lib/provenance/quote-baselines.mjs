import { foldText, plainWords } from './words.mjs'

const inMarks = /[“"]([^“”"]{3,})[”"]|(?<![\p{L}\p{N}])[‘']([^‘]{3,}?)[’'](?![\p{L}\p{N}])/gu

/** The words in marks of a text, read by a pattern. */
export function quoted(text) {
  return [...text.matchAll(inMarks)].map((match) => (match[1] ?? match[2]).replace(/[,.]$/, ''))
}

/** Substring: words that stand in a source as they are are exact; all others are taken for altered. */
export function substring(sources) {
  const folded = sources.map(({ text }) => foldText(text))
  return (words) => (folded.some((text) => text.includes(foldText(words))) ? 'exact' : 'differs')
}

/**
 * Levenshtein over words with free ends: the cheapest place in any source. No difference is exact, up to a third of the
 * words is altered, more has no source.
 */
export function levenshtein(sources) {
  const texts = sources.map(({ text }) => plainWords(text).map(({ form }) => form))
  return (words) => {
    const own = plainWords(words).map(({ form }) => form)
    const cost = Math.min(...texts.map((text) => cheapest(own, text)))
    return cost === 0 ? 'exact' : cost <= own.length / 3 ? 'differs' : 'no-source'
  }
}

function cheapest(own, text) {
  let row = new Int32Array(text.length + 1)
  for (let i = 1; i <= own.length; i++) {
    const next = new Int32Array(text.length + 1)
    next[0] = i
    for (let j = 1; j <= text.length; j++)
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (own[i - 1] === text[j - 1] ? 0 : 1))
    row = next
  }
  return row.reduce((least, value) => Math.min(least, value), Infinity)
}
