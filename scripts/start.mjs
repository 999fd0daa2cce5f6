// `npm start`: the desk in Electron, else in a browser's window, else served for whoever opens the address.
// npm start -- [--library DIR] [--port N] [--page]
import { parseArgs } from 'node:util'
import { buildWhenStale } from './start/build.mjs'
import { electronBinary, runElectron } from './start/electron.mjs'

const usage = 'npm start -- [--library DIR] [--port N: as a local page] [--page: as a local page]'

function read() {
  try {
    const options = { library: { type: 'string' }, port: { type: 'string' }, page: { type: 'boolean' } }
    return parseArgs({ options }).values
  } catch (cause) {
    console.error(`writethru: ${cause.message}\n  ${usage}`)
    process.exit(2)
  }
}

const { library, port, page } = read()
const given = library === undefined ? [] : ['--library', library]
const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY

await buildWhenStale()
const asApp = display && port === undefined && !page
const binary = asApp ? await electronBinary() : undefined
const ended = binary === undefined ? undefined : await runElectron(binary, given)
if (ended !== undefined) process.exitCode = ended
else {
  // The page's host is this very process: whoever ends one ends the other.
  process.argv.splice(2, Infinity, ...given, ...(port === undefined ? [] : ['--port', port]), '--window')
  await import('../out/main/loopback.js')
}
