import type { Change, ColumnRow, ReadingBlock } from '@core/comparison'
import type { Compared } from '../analysis'

/** Which way a moved thing went in the text. */
export type Direction = 'up' | 'down'

/** What views ask of a comparison beside its texts. */
export interface Model {
  changeOf: (id: string | undefined) => Change | undefined
  /** The number that joins the two places of a moved thing: 1, 2, 3 in the new version's order. */
  moveNumber: (move: number) => number
  wentTo: (move: number) => Direction
  /** Every change in the paragraphs that a change stands in, itself included. */
  inParagraphOf: (id: string) => string[]
}

const idsOf = new WeakMap<ReadingBlock, ReadonlySet<string>>()

/** The changes that a block shows. */
export function changesIn(block: ReadingBlock): ReadonlySet<string> {
  const known = idsOf.get(block)
  if (known) return known
  const ids = new Set<string>()
  for (const id of [block.retype, block.split, ...block.runs.flatMap(({ change, format }) => [change, format])])
    if (id !== undefined) ids.add(id)
  idsOf.set(block, ids)
  return ids
}

/** True when a block is the same in both versions. */
export function isUnchanged(block: ReadingBlock): boolean {
  return block.state === 'kept' && changesIn(block).size === 0
}

export function rowIsUnchanged({ old, new: fresh }: ColumnRow): boolean {
  return old.length === 1 && fresh.length === 1 && isUnchanged(old[0]!) && isUnchanged(fresh[0]!)
}

/** The share of the new version's words that stand in the old one as they are, wherever; 0 to 1. */
export function sharedShare(reading: readonly ReadingBlock[]): number {
  const wordsIn = (states: readonly string[]) =>
    reading
      .flatMap(({ runs }) => runs)
      .filter(({ state }) => states.includes(state))
      .reduce((sum, { text }) => sum + (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu)?.length ?? 0), 0)
  const shared = wordsIn(['kept', 'moved-here'])
  return shared === 0 ? 0 : shared / (shared + wordsIn(['inserted']))
}

export function modelOf({ changes, reading, rows }: Compared): Model {
  const byId = new Map(changes.map((change) => [change.id, change]))
  const numbers = new Map<number, number>()
  for (const change of changes) if (change.kind === 'move') numbers.set(change.move!, numbers.size + 1)
  const away = new Map<number, number>()
  const here = new Map<number, number>()
  reading.forEach(({ runs }, index) => {
    for (const { move, state } of runs) {
      const places = state === 'moved-away' ? away : state === 'moved-here' ? here : undefined
      if (move !== undefined && places && !places.has(move)) places.set(move, index)
    }
  })
  const rowsOf = new Map<string, ReadonlySet<string>[]>()
  for (const row of rows) {
    const ids = new Set([...row.old, ...row.new].flatMap((block) => [...changesIn(block)]))
    for (const id of ids) rowsOf.set(id, [...(rowsOf.get(id) ?? []), ids])
  }
  return {
    changeOf: (id) => (id === undefined ? undefined : byId.get(id)),
    moveNumber: (move) => numbers.get(move) ?? 0,
    wentTo: (move) => ((here.get(move) ?? 0) > (away.get(move) ?? 0) ? 'down' : 'up'),
    inParagraphOf: (id) => {
      const near = new Set([id, ...(rowsOf.get(id) ?? []).flatMap((ids) => [...ids])])
      return changes.filter((change) => near.has(change.id)).map((change) => change.id)
    },
  }
}
