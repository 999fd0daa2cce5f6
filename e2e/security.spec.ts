// Electron's security checklist on the built app, one test an item:
// https://www.electronjs.org/docs/latest/tutorial/security#checklist-security-recommendations
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type ElectronApplication } from './fixtures.ts'
import { root } from './programs.ts'

interface Carrier {
  call(name: unknown, input: unknown): Promise<{ ok: boolean; error?: { code: string; message: string } }>
}
declare const writethru: Carrier

/** What the page was really opened with. */
const preferences = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
  })

/** Answers what the app hands to the system from now on. */
async function watchSystem(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const opened: string[] = ((globalThis as { opened?: string[] }).opened = [])
    shell.openExternal = async (url) => void opened.push(url)
  })
  return () => app.evaluate(() => (globalThis as { opened?: string[] }).opened!)
}

/** What Chromium says to the console when the policy keeps something out. */
const csp = /Content Security Policy/i

const stays = (window: Page) => expect(window.getByRole('grid', { name: 'Stories' })).toBeVisible()

test('1, 18: everything the page is made of comes from the app itself, by its own scheme', async ({ app, window }) => {
  const addresses = await window.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name))
  expect(addresses.length).toBeGreaterThan(3)
  const origins = new Set(addresses.map((address) => new URL(address, window.url()).href.split('/', 3).join('/')))
  expect([...origins]).toEqual([window.url().split('/', 3).join('/')])
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getURL())).toMatch(
    /^writethru:\/\/app\//,
  )
})

test('2, 3, 20: the page has no Node and nothing of Electron, only two functions it cannot change', async ({
  app,
  window,
}) => {
  expect(await preferences(app)).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    contextIsolation: true,
  })
  expect(
    await window.evaluate(() => {
      const page = globalThis as any
      return [
        ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in page),
        Object.keys(writethru),
        Object.isFrozen(writethru),
      ]
    }),
  ).toEqual([[], ['call', 'listen'], true])
})

test('4: the page runs in a sandbox', async ({ app }) => {
  expect(await preferences(app)).toMatchObject({ sandbox: true })
})

test('5: what needs a permission is refused, but for writing a clean copy to the clipboard', async ({ window }) => {
  await window.locator('body').click({ position: { x: 2, y: 2 } })
  const told = await window.evaluate(() => {
    const name = (work: Promise<unknown>) =>
      work.then(
        () => 'granted',
        (error: Error) => error.name,
      )
    return Promise.all([
      Notification.requestPermission(),
      name(navigator.mediaDevices.getUserMedia({ audio: true, video: true })),
      name(
        new Promise((resolve, reject) =>
          navigator.geolocation.getCurrentPosition(resolve, () => reject(new DOMException('', 'NotAllowedError'))),
        ),
      ),
      name(navigator.clipboard.readText()),
      name(navigator.clipboard.writeText('clean')),
    ])
  })
  expect(told).toEqual(['denied', 'NotAllowedError', 'NotAllowedError', 'NotAllowedError', 'granted'])
})

test('6, 8, 9, 10: nothing of the web’s own security is turned off', async ({ app }) => {
  const given = await preferences(app)
  expect(given).toMatchObject({ webSecurity: true })
  for (const name of ['allowRunningInsecureContent', 'experimentalFeatures', 'enableBlinkFeatures'])
    expect(given[name] ?? false, name).toBe(false)
})

test('7: the content policy keeps out scripts and addresses that are not the page’s own', async ({
  window,
  faults,
}) => {
  faults.expect(csp)
  const policy = await window.evaluate(async () => (await fetch('/index.html')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("require-trusted-types-for 'script'")
  for (const directive of policy!.split('; '))
    if (directive !== "style-src-attr 'unsafe-inline'") expect(directive).not.toMatch(/unsafe|https?:|\*/)
  const violated = await window.evaluate(async () => {
    const seen = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => seen.add(effectiveDirective))
    const add = (name: string, fields: object) =>
      document.body.append(Object.assign(document.createElement(name), fields))
    add('img', { src: 'https://example.com/pixel.png' })
    add('iframe', { src: 'https://example.com/' })
    add('link', { rel: 'stylesheet', href: 'https://example.com/a.css' })
    await fetch('https://example.com/').catch(() => undefined)
    const wanted = ['img-src', 'frame-src', 'style-src-elem', 'connect-src']
    // A violation is told in a task of its own.
    while (!wanted.every((directive) => seen.has(directive))) await new Promise((turn) => setTimeout(turn))
    return [...seen]
  })
  expect(violated).toEqual(expect.arrayContaining(['img-src', 'frame-src', 'style-src-elem', 'connect-src']))
})

test('7: markup and code made of text are refused', async ({ window, faults }) => {
  faults.expect(csp, /Trusted/)
  const told = await window.evaluate(() => {
    const attempt = (what: () => unknown) => {
      try {
        what()
        return 'done'
      } catch (error) {
        return (error as Error).name
      }
    }
    return [
      attempt(() => (document.createElement('div').innerHTML = '<b>markup</b>')),
      attempt(() => (document.createElement('script').text = 'globalThis.ran = true')),
      attempt(() => new Worker('data:text/javascript,1')),
      attempt(() => (globalThis as any).trustedTypes.createPolicy('mine', {})),
      attempt(() => document.createElement('a').setAttribute('onclick', 'globalThis.ran = true')),
      (globalThis as any).ran,
    ]
  })
  expect(told).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError', 'TypeError', undefined])
})

test('11: a webview stays an unknown element', async ({ app, window }) => {
  expect((await preferences(app))['webviewTag'] ?? false).toBe(false)
  await window.evaluate(() => {
    const view = document.createElement('webview')
    view.setAttribute('src', 'https://example.com/')
    document.body.append(view)
  })
  expect(await app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1)
})

test('13: the page goes nowhere else', async ({ app, window, faults }) => {
  faults.expect(csp, /Not allowed to load local resource/)
  const before = window.url()
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'about:blank',
    'writethru://other/index.html',
    'javascript:globalThis.ran=1',
  ]) {
    await window.evaluate((address) => void (location.href = address), target).catch(() => undefined)
    await stays(window)
  }
  expect(window.url()).toBe(before)
  expect(await window.evaluate(() => (globalThis as { ran?: number }).ran)).toBe(undefined)
  expect(app.windows()).toHaveLength(1)
})

test('14, 15: no window opens, and only web addresses are handed to the system', async ({ app, window }) => {
  const opened = await watchSystem(app)
  await window.evaluate(() => {
    for (const address of [
      'file:///etc/passwd',
      'smb://host/share',
      'javascript:1',
      'vbscript:1',
      'writethru://app/index.html',
      'ms-msdt:/id',
      'about:blank',
      'https://example.com/story',
    ])
      try {
        globalThis.open(address)
      } catch {
        // Chromium refuses some of them by itself.
      }
  })
  await expect.poll(opened).toEqual(['https://example.com/story'])
  expect(app.windows()).toHaveLength(1)
})

test('19: a packaged app runs nothing but its own code', () => {
  const described = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  for (const fuse of [
    'runAsNode: false',
    'enableNodeOptionsEnvironmentVariable: false',
    'enableNodeCliInspectArguments: false',
    'enableEmbeddedAsarIntegrityValidation: true',
    'onlyLoadAppFromAsar: true',
    'grantFileProtocolExtraPrivileges: false',
  ])
    expect(described).toContain(`\n  ${fuse}\n`)
})

test('16: Electron is pinned to one version', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  expect(devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
})

test('17: a page that is not ours gets no answer, even with our preload', async ({ app, window }) => {
  void window
  const [foreign] = await Promise.all([
    app.waitForEvent('window'),
    app.evaluate(({ BrowserWindow, app: it }) => {
      const preload = `${it.getAppPath()}/out/preload/index.cjs`
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } })
      void stranger.loadURL('data:text/html,<title>Stranger</title>')
    }),
  ])
  await foreign.waitForURL(/^data:/)
  for (const [name, input] of [
    ['desk.list', {}],
    ['settings.read', {}],
    ['nothing', 1],
  ] as const)
    expect(
      await foreign.evaluate(([asked, given]) => writethru.call(asked, given), [name, input] as const),
    ).toMatchObject({
      ok: false,
      error: { code: 'not-our-page' },
    })
  await foreign.close()
})

test('17: what does not fit its schema is refused, whoever asks', async ({ window }) => {
  const ask = async (name: unknown, input: unknown) =>
    (await window.evaluate(([asked, given]) => writethru.call(asked, given), [name, input] as const)).error?.code
  expect(await ask('story.open', { story: 7 })).toBe('bad-input')
  expect(await ask('story.open', { story: '' })).toBe('bad-input')
  expect(await ask('desk.search', { words: 'x', more: true })).toBe('bad-input')
  expect(await ask('desk.search', { words: 'x'.repeat(401) })).toBe('bad-input')
  expect(await ask('import.files', { files: [{ name: 'a.txt', bytes: 'no bytes' }] })).toBe('bad-input')
  expect(await ask('draft.append', null)).toBe('bad-input')
  for (const name of ['__proto__', 'constructor', 'toString', 'desk', 42, null])
    expect(await ask(name, {}), String(name)).toBe('unknown-request')
})

test('18: the scheme serves the page’s own files and nothing beside or above them', async ({ window, faults }) => {
  faults.expect(/status of 404/)
  const status = (path: string, init: { method?: string; body?: string } = {}) =>
    window.evaluate(
      ([address, given]) =>
        fetch(address, given).then(
          (response) => response.status,
          () => 'refused',
        ),
      [path, init] as const,
    )
  expect(await status('/index.html')).toBe(200)
  const outside = [
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2fmain/index.js',
    '/%00',
    '/%',
    '/assets',
    '/',
  ]
  for (const path of outside) expect(await status(path), path).toBe(404)
  expect(await status('/index.html', { method: 'POST', body: 'x' })).toBe(404)
})

test('19: the installers’ fuses are set, and there is no cookie to encrypt', async ({ window }) => {
  expect(await window.evaluate(() => document.cookie)).toBe('')
  const builder = readFileSync(join(root, 'electron-builder.yml'), 'utf8')
  const fuses = /^electronFuses:\n((?: {2}.*\n)+)/m.exec(builder)?.[1] ?? ''
  for (const [fuse, value] of Object.entries({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  }))
    expect(fuses, fuse).toMatch(new RegExp(`^ {2}${fuse}: ${value}$`, 'm'))
})

test('no word leaves the machine: every address of a network is refused', async ({ app, window, faults }) => {
  faults.expect(csp)
  void window
  const refused = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(`
      Promise.all(['http://127.0.0.1:9/', 'https://example.com/'].map((url) => fetch(url, { mode: 'no-cors' }).then(() => 'left', () => 'refused')))
    `),
  )
  expect(refused).toEqual(['refused', 'refused'])
})
