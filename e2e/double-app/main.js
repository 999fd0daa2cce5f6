// The smallest app that uses what the double imitates; the double's specs ask the rest of it through `app.evaluate`.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, net, protocol, session } from 'electron'

const folder = import.meta.dirname
const attempt = (what) => {
  try {
    what()
    return 'done'
  } catch (error) {
    return error.message
  }
}

globalThis.early = [
  attempt(() => new BrowserWindow()),
  attempt(() => session.defaultSession),
  attempt(() => protocol.handle('trial', () => new Response())),
  attempt(() => app.getLocale()),
]
globalThis.electron = { app, BrowserWindow, dialog, ipcMain, net, protocol, session }
globalThis.seen = []
for (const name of ['before-quit', 'will-quit', 'quit', 'window-all-closed', 'second-instance'])
  app.on(name, (event, ...rest) => {
    globalThis.seen.push([name, ...rest])
    if (process.env.DOUBLE_APP_TELLS) process.stdout.write(`${name}\n`)
    if (name === 'window-all-closed' && !globalThis.staysOpen) app.quit()
  })
protocol.registerSchemesAsPrivileged([
  { scheme: 'trial', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

const policy =
  "default-src 'self'; frame-src *; script-src 'self'; require-trusted-types-for 'script'; trusted-types trial"

if (app.requestSingleInstanceLock({ said: process.env.DOUBLE_APP_SAYS })) void app.whenReady().then(start)
else app.quit()

function start() {
  const permits = process.env.DOUBLE_APP_PERMITS
  globalThis.requested = []
  if (permits !== undefined) {
    const allowed = permits.split(',')
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => allowed.includes(permission))
    session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
      globalThis.requested.push(permission)
      decide(allowed.includes(permission))
    })
  }
  protocol.handle('trial', serve)
  ipcMain.handle('echo', (_event, ...values) => values)
  ipcMain.handle('fails', () => {
    throw Object.assign(new Error('out of paper'), { code: 'EPAPER' })
  })
  ipcMain.handle('gives a function', () => () => 1)
  ipcMain.handle('who asks', ({ senderFrame }) => ({
    url: senderFrame.url,
    origin: senderFrame.origin,
    parent: senderFrame.parent,
  }))
  ipcMain.on('said', (event, value) => event.reply('heard', `${value} back`))
  globalThis.window = new BrowserWindow({
    width: 900,
    height: 700,
    minWidth: 500,
    show: false,
    webPreferences: { preload: join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  globalThis.window.once('ready-to-show', () => globalThis.window.show())
  globalThis.asked = []
  globalThis.window.webContents.on('will-navigate', (event) => {
    globalThis.asked.push(event.url)
    if (!event.url.startsWith('trial://app/')) event.preventDefault()
  })
  globalThis.window.webContents.setWindowOpenHandler(({ url }) => {
    globalThis.asked.push(`open ${url}`)
    return { action: 'deny' }
  })
  void globalThis.window.loadURL('trial://app/index.html')
}

async function serve(request) {
  const { host, pathname } = new URL(request.url)
  if (pathname === '/stream') return new Response(slowly(), { headers: { 'content-type': 'text/plain' } })
  if (pathname === '/echo')
    return Response.json({
      method: request.method,
      url: request.url,
      body: await request.text(),
      cookie: request.headers.get('cookie'),
    })
  if (pathname === '/fails') throw new Error('no answer')
  if (pathname === '/number') return 7
  if (pathname === '/away') return new Response(null, { status: 302, headers: { location: 'trial://app/other.html' } })
  if (host !== 'app' || !/^\/[a-z-]+\.(?:html|js)$/.test(pathname)) return new Response('nothing here', { status: 404 })
  const file = await net.fetch(`file://${join(folder, 'page', pathname)}`)
  return new Response(file.body, {
    headers: { 'content-type': file.headers.get('content-type'), 'content-security-policy': policy },
  })
}

/** A body that goes on only when the main process is told to. */
function slowly() {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async start(controller) {
      controller.enqueue(encoder.encode('first'))
      await new Promise((resolve) => (globalThis.goOn = resolve))
      controller.enqueue(encoder.encode(' second'))
      controller.close()
    },
  })
}
