import { parseManuscript } from '@core/manuscript'
import { applySteps, canonicalJson, numberAfter, type Release, type RevisionContent } from '@core/record'
import { HostError, type Verification } from '@contract/index'
import type { StoreContext } from './context'
import type { Row } from './database'
import { sha256 } from './hash'
import { indexFault } from './search'

/**
 * Re-walks the library: every revision against its hash, its parent and its sources, every manuscript against the schema,
 * every source and released file against its hash, every journal from its first checkpoint through every revision to its
 * last step, SQLite's own pages and the index. Changes nothing. What cannot be read at all is damage too, and the rest is
 * looked at all the same.
 */
export function verify(context: StoreContext): Verification {
  const { db } = context
  const damaged: Verification['damaged'] = []
  const fault = (slug: string, number: number, what: string) => damaged.push({ slug, number, what })
  /** Looks at one thing; what the file no longer gives is told as its damage. */
  const look = (slug: string, work: () => void) => {
    try {
      work()
    } catch (cause) {
      if (!(cause instanceof HostError) && !(cause instanceof SyntaxError)) throw cause
      fault(slug, 0, cause.message)
    }
  }
  look('', () => {
    for (const { integrity_check: said } of db.all('pragma integrity_check'))
      if (said !== 'ok') fault('', 0, `SQLite: ${String(said)}`)
    for (const { table, parent } of db.all('pragma foreign_key_check'))
      fault('', 0, `a row of ${String(table)} belongs to a ${String(parent)} that is not there`)
  })
  let stories: Row[] = []
  let revisions = 0
  look('', () => {
    stories = db.all('select id, slug, seq, indexed_seq from story order by slug')
  })
  for (const { id, slug: storySlug, seq, indexed_seq: indexed } of stories) {
    const [story, slug] = [String(id), String(storySlug)]
    look(slug, () => {
      const rows = db.all('select number, id, seq, content from revision where story = ? order by number', story)
      const beside = db.all('select number, id, content from side_revision where story = ? order by number', story)
      revisions += rows.length + beside.length
      const numbers = new Map([...rows, ...beside].map((row) => [String(row.id), Number(row.number)]))
      for (const { number, what } of [
        ...lineFaults(rows),
        ...[...rows, ...beside].flatMap((row) => revisionFaults(context, story, row, numbers)),
        ...sourceFaults(context, story),
        ...waitingFaults(context, story, numbers),
      ])
        fault(slug, number, what)
    })
    look(slug, () => {
      for (const { number, what } of releaseFaults(context, story)) fault(slug, number, what)
    })
    look(slug, () => {
      const broken = journalFault(context, story, Number(seq))
      if (broken) fault(slug, 0, broken)
      else if (indexed === seq) {
        const stale = indexFault(context, story, slug)
        if (stale) fault(slug, 0, stale)
      }
    })
  }
  return { stories: stories.length, revisions, damaged }
}

interface Fault {
  number: number
  what: string
}

/** Whether each revision of a story's own line stands on the one before it. Numbers that a merge passed over are others'. */
function lineFaults(rows: readonly Row[]): Fault[] {
  const faults: Fault[] = []
  let parent: string | undefined
  let expected = 1
  for (const { number: stored, id, content } of rows) {
    const number = Number(stored)
    const follows = parent === undefined ? number === 1 : parentsIn(content)?.includes(parent)
    if (!follows) {
      for (; expected < number; expected++) faults.push({ number: expected, what: 'the revision is missing' })
      if (parent !== undefined) faults.push({ number, what: 'its parent is not the revision before it' })
    }
    expected = number + 1
    parent = String(id)
  }
  if (rows.length === 0) faults.push({ number: 0, what: 'it has no revision' })
  return faults
}

function parentsIn(content: unknown): string[] | undefined {
  try {
    return (JSON.parse(String(content)) as RevisionContent).parents
  } catch {
    return undefined
  }
}

/** What is wrong with one revision, of the own line or beside it. `numbers` are those of all that are here. */
function revisionFaults(
  { db }: StoreContext,
  story: string,
  { number: stored, id, content }: Row,
  numbers: ReadonlyMap<string, number>,
): Fault[] {
  const number = Number(stored)
  const text = String(content)
  if (sha256(text) !== id) return [{ number, what: 'the content does not match its hash' }]
  const faults: Fault[] = []
  const fault = (what: string) => faults.push({ number, what })
  try {
    const revision = JSON.parse(text) as RevisionContent
    const { parents } = revision
    if (canonicalJson(revision) !== text) fault('the content is not canonical')
    if (revision.story !== story || revision.number !== number) fault('it names another story or number')
    const stands = parents.map((parent) => ({ number: numbers.get(parent) ?? NaN }))
    if (number === 1 && parents.length > 0) fault('the first revision has a parent')
    else if (number > 1 && parents.length !== (revision.kind === 'merge' ? 2 : 1))
      fault(`it stands on ${parents.length} revisions`)
    else if (numberAfter(stands) !== number) fault('what it stands on is not in the library as it was')
    parseManuscript(revision.manuscript)
    for (const source of revision.sources)
      if (!db.get('select 1 from source where id = ? and sha256 = ?', source.id, source.sha256))
        fault(`its source ${source.id} is not in the library as it was`)
  } catch (cause) {
    fault(cause instanceof Error ? cause.message : String(cause))
  }
  return faults
}

/** Whether what waits to be merged can be. */
function waitingFaults({ db }: StoreContext, story: string, numbers: ReadonlyMap<string, number>): Fault[] {
  return db
    .all('select tip, file, beside, settled from waiting where story = ?', story)
    .flatMap(({ tip, file, beside, settled }) => {
      const number = numbers.get(String(tip)) ?? 0
      try {
        JSON.parse(String(beside))
        JSON.parse(String(settled))
      } catch {
        return [{ number, what: `what came beside the revisions of ${String(file)} cannot be read` }]
      }
      return []
    })
}

const sourceFaults = ({ db }: StoreContext, story: string): Fault[] =>
  db
    .all('select id, sha256, text from source where story = ?', story)
    .filter(({ text, sha256: hash }) => sha256(String(text)) !== hash)
    .map(({ id }) => ({ number: 0, what: `source ${String(id)} does not match its hash` }))

function hasRevision({ db }: StoreContext, story: string, number: number, id: string): boolean {
  const where = 'where story = ?1 and number = ?2 and id = ?3'
  const both = `select 1 from revision ${where} union all select 1 from side_revision ${where}`
  return db.get(both, story, number, id) !== undefined
}

function releaseFaults(context: StoreContext, story: string): Fault[] {
  const { db } = context
  const faults: Fault[] = []
  for (const { id, number: stored, json } of db.all('select id, number, json from release where story = ?', story)) {
    const number = Number(stored)
    const { files, revisionId } = JSON.parse(String(json)) as Release
    if (!hasRevision(context, story, number, revisionId))
      faults.push({ number, what: 'the released revision is not the one that was signed' })
    const kept = new Map(
      db
        .all('select name, sha256, bytes from release_file where release = ?', String(id))
        .map((row) => [String(row.name), row]),
    )
    for (const { name, sha256: signed } of files) {
      const row = kept.get(name)
      if (!row) faults.push({ number, what: `released file ${name} is missing` })
      else if (row.sha256 !== signed || sha256(row.bytes as Uint8Array) !== signed)
        faults.push({ number, what: `released file ${name} does not match its hash` })
    }
  }
  return faults
}

/** Replays the whole journal and holds every checkpoint and every revision against it. */
function journalFault({ db }: StoreContext, story: string, seq: number): string | undefined {
  const checkpoints = db.all('select seq, manuscript from checkpoint where story = ? order by seq', story)
  const steps = db.all('select seq, json from step where story = ? order by seq', story)
  const first = checkpoints[0]
  if (!first) return 'the draft has no checkpoint'
  const start = Number(first.seq)
  if (steps.length !== seq - start || steps.some((step, index) => Number(step.seq) !== start + index + 1))
    return `the journal from ${start} to ${seq} has ${steps.length} steps, or they are not in order`
  const marks = [
    ...checkpoints.map((row) => ({ seq: Number(row.seq), manuscript: row.manuscript, what: 'the checkpoint' })),
    // One that was changed behind our back is told by its hash already.
    ...db
      .all('select seq, number, id, content from revision where story = ? order by seq, number', story)
      .filter(({ id, content }) => sha256(String(content)) === id)
      .map(({ seq, number, content }) => ({
        seq: Number(seq),
        manuscript: JSON.stringify((JSON.parse(String(content)) as RevisionContent).manuscript),
        what: `revision ${String(number)}`,
      })),
  ].sort((a, b) => a.seq - b.seq)
  try {
    let manuscript = parseManuscript(JSON.parse(String(first.manuscript)))
    let at = start
    const replayTo = (upTo: number) => {
      const between = steps.slice(at - start, upTo - start).map(({ json }) => JSON.parse(String(json)) as unknown)
      manuscript = applySteps(manuscript, between).manuscript
      at = upTo
    }
    for (const mark of marks) {
      if (mark.seq < at || mark.seq > seq) return `${mark.what} stands at step ${mark.seq}, outside the journal`
      replayTo(mark.seq)
      if (canonicalJson(JSON.parse(String(mark.manuscript))) !== canonicalJson(manuscript.toJSON()))
        return `the journal does not lead to ${mark.what} at step ${at}`
    }
    replayTo(seq)
  } catch (cause) {
    return `the journal does not replay: ${cause instanceof Error ? cause.message : String(cause)}`
  }
  return undefined
}
