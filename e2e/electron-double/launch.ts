// Reads Electron's command line, puts the double where `electron` resolves, then runs the app's main module.
import inspector from 'node:inspector'
import { createRequire, registerHooks } from 'node:module'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Setup } from './runtime.ts'

const given = process.argv.slice(2)
const required: string[] = []
let inspectPort: number | undefined
let appPath: string | undefined
for (let at = 0; at < given.length && appPath === undefined; at++) {
  const argument = given[at]!
  if (argument === '-r' || argument === '--require') required.push(given[++at]!)
  else if (argument.startsWith('--inspect')) inspectPort = Number(argument.split('=')[1] ?? 9229)
  else if (!argument.startsWith('-')) appPath = resolve(argument)
}
if (appPath === undefined) throw new Error(`electron double: no app in ${given.join(' ')}`)

const isFolder = statSync(appPath).isDirectory()
const root = isFolder ? appPath : (packageFolder(dirname(appPath)) ?? dirname(appPath))
const manifestFile = join(root, 'package.json')
const manifest = existsSync(manifestFile)
  ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Setup['manifest'] & { main?: string })
  : {}
const main = isFolder ? join(appPath, manifest.main ?? 'index.js') : appPath

// What Electron's own process says of itself (api/process).
const nodePath = process.execPath
process.execPath = fileURLToPath(new URL('./electron', import.meta.url))
process.argv = [process.execPath, ...given]
Object.assign(process, { type: 'browser', defaultApp: true, resourcesPath: join(import.meta.dirname, 'resources') })
Object.defineProperty(process.versions, 'electron', { value: '0.0.0-double', enumerable: true })

const double = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(?:\/main|\/common)?$/.test(specifier)
      ? { url: double, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})
const { prepare, start } = await import('./start.ts')
const { applyFuses } = await import('./fuses.ts')
// Whole before the fuses: utility processes keep what the app may not have.
await import(double)
applyFuses(root)
if (inspectPort !== undefined) inspector.open(inspectPort)
const userDataDir = given
  .findLast((argument) => argument.startsWith('--user-data-dir='))
  ?.slice('--user-data-dir='.length)
prepare({
  root,
  manifest,
  nodePath,
  switches: given.filter((argument) =>
    /^--(?:remote-debugging-port=|no-sandbox$|force-device-scale-factor=)/.test(argument),
  ),
  ...(userDataDir === undefined ? {} : { userDataDir: resolve(userDataDir) }),
})
const require = createRequire(pathToFileURL(main))
for (const file of required) require(resolve(file))
// "ready" comes only once the entry module has settled: a top-level `await app.whenReady()` hangs in Electron
// (tutorial/esm#main-process) and must hang here.
await import(pathToFileURL(main).href)
await start()

function packageFolder(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at
    if (dirname(at) === at) return undefined
  }
}
