import { existsSync } from 'node:fs'
import { findBrowser } from '../e2e/browser.ts'

/**
 * The browser for the end-to-end specs. Where there is none it is installed: by apt on Debian and Ubuntu as root, else
 * Playwright's own is fetched. Undefined where neither can be had. `step(title, command, ...args)` runs a command.
 */
export function ensureBrowser(step) {
  const found = findBrowser()
  if (found !== undefined) return found
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const attempt = (title, command, ...args) => {
    step(title, command, ...args)
    return findBrowser()
  }
  if (mayInstall) {
    const apt = ['apt-get', '-q', '-o', 'DPkg::Lock::Timeout=120']
    const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive']
    step('package lists', ...quiet, ...apt, 'update')
    // Ubuntu's package of this name brings a snap, which containers do not run: then Playwright's own serves.
    const installed = attempt(
      'Chromium by apt',
      ...quiet,
      ...apt,
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
    )
    if (installed !== undefined) return installed
  }
  const more = mayInstall ? ['--with-deps'] : []
  return attempt('Chromium by Playwright', 'playwright', 'install', ...more, '--no-shell', 'chromium')
}
