import { libraryFolder } from '../services/library-folder'
import { hasDisplay, openBrowserWindow } from './open-window'
import { serve } from './serve'

interface Asked {
  library: string | undefined
  port: number
  /** Whether to show the page in a browser's window, where there is a display. */
  show: 'window' | 'address'
}

// A terminal that is closed counts as being told to end.
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const say = (sentence: string) => process.stderr.write(`writethru: ${sentence}\n`)

/**
 * Serves until SIGINT, SIGTERM or SIGHUP, after printing the one line that says where. Resolves once everything is
 * committed.
 * @throws what `serve` throws.
 */
export async function runLoopback({ library, port, show }: Asked): Promise<void> {
  const told = Promise.withResolvers<void>()
  for (const signal of endings) process.on(signal, told.resolve)
  const served = await serve({
    library: libraryFolder(library),
    port,
    log: (what, cause) => say(`${what}: ${cause instanceof Error ? cause.stack : String(cause)}`),
  })
  process.stdout.write(`Writethru: ${served.address}\n`)
  const closeWindow = show === 'window' && hasDisplay() ? openBrowserWindow(served.addressForOnce(), say) : undefined
  await told.promise
  if ((await served.close()) === 'late')
    say('a page did not send its last words in time; everything it showed as saved is kept.')
  closeWindow?.()
}
