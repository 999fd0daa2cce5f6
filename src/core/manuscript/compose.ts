import { Fragment, type Node } from 'prosemirror-model'
import { schema, type BlockType, type Manuscript } from './schema'
import { detect, type Extent, type StructuredBlock } from './structure'

/**
 * One line of a story on its way to becoming a manuscript: its words as text nodes (with marks), and what its format
 * says it is. Without `type` the words decide; see `detectStructure`.
 */
export interface Piece {
  type?: BlockType
  content: readonly Node[]
  level?: 2 | 3
  /** Items with the same list stand in one list. */
  list?: { id: number; ordered: boolean }
  href?: string
  /** Goes into a figure with the caption and credit next to it. */
  figure?: { src?: string; alt: string }
}

/** A block that is already whole, such as a table, stands where it stood. */
export type Part = Piece | Node

interface Placed {
  type: BlockType
  content: Node[]
  piece: Piece | undefined
  block: StructuredBlock
}

/**
 * Makes a manuscript from pieces in reading order: kinds that the markup does not tell are detected, marks are kept.
 * Every word of every piece is in the manuscript, but for list markers, a dateline's dash, and rules of signs ("___").
 */
export function compose(parts: readonly Part[]): Manuscript {
  return assemble(place(parts, 'story'))
}

/** As `compose`, for words that go into the middle of a story: blocks only, and no head is looked for. */
export function composeFragment(parts: readonly Part[]): Fragment {
  const whole = assemble(
    place(parts, 'fragment').map((part) => (isNode(part) ? part : { ...part, type: inBody(part.type) })),
  )
  const empty = whole.childCount === 1 && whole.firstChild!.content.size === 0
  return empty ? Fragment.empty : whole.content
}

function inBody(type: BlockType): BlockType {
  if (type === 'headline') return 'subhead'
  return type === 'standfirst' || type === 'byline' || type === 'dateline' ? 'paragraph' : type
}

function place(parts: readonly Part[], extent: Extent): (Placed | Node)[] {
  const texts: string[] = []
  const lines: { start: number; end: number; type?: BlockType }[] = []
  const pieces: (Piece | undefined)[] = []
  let at = 0
  for (const part of parts) {
    const words = isNode(part) ? '\ufffc' : part.content.map((node) => node.text ?? '').join('')
    const type = isNode(part) ? 'tableCell' : part.type
    lines.push({ start: at, end: at + words.length, ...(type ? { type } : {}) })
    texts.push(words)
    pieces.push(isNode(part) ? undefined : part)
    at += words.length + 1
  }
  const text = texts.join('\n')
  const placed: (Placed | Node)[] = []
  const seen = new Set<number>()
  for (const block of detect(text, lines, extent)) {
    const part = parts[block.line]!
    seen.add(block.line)
    if (isNode(part)) {
      placed.push(part)
      continue
    }
    if (block.type === 'notice' && !/[\p{L}\p{N}]/u.test(text.slice(block.start, block.end))) continue
    const from = block.start - lines[block.line]!.start
    placed.push({
      type: block.type,
      content: slice(part.content, from, from + block.end - block.start),
      piece: part,
      block,
    })
  }
  // A picture without words has no block of text to be found.
  parts.forEach((part, index) => {
    if (isNode(part) || !part.figure || seen.has(index)) return
    const place = placed.findIndex((p) => !isNode(p) && p.block.line > index)
    const picture: Placed = {
      type: 'caption',
      content: [],
      piece: part,
      block: { type: 'caption', start: 0, end: 0, line: index },
    }
    placed.splice(place < 0 ? placed.length : place, 0, picture)
  })
  return placed
}

/** The text nodes between two offsets of their joined text. */
function slice(content: readonly Node[], from: number, to: number): Node[] {
  const found: Node[] = []
  let at = 0
  for (const node of content) {
    const length = node.text?.length ?? 0
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, length)
    if (start < end) found.push(start === 0 && end === length ? node : node.cut(start, end))
    at += length
  }
  return found
}

const headOrder = ['headline', 'standfirst', 'byline'] as const

function assemble(placed: readonly (Placed | Node)[]): Manuscript {
  const head = new Map<BlockType, Node>()
  const body: Node[] = []
  let prose = false
  for (let i = 0; i < placed.length; i++) {
    const part = placed[i]!
    if (isNode(part)) {
      body.push(part)
      continue
    }
    const { type, content, piece } = part
    switch (type) {
      case 'headline':
      case 'standfirst':
      case 'byline':
        // A second headline is a subhead; a second standfirst or byline stays where it stood.
        if (!head.has(type)) head.set(type, schema.node(type, null, content))
        else
          body.push(
            type === 'headline'
              ? schema.node('subhead', { level: 2 }, content)
              : schema.node('paragraph', null, content),
          )
        break
      case 'dateline': {
        const next = placed[i + 1]
        if (!prose && !head.has('dateline')) head.set('dateline', schema.node('dateline', null, content))
        else if (next && !isNode(next) && next.block.glued && next.type === 'paragraph')
          next.content = [...content, schema.text(' — '), ...next.content]
        else body.push(schema.node('paragraph', null, content))
        break
      }
      case 'item': {
        const ordered = piece?.list?.ordered ?? part.block.ordered === true
        const items: Node[] = []
        let following: Placed | Node | undefined = part
        const listId = piece?.list?.id
        while (following && !isNode(following) && following.type === 'item') {
          if (following.piece?.list?.id !== listId || (following !== part && following.block.opensList)) break
          items.push(schema.node('item', null, following.content))
          following = placed[++i]
        }
        i--
        body.push(schema.node('list', { ordered }, items))
        prose = true
        break
      }
      case 'caption':
      case 'photoCredit': {
        const next = placed[i + 1]
        const credit: Placed | undefined =
          type === 'photoCredit' ? part : next && !isNode(next) && next.type === 'photoCredit' ? next : undefined
        if (credit && credit !== part) i++
        const figure = piece?.figure ?? credit?.piece?.figure
        body.push(
          schema.node('figure', { src: figure?.src ?? null, alt: figure?.alt ?? '' }, [
            schema.node('caption', null, type === 'caption' ? content : []),
            schema.node('photoCredit', null, credit ? credit.content : []),
          ]),
        )
        break
      }
      case 'subhead':
        body.push(schema.node('subhead', { level: piece?.level ?? 2 }, content))
        prose = true
        break
      case 'related':
        body.push(
          schema.node(
            'related',
            { href: piece?.href ?? linkOf(content) ?? null },
            content.map((node) => node.mark([])),
          ),
        )
        break
      case 'tableCell':
      case 'tableHeader':
        body.push(schema.node('paragraph', null, content))
        prose = true
        break
      case 'paragraph':
      case 'blockquote':
      case 'pullQuote':
        prose = true
        body.push(schema.node(type, null, content))
        break
      case 'credit':
      case 'correction':
      case 'notice':
        body.push(schema.node(type, null, content))
        break
    }
  }
  const blocks = body.length > 0 ? body : [schema.node('paragraph')]
  const top = headOrder.flatMap((type) => head.get(type) ?? [])
  const dateline = head.get('dateline')
  return schema.node('doc', null, [...top, ...(dateline ? [dateline] : []), ...blocks])
}

function linkOf(content: readonly Node[]): string | undefined {
  for (const node of content) {
    const link = node.marks.find((mark) => mark.type.name === 'link')
    if (link) return String(link.attrs.href)
  }
  return undefined
}

function isNode(part: Part | Placed): part is Node {
  return 'nodeSize' in part
}

/**
 * A manuscript from plain text: each line a paragraph, its structure detected. A first line that is known to be the headline
 * is told so. Empty text gives one empty paragraph.
 */
export function manuscriptFromText(text: string, headline?: string): Manuscript {
  const lines = text.split('\n').map((line) => line.replace(/\s+/gu, ' ').trim())
  const first = lines.findIndex((line) => line !== '')
  return compose(
    lines.map((words, at) => ({
      content: words ? [schema.text(words)] : [],
      ...(at === first && words === headline ? { type: 'headline' as const } : {}),
    })),
  )
}
