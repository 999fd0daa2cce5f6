import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where the library is when nobody says: `--library` first, then WRITETHRU_LIBRARY, then the user's own data folder. */
export function libraryFolder(given: string | undefined, environment: NodeJS.ProcessEnv = process.env): string {
  return given ?? environment.WRITETHRU_LIBRARY ?? join(dataFolder(environment), 'library')
}

/** The folder Electron calls userData, so that the window and the command line share one library. */
function dataFolder(environment: NodeJS.ProcessEnv): string {
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Writethru')
  if (process.platform === 'win32') return join(environment.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Writethru')
  return join(environment.XDG_CONFIG_HOME ?? join(home, '.config'), 'Writethru')
}
