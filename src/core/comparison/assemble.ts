import { Fragment, type Node } from 'prosemirror-model'
import { schema, type Manuscript } from '../manuscript'
import { textlessOnly } from './doc'
import type { DocBlock, Wrapper } from './types'

const names: Record<string, string> = { h1: 'headline', p: 'paragraph', li: 'item', quote: 'blockquote' }
/** The story fields that open a manuscript, in the one order they may stand in. */
const fields = ['headline', 'standfirst', 'byline', 'dateline']

/** A block's words, and the block of either version that says what it is. */
export interface Piece {
  frame: DocBlock
  content: Fragment
}

interface Open {
  wrapper: Wrapper
  children: Node[]
}

/**
 * A manuscript from blocks in order. Whole versions come back exactly as they were; mixed ones are made valid: a story
 * field out of its place becomes a paragraph, a picture gets its missing caption or credit, a cell keeps its table.
 * `blocks` are what the pieces became, each in its piece's place.
 */
export function assemble(pieces: readonly Piece[]): { manuscript: Manuscript; blocks: (Node | undefined)[] } {
  const blocks: (Node | undefined)[] = []
  const top: Node[] = []
  const open: Open[] = []
  let field = -1
  const childrenAt = (depth: number) => (depth === 0 ? top : open[depth - 1]!.children)
  const closeTo = (depth: number) => {
    while (open.length > depth) {
      const { wrapper, children } = open.pop()!
      childrenAt(open.length).push(
        schema.node(wrapper.type, wrapper.attrs ?? null, wrapper.type === 'figure' ? figureParts(children) : children),
      )
    }
  }
  for (const { frame, content } of pieces) {
    const path = frame.within ?? []
    let shared = 0
    while (
      shared < path.length &&
      shared < open.length &&
      !path[shared]!.opens &&
      sameWrapper(path[shared]!, open[shared]!.wrapper) &&
      !(path[shared]!.type === 'figure' && figureIsFull(open[shared]!.children, frame.type))
    )
      shared++
    closeTo(shared)
    const opening = (depth: number) => {
      for (const each of frame.before ?? [])
        if (each.depth === depth) childrenAt(depth).push(schema.nodeFromJSON(each.node))
    }
    if (top.length === 0 && open.length === 0) opening(0)
    for (const wrapper of path.slice(shared)) {
      open.push({ wrapper, children: [] })
      opening(open.length)
    }
    if (frame.type === textlessOnly) {
      blocks.push(undefined)
      continue
    }
    const block = blockNode(frame, content)
    blocks.push(block)
    childrenAt(path.length).push(block)
    for (const { depth, node } of frame.after ?? []) {
      if (depth > open.length) continue
      closeTo(depth)
      childrenAt(depth).push(schema.nodeFromJSON(node))
    }
  }
  closeTo(0)
  if (!top.some((node) => !fields.includes(node.type.name))) top.push(schema.node('paragraph'))
  return { manuscript: schema.node('doc', null, top), blocks }

  function blockNode(frame: DocBlock, content: Fragment): Node {
    const name = frame.type === 'h2' || frame.type === 'h3' ? 'subhead' : (names[frame.type] ?? frame.type)
    const rank = fields.indexOf(name)
    const others = top.length > 0 && !fields.includes(top.at(-1)!.type.name)
    if (rank >= 0 && (rank <= field || others)) return schema.node('paragraph', null, content)
    if (rank >= 0) field = rank
    const attrs = name === 'subhead' ? { level: frame.type === 'h3' ? 3 : 2 } : (frame.attrs ?? null)
    return schema.node(name, attrs, content)
  }
}

function sameWrapper(a: Wrapper, b: Wrapper): boolean {
  return a.type === b.type && JSON.stringify(a.attrs) === JSON.stringify(b.attrs)
}

function figureIsFull(children: readonly Node[], type: string): boolean {
  const last = children.at(-1)?.type.name
  return last === 'photoCredit' || (last === 'caption' && type === 'caption')
}

function figureParts(children: readonly Node[]): Node[] {
  const part = (name: string) => children.find((child) => child.type.name === name) ?? schema.node(name)
  return [part('caption'), part('photoCredit')]
}
