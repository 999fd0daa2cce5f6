import { watch, type FSWatcher } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A file that stands still: nobody has written to it since the last look. */
export interface Arrived {
  path: string
  size: number
  changed: number
}

// Network drives tell of nothing, so the folder is also looked at by itself; a file must look the same twice.
const lookEvery = 5000
const settleAfter = 400
// A wire folder has some thousands of files; a home folder chosen by mistake is not walked to its end.
const mostFiles = 20_000

/**
 * Tells of every file in a folder (its own folders left out, hidden and part files too) once it stands still. `known`
 * says whether a file as it stands was told of before. `onTrouble` hears when the folder cannot be read, and undefined
 * when it can again.
 */
export function watchFolder(
  folder: string,
  known: (file: Arrived) => boolean,
  onArrived: (files: Arrived[]) => void,
  onTrouble: (trouble: string | undefined) => void,
): () => void {
  let before = new Map<string, Arrived>()
  let told = new Map<string, Arrived>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let watcher: FSWatcher | undefined
  let stopped = false
  const again = (after: number) => {
    if (stopped) return
    clearTimeout(timer)
    timer = setTimeout(() => void look(), after)
    timer.unref()
  }
  const look = async () => {
    let pending = false
    try {
      const now = await filesIn(folder)
      if (stopped) return
      onTrouble(undefined)
      const still: Arrived[] = []
      for (const file of now.values()) {
        if (same(told.get(file.path), file) || known(file)) continue
        if (same(before.get(file.path), file)) still.push(file)
        else pending = true
      }
      told = new Map([...told, ...still.map((file) => [file.path, file] as const)].filter(([path]) => now.has(path)))
      before = now
      if (still.length > 0) onArrived(still.toSorted((a, b) => a.changed - b.changed || a.path.localeCompare(b.path)))
    } catch (cause) {
      if (!stopped) onTrouble(`${folder} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`)
    }
    again(pending ? settleAfter : lookEvery)
  }
  try {
    watcher = watch(folder, () => again(settleAfter))
    watcher.on('error', () => undefined)
  } catch {
    // The look every few seconds says what is wrong.
  }
  void look()
  return () => {
    stopped = true
    clearTimeout(timer)
    watcher?.close()
  }
}

const same = (a: Arrived | undefined, b: Arrived) => a !== undefined && a.size === b.size && a.changed === b.changed

async function filesIn(folder: string): Promise<Map<string, Arrived>> {
  const entries = await readdir(folder, { withFileTypes: true })
  const found = new Map<string, Arrived>()
  for (const entry of entries) {
    if (!entry.isFile() || /^[.~]|\.(?:part|tmp|crdownload|swp)$/i.test(entry.name)) continue
    if (found.size >= mostFiles) break
    const path = join(folder, entry.name)
    try {
      const { size, mtimeMs } = await stat(path)
      if (size > 0) found.set(path, { path, size, changed: mtimeMs })
    } catch {
      // It was moved away meanwhile.
    }
  }
  return found
}
