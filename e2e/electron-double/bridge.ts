import type { Codec, Live } from './clone.ts'

export type Remote = (kind: 'call' | 'settle' | 'expose' | 'guard', id: number, value: unknown) => unknown

/**
 * One end of the bridge between a page's own world and its preload's isolated world, which share only the events of the
 * DOM: functions and promises cross by number, everything else is copied and frozen
 * ("values are copied and frozen", api/context-bridge). Injected by source, so it closes over nothing.
 */
export function bridgeEnd(
  channel: string,
  here: 'main' | 'preload',
  there: 'main' | 'preload',
  makeCodec: (live?: Live) => Codec,
  more: { guard?: (value: any) => void },
): Remote {
  let last = 0
  const functions = new Map<number, (...args: any[]) => unknown>()
  const promises = new Map<number, { resolve: (value: unknown) => void; reject: (cause: unknown) => void }>()
  let returned: { ok: boolean; value: unknown } | undefined
  const codec = makeCodec({
    keepFunction(fn) {
      functions.set(++last, fn)
      return last
    },
    callFunction:
      (id) =>
      (...args) =>
        remote('call', id, args),
    keepPromise(promise) {
      const id = ++last
      promise.then(
        (value) => remote('settle', id, [true, value]),
        (cause: unknown) => remote('settle', id, [false, cause]),
      )
      return id
    },
    awaitPromise: (id) => new Promise((resolve, reject) => promises.set(id, { resolve, reject })),
  })
  const post = (kind: string, id: number, value: unknown) =>
    window.dispatchEvent(
      new CustomEvent(channel + there, { detail: JSON.stringify({ kind, id, value: codec.pack(value) }) }),
    )
  const remote: Remote = (kind, id, value) => {
    returned = undefined
    post(kind, id, value)
    const got = returned as { ok: boolean; value: unknown } | undefined
    if (got && !got.ok) throw got.value
    return got?.value
  }
  const freeze = <T>(value: T): T => {
    if (value && typeof value === 'object' && !ArrayBuffer.isView(value)) {
      Object.values(value).forEach(freeze)
      Object.freeze(value)
    }
    return value
  }
  const answers: Record<string, (id: number, value: any) => unknown> = {
    guard: (_id, value) => more.guard?.(value),
    call: (id, args) => functions.get(id)!(...args),
    settle(id, [ok, value]) {
      promises.get(id)?.[ok ? 'resolve' : 'reject'](value)
      promises.delete(id)
    },
    expose(_id, [key, api]) {
      if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object')
      Object.defineProperty(window, key, { value: freeze(api), enumerable: true })
    },
  }
  window.addEventListener(channel + here, (event) => {
    const { kind, id, value } = JSON.parse((event as CustomEvent<string>).detail)
    if (kind === 'return') {
      returned = codec.unpack(value)
      return
    }
    let outcome
    try {
      outcome = { ok: true, value: answers[kind]!(id, codec.unpack(value)) }
    } catch (error) {
      outcome = { ok: false, value: error }
    }
    post('return', id, outcome)
  })
  return remote
}
