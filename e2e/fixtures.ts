import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { TinyDisk } from './disk.ts'
import { Faults } from './faults.ts'
import { environment, launchApp, Loopback, runCli, type Environment, type Ran } from './programs.ts'

export { expect } from '@playwright/test'
export type { ElectronApplication, Page } from '@playwright/test'

/** Starts the app's window, and starts it again on the same library after it ended or was killed. */
export type Launch = (args?: readonly string[]) => Promise<{ app: ElectronApplication; window: Page }>

interface Fixtures {
  /** An empty folder of the spec's own, gone afterwards. */
  folder: string
  /** The library's folder; it does not exist before the desk makes it. */
  library: string
  /** The environment of every program of this spec: same library, same folders. */
  env: Environment
  /** What pages complained of. Anything unexpected fails the spec at its end. */
  faults: Faults
  /** Runs `writethru` on this spec's library. */
  cli: (...args: string[]) => Promise<Ran>
  launch: Launch
  /** The running app and its first window, on the desk with the sample story. */
  app: ElectronApplication
  window: Page
  /** The local page's host; `page` is the desk in a browser, served by it. */
  loopback: Loopback
  /** Starts further hosts; all are ended with the spec. */
  serve: (args?: readonly string[], more?: Environment) => Promise<Loopback>
  /** A small disk that can be filled or write-protected; the spec is skipped where none can be mounted. */
  disk: TinyDisk
}

export const test = base.extend<Fixtures>({
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'writethru-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  library: ({ folder }, use) => use(join(folder, 'library')),
  env: async ({ folder, library }, use) => {
    const home = join(folder, 'home')
    const config = join(home, '.config')
    mkdirSync(config, { recursive: true })
    await use(environment({ HOME: home, XDG_CONFIG_HOME: config, WRITETHRU_LIBRARY: library }))
  },
  // eslint-disable-next-line no-empty-pattern
  faults: async ({}, use) => {
    const faults = new Faults()
    await use(faults)
    expect(faults.unexpected(), 'what pages complained of').toEqual([])
  },
  cli: ({ env }, use) => use((...args) => runCli(args, env)),
  launch: async ({ env, faults }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async (args = []) => {
      const { app, window } = await launchApp(env, args, (shown) => faults.watch(shown))
      running.add(app)
      app.once('close', () => running.delete(app))
      await expect(window.locator('#screen')).toBeVisible({ timeout: 20_000 })
      return { app, window }
    })
    await Promise.all([...running].map((app) => app.close()))
  },
  app: async ({ launch }, use) => {
    const { app } = await launch()
    await use(app)
  },
  window: async ({ app }, use) => use(await app.firstWindow()),
  serve: async ({ env }, use) => {
    const running: Loopback[] = []
    await use(async (args = [], more = {}) => {
      const loopback = await Loopback.start({ ...env, ...more }, args)
      running.push(loopback)
      return loopback
    })
    await Promise.all(running.map((loopback) => loopback.stop()))
  },
  loopback: async ({ serve }, use) => use(await serve()),
  page: async ({ page, loopback, faults }, use) => {
    faults.watch(page)
    await page.goto(loopback.address)
    await expect(page.locator('#screen')).toBeVisible()
    await use(page)
  },
  disk: async ({ folder }, use, info) => {
    const disk = TinyDisk.mount(join(folder, 'disk'), 8)
    info.skip(!disk, 'needs root, to mount a small disk')
    await use(disk!)
    disk?.unmount()
  },
})
