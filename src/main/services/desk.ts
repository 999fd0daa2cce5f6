import { join, resolve } from 'node:path'
import { answer, HostError, type Reply } from '@contract/index'
import { openBasket } from '../basket'
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
 * Opens the library in a folder, at the very first start with the sample story. A library that is chosen later stays as
 * it is, empty or not.
 * @throws HostError 'library-newer', 'library-damaged', 'library-busy' or 'disk'; the library is then untouched.
 */
export async function openDesk({ folder, version, host, log, reopened }: DeskOptions): Promise<Desk> {
  async function opened(at: string) {
    const library = await openLibrary({ folder: at })
    const basket = await openBasket(library, host).catch(async (cause: unknown) => {
      // A library that is not answered for is let go of, or its worker would keep the program from ending.
      await library.close()
      throw cause
    })
    const stop = library.onChanged((stories) => host.announce('library.changed', { stories }))
    return {
      library,
      reply: answer(createHandlers(library, { ...host, reopen }, { version }, basket), log),
      async close() {
        stop()
        await basket.close()
        await library.close()
      },
    }
  }

  // Another library is open before this one is let go of: a folder that cannot be opened changes nothing.
  async function reopen(chosen: string) {
    const to = resolve(chosen)
    if (to === open.library.folder) return
    if (changing) throw new HostError('conflict', 'Another library is being opened already. Wait until it stands.')
    changing = true
    try {
      await replaceBy(to)
    } finally {
      changing = false
    }
  }

  async function replaceBy(to: string) {
    const next = await opened(to)
    if ((await host.farewell()) === 'late') {
      await next.close()
      throw new HostError(
        'conflict',
        `A page still holds words that ${open.library.folder} has not taken. That library stays open; try again once everything is saved.`,
      )
    }
    const before = open
    open = next
    await before.close()
    try {
      reopened(to)
    } catch (cause) {
      // It is open all the same; only the next start will not know.
      log('remember the library', cause)
    }
    host.announce('library.opened', { library: to })
  }

  let changing = false
  let open = await opened(folder)
  await welcome(open.library, join(resourcesFolder, 'sample')).catch((cause: unknown) => log('welcome', cause))
  return {
    reply: (name, input) => open.reply(name, input),
    library: () => open.library,
    close: () => open.close(),
  }
}
