import type { Change } from '@core/comparison'
import { describeChange } from '@core/comparison'
import { plainText, type Manuscript } from '@core/manuscript'
import type { Compared, Version } from '../analysis'
import { passes, type FilterId } from './filters'
import { identities, nextIn, type DraftSide } from './identity'

/** The two versions that are compared, and the draft where it is one of them. */
export interface Pair {
  old: Version
  new: Version
  draft?: { side: DraftSide; manuscript: Manuscript }
}

/** Who compares, beside the page. */
export interface Engine {
  compare(old: Version, now: Version): Promise<Compared>
  take(old: string, now: string, changes: readonly string[], draft: DraftSide): Promise<unknown[]>
}

/** The draft as the comparison changes it: each call is one step of its undo history. */
export interface DraftHand {
  manuscript(): Manuscript
  /** Dispatches steps, given as JSON, as one transaction. */
  apply(steps: readonly unknown[]): void
  undo(): boolean
  redo(): boolean
}

/** A comparison on the screen: one value, new whenever something in it is. */
export interface SessionNow {
  phase: 'comparing' | 'known' | 'failed'
  failure: string | undefined
  compared: Compared | undefined
  /** What was compared; while comparing again, what is still shown. */
  of: Pair | undefined
  filter: FilterId
  /** The changes that the filter lets through. */
  shown: readonly Change[]
  /** The id of the selected change. */
  selected: string | undefined
  /** Ids of changes that somebody looked at and left as they are. */
  left: ReadonlySet<string>
  /** How many decisions can be taken back. */
  decisions: number
  /** What a screen reader hears. */
  said: string
}

/** What a decision is called: the draft gets the other side's words back, or takes them over. */
export const deedWords: Record<DraftSide, { take: string; took: string; leave: string; left: string }> = {
  new: { take: 'Put back', took: 'put back', leave: 'Keep', left: 'kept' },
  old: { take: 'Take', took: 'taken', leave: 'Leave', left: 'left' },
}
/** What stands beside a change that somebody looked at and let be. */
export const leftWord = ({ of }: Pick<SessionNow, 'of'>): string => capital(deedWords[of?.draft?.side ?? 'old'].left)

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

// Each try compares anew; a draft that changes more often is being typed in elsewhere.
const mostTries = 5

type Deed = { kind: 'left'; keys: string[]; at: string } | { kind: 'took'; at: string }

/** Stepping through the changes of two versions and deciding on them. It outlives the screen that shows it. */
export class Session {
  readonly #engine: Engine
  readonly #listeners = new Set<() => void>()
  #asked: Pair | undefined
  #busy = false
  #waiting: { done: () => void; failed: (cause: Error) => void }[] = []
  #jobs: Promise<unknown> = Promise.resolve()
  #keys = new Map<string, string>()
  #left = new Set<string>()
  #deeds: Deed[] = []
  /** Keys of changes to select, the first that is there, once the answer is in. */
  #wanted: { order: string[]; from: string; say: string } | undefined
  #now: SessionNow = {
    phase: 'comparing',
    failure: undefined,
    compared: undefined,
    of: undefined,
    filter: 'all',
    shown: [],
    selected: undefined,
    left: new Set(),
    decisions: 0,
    said: '',
  }

  constructor(engine: Engine) {
    this.#engine = engine
  }

  /** For useSyncExternalStore. */
  readonly subscribe = (listen: () => void): (() => void) => {
    this.#listeners.add(listen)
    return () => {
      this.#listeners.delete(listen)
    }
  }
  readonly now = (): SessionNow => this.#now

  #set(change: Partial<SessionNow>): void {
    this.#now = { ...this.#now, ...change }
    for (const listen of this.#listeners) listen()
  }

  // -- comparing

  /** Compares these versions, now or as soon as the last comparison is done; what is shown stays until then. */
  look(pair: Pair): void {
    const { old, new: now } = this.#asked ?? {}
    if (old?.key === pair.old.key && now?.key === pair.new.key && this.#now.phase !== 'failed') return
    this.#asked = pair
    this.#set({ phase: 'comparing', failure: undefined })
    void this.#work()
  }

  /** Compares again what could not be compared. */
  again(): void {
    if (!this.#asked) return
    this.#asked = { ...this.#asked }
    this.#set({ phase: 'comparing', failure: undefined })
    void this.#work()
  }

  /** Takes up a session again: what was typed into the draft meanwhile is not this session's to undo. */
  resume(manuscript: Manuscript | undefined): void {
    if (!manuscript || !this.#asked?.draft || manuscript.eq(this.#asked.draft.manuscript)) return
    this.#deeds = this.#deeds.filter(({ kind }) => kind === 'left')
    this.#set({ decisions: this.#deeds.length })
  }

  async #work(): Promise<void> {
    if (this.#busy) return
    this.#busy = true
    let failure: Error | undefined
    while (this.#asked && this.#asked !== this.#now.of && !failure) {
      const pair = this.#asked
      try {
        const compared = await this.#engine.compare(pair.old, pair.new)
        if (this.#asked === pair) this.#settle(pair, compared)
      } catch (cause) {
        // What failed for versions that nobody asks for any more is nobody's concern.
        if (this.#asked === pair) failure = cause instanceof Error ? cause : new Error(String(cause))
      }
    }
    this.#busy = false
    if (failure) this.#set({ phase: 'failed', failure: failure.message })
    for (const { done, failed } of this.#waiting.splice(0)) {
      if (failure) failed(failure)
      else done()
    }
  }

  #settle(pair: Pair, compared: Compared): void {
    const { changes } = compared
    const text = pair.draft ? plainText(pair.draft.manuscript).text : ''
    const isFirst = this.#now.of === undefined
    const before = this.#selectedKey()
    const place = this.#now.shown.findIndex(({ id }) => id === this.#now.selected)
    const keys = identities(changes, pair.draft?.side, text)
    this.#keys = new Map(changes.map(({ id }, index) => [id, keys[index]!]))
    const shown = changes.filter((change) => passes(change, this.#now.filter))
    const there = new Set(shown.map(({ id }) => this.#keys.get(id)!))
    const wanted = this.#wanted
    this.#wanted = undefined
    const key = wanted
      ? nextIn(wanted.order, wanted.from, there, this.#left)
      : before !== undefined && there.has(before)
        ? before
        : undefined
    const selected =
      (key === undefined ? undefined : shown.find(({ id }) => this.#keys.get(id) === key)) ??
      shown[Math.min(Math.max(place, 0), shown.length - 1)]
    this.#set({ phase: 'known', compared, of: pair, shown, selected: selected?.id, left: this.#leftIds() })
    if (wanted) this.#say(wanted.say)
    else if (isFirst) this.#say(`${compared.summary.sentence}.`)
  }

  /** Resolves once what is shown is what was asked for last. */
  settled(): Promise<void> {
    if (this.#now.phase === 'failed') return Promise.reject(new Error(this.#now.failure))
    if (this.#asked && this.#asked === this.#now.of) return Promise.resolve()
    return new Promise((done, failed) => this.#waiting.push({ done, failed }))
  }

  #leftIds(): ReadonlySet<string> {
    return new Set([...this.#keys].filter(([, key]) => this.#left.has(key)).map(([id]) => id))
  }

  #selectedKey(): string | undefined {
    return this.#now.selected === undefined ? undefined : this.#keys.get(this.#now.selected)
  }

  // -- stepping

  /** Narrows the list; the selected change stays where it still is, else the next one that is takes its place. */
  narrow(filter: FilterId): void {
    const { compared, selected } = this.#now
    const changes = compared?.changes ?? []
    const shown = changes.filter((change) => passes(change, filter))
    const at = changes.findIndex(({ id }) => id === selected)
    const next = shown.find((change) => changes.indexOf(change) >= at) ?? shown[0]
    this.#set({ filter, shown, selected: next?.id })
    this.#say(shown.length === 0 ? 'No such change.' : '')
  }

  /** Selects a change by id; one that the filter hides opens the whole list. */
  select(id: string): void {
    const hidden = !this.#now.shown.some((change) => change.id === id)
    if (hidden) this.#set({ filter: 'all', shown: this.#now.compared?.changes ?? [] })
    this.#set({ selected: id })
    this.#say('')
  }

  /** Goes to the next or previous change, from the last on to the first. */
  step(direction: 1 | -1): void {
    const { shown, selected } = this.#now
    if (shown.length === 0) return this.#set({ said: 'There is no change to step to.' })
    const at = shown.findIndex(({ id }) => id === selected)
    const to = at < 0 ? (direction === 1 ? 0 : shown.length - 1) : at + direction
    const wrapped = to < 0 ? 'From the last one: ' : to >= shown.length ? 'From the first one again: ' : ''
    this.#set({ selected: shown[(to + shown.length) % shown.length]!.id })
    this.#say(wrapped)
  }

  #say(before: string): void {
    const { shown, selected } = this.#now
    const at = shown.findIndex(({ id }) => id === selected)
    const change = shown[at]
    const place = change ? `Change ${at + 1} of ${shown.length}: ${describeChange(change)}.` : 'No change is left.'
    const standing = change && this.#now.left.has(change.id) ? ` ${capital(this.#words.left)} as it is.` : ''
    this.#set({ said: `${before}${before && !before.endsWith(' ') ? ' ' : ''}${place}${standing}` })
  }

  get #words() {
    return deedWords[this.#now.of?.draft?.side ?? 'old']
  }

  #told(count: number, deed: string): string {
    return count === 1 ? `${capital(deed)}.` : `${count} changes ${deed}.`
  }

  // -- deciding

  /** Leaves changes as they are in the draft: they stay in the list, marked, and the view moves on. */
  leave(ids: readonly string[]): void {
    const from = this.#selectedKey()
    const keys = ids.flatMap((id) => this.#keys.get(id) ?? []).filter((key) => !this.#left.has(key))
    if (from === undefined || keys.length === 0) return this.step(1)
    for (const key of keys) this.#left.add(key)
    this.#deeds.push({ kind: 'left', keys, at: from })
    const order = this.#now.shown.map(({ id }) => this.#keys.get(id)!)
    const next = nextIn(order, from, new Set(order), this.#left)
    const selected = this.#now.shown.find(({ id }) => this.#keys.get(id) === next)
    this.#set({ left: this.#leftIds(), decisions: this.#deeds.length, selected: selected?.id ?? this.#now.selected })
    this.#say(this.#told(keys.length, this.#words.left))
  }

  /**
   * Takes changes of the other side into the draft, as one step of its history, and moves on. Decisions made faster than
   * they are compared wait for one another. Resolves to how many were taken.
   */
  take(ids: readonly string[], hand: DraftHand): Promise<number> {
    const keys = new Set(ids.flatMap((id) => this.#keys.get(id) ?? []))
    return this.#queue(() => this.#take(keys, hand))
  }

  /** As `take`, for what is selected once the decisions before it are done. */
  takeSelected(hand: DraftHand): Promise<number> {
    return this.#queue(async () => {
      await this.settled()
      const key = this.#selectedKey()
      return key === undefined ? 0 : this.#take(new Set([key]), hand)
    })
  }

  #queue<T>(job: () => Promise<T>): Promise<T> {
    const run = this.#jobs.then(job, job)
    this.#jobs = run.catch(() => undefined)
    return run
  }

  async #take(keys: ReadonlySet<string>, hand: DraftHand): Promise<number> {
    for (let tries = 0; tries < mostTries; tries++) {
      await this.settled()
      const { of, shown, compared } = this.#now
      const draft = of?.draft
      if (!of || !draft || !compared) return 0
      const ids = compared.changes.map(({ id }) => id).filter((id) => keys.has(this.#keys.get(id)!))
      if (ids.length === 0) return 0
      const steps = await this.#engine.take(of.old.key, of.new.key, ids, draft.side)
      // Typed meanwhile: the new draft is compared first.
      if (hand.manuscript() !== draft.manuscript) continue
      const from = this.#selectedKey() ?? this.#keys.get(ids[0]!)!
      this.#wanted = {
        order: shown.map(({ id }) => this.#keys.get(id)!),
        from,
        say: this.#told(ids.length, this.#words.took),
      }
      this.#deeds.push({ kind: 'took', at: from })
      this.#set({ decisions: this.#deeds.length })
      hand.apply(steps)
      await this.settled()
      return ids.length
    }
    throw new Error('The draft kept changing while the change was taken')
  }

  /** Takes the last decision back and goes to it; without one, the last edit of the draft. False when there is nothing. */
  undo(hand: DraftHand): Promise<boolean> {
    return this.#queue(async () => {
      const deed = this.#deeds.pop()
      if (deed?.kind === 'left') {
        for (const key of deed.keys) this.#left.delete(key)
        const back = this.#now.compared?.changes.find(({ id }) => this.#keys.get(id) === deed.at)
        this.#set({ left: this.#leftIds(), decisions: this.#deeds.length, selected: back?.id ?? this.#now.selected })
        this.#say('Taken back.')
        return true
      }
      const at = deed?.at ?? this.#selectedKey()
      this.#wanted = at === undefined ? undefined : { order: [at], from: at, say: 'Taken back.' }
      const undone = hand.undo()
      this.#set({ decisions: this.#deeds.length })
      if (!undone) this.#wanted = undefined
      else await this.settled()
      return undone
    })
  }

  /** Does again what was taken back last in the draft. */
  redo(hand: DraftHand): Promise<boolean> {
    return this.#queue(async () => {
      const at = this.#selectedKey()
      const order = this.#now.shown.map(({ id }) => this.#keys.get(id)!)
      this.#wanted = at === undefined ? undefined : { order, from: at, say: 'Done again.' }
      const done = hand.redo()
      if (!done) this.#wanted = undefined
      else {
        if (at !== undefined) this.#deeds.push({ kind: 'took', at })
        this.#set({ decisions: this.#deeds.length })
        await this.settled()
      }
      return done
    })
  }
}
