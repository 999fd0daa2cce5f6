import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Annotation, Decision } from '@core/annotations'
import type { Settled } from '@core/comparison'
import type { Policy } from '@core/policy'
import type { Digest, ExportFormat, SourceInput, StoryStatus } from '@core/record'
import type { Settings } from '@contract/index'
import {
  attachWire,
  fileSeen,
  forgetWire,
  putWire,
  seenFiles,
  wireCards,
  wireItem,
  wireItems,
  wireNews,
  type SeenFile,
} from './basket'
import type { StoreContext } from './context'
import { Database } from './database'
import { append, putAnnotation, putDecision, since, type Typed } from './drafts'
import { importPackage } from './import-package'
import { keepSettled, mergeWaiting, openMerge, setAside, type MergeOrder } from './merges'
import { packageOf } from './package'
import { consider, publish, type SignOff } from './publish'
import { releaseFile } from './release-files'
import { exportCopy, releaseOf } from './releases'
import { createRevision, restoreRevision, revisionOf, revisionsOf } from './revisions'
import { forgetIndex, search } from './search'
import { revisionById } from './side-revisions'
import { changePolicy, changeSettings, readPolicy, readSettings, whoIsThere } from './settings'
import { attachSource, describeSource, setAttached } from './sources'
import {
  archiveStory,
  cardOf,
  createStory,
  duplicateStory,
  listStories,
  openStory,
  renameStory,
  setDigest,
  setStatus,
  storyBySlug,
  type NewStory,
} from './stories'
import { verify } from './verify'

export interface StoreOptions {
  folder: string
  /** Who writes; the name in the settings when absent. */
  actor?: string
}

/** Every call that a library answers, by name. Each either commits whole or changes nothing. */
export function createStore({ folder, actor }: StoreOptions) {
  const db = new Database(folder)
  const context: StoreContext = {
    db,
    now: () => new Date().toISOString(),
    actor: () => actor ?? whoIsThere({ db }),
    drafts: new Map(),
  }
  db.rolledBack = () => context.drafts.clear()
  const reindexed = <T>(story: string, work: () => T): T =>
    db.transact(() => {
      forgetIndex(context, story)
      return work()
    })
  const calls = {
    about: () => ({ file: db.path, sqlite: String(db.get('select sqlite_version() as v')?.v) }),
    settings: () => readSettings(context),
    changeSettings: (change: Partial<Settings>) => changeSettings(context, change),
    policy: () => readPolicy(context),
    changePolicy: (policy: Policy) => changePolicy(context, policy),
    list: () => listStories(context),
    card: (story: string) => cardOf(context, story),
    bySlug: (slug: string) => storyBySlug(context, slug),
    search: (words: string) => search(context, words),
    create: (given: NewStory) => createStory(context, given),
    open: (story: string) => openStory(context, story),
    rename: (story: string, slug: string) => reindexed(story, () => renameStory(context, story, slug)),
    duplicate: (story: string) => duplicateStory(context, story),
    archive: (story: string, archived: boolean) => archiveStory(context, story, archived),
    status: (story: string, status: StoryStatus) => setStatus(context, story, status),
    digest: (story: string, digest: Digest) => setDigest(context, story, digest),
    append: (typed: Typed) => append(context, typed),
    since: (story: string, after: number) => since(context, story, after),
    putAnnotation: (story: string, annotation: Annotation) =>
      reindexed(story, () => putAnnotation(context, story, annotation)),
    putDecision: (story: string, decision: Decision) => reindexed(story, () => putDecision(context, story, decision)),
    attach: (story: string, source: SourceInput) => reindexed(story, () => attachSource(context, story, source)),
    describe: (story: string, source: string, fields: Omit<SourceInput, 'text'>) =>
      reindexed(story, () => describeSource(context, story, source, fields)),
    setAttached: (story: string, source: string, attached: boolean) =>
      reindexed(story, () => setAttached(context, story, source, attached)),
    wireCards: () => wireCards(context),
    wireItem: (id: string) => wireItem(context, id),
    wireItems: () => wireItems(context),
    putWire: (wire: SourceInput) => putWire(context, wire),
    attachWire: (story: string, items: readonly string[]) => reindexed(story, () => attachWire(context, story, items)),
    forgetWire: (before: string) => forgetWire(context, before),
    wireNews: () => wireNews(context),
    seenFiles: () => seenFiles(context),
    fileSeen: (file: SeenFile) => fileSeen(context, file),
    createRevision: (story: string, note: string) => createRevision(context, story, note),
    revisions: (story: string) => revisionsOf(context, story),
    revision: (story: string, number: number) => revisionOf(context, story, number),
    revisionById: (story: string, id: string) => revisionById(context, story, id),
    openMerge: (story: string, tip: string) => openMerge(context, story, tip),
    keepSettled: (story: string, tip: string, settled: readonly Settled[]) => keepSettled(context, story, tip, settled),
    merge: (order: MergeOrder) => mergeWaiting(context, order),
    setMergeAside: (story: string, tip: string) => setAside(context, story, tip),
    restore: (story: string, number: number) => restoreRevision(context, story, number),
    exportCopy: (story: string, format: ExportFormat, revision?: number) =>
      exportCopy(context, story, format, revision),
    consider: (story: string) => consider(context, story),
    publish: (signed: SignOff) => publish(context, signed),
    release: (release: string) => releaseOf(context, release),
    releaseFile: (release: string, name: string) => releaseFile(context, release, name),
    package: (story: string) => packageOf(context, story),
    importPackage: (name: string, text: string) => importPackage(context, name, text),
    verify: () => verify(context),
    backup: () => {
      const file = join(folder, `backup-${context.now().replace(/[:.]/g, '-')}.sqlite`)
      db.copyTo(file)
      return { file, bytes: statSync(file).size }
    },
    /** Changes when another program wrote. */
    version: () => db.dataVersion(),
    /** Every story as the desk lists it, to tell which of them another program changed. */
    changes: () => Object.fromEntries(listStories(context).map((card) => [card.id, JSON.stringify(card)])),
  }
  return { calls, close: () => db.close() }
}

export type StoreCalls = ReturnType<typeof createStore>['calls']
