import { blockOf } from './formats'
import type { Full } from './compare'
import type { Decision, Item } from './script'

export type Person = 'ours' | 'theirs'

/** Something one person did to the common text, at a place in it. */
export type Deed = {
  person: Person
  decision: Decision
  /** Where it is sorted: half a place before a block for what stands between blocks. */
  key: number
  at: number
  order: number
  /** The moved thing of the same person that it is inside of, or 0. */
  inside: number
} & (
  | { kind: 'cut'; to: number }
  | { kind: 'put'; from: number; to: number }
  | { kind: 'lift'; to: number; move: number }
  | { kind: 'land'; move: number }
)

/** What a person lifted: a stretch of the common text, and whether it is whole blocks. */
export interface Lift {
  from: number
  to: number
  isBlock: boolean
  inside: number
}

export interface Line {
  person: Person
  full: Full
  deeds: Deed[]
  lifts: Map<number, Lift>
}

/** A person's changes as deeds along the common text. */
export function lineOf(person: Person, full: Full): Line {
  const { flat, flatNew, script } = full
  const deeds: Deed[] = []
  const lifts = new Map<number, Lift>()
  const isStart = (at: number) =>
    at === flat.starts[blockOf(flat, Math.min(at, flat.text.length))] || at > flat.text.length
  const endsBlock = (at: number) => flatNew.starts[blockOf(flatNew, at - 1) + 1] === at

  const walk = (items: readonly Item[], inside: number, from: number): number => {
    let at = from
    for (let index = 0; index < items.length;) {
      const item = items[index]!
      if (item.kind === 'kept') {
        at = item.kept.old[1]
        index++
      } else if (item.kind === 'old') {
        add({ kind: 'cut', at, to: item.end }, item.decision, inside, at)
        at = item.end
        index++
      } else if (item.kind === 'slot' && item.side === 'old') {
        const start = at
        const place = deeds.length
        at = walk(script.sequences[item.move]!, item.move, at)
        const lift = { from: start, to: at, isBlock: isStart(start) && isStart(at) && at > start, inside }
        lifts.set(item.move, lift)
        const decision = script.moves[item.move]!
        deeds.splice(place, 0, {
          kind: 'lift', person, decision, key: start, at: start, to: at, move: item.move, order: place, inside,
        }) // prettier-ignore
        index++
      } else {
        let end = index
        while (end < items.length && isNew(items[end]!)) end++
        putAll(items.slice(index, end), inside, at)
        index = end
      }
    }
    return at
  }
  /** What comes in at one place: whole blocks stand before the block that begins there. */
  const putAll = (items: readonly Item[], inside: number, at: number) => {
    const between = isStart(at)
      ? items.findLastIndex((item) => (item.kind === 'new' ? endsBlock(item.end) : landsAsBlock(item)))
      : -1
    items.forEach((item, index) => {
      const key = index <= between ? at - 0.5 : at
      if (item.kind === 'new') add({ kind: 'put', at, from: item.start, to: item.end }, item.decision, inside, key)
      else if (item.kind === 'slot') add({ kind: 'land', at, move: item.move }, script.moves[item.move]!, inside, key)
    })
  }
  const landsAsBlock = (item: Item) => {
    const last = item.kind === 'slot' ? script.sequences[item.move]!.findLast(({ kind }) => kind === 'kept') : undefined
    return last?.kind === 'kept' && endsBlock(last.kept.new[1])
  }
  type Bare = { kind: 'cut'; at: number; to: number } | { kind: 'put'; at: number; from: number; to: number } | { kind: 'land'; at: number; move: number } // prettier-ignore
  const add = (bare: Bare, decision: Decision, inside: number, key: number) =>
    deeds.push({ ...bare, person, decision, key, order: 0, inside })
  walk(script.sequences[0]!, 0, 0)
  deeds.forEach((deed, order) => (deed.order = order))
  return { person, full, deeds, lifts }
}

function isNew(item: Item): boolean {
  return item.kind === 'new' || (item.kind === 'slot' && item.side === 'new')
}

/** For a deed of a decision that both made, the other's. */
export function twinDeeds(lines: readonly Line[], twins: ReadonlyMap<Decision, Decision>) {
  const deedsOf = new Map<Decision, Deed[]>()
  const places = new Map<Deed, number>()
  for (const { deeds } of lines)
    for (const deed of deeds) {
      if (!twins.has(deed.decision)) continue
      const known = deedsOf.get(deed.decision) ?? []
      deedsOf.set(deed.decision, known)
      places.set(deed, known.push(deed) - 1)
    }
  return (deed: Deed): Deed | undefined => {
    const twin = twins.get(deed.decision)
    return twin && deedsOf.get(twin)![places.get(deed)!]
  }
}
