import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Script } from 'node:vm'
import type { Cdp } from './cdp.ts'
import { bridgeEnd } from './bridge.ts'
import type { CdpEvent } from './chromium.ts'
import { makeCodec } from './clone.ts'
import { guardNavigation } from './navigation-guard.ts'
import { gatePermissions } from './permission-gate.ts'
import { preloadModules, type FromPage, type ToPage } from './preload.ts'
import { chromium, runtime, unlessGone } from './runtime.ts'
import { watchTitle } from './title-watch.ts'
import { guardWindows } from './window-guard.ts'

const world = 'Electron Isolated Context'
const binding = '__electronDouble'

/** What a page tells besides what Electron's IPC carries. */
export type Told =
  | FromPage
  | { kind: 'titled'; title: string }
  | { kind: 'navigates'; url: string }
  | { kind: 'permission'; id: number; permission: string }
  | { kind: 'opens'; url: string; frameName: string; disposition: string; features: string }

interface PageOptions {
  width: number
  height: number
  preload?: string | undefined
}

/** One target of Chromium with the preload in an isolated world; everything Electron says of it is in `contents.ts`. */
export class Page {
  readonly targetId: string
  readonly #session: string
  #context: string | undefined

  private constructor(targetId: string, session: string) {
    this.targetId = targetId
    this.#session = session
  }

  static async open(
    options: PageOptions,
    heard: { event(event: CdpEvent): Promise<void>; told(message: Told): Promise<void> },
  ): Promise<Page> {
    const scripts = pageScripts(options.preload)
    const targetId = await newTarget(options)
    const { sessionId } = await chromium().send('Target.attachToTarget', { targetId, flatten: true })
    const page = new Page(targetId, sessionId)
    runtime.sessions.set(sessionId, async (event) => {
      const { method, params } = event
      if (method === 'Runtime.bindingCalled' && params.name === binding) return heard.told(JSON.parse(params.payload))
      if (method === 'Runtime.executionContextCreated' && page.#isPreloadOfMainFrame(params.context))
        page.#context = params.context.uniqueId
      await heard.event(event)
    })
    await page.cdp('Page.enable')
    await page.cdp('Runtime.enable')
    await page.cdp('Inspector.enable')
    await page.cdp('Runtime.addBinding', { name: binding, executionContextName: world })
    await page.cdp('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main })
    await page.cdp('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: world })
    await page.cdp('Fetch.enable', { patterns: [{ urlPattern: '*' }] })
    return page
  }

  cdp<M extends keyof Cdp.CommandParameters>(
    method: M,
    params?: Cdp.CommandParameters[M],
  ): Promise<Cdp.CommandReturnValues[M]> {
    return chromium().send(method, params, this.#session)
  }

  /** Brings a message to the preload's world, if there is one. */
  deliver(message: ToPage | { kind: 'permitted'; id: number; granted: boolean }): void {
    if (!this.#context) return
    const heard = `${binding}${message.kind === 'permitted' ? 'Permitted' : 'Deliver'}`
    // As text: written out as an object, a key named __proto__ would be no key.
    const expression = `${heard}(JSON.parse(${JSON.stringify(JSON.stringify(message))}))`
    void this.cdp('Runtime.evaluate', { expression, uniqueContextId: this.#context }).catch(unlessGone)
  }

  #isPreloadOfMainFrame({ name, auxData }: { name: string; auxData: { frameId: string } }): boolean {
    return name === world && auxData.frameId === this.targetId
  }
}

const ours = new Set<string>()
const pending = new Set<Promise<string>>()

function newTarget({ width, height }: PageOptions): Promise<string> {
  const asked = chromium().send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height })
  const named = asked.then(({ targetId }) => {
    ours.add(targetId)
    pending.delete(named)
    return targetId
  })
  pending.add(named)
  return named
}

/** Whether the app itself opened a target, which is known once all it is opening have their names. */
export async function isOurs(targetId: string): Promise<boolean> {
  await Promise.allSettled(pending)
  return ours.has(targetId)
}

/** The sources of what runs in a page before its own scripts: in its own world, and in the preload's. */
function pageScripts(preload: string | undefined): { main: string; preload: string } {
  const channel = JSON.stringify(randomUUID())
  const code = preload === undefined ? '' : preloadCode(preload)
  const process = {
    type: 'renderer',
    sandboxed: true,
    platform: globalThis.process.platform,
    versions: globalThis.process.versions,
    env: {},
  }
  return {
    // "Preload scripts run in the main frame only" unless nodeIntegrationInSubFrames (api/structures/web-preferences).
    main: `if (window === window.top) {
      const gatePermissions = ${gatePermissions}
      const guardWindows = ${guardWindows}
      const guard = ([ask, opens]) => { gatePermissions(ask); guardWindows(opens) }
      ;(${bridgeEnd})(${channel}, 'main', 'preload', ${makeCodec}, { guard })
    }`,
    preload: `if (window === window.top) {
      const makeCodec = ${makeCodec}
      const remote = (${bridgeEnd})(${channel}, 'preload', 'main', makeCodec, {})
      const require = (${preloadModules})(${JSON.stringify(binding)}, remote, makeCodec())
      const tell = (message) => globalThis[${JSON.stringify(binding)}](JSON.stringify(message))
      ;(${watchTitle})((title) => tell({ kind: 'titled', title }))
      ;(${guardNavigation})((url) => tell({ kind: 'navigates', url }))
      const asked = []
      globalThis[${JSON.stringify(`${binding}Permitted`)}] = ({ id, granted }) => asked[id](granted)
      remote('guard', 0, [(permission) => new Promise((resolve) => {
        tell({ kind: 'permission', id: asked.push(resolve) - 1, permission })
      }), (url, frameName, disposition, features) => tell({ kind: 'opens', url, frameName, disposition, features })])
      const process = ${JSON.stringify(process)}
      try {
        (function (require, process, module, exports) { ${code}
        })(require, process, { exports: {} }, {})
      } catch (error) {
        console.error(${JSON.stringify(`Unable to load preload script: ${preload}`)}, error)
        tell({ kind: 'preload-error', message: String(error && error.message), stack: String(error && error.stack) })
      }
    }`,
  }
}

/** The preload's code. "Sandboxed preload scripts can't use ESM imports" (tutorial/esm#esm-preload-scripts…): refused here. */
function preloadCode(path: string): string {
  const code = readFileSync(path, 'utf8')
  try {
    void new Script(`(function () {${code}\n})`)
  } catch (cause) {
    throw new SyntaxError(`electron double: the sandboxed preload ${path} is no CommonJS script: ${String(cause)}`)
  }
  return code
}
