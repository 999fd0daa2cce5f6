import type { Node } from 'prosemirror-model'
import { schema, type Manuscript } from '../manuscript'

/** A manuscript as it is published: its blocks in order, nothing of the desk's in them. */
export interface Copy {
  headline?: Node
  standfirst?: Node
  byline?: Node
  /** The body: no notices, no empty blocks, no pictures from elsewhere; the dateline stands apart for its paragraph. */
  body: Node[]
  dateline?: Node
  /** Where in the body the paragraph stands that the dateline opens. */
  opens: number
}

/** What joins a dateline to its paragraph. */
export const datelineDash = ' — '

/**
 * The clean copy of a manuscript: wire notices and empty blocks are gone, and a dateline without a paragraph to open has
 * one of its own.
 */
export function cleanCopy(manuscript: Manuscript): Copy {
  const copy: Copy = { body: [], opens: -1 }
  manuscript.forEach((node) => {
    const name = node.type.name
    if (name === 'headline' || name === 'standfirst' || name === 'byline' || name === 'dateline') {
      if (hasWords(node)) copy[name] = node
      return
    }
    const kept = publishable(node)
    if (kept) copy.body.push(kept)
  })
  if (copy.dateline) {
    copy.opens = copy.body.findIndex((node) => node.type.name === 'paragraph')
    if (copy.opens < 0) {
      copy.body.unshift(schema.node('paragraph', null, copy.dateline.content))
      delete copy.dateline
    }
  }
  return copy
}

function publishable(node: Node): Node | undefined {
  switch (node.type.name) {
    case 'notice':
      return undefined
    case 'list': {
      const items = children(node).filter(hasWords)
      return items.length > 0 ? node.type.create(node.attrs, items) : undefined
    }
    case 'table':
      return hasWords(node) ? node : undefined
    case 'figure': {
      const src = typeof node.attrs.src === 'string' && node.attrs.src.startsWith('data:') ? node.attrs.src : null
      return src || hasWords(node) ? node.type.create({ ...node.attrs, src }, node.content) : undefined
    }
    default:
      return hasWords(node) ? node : undefined
  }
}

export function children(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, i) => node.child(i))
}

export function hasWords(node: Node): boolean {
  return /\S/.test(node.textContent)
}

/** The words that open the body's paragraph when a dateline does. */
export function opening(copy: Copy, index: number): string {
  return copy.dateline && index === copy.opens ? `${copy.dateline.textContent}${datelineDash}` : ''
}
