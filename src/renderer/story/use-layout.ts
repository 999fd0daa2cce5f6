import { useEffect, useSyncExternalStore } from 'react'
import { settings, useSettings } from '../app/settings'

export interface Columns {
  left: 'open' | 'shut'
  right: 'open' | 'shut'
  leftWidth: number
  rightWidth: number
}

// Widths of look.md; below the narrow limit both columns are drawers over the text.
const standard: Columns = { left: 'open', right: 'open', leftWidth: 260, rightWidth: 340 }
const narrow = 1180
const key = 'writethru.columns'

function read(): Columns {
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Columns>) }
  } catch {
    return standard
  }
}

/** Whether the window is too narrow for three columns at the size its text has. */
const isNarrow = () => innerWidth / settings().zoom < narrow

let columns: Columns = isNarrow() ? { ...read(), left: 'shut', right: 'shut' } : read()
const listeners = new Set<() => void>()

/** Opens, shuts or sizes a side column; the next window finds it so. */
export function setColumns(change: Partial<Columns>): void {
  columns = { ...columns, ...change }
  // Drawers are shut by reading on; that is not a wish about the next window.
  if (!isNarrow()) localStorage.setItem(key, JSON.stringify(columns))
  for (const listen of listeners) listen()
}

export const columnsNow = (): Columns => columns

export function useColumns(): Columns & { drawers: boolean } {
  const now = useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => columns,
  )
  // The size of the text is a setting: a change of it is a change of the room there is.
  useSettings()
  const drawers = useSyncExternalStore((listen) => {
    addEventListener('resize', listen)
    return () => removeEventListener('resize', listen)
  }, isNarrow)
  useEffect(() => {
    if (drawers) setColumns({ left: 'shut', right: 'shut' })
    else setColumns({ left: read().left, right: read().right })
  }, [drawers])
  return { ...now, drawers }
}
