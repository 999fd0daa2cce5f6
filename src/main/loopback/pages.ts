import type { Server } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'
import { decode, encode, type EventName, type Payload, type Reply } from '@contract/index'
import type { Farewell } from '../services/host'
import type { Access } from './access'

// A file is at most 64 MB (reader/read-file.ts) and grows by a third on this carrier; several may come at once.
const largestMessage = 384 * 1024 * 1024

/** The pages that are open on the local server, each over its own socket. */
export class Pages {
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage })
  /** Pages that were asked for what they hold and have not answered yet. */
  readonly #asked = new Set<WebSocket>()
  #heard: () => void = () => undefined

  constructor(server: Server, access: Access, reply: (name: unknown, input: unknown) => Promise<Reply>) {
    server.on('upgrade', (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      if (!access.isOurPage(request) || request.url !== '/') {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
        return
      }
      this.#sockets.handleUpgrade(request, socket, head, (page) => this.#serve(page, reply))
    })
  }

  #serve(page: WebSocket, reply: (name: unknown, input: unknown) => Promise<Reply>) {
    const onMessage = async (text: string) => {
      const { id, name, input } = decode(text) as { id?: unknown; name?: unknown; input?: unknown }
      const said = await reply(name, input)
      page.send(encode({ id, reply: said }))
      if (name === 'host.flushed') this.#answered(page)
    }
    page.on('message', (data) => {
      // What cannot be understood comes from no page of ours.
      onMessage((data as Buffer).toString('utf8')).catch(() => page.close(1007))
    })
    page.on('close', () => this.#answered(page))
    page.on('error', () => page.terminate())
  }

  #answered(page: WebSocket) {
    this.#asked.delete(page)
    if (this.#asked.size === 0) this.#heard()
  }

  announce<E extends EventName>(event: E, payload: Payload<E>): void {
    const text = encode({ event, payload })
    for (const page of this.#sockets.clients) page.send(text)
  }

  /** Asks every page to send what it holds; resolves once each has, or has gone, or `limit` milliseconds are over. */
  async farewell(limit: number): Promise<Farewell> {
    for (const page of this.#sockets.clients) this.#asked.add(page)
    const { promise, resolve } = Promise.withResolvers<Farewell>()
    this.#heard = () => resolve('flushed')
    const timer = setTimeout(() => resolve('late'), limit)
    this.announce('host.closing', {})
    if (this.#asked.size === 0) this.#heard()
    return promise.finally(() => clearTimeout(timer))
  }

  close(): void {
    for (const page of this.#sockets.clients) page.close(1001)
    this.#sockets.close()
  }
}
