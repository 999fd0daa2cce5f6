import type { Reader } from './reader'
import type { Tokens } from './tokens'
import type { Doc } from './types'

/** Block texts joined by "\n", with where each begins. */
export interface Flat {
  text: string
  /** `starts[i]` is where block i begins; one more entry stands for the end of the text plus one. */
  starts: Int32Array
}

export function flatten(doc: Doc): Flat {
  const starts = new Int32Array(doc.blocks.length + 1)
  let at = 0
  doc.blocks.forEach((block, index) => {
    starts[index] = at
    at += block.text.length + 1
  })
  starts[doc.blocks.length] = at
  return { text: doc.blocks.map((block) => block.text).join('\n'), starts }
}

/** One version as the aligner sees it: the tokens of blocks `from` to `to`, and which block and sentence each is in. */
export interface Side extends Flat {
  doc: Doc
  from: number
  to: number
  tokens: Tokens
  /** The block of each token. */
  block: Int32Array
  /** First token of block i at `blockToken[i - from]`; one more entry for the end. */
  blockToken: Int32Array
  /** The sentence of each token, counted from 0. */
  sentence: Int32Array
  /** First token of each sentence; one more entry for the end. */
  sentenceToken: Int32Array
}

export function readSide(doc: Doc, flat: Flat, from: number, to: number, reader: Reader): Side {
  const readings = doc.blocks.slice(from, to).map(({ text }) => reader.read(text))
  let count = 0
  let sentenceCount = 0
  for (const { id, sentences } of readings) {
    count += id.length
    sentenceCount += sentences.length
  }
  const tokens: Tokens = { count, start: new Int32Array(count), end: new Int32Array(count), id: new Int32Array(count) }
  const block = new Int32Array(count)
  const blockToken = new Int32Array(to - from + 1)
  const sentence = new Int32Array(count)
  const sentenceToken = new Int32Array(sentenceCount + 1)
  let token = 0
  let sentenceAt = 0
  readings.forEach(({ start, end, id, sentences }, index) => {
    const offset = flat.starts[from + index]!
    blockToken[index] = token
    tokens.id.set(id, token)
    block.fill(from + index, token, token + id.length)
    for (let each = 0; each < id.length; each++) {
      tokens.start[token + each] = start[each]! + offset
      tokens.end[token + each] = end[each]! + offset
    }
    for (let each = 0; each < sentences.length; each++) {
      const first = token + sentences[each]!
      const last = token + (each + 1 < sentences.length ? sentences[each + 1]! : id.length)
      sentenceToken[sentenceAt] = first
      sentence.fill(sentenceAt++, first, last)
    }
    token += id.length
  })
  blockToken[to - from] = token
  sentenceToken[sentenceCount] = count
  return { ...flat, doc, from, to, tokens, block, blockToken, sentence, sentenceToken }
}
