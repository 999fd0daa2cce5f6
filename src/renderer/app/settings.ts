import { useSyncExternalStore } from 'react'
import type { Settings } from '@contract/index'
import { host } from '../host'
import { attempt } from '../ui'

/** What holds until the host has answered once. */
const fallback: Settings = {
  name: '',
  initials: '',
  theme: 'system',
  dialect: 'en-GB',
  smartQuotes: true,
  spelling: true,
  singleKeys: true,
  zoom: 1,
  formats: ['html', 'docx', 'ninjs'],
  releaseFolder: '',
  basketFolder: '',
  basketDays: 5,
  words: [],
}

let current: Settings = fallback
let loaded = false
const listeners = new Set<() => void>()

function set(next: Settings) {
  current = next
  loaded = true
  show(next)
  for (const listen of listeners) listen()
}

const dark = matchMedia('(prefers-color-scheme: dark)')

function show({ theme, zoom }: Settings) {
  const root = document.documentElement
  root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  root.style.setProperty('zoom', String(zoom))
}
dark.addEventListener('change', () => show(current))
show(current)

// Paper is white: what is printed has the light theme's ink.
addEventListener('beforeprint', () => (document.documentElement.dataset['theme'] = 'light'))
addEventListener('afterprint', () => show(current))

/** The settings as last known, outside React. */
export const settings = (): Settings => current
/** Whether the host has told them yet. */
export const settingsLoaded = (): boolean => loaded

/** Fetches the settings from the host. */
export async function loadSettings(): Promise<void> {
  const read = await attempt(() => host.ask('settings.read', {}))
  if (read) set(read)
}

/** Changes some settings: at once on the page, then in the library; what the library refuses is shown and taken back. */
export async function changeSettings(change: Partial<Settings>): Promise<void> {
  const before = current
  set({ ...current, ...change })
  const kept = await attempt(() => host.ask('settings.change', change))
  set(kept ?? before)
}

/** The settings, and again whenever they change. */
export function useSettings(): Settings {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => current,
  )
}

/** Who is at the desk, as decisions and revisions name them. */
export const deskName = (): string => current.name.trim() || 'Unnamed'
