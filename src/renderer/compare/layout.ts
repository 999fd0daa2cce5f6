import { useEffect, useSyncExternalStore } from 'react'
import { useSettings } from '../app/settings'

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
const key = 'writethru.compare'
// Below this (look.md) the list is a drawer over the text. CSS pixels, after zooming.
const narrow = 1180

function read(): Layout {
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Layout>) }
  } catch {
    return standard
  }
}

let layout: Layout = read()
let drawer = false
const listeners = new Set<() => void>()
const tell = () => {
  for (const listen of listeners) listen()
}

/** Changes how a comparison is shown; the next window finds it so. */
export function setLayout(change: Partial<Layout>): void {
  layout = { ...layout, ...change }
  // A drawer is shut by reading on; that is not a wish about the next window.
  localStorage.setItem(key, JSON.stringify(drawer ? { ...layout, list: read().list } : layout))
  tell()
}

function fit(zoom: number): void {
  const now = innerWidth / zoom < narrow
  if (now === drawer) return
  drawer = now
  layout = { ...layout, list: now ? 'shut' : read().list }
  tell()
}

const subscribe = (listen: () => void) => {
  listeners.add(listen)
  return () => {
    listeners.delete(listen)
  }
}

/** How a comparison is shown; `drawer` says that the list stands over the text. */
export function useLayout(): Layout & { drawer: boolean } {
  const { zoom } = useSettings()
  useEffect(() => {
    const onResize = () => fit(zoom)
    onResize()
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [zoom])
  const now = useSyncExternalStore(subscribe, () => layout)
  return { ...now, drawer }
}
