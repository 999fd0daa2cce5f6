import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'
import { launchChromium, type CdpEvent } from './chromium.ts'
import { isOurs } from './page.ts'
import { NotDoubled } from './refuse.ts'
import { serveSchemes } from './protocol.ts'
import { runtime, type Setup } from './runtime.ts'

/** Before the app's main module runs: what the command line and package.json say. */
export function prepare(setup: Setup): void {
  runtime.setup = setup
  app.name = setup.manifest.productName ?? setup.manifest.name ?? 'Electron'
  // On Linux the signals quit the app as a person would.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
}

/** After the app's main module has settled: Chromium, then readiness. */
export async function start(): Promise<void> {
  if (runtime.quitting) return
  const profile = join(app.getPath('sessionData'), 'electron-double-chromium')
  mkdirSync(profile, { recursive: true })
  const switches = [...(await serveSchemes()), ...runtime.setup.switches, ...app.commandLine.toArguments()]
  const chromium = await launchChromium(profile, switches)
  void chromium.exited.then(() => {
    // The browser process is the app: when it ends unasked, so does everything.
    if (runtime.quitting) return
    process.stderr.write('electron double: Chromium ended by itself\n')
    process.exit(1)
  })
  chromium.listen((event) => {
    hear(event).catch((cause: unknown) => {
      // A fault of the double or a use of Electron it does not imitate must end the spec, not hide in a log.
      process.stderr.write(
        `electron double: ${event.method}: ${cause instanceof Error ? cause.stack : String(cause)}\n`,
      )
      app.exit(70)
    })
  })
  runtime.chromium = chromium
  const { product } = await chromium.send('Browser.getVersion')
  Object.defineProperty(process.versions, 'chrome', { value: product.split('/')[1], enumerable: true })
  await chromium.send('Target.setDiscoverTargets', { discover: true })
  app.becomeReady()
}

async function hear(event: CdpEvent): Promise<void> {
  const { method, params, sessionId } = event
  if (sessionId !== undefined) return runtime.sessions.get(sessionId)?.(event)
  if (method === 'Target.targetDestroyed') runtime.targets.get(params.targetId)?.gone()
  else if (method === 'Target.targetCreated' && params.targetInfo.type === 'page') await appeared(params.targetInfo)
}

/** A window that came past `window-guard.ts`, from a frame within a page, say. */
async function appeared({ targetId, url }: { targetId: string; url: string }): Promise<void> {
  if (!(await isOurs(targetId))) throw new NotDoubled(`a window that opened unasked (${url})`)
}
