import type { Remote } from './bridge.ts'
import type { Codec, Packed } from './clone.ts'

/** From the preload's world to the main process. */
export type FromPage =
  | { kind: 'invoke'; id: number; channel: string; args: Packed }
  | { kind: 'send'; channel: string; args: Packed }
  | { kind: 'preload-error'; message: string; stack: string }
  | { kind: 'key'; key: string; code: string; control: boolean; shift: boolean; alt: boolean; meta: boolean }

/** From the main process to the preload's world. */
export type ToPage =
  | { kind: 'settle'; id: number; ok: true; value: Packed }
  | { kind: 'settle'; id: number; ok: false; value: string }
  | { kind: 'send'; channel: string; args: Packed }

type Listener = (event: object, ...args: unknown[]) => void

/**
 * What a sandboxed preload may `require`: "electron (only renderer process modules), events, timers, url"
 * (tutorial/sandbox#preload-scripts), with IPC over the binding that Chromium offers to the isolated world.
 * Injected by source, so it closes over nothing.
 */
export function preloadModules(binding: string, remote: Remote, codec: Codec): (name: string) => unknown {
  const send = (message: FromPage) => (globalThis as any)[binding](JSON.stringify(message))
  const listeners = new Map<string, { listener: Listener; once: boolean }[]>()
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>()
  let last = 0
  const add = (channel: string, listener: Listener, once: boolean) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), { listener, once }])
    return ipcRenderer
  }
  const removeListener = (channel: string, listener: Listener) => {
    const left = (listeners.get(channel) ?? []).filter((kept) => kept.listener !== listener)
    listeners.set(channel, left)
    return ipcRenderer
  }
  const refusing = <T extends object>(name: string, object: T): T =>
    new Proxy(object, {
      get(known, key) {
        if (typeof key === 'symbol' || key in known || key === 'then') return Reflect.get(known, key)
        throw new Error(`electron double: ${name}.${key} is not imitated in preloads`)
      },
    })
  const ipcRenderer: object = refusing('ipcRenderer', {
    invoke(channel: string, ...args: unknown[]) {
      const id = ++last
      send({ kind: 'invoke', id, channel, args: codec.pack(args) })
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }))
    },
    send: (channel: string, ...args: unknown[]) => send({ kind: 'send', channel, args: codec.pack(args) }),
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    addListener: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    removeListener,
    off: removeListener,
    removeAllListeners(channel: string) {
      listeners.delete(channel)
      return ipcRenderer
    },
  })
  ;(globalThis as any)[`${binding}Deliver`] = (message: ToPage) => {
    if (message.kind === 'settle') {
      const { resolve, reject } = waiting.get(message.id)!
      waiting.delete(message.id)
      if (message.ok) resolve(codec.unpack(message.value))
      else reject(new Error(message.value))
      return
    }
    for (const { listener, once } of listeners.get(message.channel) ?? []) {
      if (once) removeListener(message.channel, listener)
      listener({ sender: ipcRenderer, ports: [] }, ...codec.unpack(message.args))
    }
  }
  // The menu hears a key after the page, unless the page kept it: only the end of the dispatch tells.
  window.addEventListener(
    'keydown',
    (event) =>
      setTimeout(() => {
        const { key, code, ctrlKey: control, shiftKey: shift, altKey: alt, metaKey: meta } = event
        if (!event.defaultPrevented) send({ kind: 'key', key, code, control, shift, alt, meta })
      }),
    { capture: true },
  )
  const electron = refusing('electron', {
    ipcRenderer,
    contextBridge: refusing('contextBridge', {
      exposeInMainWorld: (key: string, api: unknown) => remote('expose', 0, [key, api]),
    }),
  })
  return (name) => {
    if (/^(?:electron|electron\/renderer|electron\/common)$/.test(name)) return electron
    if (/^(?:node:)?(?:events|timers|url)$/.test(name))
      throw new Error(`electron double: '${name}' is not imitated in preloads`)
    throw new Error(`module not found: ${name}`)
  }
}
