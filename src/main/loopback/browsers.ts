import { existsSync, realpathSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { dataFolder } from '../services/data-folder'

/** A browser that can show the page in a window of its own, and the folder for its profile. */
export interface Browser {
  program: string
  profile: string
}

const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Vivaldi']
const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
  'vivaldi',
]
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Vivaldi\\Application\\vivaldi.exe',
]

/** The first installed browser that has windows without tabs (`--app`), or undefined. */
export function installedBrowser(
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
  exists: (path: string) => boolean = existsSync,
): Browser | undefined {
  const program = candidates(platform, environment).find(exists)
  return program === undefined ? undefined : { program, profile: profileFor(program, environment) }
}

function candidates(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin')
    return ['/', homedir()].flatMap((root) =>
      names.map((name) => join(root, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)),
    )
  if (platform === 'win32')
    return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
      .flatMap((name) => environment[name] ?? [])
      .flatMap((root) => windowsPrograms.map((program) => `${root}\\${program}`))
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean)
  // Ubuntu's chromium-browser only hands over to the snap, which then stands here.
  return ['/snap/bin/chromium', ...commands.flatMap((command) => folders.map((folder) => join(folder, command)))]
}

function profileFor(program: string, environment: NodeJS.ProcessEnv): string {
  // A snap may not write to hidden folders.
  const snap = program.startsWith('/snap/') || realPath(program) === '/usr/bin/snap'
  return snap ? join(homedir(), 'snap', 'chromium', 'common', 'writethru') : join(dataFolder(environment), 'browser')
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
