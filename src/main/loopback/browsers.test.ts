import { homedir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { installedBrowser } from './browsers'

const find = (platform: NodeJS.Platform, environment: NodeJS.ProcessEnv, ...there: string[]) =>
  installedBrowser(platform, { WRITETHRU_DATA: '/data', ...environment }, (path) => there.includes(path))

test('a browser on the path is found, with a profile of its own beside the library', () => {
  expect(find('linux', { PATH: '/usr/local/bin:/usr/bin' }, '/usr/bin/microsoft-edge', '/usr/bin/chromium')).toEqual({
    program: '/usr/bin/chromium',
    profile: join('/data', 'browser'),
  })
})

test('a snap is given a profile where it may write', () => {
  expect(find('linux', { PATH: '/usr/bin' }, '/snap/bin/chromium', '/usr/bin/chromium-browser')).toEqual({
    program: '/snap/bin/chromium',
    profile: join(homedir(), 'snap', 'chromium', 'common', 'writethru'),
  })
})

test('macOS and Windows keep their browsers in known places', () => {
  const mac = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  expect(find('darwin', {}, mac)?.program).toBe(mac)
  const windows = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'
  expect(find('win32', { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' }, windows)?.program).toBe(windows)
})

test('where there is none, none is found', () => {
  expect(find('linux', { PATH: '/usr/bin' })).toBeUndefined()
  expect(find('linux', {})).toBeUndefined()
})
