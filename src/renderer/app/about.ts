import { useSyncExternalStore } from 'react'
import type { Output } from '@contract/index'
import { host } from '../host'
import { attempt } from '../ui'

export type About = Output<'host.about'>

let about: About | undefined
let asked = false
const listeners = new Set<() => void>()

/** What the host says of itself; undefined until it has answered. */
export function useAbout(): About | undefined {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      if (!asked) {
        asked = true
        void attempt(async () => {
          about = await host.ask('host.about', {})
          for (const tell of listeners) tell()
        })
      }
      return () => listeners.delete(listen)
    },
    () => about,
  )
}
