import { textlessOnly } from './doc'
import { blockOf } from './formats'
import type { Deed, Lift, Line, Person } from './merge-line'
import type { Pieces, Version } from './pieces'
import type { Decision } from './script'
import type { DocBlock } from './types'

/** Where a conflict stands in the common text, on the same scale as the deeds around it, and how it is written. */
export interface Place {
  /** The first deed of it: it stands in the same region as this. */
  first: Deed
  from: { key: number; at: number }
  to: { key: number; at: number }
  /** Writes the place as neither person wrote it alone; absent where decisions of one of them do. */
  write?: (pieces: Pieces) => void
}

/** The stretches that a conflict's decisions lift, by who lifts them. */
export function liftsIn(
  group: ReadonlySet<Decision>,
  lines: readonly Line[],
): { person: Person; lift: Lift; deed: Deed }[] {
  return lines.flatMap(({ person, deeds, lifts }) =>
    deeds.flatMap((deed) =>
      deed.kind === 'lift' && group.has(deed.decision) ? [{ person, deed, lift: lifts.get(deed.move)! }] : [],
    ),
  )
}

/** The place of a conflict's decisions; of what was moved, where it was. */
export function placeOf(group: ReadonlySet<Decision>, lines: readonly Line[]): Place | undefined {
  const [moved] = liftsIn(group, lines)
  if (moved) {
    const { deed, lift } = moved
    const end = lift.isBlock ? lift.to - 0.75 : lift.to
    return { first: deed, from: { key: lift.from, at: lift.from }, to: { key: end, at: lift.to } }
  }
  const spans = lines.flatMap(({ person, full, deeds }) => [
    ...deeds.filter(({ decision }) => group.has(decision)).map((deed) => ({ deed, end: endOf(deed) })),
    ...[...full.formats, ...full.retypes.values()].flatMap((decision) => {
      if (!group.has(decision)) return []
      // Marks and styles are nothing that is put anywhere: an empty deed stands for where they are.
      return decision.old.map(([start, end]) => ({
        deed: { person, decision, key: start, at: start, order: 0, inside: 0, kind: 'put', from: 0, to: 0 } as const,
        end: { key: end, at: end },
      }))
    }),
  ])
  if (spans.length === 0) return undefined
  const first = spans.map(({ deed }) => deed).reduce((a, b) => (b.key < a.key ? b : a))
  const to = spans.map(({ end }) => end).reduce((a, b) => (b.key > a.key || (b.key === a.key && b.at > a.at) ? b : a))
  return { first, from: { key: first.key, at: first.at }, to }
}

/** Blocks that go as a whole leave the place after them to others. */
function endOf(deed: Deed): { key: number; at: number } {
  if (deed.kind === 'put' || deed.kind === 'land') return { key: deed.key, at: deed.at }
  return { key: deed.kind === 'cut' && deed.decision.whole ? deed.to - 0.75 : deed.to, at: deed.to }
}

export type Holds = 'words' | 'places' | 'marks'

/** What a conflict is about: words that can be written, where something was moved to, or marks and styles alone. */
export function heldBy(group: ReadonlySet<Decision>, lines: readonly Line[]): Holds {
  if ([...group].some(({ kind }) => kind === 'move')) return 'places'
  return lines.some(({ deeds }) => deeds.some(({ decision }) => group.has(decision))) ? 'words' : 'marks'
}

/** Writes a place as one person has it. */
export function writeAs({ deeds }: Line, base: Version, version: Version, { from, to }: Place) {
  return (pieces: Pieces) => {
    let at = from.at
    const upTo = (next: number) => {
      if (next > at) pieces.copy(base, at, next)
      at = Math.max(at, next)
    }
    for (const deed of deeds) {
      if (deed.key < from.key || deed.key > to.key || deed.at > to.at) continue
      upTo(Math.min(deed.at, to.at))
      if (deed.kind === 'put') pieces.copy(version, deed.from, deed.to)
      else if (deed.kind === 'cut') at = Math.max(at, Math.min(deed.to, to.at))
    }
    upTo(to.at)
  }
}

/** Writes a person's own words into a place; its paragraphs are of the kind that stands there, or that came there. */
export function writeWords(
  words: string,
  given: { base: string; ours: string; theirs: string },
  base: Version,
  came: { version: Version; deed: Deed | undefined }[],
  { from, to }: Place,
) {
  // A place of whole paragraphs keeps its last paragraph's end, one inside a paragraph ends none that was not there.
  // The last paragraph's end stands in no text.
  const isLast = to.at > from.at && to.at === base.flat.starts.at(-1)
  const whole =
    isLast || (given.base ? given.base.endsWith('\n') : given.ours.endsWith('\n') || given.theirs.endsWith('\n'))
  const bare = words.replace(/\n+$/u, '')
  const text = whole && bare !== '' ? `${bare}\n` : bare
  const newcomer = given.base === '' ? came.find(({ deed }) => deed?.kind === 'put') : undefined
  const frame =
    newcomer?.deed?.kind === 'put'
      ? newcomer.version.doc.blocks[blockOf(newcomer.version.flat, newcomer.deed.from)]
      : base.doc.blocks[blockOf(base.flat, Math.min(from.at, base.flat.text.length))]
  return (pieces: Pieces) => pieces.write(text, plainFrame(frame))
}

/** The kind of a block without what opens and ends the table or list around it. */
function plainFrame(frame: DocBlock | undefined): DocBlock {
  if (!frame || frame.type === textlessOnly) return { type: 'p', text: '' }
  const { before: _before, after: _after, ...plain } = frame
  return plain
}
