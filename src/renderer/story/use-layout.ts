import { useEffect, useSyncExternalStore } from 'react'

export interface Columns {
  left: 'open' | 'shut'
  right: 'open' | 'shut'
  leftWidth: number
  rightWidth: number
}

// Widths of look.md; below the narrow limit both columns are drawers over the text.
const standard: Columns = { left: 'open', right: 'open', leftWidth: 260, rightWidth: 340 }
const narrow = matchMedia('(max-width: 1179px)')
const key = 'writethru.columns'

function read(): Columns {
  try {
    return { ...standard, ...(JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Columns>) }
  } catch {
    return standard
  }
}

let columns: Columns = narrow.matches ? { ...read(), left: 'shut', right: 'shut' } : read()
const listeners = new Set<() => void>()

/** Opens, shuts or sizes a side column; the next window finds it so. */
export function setColumns(change: Partial<Columns>): void {
  columns = { ...columns, ...change }
  // Drawers are shut by reading on; that is not a wish about the next window.
  if (!narrow.matches) localStorage.setItem(key, JSON.stringify(columns))
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
  const drawers = useSyncExternalStore(
    (listen) => {
      narrow.addEventListener('change', listen)
      return () => narrow.removeEventListener('change', listen)
    },
    () => narrow.matches,
  )
  useEffect(() => {
    if (drawers) setColumns({ left: 'shut', right: 'shut' })
    else setColumns({ left: read().left, right: read().right })
  }, [drawers])
  return { ...now, drawers }
}
