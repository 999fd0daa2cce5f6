import { existsSync, readFileSync } from 'node:fs'
import { createRequire, syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { NotDoubled } from './refuse.ts'

/**
 * Holds an app to the fuses that its installers will have, though a development binary has none of them blown: with
 * `runAsNode` off "process.fork in the main process will not function as expected … We recommend that you use Utility
 * Processes instead" (tutorial/fuses#runasnode). Electron-builder's file is the one place where an app says so.
 */
export function applyFuses(root: string): void {
  const file = join(root, 'electron-builder.yml')
  const described = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (!/^electronFuses:\n(?: .*\n|\n)*? +runAsNode: false$/m.test(described)) return
  const processes = createRequire(import.meta.url)('node:child_process') as { fork: unknown }
  processes.fork = () => {
    throw new NotDoubled('child_process.fork with the runAsNode fuse off')
  }
  syncBuiltinESMExports()
}
