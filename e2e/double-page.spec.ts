// Holds the double to Electron's documentation: pages, what they may reach, and what reaches them.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onDouble, test, type Trial } from './double-fixtures.ts'

declare const trial: Trial
declare const asked: string[]
declare const requested: string[]
declare let goOn: () => void
declare function startWorker(): Promise<unknown>

test.describe('messages between page and main process', () => {
  test('carry what structured clone carries', async ({ page }) => {
    const told = await page.evaluate(async () => {
      const date = new Date(86_400_000)
      const [values] = [
        await trial.ask(
          'echo',
          date,
          new Map([['a', new Set([1])]]),
          new Uint8Array([1, 2]),
          2n ** 70n,
          undefined,
          -0,
          NaN,
          /x/gi,
        ),
      ]
      const [day, map, bytes, big, nothing, zero, notNumber, pattern] = values
      return [
        day.getTime() === date.getTime(),
        map instanceof Map && map.get('a').has(1),
        bytes instanceof Uint8Array && bytes.length,
        big === 2n ** 70n,
        nothing === undefined && values.length,
        Object.is(zero, -0),
        Number.isNaN(notNumber),
        String(pattern),
      ]
    })
    expect(told).toEqual([true, true, 2, true, 8, true, true, '/x/gi'])
  })

  test('lose prototypes and an error’s own fields', async ({ page }) => {
    const told = await page.evaluate(async () => {
      class Person {
        name = 'Kay'
      }
      const [person, error] = await trial.ask('echo', new Person(), Object.assign(new Error('no'), { code: 'X' }))
      return [person instanceof Person, person.name, error.message, error.code]
    })
    expect(told).toEqual([false, 'Kay', 'no', undefined])
  })

  test('keep keys that only look dangerous', async ({ page }) => {
    const told = await page.evaluate(async () => {
      const [got] = await trial.ask('echo', JSON.parse('{"__proto__": {"polluted": true}, "$": 1}'))
      return [Object.hasOwn(got, '__proto__'), ({} as any).polluted, got.$]
    })
    expect(told).toEqual([true, undefined, 1])
  })

  test('refuse what cannot be cloned', async ({ page, app }) => {
    const told = await page.evaluate(async (strict) => {
      // The bridge between the worlds refuses at once, IPC by its promise.
      const ask = async (value: unknown) => trial.ask('echo', value)
      const failures: string[] = []
      for (const value of strict ? [Symbol('s'), document.body, new WeakMap()] : [Symbol('s')])
        await ask(value).catch((error: Error) => failures.push(error.message))
      await trial.ask('gives a function').catch((error: Error) => failures.push(error.message))
      return failures
    }, onDouble)
    expect(told).toHaveLength(onDouble ? 4 : 2)
    for (const message of told) expect(message).toMatch(/could not be cloned/)
    const sent = app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('heard', () => undefined),
    )
    await expect(sent).rejects.toThrow(/could not be cloned/)
  })

  test('tell of a failure by its message alone', async ({ page }) => {
    const told = await page.evaluate(() =>
      Promise.all(
        ['fails', 'unknown'].map((channel) => trial.ask(channel).catch((error) => [error.message, error.code])),
      ),
    )
    expect(told).toEqual([
      ["Error invoking remote method 'fails': Error: out of paper", undefined],
      ["Error invoking remote method 'unknown': Error: No handler registered for 'unknown'", undefined],
    ])
  })

  test('are answered to who asked, and told whose page it is', async ({ page, app }) => {
    const heard = page.evaluate(() => new Promise((resolve) => trial.listen('heard', resolve)))
    await page.evaluate(() => trial.say('said', 'ping'))
    expect(await heard).toBe('ping back')
    expect(await page.evaluate(() => trial.ask('who asks'))).toEqual({
      url: 'trial://app/index.html',
      origin: onDouble ? 'trial://app' : expect.any(String),
      parent: null,
    })
    expect(
      await app.evaluate(({ ipcMain }) => {
        try {
          ipcMain.handle('echo', () => 1)
        } catch (error) {
          return (error as Error).message
        }
      }),
    ).toMatch(/second handler for 'echo'/)
  })
})

test.describe('the preload', () => {
  test('stands in a world of its own', async ({ page }) => {
    expect(
      await page.evaluate(() => [
        typeof (globalThis as any).secret,
        typeof (globalThis as any).require,
        typeof (globalThis as any).process,
        trial.seesPage(),
        Object.isFrozen(trial),
        trial.exposeAgain(),
        trial.instance.getTime(),
      ]),
    ).toEqual([
      'undefined',
      'undefined',
      'undefined',
      'undefined',
      true,
      expect.stringContaining('Cannot bind an API on top of an existing property'),
      5,
    ])
  })

  test('may require nothing of Node, and only what is imitated of Electron', async ({ page }) => {
    const told = await page.evaluate(() => [...trial.required, trial.nothing()])
    for (const message of told.slice(0, 3)) expect(message).toMatch(/module not found/)
    if (onDouble) expect(told[3]).toContain('is not imitated')
  })

  test('is absent from frames', async ({ page }) => {
    await page.evaluate(() => {
      const frame = document.createElement('iframe')
      frame.src = './other.html'
      document.body.append(frame)
    })
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('heading')).toHaveText('Other')
    const inner = page.frames().find((one) => one.parentFrame() !== null)!
    expect(await inner.evaluate(() => typeof (globalThis as any).trial)).toBe('undefined')
  })

  test('that is no CommonJS script is refused at once', async ({ app }) => {
    test.skip(!onDouble, 'Electron tells it later, by the event preload-error')
    const told = app.evaluate(({ BrowserWindow, app: it }) => {
      const preload = `${it.getAppPath()}/main.js`
      return new BrowserWindow({ webPreferences: { preload } }).loadURL('trial://app/index.html')
    })
    await expect(told).rejects.toThrow(/no CommonJS script/)
  })
})

test.describe('a custom scheme', () => {
  test('gives a secure page with modules, workers and fetch', async ({ page }) => {
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    expect(await page.evaluate(() => startWorker())).toEqual([42, 'of the worker'])
  })

  test('streams', async ({ page, app }) => {
    await page.evaluate(async () => {
      const reader = (await fetch('./stream')).body!.pipeThrough(new TextDecoderStream()).getReader()
      ;(globalThis as any).next = async () => (await reader.read()).value
    })
    expect(await page.evaluate(() => (globalThis as any).next())).toBe('first')
    await app.evaluate(() => goOn())
    expect(await page.evaluate(() => (globalThis as any).next())).toBe(' second')
  })

  test('tells its handler method, address and body, and no cookies', async ({ page }) => {
    expect(
      await page.evaluate(async () => {
        document.cookie = 'a=1'
        return (await fetch('./echo?q=1', { method: 'POST', body: 'words' })).json()
      }),
    ).toEqual({ method: 'POST', url: 'trial://app/echo?q=1', body: 'words', cookie: null })
  })

  test('fails where its handler throws or answers no response', async ({ page, app }) => {
    void app
    expect(
      await page.evaluate(() =>
        Promise.all(
          ['./fails', './number'].map((path) =>
            fetch(path).then(
              () => 'came',
              (error) => error.name,
            ),
          ),
        ),
      ),
    ).toEqual(['TypeError', 'TypeError'])
  })

  test('cannot be handled twice, nor loaded where nobody handles it', async ({ app }) => {
    const twice = app.evaluate(({ protocol }) => protocol.handle('trial', () => new Response()))
    await expect(twice).rejects.toThrow(/registered/)
    const unhandled = app.evaluate(async ({ protocol, BrowserWindow }) => {
      protocol.unhandle('trial')
      await BrowserWindow.getAllWindows()[0]!.loadURL('trial://app/other.html')
    })
    await expect(unhandled).rejects.toThrow(/ERR_UNKNOWN_URL_SCHEME/)
  })

  test('has its content security policy and trusted types kept', async ({ page }) => {
    const told = await page.evaluate(async () => {
      const violated: string[] = []
      const both = new Promise<void>((resolve) =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          if (violated.push(effectiveDirective) === 2) resolve()
        }),
      )
      const image = new Image()
      image.src = 'http://127.0.0.1:9/pixel.png'
      document.body.append(image)
      let refused = ''
      try {
        document.body.innerHTML = '<b>markup</b>'
      } catch (error) {
        refused = (error as Error).name
      }
      await both
      return [...violated.toSorted(), refused]
    })
    expect(told).toEqual(['img-src', 'require-trusted-types-for', 'TypeError'])
  })
})

test.describe('a page that wants to go elsewhere', () => {
  const stays = async (page: import('@playwright/test').Page) =>
    expect(page.getByRole('heading', { name: 'Trial' })).toBeVisible()

  for (const target of ['https://example.com/away', 'about:blank', 'blob:'])
    test(`asks before it goes to ${target}`, async ({ page, app }) => {
      await page.evaluate((address) => {
        location.href = address === 'blob:' ? URL.createObjectURL(new Blob(['<h1>Blob</h1>'])) : address
      }, target)
      await expect.poll(() => app.evaluate(() => asked)).toEqual([expect.stringContaining(target)])
      await stays(page)
    })

  test('is not asked about where the app itself goes, nor within a document', async ({ page, app }) => {
    await page.evaluate(() => void (location.hash = '#there'))
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.loadURL('trial://app/other.html'))
    await expect(page.getByRole('heading')).toHaveText('Other')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.reload())
    expect(await app.evaluate(() => asked)).toEqual([])
  })

  test('may go where the app lets it, through redirects it is asked about too', async ({ page, app }) => {
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.webContents.on('will-redirect', (event) => asked.push(`redirect ${event.url}`))
    })
    await page.evaluate(() => void (location.href = './away'))
    await expect(page.getByRole('heading')).toHaveText('Other')
    expect(await app.evaluate(() => asked)).toEqual(['trial://app/away', 'redirect trial://app/other.html'])
  })

  test('opens no window without leave, by link or script', async ({ page, app }) => {
    await page.getByRole('link', { name: 'out' }).click()
    expect(await page.evaluate(() => window.open('https://example.com/script'))).toBe(null)
    await expect
      .poll(() => app.evaluate(() => asked))
      .toEqual(['open https://example.com/out', 'open https://example.com/script'])
    await expect.poll(() => app.windows().length).toBe(1)
    expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
  })
})

test.describe('permissions', () => {
  const uses = () =>
    Promise.all([
      Notification.requestPermission(),
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve('placed'),
          ({ code }) => resolve(code === 1 ? 'denied' : 'not denied'),
        ),
      ),
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'heard',
        ({ name }) => name as string,
      ),
      navigator.clipboard.readText().then(
        () => 'read',
        ({ name }) => name as string,
      ),
      navigator.clipboard.writeText('copied').then(
        () => 'written',
        ({ name }) => name as string,
      ),
    ])

  test('are refused where the app’s handlers refuse', async ({ launch }) => {
    const { app, page } = await launch({ DOUBLE_APP_PERMITS: '' })
    await page.getByLabel('Words').click()
    expect(await page.evaluate(uses)).toEqual([
      'denied',
      'denied',
      'NotAllowedError',
      'NotAllowedError',
      'NotAllowedError',
    ])
    expect(await app.evaluate(() => requested.toSorted())).toEqual(
      expect.arrayContaining(['clipboard-read', 'geolocation', 'media', 'notifications']),
    )
    expect(await page.evaluate(async () => (await navigator.permissions.query({ name: 'notifications' })).state)).toBe(
      'denied',
    )
  })

  test('are granted one by one', async ({ launch }) => {
    const { page } = await launch({ DOUBLE_APP_PERMITS: 'clipboard-sanitized-write' })
    await page.getByLabel('Words').click()
    expect(await page.evaluate(uses)).toEqual(['denied', 'denied', 'NotAllowedError', 'NotAllowedError', 'written'])
  })

  test('are all granted where the app says nothing, as Electron does', async ({ page }) => {
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('granted')
  })
})

test('a request that the app cancels never leaves', async ({ page, app }) => {
  let reached = 0
  const server = createServer((_request, response) => {
    reached++
    response.end()
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  const frame = (to: string) =>
    page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const inner = document.createElement('iframe')
          inner.src = address
          inner.addEventListener('load', resolve)
          document.body.append(inner)
        }),
      to,
    )
  await frame(`http://127.0.0.1:${port}/before`)
  expect(reached).toBe(1)
  await app.evaluate(({ session }) => {
    session.defaultSession.webRequest.onBeforeRequest({ urls: ['http://*/*'] }, ({ url }, answer) => {
      asked.push(`cancelled ${url}`)
      answer({ cancel: true })
    })
  })
  await frame(`http://127.0.0.1:${port}/after`)
  expect(await app.evaluate(() => asked.at(-1))).toBe(`cancelled http://127.0.0.1:${port}/after`)
  expect(reached).toBe(1)
  server.close()
})
