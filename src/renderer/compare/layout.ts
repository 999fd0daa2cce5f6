import { useSyncExternalStore } from 'react'

export type ViewId = 'inline' | 'columns' | 'list'

export interface Layout {
  view: ViewId
  /** The list of changes at the side. */
  list: 'open' | 'shut'
  /** CSS pixels. */
  listWidth: number
  fold: boolean
}

const standard: Layout = { view: 'inline', list: 'open', listWidth: 340, fold: false }
// Below this (look.md) the list is a drawer over the text.
const narrow = matchMedia('(max-width: 1179px)')
const key = 'writethru.compare'

function read(): Layout {
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>) }
  } catch {
    return standard
  }
}

let layout: Layout = narrow.matches ? { ...read(), list: 'shut' } : read()
const listeners = new Set<() => void>()
const tell = () => {
  for (const listen of listeners) listen()
}
narrow.addEventListener('change', () => {
  layout = { ...layout, list: narrow.matches ? 'shut' : read().list }
  tell()
})

/** Changes how a comparison is shown; the next window finds it so. */
export function setLayout(change: Partial<Layout>): void {
  layout = { ...layout, ...change }
  // A drawer is shut by reading on; that is not a wish about the next window.
  localStorage.setItem(key, JSON.stringify(narrow.matches ? { ...layout, list: read().list } : layout))
  tell()
}

const subscribe = (listen: () => void) => {
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
  }
}

export function useLayout(): Layout & { drawer: boolean } {
  const now = useSyncExternalStore(subscribe, () => layout)
  return { ...now, drawer: narrow.matches }
}
