import { spawn } from 'node:child_process'
import { globSync, statSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const sources = ['src/**/*', 'resources/**/*', 'package.json', 'electron.vite.config.ts', 'vite.core.config.ts']
// Each is written anew by every build.
const built = ['out/main/index.js', 'out/main/loopback.js', 'out/preload/index.cjs', 'out/renderer/index.html']

const written = (path) => statSync(resolve(root, path), { throwIfNoEntry: false })

/** Whether something in the source is newer than what was built of it, or nothing was built. */
export function isStale() {
  const oldest = Math.min(...built.map((path) => written(path)?.mtimeMs ?? 0))
  const isFile = (path) => written(path)?.isFile() && !path.endsWith('.tsbuildinfo') && !path.includes('.test.')
  return globSync(sources, { cwd: root }).some((path) => isFile(path) && written(path).mtimeMs > oldest)
}

/** Builds where needed, quietly; a build that fails is shown in full and ends this program. */
export async function buildWhenStale() {
  if (!isStale()) return
  console.error('writethru: building…')
  for (const args of [
    ['electron-vite/bin/electron-vite.js', 'build'],
    ['vite/bin/vite.js', 'build', '--config', 'vite.core.config.ts'],
  ]) {
    const { code, said } = await run(args)
    if (code === 0) continue
    console.error(`${said}\nwritethru: the build failed; nothing was started.`)
    process.exit(1)
  }
}

function run([tool, ...args]) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [resolve(root, 'node_modules', tool), ...args], { cwd: root })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
    child.once('close', (code) => done({ code, said }))
  })
}
