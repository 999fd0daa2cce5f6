import { join } from 'node:path'
import { answer, type Reply } from '@contract/index'
import { openLibrary, type Library } from '../storage/library'
import { welcome } from './first-run'
import { createHandlers } from './handlers'
import type { Host } from './host'
import { resourcesFolder } from './places'

export interface DeskOptions {
  folder: string
  version: string
  host: Omit<Host, 'reopen'>
  /** Hears of failures nobody foresaw, in full. */
  log: (what: string, cause: unknown) => void
  /** Called once another library is open; the folder is the one to open next time. */
  reopened: (folder: string) => void
}

/** The library that is open, answering pages by whichever carrier, and how to open another in its place. */
export interface Desk {
  reply(name: unknown, input: unknown): Promise<Reply>
  library(): Library
  /** Waits for the last commit and lets go of the library. */
  close(): Promise<void>
}

/**
 * Opens the library in a folder, with the sample story where it is empty.
 * @throws HostError 'library-newer', 'library-damaged', 'library-busy' or 'disk'; the library is then untouched.
 */
export async function openDesk({ folder, version, host, log, reopened }: DeskOptions): Promise<Desk> {
  async function opened(at: string) {
    const library = await openLibrary({ folder: at })
    await welcome(library, join(resourcesFolder, 'sample')).catch((cause: unknown) => log('welcome', cause))
    return {
      library,
      reply: answer(createHandlers(library, { ...host, reopen }, { version }), log),
      stop: library.onChanged((stories) => host.announce('library.changed', { stories })),
    }
  }

  // Another library is open before this one is let go of: a folder that cannot be opened changes nothing.
  async function reopen(to: string) {
    if (to === open.library.folder) return
    const next = await opened(to)
    const before = open
    open = next
    before.stop()
    await before.library.close()
    reopened(to)
    host.announce('library.opened', { library: to })
  }

  let open = await opened(folder)
  return {
    reply: (name, input) => open.reply(name, input),
    library: () => open.library,
    async close() {
      open.stop()
      await open.library.close()
    },
  }
}
