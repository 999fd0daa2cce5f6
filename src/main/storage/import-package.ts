import { plainText, type Manuscript } from '@core/manuscript'
import { ancestryOf, historyOf, lastCommon, lineTo, stepBetween, type History } from '@core/record'
import type { StoryCard } from '@contract/index'
import { described, draftOf, record, type StoreContext } from './context'
import { checkpoint, writeSteps } from './drafts'
import { hashOf, mergeAtOnce, nothingWaitsBehind, wait } from './merges'
import { takenIn } from './package'
import { apart, both, counted, saidBefore } from './package-apart'
import { attachAs, bringEvents, bringReleases, bringRemarks, keepSources } from './package-beside'
import { checkPackage, type CheckedPackage } from './package-check'
import { addRevision } from './revisions'
import { forgetIndex } from './search'
import { commonText, docById, headOf, historyHere, keepBeside } from './side-revisions'
import { slugFrom } from './slug'
import { cardOf, freeSlug } from './stories'
import { waitingOf } from './waiting'
import { waitingWords } from './waiting-words'

export interface ImportedPackage {
  card: StoryCard
  blocks: number
  /** What happened, one sentence each. */
  remarks: string[]
  /** The id by which what waits to be merged is asked for; absent where nothing of the package does. */
  waits?: string
  /** Whether anything here changed: a package that is imported again brings nothing. */
  changed: boolean
}

/** What happened to a story when a package came in. */
type Came = Pick<ImportedPackage, 'remarks' | 'waits' | 'changed'>

/**
 * Takes in a story package, checked whole before anything is written. A story that is not here is made as it was, with its
 * history; one that is here goes on from where both stand alike. What is here is never overwritten: what changed on both
 * sides and contradicts nothing is merged, and what contradicts is kept beside the story and waits for a person.
 * @throws HostError 'bad-input' for a package that does not hold together, 'conflict' where both have no revision in common.
 */
export function importPackage(context: StoreContext, name: string, text: string): ImportedPackage {
  const given = checkPackage(name, text)
  const story = given.story.id
  return context.db.transact(() => {
    const known = context.db.get('select 1 from story where id = ?', story) !== undefined
    const came = known ? goOn(context, given, name) : make(context, given, name)
    return {
      card: cardOf(context, story),
      blocks: plainText(draftOf(context, story).manuscript).blocks.length,
      ...came,
    }
  })
}

function make(context: StoreContext, given: CheckedPackage, file: string): Came {
  const { db, now, actor } = context
  const { id: story, slug: wanted, owner, archived, events } = given.story
  const last = given.revisions.at(-1)!
  const line = lineOf(given, undefined)
  const [first] = line
  const slug = freeSlug(context, slugFrom(wanted))
  const { headline, words } = described(first!.doc)
  db.run(
    `insert into story (id, slug, headline, status, archived, words, updated_at, created_at, owner)
     values (?, ?, ?, 'draft', ?, ?, ?, ?, ?)`,
    story,
    slug,
    headline,
    archived ? 1 : 0,
    words,
    now(),
    first!.at,
    owner ?? actor(),
  )
  checkpoint(context, story, 0, first!.doc)
  const sources = keepSources(context, story, given)
  attachAs(context, story, given.sources)
  bringRevisions(context, story, line, given.draft)
  keepBeside(context, story, given.revisions)
  bringRemarks(context, story, given.story, given.draft)
  const releases = bringReleases(context, story, given.releases)
  bringEvents(context, story, file, events)
  record(context, story, 'package.import', {
    file,
    from: 0,
    to: last.number,
    draft: hashOf(given.draft),
    sources,
    releases,
  })
  const beside = [counted(sources, 'source'), counted(releases, 'release')].filter(Boolean).join(' and ')
  const span = last.number === 1 ? 'r1' : `r1 to r${last.number}`
  return {
    changed: true,
    remarks: [
      `Came in with its history, ${span}${beside && `, and ${beside}`}; every hash matches.`,
      ...(slug === wanted ? [] : [`The slug “${wanted}” is taken here; the story is “${slug}”.`]),
    ],
  }
}

/** The revisions of a package that lead from one of it to its last, oldest first. */
function lineOf({ revisions }: CheckedPackage, from: string | undefined): CheckedPackage['revisions'] {
  const by = new Map(revisions.map((revision) => [revision.id, revision]))
  return (lineTo(historyOf(revisions), from, revisions.at(-1)!.id) ?? []).map(({ id }) => by.get(id)!)
}

/** Journals the way through each revision to the draft; every revision stands at its step number. */
function bringRevisions(
  context: StoreContext,
  story: string,
  revisions: CheckedPackage['revisions'],
  draft: Manuscript,
): void {
  const goTo = (doc: Manuscript) => {
    const step = stepBetween(draftOf(context, story).manuscript, doc)
    if (step) writeSteps(context, story, 'host', [step.toJSON()])
  }
  for (const { id, number, doc, canonical } of revisions) {
    goTo(doc)
    const { seq } = draftOf(context, story)
    const { words } = described(doc)
    context.db.run('insert into revision values (?, ?, ?, ?, ?, ?)', story, number, id, seq, words, canonical)
    checkpoint(context, story, seq, doc)
  }
  goTo(draft)
}

/** How a package stands to the story that is here. */
interface Standing {
  /** The last revisions that both have. */
  common: CheckedPackage['revisions'][number]
  history: History
  ours: { id: string; number: number }
  /** What is here is what theirs went on from, or ours went on from theirs, or both went on. */
  who: 'theirs' | 'ours' | 'both'
}

function standingOf(context: StoreContext, given: CheckedPackage, file: string): Standing {
  const { id: story } = given.story
  const ours = headOf(context, story)
  const theirs = given.revisions.at(-1)!
  const history = new Map([...historyOf(given.revisions), ...historyHere(context, story)])
  const [last] = lastCommon(history, ours.id, theirs.id)
  const common = given.revisions.find(({ id }) => id === last?.id)
  if (!common)
    throw apart(
      `${file} and ${cardOf(context, story).slug} are the same story by their id, and have no revision in common`,
    )
  return { common, history, ours, who: common.id === theirs.id ? 'ours' : common.id === ours.id ? 'theirs' : 'both' }
}

function goOn(context: StoreContext, given: CheckedPackage, file: string): Came {
  const { db } = context
  const { id: story } = given.story
  const { slug } = cardOf(context, story)
  const standing = standingOf(context, given, file)
  const { common, ours, who } = standing
  const draft = draftOf(context, story).manuscript
  const theirHash = hashOf(given.draft)
  const nothingLater =
    who === 'ours' &&
    (takenIn(context, story).includes(theirHash) ||
      saidBefore(context, story, common.id, common.doc, given.draft) ||
      namedSince(context, given, standing, theirHash))
  const later = who === 'theirs' ? lineOf(given, ours.id) : []
  // What is here is the common revision, or something that they went on from.
  const fresh = given.revisions.filter(({ id }) => !ancestryOf(standing.history, ours.id).has(id))
  const goesOn =
    ours.id === common.id &&
    ([common.doc, ...fresh.map(({ doc }) => doc), given.draft].some((doc) => doc.eq(draft)) ||
      given.story.takenIn.includes(hashOf(draft)))
  const merged = nothingLater || goesOn ? undefined : inOne(context, given, standing, draft)

  const sources = keepSources(context, story, given)
  if (merged?.kind === 'apart') return keptWaiting(context, given, file, standing, merged.conflicts)
  if (merged && who === 'both') {
    const { number } = mergeAtOnce(context, given, file, merged.manuscript)
    nothingWaitsBehind(context, story)
    return {
      changed: true,
      remarks: [`Both had changed since r${common.number}, nothing in the same place: r${number} has both sides.`],
    }
  }
  attachAs(context, story, given.sources, common)
  let kept = ''
  if (merged && later.length === 0 && !draft.eq(docById(context, story, ours.id))) {
    const { number } = addRevision(context, story, 'named', `Before taking in ${file}`)
    kept = ` What the draft said before is r${number}.`
  }
  if (!nothingLater) bringRevisions(context, story, later, merged?.manuscript ?? given.draft)
  keepBeside(context, story, given.revisions)
  const remarks = bringRemarks(context, story, given.story, given.draft, common)
  const releases = bringReleases(context, story, given.releases)
  const beside = [counted(sources, 'source'), counted(remarks, 'note'), counted(releases, 'release')]
  const brought = beside.filter(Boolean).join(', ')
  nothingWaitsBehind(context, story)
  if (nothingLater && !brought) return { changed: false, remarks: [`Nothing new: ${slug} has all of it.`] }
  bringEvents(context, story, file, given.story.events)
  const to = Math.max(common.number, given.revisions.at(-1)!.number)
  const detail = { file, from: common.number, to, draft: theirHash, sources, remarks, releases }
  record(context, story, 'package.import', detail)
  db.run('update story set updated_at = ? where id = ?', context.now(), story)
  forgetIndex(context, story)
  const went = nothingLater
    ? `The text of ${slug} stays as it is.`
    : later.length > 0
      ? `Continued from r${common.number} to r${to}.`
      : merged
        ? ''
        : `Continued from r${common.number} with the draft that followed it.`
  const joined =
    merged && `Both had changed since r${common.number}, nothing in the same place: the draft has both.${kept}`
  return { changed: true, remarks: [went, joined ?? '', brought && `New or changed: ${brought}.`].filter(Boolean) }
}

/** Whether a revision that went on from theirs, on either side, says what their draft says. */
function namedSince(context: StoreContext, given: CheckedPackage, { history, ours, common }: Standing, hash: string) {
  const before = ancestryOf(history, common.id)
  const since = [...ancestryOf(history, ours.id)].filter((id) => !before.has(id))
  return since.some((id) => hashOf(docById(context, given.story.id, id)) === hash)
}

/** Both sides in one, where they contradict each other nowhere. */
function inOne(context: StoreContext, given: CheckedPackage, standing: Standing, draft: Manuscript) {
  const { history, ours, common } = standing
  const several = lastCommon(history, ours.id, given.revisions.at(-1)!.id)
  if (several.length === 1) return both(common.doc, draft, given.draft)
  return both(commonText(context, given.story.id, historyHere(context, given.story.id), several), draft, given.draft)
}

function keptWaiting(
  context: StoreContext,
  given: CheckedPackage,
  file: string,
  { common }: Standing,
  conflicts: number,
): Came {
  const { id: story } = given.story
  const { slug } = cardOf(context, story)
  const state = wait(context, given, file)
  forgetIndex(context, story)
  const waiting = waitingOf(context, story).at(-1)!
  const words = waitingWords(waiting)
  const why =
    conflicts === 0
      ? 'The desk could not join them without losing a word, so a person looks'
      : `${counted(conflicts, 'place')} changed on both sides since r${common.number}`
  return {
    changed: state === 'new',
    waits: waiting.tip,
    remarks: [
      state === 'known'
        ? `Nothing new: ${words} ${waits(waiting)} to be merged into ${slug} already.`
        : `${words} ${waits(waiting)} to be merged into ${slug}. ${why}; the story stays as it is.`,
      'Open the story at the desk and choose Merge.',
    ],
  }
}

const waits = ({ revisions }: { revisions: readonly unknown[] }) => (revisions.length === 1 ? 'waits' : 'wait')
