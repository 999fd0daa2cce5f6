import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const newKey = () => randomBytes(32).toString('base64url')
const same = (a: string, b: string) => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Who may speak to the local page's server: the browser that was opened with the address printed at the start. The
 * address carries a random token once; from then on a cookie does that no script can read and no other site can send.
 */
export class Access {
  readonly token = newKey()
  readonly #once = new Set<string>()
  readonly #origin: string
  readonly #host: string
  // Cookies are shared by every port of a machine; the name keeps two desks apart.
  readonly #cookie: string

  constructor(port: number) {
    this.#host = `127.0.0.1:${port}`
    this.#origin = `http://${this.#host}`
    this.#cookie = `writethru-${port}`
  }

  /** The address to open in a browser. */
  get address(): string {
    return `${this.#origin}/?token=${this.token}`
  }

  /** Whether a request names this server exactly: a name rebound to this machine by somebody's DNS does not. */
  namesUs(request: IncomingMessage): boolean {
    return request.headers.host === this.#host
  }

  /** As `address`, but good for one opening: others on this machine can read the command line of a browser. */
  addressForOnce(): string {
    const key = newKey()
    this.#once.add(key)
    return `${this.#origin}/?token=${key}`
  }

  /** Whether an address carries the token, or a key that was not used before. */
  isInvited(url: URL): boolean {
    if (url.pathname !== '/') return false
    const given = url.searchParams.get('token') ?? ''
    return same(given, this.token) || this.#once.delete(given)
  }

  /** Whether a request brings the cookie. */
  isKnown(request: IncomingMessage): boolean {
    const cookies = (request.headers.cookie ?? '').split(/;\s*/)
    return cookies.some((cookie) => same(cookie, `${this.#cookie}=${this.token}`))
  }

  /** Whether a socket is asked for by this page itself. */
  isOurPage(request: IncomingMessage): boolean {
    return this.namesUs(request) && request.headers.origin === this.#origin && this.isKnown(request)
  }

  get setCookie(): string {
    return `${this.#cookie}=${this.token}; HttpOnly; SameSite=Strict; Path=/`
  }
}
