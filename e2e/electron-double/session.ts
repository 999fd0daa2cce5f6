import type {
  CallbackResponse,
  OnBeforeRequestListenerDetails,
  Session as ElectronSession,
  WebContents,
} from 'electron'
import type { Cdp } from './cdp.ts'
import { protocol, inside, outside } from './protocol.ts'
import { Emitter, NotDoubled, refusing } from './refuse.ts'
import { chromium, runtime } from './runtime.ts'

type RequestHandler = Parameters<ElectronSession['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<ElectronSession['setPermissionCheckHandler']>[0]
export type Permission = Parameters<NonNullable<CheckHandler>>[1]

// Electron's names for what Chromium can be told to grant or deny outright.
const chromiumNames: Partial<Record<Permission, Cdp.Browser.PermissionDescriptor['name'][]>> = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  'persistent-storage': ['persistent-storage'],
  'idle-detection': ['idle-detection'],
  'screen-wake-lock': ['screen-wake-lock'],
  'local-fonts': ['local-fonts'],
  'window-management': ['window-management'],
}

/** The one session of the app (api/session). */
export class Session
  extends Emitter
  implements
    Pick<
      ElectronSession,
      | 'setPermissionRequestHandler'
      | 'setPermissionCheckHandler'
      | 'setDevicePermissionHandler'
      | 'setDisplayMediaRequestHandler'
      | 'setSpellCheckerEnabled'
      | 'clearStorageData'
      | 'clearCache'
    >
{
  readonly protocol = protocol
  readonly webRequest = new WebRequest()
  #request: RequestHandler = null
  #check: CheckHandler = null

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler
  }
  // A headless Chromium offers no device and no screen: whatever these answer, nothing is granted.
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}
  // Debian's Chromium brings no dictionaries; only turning it off can be told.
  setSpellCheckerEnabled(enable: boolean): void {
    if (enable) throw new NotDoubled('the spell checker of Chromium')
  }
  async clearStorageData(): Promise<void> {
    await chromium().send('Storage.clearDataForOrigin', { origin: '*', storageTypes: 'all' })
  }
  async clearCache(): Promise<void> {}

  /**
   * Whether the page may: "Most web APIs do a permission check and then make a permission request if the check is denied";
   * without handlers Electron grants everything (tutorial/security#5-handle-session-permission-requests-from-remote-content).
   */
  async permits(contents: WebContents, permission: Permission, url: string): Promise<boolean> {
    const granted = this.#checks(contents, permission, url) || (await this.#asks(contents, permission, url))
    await grant(permission, url, granted)
    return granted
  }

  /** Tells Chromium what the check handler says of a page, before the page can ask. */
  async prepare(contents: WebContents, url: string): Promise<void> {
    for (const permission of Object.keys(chromiumNames) as Permission[])
      await grant(permission, url, this.#checks(contents, permission, url))
  }

  #checks(contents: WebContents, permission: Permission, url: string): boolean {
    const origin = new URL(url).host === '' ? 'null' : `${new URL(url).protocol}//${new URL(url).host}/`
    return this.#check?.(contents, permission, origin, { isMainFrame: true, requestingUrl: url }) ?? true
  }

  #asks(contents: WebContents, permission: Permission, url: string): Promise<boolean> {
    return new Promise((resolve) => {
      if (!this.#request) return resolve(this.#check === null)
      this.#request(contents, permission, resolve, { isMainFrame: true, requestingUrl: url })
    })
  }
}

async function grant(permission: Permission, url: string, granted: boolean): Promise<void> {
  const { protocol: scheme, origin } = new URL(inside(url))
  if (!scheme.startsWith('http')) return
  for (const name of chromiumNames[permission] ?? [])
    await chromium().send('Browser.setPermission', {
      permission: { name },
      setting: granted ? 'granted' : 'denied',
      origin,
    })
}

type BeforeRequest =
  ((details: OnBeforeRequestListenerDetails, callback: (response: CallbackResponse) => void) => void) | null

/** Requests of pages, before they are made (api/web-request). */
export class WebRequest {
  #before: BeforeRequest = null
  #urls: string[] = []

  onBeforeRequest(filter: { urls: string[] } | BeforeRequest, listener?: BeforeRequest): void {
    this.#urls = filter && 'urls' in filter ? filter.urls : ['<all_urls>']
    this.#before = filter && 'urls' in filter ? (listener ?? null) : filter
  }

  /** Whether a page's request may go on; Chromium's address in, the app's address told. */
  allows(
    contentsId: number,
    request: { url: string; method: string; type: string; referrer: string },
  ): Promise<boolean> {
    const url = outside(request.url)
    return new Promise((resolve) => {
      if (!this.#before || !this.#urls.some((pattern) => covers(pattern, url))) return resolve(true)
      const details = {
        id: ++WebRequest.last,
        url,
        method: request.method,
        webContentsId: contentsId,
        resourceType: resourceTypes[request.type] ?? 'other',
        referrer: outside(request.referrer),
        timestamp: Date.now(),
      }
      this.#before(details as never, (answer) => {
        if (answer.redirectURL !== undefined) throw new NotDoubled('a redirect by webRequest')
        resolve(answer.cancel !== true)
      })
    })
  }
  private static last = 0
}

const resourceTypes: Record<string, string> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
  WebSocket: 'webSocket',
  Ping: 'ping',
}

/** Patterns of addresses as `webRequest` filters write them (api/web-request): a star stands for anything. */
function covers(pattern: string, url: string): boolean {
  if (pattern === '<all_urls>') return true
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('*', '.*')
  return new RegExp(`^${escaped}$`).test(url)
}

refusing('webRequest', WebRequest.prototype)

const theSession = new Session()
export const session: { readonly defaultSession: Session } = refusing('session', {
  /** "A Session object, the default session object of the app, available after app.whenReady is called." */
  get defaultSession(): Session {
    if (!runtime.ready) throw new Error('Session can only be received when app is ready')
    return theSession
  },
})
