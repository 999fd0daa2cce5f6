import * as z from 'zod'
import { measureJson, parseJson, ReadError } from '@core/formats'
import { ManuscriptError, parseManuscript, type Manuscript } from '@core/manuscript'
import { ancestryOf, canonicalJson, historyOf, numberAfter } from '@core/record'
import { HostError } from '@contract/index'
import { AnnotationSchema, DecisionSchema, ReleaseSchema, RevisionContentSchema, SourceSchema } from '@contract/values'
import { sha256 } from './hash'
import type { StoryPackage } from './package'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const file = ReleaseSchema.shape.files.element.extend({
  // It becomes a file's name in a folder, and a type that a browser is told.
  name: z
    .string()
    .max(200)
    .regex(/^[\p{L}\p{N}][\p{L}\p{N}.-]*$/u),
  sha256: hash,
  mediaType: z.string().regex(/^[\w.+-]{1,100}\/[\w.+-]{1,100}(?:; ?charset=[\w-]{1,40})?$/),
  content: z.base64(),
})
const PackageSchema = z.strictObject({
  format: z.literal('writethru/1'),
  story: z.strictObject({
    id: z.string().regex(/^[\w-]{1,64}$/),
    slug: z.string().min(1).max(200),
    draft: z.unknown(),
    takenIn: z.array(hash),
    annotations: z.array(AnnotationSchema),
    decisions: z.array(DecisionSchema),
    owner: z.string().max(200).exactOptional(),
    archived: z.literal(true).exactOptional(),
    events: z
      .array(
        z.strictObject({
          at: z.string().min(1).max(40),
          who: z.string().max(200),
          what: z.string().min(1).max(80),
          detail: z.record(z.string(), z.unknown()),
        }),
      )
      .exactOptional(),
  }),
  revisions: z.array(RevisionContentSchema.extend({ id: hash })).min(1),
  sources: z.array(SourceSchema.omit({ news: true }).extend({ detached: z.literal(true).exactOptional() })),
  releases: z.array(ReleaseSchema.extend({ files: z.array(file) })),
}) satisfies z.ZodType<StoryPackage>

/** A package that holds together: every hash was computed again. */
export interface CheckedPackage {
  story: StoryPackage['story']
  draft: Manuscript
  /** Each after those it stands on, with its canonical JSON, which hashes to its id. */
  revisions: (StoryPackage['revisions'][number] & { doc: Manuscript; canonical: string })[]
  sources: StoryPackage['sources']
  /** Oldest first. */
  releases: (Omit<StoryPackage['releases'][number], 'files'> & {
    files: (StoryPackage['releases'][number]['files'][number] & { content: string; data: Uint8Array })[]
  })[]
}

/**
 * Reads a story package that a stranger may have written, believing nothing: shape, numbers, the chain of hashes, every
 * manuscript, the text of every source and the bytes of every released file.
 * @throws HostError 'bad-input' naming the first place that does not hold.
 */
export function checkPackage(name: string, text: string): CheckedPackage {
  const refuse = (why: string) =>
    new HostError('bad-input', `${name}: ${why.replace(/\.$/, '')}. Nothing of it was kept.`)
  const { raw, given } = shaped(text, refuse)
  const { story } = given
  const docOf = (json: unknown, what: string) => {
    try {
      const doc = parseManuscript(json)
      if (canonicalJson(doc.toJSON()) === canonicalJson(json)) return doc
    } catch (cause) {
      if (!(cause instanceof ManuscriptError) && !(cause instanceof TypeError)) throw cause
      throw refuse(`${what}: ${cause.message}`)
    }
    throw refuse(`${what} is not written as the desk writes it`)
  }
  const once = (what: string, ids: readonly string[]) => {
    const twice = ids.find((id, index) => ids.indexOf(id) !== index)
    if (twice !== undefined) throw refuse(`${what} ${twice} is there twice`)
  }
  const ids = (things: readonly { id: string }[]) => things.map(({ id }) => id)
  once('annotation', ids(story.annotations))
  once('decision', ids(story.decisions))
  once('source', ids(given.sources))
  once('release', ids(given.releases))
  once('revision', ids(given.revisions))

  for (const source of given.sources)
    if (sha256(source.text) !== source.sha256) throw refuse(`the text of source ${source.id} does not match its hash`)
  const hashes = new Map(given.sources.map(({ id, sha256 }) => [id, sha256]))
  const before = new Map<string, number>()
  const revisions = given.revisions.map((revision, index) => {
    const what = `revision ${index + 1}`
    // Hashed as it was given; what the schema made of it is used after.
    const { id, ...content } = (raw.revisions as Record<string, unknown>[])[index]!
    const canonical = canonicalOf(content, (why) => refuse(`${what}: ${why}`))
    if (sha256(canonical) !== id) throw refuse(`${what} does not match its hash`)
    if (revision.story !== story.id) throw refuse(`${what} belongs to another story`)
    const parents = revision.parents.map((parent) => before.get(parent))
    const isStart = index === 0 ? parents.length === 0 : parents.length === (revision.kind === 'merge' ? 2 : 1)
    if (!isStart || parents.includes(undefined) || new Set(revision.parents).size < parents.length)
      throw refuse(index === 0 ? `${what} has a parent` : `${what} does not follow the revision before it`)
    const number = numberAfter(parents.map((number) => ({ number: number! })))
    if (revision.number !== number) throw refuse(`${what} calls itself ${revision.number}`)
    before.set(id as string, number)
    for (const source of revision.sources)
      if (hashes.get(source.id) !== source.sha256)
        throw refuse(`${what} stands on source ${source.id}, not in the file`)
    return { ...revision, doc: docOf(revision.manuscript, what), canonical }
  })
  const last = revisions.at(-1)!
  const stood = ancestryOf(historyOf(revisions), last.id)
  const astray = revisions.find(({ id }) => !stood.has(id))
  if (astray) throw refuse(`revision ${astray.number} by ${astray.by} is not part of the history of the last one`)
  const releases = given.releases
    .map((release) => {
      const what = `the release of r${release.revision}`
      if (release.story !== story.id || before.get(release.revisionId) !== release.revision)
        throw refuse(`${what} is not of a revision in the file`)
      once(
        `${what}: file`,
        release.files.map((file) => file.name),
      )
      const files = release.files.map((file) => {
        const data = Buffer.from(file.content, 'base64')
        if (sha256(data) !== file.sha256 || data.length !== file.bytes)
          throw refuse(`${what}: ${file.name} does not match its hash`)
        return { ...file, data }
      })
      return { ...release, files }
    })
    .sort((a, b) => a.revision - b.revision)
  return { story, draft: docOf(story.draft, 'the draft'), revisions, sources: given.sources, releases }
}

type Refuse = (why: string) => HostError

function shaped(text: string, refuse: Refuse) {
  let raw: unknown
  try {
    measureJson(text)
    raw = parseJson(text)
  } catch (cause) {
    if (cause instanceof ReadError) throw refuse(cause.message)
    throw cause
  }
  const parsed = PackageSchema.safeParse(raw)
  if (parsed.success) return { raw: raw as Record<string, unknown>, given: parsed.data }
  const [issue] = parsed.error.issues
  throw refuse(`${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not a story package'}`)
}

function canonicalOf(content: unknown, refuse: Refuse): string {
  try {
    return canonicalJson(content)
  } catch (cause) {
    if (cause instanceof TypeError) throw refuse(cause.message)
    throw cause
  }
}
