import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { findBrowser } from './e2e/browser.ts'

// With Electron's own binary the specs run on Electron; without it, on the double, which stands where the binary would.
if (!existsSync('node_modules/electron/dist'))
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??= new URL('./e2e/electron-double', import.meta.url).pathname

const browser = (process.env.CHROMIUM_PATH ??= findBrowser() ?? '')

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Long enough for a busy machine; a spec that holds takes seconds.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  reporter: 'list',
  use: {
    actionTimeout: 20_000,
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    launchOptions: {
      executablePath: browser,
      // Chromium has no sandbox for root, as containers run; the sandbox is on for everybody else.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ['--disable-gpu', '--disable-quic'],
    },
  },
})
