import { sentencesIn } from '../language'
import { Lexicon } from './tokens'

/** A block's text as the aligner sees it, whatever document it stands in. Offsets are into the block's text. */
export interface BlockReading {
  start: Int32Array
  end: Int32Array
  /** Equal numbers mean equal strings, across everything one reader read. */
  id: Int32Array
  /** The first token of each sentence. */
  sentences: Int32Array
}

/** Reads blocks, each text once: a paragraph that both versions have, or that an edit elsewhere left alone, is known. */
export class Reader {
  readonly lexicon = new Lexicon()
  #known = new Map<string, BlockReading>()

  read(text: string): BlockReading {
    const known = this.#known.get(text)
    if (known) return known
    const { start, end, id } = this.lexicon.read(text)
    const reading = { start, end, id, sentences: sentenceStarts(text, start) }
    this.#known.set(text, reading)
    return reading
  }

  /** How many texts are known. */
  get size(): number {
    return this.#known.size
  }

  /** Forgets every text but these. */
  keepOnly(texts: ReadonlySet<string>) {
    for (const text of this.#known.keys()) if (!texts.has(text)) this.#known.delete(text)
  }
}

/** Tokens that no sentence claims go with the one before. */
function sentenceStarts(text: string, start: Int32Array): Int32Array {
  if (start.length === 0) return start
  const firsts = [0]
  let token = 0
  for (const range of sentencesIn(text)) {
    while (token < start.length && start[token]! < range.start) token++
    if (token === start.length) break
    if (token > firsts.at(-1)!) firsts.push(token)
  }
  return Int32Array.from(firsts)
}
