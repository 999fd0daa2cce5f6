import { sentencesIn } from '../language'
import type { Doc } from './types'
import { Lexicon, type Tokens } from './tokens'

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

export function readSide(doc: Doc, flat: Flat, from: number, to: number, lexicon: Lexicon): Side {
  const last = flat.starts[to]! - 1
  const tokens = lexicon.read(flat.text, flat.starts[from]!, Math.max(last, flat.starts[from]!))
  const block = new Int32Array(tokens.count)
  const blockToken = new Int32Array(to - from + 1)
  const sentence = new Int32Array(tokens.count)
  const sentenceStarts: number[] = []
  let token = 0
  for (let index = from; index < to; index++) {
    blockToken[index - from] = token
    const offset = flat.starts[index]!
    const end = flat.starts[index + 1]! - 1
    const first = token
    while (token < tokens.count && tokens.start[token]! < end) block[token++] = index
    if (token === first) continue
    let each = first
    let opened = false
    for (const range of sentencesIn(doc.blocks[index]!.text)) {
      if (each >= token) break
      // Tokens that no sentence claims go with the one before.
      while (opened && each < token && tokens.start[each]! < offset + range.start)
        sentence[each++] = sentenceStarts.length - 1
      if (each >= token) break
      sentenceStarts.push(each)
      opened = true
      while (each < token && tokens.start[each]! < offset + range.end) sentence[each++] = sentenceStarts.length - 1
      if (sentenceStarts.at(-1) === each) sentenceStarts.pop()
    }
    if (sentenceStarts.length === 0 || sentenceStarts.at(-1)! < first) sentenceStarts.push(first)
    while (each < token) sentence[each++] = sentenceStarts.length - 1
  }
  blockToken[to - from] = token
  sentenceStarts.push(tokens.count)
  return {
    ...flat,
    doc,
    from,
    to,
    tokens,
    block,
    blockToken,
    sentence,
    sentenceToken: Int32Array.from(sentenceStarts),
  }
}
