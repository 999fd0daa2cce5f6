import { useSyncExternalStore } from 'react'
import type { Output } from '@contract/index'
import type { WireCard } from '@core/record'
import { host } from '../host'
import { attempt } from '../ui'

export type BasketState = Output<'basket.state'>

interface Held {
  items: readonly WireCard[]
  state: BasketState
  loaded: boolean
}

let held: Held = { items: [], state: { folder: '', waiting: 0, refused: [] }, loaded: false }
const listeners = new Set<() => void>()
// A folder of a thousand files arrives one by one; the list is fetched for many at once.
const fetchAfter = 300
let timer: ReturnType<typeof setTimeout> | undefined
let watching = false

/** Fetches the basket anew. */
export async function refreshBasket(): Promise<void> {
  const [items, state] = await Promise.all([
    attempt(() => host.ask('basket.list', {})),
    attempt(() => host.ask('basket.state', {})),
  ])
  if (!items || !state) return
  held = { items, state, loaded: true }
  for (const listen of listeners) listen()
}

/** The wire of the last days, newest first, kept up to date. */
export function useBasket(): Held {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      if (!watching) {
        watching = true
        host.on('basket.changed', () => {
          clearTimeout(timer)
          timer = setTimeout(() => void refreshBasket(), fetchAfter)
        })
        void refreshBasket()
      }
      return () => {
        listeners.delete(listen)
      }
    },
    () => held,
  )
}
