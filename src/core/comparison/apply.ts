import type { Manuscript } from '../manuscript'
import { compareDocs, workingsOf } from './compare'
import { docOf } from './doc'
import { blockOf } from './formats'
import { Pieces, versionOf } from './pieces'
import { formatsWithin, sharedIn, type Decision, type Item } from './script'
import { Seams } from './seams'
import type { Comparison } from './types'

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
  const before = versionOf(old)
  const after = versionOf(fresh)
  const full = workingsOf(before.doc, after.doc, comparison)
  const isTaken = (decision: Decision) => taken.has(full.ids.get(decision) ?? '')
  const seams = new Seams()
  seams.share(before, after, sharedIn(full.script))
  const pieces = new Pieces(seams)
  const copyKept = ([from, to]: readonly [number, number], shift: number) => {
    const remarks = formatsWithin(full.formats, from, to)
      .filter(isTaken)
      .map(({ format }) => ({ from: format!.old[0], to: format!.old[1], version: after, shift }))
    pieces.copyRemarked(before, from, to, remarks, (block) => {
      const retype = full.retypes.get(block)
      if (!retype || !isTaken(retype)) return undefined
      return after.doc.blocks[blockOf(after.flat, before.flat.starts[block + 1]! - 1 + shift)]
    })
  }
  const walk = (items: readonly Item[]) => {
    for (const item of items)
      if (item.kind === 'kept') copyKept(item.kept.old, item.kept.new[0] - item.kept.old[0])
      else if (item.kind === 'slot') {
        if (isTaken(full.script.moves[item.move]!) === (item.side === 'new')) walk(full.script.sequences[item.move]!)
      } else if (isTaken(item.decision) === (item.kind === 'new'))
        pieces.copy(item.kind === 'old' ? before : after, item.start, item.end)
  }
  walk(full.script.sequences[0]!)
  return pieces.done().manuscript
}
