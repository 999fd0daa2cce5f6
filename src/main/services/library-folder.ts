import { join, resolve } from 'node:path'
import { dataFolder } from './data-folder'
import { readHostSettings } from './host-settings'

/**
 * Where the library is: `--library` first, then WRITETHRU_LIBRARY, then the one chosen at the desk, then the user's own
 * data folder. Always an absolute path.
 */
export function libraryFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  const data = dataFolder(environment)
  return resolve(given ?? environment['WRITETHRU_LIBRARY'] ?? readHostSettings(data).library ?? join(data, 'library'))
}
