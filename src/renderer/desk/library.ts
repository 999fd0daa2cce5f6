import { useSyncExternalStore } from 'react'
import type { StoryCard } from '@contract/index'
import { host } from '../host'
import { attempt } from '../ui'

interface Library {
  cards: readonly StoryCard[]
  loaded: boolean
}
let library: Library = { cards: [], loaded: false }
const listeners = new Set<() => void>()
const set = (next: Library) => {
  library = next
  for (const listen of listeners) listen()
}

// Changes that arrive while the list is being fetched are covered by one more fetch.
let fetching: 'no' | 'once' | 'again' = 'no'

/** Fetches the list anew. */
export async function refresh(): Promise<void> {
  if (fetching !== 'no') {
    fetching = 'again'
    return
  }
  fetching = 'once'
  const cards = await attempt(() => host.ask('desk.list', {}))
  if (cards) set({ cards, loaded: true })
  const again = (fetching as string) === 'again'
  fetching = 'no'
  if (again) await refresh()
}

/** Takes one story's new card in at once. */
export function take(card: StoryCard): void {
  const known = library.cards.some(({ id }) => id === card.id)
  set({
    ...library,
    cards: known ? library.cards.map((old) => (old.id === card.id ? card : old)) : [...library.cards, card],
  })
}

let watching = false

/** Every story in the library, kept up to date. */
export function useLibrary(): Library {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      if (!watching) {
        watching = true
        host.on('library.changed', () => void refresh())
      }
      return () => listeners.delete(listen)
    },
    () => library,
  )
}
