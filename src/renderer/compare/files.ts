import { useSyncExternalStore } from 'react'
import { host } from '../host'
import type { OutsideCopy } from './sides'

// Enough for a day's comparing; the oldest is forgotten first.
const most = 20

let files: readonly OutsideCopy[] = []
let last = 0
const listeners = new Set<() => void>()

/** Files read in this window to compare with. */
export function useFiles(): readonly OutsideCopy[] {
  return useSyncExternalStore(
    (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    () => files,
  )
}

/** Reads a file outside the library, keeping it for this window only. Rejects with the reader's reason. */
export async function readOutside(
  name: string,
  bytes: Uint8Array,
): Promise<{ copy: OutsideCopy; remarks: readonly string[] }> {
  const { manuscript, remarks } = await host.ask('read.file', { file: { name, bytes } })
  const copy: OutsideCopy = { id: String(++last), name, at: new Date().toISOString(), manuscript }
  files = [...files, copy].slice(-most)
  for (const listen of listeners) listen()
  return { copy, remarks }
}

/** What is on the clipboard as a file to read, under a name that says where it came from; undefined when it is empty. */
export function pastedFile(data: DataTransfer): { name: string; bytes: Uint8Array } | undefined {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  const encoder = new TextEncoder()
  if (html.trim()) return { name: 'Pasted copy.html', bytes: encoder.encode(html) }
  return text.trim() ? { name: 'Pasted copy.txt', bytes: encoder.encode(text) } : undefined
}
