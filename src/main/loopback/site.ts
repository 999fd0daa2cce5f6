import type { RequestListener } from 'node:http'
import { pageHeaders } from '../services/content-policy'
import { pageFile } from '../services/page-files'
import type { Access } from './access'

const strangers = 'This is Writethru. Open the whole address that it printed when it started; it carries the key.\n'

/** Answers the browser: the page's files, for whoever holds the key. */
export function site(access: () => Access): RequestListener {
  return async (request, response) => {
    const end = (status: number, headers: Record<string, string>, body?: Uint8Array | string) =>
      response.writeHead(status, { ...pageHeaders, ...headers }).end(body)
    const text = { 'content-type': 'text/plain; charset=utf-8' }
    // Another name for this machine was made up by somebody.
    if (!access().namesUs(request)) return end(421, text)
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(405, { ...text, allow: 'GET, HEAD' })
    const url = URL.parse(request.url ?? '/', 'http://127.0.0.1')
    if (!url) return end(400, text)
    if (access().isInvited(url)) return end(303, { location: '/index.html', 'set-cookie': access().setCookie })
    if (!access().isKnown(request)) return end(403, text, strangers)
    if (url.pathname === '/') return end(303, { location: '/index.html' })
    const file = await pageFile(url.pathname)
    return file ? end(200, { 'content-type': file.mediaType }, file.bytes) : end(404, text)
  }
}
