import { useSyncExternalStore } from 'react'
import type { Policy } from '@core/policy'
import { host } from '../host'
import { attempt } from '../ui'

let current: Policy | undefined
let asked = false
const listeners = new Set<() => void>()
const set = (next: Policy) => {
  current = next
  for (const tell of listeners) tell()
}

/** The house policy; undefined until the host has told it. */
export function usePolicy(): Policy | undefined {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      if (!asked) {
        asked = true
        void attempt(async () => set(await host.ask('policy.read', {})))
      }
      return () => listeners.delete(listen)
    },
    () => current,
  )
}

/** Changes the house policy: at once on the page, then in the library; what the library refuses is shown and taken back. */
export async function changePolicy(change: Partial<Policy>): Promise<void> {
  if (!current) return
  const before = current
  set({ ...current, ...change })
  const kept = await attempt(() => host.ask('policy.change', { ...before, ...change }))
  set(kept ?? before)
}
