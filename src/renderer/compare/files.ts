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

/** What is to be read: a file's name tells its format; `title` is what people call it. */
export interface Outside {
  name: string
  bytes: Uint8Array
  title?: string
}

/** Reads a file outside the library, keeping it for this window only. Rejects with the reader's reason. */
export async function readOutside({
  name,
  bytes,
  title = name,
}: Outside): Promise<{ copy: OutsideCopy; remarks: readonly string[] }> {
  const { manuscript, remarks } = await host.ask('read.file', { file: { name, bytes } })
  const copy: OutsideCopy = { id: String(++last), name: title, at: new Date().toISOString(), manuscript }
  files = [...files, copy].slice(-most)
  for (const listen of listeners) listen()
  return { copy, remarks }
}

/** What is on the clipboard as a file to read; undefined when it is empty. */
export function pastedFile(data: DataTransfer): Outside | undefined {
  const html = data.getData('text/html')
  const text = data.getData('text/plain')
  const encoder = new TextEncoder()
  if (html.trim()) return { name: 'pasted.html', bytes: encoder.encode(html), title: 'Pasted copy' }
  return text.trim() ? { name: 'pasted.txt', bytes: encoder.encode(text), title: 'Pasted copy' } : undefined
}
