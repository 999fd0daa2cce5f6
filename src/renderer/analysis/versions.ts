import {
  changeSteps,
  columnsOf,
  createComparer,
  docOf,
  mergeReading,
  readingOf,
  writeComparisonHtml,
  type Comparer,
  type Comparison,
  type ComparisonLabels,
  type MergeReading,
  type Settled,
} from '@core/comparison'
import { manuscriptFromText, parseManuscript, type Manuscript } from '@core/manuscript'
import { proposeNote, publishedChanges } from '@core/release'
import type { Compared, Version } from './messages'

// The two sides on the screen, and the drafts of the last decisions, which an undo brings back.
const mostVersions = 12
const mostComparisons = 6

/** Manuscripts by key, the newest last. */
const versions = new Map<string, Manuscript>()
const comparisons = new Map<string, Comparison>()
let ready: { key: string; comparer: Comparer<Manuscript> } | undefined

function keep<T>(map: Map<string, T>, key: string, value: T, most: number): T {
  map.delete(key)
  map.set(key, value)
  for (const oldest of map.keys()) {
    if (map.size <= most) break
    map.delete(oldest)
  }
  return value
}

function read(version: Version): Manuscript {
  const known = versions.get(version.key)
  const manuscript =
    known ?? ('text' in version ? manuscriptFromText(version.text) : parseManuscript(version.manuscript))
  return keep(versions, version.key, manuscript, mostVersions)
}

function known(key: string): Manuscript {
  const manuscript = versions.get(key)
  if (!manuscript) throw new Error('The versions are not at hand any more. Open the comparison again.')
  return manuscript
}

const pairKey = (old: string, fresh: string) => JSON.stringify([old, fresh])

function comparisonOf(oldKey: string, newKey: string): Comparison {
  const key = pairKey(oldKey, newKey)
  const there = comparisons.get(key)
  if (there) return keep(comparisons, key, there, mostComparisons)
  if (ready?.key !== oldKey) ready = { key: oldKey, comparer: createComparer(known(oldKey)) }
  return keep(comparisons, key, ready.comparer.compare(known(newKey)), mostComparisons)
}

/** Compares two versions, reading only what no earlier comparison read. */
export function compareVersions(old: Version, fresh: Version): Compared {
  const [before, now] = [read(old), read(fresh)]
  const [oldDoc, newDoc] = [docOf(before), docOf(now)]
  const comparison = comparisonOf(old.key, fresh.key)
  return {
    changes: comparison.changes,
    summary: comparison.summary,
    reading: readingOf(oldDoc, newDoc, comparison),
    rows: columnsOf(oldDoc, newDoc, comparison),
    correction: correctionOf(before, now, comparison),
  }
}

function correctionOf(before: Manuscript, now: Manuscript, comparison: Comparison): Compared['correction'] {
  const changes = publishedChanges(before, now, comparison).filter(({ facts }) => facts.length > 0)
  return { changes, note: proposeNote('correction', changes) }
}

/** Two people's revisions of one version, with what a person settled so far. */
export function mergeVersions(
  base: Version,
  ours: Version,
  theirs: Version,
  settled: readonly Settled[],
): MergeReading {
  return mergeReading(read(base), read(ours), read(theirs), settled)
}

/** The steps, as JSON, that take changes into the draft from the other side. */
export function takeChanges(old: string, fresh: string, changes: readonly string[], draft: 'old' | 'new'): unknown[] {
  const steps = changeSteps(known(old), known(fresh), comparisonOf(old, fresh), new Set(changes), draft)
  return steps.map((step) => step.toJSON() as unknown)
}

/** A comparison as a page that stands alone. */
export function writeVersions(old: string, fresh: string, labels: ComparisonLabels): string {
  return writeComparisonHtml(docOf(known(old)), docOf(known(fresh)), comparisonOf(old, fresh), labels)
}
