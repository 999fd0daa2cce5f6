import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const electron = dirname(createRequire(import.meta.url).resolve('electron/package.json'))
// A closed network is known within this time; an open one answers at once.
const probeMilliseconds = 3000
// The binary has about 120 MB; a slower line than this serves the page sooner.
const fetchMilliseconds = 180_000
// One that ends by itself sooner has not shown a window: it lacks a library, or may not make its sandbox.
const startMilliseconds = 8000

function installed() {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const named = join(electron, 'path.txt')
  if (!override && !existsSync(named)) return undefined
  const path = existsSync(named) ? readFileSync(named, 'utf8') : 'electron'
  const binary = join(override ?? join(electron, 'dist'), path)
  return existsSync(binary) ? binary : undefined
}

/** The path of Electron's program, fetched where it is not there and can be had soon; else undefined. */
export async function electronBinary() {
  const there = installed()
  if (there) return there
  if (!(await reachable())) {
    console.error('writethru: Electron is not installed and cannot be fetched here; the desk opens as a local page.')
    return undefined
  }
  console.error('writethru: fetching Electron, once…')
  const fetched = await install()
  if (!fetched) console.error('writethru: Electron could not be fetched; the desk opens as a local page.')
  return installed()
}

async function reachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror
  try {
    await fetch(mirror ?? 'https://github.com/electron/electron/releases', {
      method: 'HEAD',
      signal: AbortSignal.timeout(probeMilliseconds),
    })
    return true
  } catch {
    return false
  }
}

function install() {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(electron, 'install.js')], { cwd: root, stdio: 'ignore' })
    const deadline = setTimeout(() => child.kill('SIGKILL'), fetchMilliseconds)
    child.once('error', () => done(false))
    child.once('exit', (code) => {
      clearTimeout(deadline)
      done(code === 0)
    })
  })
}

/**
 * Runs the desk in Electron until it is closed; its exit code, or undefined where it could not show itself. Told to end,
 * it is told so too and given the time it needs.
 */
export function runElectron(binary, args) {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  return new Promise((done) => {
    const child = spawn(binary, [root, ...args], { stdio: 'inherit', env })
    const started = performance.now()
    let told = false
    const tell = (signal) => {
      told = true
      child.kill(signal)
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, tell)
    const end = (code) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(signal, tell)
      done(code)
    }
    child.once('error', () => end(undefined))
    child.once('exit', (code, signal) => {
      const atOnce = performance.now() - started < startMilliseconds
      if (told || code === 0) return end(code ?? 0)
      if (!atOnce) return end(code ?? 1)
      console.error(
        `writethru: Electron ended at once (${signal ?? `exit code ${code}`}); the desk opens as a local page.`,
      )
      end(undefined)
    })
  })
}
