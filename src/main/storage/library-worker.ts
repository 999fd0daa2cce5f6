import { parentPort, workerData } from 'node:worker_threads'
import { HostError } from '@contract/index'
import type { FromWorker, ToWorker } from './library'
import { createStore, type StoreOptions } from './store'

const port = parentPort!
let store: ReturnType<typeof createStore> | undefined

async function answer(asked: ToWorker): Promise<unknown> {
  store ??= createStore(workerData as StoreOptions)
  if (asked.name === 'close') return store.close()
  if (!Object.hasOwn(store.calls, asked.name)) throw new Error(`The library knows no call named ${asked.name}`)
  const call = store.calls[asked.name as keyof typeof store.calls] as (...given: unknown[]) => unknown
  return call(...('given' in asked ? asked.given : []))
}

// One call after another, in the order they came: a later one never overtakes an earlier one's commit.
let turn: Promise<void> = Promise.resolve()
port.on('message', (asked: ToWorker) => {
  turn = turn.then(async () => {
    let reply: FromWorker
    try {
      reply = { id: asked.id, ok: true, value: await answer(asked) }
    } catch (cause) {
      const { message, stack = '' } = cause instanceof Error ? cause : new Error(String(cause))
      reply = { id: asked.id, ok: false, code: cause instanceof HostError ? cause.code : undefined, message, stack }
    }
    port.postMessage(reply)
  })
})
