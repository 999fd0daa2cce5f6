import { manuscriptFromText } from '../manuscript'
import { decodeText } from './text'
import type { ReadStory } from './types'

/** Reads plain text: each line a paragraph, unless the lines were broken at a width and blank lines part the paragraphs. */
export function readTxt(bytes: Uint8Array): ReadStory {
  const { text, remarks } = decodeText(bytes)
  const words = unwrap(text)
  return { type: 'txt', manuscript: manuscriptFromText(words), wire: { text: words.trim() }, remarks }
}

// Text broken at a width has most of its lines just under it and its paragraphs apart.
const widest = 90
const narrowest = 50
const brokenShare = 0.7

/** Joins lines that were broken at a width. Text that was not is given back as it is. */
export function unwrap(text: string): string {
  const paragraphs = text.split(/\n[^\S\n]*\n+/)
  const inner = paragraphs.flatMap((paragraph) => paragraph.split('\n').slice(0, -1))
  if (inner.length < 4) return text
  const longest = text.split('\n').reduce((most, line) => Math.max(most, line.trimEnd().length), 0)
  const full = inner.filter((line) => line.trimEnd().length >= narrowest)
  if (longest > widest || full.length < inner.length * brokenShare || paragraphs.length < 2) return text
  return paragraphs
    .map((paragraph) =>
      paragraph
        .split('\n')
        .map((line) => line.trim())
        .reduce((joined, line) => {
          if (!joined) return line
          // A list keeps its lines.
          return /^(?:[•*–—-]|\d{1,2}[.)])\s/u.test(line) ? `${joined}\n${line}` : `${joined} ${line}`
        }, ''),
    )
    .join('\n')
}
