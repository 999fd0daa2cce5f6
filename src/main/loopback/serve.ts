import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dataFolder } from '../services/data-folder'
import { openDesk } from '../services/desk'
import { changeHostSettings } from '../services/host-settings'
import type { Farewell } from '../services/host'
import { version } from '../services/places'
import { Access } from './access'
import { Pages } from './pages'
import { site } from './site'

export interface ServeOptions {
  library: string
  /** 0 lets the system choose. */
  port: number
  log: (what: string, cause: unknown) => void
}

export interface Served {
  address: string
  /** As the address, but good for one opening. */
  addressForOnce(): string
  /** Asks the pages for what they hold, waits for the last commit, and ends. Answers what, if anything, was not heard. */
  close(): Promise<Farewell>
}

// A page sends what it holds in a moment; one that hangs or whose disk is full must not keep the desk from ending.
const farewellMilliseconds = 5000

/**
 * Serves the desk as a local page.
 * @throws HostError when the library cannot be opened; Error with code EADDRINUSE or EACCES when the port cannot be had.
 */
export async function serve({ library, port, log }: ServeOptions): Promise<Served> {
  const server = createServer(site(() => access))
  const access = new Access(await listen(server, port))
  let pages: Pages | undefined
  try {
    const desk = await openDesk({
      folder: library,
      version: version(),
      log,
      // The library on the command line stands before it; the next start without one opens it again.
      reopened: (folder) => changeHostSettings(dataFolder(), { library: folder }),
      host: {
        kind: 'loopback',
        now: () => new Date(),
        // A browser asks for files itself, and hands them over by download.
        pickFiles: async () => [],
        pickFolder: async () => undefined,
        saveFile: async () => undefined,
        print: async () => false,
        showMenus: () => undefined,
        farewell: async () => (await pages?.farewell(farewellMilliseconds)) ?? 'flushed',
        announce: (event, payload) => pages?.announce(event, payload),
      },
    })
    const open = (pages = new Pages(server, access, desk.reply))
    return {
      address: access.address,
      addressForOnce: () => access.addressForOnce(),
      async close() {
        const heard = await open.farewell(farewellMilliseconds)
        await desk.close()
        open.close()
        server.close()
        server.closeAllConnections()
        return heard
      },
    }
  } catch (cause) {
    server.close()
    throw cause
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
