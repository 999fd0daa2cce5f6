import { getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { TextSelection, type EditorState, type Transaction } from 'prosemirror-state'
import { Mapping, Step } from 'prosemirror-transform'
import type { DecorationSet, EditorView } from 'prosemirror-view'
import type { Input, OpenStory as Opened, StoryCard } from '@contract/index'
import type { EarlierRevision } from '@core/analysis'
import { anchorOn, follow, type Annotation, type AnnotationKind, type Decision, type Ruling } from '@core/annotations'
import {
  parseManuscript,
  plainText,
  schema,
  toOffset,
  toPosition,
  type Manuscript,
  type PlainText,
  type Range,
} from '@core/manuscript'
import { defaultPolicy, type Policy } from '@core/policy'
import type { Release, RevisionCard, Source, SourceInput, WaitingMerge } from '@core/record'
import { Assessor, earlierRevisions, type Known } from '../analysis'
import { betweenKeys } from '../between-keys'
import { manuscriptState, readCaret, type Layer } from '../editor'
import { host } from '../host'
import { Outbox, type Parcel, type SaveState } from './outbox'

/** A story as the screens see it: one value, new whenever something in it is. */
export interface StoryNow {
  card: StoryCard
  manuscript: Manuscript
  annotations: readonly Annotation[]
  decisions: readonly Decision[]
  sources: readonly Source[]
  releases: readonly Release[]
  revisions: readonly RevisionCard[]
  /** What came in packages, contradicts the story and waits to be merged. */
  waiting: readonly WaitingMerge[]
  policy: Policy
  save: SaveState
  /** Number of the last committed step, and when it was committed (ISO 8601). `card` does not follow these. */
  seq: number
  savedAt: string
  /** The newest analysis, with the manuscript it was made of; behind the draft for a moment while one types. */
  known: Known | undefined
  /** Why the analysis stopped, in a sentence. */
  analysisFailed: string | undefined
}

/** Who does things here, and how typing behaves; asked at each moment. */
export interface Desk {
  name: () => string
  smartQuotes: () => boolean
}

/** What a ruling is on: the places where its words stand, what was seen, why. `at` is one time for one move. */
export interface Decided {
  places?: readonly { range: Range; cue?: string }[]
  reason?: string
  seen?: NonNullable<Decision['seen']>
  at?: string
}

// Screens are drawn at most this often while one types; the manuscript itself is drawn at once.
const drawEvery = 200
// "Saved" is shown when the hand has rested so long, and this often to one who never rests; between two letters it would
// only flicker.
const handRests = 250
const savedEvery = 500
// How long a change made by another program may take to be fetched.
const listenAfter = 1500
// Enough to carry an analysis over the typing that happened meanwhile.
const longestTrail = 2000

/**
 * One open story: the live editor state with its undo history, everything beside the text, and the journal that brings it
 * to the disk. It outlives the screens that show it.
 */
export class OpenStory {
  readonly id: string
  state: EditorState
  readonly #desk: Desk
  readonly #client = `page-${crypto.randomUUID()}`
  readonly #outbox: Outbox
  readonly #assessor: Assessor
  readonly #listeners = new Set<() => void>()
  readonly #docListeners = new Set<(tr: Transaction) => void>()
  readonly #stops: (() => void)[] = []
  /** Annotations and decisions that changed since they were last sent, by id. */
  readonly #unsent = new Map<string, 'annotation' | 'decision'>()
  #trail: { before: Manuscript; mapping: Mapping }[] = []
  #view: EditorView | undefined
  #card: StoryCard
  #seq: number
  #savedAt: string
  #annotations: readonly Annotation[]
  #decisions: readonly Decision[]
  #sources: readonly Source[]
  #releases: readonly Release[]
  #revisions: readonly RevisionCard[] = []
  #waiting: readonly WaitingMerge[]
  /** The newest of them, as the analysis looks back on them. */
  #earlier: readonly EarlierRevision[] = []
  #policy: Policy = defaultPolicy
  #known: Known | undefined
  #analysisFailed: string | undefined
  #now: StoryNow
  #drawn: ReturnType<typeof setTimeout> | undefined
  #drawnAt = -Infinity
  /** The save state as it is shown: "saved" comes when the hand rests. */
  #save: SaveState = { kind: 'saved' }
  #typedAt = -Infinity
  #unsavedAt = -Infinity
  #rested: ReturnType<typeof setTimeout> | undefined
  #fetching: ReturnType<typeof setTimeout> | undefined
  #closed = false

  constructor(opened: Opened, desk: Desk) {
    this.id = opened.card.id
    this.#desk = desk
    this.#card = opened.card
    this.#seq = opened.seq
    this.#savedAt = opened.card.updatedAt
    this.#annotations = opened.annotations
    this.#decisions = opened.decisions
    this.#sources = opened.sources
    this.#releases = opened.releases
    this.#waiting = opened.waiting
    this.state = manuscriptState(parseManuscript(opened.manuscript), opened.seq, this.#client, desk)
    this.#outbox = new Outbox(
      () => this.#parcel(),
      // That something is unsaved is shown at once; that all is saved may wait until the hand rests.
      (state) => (state.kind === 'saved' ? this.#drawSaved() : this.#drawSave(state)),
      betweenKeys,
    )
    this.#assessor = new Assessor(
      this.id,
      (known) => {
        this.#known = known
        this.#analysisFailed = undefined
        this.#sendDigest(known)
        this.#draw('now')
      },
      (message) => {
        this.#analysisFailed = message
        this.#draw('now')
      },
    )
    this.#now = this.#snapshot()
    this.#stops.push(
      host.on('library.changed', ({ stories }) => {
        if (stories.includes(this.id)) this.#fetchSoon()
      }),
    )
    void this.#begin()
  }

  async #begin(): Promise<void> {
    try {
      const [policy, revisions] = await Promise.all([
        host.ask('policy.read', {}),
        host.ask('revision.list', { story: this.id }),
      ])
      this.#policy = policy
      this.#revisions = revisions
      this.#lookBack()
    } finally {
      this.#look()
      this.#draw('now')
    }
  }

  // -- what screens see

  /** For useSyncExternalStore. */
  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen)
    return () => {
      this.#listeners.delete(listen)
    }
  }
  readonly now = (): StoryNow => this.#now

  /** Hears every transaction, at once. */
  onTransaction(listen: (tr: Transaction) => void): () => void {
    this.#docListeners.add(listen)
    return () => {
      this.#docListeners.delete(listen)
    }
  }

  /** The view that shows the manuscript now, if one does. */
  get view(): EditorView | undefined {
    return this.#view
  }

  /** The plain text of the draft as it stands at this moment. */
  get text(): PlainText {
    return plainText(this.state.doc)
  }

  #snapshot(): StoryNow {
    return {
      card: this.#card,
      manuscript: this.state.doc,
      annotations: this.#annotations,
      decisions: this.#decisions,
      sources: this.#sources,
      releases: this.#releases,
      revisions: this.#revisions,
      waiting: this.#waiting,
      policy: this.#policy,
      save: this.#save,
      seq: this.#seq,
      savedAt: this.#savedAt,
      known: this.#known,
      analysisFailed: this.#analysisFailed,
    }
  }

  #draw(when: 'now' | 'soon'): void {
    if (when === 'soon') {
      const wait = Math.max(0, this.#drawnAt + drawEvery - performance.now())
      this.#drawn ??= setTimeout(() => betweenKeys(this.#drawNow), wait)
      return
    }
    this.#drawNow()
  }

  readonly #drawNow = (): void => {
    if (this.#closed) return
    clearTimeout(this.#drawn)
    this.#drawn = undefined
    this.#drawnAt = performance.now()
    this.#show(this.#snapshot())
  }

  /** Shows the save state alone: what the same key changed beside it is drawn in its time. */
  #drawSave(state: SaveState): void {
    clearTimeout(this.#rested)
    if (state.kind === 'saving' && this.#save.kind === 'saving') return
    this.#save = state
    this.#unsavedAt = performance.now()
    this.#show({ ...this.#now, save: state })
  }

  #drawSaved(): void {
    clearTimeout(this.#rested)
    const state = this.#outbox.state
    if (state.kind !== 'saved') return
    const due = Math.min(this.#typedAt + handRests, this.#unsavedAt + savedEvery)
    const wait = due - performance.now()
    if (wait > 0) {
      this.#rested = setTimeout(() => this.#drawSaved(), wait)
      return
    }
    this.#save = state
    this.#show({ ...this.#now, save: state })
    this.#draw('soon')
  }

  #show(now: StoryNow): void {
    this.#now = now
    for (const listen of this.#listeners) listen()
  }

  // -- the manuscript

  attach(view: EditorView): void {
    this.#view = view
    if (view.state !== this.state) view.updateState(this.state)
  }

  detach(view: EditorView): void {
    if (this.#view === view) this.#view = undefined
  }

  /** Takes a transaction into the draft: shown at once, journalled next, everything anchored carried along. */
  dispatch(tr: Transaction): void {
    const before = this.state.doc
    const { state, transactions } = this.state.applyTransaction(tr)
    this.state = state
    this.#view?.updateState(state)
    if (state.doc !== before) {
      const mapping = new Mapping(transactions.flatMap((one) => one.mapping.maps))
      this.#carry(before, mapping)
      this.#typedAt = performance.now()
      this.#outbox.poke()
      this.#look()
      this.#draw('soon')
    }
    for (const listen of this.#docListeners) listen(tr)
  }

  /** Lays marks made for the draft as it stands over it. Where the person has put the caret just now, it stays. */
  lay(layer: Layer, marks: DecorationSet): void {
    const { doc } = this.state
    readCaret(this.#view)
    // With the caret, what was typed at it may have been read.
    const mapping = this.state.doc === doc ? undefined : this.mappingFrom(doc)
    this.dispatch(layer.set(this.state.tr, mapping ? marks.map(mapping, this.state.doc) : marks))
  }

  #carry(before: Manuscript, mapping: Mapping): void {
    this.#trail.push({ before, mapping })
    if (this.#trail.length > longestTrail) this.#trail.shift()
    if (this.#annotations.length === 0 && this.#decisions.length === 0) return
    const old = plainText(before)
    const now = plainText(this.state.doc)
    this.#annotations = this.#annotations.map((one) => follow(one, old, now, mapping))
    this.#decisions = this.#decisions.map((one) => follow(one, old, now, mapping))
  }

  /** How positions in an earlier manuscript of this session lead to the draft as it stands; undefined when it is too old. */
  mappingFrom(manuscript: Manuscript): Mapping | undefined {
    if (manuscript === this.state.doc) return new Mapping()
    const at = this.#trail.findIndex(({ before }) => before === manuscript)
    if (at < 0) return undefined
    return new Mapping(this.#trail.slice(at).flatMap(({ mapping }) => mapping.maps))
  }

  /** Where a range of an earlier manuscript's plain text stands in the draft now; undefined when its words are gone. */
  rangeNow(of: Manuscript, range: Range): Range | undefined {
    return mapped(of, range, this.mappingFrom(of), this.state.doc)
  }

  /** Where a range of one manuscript of this session stands in a later one. */
  rangeIn(of: Manuscript, range: Range, later: Manuscript): Range | undefined {
    const [start, end] = [of, later].map((one) =>
      one === this.state.doc ? this.#trail.length : this.#trail.findIndex(({ before }) => before === one),
    ) as [number, number]
    if (start < 0 || end < start) return undefined
    const maps = this.#trail.slice(start, end).flatMap(({ mapping }) => mapping.maps)
    return mapped(of, range, new Mapping(maps), later)
  }

  /** Where a place between two characters of an earlier manuscript stands now; undefined when that is too long ago. */
  pointNow(of: Manuscript, offset: number): Range | undefined {
    const mapping = this.mappingFrom(of)
    if (!mapping) return undefined
    const at = toOffset(this.text, mapping.map(toPosition(plainText(of), offset), -1))
    return { start: at, end: at }
  }

  /**
   * Puts the selection on a range of the draft's plain text and brings it into view. While the text has the focus, or is
   * given it, the caret stands before the range and nothing is selected: the next letter typed replaces nothing.
   */
  show(range: Range, focus: 'focus' | 'leave' = 'leave'): void {
    const from = toPosition(this.text, range.start)
    const to = toPosition(this.text, range.end)
    const { tr } = this.state
    const caret = focus === 'focus' || this.#view?.hasFocus()
    this.dispatch(tr.setSelection(TextSelection.create(tr.doc, from, caret ? from : to)).scrollIntoView())
    if (focus === 'focus') this.#view?.focus()
  }

  /** Gives the manuscript the focus, the caret at the end of what was shown: the next letter typed replaces nothing. */
  edit(): void {
    const { tr, selection } = this.state
    if (!selection.empty) this.dispatch(tr.setSelection(TextSelection.near(selection.$to, -1)))
    this.#view?.focus()
  }

  #look(): void {
    this.#assessor.look({
      manuscript: this.state.doc,
      annotations: this.#annotations,
      decisions: this.#decisions,
      sources: this.#sources,
      revisions: this.#earlier,
      policy: this.#policy,
    })
  }

  #sendDigest({ assessment, of }: Known): void {
    // Only of a draft that is on the disk: the digest names the step it was counted at.
    if (of !== this.state.doc || this.#outbox.state.kind !== 'saved') return
    const digest = { ...assessment.digest, seq: getVersion(this.state) }
    if (JSON.stringify(digest) === JSON.stringify(this.#card.digest)) return
    this.#card = { ...this.#card, digest }
    host.ask('story.digest', { story: this.id, digest }).catch(() => undefined)
  }

  // -- the journal

  #parcel(): Parcel | undefined {
    const sendable = sendableSteps(this.state)
    if (sendable) return () => this.#append(sendable.version, sendable.steps.slice(0, 500))
    const [next] = this.#unsent
    if (!next) return undefined
    const [id, kind] = next
    return async () => {
      this.#unsent.delete(id)
      try {
        if (kind === 'annotation') {
          const annotation = this.#annotations.find((one) => one.id === id)
          if (annotation) await host.ask('annotation.put', { story: this.id, annotation })
        } else {
          const decision = this.#decisions.find((one) => one.id === id)
          if (decision) await host.ask('decision.put', { story: this.id, decision })
        }
      } catch (cause) {
        if (!this.#unsent.has(id)) this.#unsent.set(id, kind)
        throw cause
      }
    }
  }

  async #append(after: number, steps: readonly Step[]): Promise<void> {
    const client = this.#client
    const reply = await host.ask('draft.append', {
      story: this.id,
      after,
      client,
      steps: steps.map((step) => step.toJSON() as unknown),
    })
    if (reply.saved) {
      this.dispatch(
        receiveTransaction(
          this.state,
          steps,
          steps.map(() => client),
        ),
      )
      this.#seq = reply.seq
      this.#savedAt = reply.at
    } else this.#receive(reply.since)
  }

  #receive(since: readonly { step: unknown; client: string }[]): void {
    if (since.length === 0) return
    const steps = since.map(({ step }) => Step.fromJSON(schema, step))
    this.dispatch(
      receiveTransaction(
        this.state,
        steps,
        since.map(({ client }) => client),
        { mapSelectionBackward: true },
      ),
    )
  }

  #fetchSoon(): void {
    clearTimeout(this.#fetching)
    this.#fetching = setTimeout(() => void this.#fetch(), listenAfter)
  }

  /** Fetches what another program wrote, where it wrote something. */
  async #fetch(): Promise<void> {
    if (this.unsaved) return this.#fetchSoon()
    try {
      const version = getVersion(this.state)
      const opened = await host.ask('story.open', { story: this.id })
      // Typed meanwhile: the journal brings the rest.
      if (this.unsaved || getVersion(this.state) !== version) return this.#fetchSoon()
      if (opened.seq > version) {
        const { since } = await host.ask('draft.since', { story: this.id, after: version })
        if (getVersion(this.state) !== version) return this.#fetchSoon()
        this.#receive(since)
        return this.#fetchSoon()
      }
      this.#annotations = opened.annotations
      this.#decisions = opened.decisions
      if (JSON.stringify(opened.sources.map(told)) !== JSON.stringify(this.#sources.map(told))) {
        this.#sources = opened.sources
      }
      this.#releases = opened.releases
      this.#waiting = opened.waiting
      if (opened.card.revision !== this.#card.revision) {
        this.#revisions = await host.ask('revision.list', { story: this.id })
        this.#lookBack()
      }
      this.#card = opened.card
      this.#seq = opened.seq
      this.#savedAt = opened.card.updatedAt
      this.#look()
      this.#draw('now')
    } catch {
      // The next change or the next key asks again.
    }
  }

  /** Resolves once everything typed and decided so far is committed. */
  flush(): Promise<void> {
    return this.#outbox.flush()
  }
  retry(): void {
    this.#outbox.retry()
  }
  get unsaved(): boolean {
    return this.#outbox.state.kind !== 'saved' || sendableSteps(this.state) !== null || this.#unsent.size > 0
  }

  // -- beside the text

  #put(kind: 'annotation' | 'decision', id: string): void {
    this.#unsent.set(id, kind)
    this.#outbox.poke()
    this.#look()
    this.#draw('now')
  }

  /** Opens a thread on a range of the draft's plain text. */
  annotate(kind: AnnotationKind, range: Range, text: string): Annotation {
    const annotation: Annotation = {
      id: crypto.randomUUID(),
      kind,
      anchor: anchorOn(this.text.text, range),
      thread: [this.#remark(text)],
    }
    this.#annotations = [...this.#annotations, annotation]
    this.#put('annotation', annotation.id)
    return annotation
  }

  #remark(text: string) {
    return { id: crypto.randomUUID(), by: this.#desk.name(), at: new Date().toISOString(), text }
  }

  #change(id: string, change: (annotation: Annotation) => Annotation): void {
    this.#annotations = this.#annotations.map((one) => (one.id === id ? change(one) : one))
    this.#put('annotation', id)
  }

  reply(id: string, text: string): void {
    this.#change(id, (one) => ({ ...one, thread: [...one.thread, this.#remark(text)] }))
  }
  resolve(id: string): void {
    this.#change(id, (one) => ({ ...one, resolved: { by: this.#desk.name(), at: new Date().toISOString() } }))
  }
  reopen(id: string): void {
    this.#change(id, ({ resolved: _, ...one }) => one)
  }

  /** Records a ruling, on ranges of the draft's plain text (the same words at each) or on the whole story. */
  decide(ruling: Ruling, on: Decided = {}): Decision {
    const [first, ...also] = on.places ?? []
    const { text } = this.text
    const decision: Decision = {
      id: crypto.randomUUID(),
      ruling,
      by: this.#desk.name(),
      at: on.at ?? new Date().toISOString(),
      ...(first ? { anchor: anchorOn(text, first.range) } : {}),
      ...(also.length > 0
        ? { also: also.map(({ range, cue }) => ({ anchor: anchorOn(text, range), ...(cue ? { cue } : {}) })) }
        : {}),
      ...(on.reason ? { reason: on.reason } : {}),
      ...(on.seen ? { seen: on.seen } : {}),
    }
    this.#decisions = [...this.#decisions, decision]
    this.#put('decision', decision.id)
    return decision
  }

  /** Takes a ruling back; it stays on the record as revoked. */
  revoke(id: string): void {
    const revoked = { by: this.#desk.name(), at: new Date().toISOString() }
    this.#decisions = this.#decisions.map((one) => (one.id === id && !one.revoked ? { ...one, revoked } : one))
    this.#put('decision', id)
  }

  async attachSource(source: SourceInput): Promise<Source> {
    const attached = await host.ask('source.attach', { story: this.id, source })
    this.#setSources([...this.#sources.filter(({ id }) => id !== attached.id), attached])
    return attached
  }
  /** Keeps items of the wire basket with the story, each once. */
  async attachWire(items: readonly string[]): Promise<readonly Source[]> {
    const attached = await host.ask('basket.attach', { story: this.id, items: [...items] })
    this.#setSources([...this.#sources, ...attached])
    return attached
  }
  async describeSource(id: string, fields: Omit<SourceInput, 'text'>): Promise<void> {
    const described = await host.ask('source.describe', { story: this.id, source: id, fields })
    this.#setSources(this.#sources.map((one) => (one.id === id ? described : one)))
  }
  async detachSource(id: string): Promise<void> {
    await host.ask('source.detach', { story: this.id, source: id })
    this.#setSources(this.#sources.filter((one) => one.id !== id))
  }
  async reattachSource(id: string): Promise<void> {
    const source = await host.ask('source.reattach', { story: this.id, source: id })
    this.#setSources([...this.#sources.filter((one) => one.id !== id), source])
  }
  #setSources(sources: readonly Source[]) {
    this.#sources = sources
    this.#card = { ...this.#card, sources: sources.length }
    this.#look()
    this.#draw('now')
  }

  // -- the story as a whole

  async rename(slug: string): Promise<void> {
    this.#card = await host.ask('story.rename', { story: this.id, slug })
    this.#draw('now')
  }

  async setStatus(status: StoryCard['status']): Promise<void> {
    await this.flush()
    this.#card = await host.ask('story.status', { story: this.id, status })
    this.#draw('now')
  }

  /** Everything typed is committed first, so that the revision is what the screen shows. */
  async createRevision(note: string): Promise<RevisionCard> {
    await this.flush()
    const revision = await host.ask('revision.create', { story: this.id, note })
    await this.#listRevisions()
    return revision
  }

  /** Makes the draft what a revision said; what stood before is kept as a revision. */
  async restore(number: number): Promise<RevisionCard> {
    await this.flush()
    const revision = await host.ask('revision.restore', { story: this.id, number })
    const { since } = await host.ask('draft.since', { story: this.id, after: getVersion(this.state) })
    this.#receive(since)
    await this.#listRevisions()
    this.#fetchSoon()
    return revision
  }

  /**
   * Merges what waits: the draft as the screen shows it is ours. Everything beside the text comes anew.
   * @throws HostError 'blocked' while a conflict is open, 'conflict' when somebody else wrote meanwhile.
   */
  async merge(order: Omit<Input<'merge.save'>, 'story' | 'seq'>): Promise<RevisionCard> {
    await this.flush()
    const revision = await host.ask('merge.save', { ...order, story: this.id, seq: getVersion(this.state) })
    this.#waiting = this.#waiting.filter(({ tip }) => tip !== order.tip)
    const { since } = await host.ask('draft.since', { story: this.id, after: getVersion(this.state) })
    this.#receive(since)
    await this.#listRevisions()
    await this.#fetch()
    return revision
  }

  /** Keeps what was settled so far of what waits. */
  async keepSettled(tip: string, settled: Input<'merge.settle'>['settled']): Promise<void> {
    await host.ask('merge.settle', { story: this.id, tip, settled })
    this.#waiting = this.#waiting.map((one) => (one.tip === tip ? { ...one, settled: settled.length } : one))
    this.#draw('now')
  }

  /** Puts what waits aside until its package is imported again. */
  async setMergeAside(tip: string): Promise<void> {
    await host.ask('merge.aside', { story: this.id, tip })
    this.#waiting = this.#waiting.filter((one) => one.tip !== tip)
    this.#draw('now')
  }

  /**
   * Signs and publishes the draft as the screen shows it: everything typed and decided is committed first.
   * @throws HostError 'blocked' naming what stands in the way, 'conflict' when somebody else wrote meanwhile.
   */
  async publish(signed: Omit<Input<'release.publish'>, 'story' | 'seq'>): Promise<Release> {
    await this.flush()
    const release = await host.ask('release.publish', { ...signed, story: this.id, seq: getVersion(this.state) })
    const { card, releases } = await host.ask('story.open', { story: this.id })
    this.#card = card
    this.#releases = releases
    await this.#listRevisions()
    return release
  }

  /** Reads the newest revisions for the analysis. One that cannot be read leaves it to look back on those it has. */
  #lookBack(): void {
    earlierRevisions(this.id, this.#revisions).then(
      (earlier) => {
        this.#earlier = earlier
        this.#look()
      },
      () => undefined,
    )
  }

  async #listRevisions(): Promise<void> {
    this.#revisions = await host.ask('revision.list', { story: this.id })
    this.#lookBack()
    this.#card = { ...this.#card, revision: this.#revisions.reduce((most, { number }) => Math.max(most, number), 0) }
    this.#draw('now')
  }

  /** Reads the house policy anew, after it was changed in the settings. */
  async refreshPolicy(): Promise<void> {
    this.#policy = await host.ask('policy.read', {})
    this.#look()
  }

  close(): void {
    this.#closed = true
    for (const stop of this.#stops) stop()
    this.#assessor.stop()
    clearTimeout(this.#fetching)
    clearTimeout(this.#drawn)
    clearTimeout(this.#rested)
  }
}

/** What can change of an attached source: whether it is there, and what the wire said of it. */
const told = ({ id, news }: Source) => [id, news?.item]

function mapped(of: Manuscript, range: Range, mapping: Mapping | undefined, later: Manuscript): Range | undefined {
  if (!mapping) return undefined
  const old = plainText(of)
  const now = plainText(later)
  const from = mapping.map(toPosition(old, range.start), 1)
  const to = mapping.map(toPosition(old, range.end), -1)
  return from < to ? { start: toOffset(now, from), end: toOffset(now, to) } : undefined
}
