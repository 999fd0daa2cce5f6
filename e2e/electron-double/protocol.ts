import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CustomScheme, Privileges, Protocol } from 'electron'
import { NotDoubled, refusing } from './refuse.ts'
import { runtime } from './runtime.ts'

type Handler = (request: Request) => Response | Promise<Response>

const privilegesOf = new Map<string, Privileges>()
const handlers = new Map<string, Handler>()

/**
 * Custom schemes (api/protocol). Chromium cannot be taught a scheme from outside, so a page of `x://host/` is shown at
 * `http://host.x.localhost/`, which is a secure context and an origin of its own too; a server of the double answers there.
 */
export const protocol = refusing('protocol', {
  /** "This method can only be used before the ready event of the app module gets emitted and can be called only once." */
  registerSchemesAsPrivileged(schemes: CustomScheme[]) {
    if (runtime.ready) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    if (privilegesOf.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once')
    for (const { scheme, privileges = {} } of schemes) {
      if (!privileges.standard || !privileges.secure) throw new NotDoubled('a scheme that is not standard and secure')
      if (privileges.bypassCSP) throw new NotDoubled('a scheme that goes around the content security policy')
      privilegesOf.set(scheme, privileges)
    }
  },
  handle(scheme: string, handler: Handler) {
    if (!runtime.ready) throw new Error('protocol.handle can only be used after app is ready')
    if (!privilegesOf.has(scheme)) throw new NotDoubled(`handling '${scheme}', which was not registered as privileged`)
    if (handlers.has(scheme)) throw new Error(`The scheme has been intercepted or registered: ${scheme}`)
    handlers.set(scheme, handler)
  },
  unhandle(scheme: string) {
    if (!handlers.delete(scheme)) throw new Error(`The scheme is not handled: ${scheme}`)
  },
  isProtocolHandled: (scheme: string) => handlers.has(scheme),
} satisfies Pick<Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>)

/** The address Chromium is given for an address the app speaks of. */
export function inside(url: string): string {
  const { protocol: colon, host, pathname, search, hash } = new URL(url)
  const scheme = colon.slice(0, -1)
  return privilegesOf.has(scheme) ? `http://${host}.${scheme}.localhost${pathname}${search}${hash}` : url
}

/** The address the app is told for an address Chromium speaks of. */
export function outside(url: string): string {
  return url.replace(
    /^http:\/\/([^/]+)\.([a-z][a-z0-9+.-]*)\.localhost(?=[/?#]|$)/,
    (all, host: string, scheme: string) => (privilegesOf.has(scheme) ? `${scheme}://${host}` : all),
  )
}

export const handlerOf = (url: string): Handler | undefined => handlers.get(new URL(url).protocol.slice(0, -1))
export const isCustom = (url: string): boolean => privilegesOf.has(new URL(url).protocol.slice(0, -1))

/**
 * Starts the server behind the custom schemes; answers the switches that lead Chromium to it. Every other name resolves
 * to nothing: an app that is offline by design must not learn that in a spec from a network that happens to be there.
 */
export async function serveSchemes(): Promise<string[]> {
  const server = createServer((request, response) => {
    answer(request, response).catch((cause: unknown) => {
      process.stderr.write(`electron double: protocol handler: ${String(cause)}\n`)
      response.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const { port } = server.address() as AddressInfo
  const rules = [...privilegesOf.keys()].map((scheme) => `MAP *.${scheme}.localhost:80 127.0.0.1:${port}`)
  return [`--host-resolver-rules=${[...rules, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1'].join(',')}`]
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = outside(`http://${request.headers.host}${request.url}`)
  const handler = isCustom(url) ? handlerOf(url) : undefined
  // No handler is ERR_UNKNOWN_URL_SCHEME, a handler that fails is ERR_FAILED: neither is a response.
  if (!handler || !allowedFetch(url, request)) return void response.destroy()
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const method = request.method ?? 'GET'
  const answered: unknown = await handler(
    new Request(url, {
      method,
      headers: headersOf(request),
      signal: gone.signal,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body: Readable.toWeb(request) as BodyInit, duplex: 'half' }),
    } as RequestInit),
  )
  if (!(answered instanceof Response)) throw new TypeError('a handler of protocol.handle answers a Response')
  const headers = [...answered.headers].map(([name, value]) => [name, name === 'location' ? within(url, value) : value])
  response.writeHead(answered.status, headers.flat())
  // "Support streaming": the page reads what the handler has written so far.
  response.flushHeaders()
  if (answered.body) await pipeline(Readable.fromWeb(answered.body as never), response).catch(() => response.destroy())
  else response.end()
}

/** Where a redirect leads, for Chromium. */
const within = (from: string, to: string): string => (URL.canParse(to) ? inside(to) : inside(new URL(to, from).href))

/** What the scheme's privileges allow (api/structures/custom-scheme). */
function allowedFetch(url: string, { headers }: IncomingMessage): boolean {
  const { supportFetchAPI, stream, allowServiceWorkers } = privilegesOf.get(new URL(url).protocol.slice(0, -1)) ?? {}
  const destination = headers['sec-fetch-dest']
  if (destination === 'empty') return supportFetchAPI === true
  if (destination === 'audio' || destination === 'video') return stream === true
  if (destination === 'serviceworker') return allowServiceWorkers === true
  return true
}

// Custom schemes have no cookies, and the connection is the double's own business.
const notTold = new Set(['host', 'connection', 'cookie', 'transfer-encoding', 'content-length'])

function headersOf({ headers }: IncomingMessage): Headers {
  const told = new Headers()
  for (const [name, value] of Object.entries(headers))
    if (!notTold.has(name))
      told.set(name, name === 'origin' || name === 'referer' ? outside(String(value)) : String(value))
  return told
}
