import { versionName, type Release, type RevisionCard, type RevisionKind, type Source } from '@core/record'
import { agencyCode, shortTime } from '../ui'

/** One side of a comparison. Its name stands in the address: `draft`, `12`, `release`, `source:ID`, `file:ID`, `id:HASH`. */
export type Side =
  | { kind: 'draft' }
  | { kind: 'revision'; number: number }
  | { kind: 'release' }
  /** A revision of somebody else that a merge brought in, by its id. */
  | { kind: 'other'; id: string }
  | { kind: 'source'; id: string }
  | { kind: 'file'; id: string }

export function sideOf(name: string): Side | undefined {
  if (name === 'draft' || name === 'release') return { kind: name }
  if (/^[1-9]\d*$/.test(name)) return { kind: 'revision', number: Number(name) }
  const [, other] = /^id:([0-9a-f]{64})$/.exec(name) ?? []
  if (other) return { kind: 'other', id: other }
  const [, kind, id] = /^(source|file):(.+)$/.exec(name) ?? []
  return id ? { kind: kind as 'source' | 'file', id } : undefined
}

export function nameOf(side: Side): string {
  if (side.kind === 'draft' || side.kind === 'release') return side.kind
  if (side.kind === 'other') return `id:${side.id}`
  return side.kind === 'revision' ? String(side.number) : `${side.kind}:${side.id}`
}

/** A file read from outside to compare with; it lives as long as the window. */
export interface OutsideCopy {
  id: string
  name: string
  /** When it was read, ISO 8601. */
  at: string
  /** ProseMirror JSON. */
  manuscript: unknown
}

/** Everything of a story that can stand on a side. */
export interface Shelf {
  revisions: readonly RevisionCard[]
  releases: readonly Release[]
  sources: readonly Source[]
  files: readonly OutsideCopy[]
  /** When the draft last changed, and after which revision. */
  draft: { at: string; after: number }
}

/** What a side is called, who made it and when. */
export interface SideCard {
  name: string
  title: string
  /** "K. Rao · Mon 14:05". */
  detail: string
  note?: string
}

const kindWords: Record<RevisionKind, string> = {
  named: '',
  import: 'imported',
  restore: 'restored',
  release: 'published',
  start: 'started',
  merge: 'merged',
}
const releaseWords: Record<Release['kind'], string> = {
  first: 'published',
  correction: 'correction',
  update: 'update',
  kill: 'kill',
}
const dotted = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(' · ')

/**
 * The newest release; undefined before the first. Numbers grow along every line, clocks of two desks may differ: only of two
 * that were made apart the later one counts.
 */
export function lastRelease(releases: readonly Release[]): Release | undefined {
  return releases.reduce<Release | undefined>(
    (last, one) =>
      !last || one.revision > last.revision || (one.revision === last.revision && one.at > last.at) ? one : last,
    undefined,
  )
}

export function draftCard({ draft }: Shelf): SideCard {
  const since = draft.after > 0 ? `after r${draft.after}` : ''
  return { name: 'draft', title: 'Draft', detail: dotted(since, `changed ${shortTime(draft.at)}`) }
}

export function revisionCard({ number, by, at, kind, note }: RevisionCard): SideCard {
  const detail = dotted(by, shortTime(at), kindWords[kind])
  return { name: String(number), title: `r${number}`, detail, ...(note ? { note } : {}) }
}

type Other = NonNullable<RevisionCard['joined']>[number]

/** The revisions of others that merges brought in, the newest first. */
const others = ({ revisions }: Shelf): Other[] => revisions.flatMap(({ joined }) => joined ?? [])

export function otherCard({ id, number, by, at, note }: Other): SideCard {
  return {
    name: `id:${id}`,
    title: `${by}’s r${number}`,
    detail: dotted(shortTime(at), 'merged in'),
    ...(note ? { note } : {}),
  }
}

export function releaseCard({ revision, by, at, kind, note }: Release): SideCard {
  const detail = dotted(`r${revision}`, by, shortTime(at), releaseWords[kind])
  return { name: 'release', title: 'Last release', detail, ...(note ? { note } : {}) }
}

export function sourceCard(source: Source): SideCard {
  const { id, agency, version, slug, headline, file, at, attachedAt } = source
  const named = [agency && agencyCode(agency), version && versionName(version)].filter(Boolean).join(' ')
  return {
    name: `source:${id}`,
    title: named || slug || file || 'Source',
    detail: dotted(named ? (slug ?? file) : undefined, shortTime(at ?? attachedAt)),
    ...(headline ? { note: headline } : {}),
  }
}

export function fileCard({ id, name, at }: OutsideCopy): SideCard {
  return { name: `file:${id}`, title: name, detail: `read ${shortTime(at)}` }
}

/** The card of a side; undefined when it is not there (any more). */
export function cardOf(side: Side, shelf: Shelf): SideCard | undefined {
  switch (side.kind) {
    case 'draft':
      return draftCard(shelf)
    case 'revision': {
      const revision = shelf.revisions.find(({ number }) => number === side.number)
      return revision && revisionCard(revision)
    }
    case 'other': {
      const other = others(shelf).find(({ id }) => id === side.id)
      return other && otherCard(other)
    }
    case 'release': {
      const release = lastRelease(shelf.releases)
      return release && releaseCard(release)
    }
    case 'source': {
      const source = shelf.sources.find(({ id }) => id === side.id)
      return source && sourceCard(source)
    }
    case 'file': {
      const file = shelf.files.find(({ id }) => id === side.id)
      return file && fileCard(file)
    }
  }
}

/** What can be chosen for a side, in groups, the newest first. */
export function choicesOn(shelf: Shelf): { title: string; cards: SideCard[] }[] {
  const release = lastRelease(shelf.releases)
  const groups = [
    { title: 'This story', cards: [draftCard(shelf), ...(release ? [releaseCard(release)] : [])] },
    { title: 'Revisions', cards: shelf.revisions.toSorted((a, b) => b.number - a.number).map(revisionCard) },
    { title: 'Merged in', cards: others(shelf).map(otherCard) },
    { title: 'Sources', cards: shelf.sources.map(sourceCard) },
    { title: 'Files', cards: shelf.files.toReversed().map(fileCard) },
  ]
  return groups.filter(({ cards }) => cards.length > 0)
}

/** How a side is named in print and in an exported page: "r11, K. Rao · Mon 14:05". */
export function spoken({ title, detail }: SideCard): string {
  return detail ? `${title}, ${detail}` : title
}

/**
 * The two sides where the address names none, or one: the last revision against the draft; a side named alone stands
 * before the draft.
 */
export function sidesFor(
  old: string | undefined,
  now: string | undefined,
  revision: number,
): { old: string; new: string } {
  return { old: old ?? (revision > 0 ? String(revision) : 'draft'), new: now ?? 'draft' }
}
