import { blockOf } from './formats'
import type { Line, Person } from './merge-line'
import type { Decision } from './script'

/** What a decision lays hold of in the common text. */
interface Claim {
  person: Person
  decision: Decision
  kind: 'edit' | 'lift' | 'format' | 'retype'
  from: number
  to: number
  isBlock: boolean
}

/**
 * Groups of decisions of two people that cannot both stand: they change the same words, or put something in the same
 * place. What both made alike (`twins`) agrees with everything of either.
 */
export function conflictsBetween(ours: Line, theirs: Line, twins: ReadonlyMap<Decision, Decision>): Decision[][] {
  const claims = [...claimsOf(ours), ...claimsOf(theirs)].filter(({ decision }) => !twins.has(decision))
  claims.sort((a, b) => a.from - b.from || a.to - b.to)
  const groups = new Groups()
  let open: Claim[] = []
  for (const claim of claims) {
    // A claim may be at odds with what ends just before it: a lifted block with the break that a joint takes.
    open = open.filter((each) => each.to >= claim.from - 1)
    for (const other of open)
      if (other.person !== claim.person && clash(other, claim)) groups.join(other.decision, claim.decision)
    open.push(claim)
  }
  return groups.all()
}

function claimsOf({ person, full, deeds, lifts }: Line): Claim[] {
  const claims: Claim[] = []
  const claim = (decision: Decision, kind: Claim['kind'], from: number, to: number, isBlock = false) =>
    claims.push({ person, decision, kind, from, to, isBlock })
  const { flat } = full
  const { starts } = flat
  const isBreak = (at: number) => starts[blockOf(flat, at) + 1] === at + 1
  for (const deed of deeds)
    if (deed.kind === 'lift') claim(deed.decision, 'lift', deed.at, deed.to, lifts.get(deed.move)!.isBlock)
    else if (deed.kind !== 'cut') claim(deed.decision, 'edit', deed.key, deed.key)
    // A block that goes as a whole leaves the places before and after it to others; so does a break that goes alone.
    else if (deed.decision.whole) claim(deed.decision, 'edit', deed.at - 0.25, deed.to - 0.75)
    else if (deed.to === deed.at + 1 && isBreak(deed.at)) claim(deed.decision, 'edit', deed.at + 0.1, deed.to - 0.1)
    else claim(deed.decision, 'edit', deed.at, deed.to)
  for (const decision of full.formats) claim(decision, 'format', ...decision.format!.old)
  for (const [block, decision] of full.retypes)
    claim(decision, 'retype', starts[block + 1]! - 1, starts[block + 1]! - 0.5)
  return claims
}

function clash(a: Claim, b: Claim): boolean {
  if (a.kind === 'lift' || b.kind === 'lift') {
    const [lift, other] = a.kind === 'lift' ? [a, b] : [b, a]
    if (other.kind === 'format' || other.kind === 'retype') return false
    if (other.kind === 'lift') return !isApart(lift, other) && !isWithin(lift, other) && !isWithin(other, lift)
    return !isApart(lift, other) && !isWithin(lift, other)
  }
  const overlap = a.from < b.to && b.from < a.to
  if (a.kind === 'edit' && b.kind === 'edit') return a.from <= b.to && b.from <= a.to
  if (a.kind === 'format' && b.kind === 'format') return overlap
  if (a.kind === 'retype' && b.kind === 'retype') return a.from === b.from
  // Marks and styles give way to nothing but the loss of what they stand on.
  const edit = a.kind === 'edit' ? a : b.kind === 'edit' ? b : undefined
  return edit !== undefined && edit.to > edit.from && overlap
}

/** Beside a lifted stretch, without touching it. A block ends a whole place before the next begins. */
function isApart(lift: Claim, other: Claim): boolean {
  return lift.isBlock
    ? other.to <= lift.from - 0.5 || other.from >= lift.to - 0.5
    : other.to < lift.from || other.from > lift.to
}

/** Inside a lifted stretch, so that it goes along, and not all of it. */
function isWithin(lift: Claim, other: Claim): boolean {
  if (!lift.isBlock) return other.from > lift.from && other.to < lift.to
  const end = lift.to - 1
  const inner = other.isBlock ? other.to - 1 : other.to
  return other.from >= lift.from && inner <= end && !(other.from <= lift.from && inner >= end)
}

/** Decisions joined into groups. */
class Groups {
  #group = new Map<Decision, Decision[]>()

  join(a: Decision, b: Decision) {
    const one = this.#of(a)
    const other = this.#of(b)
    if (one === other) return
    for (const decision of other) this.#group.set(decision, one)
    one.push(...other)
  }

  all(): Decision[][] {
    return [...new Set(this.#group.values())]
  }

  #of(decision: Decision): Decision[] {
    let group = this.#group.get(decision)
    if (!group) this.#group.set(decision, (group = [decision]))
    return group
  }
}
