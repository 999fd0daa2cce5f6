import { libraryFolder } from '../services/library-folder'
import { serve } from './serve'

/**
 * Serves until SIGINT or SIGTERM, after printing the one line that says where. Resolves once everything is committed.
 * @throws what `serve` throws.
 */
export async function runLoopback(given: { library: string | undefined; port: number }): Promise<void> {
  const asked = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, asked.resolve)
  const served = await serve({
    library: libraryFolder(given.library),
    port: given.port,
    log: (what, cause) =>
      process.stderr.write(`writethru: ${what}: ${cause instanceof Error ? cause.stack : String(cause)}\n`),
  })
  process.stdout.write(`Writethru: ${served.address}\n`)
  await asked.promise
  if ((await served.close()) === 'late')
    process.stderr.write(
      'writethru: a page did not send its last words in time; everything it showed as saved is kept.\n',
    )
}
