import type { Manuscript, Range } from '../manuscript'
import { compare } from './apply'
import { workingsOf } from './compare'
import { docOf } from './doc'
import { blockOf } from './formats'
import { conflictsBetween } from './merge-conflicts'
import { compose, type Versions } from './merge-compose'
import { lineOf, twinDeeds, type Line, type Person } from './merge-line'
import { heldBy, liftsIn, placeOf, writeAs, writeWords, type Holds, type Place } from './merge-places'
import { versionOf, type Pieces, type Version } from './pieces'
import { frameOf } from './retypes'
import type { Decision } from './script'
import type { Change } from './types'

/** Changes of two people that cannot both stand, and both wordings of the place. Ranges are into each version's flat text. */
export interface MergeConflict {
  id: string
  /** The stretch of the common text that it is about. */
  base: Range
  baseText: string
  oursText: string
  theirsText: string
  ours: Change[]
  theirs: Change[]
  /** Where it stands in the merged text, settled or not; an empty range where nothing stands there. */
  merged: Range
  /** What it is about; only words can be settled with both or with a person's own. */
  holds: Holds
}

/**
 * How a person settles a conflict: `base` leaves the place as it was, `both` has ours and then theirs, `words` are a
 * person's own. The last two are for words only; elsewhere they settle nothing.
 */
export type Settlement = Person | 'base' | 'both' | { words: string }

export interface Merge {
  /** The common version with every change of either side that does not contradict the other, and the settled ones. */
  manuscript: Manuscript
  /** The conflicts, settled or not, in reading order. Where one is not settled the manuscript has the common wording. */
  conflicts: MergeConflict[]
}

/**
 * Two people's revisions of one version in one. What only one of them changed is taken, what both changed alike is taken
 * once, and an edit inside a paragraph that the other moved goes along. Nothing is guessed: changes that touch the same
 * words, or put something into the same place, are conflicts.
 */
export function mergeThree(
  base: Manuscript,
  ours: Manuscript,
  theirs: Manuscript,
  settlements: ReadonlyMap<string, Settlement> = new Map(),
): Merge {
  const [version, our, their] = [versionOf(base), versionOf(ours), versionOf(theirs)]
  const lines = [lineOf('ours', fullOf(base, ours)), lineOf('theirs', fullOf(base, theirs))] as const
  const versions = { ours: our, theirs: their }
  const twins = madeAlike(lines, versions)
  const groups = conflictsBetween(...lines, twins)
  for (;;) {
    const conflicts = groups.map((group) => conflictOf(group, lines, version, versions))
    conflicts.sort((a, b) => a.base.start - b.base.start || a.base.end - b.base.end)
    const found = conflicts.map(({ group, ...conflict }, index) => ({
      group,
      conflict: { id: `m${index + 1}`, ...conflict },
    }))
    const taken = new Set<Decision>()
    const left = new Set(found.flatMap(({ group }) => group))
    for (const { full, person } of lines)
      for (const decision of full.ids.keys())
        if (!left.has(decision) && !(person === 'theirs' && twins.has(decision))) taken.add(decision)
    const places = found.map(({ group, conflict }) => {
      const settled = settlements.get(conflict.id)
      for (const decision of group)
        if (lines.some((line) => line.person === settled && line.full.ids.has(decision))) taken.add(decision)
      const place = placeOf(new Set(group), lines)
      const write = place && conflict.holds === 'words' && writerOf(settled, conflict, place, lines, version, versions)
      return place && { ...place, ...(write ? { write } : {}) }
    })
    const standing = places.filter((place) => place !== undefined)
    const { manuscript, lost, ranges, landed } = compose(version, versions, lines, taken, twins, standing)
    const standsAt = (index: number): Range | undefined => {
      const { group, conflict } = found[index]!
      const settled = settlements.get(conflict.id)
      const moved = liftsIn(new Set(group), lines).find(({ person }) => person === settled)
      const place = places[index]
      return (moved && landed.get(moved.lift)) ?? (place && ranges.get(place))
    }
    // Two things each moved into the other: neither has a place. Then both are in conflict.
    if (lost.length === 0)
      return {
        manuscript,
        conflicts: found.map(({ conflict }, index) => ({
          ...conflict,
          merged: standsAt(index) ?? conflict.base,
        })),
      }
    groups.push(lost)
  }
}

function fullOf(base: Manuscript, fresh: Manuscript) {
  return workingsOf(docOf(base), docOf(fresh), compare(base, fresh))
}

type Lines = readonly [Line, Line]

/**
 * The decisions that both made, word for word: each with the other's, both ways. Where the two put the same things into
 * one place in different orders, they made nothing alike there.
 */
function madeAlike([ours, theirs]: Lines, versions: Versions): Map<Decision, Decision> {
  const signed = new Map<string, Decision[]>()
  for (const [decision, signature] of signatures(ours, versions.ours)) {
    const known = signed.get(signature)
    if (known) known.push(decision)
    else signed.set(signature, [decision])
  }
  const twins = new Map<Decision, Decision>()
  for (const [decision, signature] of signatures(theirs, versions.theirs)) {
    const same = signed.get(signature)?.shift()
    if (same) twins.set(same, decision).set(decision, same)
  }
  for (const decision of inOtherOrder(ours, theirs, twins)) {
    twins.delete(twins.get(decision)!)
    twins.delete(decision)
  }
  return twins
}

/** What both put into one place, where they did so in different orders. */
function inOtherOrder(ours: Line, theirs: Line, twins: ReadonlyMap<Decision, Decision>): Set<Decision> {
  const twinOf = twinDeeds([ours, theirs], twins)
  const places = new Map<number, { decisions: Set<Decision>; last: number; isOther: boolean }>()
  for (const deed of ours.deeds) {
    const twin = twinOf(deed)
    if (!twin || deed.kind === 'cut' || deed.kind === 'lift') continue
    const place = places.get(deed.key) ?? { decisions: new Set(), last: -1, isOther: false }
    places.set(deed.key, place)
    place.isOther ||= twin.order < place.last
    place.last = twin.order
    place.decisions.add(deed.decision)
  }
  return new Set([...places.values()].flatMap(({ decisions, isOther }) => (isOther ? [...decisions] : [])))
}

/** What each decision does, spelled out. */
function signatures({ full, deeds }: Line, version: Version): Map<Decision, string> {
  const signed = new Map<Decision, string>()
  const sign = (decision: Decision, ...parts: unknown[]) =>
    signed.set(decision, `${signed.get(decision) ?? decision.kind} ${parts.join(' ')}`)
  for (const deed of deeds)
    if (deed.kind === 'put') sign(deed.decision, 'put', deed.key, spelled(version, deed.from, deed.to))
    else if (deed.kind === 'land') sign(deed.decision, 'land', deed.key)
    else sign(deed.decision, deed.kind, deed.at, deed.to)
  for (const decision of full.formats) {
    const { old: range, new: newRange } = decision.format!
    sign(decision, ...range, spelled(version, ...newRange))
  }
  for (const [block, decision] of full.retypes) sign(decision, block, frameOf(version.doc.blocks[decision.blocks![1]]!))
  return signed
}

/** A stretch with its marks, and the frames of the blocks that end in it. */
function spelled({ plain, doc, flat }: Version, from: number, to: number): string {
  const parts: unknown[] = []
  for (let at = from; at < to;) {
    const block = blockOf(flat, at)
    const blockEnd = flat.starts[block + 1]! - 1
    const source = plain.blocks[block]
    const stop = Math.min(to, blockEnd)
    if (source && stop > at) parts.push(source.node.content.cut(at - source.start, stop - source.start).toJSON())
    if (to > blockEnd) parts.push(frameOf(doc.blocks[block]!))
    at = blockEnd + 1
  }
  return JSON.stringify(parts)
}

/** What writes a place as a person settled it, where neither side's decisions alone do. */
function writerOf(
  settled: Settlement | undefined,
  { baseText, oursText, theirsText }: Pick<MergeConflict, 'baseText' | 'oursText' | 'theirsText'>,
  place: Place,
  lines: Lines,
  base: Version,
  versions: Versions,
) {
  if (settled === 'both') {
    const [ours, theirs] = lines.map((line) => writeAs(line, base, versions[line.person], place))
    const meet = /\S$/u.test(oursText) && /^\S/u.test(theirsText)
    return (pieces: Pieces) => {
      ours!(pieces)
      if (meet) pieces.write(' ')
      theirs!(pieces)
    }
  }
  if (typeof settled !== 'object') return undefined
  const came = lines.map(({ person, deeds }) => ({
    version: versions[person],
    deed: deeds.find(({ kind, key }) => kind === 'put' && key >= place.from.key && key <= place.to.key),
  }))
  return writeWords(settled.words, { base: baseText, ours: oursText, theirs: theirsText }, base, came, place)
}

type Grouped = Omit<MergeConflict, 'id' | 'merged'> & { group: Decision[] }

function conflictOf(group: Decision[], lines: Lines, base: Version, versions: Versions): Grouped {
  const inGroup = new Set(group)
  let start = Infinity
  let end = 0
  const reach = (from: number, to: number) => {
    start = Math.min(start, from)
    end = Math.max(end, to)
  }
  for (const { full, deeds } of lines) {
    for (const deed of deeds)
      if (inGroup.has(deed.decision)) reach(deed.at, 'to' in deed && deed.kind !== 'put' ? deed.to : deed.at)
    for (const decision of [...full.formats, ...full.retypes.values()])
      if (inGroup.has(decision)) for (const range of decision.old) reach(...range)
  }
  end = Math.min(end, base.flat.text.length)
  start = Math.min(start, end)
  const changesBy = ({ full }: Line) => {
    const ids = new Set(group.map((decision) => full.ids.get(decision)))
    return full.comparison.changes.filter(({ id }) => ids.has(id))
  }
  const [ours, theirs] = lines
  return {
    group,
    base: { start, end },
    baseText: base.flat.text.slice(start, end),
    oursText: wording(ours, versions.ours, base, start, end, inGroup),
    theirsText: wording(theirs, versions.theirs, base, start, end, inGroup),
    ours: changesBy(ours),
    theirs: changesBy(theirs),
    holds: heldBy(inGroup, lines),
  }
}

/** How one person words a stretch of the common text. */
function wording(
  { deeds, lifts }: Line,
  version: Version,
  base: Version,
  start: number,
  end: number,
  inGroup: ReadonlySet<Decision>,
): string {
  let text = ''
  let at = start
  const upTo = (next: number) => {
    if (next > at) text += base.flat.text.slice(at, next)
    at = Math.max(at, next)
  }
  for (const deed of deeds) {
    if (!inGroup.has(deed.decision) || deed.at < at) continue
    upTo(deed.at)
    if (deed.kind === 'put') text += version.flat.text.slice(deed.from, deed.to)
    else if (deed.kind === 'land') {
      const lift = lifts.get(deed.move)
      if (lift) text += base.flat.text.slice(lift.from, lift.to)
    } else at = deed.to
  }
  upTo(end)
  return text
}
