import type { Range, StoryText } from '../manuscript'
import type { Place } from './cues'

/** A stretch that is read by itself: a block, or part of one that no paragraph's length explains. */
export interface Piece extends Range {
  place: Place
  /** Furniture: it may name people, but nobody speaks in it. */
  silent: boolean
}

type BlockType = StoryText['blocks'][number]['type']
const silent = new Set<BlockType>(['credit', 'notice', 'related', 'byline', 'dateline', 'correction'])
/** Blocks written as headlines are. The first of a story is one whatever the file calls it. */
const headings = new Set<BlockType>(['headline', 'standfirst', 'subhead'])
/** A first line longer than this opens the story itself. */
const longestHeading = 160
/** Longest paragraph read whole, in UTF-16 units: some 1,500 words. Longer ones are lines without breaks, or no text. */
const longest = 10_000

/** The stretches of a story in order. What one reads depends on its text and place alone, so its reading can be kept. */
export function piecesOf({ text, blocks }: StoryText): Piece[] {
  const pieces: Piece[] = []
  for (const [index, block] of blocks.entries()) {
    const first = index === 0 && block.end - block.start <= longestHeading
    const place: Place = first || headings.has(block.type) ? 'heading' : 'body'
    let { start } = block
    while (block.end - start > longest) {
      const end = cut(text, start, start + longest)
      pieces.push({ start, end, place, silent: silent.has(block.type) })
      start = end
    }
    pieces.push({ start, end: block.end, place, silent: silent.has(block.type) })
  }
  return pieces
}

/** A place to cut at, at best after a sentence, else at a space, never inside a surrogate pair. */
function cut(text: string, start: number, end: number): number {
  const half = start + (end - start) / 2
  for (const sign of ['. ', '.” ', ' ']) {
    const at = text.lastIndexOf(sign, end - sign.length)
    if (at > half) return at + sign.length
  }
  const code = text.charCodeAt(end)
  return code >= 0xdc00 && code <= 0xdfff ? end - 1 : end
}
