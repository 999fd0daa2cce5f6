import { Fragment } from 'prosemirror-model'
import { plainText, type Manuscript, type PlainText } from '../manuscript'
import { assemble, type Piece } from './assemble'
import { compareDocs, workingsOf } from './compare'
import { docOf } from './doc'
import { blockOf } from './formats'
import type { Kept } from './kept'
import { formatsWithin, type Decision, type Item } from './script'
import type { Comparison, DocBlock } from './types'

/** What changed between two manuscripts. The same answer as `compareDocs(docOf(old), docOf(new))`. */
export function compare(old: Manuscript, fresh: Manuscript): Comparison {
  return compareDocs(docOf(old), docOf(fresh))
}

/**
 * The old manuscript with some of the changes taken, by id. All taken gives the new manuscript exactly, none the old;
 * any choice gives a valid manuscript. `comparison` is that of these two manuscripts, from `compare` or sent over.
 */
export function applyChanges(
  old: Manuscript,
  fresh: Manuscript,
  comparison: Comparison,
  taken: ReadonlySet<string>,
): Manuscript {
  const oldDoc = docOf(old)
  const newDoc = docOf(fresh)
  const full = workingsOf(oldDoc, newDoc, comparison)
  const oldPlain = plainText(old)
  const newPlain = plainText(fresh)
  const isTaken = (decision: Decision) => taken.has(full.ids.get(decision) ?? '')
  const pieces: Piece[] = []
  let content = Fragment.empty
  let lastFrame: DocBlock = { type: 'p', text: '' }
  const { flat, flatNew } = full

  const end = (frame: DocBlock) => {
    pieces.push({ frame, content })
    lastFrame = frame
    content = Fragment.empty
  }
  const copy = (plain: PlainText, block: number, from: number, to: number) => {
    const source = plain.blocks[block]
    if (source && to > from) content = content.append(source.node.content.cut(from - source.start, to - source.start))
  }
  /** Copies a stretch of one version, ending blocks where it holds their ends. */
  const copyStretch = (side: 'old' | 'new', from: number, to: number) => {
    const [plain, starts, doc] = side === 'old' ? [oldPlain, flat, oldDoc] : [newPlain, flatNew, newDoc]
    let at = from
    while (at < to) {
      const block = blockOf(starts, at)
      const blockEnd = starts.starts[block + 1]! - 1
      copy(plain, block, at, Math.min(to, blockEnd))
      if (to > blockEnd) end(doc.blocks[block]!)
      at = blockEnd + 1
    }
  }
  const copyKept = ({ old: range, new: newRange }: Kept) => {
    const shift = newRange[0] - range[0]
    let at = range[0]
    const until = (stop: number) => {
      while (at < stop) {
        const block = blockOf(flat, at)
        const blockEnd = flat.starts[block + 1]! - 1
        copy(oldPlain, block, at, Math.min(stop, blockEnd))
        if (stop > blockEnd) {
          const retype = full.retypes.get(block)
          end(retype && isTaken(retype) ? newDoc.blocks[blockOf(flatNew, blockEnd + shift)]! : oldDoc.blocks[block]!)
        }
        at = Math.min(stop, blockEnd + 1)
      }
    }
    for (const format of formatsWithin(full.formats, range[0], range[1])) {
      if (!isTaken(format)) continue
      const [from, to] = format.format!.old
      until(from)
      copyStretch('new', from + shift, to + shift)
      at = to
    }
    until(range[1])
  }
  const walk = (items: readonly Item[]) => {
    for (const item of items)
      if (item.kind === 'kept') copyKept(item.kept)
      else if (item.kind === 'slot') {
        if (isTaken(full.script.moves[item.move]!) === (item.side === 'new')) walk(full.script.sequences[item.move]!)
      } else if (isTaken(item.decision) === (item.kind === 'new')) copyStretch(item.kind, item.start, item.end)
  }
  walk(full.script.sequences[0]!)
  if (content.size > 0) end(lastFrame)
  return assemble(pieces)
}
