import { parseManuscript } from '@core/manuscript'
import { applySteps, canonicalJson, type RevisionContent } from '@core/record'
import type { Verification } from '@contract/index'
import type { StoreContext } from './context'
import { sha256 } from './hash'

/**
 * Re-walks the library: every revision against its hash and its parent, every manuscript against the schema, every source
 * and released file against its hash, every journal from its first checkpoint to its last step, SQLite's own pages and
 * the index. Changes nothing.
 */
export function verify({ db }: StoreContext): Verification {
  const damaged: Verification['damaged'] = []
  const stories = db.all('select id, slug, seq from story order by slug')
  let revisions = 0
  for (const { integrity_check: said } of db.all('pragma integrity_check'))
    if (said !== 'ok') damaged.push({ slug: '', number: 0, what: `SQLite: ${String(said)}` })
  for (const { id: storyId, slug: storySlug, seq } of stories) {
    const story = String(storyId)
    const slug = String(storySlug)
    const fault = (number: number, what: string) => damaged.push({ slug, number, what })
    let parent: string | undefined
    let expected = 1
    for (const row of db.all('select number, id, content from revision where story = ? order by number', story)) {
      revisions++
      const number = Number(row.number)
      if (number !== expected) fault(number, `revision ${expected} is missing`)
      expected = number + 1
      for (const what of revisionFaults(String(row.content), String(row.id), story, number, parent)) fault(number, what)
      parent = String(row.id)
    }
    if (expected === 1) fault(0, 'it has no revision')
    for (const row of db.all('select id, sha256, text from source where story = ?', story))
      if (sha256(String(row.text)) !== row.sha256) fault(0, `source ${String(row.id)} does not match its hash`)
    for (const row of db.all(
      'select number, name, sha256, bytes from release_file join release on release.id = release where story = ?',
      story,
    ))
      if (sha256(row.bytes as Uint8Array) !== row.sha256)
        fault(Number(row.number), `released file ${String(row.name)} does not match its hash`)
    const broken = journalFault({ db }, story, Number(seq))
    if (broken) fault(0, broken)
  }
  const known = new Set(stories.map(({ id }) => String(id)))
  for (const { story } of db.all('select distinct story from word'))
    if (!known.has(String(story)))
      damaged.push({ slug: '', number: 0, what: `the index knows a story ${String(story)} that is not there` })
  return { stories: stories.length, revisions, damaged }
}

function revisionFaults(text: string, id: string, story: string, number: number, parent: string | undefined): string[] {
  if (sha256(text) !== id) return ['the content does not match its hash']
  const faults: string[] = []
  try {
    const content = JSON.parse(text) as RevisionContent
    if (canonicalJson(content) !== text) faults.push('the content is not canonical')
    if (content.story !== story || content.number !== number) faults.push('it names another story or number')
    if (parent !== undefined && !content.parents.includes(parent))
      faults.push('its parent is not the revision before it')
    if (parent === undefined && number === 1 && content.parents.length > 0)
      faults.push('the first revision names a parent')
    parseManuscript(content.manuscript)
  } catch (cause) {
    faults.push(cause instanceof Error ? cause.message : String(cause))
  }
  return faults
}

/** Replays the whole journal and holds every checkpoint against it. */
function journalFault({ db }: Pick<StoreContext, 'db'>, story: string, seq: number): string | undefined {
  const checkpoints = db.all('select seq, manuscript from checkpoint where story = ? order by seq', story)
  const steps = db.all('select seq, json from step where story = ? order by seq', story)
  const first = checkpoints[0]
  if (!first) return 'the draft has no checkpoint'
  if (Number(steps.at(-1)?.seq ?? 0) !== seq)
    return `the journal ends at ${String(steps.at(-1)?.seq ?? 0)} instead of ${seq}`
  try {
    let manuscript = parseManuscript(JSON.parse(String(first.manuscript)))
    let at = Number(first.seq)
    for (const { seq: upTo, manuscript: kept } of [...checkpoints.slice(1), { seq, manuscript: undefined }]) {
      const between = steps.filter((step) => Number(step.seq) > at && Number(step.seq) <= Number(upTo))
      if (between.length !== Number(upTo) - at) return `steps are missing between ${at} and ${String(upTo)}`
      manuscript = applySteps(
        manuscript,
        between.map(({ json }) => JSON.parse(String(json)) as unknown),
      ).manuscript
      at = Number(upTo)
      if (kept !== undefined && canonicalJson(JSON.parse(String(kept))) !== canonicalJson(manuscript.toJSON()))
        return `the journal does not lead to the checkpoint at ${at}`
    }
  } catch (cause) {
    return `the journal does not replay: ${cause instanceof Error ? cause.message : String(cause)}`
  }
  return undefined
}
