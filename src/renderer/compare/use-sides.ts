import { useEffect, useMemo, useState } from 'react'
import type { Manuscript } from '@core/manuscript'
import type { Version } from '../analysis'
import { host } from '../host'
import type { StoryNow } from '../story'
import { useFiles } from './files'
import { cardOf, lastRelease, sideOf, type Shelf, type Side, type SideCard } from './sides'

/** Everything of the story that can be compared. */
export function useShelf(now: StoryNow): Shelf {
  const files = useFiles()
  const { revisions, releases, sources, card } = now
  return useMemo(
    () => ({
      revisions,
      releases,
      sources,
      files,
      draft: { at: card.updatedAt, after: card.revision },
    }),
    [revisions, releases, sources, files, card.updatedAt, card.revision],
  )
}

const draftKeys = new WeakMap<Manuscript, string>()
let drafts = 0

/** The draft as it stands, as a version: every state of it is its own. */
export function draftVersion(manuscript: Manuscript): Version {
  const key = draftKeys.get(manuscript) ?? `draft ${++drafts}`
  draftKeys.set(manuscript, key)
  return { key, manuscript: manuscript.toJSON() as unknown }
}

/** What stands on one side: its card, and its text once it is there. */
export type SideAt =
  | { kind: 'draft'; card: SideCard }
  | { kind: 'reading'; card: SideCard }
  | { kind: 'there'; card: SideCard; version: Version }
  /** Not there (any more), or it could not be read. */
  | { kind: 'missing'; why: string }

const read = new Map<string, Version>()

/** Reads a revision once, by its number on the story's line or by its id; it never changes. */
async function revisionVersion(story: string, which: number | string): Promise<Version> {
  const key = `revision ${story} ${which}`
  const known = read.get(key)
  if (known) return known
  const { manuscript } = await host.ask(
    'revision.open',
    typeof which === 'number' ? { story, number: which } : { story, id: which },
  )
  const version = { key, manuscript }
  if (read.size > 8) read.delete(read.keys().next().value!)
  read.set(key, version)
  return version
}

/** The side that a name stands for, read where it has to be. */
export function useSide(story: string, name: string, shelf: Shelf, listed: boolean): SideAt {
  const side = useMemo(() => sideOf(name), [name])
  const card = useMemo(() => side && cardOf(side, shelf), [side, shelf])
  const number = side && revisionOf(side, shelf)
  const [fetched, setFetched] = useState<{ number: number | string; version?: Version; failed?: string }>()
  useEffect(() => {
    if (number === undefined) return
    let current = true
    revisionVersion(story, number).then(
      (version) => current && setFetched({ number, version }),
      (cause: unknown) =>
        current && setFetched({ number, failed: cause instanceof Error ? cause.message : String(cause) }),
    )
    return () => {
      current = false
    }
  }, [story, number])
  return useMemo<SideAt>(() => {
    if (!side) return { kind: 'missing', why: `“${name}” names nothing that can be compared.` }
    if (!card) return { kind: listed ? 'missing' : 'reading', ...missing(side) }
    if (side.kind === 'draft') return { kind: 'draft', card }
    if (side.kind === 'source') {
      const source = shelf.sources.find(({ id }) => id === side.id)!
      return { kind: 'there', card, version: { key: `source ${source.sha256}`, text: source.text } }
    }
    if (side.kind === 'file') {
      const file = shelf.files.find(({ id }) => id === side.id)!
      return { kind: 'there', card, version: { key: `file ${file.id}`, manuscript: file.manuscript } }
    }
    if (fetched?.number !== number) return { kind: 'reading', card }
    if (fetched?.failed !== undefined) return { kind: 'missing', why: fetched.failed }
    return fetched?.version ? { kind: 'there', card, version: fetched.version } : { kind: 'reading', card }
  }, [name, side, card, shelf, number, fetched, listed])
}

/** By which a side's revision is asked for: what was released may be another's. */
const revisionOf = (side: Side, shelf: Shelf): number | string | undefined => {
  if (side.kind === 'revision') return side.number
  if (side.kind === 'other') return side.id
  return side.kind === 'release' ? lastRelease(shelf.releases)?.revisionId : undefined
}

function missing(side: Side): { why: string; card: SideCard } {
  const card = { name: '', title: '…', detail: '' }
  switch (side.kind) {
    case 'release':
      return { card, why: 'This story was never published: there is no release to compare with.' }
    case 'other':
      return { card, why: 'No merge of this story brought in this revision.' }
    case 'revision':
      return { card, why: `This story has no revision ${side.number}.` }
    case 'source':
      return { card, why: 'This source is not attached to the story any more.' }
    case 'file':
      return { card, why: 'Files to compare with are kept until the window closes. Choose the file again.' }
    case 'draft':
      return { card, why: '' }
  }
}
