import { Worker } from 'node:worker_threads'
import { HostError, type ErrorCode } from '@contract/index'
import { entry } from '../services/places'
import type { StoreCalls, StoreOptions } from './store'

type Promised<F> = F extends (...given: infer A) => infer R ? (...given: A) => Promise<Awaited<R>> : never

/**
 * A newsroom's stories with everything beside them. Every call is answered once what it changed is on disk, and refuses
 * with a HostError that says what happened; a refused call changed nothing. Another implementation (one shared by a
 * newsroom, say) passes the same contract tests.
 */
export type Library = { [K in keyof StoreCalls]: Promised<StoreCalls[K]> } & {
  folder: string
  /** Tells of stories that another program changed; answers how to stop. */
  onChanged(listener: (stories: string[]) => void): () => void
  /** Waits for the last commit and lets go of the library. */
  close(): Promise<void>
}

/** What crosses to the library's worker and back. */
export type ToWorker = { id: number; name: string; given: unknown[] } | { id: number; name: 'close' }
export type FromWorker =
  | { id: number; ok: true; value: unknown }
  | { id: number; ok: false; code: ErrorCode | undefined; message: string; stack: string }

// How often other programs' writes are looked for: soon enough for a person, cheap enough to forget.
const lookEvery = 1000

/** Opens the library in a folder, in a worker of its own that holds the one database handle. */
export async function openLibrary(options: StoreOptions): Promise<Library> {
  const worker = new Worker(entry('library-worker'), { workerData: options })
  const waiting = new Map<number, { settle: (value: unknown) => void; fail: (cause: unknown) => void }>()
  let last = 0
  let gone: Error | undefined
  const lose = (cause: Error) => {
    gone = cause
    for (const { fail } of waiting.values()) fail(cause)
    waiting.clear()
  }
  worker.on('message', (answer: FromWorker) => {
    const asked = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.ok) asked?.settle(answer.value)
    else asked?.fail(answer.code ? new HostError(answer.code, answer.message) : unforeseen(answer))
  })
  worker.on('error', (cause) => lose(cause instanceof Error ? cause : new Error(String(cause))))
  worker.on('exit', () => lose(gone ?? new Error('The library was closed')))
  const ask = (name: string, ...given: unknown[]): Promise<unknown> =>
    gone
      ? Promise.reject(gone)
      : new Promise((settle, fail) => {
          const id = ++last
          waiting.set(id, { settle, fail })
          worker.postMessage({ id, name, given } satisfies ToWorker)
        })
  try {
    // The first call also tells whether the library could be opened.
    await ask('about')
  } catch (cause) {
    await worker.terminate()
    throw cause
  }

  const listeners = new Set<(stories: string[]) => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  let seen: Record<string, string> | undefined
  let version: unknown
  const look = async () => {
    const now = await ask('version')
    if (now === version) return
    version = now
    const changes = (await ask('changes')) as Record<string, string>
    const stories = seen ? Object.keys(changes).filter((id) => changes[id] !== seen?.[id]) : []
    seen = changes
    if (stories.length > 0) for (const listen of listeners) listen(stories)
  }
  const own = {
    folder: options.folder,
    onChanged(listener: (stories: string[]) => void) {
      listeners.add(listener)
      // A look that fails (the library is closing) is nothing to tell: calls that matter answer for themselves.
      const lookAgain = () => void look().catch(() => undefined)
      if (timer === undefined) lookAgain()
      timer ??= setInterval(lookAgain, lookEvery).unref()
      return () => {
        listeners.delete(listener)
      }
    },
    async close() {
      clearInterval(timer)
      if (gone) return
      await ask('close').catch(() => undefined)
      await worker.terminate()
    },
  }
  return new Proxy(own, {
    get: (target, name) =>
      name in target || typeof name !== 'string' || name === 'then'
        ? Reflect.get(target, name)
        : (...given: unknown[]) => ask(name, ...given),
  }) as unknown as Library
}

function unforeseen({ message, stack }: { message: string; stack: string }): Error {
  const error = new Error(message)
  error.stack = stack
  return error
}
