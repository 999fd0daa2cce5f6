// What belongs to the person at the desk, what the screen looks like, and how the window comes and goes.
import { execFile } from 'node:child_process'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { manuscript, newStory, openStory, saved } from './moves.ts'
import { electron, root } from './programs.ts'

const sample = 'orr-cable-quarrel'
const zoom = (page: Page) => page.evaluate(() => document.documentElement.style.getPropertyValue('zoom'))
const theme = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'])

test('name, initials and theme are kept, and the name signs what one does', async ({ launch }) => {
  const first = await launch()
  const { window } = first
  await window.keyboard.press('ControlOrMeta+,')
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Ada Marsh')
  await window.keyboard.press('Enter')
  await expect(window.getByLabel('Initials')).toHaveValue('AM')
  await window.getByRole('button', { name: /Theme/ }).click()
  await window.getByRole('option', { name: 'Dark' }).click()
  await expect.poll(() => theme(window)).toBe('dark')
  await window.keyboard.press('Escape')
  await first.app.close()

  const again = await launch()
  expect(await theme(again.window)).toBe('dark')
  await expect(again.window.getByText('Who is at the desk?')).toBeHidden()
  await newStory(again.window)
  await again.window.keyboard.type('Signed')
  await saved(again.window)
  await again.window.keyboard.press('ControlOrMeta+s')
  await again.window.keyboard.press('Enter')
  await expect(again.window.getByRole('region', { name: 'Revisions' })).toContainText('Ada Marsh')
})

test('the page is made larger and smaller by key, and stays so', async ({ launch }) => {
  const first = await launch()
  await first.window.keyboard.press('ControlOrMeta+=')
  await expect.poll(() => zoom(first.window)).toBe('1.1')
  await first.window.keyboard.press('ControlOrMeta+=')
  await expect.poll(() => zoom(first.window)).toBe('1.25')
  await first.app.close()
  const again = await launch()
  expect(await zoom(again.window)).toBe('1.25')
  await again.window.keyboard.press('ControlOrMeta+-')
  await expect.poll(() => zoom(again.window)).toBe('1.1')
  await again.window.keyboard.press('ControlOrMeta+0')
  await expect.poll(() => zoom(again.window)).toBe('1')
})

test('the screen follows the system between light and dark', async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => theme(page)).toBe('light')
  const light = await paper()
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => theme(page)).toBe('dark')
  expect(await paper()).not.toBe(light)
})

test('no screen is wider than the window, from 1024 to 2560, nor at twice the size', async ({ window }) => {
  await openStory(window, sample)
  const story = new URL(window.url()).hash.split('/')[2]!
  const screens = [
    'desk',
    'settings',
    'basket',
    ...['story', 'review', 'compare', 'publish'].map((at) => `${at}/${story}`),
  ]
  const over = () => window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  const fits = async (size: { width: number; height: number }, scale: string) => {
    await window.setViewportSize(size)
    for (const screen of screens) {
      await window.evaluate((hash) => void (location.hash = `#/${hash}`), screen)
      await expect(window.locator('#screen')).toBeVisible()
      await expect.poll(over, `${screen} at ${size.width}, ${scale}`).toBeLessThanOrEqual(0)
    }
  }
  await fits({ width: 1024, height: 640 }, 'actual size')
  await fits({ width: 2560, height: 1440 }, 'actual size')
  await window.evaluate(() => void (location.hash = '#/desk'))
  await expect(window.getByRole('grid', { name: 'Stories' })).toBeVisible()
  for (const size of ['1.1', '1.25', '1.5', '1.75', '2']) {
    await window.keyboard.press('ControlOrMeta+=')
    await expect.poll(() => zoom(window)).toBe(size)
  }
  await fits({ width: 1280, height: 800 }, 'twice the size')
})

test('the window opens where it stood', async ({ launch }) => {
  const first = await launch()
  const placed = { x: 60, y: 70, width: 1110, height: 790 }
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]!.setBounds(bounds), placed)
  await first.app.close()
  const second = await launch()
  const place = (app: typeof second.app) =>
    app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      return { ...window.getNormalBounds(), maximized: window.isMaximized() }
    })
  expect(await place(second.app)).toEqual({ ...placed, maximized: false })
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.maximize())
  await second.app.close()
  const third = await launch()
  await expect.poll(() => place(third.app)).toEqual({ ...placed, maximized: true })
})

test('closing waits until the last letter is on the disk', async ({ launch }) => {
  const { app, window } = await launch()
  await newStory(window)
  await window.keyboard.type('Typed to the last letter before the window closed')
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()))
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await gone
  const again = await launch()
  await openStory(again.window, 'new-story')
  await expect(manuscript(again.window)).toHaveText(/Typed to the last letter before the window closed$/)
})

test('a second start brings the first window to the front and ends', async ({ app, window, env }) => {
  void window
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.minimize())
  const code = await new Promise((done) => {
    execFile(electron(), ['--no-sandbox', root], { env }, (fault) => done(fault ? fault.code : 0))
  })
  expect(code).toBe(0)
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())))
    .toEqual([false])
})

test('printing hands the story to the system', async ({ app, window }) => {
  await openStory(window, sample)
  await app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    webContents.print = (_options, answer) => {
      ;(globalThis as { printed?: number }).printed = ((globalThis as { printed?: number }).printed ?? 0) + 1
      answer?.(true, '')
    }
  })
  await window.keyboard.press('ControlOrMeta+p')
  await expect.poll(() => app.evaluate(() => (globalThis as { printed?: number }).printed)).toBe(1)
})
