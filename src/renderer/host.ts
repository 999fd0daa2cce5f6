import { client, decode, encode, type Carrier, type Reply } from '@contract/index'

declare global {
  interface Window {
    writethru?: Carrier
  }
}

const lostListeners = new Set<() => void>()
let gone = false

/** Whether the host stopped answering for good. */
export const hostIsLost = () => gone

/** Hears when the host stops answering. */
export function onHostLost(fn: () => void): () => void {
  lostListeners.add(fn)
  return () => {
    lostListeners.delete(fn)
  }
}

/** The loopback page's carrier. A lost connection is told to `onHostLost` once; calls then are refused with 'failed'. */
function overSocket(url: string): Carrier {
  const socket = new WebSocket(url)
  const open = new Promise<void>((resolve) => {
    socket.addEventListener('open', () => resolve(), { once: true })
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  const listeners = new Set<(name: string, payload: unknown) => void>()
  const lost: Reply = {
    ok: false,
    error: {
      code: 'failed',
      message: 'The desk stopped answering. Everything shown as saved is kept; start it again and reload this page.',
    },
  }
  let last = 0
  let closed = false
  socket.addEventListener('message', ({ data }) => {
    const message = decode(String(data)) as { id: number; reply: Reply } | { event: string; payload: unknown }
    if ('event' in message) for (const listen of listeners) listen(message.event, message.payload)
    else {
      waiting.get(message.id)?.(message.reply)
      waiting.delete(message.id)
    }
  })
  socket.addEventListener('close', () => {
    closed = true
    gone = true
    for (const tell of lostListeners) tell()
    for (const settle of waiting.values()) settle(lost)
    waiting.clear()
  })
  return {
    async call(name, input) {
      if (closed) return lost
      await open
      const id = ++last
      return new Promise((resolve) => {
        waiting.set(id, resolve)
        socket.send(encode({ id, name, input }))
      })
    },
    listen(fn) {
      listeners.add(fn)
      return () => {
        listeners.delete(fn)
      }
    },
  }
}

/**
 * Whether this page is the desk's own window, whose host has the system's menu and asks for files and folders itself. Known
 * from the start.
 */
export const inOwnWindow = (): boolean => window.writethru !== undefined

/** The host, by whichever carrier this page has. */
export const host = client(window.writethru ?? overSocket(`ws://${location.host}/`))
