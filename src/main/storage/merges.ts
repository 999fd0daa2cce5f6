import { mergeThree, settlementsFor, stepsBetween, type Settled } from '@core/comparison'
import type { Manuscript } from '@core/manuscript'
import {
  ancestryOf,
  canonicalJson,
  lastCommon,
  numberAfter,
  type RevisionCard,
  type RevisionContent,
  type WaitingMerge,
} from '@core/record'
import { HostError } from '@contract/index'
import { draftOf, record, type StoreContext } from './context'
import type { Row } from './database'
import { writeSteps } from './drafts'
import { sha256 } from './hash'
import type { PackedEvent } from './package'
import { attachAs, bringEvents, bringReleases, bringRemarks, type Remarks } from './package-beside'
import type { CheckedPackage } from './package-check'
import { addRevision } from './revisions'
import { forgetIndex } from './search'
import { commonText, docById, headOf, historyHere, keepBeside, revisionById } from './side-revisions'
import { waitingFrom } from './waiting'

/** What of a package is no revision and no source: it comes onto the story with the merge. */
interface Beside extends Remarks {
  sources: { id: string; detached?: true }[]
  releases: CheckedPackage['releases']
  events: PackedEvent[]
}

const besideOf = ({ story, sources, releases }: CheckedPackage): Beside => ({
  annotations: story.annotations,
  decisions: story.decisions,
  sources: sources.map(({ id, detached }) => (detached ? { id, detached } : { id })),
  releases,
  events: story.events ?? [],
})

/** A package's releases as a row keeps them: the bytes of files once, in base64. */
const packed = ({ releases, ...rest }: Beside) =>
  JSON.stringify({
    ...rest,
    releases: releases.map((release) => ({
      ...release,
      files: release.files.map(({ data: _data, ...file }) => file),
    })),
  })

function unpacked(json: string): Beside {
  const beside = JSON.parse(json) as Beside
  return {
    ...beside,
    releases: beside.releases.map((release) => ({
      ...release,
      files: release.files.map((file) => ({ ...file, data: Buffer.from(file.content, 'base64') })),
    })),
  }
}

export const hashOf = (doc: Manuscript) => sha256(canonicalJson(doc.toJSON()))

/**
 * Keeps what a package says apart beside the story: its revisions unchanged, and its draft as one more where that went on
 * from the last. Nothing of it is on the story yet. Answers the last of them.
 */
export function keepApart(context: StoreContext, given: CheckedPackage, file: string): { id: string; number: number } {
  keepBeside(context, given.story.id, given.revisions)
  const last = given.revisions.at(-1)!
  return given.draft.eq(last.doc) ? last : draftBeside(context, given, file)
}

/** A package's draft as a revision: it says whose file it came in, since no revision of theirs says what it says. */
function draftBeside(context: StoreContext, given: CheckedPackage, file: string) {
  const { db, now, actor } = context
  const { manuscript: _m, doc: _d, canonical: _c, id: on, ...last } = given.revisions.at(-1)!
  const known = db
    .all('select id, number, content from side_revision where story = ?', given.story.id)
    .find(({ content }) => {
      const { parents, manuscript } = JSON.parse(String(content)) as RevisionContent
      return (
        parents[0] === on && parents.length === 1 && canonicalJson(manuscript) === canonicalJson(given.draft.toJSON())
      )
    })
  if (known) return { id: String(known.id), number: Number(known.number) }
  const content: RevisionContent = {
    ...last,
    parents: [on],
    number: numberAfter([last]),
    at: now(),
    by: actor(),
    note: `The draft in ${file}`,
    kind: 'import',
    manuscript: given.draft.toJSON() as unknown,
    annotations: given.story.annotations,
    decisions: given.story.decisions,
    sources: given.sources.flatMap(({ id, sha256, detached }) => (detached ? [] : [{ id, sha256 }])),
  }
  const canonical = canonicalJson(content)
  const id = sha256(canonical)
  keepBeside(context, content.story, [
    { id, number: content.number, parents: content.parents, doc: given.draft, canonical },
  ])
  return { id, number: content.number }
}

/**
 * Puts a package on the list of what waits to be merged. One that waits already stays as it is, settlements and all; one
 * that this goes on from gives its settlements over.
 */
export function wait(context: StoreContext, given: CheckedPackage, file: string): 'new' | 'known' {
  const { db, now, actor } = context
  const story = given.story.id
  const tip = keepApart(context, given, file)
  const back = db.run('update waiting set aside = 0 where tip = ? and aside = 1', tip.id)
  if (back > 0) record(context, story, 'merge.wait', { file, tip: tip.id })
  if (db.get('select 1 from waiting where tip = ?', tip.id)) return back > 0 ? 'new' : 'known'
  let settled = '[]'
  const others = db.all('select tip, settled from waiting where story = ?', story)
  const stood = others.length > 0 ? ancestryOf(historyHere(context, story), tip.id) : new Set<string>()
  const said = new Set([...stood].map((id) => hashOf(docById(context, story, id))))
  for (const row of others) {
    if (!stood.has(String(row.tip)) && !said.has(hashOf(docById(context, story, String(row.tip))))) continue
    settled = String(row.settled)
    db.run('delete from waiting where tip = ?', String(row.tip))
  }
  db.run(
    'insert into waiting (tip, story, file, at, who, drafted, draft, beside, settled) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    tip.id,
    story,
    file,
    now(),
    actor(),
    tip.id === given.revisions.at(-1)!.id ? 0 : 1,
    hashOf(given.draft),
    packed(besideOf(given)),
    settled,
  )
  record(context, story, 'merge.wait', { file, tip: tip.id })
  db.run('update story set updated_at = ? where id = ?', now(), story)
  return 'new'
}

/** Takes off the list what the story stands on by now. */
export function nothingWaitsBehind(context: StoreContext, story: string): void {
  const stood = ancestryOf(historyHere(context, story), headOf(context, story).id)
  for (const { tip } of context.db.all('select tip from waiting where story = ?', story))
    if (stood.has(String(tip))) context.db.run('delete from waiting where tip = ?', String(tip))
}

function waitingRow({ db }: StoreContext, story: string, tip: string): Row {
  const row = db.get('select * from waiting where story = ? and tip = ?', story, tip)
  if (!row)
    throw new HostError('not-found', 'These revisions do not wait any more: they were merged, here or elsewhere.')
  return row
}

/** The common text, the other side's, and what a person settled so far; ours is the draft. */
export interface OpenMerge {
  waiting: WaitingMerge
  /** ProseMirror JSON. */
  base: unknown
  theirs: unknown
  settled: Settled[]
}

export function openMerge(context: StoreContext, story: string, tip: string): OpenMerge {
  const row = waitingRow(context, story, tip)
  const { history, base, theirs } = sidesOf(context, story, tip)
  return {
    waiting: waitingFrom(context, story, history, headOf(context, story).id, row),
    base: base.toJSON() as unknown,
    theirs: theirs.toJSON() as unknown,
    settled: JSON.parse(String(row.settled)) as Settled[],
  }
}

function sidesOf(context: StoreContext, story: string, tip: string) {
  const history = historyHere(context, story)
  const common = lastCommon(history, headOf(context, story).id, tip)
  return { history, base: commonText(context, story, history, common), theirs: docById(context, story, tip) }
}

/** Keeps what a person settled so far. */
export function keepSettled(
  context: StoreContext,
  story: string,
  tip: string,
  settled: readonly Settled[],
): { at: string } {
  return context.db.transact(() => {
    waitingRow(context, story, tip)
    context.db.run('update waiting set settled = ? where tip = ?', JSON.stringify(settled), tip)
    return { at: context.now() }
  })
}

/** Puts what waits aside: it is on no list any more, and comes back when the package is imported again. */
export function setAside(context: StoreContext, story: string, tip: string): { at: string } {
  return context.db.transact(() => {
    const { file } = waitingRow(context, story, tip)
    context.db.run('update waiting set aside = 1 where tip = ?', tip)
    record(context, story, 'merge.aside', { file, tip })
    context.db.run('update story set updated_at = ? where id = ?', context.now(), story)
    return { at: context.now() }
  })
}

/** What somebody merges: the draft at step number `seq` with what waits, every conflict settled. */
export interface MergeOrder {
  story: string
  tip: string
  seq: number
  settled: readonly Settled[]
  note: string
}

/**
 * Merges what waits into the story: a revision that stands on ours and on theirs. A draft that says more than the last
 * revision becomes one first.
 * @throws HostError 'conflict' when the draft has moved on, 'blocked' while a conflict is open. Nothing is changed then.
 */
export function mergeWaiting(context: StoreContext, { story, tip, seq, settled, note }: MergeOrder): RevisionCard {
  return context.db.transact(() => {
    const row = waitingRow(context, story, tip)
    const draft = draftOf(context, story)
    if (draft.seq !== seq)
      throw new HostError('conflict', 'The draft has changed meanwhile. Nothing was merged; look at it again and save.')
    const { base, theirs } = sidesOf(context, story, tip)
    const { conflicts } = mergeThree(base, draft.manuscript, theirs)
    const settlements = settlementsFor(conflicts, settled)
    const open = conflicts.length - settlements.size
    if (open > 0)
      throw new HostError(
        'blocked',
        `${open} of ${conflicts.length} conflicts ${open === 1 ? 'is' : 'are'} not settled. Nothing was merged.`,
      )
    const { manuscript } = mergeThree(base, draft.manuscript, theirs, settlements)
    const file = String(row.file)
    const card = joinSides(context, story, file, tip, manuscript, unpacked(String(row.beside)), String(row.draft), note)
    context.db.run('delete from waiting where tip = ?', tip)
    nothingWaitsBehind(context, story)
    return card
  })
}

/** Merges a package at once, where nothing of it contradicts the story. */
export function mergeAtOnce(
  context: StoreContext,
  given: CheckedPackage,
  file: string,
  manuscript: Manuscript,
): RevisionCard {
  const tip = keepApart(context, given, file)
  const note = `Merged ${file}`
  return joinSides(context, given.story.id, file, tip.id, manuscript, besideOf(given), hashOf(given.draft), note)
}

function joinSides(
  context: StoreContext,
  story: string,
  file: string,
  tip: string,
  manuscript: Manuscript,
  beside: Beside,
  draftHash: string,
  note: string,
): RevisionCard {
  const history = historyHere(context, story)
  const head = headOf(context, story)
  const [common] = lastCommon(history, head.id, tip)
  const before = common && revisionById(context, story, common.id)
  const draft = draftOf(context, story).manuscript
  if (!draft.eq(docById(context, story, head.id))) addRevision(context, story, 'named', `Before merging ${file}`)
  const steps = stepsBetween(draft, manuscript)
  if (steps.length > 0)
    writeSteps(
      context,
      story,
      'host',
      steps.map((step) => step.toJSON() as unknown),
    )
  attachAs(context, story, beside.sources, before)
  bringRemarks(context, story, beside, docById(context, story, tip), before)
  bringReleases(context, story, beside.releases)
  bringEvents(context, story, file, beside.events)
  const card = addRevision(context, story, 'merge', note, historyHere(context, story).get(tip)!)
  const from = common?.number ?? 0
  record(context, story, 'package.import', { file, from, to: card.number, draft: draftHash, merged: tip })
  forgetIndex(context, story)
  return card
}
