import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readLaunch } from './launch'

const folder = mkdtempSync(join(tmpdir(), 'writethru-launch-'))
writeFileSync(join(folder, 'story.txt'), 'A story')
writeFileSync(join(folder, 'tool.js'), '')
const story = join(folder, 'story.txt')

test.each([
  [[], {}],
  [['.'], {}],
  [['--library', 'stories'], { library: join(folder, 'stories') }],
  [['--library=/elsewhere', '--port', '8080'], { library: '/elsewhere' }],
  [['--library'], {}],
  [['--inspect=0', '--remote-debugging-port=0', '-r', story, '.', 'story.txt'], { files: [story] }],
  [[story, 'gone.txt', 'tool.js', '--no-sandbox'], { files: [story] }],
])('%j', (given, expected) => {
  expect(readLaunch(given, folder)).toEqual({ files: [], ...expected })
})
