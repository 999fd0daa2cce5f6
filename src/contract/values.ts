// Schemas of the values that cross. Their types are the core's own; the checks below the schemas hold the two together.
import * as z from 'zod'
import type { Annotation, Decision } from '@core/annotations'
import type { Settled } from '@core/comparison'
import type { Policy } from '@core/policy'
import type { PublishedChange } from '@core/release'
import type {
  AttributionReport,
  Digest,
  Release,
  RevisionCard,
  RevisionContent,
  Source,
  SourceInput,
  WireCard,
  WaitingMerge,
  WireItem,
} from '@core/record'

// The page's policy forbids code made from text, which zod would try.
z.config({ jitless: true })

const id = z.string().min(1).max(200)
const words = z.string().max(100_000)
const offset = z.int().min(0)
/** Bytes of a file. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'bytes are wanted here')
/** ISO 8601. */
const time = z.string().min(1).max(40)

export const Anchor = z.strictObject({ start: offset, end: offset, exact: words, prefix: words, suffix: words })
export const Remark = z.strictObject({ id, by: words, at: time, text: words })
const stamp = z.strictObject({ by: words, at: time })

export const AnnotationSchema = z.strictObject({
  id,
  kind: z.enum(['comment', 'query', 'note']),
  anchor: Anchor,
  orphan: z.literal(true).exactOptional(),
  thread: z.array(Remark).min(1),
  resolved: stamp.exactOptional(),
}) satisfies z.ZodType<Annotation>

const notQuotationKind = z.enum(['scare', 'title', 'nickname', 'motto', 'word', 'hypothetical'])
const onFinding = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind), rule: id, cause: words })

export const Ruling = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('speaker'), speaker: words }),
  z.strictObject({ kind: z.literal('speaker-name'), from: words, to: words, title: words.exactOptional() }),
  z.strictObject({ kind: z.literal('not-a-quotation'), as: notQuotationKind }),
  z.strictObject({ kind: z.literal('is-a-quotation') }),
  z.strictObject({ kind: z.literal('source'), source: id, start: offset, end: offset }),
  z.strictObject({ kind: z.literal('note'), text: words }),
  onFinding('waive'),
  onFinding('acknowledge'),
  onFinding('wrong-alarm'),
])

export const DecisionSchema = z.strictObject({
  id,
  ruling: Ruling,
  anchor: Anchor.exactOptional(),
  orphan: z.literal(true).exactOptional(),
  also: z.array(z.strictObject({ anchor: Anchor, cue: words.exactOptional() })).exactOptional(),
  by: words,
  at: time,
  reason: words.exactOptional(),
  seen: z
    .strictObject({
      words,
      speaker: words.exactOptional(),
      cue: words.exactOptional(),
      source: words.exactOptional(),
      verdict: words.exactOptional(),
    })
    .exactOptional(),
  revoked: stamp.exactOptional(),
}) satisfies z.ZodType<Decision>

export const StoryStatusSchema = z.enum(['draft', 'in-review', 'ready', 'published', 'corrected', 'updated', 'killed'])
const wireStatus = z.enum(['usable', 'advisory', 'corrected', 'withheld', 'killed'])
const wireNewsKind = z.enum(['killed', 'withheld', 'corrected', 'newer'])

const sourceFields = {
  agency: words.exactOptional(),
  slug: words.exactOptional(),
  headline: words.exactOptional(),
  version: words.exactOptional(),
  at: time.exactOptional(),
  created: time.exactOptional(),
  sent: time.exactOptional(),
  language: words.exactOptional(),
  usage: words.exactOptional(),
  copyright: words.exactOptional(),
  credit: words.exactOptional(),
  embargo: time.exactOptional(),
  editorsNote: words.exactOptional(),
  photoCredits: z.array(words).max(200).exactOptional(),
  file: words.exactOptional(),
  item: words.exactOptional(),
  previous: words.exactOptional(),
  status: wireStatus.exactOptional(),
  text: z.string().min(1).max(20_000_000),
}
export const SourceInputSchema = z.strictObject(sourceFields) satisfies z.ZodType<SourceInput>
export const SourceSchema = z.strictObject({
  ...sourceFields,
  id,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  attachedBy: words,
  attachedAt: time,
  news: z
    .strictObject({
      what: wireNewsKind,
      item: id,
      version: words.exactOptional(),
      at: time,
    })
    .exactOptional(),
}) satisfies z.ZodType<Source>

const { text: _text, ...wireFields } = sourceFields
export const WireCardSchema = z.strictObject({
  ...wireFields,
  id,
  sha256: z.string(),
  arrivedAt: time,
  lead: z.string().max(400),
  words: z.int().min(0),
  /** Stories that have this item attached. */
  stories: z.int().min(0),
}) satisfies z.ZodType<WireCard>
export const WireItemSchema = z.strictObject({
  ...sourceFields,
  id,
  sha256: z.string(),
  arrivedAt: time,
}) satisfies z.ZodType<WireItem>
/** An item of the basket that a story looks made from. `share` is the part of the story's words it explains, 0 to 1. */
export const WireProposal = z.strictObject({ item: WireCardSchema, share: z.number(), sentences: z.int() })
export type WireProposal = z.infer<typeof WireProposal>
/** A word of the wire on an attached item, and each story that stands on it, published ones first. */
export const WireNews = z.strictObject({
  item: WireCardSchema,
  what: wireNewsKind,
  stories: z.array(z.strictObject({ id, slug: z.string(), headline: z.string(), status: StoryStatusSchema })),
})
export type WireNews = z.infer<typeof WireNews>
/** A file of the watched folder that could not be read, and why. */
/** A file of the watched folder that was not read: refused as it stands, or failed (`tries`) and perhaps tried again. */
export const WireRefusal = z.strictObject({
  file: z.string(),
  message: z.string(),
  tries: z.int().min(1).exactOptional(),
  again: time.exactOptional(),
})

const revisionKind = z.enum(['named', 'import', 'restore', 'release', 'start', 'merge'])

const revisionCard = {
  number: z.int().min(1),
  id,
  at: time,
  by: words,
  note: words,
  kind: revisionKind,
  words: z.int().min(0),
  parents: z.array(id).max(2),
}
export const RevisionCardSchema = z.strictObject({
  ...revisionCard,
  joined: z.array(z.strictObject(revisionCard)).exactOptional(),
}) satisfies z.ZodType<RevisionCard>

export const WaitingMergeSchema = z.strictObject({
  tip: id,
  file: z.string(),
  at: time,
  who: words,
  revisions: z.array(z.strictObject({ ...revisionCard, draft: z.literal(true).exactOptional() })),
  common: z.array(z.strictObject({ number: z.int().min(1), by: words, at: time })),
  settled: z.int().min(0),
}) satisfies z.ZodType<WaitingMerge>

const range = z.strictObject({ start: offset, end: offset })
export const SettledSchema = z.strictObject({
  base: range,
  ours: z.string().max(20_000_000),
  theirs: z.string().max(20_000_000),
  as: z.union([z.enum(['ours', 'theirs', 'base', 'both']), z.strictObject({ words: z.string().max(20_000_000) })]),
}) satisfies z.ZodType<Settled>

export const RevisionContentSchema = z.strictObject({
  format: z.literal('writethru/1'),
  parents: z.array(id).max(2),
  story: id,
  number: z.int().min(1),
  at: time,
  by: words,
  note: words,
  kind: revisionKind,
  manuscript: z.unknown(),
  annotations: z.array(AnnotationSchema),
  decisions: z.array(DecisionSchema),
  sources: z.array(z.strictObject({ id, sha256: z.string() })),
  policy: z.string(),
}) satisfies z.ZodType<RevisionContent>

const share = z.strictObject({ agency: words, share: z.number().min(0).max(1) })
export const DigestSchema = z.strictObject({
  seq: z.int().min(0),
  quotations: z.int().min(0),
  checked: z.int().min(0),
  attention: z.int().min(0),
  blocks: z.int().min(0),
  shares: z.array(share),
}) satisfies z.ZodType<Digest>

export const ExportFormatSchema = z.enum(['html', 'md', 'txt', 'docx', 'ninjs', 'json'])
/** A clean copy's format: a story package holds the workings and is never released. */
export const CopyFormatSchema = ExportFormatSchema.exclude(['json'])
export const ReleaseKindSchema = z.enum(['first', 'correction', 'update', 'kill'])

export const AttributionReportSchema = z.strictObject({
  quotations: z.array(
    z.strictObject({
      words,
      speaker: words.exactOptional(),
      state: z.enum(['open', 'attributed', 'checked', 'altered', 'matched', 'check-again']),
      places: z.int().min(1),
      sources: z.array(id),
      by: words.exactOptional(),
      at: time.exactOptional(),
    }),
  ),
  sources: z.array(
    z.strictObject({
      id,
      sha256: z.string(),
      agency: words.exactOptional(),
      slug: words.exactOptional(),
      headline: words.exactOptional(),
      version: words.exactOptional(),
      at: time.exactOptional(),
    }),
  ),
  shares: z.array(share),
  credits: z.array(
    z.strictObject({
      agency: words.exactOptional(),
      words: words.exactOptional(),
      verdict: z.enum(['right', 'missing', 'too-weak', 'unused']),
    }),
  ),
  notChecked: z.array(words),
}) satisfies z.ZodType<AttributionReport>

const releaseChange = {
  facts: z.array(z.enum(['quotation', 'number', 'name', 'attribution'])),
  old: words,
  new: words,
}
export const ConsiderationSchema = z.strictObject({
  seq: z.int().min(0),
  staff: z.array(words),
  since: z
    .strictObject({
      revision: z.int().min(1),
      same: z.boolean(),
      summary: words,
      changes: z.array(
        z.strictObject({
          ...releaseChange,
          oldWords: words,
          newWords: words,
          oldSentence: words,
          newSentence: words,
        }) satisfies z.ZodType<PublishedChange>,
      ),
      proposal: z.strictObject({ kind: z.enum(['correction', 'update']), why: words }),
    })
    .exactOptional(),
})
export type Consideration = z.infer<typeof ConsiderationSchema>

export const ReleaseSchema = z.strictObject({
  id,
  story: id,
  revision: z.int().min(1),
  revisionId: id,
  kind: ReleaseKindSchema,
  by: words,
  at: time,
  note: words,
  files: z.array(
    z.strictObject({ name: words, format: ExportFormatSchema, sha256: z.string(), bytes: z.int().min(0) }),
  ),
  waived: z.array(
    z.strictObject({
      rule: words,
      message: words,
      by: words,
      reason: words,
      as: z.enum(['waive', 'acknowledge', 'wrong-alarm']).exactOptional(),
      at: time.exactOptional(),
    }),
  ),
  changes: z.array(z.strictObject(releaseChange)).exactOptional(),
  proposed: z.strictObject({ kind: ReleaseKindSchema, why: words, reason: words }).exactOptional(),
  reader: words.exactOptional(),
  readAlone: words.exactOptional(),
  report: AttributionReportSchema.exactOptional(),
}) satisfies z.ZodType<Release>

export const PolicySchema = z.strictObject({
  name: words,
  rules: z.record(z.string(), z.enum(['block', 'acknowledge', 'note', 'off'])),
  neverWaive: z.array(words),
  creditLine: words,
  dialect: z.enum(['en-US', 'en-GB', 'en-IN']),
  quoteInsertions: z.enum(['square', 'round']),
  retentionMonths: z.int().min(0),
  secondRead: z.enum(['off', 'asked']),
}) satisfies z.ZodType<Policy>

/** A story as the desk lists it. */
export const StoryCard = z.strictObject({
  id,
  slug: z.string(),
  headline: z.string(),
  status: StoryStatusSchema,
  archived: z.boolean(),
  words: z.int().min(0),
  /** Number of the last revision; 0 before the first. */
  revision: z.int().min(0),
  seq: z.int().min(0),
  openQueries: z.int().min(0),
  sources: z.int().min(0),
  updatedAt: time,
  owner: z.string(),
  /** How many packages wait to be merged; absent where none does. */
  waiting: z.int().min(1).exactOptional(),
  digest: DigestSchema.exactOptional(),
})
export type StoryCard = z.infer<typeof StoryCard>

/** A story opened: the draft with everything beside it. `seq` numbers the last journalled step. */
export const OpenStory = z.strictObject({
  card: StoryCard,
  seq: z.int().min(0),
  /** ProseMirror JSON. */
  manuscript: z.unknown(),
  annotations: z.array(AnnotationSchema),
  decisions: z.array(DecisionSchema),
  sources: z.array(SourceSchema),
  releases: z.array(ReleaseSchema),
  /** What came in packages, contradicts the story and waits for a person to merge it. */
  waiting: z.array(WaitingMergeSchema),
})
export type OpenStory = z.infer<typeof OpenStory>

export const Settings = z.strictObject({
  name: z.string().max(120),
  initials: z.string().max(8),
  theme: z.enum(['system', 'light', 'dark']),
  dialect: z.enum(['en-US', 'en-GB', 'en-IN']),
  smartQuotes: z.boolean(),
  spelling: z.boolean(),
  singleKeys: z.boolean(),
  zoom: z.number().min(0.5).max(3),
  /** The formats this desk published in last. */
  formats: z.array(CopyFormatSchema),
  /** Where released files are written; empty until a folder was chosen. */
  releaseFolder: z.string().max(4096),
  /** The folder whose files come into the wire basket; empty when none is watched. */
  basketFolder: z.string().max(2000),
  /** How many days wire stays in the basket. */
  basketDays: z.int().min(1).max(60),
  /** The reader's own accepted words. */
  words: z.array(z.string().max(80)).max(50_000),
})
export type Settings = z.infer<typeof Settings>

export const SearchHit = z.strictObject({
  story: id,
  slug: z.string(),
  headline: z.string(),
  field: z.enum(['headline', 'text', 'speaker', 'source', 'annotation', 'slug']),
  /** Words around the hit; «» stand around what matched. */
  snippet: z.string(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** One file after import: a story, or why not. */
export const ImportOutcome = z.union([
  z.strictObject({
    file: z.string(),
    card: StoryCard,
    remarks: z.array(z.string()),
    blocks: z.int(),
    /** What of a story package waits to be merged, by the id it is asked for with. */
    waits: id.exactOptional(),
  }),
  z.strictObject({ file: z.string(), error: z.strictObject({ code: z.string(), message: z.string() }) }),
])
export type ImportOutcome = z.infer<typeof ImportOutcome>

export const FileBytes = z.strictObject({ name: z.string().max(1024), bytes: Bytes })
export type FileBytes = z.infer<typeof FileBytes>

/** Where things stand in the library after a check of every revision, hash and index. */
export const Verification = z.strictObject({
  stories: z.int(),
  revisions: z.int(),
  damaged: z.array(z.strictObject({ slug: z.string(), number: z.int(), what: z.string() })),
})
export type Verification = z.infer<typeof Verification>

/** One menu of the application menu, as the page's commands fill it. */
export const Menu = z.strictObject({
  label: z.string().max(40),
  items: z
    .array(
      z.strictObject({
        command: z.string().max(80),
        title: z.string().max(200),
        /** As the page writes keys: 'Mod-Shift-k', 'F8', 'j'. */
        keys: z.string().max(40).exactOptional(),
        enabled: z.boolean(),
      }),
    )
    .max(200),
})
export type Menu = z.infer<typeof Menu>
