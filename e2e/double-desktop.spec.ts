// Holds the double to Electron's documentation: windows, menus, dialogs, printing, processes.
import { join } from 'node:path'
import { expect, onDouble, test, trialFolder } from './double-fixtures.ts'

declare const seen: unknown[]

test.describe('a window', () => {
  test('takes its size, never less than the smallest, and tells its page', async ({ app, page }) => {
    const width = () => page.evaluate(() => innerWidth)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getBounds())).toMatchObject({
      width: 900,
      height: 700,
    })
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setBounds({ width: 1100 }))
    await expect.poll(width).toBeGreaterThan(1000)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setSize(100, 700))
    await expect.poll(width).toBeLessThan(600)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getSize())).toEqual([500, 700])
  })

  test('says what happens to it, and where it stands when it is normal', async ({ app }) => {
    const told = await app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      const events: string[] = []
      for (const name of ['maximize', 'unmaximize', 'minimize', 'restore', 'resize', 'move'] as const)
        window.on(name as 'maximize', () => events.push(name))
      const happened = (name: string) =>
        new Promise<void>((resolve) => window.once(name as 'maximize', () => resolve()))
      const before = window.getNormalBounds()
      const step = async (name: string, act: () => void) => {
        const done = happened(name)
        act()
        await done
      }
      await step('maximize', () => window.maximize())
      const large = [window.isMaximized(), window.getBounds().width > before.width, window.getNormalBounds().width]
      await step('unmaximize', () => window.unmaximize())
      await step('minimize', () => window.minimize())
      const small = [window.isMinimized(), window.isVisible()]
      await step('restore', () => window.restore())
      await step('move', () => window.setBounds({ x: 40, y: 50 }))
      return { large, small, events: [...new Set(events)], at: window.getBounds().x, before: before.width }
    })
    expect(told).toEqual({
      large: [true, true, told.before],
      small: [true, false],
      events: expect.arrayContaining(['maximize', 'unmaximize', 'minimize', 'restore', 'move']) as unknown,
      at: 40,
      before: 900,
    })
  })

  test('takes the document’s title unless the app keeps its own', async ({ app, page }) => {
    const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.getTitle())
    await expect.poll(title).toBe('Trial')
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.on('page-title-updated', (event, wanted) => {
        event.preventDefault()
        seen.push(wanted)
      })
    })
    await page.evaluate(() => void (document.title = 'Changed'))
    await expect.poll(() => app.evaluate(() => seen)).toEqual(['Changed'])
    expect(await title()).toBe('Trial')
  })

  test('is shown and has the focus until it is hidden, and is shown when it is maximized', async ({ app }) => {
    const visible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.isVisible())
    await expect.poll(visible, 'shown once it is ready').toBe(true)
    expect(
      await app.evaluate(async ({ BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]!
        const shown = [window.isVisible(), BrowserWindow.getFocusedWindow() === window]
        const hidden = new Promise<void>((resolve) => window.once('hide', () => resolve()))
        window.hide()
        await hidden
        const after = [window.isVisible(), BrowserWindow.getFocusedWindow()]
        const again = new Promise<void>((resolve) => window.once('show', () => resolve()))
        window.maximize()
        await again
        return [...shown, ...after, window.isVisible()]
      }),
    ).toEqual([true, true, false, null, true])
  })

  test('whose page crashed says so, and can load it anew', async ({ app, page }) => {
    const told = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise((resolve) => {
          const { webContents } = BrowserWindow.getAllWindows()[0]!
          webContents.once('render-process-gone', (_event, { reason }) => resolve(reason))
          webContents.forcefullyCrashRenderer()
        }),
    )
    expect(await told).toMatch(/crashed|killed/)
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
    await expect
      .poll(() =>
        app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript('document.title'),
        ),
      )
      .toBe('Trial')
    void page
  })
})

test.describe('a menu', () => {
  test('is clicked by id; what is off or does not exist is not', async ({ app }) => {
    expect(
      await app.evaluate(({ Menu }) => {
        const chosen: string[] = []
        const click = ({ id }: { id: string }) => void chosen.push(id)
        Menu.setApplicationMenu(
          Menu.buildFromTemplate([
            {
              label: 'File',
              submenu: [
                { id: 'open', label: 'Open', click },
                { id: 'off', label: 'Off', enabled: false, click },
                { id: 'check', label: 'Check', type: 'checkbox', click },
              ],
            },
          ]),
        )
        const menu = Menu.getApplicationMenu()!
        for (const id of ['open', 'off', 'check']) menu.getMenuItemById(id)!.click()
        return [chosen, menu.getMenuItemById('check')!.checked, menu.getMenuItemById('nothing')]
      }),
    ).toEqual([['open', 'check'], true, null])
  })

  test('hears keys from a keyboard that the page leaves alone', async ({ app, page }) => {
    await app.evaluate(({ Menu }) => {
      const click = ({ id }: { id: string }) => void seen.push(id)
      Menu.setApplicationMenu(
        Menu.buildFromTemplate([
          {
            label: 'File',
            submenu: [
              { id: 'save', label: 'Save', accelerator: 'CmdOrCtrl+S', click },
              { id: 'find', label: 'Find', accelerator: 'CmdOrCtrl+Shift+F', click },
              { id: 'shown', label: 'Shown', accelerator: 'CmdOrCtrl+T', registerAccelerator: false, click },
              { id: 'kept', label: 'Kept by the page', accelerator: 'CmdOrCtrl+J', click },
            ],
          },
        ]),
      )
    })
    await page.evaluate(() =>
      addEventListener('keydown', (event) => {
        if (event.key === 'j') event.preventDefault()
      }),
    )
    const press = (keyCode: string, ...modifiers: string[]) =>
      app.evaluate(
        ({ BrowserWindow }, key) => {
          const { webContents } = BrowserWindow.getAllWindows()[0]!
          webContents.sendInputEvent({ type: 'keyDown', ...key } as Electron.KeyboardInputEvent)
          webContents.sendInputEvent({ type: 'keyUp', ...key } as Electron.KeyboardInputEvent)
        },
        { keyCode, modifiers: ['control', ...modifiers] },
      )
    await press('J')
    await press('T')
    await press('F', 'shift')
    await press('S')
    await expect.poll(() => app.evaluate(() => seen.at(-1))).toBe('save')
    expect(await app.evaluate(() => seen)).toEqual(['find', 'save'])
    // Keys from Chromium's debugger, which is how a spec types, reach the page alone.
    await page.keyboard.press('Control+S')
    await press('F', 'shift')
    await expect.poll(() => app.evaluate(() => seen.length)).toBe(3)
  })

  test('edits by its roles what has the focus', async ({ app, page }) => {
    await app.evaluate(({ Menu }) => Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }])))
    const field = page.getByLabel('Words')
    await field.fill('twice ')
    const choose = (label: string) =>
      app.evaluate(({ Menu }, wanted) => {
        const edit = Menu.getApplicationMenu()!.items[0]!.submenu!
        edit.items.find(({ label: shown }) => shown.replaceAll(' ', '').toLowerCase() === wanted)!.click()
      }, label)
    await choose('selectall')
    await choose('cut')
    await expect(field).toHaveValue('')
    await choose('paste')
    await choose('paste')
    await expect(field).toHaveValue('twice twice ')
    await choose('undo')
    await expect(field).toHaveValue('twice ')
  })

  test('refuses roles, accelerators and options that Electron does not know', async ({ app }) => {
    test.skip(!onDouble, 'Electron overlooks most of them')
    const built = (item: object) =>
      app
        .evaluate(({ Menu }, template) => void Menu.buildFromTemplate([template]), item)
        .then(
          () => 'built',
          (error: Error) => error.message,
        )
    expect(await built({ role: 'nonsense' })).toContain('is not imitated')
    expect(await built({ label: 'Go', accelerator: 'CmdOrCtrl+Hyper' })).toContain('is no accelerator')
    expect(await built({ label: 'Go', accelerator: 'Mod+K' })).toContain('is no modifier')
    expect(await built({ label: 'Go', shortcut: 'K' })).toContain('is not imitated')
    expect(await built({ label: 'Go', accelerator: 'CmdOrCtrl+Plus' })).toBe('built')
  })
})

test.describe('dialogs', () => {
  test('are answered as by a person who cancels, until a spec answers', async ({ app }) => {
    test.skip(!onDouble, 'on Electron they would wait for a person')
    expect(
      await app.evaluate(async ({ dialog, BrowserWindow }) => {
        const window = BrowserWindow.getAllWindows()[0]!
        const message = { message: 'Quit?', buttons: ['Quit', 'Cancel'] }
        return [
          await dialog.showOpenDialog(window, { properties: ['openFile'] }),
          await dialog.showSaveDialog({ defaultPath: 'copy.txt' }),
          (await dialog.showMessageBox(window, message)).response,
          (await dialog.showMessageBox({ ...message, cancelId: 0 })).response,
          (dialog as unknown as { asked: { name: string }[] }).asked.map(({ name }) => name),
        ]
      }),
    ).toEqual([
      { canceled: true, filePaths: [] },
      { canceled: true, filePath: '' },
      1,
      0,
      ['showOpenDialog', 'showSaveDialog', 'showMessageBox', 'showMessageBox'],
    ])
  })

  test('refuse filters that the system would not understand', async ({ app }) => {
    test.skip(!onDouble, 'on Electron they would wait for a person')
    const asked = app.evaluate(({ dialog }) =>
      dialog.showOpenDialog({ filters: [{ name: 'Text', extensions: ['.txt'] }] }),
    )
    await expect(asked).rejects.toThrow(/wildcard or dot/)
  })

  test('and the desktop are asked by what the app names, and nothing is done', async ({ app }) => {
    test.skip(!onDouble, 'on Electron a browser would open')
    expect(
      await app.evaluate(async ({ shell, dialog }) => {
        await shell.openExternal('https://example.com/')
        return (dialog as unknown as { asked: unknown[] }).asked
      }),
    ).toEqual([{ name: 'openExternal', options: 'https://example.com/' }])
  })
})

test('printing to PDF gives a PDF; printing without a printer says so', async ({ app }) => {
  const told = await app.evaluate(async ({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    const pdf = await webContents.printToPDF({ pageSize: 'A4', printBackground: true })
    return pdf.subarray(0, 5).toString()
  })
  expect(told).toBe('%PDF-')
  test.skip(!onDouble, 'on Electron a person would be asked')
  const answered = await app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        BrowserWindow.getAllWindows()[0]!.webContents.print({}, (success, reason) => resolve([success, reason]))
      }),
  )
  expect(answered).toEqual([false, 'Print job canceled'])
})

test('a utility process hears, answers, and says how it ended', async ({ app }) => {
  const told = await app.evaluate(
    async ({ utilityProcess }, module) => {
      const child = utilityProcess.fork(module, ['--given'], { serviceName: 'trial', env: {} })
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.postMessage([1, 2])
      const answer = await new Promise((resolve) => child.once('message', resolve))
      const lived = typeof child.pid
      child.postMessage('end')
      return [answer, lived, await ended, child.pid]
    },
    join(trialFolder, 'utility.js'),
  )
  expect(told).toEqual([{ twice: [2, 4], argv: ['--given'] }, 'number', 3, undefined])
})

test('a child of the app is Node only where it is asked to be', async ({ app }) => {
  const told = await app.evaluate(async () => {
    const { execFile } = process.getBuiltinModule('node:child_process')
    const run = (env: NodeJS.ProcessEnv) =>
      new Promise((resolve) => {
        execFile(process.execPath, ['-p', '21 * 2'], { env }, (fault, out) => resolve(fault ? 'failed' : out.trim()))
      })
    return [await run({ ...process.env, ELECTRON_RUN_AS_NODE: '1' }), await run(process.env)]
  })
  expect(told).toEqual(['42', 'failed'])
})

test('the theme and the screen answer', async ({ app }) => {
  expect(
    await app.evaluate(({ nativeTheme, screen }) => {
      const heard: boolean[] = []
      nativeTheme.on('updated', () => heard.push(nativeTheme.shouldUseDarkColors))
      nativeTheme.themeSource = 'dark'
      return [heard, screen.getAllDisplays().length > 0]
    }),
  ).toEqual([[true], true])
})
