import { homedir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder Electron calls userData, so that the window, the local page and the command line share one library.
 * WRITETHRU_DATA puts it elsewhere.
 */
export function dataFolder(environment: NodeJS.ProcessEnv = process.env): string {
  if (environment['WRITETHRU_DATA']) return environment['WRITETHRU_DATA']
  const home = homedir()
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Writethru')
  if (process.platform === 'win32') return join(environment['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Writethru')
  return join(environment['XDG_CONFIG_HOME'] ?? join(home, '.config'), 'Writethru')
}
