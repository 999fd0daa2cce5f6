// The one list of what the page may ask of the host and what the host may announce.
import * as z from 'zod'
import * as v from './values'

const story = z.string().min(1).max(200)
const none = z.strictObject({})
const done = z.strictObject({ at: z.string() })
const seq = z.int().min(0)

export const requests = {
  // -- the host itself
  'host.about': {
    input: none,
    output: z.strictObject({
      host: z.enum(['electron', 'loopback']),
      version: z.string(),
      node: z.string(),
      sqlite: z.string(),
      platform: z.string(),
      library: z.string(),
    }),
  },
  'settings.read': { input: none, output: v.Settings },
  'settings.change': { input: v.Settings.partial(), output: v.Settings },
  'policy.read': { input: none, output: v.PolicySchema },
  'policy.change': { input: v.PolicySchema, output: v.PolicySchema },
  /** Asks for a folder where the host can (Electron) and opens the library there; the page reloads. */
  'library.choose': {
    input: z.strictObject({ folder: z.string().exactOptional() }),
    output: z.strictObject({ library: z.string() }),
  },
  'library.verify': { input: none, output: v.Verification },
  'library.backup': { input: none, output: z.strictObject({ file: z.string(), bytes: z.int() }) },
  /** The page has sent everything it held; the host may close. */
  'host.flushed': { input: none, output: none },
  /** The commands on offer now, for the application menu. */
  'menu.offer': { input: z.strictObject({ menus: z.array(v.Menu).max(20) }), output: none },
  'host.print': { input: none, output: z.strictObject({ printed: z.boolean() }) },

  // -- the desk
  'desk.list': { input: none, output: z.array(v.StoryCard) },
  'desk.search': { input: z.strictObject({ words: z.string().max(400) }), output: z.array(v.SearchHit) },
  'story.create': {
    input: z.strictObject({ slug: z.string().max(80).exactOptional(), manuscript: z.unknown().exactOptional() }),
    output: v.StoryCard,
  },
  'story.open': { input: z.strictObject({ story }), output: v.OpenStory },
  'story.rename': { input: z.strictObject({ story, slug: z.string().min(1).max(80) }), output: v.StoryCard },
  'story.duplicate': { input: z.strictObject({ story }), output: v.StoryCard },
  'story.archive': { input: z.strictObject({ story, archived: z.boolean() }), output: v.StoryCard },
  'story.status': { input: z.strictObject({ story, status: v.StoryStatusSchema }), output: v.StoryCard },
  'story.digest': { input: z.strictObject({ story, digest: v.DigestSchema }), output: v.StoryCard },

  // -- the draft
  /**
   * Journals steps typed after step number `after`. Answered only once they are committed: `seq` is then the last
   * step's number. When somebody else wrote first, nothing is written and the steps since `after` come back, to rebase on.
   */
  'draft.append': {
    input: z.strictObject({
      story,
      after: seq,
      client: z.string().max(80),
      steps: z.array(z.unknown()).min(1).max(2000),
    }),
    output: z.discriminatedUnion('saved', [
      z.strictObject({ saved: z.literal(true), seq, at: z.string() }),
      z.strictObject({
        saved: z.literal(false),
        seq,
        since: z.array(z.strictObject({ step: z.unknown(), client: z.string() })),
      }),
    ]),
  },
  'draft.since': {
    input: z.strictObject({ story, after: seq }),
    output: z.strictObject({ seq, since: z.array(z.strictObject({ step: z.unknown(), client: z.string() })) }),
  },
  /** Adds or replaces one annotation or decision as it now stands; each change is also an event on the record. */
  'annotation.put': { input: z.strictObject({ story, annotation: v.AnnotationSchema }), output: done },
  'decision.put': { input: z.strictObject({ story, decision: v.DecisionSchema }), output: done },
  'source.attach': { input: z.strictObject({ story, source: v.SourceInputSchema }), output: v.SourceSchema },
  /** Describes an attached source anew (agency, slug, version …); its text never changes. */
  'source.describe': {
    input: z.strictObject({ story, source: z.string(), fields: v.SourceInputSchema.omit({ text: true }) }),
    output: v.SourceSchema,
  },
  'source.detach': { input: z.strictObject({ story, source: z.string() }), output: done },
  'source.reattach': { input: z.strictObject({ story, source: z.string() }), output: v.SourceSchema },

  // -- the wire basket
  'basket.list': { input: none, output: z.array(v.WireCardSchema) },
  'basket.item': { input: z.strictObject({ item: z.string() }), output: v.WireItemSchema },
  /** Puts a piece of wire into the basket by hand; the item that is there when it came before. */
  'basket.put': { input: z.strictObject({ wire: v.SourceInputSchema }), output: v.WireCardSchema },
  /** The items a text looks made from, with the share each explains, best first. Nothing is attached. */
  'basket.propose': {
    input: z.strictObject({ text: z.string().max(20_000_000) }),
    output: z.array(v.WireProposal),
  },
  'basket.attach': {
    input: z.strictObject({ story, items: z.array(z.string()).min(1).max(50) }),
    output: z.array(v.SourceSchema),
  },
  /** What the wire said lately of attached items, kills first. */
  'basket.news': { input: none, output: z.array(v.WireNews) },
  'basket.state': {
    input: none,
    output: z.strictObject({
      folder: z.string(),
      /** Files that wait to be read. */
      waiting: z.int(),
      refused: z.array(v.WireRefusal),
      trouble: z.string().exactOptional(),
    }),
  },
  /** Reads files again that could not be read; all of them when none is named. Answers before they are read. */
  'basket.retry': { input: z.strictObject({ file: z.string().max(4000).exactOptional() }), output: done },
  /** Watches another folder (asked for where the host can and none is given), or none when it is empty. */
  'basket.watch': {
    input: z.strictObject({ folder: z.string().max(2000).exactOptional() }),
    output: v.Settings,
  },

  // -- revisions
  'revision.create': { input: z.strictObject({ story, note: z.string().max(2000) }), output: v.RevisionCardSchema },
  'revision.list': { input: z.strictObject({ story }), output: z.array(v.RevisionCardSchema) },
  /** By its number on the story's own line, or by its id where it may be another's. */
  'revision.open': {
    input: z.union([z.strictObject({ story, number: z.int().min(1) }), z.strictObject({ story, id: z.string() })]),
    output: v.RevisionContentSchema,
  },
  /** Makes the draft say what revision `number` said, as a new revision; what stood before is a revision too. */
  'revision.restore': { input: z.strictObject({ story, number: z.int().min(1) }), output: v.RevisionCardSchema },

  // -- merging what came in a package
  /** The common text and the other side's, with what a person settled so far. Ours is the draft. */
  'merge.open': {
    input: z.strictObject({ story, tip: z.string() }),
    output: z.strictObject({
      waiting: v.WaitingMergeSchema,
      base: z.unknown(),
      theirs: z.unknown(),
      settled: z.array(v.SettledSchema),
    }),
  },
  /** Keeps what a person settled so far, in place of what was kept before. */
  'merge.settle': {
    input: z.strictObject({ story, tip: z.string(), settled: z.array(v.SettledSchema).max(10_000) }),
    output: done,
  },
  /** Merges: a revision that stands on ours and on theirs. Refused as 'blocked' while a conflict is open. */
  'merge.save': {
    input: z.strictObject({
      story,
      tip: z.string(),
      /** The draft's step number that was looked at; refused as 'conflict' when the draft has moved on. */
      seq,
      settled: z.array(v.SettledSchema).max(10_000),
      note: z.string().max(2000),
    }),
    output: v.RevisionCardSchema,
  },
  /** Puts it aside: it waits no more, and comes back when its package is imported again. */
  'merge.aside': { input: z.strictObject({ story, tip: z.string() }), output: done },

  // -- in and out
  'import.files': {
    input: z.strictObject({ files: z.array(v.FileBytes).min(1).max(200) }),
    output: z.array(v.ImportOutcome),
  },
  /** Asks for files where the host can, and imports them. Empty when nothing was chosen. */
  'import.pick': { input: none, output: z.array(v.ImportOutcome) },
  'import.paste': {
    input: z.strictObject({ text: z.string().max(20_000_000), html: z.string().max(20_000_000).exactOptional() }),
    output: z.array(v.ImportOutcome),
  },
  /** Reads files outside this process without keeping them: for a source to attach, or a file to compare with. */
  'read.file': {
    input: z.strictObject({ file: v.FileBytes }),
    output: z.strictObject({
      manuscript: z.unknown(),
      wire: v.SourceInputSchema,
      /** The items that came in one message or feed with this one. */
      others: z.array(v.SourceInputSchema),
      remarks: z.array(z.string()),
    }),
  },
  'export.copy': {
    input: z.strictObject({ story, format: v.ExportFormatSchema, revision: z.int().min(1).exactOptional() }),
    output: z.strictObject({ name: z.string(), mediaType: z.string(), bytes: v.Bytes }),
  },
  /** As export.copy, but asks where to (Electron) and writes the file there. Path is absent when cancelled. */
  'export.save': {
    input: z.strictObject({ story, format: v.ExportFormatSchema, revision: z.int().min(1).exactOptional() }),
    output: z.strictObject({ path: z.string().exactOptional() }),
  },
  /** What changed since the last release, and the class that it proposes. */
  'release.consider': { input: z.strictObject({ story }), output: v.ConsiderationSchema },
  'release.publish': {
    input: z.strictObject({
      story,
      kind: v.ReleaseKindSchema,
      note: z.string().max(4000),
      formats: z.array(v.CopyFormatSchema).min(1),
      /** The draft's step number that was signed; refused as 'conflict' when the draft has moved on. */
      seq,
      /** Why another class was picked than the changes proposed. */
      kindReason: z.string().max(1000).exactOptional(),
      /** Who read it besides the signer; or why nobody did, where the policy asks for a second read. */
      reader: z.string().max(120).exactOptional(),
      readAlone: z.string().max(1000).exactOptional(),
    }),
    output: v.ReleaseSchema,
  },
  /**
   * Writes a release's files into a folder: the one named, else the person is asked where the host can. Folder is absent
   * when cancelled or where the host cannot ask; nothing is written then.
   */
  'release.save': {
    input: z.strictObject({ release: z.string(), folder: z.string().max(4096).exactOptional() }),
    output: z.strictObject({ folder: z.string().exactOptional(), files: z.array(z.string()) }),
  },
  'release.file': {
    input: z.strictObject({ release: z.string(), name: z.string() }),
    output: z.strictObject({ name: z.string(), mediaType: z.string(), bytes: v.Bytes }),
  },
} satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export const events = {
  /** Stories that changed in this library, by whichever program. */
  'library.changed': z.strictObject({ stories: z.array(z.string()) }),
  /** Another library stands in place of the one this page showed. */
  'library.opened': z.strictObject({ library: z.string() }),
  /** Wire came into the basket, or left it. */
  'basket.changed': none,
  /** The wire killed, corrected or renewed an item that stories stand on. */
  'wire.news': v.WireNews,
  'menu.chosen': z.strictObject({ command: z.string().max(80) }),
  'import.progress': z.strictObject({ done: z.int(), total: z.int(), file: z.string() }),
  /** The host wants to close: the page sends what it holds, then asks 'host.flushed'. */
  'host.closing': none,
  /** Files dropped on the app's icon or opened from the system were imported. */
  'files.opened': z.strictObject({ outcomes: z.array(v.ImportOutcome) }),
} satisfies Record<string, z.ZodType>

export type RequestName = keyof typeof requests
export type Input<N extends RequestName> = z.input<(typeof requests)[N]['input']>
export type ParsedInput<N extends RequestName> = z.output<(typeof requests)[N]['input']>
export type Output<N extends RequestName> = z.output<(typeof requests)[N]['output']>
export type EventName = keyof typeof events
export type Payload<E extends EventName> = z.output<(typeof events)[E]>
