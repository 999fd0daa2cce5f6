import type { Node } from 'prosemirror-model'
import type { Manuscript } from '../manuscript'
import type { Doc, DocBlock, Textless, Wrapper } from './types'

const names: Record<string, string> = { headline: 'h1', paragraph: 'p', item: 'li', blockquote: 'quote' }

/** The name a block has in the comparison's JSON. */
function typeOf(node: Node): string {
  if (node.type.name === 'subhead') return node.attrs.level === 3 ? 'h3' : 'h2'
  return names[node.type.name] ?? node.type.name
}

/** The type of the one block of a manuscript without any text block: a table without cells. */
export const textlessOnly = 'textless'

const known = new WeakMap<Manuscript, Doc>()

/** A manuscript as the public comparison JSON has it. Equal manuscripts give equal docs and different ones different. */
export function docOf(manuscript: Manuscript): Doc {
  const cached = known.get(manuscript)
  if (cached) return cached
  const blocks: DocBlock[] = []
  let path: Node[] = []
  let waiting: Textless[] = []
  const visit = (node: Node, around: Node[]) => {
    if (node.isTextblock) {
      const block = blockOf(node, wrappers(around, path))
      if (waiting.length > 0) block.before = waiting
      waiting = []
      path = around
      blocks.push(block)
      return
    }
    if (holdsText(node)) return node.forEach((child) => visit(child, [...around, node]))
    const parent = around.at(-1)
    const textless: Textless = { depth: around.length, node: node.toJSON() as unknown }
    const previous = blocks.at(-1)
    if (previous && (!parent || path.includes(parent))) (previous.after ??= []).push(textless)
    else waiting.push(textless)
  }
  manuscript.forEach((child) => visit(child, []))
  if (waiting.length > 0) blocks.push({ type: textlessOnly, text: '', before: waiting })
  const doc: Doc = { blocks }
  known.set(manuscript, doc)
  return doc
}

function holdsText(node: Node): boolean {
  if (node.isTextblock) return true
  for (let index = 0; index < node.childCount; index++) if (holdsText(node.child(index))) return true
  return false
}

function wrappers(around: Node[], before: Node[]): Wrapper[] {
  let together = true
  return around.map((node, depth) => {
    const wrapper: Wrapper = { type: node.type.name }
    if (Object.keys(node.attrs).length > 0) wrapper.attrs = { ...node.attrs }
    const previous = before[depth]
    if (together && previous && previous !== node) {
      if (previous.hasMarkup(node.type, node.attrs)) wrapper.opens = true
      together = false
    } else if (!previous) together = false
    return wrapper
  })
}

function blockOf(node: Node, within: Wrapper[]): DocBlock {
  const block: DocBlock = { type: typeOf(node), text: node.textContent }
  const marks: NonNullable<DocBlock['marks']> = []
  node.forEach((child, offset) => {
    for (const mark of child.marks) {
      const href = typeof mark.attrs.href === 'string' ? mark.attrs.href : undefined
      const open = marks.findLast((each) => each.type === mark.type.name && each.href === href)
      if (open && open.to === offset) open.to = offset + child.nodeSize
      else
        marks.push({
          type: mark.type.name,
          from: offset,
          to: offset + child.nodeSize,
          ...(href === undefined ? {} : { href }),
        })
    }
  })
  if (marks.length > 0) block.marks = marks
  if (node.type.name !== 'subhead' && Object.keys(node.attrs).length > 0) block.attrs = { ...node.attrs }
  if (within.length > 0) block.within = within
  return block
}
