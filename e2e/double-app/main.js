// The smallest app that uses what the double imitates; `e2e/double.spec.ts` asks the rest of it through `app.evaluate`.
import { join } from 'node:path'
import { app, BrowserWindow, ipcMain, net, protocol, session } from 'electron'

const folder = import.meta.dirname
protocol.registerSchemesAsPrivileged([
  { scheme: 'trial', privileges: { standard: true, secure: true, supportFetchAPI: true } },
])
globalThis.seen = []
for (const name of ['before-quit', 'will-quit', 'window-all-closed', 'second-instance'])
  app.on(name, (event, ...rest) => {
    globalThis.seen.push([name, ...rest])
    if (name === 'window-all-closed' && !globalThis.stays) app.quit()
  })
if (process.env.DOUBLE_APP_LOCK && !app.requestSingleInstanceLock({ said: process.env.DOUBLE_APP_LOCK })) app.exit(0)

const policy = "default-src 'self'; script-src 'self'; require-trusted-types-for 'script'; trusted-types trial"

void app.whenReady().then(() => {
  if (process.env.DOUBLE_APP_PERMITS !== undefined) {
    const permits = process.env.DOUBLE_APP_PERMITS.split(',')
    globalThis.requested = []
    session.defaultSession.setPermissionCheckHandler((_contents, permission) => permits.includes(permission))
    session.defaultSession.setPermissionRequestHandler((_contents, permission, decide) => {
      globalThis.requested.push(permission)
      decide(permits.includes(permission))
    })
  }
  protocol.handle('trial', async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname === '/stream') return new Response(slowly(), { headers: { 'content-type': 'text/plain' } })
    if (pathname === '/echo')
      return Response.json({
        method: request.method,
        url: request.url,
        body: await request.text(),
        cookie: request.headers.get('cookie'),
      })
    if (pathname === '/fails') throw new Error('no answer')
    if (pathname === '/away') return Response.redirect('trial://app/other.html', 302)
    const name = pathname.replaceAll(/[^a-z.-]/g, '')
    const file = await net.fetch(`file://${join(folder, 'page', name)}`)
    return new Response(file.body, {
      headers: { 'content-type': file.headers.get('content-type'), 'content-security-policy': policy },
    })
  })
  ipcMain.handle('echo', (_event, ...values) => values)
  ipcMain.handle('fail', () => {
    throw Object.assign(new Error('out of paper'), { code: 'EPAPER' })
  })
  ipcMain.handle('function', () => () => 1)
  ipcMain.handle('who', (event) => ({ url: event.senderFrame?.url, origin: event.senderFrame?.origin }))
  const window = new BrowserWindow({
    width: 900,
    height: 700,
    show: false,
    webPreferences: { preload: join(folder, 'preload.cjs'), sandbox: true, contextIsolation: true },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  void window.loadURL('trial://app/index.html')
})

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
