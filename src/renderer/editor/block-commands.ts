import { Fragment, Slice, type Node } from 'prosemirror-model'
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state'
import { canJoin, ReplaceAroundStep } from 'prosemirror-transform'
import { schema } from '@core/manuscript'
import { headerOrder, isHeader, kindNamed, kinds, type HeaderField, type Kind } from './kinds'

const { paragraph, list, item } = schema.nodes as Record<string, NonNullable<(typeof schema.nodes)[string]>>

/** The kind of the block the selection begins in; undefined in a figure or a table, whose parts keep theirs. */
export function kindAt(state: EditorState): Kind | undefined {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) {
    const { type, attrs } = $from.node(depth)
    if (type === item) continue
    const found = kinds.find(
      (one) => one.type === type && Object.entries(one.attrs ?? {}).every(([name, value]) => attrs[name] === value),
    )
    if (found) return found.kind
  }
  return undefined
}

/**
 * Makes every selected block a block of this kind. A header field goes to its place above the body; whatever stood there
 * becomes the first paragraph, so that no word is lost.
 */
export function setKind(kind: Kind): Command {
  return (state, dispatch) => {
    const starts = selectedBlocks(state)
    if (starts.length === 0) return false
    const { tr } = state
    // From the end, so that earlier positions stay what they were.
    const targets = isHeader(kindNamed(kind).type) ? starts.slice(0, 1) : starts.toReversed()
    for (const start of targets) makeKind(tr, start, kind)
    if (!tr.docChanged) return false
    joinLists(tr)
    dispatch?.(tr.scrollIntoView())
    return true
  }
}

/** Positions before each text block that the selection touches and that may change its kind. */
function selectedBlocks(state: EditorState): number[] {
  const found: number[] = []
  const { from, to } = state.selection
  state.doc.nodesBetween(from, to, (node, pos, parent) => {
    if (node.type.name === 'figure' || node.type.name === 'table') return false
    if (node.isTextblock && (parent?.type === list || parent === state.doc)) found.push(pos)
    return !node.isTextblock
  })
  return found
}

function makeKind(tr: Transaction, start: number, kind: Kind): void {
  const { type, attrs } = kindNamed(kind)
  let at = start
  const node = tr.doc.nodeAt(at)
  if (!node) return
  if (node.type === item) {
    const { parent } = tr.doc.resolve(at)
    if (type === list) {
      if (parent.attrs['ordered'] !== attrs?.['ordered']) {
        at = liftItem(tr, at)
        wrapInList(tr, at, attrs)
      }
      return
    }
    at = liftItem(tr, at)
  }
  if (isHeader(type)) return toHeader(tr, at, type.name as HeaderField)
  const plain = tr.doc.nodeAt(at)!
  if (isHeader(plain.type)) at = fromHeader(tr, at)
  if (type === list) wrapInList(tr, at, attrs)
  else tr.setNodeMarkup(at, type, attrs ?? null)
}

/** Takes an item out of its list as a paragraph; its text keeps its place. Returns the position before the paragraph. */
export function liftItem(tr: Transaction, start: number): number {
  const $start = tr.doc.resolve(start)
  const around = $start.parent
  const index = $start.index()
  const node = around.child(index)
  const first = index === 0
  const final = index === around.childCount - 1
  const shell = around.type.create(around.attrs)
  const parts = [...(first ? [] : [shell]), paragraph!.create(), ...(final ? [] : [shell])]
  const from = first ? start - 1 : start
  const end = start + node.nodeSize
  tr.step(
    new ReplaceAroundStep(
      from,
      final ? end + 1 : end,
      start + 1,
      end - 1,
      new Slice(Fragment.from(parts), first ? 0 : 1, final ? 0 : 1),
      first ? 1 : 2,
      true,
    ),
  )
  return first ? from : start + 1
}

function wrapInList(tr: Transaction, start: number, attrs: Record<string, unknown> | undefined): void {
  const node = tr.doc.nodeAt(start)!
  const end = start + node.nodeSize
  const shell = list!.create(attrs, item!.create())
  tr.step(new ReplaceAroundStep(start, end, start + 1, end - 1, new Slice(Fragment.from(shell), 0, 0), 2, true))
}

/** Lists of the same sort that came to stand side by side become one. */
function joinLists(tr: Transaction): void {
  const ends: number[] = []
  tr.doc.forEach((node, offset, index) => {
    const next = index + 1 < tr.doc.childCount ? tr.doc.child(index + 1) : undefined
    if (node.type === list && next?.type === list && next.attrs['ordered'] === node.attrs['ordered'])
      ends.push(offset + node.nodeSize)
  })
  for (const end of ends.toReversed()) if (canJoin(tr.doc, end)) tr.join(end)
}

/** Whether the document's blocks are in the order the schema asks for. */
const inOrder = (doc: Node, children: readonly Node[]) => doc.type.validContent(Fragment.from([...children]))

function toHeader(tr: Transaction, start: number, field: HeaderField): void {
  const type = schema.nodes[field]!
  const node = tr.doc.nodeAt(start)!
  if (node.type === type) return
  const index = tr.doc.resolve(start).index(0)
  const occupied = childNamed(tr.doc, field)
  if (!occupied) {
    const children = childrenOf(tr.doc)
    children[index] = type.create(null, node.content)
    if (inOrder(tr.doc, children)) {
      tr.setNodeMarkup(start, type)
      return
    }
  }
  tr.delete(start, start + node.nodeSize)
  if (occupied) {
    const { pos, node: before } = childNamed(tr.doc, field)!
    tr.delete(pos, pos + before.nodeSize)
    if (before.content.size > 0) tr.insert(bodyStart(tr.doc), paragraph!.create(null, before.content))
  }
  const place = headerPlace(tr.doc, field)
  tr.insert(place, type.create(null, node.content))
  if (tr.doc.childCount === headerCount(tr.doc)) tr.insert(tr.doc.content.size, paragraph!.create())
  tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1 + node.content.size), -1))
}

/** Makes a header field the first paragraph of the body. Returns the position before it. */
function fromHeader(tr: Transaction, start: number): number {
  const node = tr.doc.nodeAt(start)!
  const index = tr.doc.resolve(start).index(0)
  const children = childrenOf(tr.doc)
  children[index] = paragraph!.create(null, node.content)
  if (inOrder(tr.doc, children)) {
    tr.setNodeMarkup(start, paragraph!)
    return start
  }
  tr.delete(start, start + node.nodeSize)
  const place = bodyStart(tr.doc)
  tr.insert(place, paragraph!.create(null, node.content))
  tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1 + node.content.size), -1))
  return place
}

const childrenOf = (doc: Node): Node[] => Array.from({ length: doc.childCount }, (_, index) => doc.child(index))
const headerCount = (doc: Node) => childrenOf(doc).filter(({ type }) => isHeader(type)).length

function childNamed(doc: Node, name: string): { pos: number; node: Node } | undefined {
  let found: { pos: number; node: Node } | undefined
  doc.forEach((node, pos) => {
    if (node.type.name === name) found ??= { pos, node }
  })
  return found
}

function bodyStart(doc: Node): number {
  let at = 0
  doc.forEach((node, pos) => {
    if (isHeader(node.type)) at = pos + node.nodeSize
  })
  return at
}

/** Where a header field belongs among those that are there. */
function headerPlace(doc: Node, field: HeaderField): number {
  let at = 0
  doc.forEach((node, pos) => {
    const rank = headerOrder.indexOf(node.type.name as HeaderField)
    if (rank >= 0 && rank < headerOrder.indexOf(field)) at = pos + node.nodeSize
  })
  return at
}

/** Goes to a header field, adding it empty where the story has none. */
export function goToField(field: HeaderField): Command {
  return (state, dispatch) => {
    const { tr } = state
    const there = childNamed(tr.doc, field)
    const pos = there ? there.pos : headerPlace(tr.doc, field)
    if (!there) tr.insert(pos, schema.nodes[field]!.create())
    const end = pos + 1 + (there ? there.node.content.size : 0)
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, end)).scrollIntoView())
    return true
  }
}

/** Enter in a header field goes on to the next field or begins the body; it never makes a second headline. */
export const enterInHeader: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || !isHeader($from.parent.type)) return false
  const after = $from.after(1)
  const next = state.doc.nodeAt(after)
  const { tr } = state
  const rest = $from.parent.slice($from.parentOffset).content
  if (rest.size === 0) {
    if (next && (isHeader(next.type) || (next.type === paragraph && next.content.size === 0))) {
      dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
      return true
    }
    dispatch?.(
      tr
        .insert(after, paragraph!.create())
        .setSelection(TextSelection.create(tr.doc, after + 1))
        .scrollIntoView(),
    )
    return true
  }
  if (next && !isHeader(next.type)) {
    dispatch?.(tr.split($from.pos, 1, [{ type: paragraph! }]).scrollIntoView())
    return true
  }
  // A field stands below: the words behind the caret begin the body.
  tr.delete($from.pos, $from.end())
  const place = bodyStart(tr.doc)
  tr.insert(place, paragraph!.create(null, rest))
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, place + 1)).scrollIntoView())
  return true
}

/** Enter in an empty list item leaves the list. */
export const enterInItem: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parent.type !== item || $from.parent.content.size > 0) return false
  const { tr } = state
  const at = liftItem(tr, $from.before())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}

/** Enter at the end of a subhead, credit, quotation or link begins a paragraph. */
export const enterAfterBlock: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const { parent } = $from
  if (!empty || $from.depth !== 1 || parent.type === paragraph || isHeader(parent.type)) return false
  if ($from.parentOffset < parent.content.size) return false
  const after = $from.after(1)
  const { tr } = state
  tr.insert(after, paragraph!.create())
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
  return true
}

/** Backspace at the start of an item takes it out of its list; of a subhead or the like makes it a paragraph. */
export const backspaceAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  if (!empty || $from.parentOffset > 0) return false
  const { tr } = state
  if ($from.parent.type === item) {
    const at = liftItem(tr, $from.before())
    dispatch?.(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
    return true
  }
  if ($from.depth !== 1) return false
  if (isHeader($from.parent.type)) {
    if ($from.parent.content.size > 0 || $from.parent.type.name === 'headline') return false
    tr.delete($from.before(1), $from.after(1))
    dispatch?.(
      tr.setSelection(TextSelection.near(tr.doc.resolve(Math.max(0, $from.before(1) - 1)), -1)).scrollIntoView(),
    )
    return true
  }
  if ($from.parent.type === paragraph) return false
  dispatch?.(tr.setNodeMarkup($from.before(1), paragraph!).scrollIntoView())
  return true
}
