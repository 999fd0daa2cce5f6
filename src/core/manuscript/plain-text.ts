import type { Node } from 'prosemirror-model'
import type { BlockType, Manuscript } from './schema'

/** A half-open range of UTF-16 offsets into a plain text. */
export interface Range {
  start: number
  end: number
}

/** One block of text: what it is and where it stands. Blocks are in order and never overlap. */
export interface TextBlock extends Range {
  type: BlockType
  /** The address of a related link, where it has one. */
  href?: string
}

/** What every engine reads: a text and the blocks in it. Between two blocks stands a line break or nothing that matters. */
export interface StoryText {
  text: string
  blocks: readonly TextBlock[]
}

/** A block of a manuscript's plain text, with the ProseMirror position of its first character. */
export interface PlainBlock extends TextBlock {
  pos: number
  node: Node
}

/** A manuscript's plain text: block texts in order, joined by one "\n". */
export interface PlainText extends StoryText {
  blocks: readonly PlainBlock[]
}

const cache = new WeakMap<Node, PlainText>()

/** The plain text of a manuscript. The same node gives the same value. */
export function plainText(manuscript: Manuscript): PlainText {
  const known = cache.get(manuscript)
  if (known) return known
  const blocks: PlainBlock[] = []
  const texts: string[] = []
  let at = 0
  manuscript.descendants((node, pos) => {
    if (!node.isTextblock) return true
    const text = node.textContent
    const href = addressOf(node)
    blocks.push({
      type: node.type.name as BlockType,
      start: at,
      end: at + text.length,
      pos: pos + 1,
      node,
      ...(href === undefined ? {} : { href }),
    })
    texts.push(text)
    at += text.length + 1
    return false
  })
  const plain = { text: texts.join('\n'), blocks }
  cache.set(manuscript, plain)
  return plain
}

function addressOf(node: Node): string | undefined {
  if (node.type.name !== 'related') return undefined
  if (node.attrs.href) return String(node.attrs.href)
  let href: string | undefined
  node.forEach((child) => {
    const link = child.marks.find(({ type }) => type.name === 'link')
    if (link) href ??= String(link.attrs.href)
  })
  return href
}

/** A story's text without the document behind it, as it crosses to a worker. */
export function storyTextOf({ text, blocks }: StoryText): StoryText {
  return {
    text,
    blocks: blocks.map(({ type, start, end, href }) => ({ type, start, end, ...(href === undefined ? {} : { href }) })),
  }
}

/** The block that holds an offset (a block's end belongs to it), or the nearest before it. */
export function blockAt(story: StoryText, offset: number): TextBlock | undefined {
  let low = 0
  let high = story.blocks.length - 1
  let found: TextBlock | undefined
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = story.blocks[middle]!
    if (block.start <= offset) {
      found = block
      low = middle + 1
    } else high = middle - 1
  }
  return found
}

/** The ProseMirror position of a plain-text offset. An offset past the text gives the last position inside it. */
export function toPosition(plain: PlainText, offset: number): number {
  const block = blockAt(plain, offset) as PlainBlock | undefined
  return block ? block.pos + Math.min(Math.max(offset, block.start), block.end) - block.start : 0
}

/** The plain-text offset of a ProseMirror position. A position between blocks gives the start of the next one. */
export function toOffset(plain: PlainText, position: number): number {
  let low = 0
  let high = plain.blocks.length - 1
  let found: PlainBlock | undefined
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = plain.blocks[middle]!
    if (block.pos <= position) {
      found = block
      low = middle + 1
    } else high = middle - 1
  }
  if (!found) return 0
  const inside = found.start + position - found.pos
  if (inside <= found.end) return inside
  const next = plain.blocks[low]
  return next ? next.start : found.end
}
