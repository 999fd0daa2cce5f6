import { Worker } from 'node:worker_threads'
import type { BasketItem, Proposal } from '@core/provenance'
import { entry } from '../services/places'
import type { FromIndex, ToIndex } from './messages'

/** The search through the basket: what a story looks made from. Runs in a thread of its own. */
export interface WireIndex {
  add(items: readonly BasketItem[]): void
  remove(ids: readonly string[]): void
  propose(text: string): Promise<Proposal[]>
  close(): Promise<void>
}

/** Starts an empty index. */
export function startIndex(): WireIndex {
  const worker = new Worker(entry('basket-worker'))
  // It holds nothing that is not on disk: the program may end around it.
  worker.unref()
  const waiting = new Map<number, { settle: (found: Proposal[]) => void; fail: (cause: unknown) => void }>()
  let last = 0
  worker.on('message', ({ id, proposals }: FromIndex) => {
    waiting.get(id)?.settle(proposals)
    waiting.delete(id)
  })
  const lose = (cause: unknown) => {
    for (const { fail } of waiting.values()) fail(cause)
    waiting.clear()
  }
  worker.on('error', lose)
  worker.on('exit', () => lose(new Error('The basket’s index ended')))
  const tell = (asked: ToIndex) => worker.postMessage(asked)
  return {
    add: (items) => tell({ what: 'add', items: [...items] }),
    remove: (ids) => tell({ what: 'remove', ids: [...ids] }),
    propose: (text) =>
      new Promise((settle, fail) => {
        const id = ++last
        waiting.set(id, { settle, fail })
        tell({ what: 'propose', id, text })
      }),
    async close() {
      await worker.terminate()
    },
  }
}
