import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { installedBrowser } from './browsers'

// Only the desk's window: no first-run pages, no account, no traffic of the browser's own.
const switches = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
]

/** Whether a window can be shown at all. */
export const hasDisplay = (environment: NodeJS.ProcessEnv = process.env): boolean =>
  process.platform !== 'linux' || !!(environment['DISPLAY'] || environment['WAYLAND_DISPLAY'])

/**
 * Shows the page in a window of an installed browser, with a profile of its own. `told` hears one sentence where that
 * fails or the window is closed. Answers how to close it.
 */
export function openBrowserWindow(address: string, told: (sentence: string) => void): () => void {
  const browser = installedBrowser()
  const byHand = 'Open the address above in a browser'
  if (!browser) {
    told(`No Chromium, Chrome, Edge or Brave was found. ${byHand}.`)
    return () => undefined
  }
  const { program, profile } = browser
  mkdirSync(profile, { recursive: true, mode: 0o700 })
  const child = spawn(program, [`--app=${address}`, `--user-data-dir=${profile}`, ...switches], { stdio: 'ignore' })
  let closing = false
  child.once('error', (cause) => told(`${program} could not be started: ${cause.message}. ${byHand}.`))
  child.once('exit', (code) => {
    if (closing) return
    if (code) told(`${program} ended at once (exit code ${code}). ${byHand}.`)
    else told('The window was closed. The desk is still served at the address above; Ctrl+C ends it.')
  })
  return () => {
    closing = true
    child.kill()
  }
}
