// What the host does besides answering: one library for another, an end that something stands in the way of, a page that stops.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type ElectronApplication } from './fixtures.ts'
import { answerOpen, chooseMenu, manuscript, newStory, saved } from './moves.ts'
import { launchApp, Loopback } from './programs.ts'

/** What the person answers to the app's questions from now on, by the button's place; to any other, the last choice. */
async function answerQuestions(app: ElectronApplication, answers: Record<string, number>): Promise<void> {
  await app.evaluate(({ dialog }, known) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] }
      asked.push(message)
      return { response: known[message] ?? buttons.length - 1, checkboxChecked: false }
    }
  }, answers)
}
const questions = (app: ElectronApplication) => app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? [])

/** The host stops answering, as one does whose disk hangs. */
const stopAnswering = (app: ElectronApplication) =>
  app.evaluate(({ ipcMain }) => {
    ipcMain.removeHandler('writethru:request')
    ipcMain.handle('writethru:request', () => new Promise(() => undefined))
  })

test.describe('another library', () => {
  test('is chosen in the window; what was typed stands in the first one, and the next start opens the second', async ({
    env,
    folder,
    library,
    cli,
    faults,
  }) => {
    // Without a library named by the environment the one that was chosen is remembered.
    const { WRITETHRU_LIBRARY: _, ...plain } = env
    const elsewhere = join(folder, 'elsewhere')
    const first = await launchApp(plain, ['--library', library], (page) => faults.watch(page))
    await expect(first.window.locator('#screen')).toBeVisible()
    await newStory(first.window)
    await first.window.keyboard.type('Typed into the first library')
    await first.window.keyboard.press('ControlOrMeta+,')
    await first.window.getByRole('tab', { name: 'Library' }).click()
    await answerOpen(first.app, elsewhere)
    const anew = first.window.waitForEvent('load')
    await first.window.getByRole('button', { name: 'Choose another folder' }).click()
    await anew
    await expect(first.window.locator('#screen')).toBeVisible()
    await expect(first.window.getByText('orr-cable-quarrel')).toBeHidden()
    expect((await cli('list')).out).toContain('Typed into the first library')
    await newStory(first.window)
    await first.window.keyboard.type('Typed into the second library')
    await saved(first.window)
    await first.app.close()
    const second = await launchApp(plain, [], (page) => faults.watch(page))
    await expect(second.window.getByText('Typed into the second library')).toBeVisible()
    await second.app.close()
    expect((await cli('list', '--library', elsewhere)).out).toContain('Typed into the second library')
  })

  test('is opened on the local page, and every page goes there', async ({
    page,
    context,
    loopback,
    folder,
    faults,
  }) => {
    const other = await context.newPage()
    faults.watch(other)
    await other.goto(loopback.address)
    await expect(other.getByText('orr-cable-quarrel')).toBeVisible()
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('tab', { name: 'Library' }).click()
    await page.getByLabel('Another folder').fill(join(folder, 'elsewhere'))
    await page.getByRole('button', { name: 'Open that library' }).click()
    for (const desk of [page, other]) await expect(desk.getByText('orr-cable-quarrel')).toBeHidden()
    expect(existsSync(join(folder, 'elsewhere', 'library.sqlite'))).toBe(true)
  })

  test('that cannot be opened leaves everything as it is and says why', async ({ page, cli }) => {
    await page.keyboard.press('ControlOrMeta+,')
    await page.getByRole('tab', { name: 'Library' }).click()
    await page.getByLabel('Another folder').fill('/dev/null/library')
    await page.getByRole('button', { name: 'Open that library' }).click()
    await expect(page.getByRole('alert').filter({ hasText: '/dev/null/library' })).toBeVisible()
    await page.keyboard.press('Alt+1')
    await expect(page.getByText('orr-cable-quarrel')).toBeVisible()
    expect((await cli('list')).out).toContain('orr-cable-quarrel')
  })
})

test('undo in a field takes back what was typed in the field, by key and by menu', async ({ app, window }) => {
  await newStory(window)
  await window.keyboard.type('Words of the story')
  await window.keyboard.press('ControlOrMeta+f')
  const field = window.getByRole('textbox', { name: 'Find' })
  await field.fill('sto')
  await field.pressSequentially('ry')
  await window.keyboard.press('ControlOrMeta+z')
  await expect(field).not.toHaveValue('story')
  const left = await field.inputValue()
  await window.keyboard.press('ControlOrMeta+Shift+z')
  await expect(field).not.toHaveValue(left)
  await chooseMenu(app, 'edit.undo')
  await expect(field).toHaveValue(left)
  await expect(manuscript(window)).toContainText('Words of the story')
})

test('closing while words cannot be saved asks; going back keeps the window, closing all the same ends', async ({
  app,
  window,
  cli,
}) => {
  await newStory(window)
  await window.keyboard.type('Saved words')
  await saved(window)
  await stopAnswering(app)
  await window.keyboard.type(' and words that are not')
  const close = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await answerQuestions(app, { 'Some words may not be saved yet': 0 })
  await close()
  await expect.poll(() => questions(app), { timeout: 15_000 }).toEqual(['Some words may not be saved yet'])
  await expect(manuscript(window)).toContainText('and words that are not')
  const gone = new Promise<void>((resolve) => app.once('close', () => resolve()))
  await answerQuestions(app, {})
  await close()
  await gone
  expect((await cli('list')).out).toContain('Saved words')
})

test('a page that stops is told of, logged, and loaded anew with everything saved', async ({
  app,
  window,
  env,
  faults,
}) => {
  faults.expect(/crash|closed|gone/i)
  await newStory(window)
  await window.keyboard.type('Typed before the page stopped')
  await saved(window)
  await answerQuestions(app, { 'The page stopped': 0 })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer())
  await expect.poll(() => questions(app)).toEqual(['The page stopped'])
  // Playwright gives a page that crashed up for good; the app itself says what it shows now.
  const shown = () =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript("document.body?.innerText ?? ''"),
    )
  await expect.poll(shown, { timeout: 15_000 }).toContain('Typed before the page stopped')
  const log = readFileSync(join(env['XDG_CONFIG_HOME']!, 'Writethru', 'logs', 'writethru.log'), 'utf8')
  expect(log).toContain('the page is gone')
  expect(log).not.toContain('Typed before')
})

test('a library of a newer version ends the app with a word and without a touch', async ({ env, cli, library }) => {
  const { DatabaseSync } = await import('node:sqlite')
  await cli('list')
  const database = new DatabaseSync(join(library, 'library.sqlite'))
  database.exec('pragma user_version = 99999; pragma wal_checkpoint(truncate)')
  database.close()
  const before = readFileSync(join(library, 'library.sqlite'))
  // Nobody answers the question: that counts as "Quit".
  await expect(launchApp(env, [], () => undefined)).rejects.toThrow(/written by a newer Writethru/)
  expect(readFileSync(join(library, 'library.sqlite')).equals(before)).toBe(true)
})

test('two hosts on one library each remember nothing of the other’s', async ({ env }) => {
  const first = await Loopback.start(env)
  const second = await Loopback.start(env)
  expect(first.port).not.toBe(second.port)
  expect(await Promise.all([first.stop(), second.stop('SIGINT')])).toEqual([0, 0])
})
