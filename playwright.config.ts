import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

// With Electron's own binary the specs run on Electron; without it, on the double, which stands where the binary would.
if (!existsSync('node_modules/electron/dist'))
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= new URL('./e2e/electron-double', import.meta.url).pathname

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: 'list',
})
