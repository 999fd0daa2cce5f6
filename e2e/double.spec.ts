// Holds the double to Electron's documentation: starting, ending, and refusing what it does not imitate.
import { execFile, spawn } from 'node:child_process'
import { readlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { electron, exitOf, expect, onDouble, test, trialFolder } from './double-fixtures.ts'

const run = promisify(execFile)

declare const early: string[]
declare const seen: unknown[][]
declare let staysOpen: boolean

test.describe('starting', () => {
  test('an entry module that awaits readiness at its top hangs', async ({ env }) => {
    const { stdout } = await run(electron(), ['--no-sandbox', join(trialFolder, 'hangs.js')], { env })
    expect(stdout).toBe('ready after 200 turns: false\n')
  })

  test('what needs readiness is refused before', async ({ app }) => {
    const told = await app.evaluate(() => early)
    expect(told[0]).toMatch(/before app is ready/)
    expect(told[1]).toMatch(/when app is ready/)
    for (const message of told) expect(message).not.toBe('done')
  })

  test('what must come before readiness is refused after', async ({ app }) => {
    const told = await app.evaluate(({ app: it, protocol }) => {
      const failures: string[] = []
      for (const late of [() => protocol.registerSchemesAsPrivileged([]), () => it.enableSandbox()])
        try {
          late()
        } catch (error) {
          failures.push((error as Error).message)
        }
      return failures
    })
    expect(told).toHaveLength(2)
    for (const message of told) expect(message).toMatch(/before app is ready/)
  })

  test('the app knows its name, version and folders', async ({ app, folder }) => {
    expect(
      await app.evaluate(({ app: it }) => [it.getName(), it.getVersion(), it.isPackaged, it.getPath('userData')]),
    ).toEqual(['Double app', '1.2.3', false, join(folder, '.config', 'Double app')])
    expect(await app.evaluate(() => [process.type, typeof process.versions.electron])).toEqual(['browser', 'string'])
  })

  test('a second instance tells the first and ends', async ({ app, env }) => {
    const second = await run(electron(), ['--no-sandbox', trialFolder, 'story.txt'], {
      env: { ...env, DOUBLE_APP_SAYS: 'hello' },
    })
    expect(second.stderr).not.toContain('Error')
    await expect.poll(() => app.evaluate(() => seen.map(([name]) => name))).toEqual(['second-instance'])
    const [, argv, folder, data] = (await app.evaluate(() => seen[0])) as [string, string[], string, unknown]
    expect(argv).toContain('story.txt')
    expect(folder).toBe(process.cwd())
    expect(data).toEqual({ said: 'hello' })
  })

  test('an app that was killed leaves its place to the next, with what its page kept', async ({ launch }) => {
    const first = await launch()
    await first.page.evaluate(() => localStorage.setItem('kept', 'yes'))
    // Chromium writes its storage when it likes; a page that was left has been written.
    await first.app.close()
    const second = await launch()
    expect(await second.page.evaluate(() => localStorage.getItem('kept'))).toBe('yes')
    const gone = exitOf(second.app)
    second.app.process().kill('SIGKILL')
    await gone
    await launch()
  })
})

test.describe('ending', () => {
  const ended = (out: string) => out.trim().split('\n')

  test('quitting tells before, closes the windows, and tells at the end', async ({ launch }) => {
    const { app } = await launch({ DOUBLE_APP_TELLS: '1' })
    let out = ''
    app.process().stdout!.on('data', (data: Buffer) => (out += String(data)))
    const code = exitOf(app)
    await app.evaluate(({ app: it }) => it.quit())
    expect(await code).toBe(0)
    // Not window-all-closed: "If … the developer called app.quit(), … the window-all-closed event would not be emitted."
    expect(ended(out)).toEqual(['before-quit', 'will-quit', 'quit'])
  })

  test('a last window that closes quits the app that listens for it', async ({ launch }) => {
    const { app } = await launch({ DOUBLE_APP_TELLS: '1' })
    let out = ''
    app.process().stdout!.on('data', (data: Buffer) => (out += String(data)))
    const code = exitOf(app)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
    expect(await code).toBe(0)
    expect(ended(out)).toEqual(['window-all-closed', 'before-quit', 'will-quit', 'quit'])
  })

  test('exit asks nobody', async ({ launch }) => {
    const { app } = await launch({ DOUBLE_APP_TELLS: '1' })
    let out = ''
    app.process().stdout!.on('data', (data: Buffer) => (out += String(data)))
    const code = exitOf(app)
    await app.evaluate(({ app: it, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.on('close', (event) => event.preventDefault())
      it.exit(7)
    })
    expect(await code).toBe(7)
    expect(ended(out)).toEqual(['quit'])
  })

  for (const event of ['before-quit', 'will-quit'] as const)
    test(`a listener of ${event} keeps the app`, async ({ app }) => {
      await app.evaluate(({ app: it }, name) => {
        it.once(name as 'before-quit', (refused) => {
          refused.preventDefault()
          ;(globalThis as { kept?: boolean }).kept = true
        })
        it.quit()
      }, event)
      await expect.poll(() => app.evaluate(() => (globalThis as { kept?: boolean }).kept)).toBe(true)
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(
        event === 'before-quit' ? 1 : 0,
      )
    })

  test('a window keeps the app by refusing to close, then by its page, until told otherwise', async ({ app, page }) => {
    await page.getByLabel('Words').fill('typed') // a gesture, without which Chromium skips the question
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
    await app.evaluate(({ app: it, BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      window.once('close', (event) => {
        event.preventDefault()
        seen.push(['refused'])
      })
      it.quit()
    })
    await expect.poll(() => app.evaluate(() => seen)).toEqual([['before-quit'], ['refused']])
    await app.evaluate(({ app: it, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.once('will-prevent-unload', () => seen.push(['the page refused']))
      it.quit()
    })
    await expect.poll(() => app.evaluate(() => seen.at(-1))).toEqual(['the page refused'])
    const code = exitOf(app)
    await app.evaluate(({ app: it, BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.once('will-prevent-unload', (event) => event.preventDefault())
      it.quit()
    })
    expect(await code).toBe(0)
  })

  test('destroy asks neither listeners nor page', async ({ app, page }) => {
    await page.evaluate(() => addEventListener('beforeunload', (event) => event.preventDefault()))
    expect(
      await app.evaluate(({ BrowserWindow }) => {
        staysOpen = true
        const window = BrowserWindow.getAllWindows()[0]!
        window.on('close', () => seen.push(['close']))
        window.on('closed', () => seen.push(['closed']))
        window.destroy()
        return [window.isDestroyed(), BrowserWindow.getAllWindows().length, seen]
      }),
    ).toEqual([true, 0, [['closed'], ['window-all-closed']]])
  })

  test('SIGTERM quits', async ({ launch }) => {
    const { app } = await launch()
    const code = exitOf(app)
    app.process().kill('SIGTERM')
    expect(await code).toBe(0)
  })

  test('nothing of an app outlives it, even when it is killed', async ({ launch, folder }) => {
    test.skip(!onDouble, 'Electron is one family of processes by itself')
    const { app } = await launch()
    const lock = join(folder, '.config/Double app/electron-double-chromium/SingletonLock')
    const chromium = Number(readlinkSync(lock).split('-').pop())
    app.process().kill('SIGKILL')
    const lives = () => {
      try {
        return process.kill(chromium, 0)
      } catch {
        return false
      }
    }
    await expect.poll(lives).toBe(false)
  })
})

test.describe('refusing', () => {
  test.skip(!onDouble, 'Electron has all of it')
  const said = async (what: Promise<unknown>) => what.then(() => 'done').catch((error: Error) => error.message)

  test('members, events and options that are not imitated', async ({ app }) => {
    const members = [
      () => app.evaluate(({ app: it }) => it.setBadgeCount(1)),
      () => app.evaluate(({ app: it }) => it.on('accessibility-support-changed', () => undefined)),
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setOpacity(1)),
      () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.startPainting()),
      () => app.evaluate(({ session }) => session.defaultSession.setProxy({})),
      () => app.evaluate(({ dialog }) => dialog.showCertificateTrustDialog({ certificate: {} as never, message: '' })),
      () => app.evaluate(({ net }) => net.fetch('https://example.com/')),
      () => app.evaluate(({ BrowserWindow }) => new BrowserWindow({ kiosk: true })),
      () => app.evaluate(({ BrowserWindow }) => new BrowserWindow({ webPreferences: { zoomFactor: 2 } })),
      () => app.evaluate((electronModule) => electronModule.globalShortcut),
    ]
    for (const use of members) expect(await said(use()), String(use)).toContain('is not imitated here')
  })

  test('windows less safe than the security page asks for', async ({ app }) => {
    const preferences = [
      { sandbox: false },
      { contextIsolation: false },
      { nodeIntegration: true },
      { webSecurity: false },
      { webviewTag: true },
      { nodeIntegrationInWorker: true },
      { allowRunningInsecureContent: true },
    ]
    for (const preference of preferences) {
      const made = app.evaluate(
        ({ BrowserWindow }, webPreferences) => new BrowserWindow({ webPreferences }),
        preference,
      )
      expect(await said(made), JSON.stringify(preference)).toContain('is not imitated here')
    }
  })

  test('a fork where the installers’ fuses will not let the binary be Node', async ({ env, folder }) => {
    writeFileSync(join(folder, 'package.json'), '{ "name": "fused", "type": "module", "main": "main.js" }')
    writeFileSync(join(folder, 'electron-builder.yml'), 'electronFuses:\n  # Said once.\n  runAsNode: false\n')
    writeFileSync(
      join(folder, 'main.js'),
      `import { fork } from 'node:child_process'
      import { app } from 'electron'
      try { fork('main.js') } catch (error) { process.stdout.write(error.message) }
      app.exit(0)`,
    )
    const { stdout } = await run(electron(), ['--no-sandbox', folder], { env })
    expect(stdout).toContain('child_process.fork with the runAsNode fuse off is not imitated')
  })

  test('an import of what Electron’s main process does not have here', async ({ env }) => {
    const child = spawn(electron(), ['--no-sandbox', '--input-type=module', join(trialFolder, 'imports.js')], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => (complaint += String(data)))
    expect(await new Promise((resolve) => child.once('close', resolve))).not.toBe(0)
    expect(complaint).toContain('Tray')
  })
})
