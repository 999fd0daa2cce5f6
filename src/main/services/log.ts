import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

// Two of these are kept: enough to see what led to a failure, too little to fill a disk.
const largest = 1024 * 1024

export type Log = (what: string, cause?: unknown) => void

/**
 * Writes what happened to `writethru.log` in a folder, with the time. It names calls and failures, never a story's words.
 * A log that cannot be written stops nothing.
 */
export function openLog(folder: string, now: () => Date): Log {
  const file = join(folder, 'writethru.log')
  return (what, cause) => {
    const told =
      cause === undefined ? '' : `: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`
    try {
      mkdirSync(folder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest)
        renameSync(file, join(folder, 'writethru.1.log'))
      appendFileSync(file, `${now().toISOString()} ${what}${told}\n`)
    } catch {
      process.stderr.write(`writethru: ${what}${told}\n`)
    }
  }
}
