import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BasketItem } from '@core/provenance'
import type { SourceInput, WireCard } from '@core/record'
import { HostError, type Output, type WireProposal } from '@contract/index'
import { readLimits, readOutside } from '../reader/read-file'
import type { Host } from '../services/host'
import type { Library } from '../storage/library'
import { asItStands, createFailedFiles, waitsFor } from './failed-files'
import { watchFolder, type Arrived } from './watched-folder'
import { startIndex, type WireIndex } from './wire-index'

/** What a basket watches, what waits, and what could not be read and why. */
export type BasketState = Output<'basket.state'>

/** The wire of the last days: a watched folder and what is pasted, kept on disk and indexed as it arrives. */
export interface Basket {
  put(wire: SourceInput): Promise<WireCard>
  /** What a text looks made from, best first. */
  propose(text: string): Promise<WireProposal[]>
  state(): BasketState
  /** Reads files again that could not be read; all of them when none is named. */
  retry(file?: string): Promise<void>
  /** Watches another folder, or none when it is empty. */
  watch(folder: string): void
  close(): Promise<void>
}

const day = 24 * 60 * 60 * 1000
// What a person reads before he looks into the folder himself.
const mostRefused = 50

/** Opens the basket of a library: begins to watch its folder; the index is built when first asked. */
export async function openBasket(library: Library, host: Pick<Host, 'announce' | 'now'>): Promise<Basket> {
  const { basketFolder, basketDays } = await library.settings()
  await library.forgetWire(new Date(host.now().getTime() - basketDays * day).toISOString())
  const seen = new Map((await library.seenFiles()).map((file) => [file.path, file]))
  const queue: Arrived[] = []
  let index: Promise<WireIndex> | undefined
  let reading: Promise<void> = Promise.resolve()
  let busy = false
  let folder = ''
  let trouble: string | undefined
  let closed = false
  let stop: () => void = () => undefined

  const enqueue = (files: readonly Arrived[]) => {
    const waiting = new Set(queue.map(({ path }) => path))
    queue.push(...files.filter(({ path }) => !waiting.has(path)))
    reading = reading.then(readAll)
  }
  const changed = () => host.announce('basket.changed', {})
  const failures = createFailedFiles(
    () => host.now().getTime(),
    (file) => enqueue([file]),
    changed,
  )

  const indexed = () =>
    (index ??= (async () => {
      const started = startIndex()
      started.add((await library.wireItems()).map(itemOf))
      return started
    })())

  const take = async (wire: SourceInput): Promise<WireCard> => {
    const { card, fresh, news } = await library.putWire(wire)
    if (!fresh) return card
    if (index) (await index).add([itemOf({ ...wire, id: card.id })])
    host.announce('basket.changed', {})
    if (news) {
      host.announce('wire.news', news)
      host.announce('library.changed', { stories: news.stories.map(({ id }) => id) })
    }
    return card
  }

  const readOne = async ({ path, size, changed: modified }: Arrived) => {
    const refuse = async (refused: string) => {
      const file = { path, size, changed: modified, refused }
      seen.set(path, file)
      failures.settled(path)
      await library.fileSeen(file)
      changed()
    }
    if (size > readLimits.input) return refuse(`${basename(path)}: it is too large for a piece of wire.`)
    const read = await readOutside({ name: basename(path), bytes: await readFile(path) })
    if (!read.ok) {
      // A reading that was stopped may have stood in a busy machine's way.
      if (read.error.code === 'unsafe') {
        const { again } = failures.failed({ path, size, changed: modified }, read.error.message, waitsFor.tooLong)
        if (again !== undefined) return changed()
      }
      return refuse(read.error.message)
    }
    const items = [read.story, ...read.others].filter(({ wire }) => wire.text.trim() !== '')
    if (items.length === 0) return refuse(`${basename(path)}: it has no text.`)
    for (const { wire } of items) await take({ ...wire, file: basename(path) })
    seen.set(path, { path, size, changed: modified })
    await library.fileSeen({ path, size, changed: modified })
    failures.settled(path)
    changed()
  }

  const readAll = async () => {
    if (busy) return
    busy = true
    for (let next = queue.shift(); next && !closed; next = queue.shift())
      try {
        await readOne(next)
      } catch (cause) {
        // The file moved away, is held by another program, or the disk refused.
        if ((cause as { code?: string }).code === 'ENOENT') failures.settled(next.path)
        else failures.failed(next, `${basename(next.path)}: ${whyNot(cause)}.`, waitsFor.disk)
        changed()
      }
    busy = false
  }

  const watch = (to: string) => {
    stop()
    folder = to
    trouble = undefined
    queue.length = 0
    failures.clear()
    if (!to) return
    stop = watchFolder(
      to,
      (file) => {
        const known = seen.get(file.path)
        return known !== undefined && known.size === file.size && known.changed === file.changed
      },
      enqueue,
      (next) => {
        if (next === trouble) return
        trouble = next
        changed()
      },
    )
  }
  watch(basketFolder)

  return {
    put: take,
    async propose(text) {
      const proposals = await (await indexed()).propose(text)
      if (proposals.length === 0) return []
      const cards = new Map((await library.wireCards()).map((card) => [card.id, card]))
      return proposals.flatMap(({ id, share, sentences }) => {
        const item = cards.get(id)
        return item ? [{ item, share, sentences }] : []
      })
    },
    state: () => ({
      folder,
      waiting: queue.length + (busy ? 1 : 0),
      refused: [
        ...failures.list().map(({ file, message, tries, again }) => ({
          file: file.path,
          message,
          tries,
          ...(again === undefined ? {} : { again: new Date(again).toISOString() }),
        })),
        ...[...seen.values()]
          .flatMap(({ path, refused }) => (refused === undefined ? [] : [{ file: path, message: refused }]))
          .slice(-mostRefused),
      ],
      ...(trouble === undefined ? {} : { trouble }),
    }),
    async retry(file) {
      const named = [
        ...failures.list().map((failure) => failure.file.path),
        ...[...seen.values()].flatMap(({ path, refused }) => (refused === undefined ? [] : [path])),
      ].filter((path) => file === undefined || path === file)
      const there = await Promise.all(named.map(asItStands))
      for (const [at, path] of named.entries()) {
        if (there[at]) continue
        failures.settled(path)
        seen.delete(path)
      }
      enqueue(there.filter((one) => one !== undefined))
      changed()
    },
    watch,
    async close() {
      closed = true
      stop()
      failures.clear()
      await reading.catch(() => undefined)
      if (index) await (await index).close()
    },
  }
}

const itemOf = ({ id, agency, slug, version, text }: SourceInput & { id: string }): BasketItem => ({
  id,
  text,
  ...(agency === undefined ? {} : { agency }),
  ...(slug === undefined ? {} : { slug }),
  ...(version === undefined ? {} : { version }),
})

/** Why a file could not be read, and what of it a person can mend. */
function whyNot(cause: unknown): string {
  const { code, message } = cause as { code?: string; message?: string }
  if (code === 'EACCES' || code === 'EPERM') return 'this machine does not let the desk read it; see who may read it'
  if (code === 'EBUSY') return 'another program holds it'
  if (code === 'EISDIR') return 'it is a folder'
  return message ?? String(cause)
}

/** The folder as given, when it can be watched. @throws HostError 'not-found'. */
export async function folderToWatch(folder: string): Promise<string> {
  const found = await stat(folder).catch(() => undefined)
  if (!found?.isDirectory())
    throw new HostError(
      'not-found',
      `${folder} is not a folder that can be read. The basket keeps watching what it watched.`,
    )
  return folder
}
