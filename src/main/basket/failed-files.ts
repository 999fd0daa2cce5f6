import { stat } from 'node:fs/promises'
import type { Arrived } from './watched-folder'

/** A file of the watched folder that could not be read so far. */
export interface FailedFile {
  file: Arrived
  message: string
  /** How often it was tried. */
  tries: number
  /** When it is tried again, in milliseconds since 1970; undefined when it is left until it changes or a person asks. */
  again?: number
}

/** Keeps what failed and tries it again, later each time, until the waits are used up. */
export interface FailedFiles {
  /** Takes a failure down; the last wait used up means that the file is left. */
  failed(file: Arrived, message: string, waits: readonly number[]): FailedFile
  /** The file was read, refused for good, or is gone. */
  settled(path: string): void
  list(): FailedFile[]
  /** Forgets everything and tries nothing again. */
  clear(): void
}

const [second, minute] = [1000, 60_000]
/**
 * Waits between tries. What the disk or the network drive refused may be free again in seconds or after a morning; a file
 * whose reading took too long is tried once more, for the machine may have been busy.
 */
export const waitsFor = {
  disk: [2 * second, 15 * second, minute, 5 * minute, 30 * minute],
  tooLong: [minute],
} as const

/** `read` is given a file to try again, as it stands then. `now` is in milliseconds. */
export function createFailedFiles(now: () => number, read: (file: Arrived) => void, onChange: () => void): FailedFiles {
  const failures = new Map<string, FailedFile>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const stop = (path: string) => {
    clearTimeout(timers.get(path))
    timers.delete(path)
  }
  const settled = (path: string) => {
    stop(path)
    failures.delete(path)
  }
  const retry = async (path: string) => {
    const found = await asItStands(path)
    if (!failures.has(path)) return
    if (found) return read(found)
    settled(path)
    onChange()
  }
  return {
    failed(file, message, waits) {
      stop(file.path)
      const before = failures.get(file.path)
      // A file that changed is another file: it has all its tries before it.
      const tries = before && before.file.size === file.size && before.file.changed === file.changed ? before.tries : 0
      const wait = waits[tries]
      const failure: FailedFile = {
        file,
        message,
        tries: tries + 1,
        ...(wait === undefined ? {} : { again: now() + wait }),
      }
      failures.set(file.path, failure)
      if (wait !== undefined) {
        const timer = setTimeout(() => void retry(file.path), wait)
        timer.unref()
        timers.set(file.path, timer)
      }
      return failure
    },
    settled,
    list: () => [...failures.values()],
    clear() {
      for (const path of [...failures.keys()]) settled(path)
    },
  }
}

/** A file as it stands now; undefined when it is gone. A file that cannot be looked at stands as it did: it is tried. */
export async function asItStands(path: string): Promise<Arrived | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { path, size, changed: mtimeMs }
  } catch (cause) {
    return (cause as { code?: string }).code === 'ENOENT' ? undefined : { path, size: 0, changed: 0 }
  }
}
