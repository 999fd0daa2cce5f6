import { plainText, type Manuscript, type Range } from '../manuscript'
import { compare } from './apply'
import { compareDocs } from './compare'
import { docOf } from './doc'
import { mergeThree, type MergeConflict, type Settlement } from './merge'
import { settlementsFor, type Settled } from './merge-settled'
import { pilcrow, readingOf, type ReadingBlock, type ReadingRun } from './reading'
import type { Change, Touch } from './types'

/** Whose change a stretch of the merged text is. */
export type Whose = 'ours' | 'theirs' | 'both'

export interface MergedRun extends ReadingRun {
  whose?: Whose
  /** The conflict that it stands in; a run without words marks the place of one where nothing stands. */
  conflict?: string
}

/** A block of the merged text against the common one, and the conflicts that are told before and after it. */
export interface MergedBlock extends Omit<ReadingBlock, 'runs'> {
  runs: MergedRun[]
  before: string[]
  after: string[]
}

/** A stretch of one wording held against the common one. */
export type WordingRun = Pick<ReadingRun, 'text'> & { state: 'kept' | 'inserted' | 'deleted' }

/** A conflict as it is shown: what stands around it in the common text, both wordings against that, and what it touches. */
export interface ShownConflict extends MergeConflict {
  context: { before: string; after: string }
  wordings: { ours: WordingRun[]; theirs: WordingRun[] }
  touches: Touch[]
}

export interface MergeReading {
  conflicts: ShownConflict[]
  blocks: MergedBlock[]
  /** How many changes were taken without asking, by whose they are. */
  taken: Record<Whose, number>
}

/** Two people's revisions of one version as one text to read and settle. */
export function mergeReading(
  base: Manuscript,
  ours: Manuscript,
  theirs: Manuscript,
  settled: readonly Settled[],
): MergeReading {
  const first = mergeThree(base, ours, theirs)
  const settlements = settlementsFor(first.conflicts, settled)
  const { manuscript, conflicts } = settlements.size > 0 ? mergeThree(base, ours, theirs, settlements) : first
  const baseText = plainText(base).text
  const comparison = compare(base, manuscript)
  const [byUs, byThem] = [ours, theirs].map((side) => compare(base, side).changes)
  const whose = whoseChanges(comparison.changes, byUs!, byThem!, conflicts, settlements)
  const changes = new Map(comparison.changes.map((change) => [change.id, change]))
  const inConflict = (change: Change | undefined) =>
    conflicts.some((each) => change?.old && within(change.old, each.base) && each.holds !== 'places')
  const taken: Record<Whose, number> = { ours: 0, theirs: 0, both: 0 }
  for (const change of comparison.changes) {
    const by = whose.get(change.id)
    if (by && !inConflict(change)) taken[by]++
  }
  return {
    conflicts: conflicts.map((conflict) => ({
      ...conflict,
      context: contextOf(baseText, conflict.base),
      wordings: {
        ours: wordingOf(conflict.baseText, conflict.oursText),
        theirs: wordingOf(conflict.baseText, conflict.theirsText),
      },
      touches: [...new Set([...conflict.ours, ...conflict.theirs].flatMap(({ touches }) => touches))],
    })),
    blocks: placed(
      readingOf(docOf(base), docOf(manuscript), comparison),
      plainText(manuscript).blocks.map(({ start, end }) => ({ start, end })),
      conflicts,
      (id) => (id === undefined ? undefined : whose.get(id)),
      (id) => id !== undefined && inConflict(changes.get(id)),
    ),
    taken,
  }
}

const within = (inner: Range, outer: Range) => inner.start >= outer.start && inner.end <= outer.end

/**
 * Whose each change is: the one who made the same at the same place. What stands nowhere as one of them made it is nobody's
 * alone; what both moved, each to another place, is whose place it was settled with.
 */
function whoseChanges(
  merged: readonly Change[],
  ours: readonly Change[],
  theirs: readonly Change[],
  conflicts: readonly MergeConflict[],
  settlements: ReadonlyMap<string, Settlement>,
): Map<string, Whose> {
  const mark = ({ kind, old, newText }: Change) => JSON.stringify([kind, old?.start, old?.end, newText])
  const [byUs, byThem] = [new Set(ours.map(mark)), new Set(theirs.map(mark))]
  const asked = new Map(
    conflicts.flatMap(({ id, holds, ours, theirs }) =>
      holds === 'places' ? [...ours, ...theirs].map((change) => [mark(change), settlements.get(id)] as const) : [],
    ),
  )
  const found = new Map<string, Whose>()
  for (const change of merged) {
    const key = mark(change)
    const [us, them] = [byUs.has(key), byThem.has(key)]
    const settled = us && them ? asked.get(key) : undefined
    const whose = settled === 'ours' || settled === 'theirs' ? settled : us ? (them ? 'both' : 'ours') : 'theirs'
    if (us || them) found.set(change.id, whose)
  }
  return found
}

function placed(
  reading: readonly ReadingBlock[],
  ranges: readonly Range[],
  conflicts: readonly MergeConflict[],
  whoseIs: (change: string | undefined) => Whose | undefined,
  settles: (change: string | undefined) => boolean,
): MergedBlock[] {
  const told = new Set<string>()
  // A block whose end was taken away goes on in the next one: where one is in the text is counted along.
  let at = 0
  const blocks = reading.map((block): MergedBlock => {
    const runs = block.runs.map((run): MergedRun => {
      const whose = whoseIs(run.change ?? run.format)
      return whose ? { ...run, whose } : run
    })
    const range = { start: at, end: at + runs.reduce((sum, run) => sum + (stands(run) ? run.text.length : 0), 0) }
    at = block.new === undefined ? range.end : ranges[block.new]!.end + 1
    const here = conflicts.filter(({ id, merged }) => !told.has(id) && lastOf(merged) < at)
    for (const { id } of here) told.add(id)
    const isBefore = ({ merged }: MergeConflict) => merged.start === merged.end && merged.start <= range.start
    return {
      ...block,
      runs: cutAt(runs, range, conflicts, settles),
      before: here.filter(isBefore).map(({ id }) => id),
      after: here.filter((each) => !isBefore(each)).map(({ id }) => id),
    }
  })
  const last = blocks.at(-1)
  if (last) last.after.push(...conflicts.filter(({ id }) => !told.has(id)).map(({ id }) => id))
  return blocks
}

const stands = ({ state, text }: ReadingRun) => state !== 'deleted' && state !== 'moved-away' && text !== pilcrow

const lastOf = ({ start, end }: Range) => Math.max(start, end - 1)

/** The runs of a block cut where conflicts begin and end. What a conflict struck is told beside it, not in the text. */
function cutAt(
  runs: readonly MergedRun[],
  block: Range,
  conflicts: readonly MergeConflict[],
  settles: (change: string | undefined) => boolean,
): MergedRun[] {
  const here = conflicts.filter(({ merged }) => merged.start <= block.end && merged.end >= block.start)
  if (here.length === 0) return [...runs]
  const cut: MergedRun[] = []
  const marked = new Set<string>()
  const markEmpty = (at: number) => {
    for (const { id, merged } of here)
      if (merged.start === merged.end && merged.start === at && at > block.start && !marked.has(id)) {
        marked.add(id)
        cut.push({ text: '', state: 'kept', marks: [], conflict: id })
      }
  }
  let at = block.start
  for (const run of runs) {
    if (!stands(run)) {
      if (!settles(run.change)) cut.push(run)
      continue
    }
    let { text } = run
    while (text !== '') {
      markEmpty(at)
      const inside = here.find(({ merged }) => merged.start <= at && at < merged.end)
      const next = inside
        ? inside.merged.end
        : Math.min(...here.map(({ merged }) => merged.start).filter((start) => start > at), Infinity)
      const length = Math.min(text.length, next - at)
      cut.push({ ...run, text: text.slice(0, length), ...(inside ? { conflict: inside.id } : {}) })
      text = text.slice(length)
      at += length
    }
  }
  markEmpty(at)
  return cut
}

// About a line of the manuscript on either side tells where one is.
const contextLength = 70
const sentenceEnd = /[.?!…]["”’)\]]*\s+/gu

/** What stands around a range in its sentence, cut between words where that is long. */
function contextOf(text: string, { start, end }: Range): { before: string; after: string } {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  const lastEnd = [...line.matchAll(sentenceEnd)].at(-1)
  const sentence = lastEnd ? line.slice(lastEnd.index + lastEnd[0].length) : line
  const from = sentence.length - contextLength
  const before = from > 0 ? `…${sentence.slice(sentence.indexOf(' ', from) + 1)}` : sentence
  if (text.slice(start, end).endsWith('\n')) return { before, after: '' }
  const stop = text.indexOf('\n', end)
  const rest = text.slice(end, stop < 0 ? text.length : stop)
  const [firstEnd] = rest.matchAll(sentenceEnd)
  const after = firstEnd ? rest.slice(0, firstEnd.index + firstEnd[0].length).trimEnd() : rest
  const cut = after.lastIndexOf(' ', contextLength)
  return { before, after: after.length > contextLength ? `${after.slice(0, cut > 0 ? cut : contextLength)}…` : after }
}

/** One wording held against the common one, paragraphs joined by line breaks. */
function wordingOf(base: string, words: string): WordingRun[] {
  const doc = (text: string) => ({
    blocks: text
      .replace(/\n$/u, '')
      .split('\n')
      .map((line) => ({ type: 'p', text: line })),
  })
  if (base.trim() === '' || words.trim() === '')
    return [
      ...(base.trim() ? [{ text: base.replace(/\n$/u, ''), state: 'deleted' as const }] : []),
      ...(words.trim() ? [{ text: words.replace(/\n$/u, ''), state: 'inserted' as const }] : []),
    ]
  const [old, fresh] = [doc(base), doc(words)]
  return readingOf(old, fresh, compareDocs(old, fresh)).flatMap(({ runs }, index) => [
    ...(index > 0 ? [{ text: '\n', state: 'kept' as const }] : []),
    ...runs.flatMap(({ text, state }): WordingRun[] =>
      text === pilcrow || state === 'moved-away' ? [] : [{ text, state: state === 'moved-here' ? 'kept' : state }],
    ),
  ])
}
