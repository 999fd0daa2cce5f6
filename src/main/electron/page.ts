import { app, protocol, type WebFrameMain } from 'electron'
import { pageHeaders } from '../services/content-policy'
import { pageFile } from '../services/page-files'

const scheme = 'writethru'
const origin = `${scheme}://app`
// While developing, the page comes from Vite's server, which changes it in place.
const developmentAddress = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']

/** Where the window finds the page. */
export const pageAddress = developmentAddress ?? `${origin}/index.html`

/** Whether an address is the page's own. */
export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  if (!url) return false
  const given = `${url.protocol}//${url.host}`
  return given === origin || (developmentAddress !== undefined && given === new URL(developmentAddress).origin)
}

/** Whether a message comes from the top of a page of ours. */
export const isOurFrame = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOurAddress(frame.url)

/** Before the app is ready: the page's scheme counts as a secure origin of its own. */
export function claimScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

/** Serves the built page's files, and nothing else, under the page's scheme. */
export function servePage(): void {
  protocol.handle(scheme, async ({ url, method }) => {
    const { host, pathname } = new URL(url)
    const file = host === 'app' && method === 'GET' ? await pageFile(pathname) : undefined
    return file
      ? new Response(Buffer.from(file.bytes), { headers: { ...pageHeaders, 'content-type': file.mediaType } })
      : new Response(null, { status: 404, headers: pageHeaders })
  })
}
