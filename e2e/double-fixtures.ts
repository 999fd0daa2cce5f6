import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { electron, environment, root, type Environment } from './programs.ts'

export { expect } from '@playwright/test'
export { electron }

/** The trial app's exposed API. */
export interface Trial {
  ask(channel: string, ...values: unknown[]): Promise<any>
  say(channel: string, value: unknown): void
  listen(channel: string, heard: (...values: unknown[]) => void): void
  required: string[]
  seesPage(): string
  exposeAgain(): string
  nothing(): string
  instance: Date
}

/** Whether the specs run on the double rather than on Electron; some of what it refuses Electron only advises against. */
export const onDouble = process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined

export const trialFolder = join(root, 'e2e/double-app')

interface Fixtures {
  folder: string
  env: Environment
  /** Starts the trial app. */
  launch: (more?: Environment, args?: readonly string[]) => Promise<{ app: ElectronApplication; page: Page }>
  app: ElectronApplication
  page: Page
}

/** A spec of the double: the trial app in a folder of its own. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'writethru-double-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  env: async ({ folder }, use) => {
    mkdirSync(join(folder, '.config'))
    await use(environment({ HOME: folder, XDG_CONFIG_HOME: join(folder, '.config') }))
  },
  launch: async ({ env }, use) => {
    const running = new Set<ElectronApplication>()
    await use(async (more = {}, args = []) => {
      const app = await _electron.launch({ args: [trialFolder, ...args], env: { ...env, ...more }, colorScheme: null })
      running.add(app)
      app.once('close', () => running.delete(app))
      const page = await app.firstWindow()
      await page.getByRole('heading', { name: 'Trial' }).waitFor()
      return { app, page }
    })
    await Promise.all([...running].map((app) => app.close()))
  },
  app: async ({ launch }, use) => use((await launch()).app),
  page: async ({ app }, use) => use(await app.firstWindow()),
})

/** How the app ended, once it has. */
export const exitOf = (app: ElectronApplication): Promise<number | null> =>
  new Promise((resolve) => app.process().once('exit', (code) => resolve(code)))
