import { parseManuscript, plainText, type Manuscript } from '@core/manuscript'
import { canonicalJson, stepBetween } from '@core/record'
import type { StoryCard } from '@contract/index'
import { described, draftOf, record, type StoreContext } from './context'
import { checkpoint, writeSteps } from './drafts'
import { apart, both, counted, saidBefore } from './package-apart'
import { bringReleases, bringRemarks, bringSources } from './package-beside'
import { sha256 } from './hash'
import { takenIn } from './package'
import { checkPackage, type CheckedPackage } from './package-check'
import { addRevision, revisionOf } from './revisions'
import { forgetIndex } from './search'
import { slugFrom } from './slug'
import { cardOf, freeSlug } from './stories'

export interface ImportedPackage {
  card: StoryCard
  blocks: number
  /** What happened, one sentence each. */
  remarks: string[]
}

/**
 * Takes in a story package, checked whole before anything is written. A story that is not here is made as it was, with its
 * history; one that is here goes on from where both stand alike. What is here is never overwritten: where one side has only a
 * draft that grew apart and contradicts nothing, the draft has both after; else a story that was changed on both sides is
 * left as it is.
 * @throws HostError 'bad-input' for a package that does not hold together, 'conflict' when both sides grew apart.
 */
export function importPackage(context: StoreContext, name: string, text: string): ImportedPackage {
  const given = checkPackage(name, text)
  const story = given.story.id
  return context.db.transact(() => {
    const known = context.db.get('select 1 from story where id = ?', story) !== undefined
    const remarks = known ? goOn(context, given, name) : make(context, given, name)
    return {
      card: cardOf(context, story),
      blocks: plainText(draftOf(context, story).manuscript).blocks.length,
      remarks,
    }
  })
}

function make(context: StoreContext, given: CheckedPackage, file: string): string[] {
  const { db, now, actor } = context
  const { id: story, slug: wanted } = given.story
  const [first, ...later] = given.revisions
  const slug = freeSlug(context, slugFrom(wanted))
  const { headline, words } = described(first!.doc)
  db.run(
    `insert into story (id, slug, headline, status, words, updated_at, created_at, owner)
     values (?, ?, ?, 'draft', ?, ?, ?, ?)`,
    story,
    slug,
    headline,
    words,
    now(),
    first!.at,
    actor(),
  )
  checkpoint(context, story, 0, first!.doc)
  const sources = bringSources(context, story, given)
  bringRevisions(context, story, [first!, ...later], given.draft)
  bringRemarks(context, story, given)
  const releases = bringReleases(context, story, given)
  const last = given.revisions.length
  record(context, story, 'package.import', { file, from: 0, to: last, draft: hashOf(given.draft), sources, releases })
  const beside = [counted(sources, 'source'), counted(releases, 'release')].filter(Boolean).join(' and ')
  return [
    `Came in with its history, ${last === 1 ? 'r1' : `r1 to r${last}`}${beside && `, and ${beside}`}; every hash matches.`,
    ...(slug === wanted ? [] : [`The slug “${wanted}” is taken here; the story is “${slug}”.`]),
  ]
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

function goOn(context: StoreContext, given: CheckedPackage, file: string): string[] {
  const { db } = context
  const { id: story } = given.story
  const { slug } = cardOf(context, story)
  const ours = db.all('select id, seq from revision where story = ? order by number', story)
  let common = 0
  while (common < ours.length && ours[common]!.id === given.revisions[common]?.id) common++
  const last = given.revisions[common - 1]
  if (!last) throw apart(`${file} and ${slug} are the same story by their id, and have no revision in common`)
  const draft = draftOf(context, story).manuscript
  const later = given.revisions.slice(common)
  const theirs = [...later.map(({ doc }) => doc), given.draft]
  const theirHash = hashOf(given.draft)
  const nothingLater =
    later.length === 0 &&
    (takenIn(context, story).includes(theirHash) ||
      saidBefore(context, story, Number(ours[common - 1]!.seq), last.doc, given.draft))
  // What is here is the common revision, or something that they went on from.
  const goesOn =
    ours.length === common &&
    ([last.doc, ...theirs].some((doc) => doc.eq(draft)) || given.story.takenIn.includes(hashOf(draft)))
  const merged =
    nothingLater || goesOn
      ? undefined
      : both(file, slug, { ours: ours.length - common, last, draft, later, theirs: given.draft })

  const sources = bringSources(context, story, given, last)
  let kept = ''
  if (merged && later.length === 0 && !draft.eq(lastHere(context, story))) {
    const { number } = addRevision(context, story, 'named', `Before taking in ${file}`)
    kept = ` What the draft said before is r${number}.`
  }
  if (!nothingLater) bringRevisions(context, story, later, merged ?? given.draft)
  const remarks = bringRemarks(context, story, given, last)
  const releases = bringReleases(context, story, given)
  const beside = [counted(sources, 'source'), counted(remarks, 'note'), counted(releases, 'release')]
  const brought = beside.filter(Boolean).join(', ')
  if (nothingLater && !brought) return [`Nothing new: ${slug} has all of it.`]
  const to = Math.max(common, given.revisions.length)
  record(context, story, 'package.import', { file, from: common, to, draft: theirHash, sources, remarks, releases })
  db.run('update story set updated_at = ? where id = ?', context.now(), story)
  forgetIndex(context, story)
  const went = nothingLater
    ? `The text of ${slug} stays as it is.`
    : later.length > 0
      ? `Continued from r${common} to r${to}.`
      : merged
        ? ''
        : `Continued from r${common} with the draft that followed it.`
  const joined = merged && `Both had changed since r${common}, nothing in the same place: the draft has both.${kept}`
  return [went, joined ?? '', brought && `New or changed: ${brought}.`].filter(Boolean)
}

const hashOf = (doc: Manuscript) => sha256(canonicalJson(doc.toJSON()))

function lastHere(context: StoreContext, story: string): Manuscript {
  const row = context.db.get('select number from revision where story = ? order by number desc limit 1', story)
  return parseManuscript(revisionOf(context, story, Number(row!.number)).manuscript)
}
