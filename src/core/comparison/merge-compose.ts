import type { Range } from '../manuscript'
import { twinDeeds, type Deed, type Lift, type Line, type Person } from './merge-line'
import type { Place } from './merge-places'
import { Pieces, type Remark, type Version } from './pieces'
import { sharedIn, type Decision } from './script'
import { Seams } from './seams'
import type { DocBlock } from './types'
import { countWhile } from './search'

export type Versions = Record<Person, Version>
type Lines = readonly [Line, Line]

/**
 * The common version with decisions of both people taken, none of which contradict each other. `lost` are moves that
 * found no place because each was moved into the other; `ranges` tells where in the new text each place stands, `landed` where each
 * lifted stretch does.
 *
 * The common text is cut into regions: the story, and every lifted stretch. Each deed belongs to the innermost lifted
 * stretch it stands in, whoever lifted that; a region is written where it landed.
 */
export function compose(
  base: Version,
  versions: Versions,
  lines: Lines,
  taken: ReadonlySet<Decision>,
  twins: ReadonlyMap<Decision, Decision>,
  places: readonly Place[] = [],
) {
  const regions = new Map<Lift, Deed[]>()
  const story: Lift = { from: 0, to: base.flat.starts.at(-1)!, isBlock: true, inside: 0 }
  const place = regionsOf(lines, taken, twins, story)
  const before = orderOf(lines, twins)
  for (const { deeds } of lines)
    for (const deed of deeds) {
      if (!taken.has(deed.decision)) continue
      const region = place(deed)
      const known = regions.get(region)
      if (known) known.push(deed)
      else regions.set(region, [deed])
    }
  const placesIn = new Map<Lift, Place[]>()
  for (const each of places) {
    const region = place(each.first)
    placesIn.set(region, [...(placesIn.get(region) ?? []), each])
  }
  const ranges = new Map<Place, Range>()
  const lineOf = (person: Person) => lines.find((line) => line.person === person)!
  const remarks = remarksOf(lines, versions, taken)
  const frameAt = framesOf(lines, versions, taken)
  const pieces = new Pieces(seamsOf(base, versions, lines, twins))
  const done = new Set<Lift>()
  const landed = new Map<Lift, Range>()
  const write = (region: Lift) => {
    done.add(region)
    const start = pieces.length
    let at = region.from
    const upTo = (end: number) => {
      if (end > at) pieces.copyRemarked(base, at, end, within(remarks, at, end), frameAt)
      at = Math.max(at, end)
    }
    const open = (each: Place) => {
      upTo(each.from.at)
      ranges.set(each, { start: pieces.length, end: pieces.length })
      if (!each.write) return
      each.write(pieces)
      at = Math.max(at, each.to.at)
    }
    const close = (each: Place) => {
      upTo(Math.min(each.to.at, region.to))
      const opened = ranges.get(each)!.start
      const start = pieces.isAdded(opened) ? opened + 1 : opened
      ranges.set(each, { start, end: Math.max(start, pieces.length) })
    }
    const marks = marksOf(placesIn.get(region) ?? [])
    let mark = 0
    const marksUpTo = (key: number) => {
      for (
        ;
        marks[mark] && (marks[mark]!.key < key || (marks[mark]!.key === key && marks[mark]!.edge === 'open'));
        mark++
      )
        (marks[mark]!.edge === 'open' ? open : close)(marks[mark]!.place)
    }
    const written = (placesIn.get(region) ?? []).filter((each) => each.write)
    const deeds = (regions.get(region) ?? []).sort((a, b) => a.key - b.key || before(a, b))
    for (const deed of deeds) {
      marksUpTo(deed.key)
      // Words written by hand stand for everything that was written in their place.
      const within = written.some(({ from, to }) => deed.key >= from.key && deed.key <= to.key)
      if (within && (deed.kind === 'put' || deed.kind === 'cut')) continue
      upTo(deed.at)
      if (deed.kind === 'put') pieces.copy(versions[deed.person], deed.from, deed.to)
      else if (deed.kind === 'land') {
        const lift = lineOf(deed.person).lifts.get(deed.move)
        if (lift && !done.has(lift)) write(lift)
      } else at = Math.max(at, deed.to)
    }
    marksUpTo(Infinity)
    upTo(region.to)
    landed.set(region, { start, end: pieces.length })
  }
  write(story)
  const lost = lines.flatMap(({ deeds, lifts }) =>
    deeds.flatMap((deed) =>
      deed.kind === 'lift' && taken.has(deed.decision) && !done.has(lifts.get(deed.move)!) ? [deed.decision] : [],
    ),
  )
  const { manuscript, placed } = pieces.done()
  const inText = <Key>(found: Map<Key, Range>) => new Map([...found].map(([key, range]) => [key, placed(range)]))
  return { manuscript, lost, ranges: inText(ranges), landed: inText(landed) }
}

/** What the versions share: each person's with the common one, and what both put in alike with each other. */
function seamsOf(base: Version, versions: Versions, lines: Lines, twins: ReadonlyMap<Decision, Decision>): Seams {
  const seams = new Seams()
  for (const { person, full } of lines) seams.share(base, versions[person], sharedIn(full.script))
  const twinOf = twinDeeds(lines, twins)
  const [ours, theirs] = lines
  const alike = ours.deeds.flatMap((deed) => {
    const twin = deed.kind === 'put' && twinOf(deed)
    return deed.kind === 'put' && twin && twin.kind === 'put'
      ? [{ from: deed.from, to: deed.to, other: twin.from }]
      : []
  })
  seams.share(versions[ours.person], versions[theirs.person], alike)
  return seams
}

/** Where places open and close, in order; one that is empty opens first. */
function marksOf(places: readonly Place[]) {
  return places
    .flatMap((place) => [
      { place, edge: 'open' as const, key: place.from.key },
      { place, edge: 'close' as const, key: place.to.key },
    ])
    .map((mark, index) => ({ ...mark, index }))
    .sort((a, b) => a.key - b.key || a.index - b.index)
}

/** Which region a deed belongs to. */
function regionsOf(
  lines: Lines,
  taken: ReadonlySet<Decision>,
  twins: ReadonlyMap<Decision, Decision>,
  story: Lift,
): (deed: Deed) => Lift {
  const liftedBy = new Map(lines.map((line) => [line, byPlace(line)]))
  return (deed) => {
    const [own, other] = deed.person === lines[0].person ? lines : ([lines[1], lines[0]] as const)
    let mine: Lift | undefined
    for (let move = deed.inside; move !== 0 && !mine; move = own.lifts.get(move)!.inside) {
      const decision = own.full.script.moves[move]!
      const twin = twins.get(decision)
      if (taken.has(decision)) mine = own.lifts.get(move)
      // Both lifted it; it was taken from the other.
      else if (twin && taken.has(twin)) mine = other.lifts.get(twin.move!)
    }
    const theirs = holding(liftedBy.get(other)!, other, deed, taken)
    if (!mine || !theirs) return mine ?? theirs ?? story
    return theirs.to - theirs.from < mine.to - mine.from ? theirs : mine
  }
}

/** A person's lifted stretches from the front on, outer ones first. They lie inside one another or apart. */
function byPlace({ lifts }: Line): [move: number, lift: Lift][] {
  return [...lifts].sort(([, a], [, b]) => a.from - b.from || b.to - a.to)
}

/** The innermost taken stretch of a person that a deed of the other stands in. */
function holding(
  lifted: readonly [number, Lift][],
  { lifts, full }: Line,
  deed: Deed,
  taken: ReadonlySet<Decision>,
): Lift | undefined {
  const before = countWhile(lifted, ([, lift]) => lift.from <= deed.key)
  for (let move = lifted[before - 1]?.[0] ?? 0; move !== 0; move = lifts.get(move)!.inside)
    if (taken.has(full.script.moves[move]!) && holds(lifts.get(move)!, deed)) return lifts.get(move)
  return undefined
}

/** Which of two deeds at one place comes first: what one made has its order beside what both made. */
function orderOf(lines: Lines, twins: ReadonlyMap<Decision, Decision>): (a: Deed, b: Deed) => number {
  const twinOf = twinDeeds(lines, twins)
  return (a, b) => {
    if (a.person === b.person) return a.order - b.order
    const [twinA, twinB] = [twinOf(a), twinOf(b)]
    if (twinA) return twinA.order - b.order
    return twinB ? a.order - twinB.order : 0
  }
}

function holds(lift: Lift, { key }: Deed): boolean {
  return lift.isBlock ? key >= lift.from && key < lift.to - 0.5 : key > lift.from && key < lift.to
}

/** Marks that either person changed, in order. */
function remarksOf(lines: Lines, versions: Versions, taken: ReadonlySet<Decision>): Remark[] {
  return lines
    .flatMap(({ person, full }) =>
      full.formats
        .filter((decision) => taken.has(decision))
        .map(({ format }) => ({
          from: format!.old[0],
          to: format!.old[1],
          version: versions[person],
          shift: format!.new[0] - format!.old[0],
        })),
    )
    .sort((a, b) => a.from - b.from)
}

function within(remarks: readonly Remark[], from: number, to: number): Remark[] {
  const found: Remark[] = []
  for (let at = countWhile(remarks, (remark) => remark.to <= from); at < remarks.length; at++) {
    if (remarks[at]!.from >= to) break
    found.push(remarks[at]!)
  }
  return found
}

/** The frames that either person gave to blocks of the common version. */
function framesOf(lines: Lines, versions: Versions, taken: ReadonlySet<Decision>) {
  const frames = new Map<number, DocBlock>()
  for (const { person, full } of lines)
    for (const [block, decision] of full.retypes)
      if (taken.has(decision)) frames.set(block, versions[person].doc.blocks[decision.blocks![1]]!)
  return (block: number) => frames.get(block)
}
