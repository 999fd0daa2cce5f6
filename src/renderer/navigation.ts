import { useSyncExternalStore } from 'react'

/** Where the window is. `compare` sides: 'draft', a revision number, 'release', 'source:ID' or 'file:ID' (compare/sides.ts). */
export type Place =
  | { screen: 'desk' }
  | { screen: 'story'; story: string }
  | { screen: 'review'; story: string }
  | { screen: 'compare'; story: string; old?: string; new?: string }
  | { screen: 'merge'; story: string; tip: string }
  | { screen: 'publish'; story: string }
  | { screen: 'basket' }
  | { screen: 'settings' }

/** The place an address names; the desk when it names none. Addresses are `#/screen/story/old/new`. */
export function placeOf(hash: string): Place {
  const [screen, story, old, now] = hash.replace(/^#\/?/, '').split('/').map(decodeURIComponent)
  if (screen === 'settings' || screen === 'basket') return { screen }
  if (!story) return { screen: 'desk' }
  if (screen === 'story' || screen === 'review' || screen === 'publish') return { screen, story }
  if (screen === 'compare') return { screen, story, ...(old ? { old } : {}), ...(now ? { new: now } : {}) }
  if (screen === 'merge' && old) return { screen, story, tip: old }
  return { screen: 'desk' }
}

/** The address of a place. */
export function addressOf(place: Place): string {
  const parts: string[] = [place.screen]
  if ('story' in place) parts.push(place.story)
  if (place.screen === 'compare' && place.old) parts.push(place.old, ...(place.new ? [place.new] : []))
  if (place.screen === 'merge') parts.push(place.tip)
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

/** Goes to a place; Back returns. */
export function go(place: Place): void {
  location.hash = addressOf(place)
}

const subscribe = (changed: () => void) => {
  addEventListener('hashchange', changed)
  return () => removeEventListener('hashchange', changed)
}

/** The place the window is at. */
export function usePlace(): Place {
  return placeOf(useSyncExternalStore(subscribe, () => location.hash))
}
