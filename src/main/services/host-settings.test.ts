import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { changeHostSettings, readHostSettings } from './host-settings'
import { libraryFolder } from './library-folder'

const folder = () => mkdtempSync(join(tmpdir(), 'writethru-host-'))
const window = { x: 10, y: 20, width: 900, height: 700, maximized: false }

test('a change keeps what was remembered besides it, and what a newer version wrote', () => {
  const data = folder()
  writeFileSync(join(data, 'host.json'), JSON.stringify({ library: '/l', later: 1 }))
  changeHostSettings(data, { window })
  expect(JSON.parse(readFileSync(join(data, 'host.json'), 'utf8'))).toEqual({ library: '/l', later: 1, window })
})

test.each(['', '{', '{"library": 7}', '{"library": "/l", "window": {"x": "left"}}'])(
  'a file that cannot be understood counts as none: %s',
  (text) => {
    const data = folder()
    writeFileSync(join(data, 'host.json'), text)
    expect(readHostSettings(data)).toEqual({})
  },
)

test('a folder that is not there is made', () => {
  const data = join(folder(), 'new')
  changeHostSettings(data, { library: '/l' })
  expect(readHostSettings(data)).toEqual({ library: '/l' })
})

test('the library named on the command line stands before the environment, and that before the one remembered', () => {
  const data = folder()
  const environment = { WRITETHRU_DATA: data }
  expect(libraryFolder(undefined, environment)).toBe(join(data, 'library'))
  changeHostSettings(data, { library: '/remembered' })
  expect(libraryFolder(undefined, environment)).toBe('/remembered')
  expect(libraryFolder(undefined, { ...environment, WRITETHRU_LIBRARY: '/environment' })).toBe('/environment')
  expect(libraryFolder('/given', { ...environment, WRITETHRU_LIBRARY: '/environment' })).toBe('/given')
})
