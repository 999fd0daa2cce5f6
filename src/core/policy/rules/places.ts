import { tokenize } from '../../language'
import type { BlockType, Range, StoryText, TextBlock } from '../../manuscript'

const display: ReadonlySet<BlockType> = new Set(['headline', 'standfirst', 'caption', 'pullQuote'])
const reading: ReadonlySet<BlockType> = new Set(['paragraph', 'blockquote', 'item', 'tableCell', 'tableHeader'])

/** Headline, standfirst, caption or pull quote. */
export const isDisplay = (block: TextBlock) => display.has(block.type)
/** Running text. */
export const isBody = (block: TextBlock) => reading.has(block.type)
/** Text that readers of the story itself see: no related links, no notices. */
export const isStory = (block: TextBlock) => block.type !== 'related' && block.type !== 'notice'

/** The text of a block. */
export const textOf = (story: StoryText, block: Range) => story.text.slice(block.start, block.end)

/** How many words stand in a stretch of text. */
export function countWords(text: string): number {
  let count = 0
  for (const { kind } of tokenize(text)) if (kind !== 'mark') count++
  return count
}

/** The words shown in a message: whole words from both ends when there are too many. */
export function shown(text: string, most = 60): string {
  const words = text.replace(/\s+/g, ' ').trim()
  if (words.length <= most) return words
  const head = words.slice(0, most - 16).replace(/\s\S*$/, '')
  const tail = words.slice(-16).replace(/^\S*\s/, '')
  return `${head} … ${tail}`
}
