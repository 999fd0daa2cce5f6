export type Packed = unknown

export interface Codec {
  pack(value: unknown): Packed
  unpack(packed: Packed): any
}

/** What a codec does with functions and promises; without it both are refused, as the structured clone algorithm does. */
export interface Live {
  keepFunction(fn: (...args: unknown[]) => unknown): number
  callFunction(id: number): (...args: unknown[]) => unknown
  keepPromise(promise: PromiseLike<unknown>): number
  awaitPromise(id: number): Promise<unknown>
}

/**
 * The structured clone algorithm as JSON, for the two places where the double must send values through text: IPC
 * ("serialized with the Structured Clone Algorithm … Sending Functions, Promises, Symbols, WeakMaps, or WeakSets will throw
 * an exception", api/ipc-renderer#ipcrendererinvokechannel-args) and the context bridge (api/context-bridge).
 * One function that closes over nothing, because its source is also injected into pages.
 */
export function makeCodec(live?: Live): Codec {
  const refuse = (value: unknown): never => {
    const name = typeof value === 'symbol' ? String(value) : Object.prototype.toString.call(value)
    throw new TypeError(`An object could not be cloned: ${name}`)
  }
  const toText = (bytes: Uint8Array) => {
    let text = ''
    for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
    return btoa(text)
  }
  const toBytes = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
  const isPlain = (value: unknown) =>
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value) && !Object.is(value, -0))
  const within = new Set<object>()

  const packObject = (value: any): Packed => {
    if (Array.isArray(value)) return value.map(pack)
    if (value instanceof Date) return { $: 'date', v: value.getTime() }
    if (value instanceof RegExp) return { $: 'regexp', v: [value.source, value.flags] }
    if (value instanceof Map) return { $: 'map', v: [...value].map(([k, v]) => [pack(k), pack(v)]) }
    if (value instanceof Set) return { $: 'set', v: [...value].map(pack) }
    // Own fields of errors are lost, as over Electron's IPC.
    if (value instanceof Error) return { $: 'error', v: [value.name, value.message, value.stack] }
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toText(new Uint8Array(value)) }
    if (ArrayBuffer.isView(value)) {
      const name = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name
      return { $: 'view', v: [name, toText(new Uint8Array(value.buffer, value.byteOffset, value.byteLength))] }
    }
    if (typeof value.then === 'function') return live ? { $: 'promise', v: live.keepPromise(value) } : refuse(value)
    // Objects with inner slots (WeakMap, Blob, nodes of the DOM …) are no plain objects and have no clone here.
    if (Object.prototype.toString.call(value) !== '[object Object]') return refuse(value)
    const out = Object.fromEntries(Object.keys(value).map((key) => [key, pack(value[key])]))
    return '$' in out ? { $: 'object', v: out } : out
  }
  const pack = (value: any): Packed => {
    if (isPlain(value)) return value
    if (value === undefined) return { $: 'undefined' }
    if (typeof value === 'number') return { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) }
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) }
    if (typeof value === 'function') return live ? { $: 'function', v: live.keepFunction(value) } : refuse(value)
    if (typeof value !== 'object') return refuse(value)
    // Electron copies cycles. Nothing of ours holds one, and text cannot.
    if (within.has(value)) throw new TypeError('electron double: an object that holds itself is not imitated')
    within.add(value)
    try {
      return packObject(value)
    } finally {
      within.delete(value)
    }
  }
  const unpack = (packed: any): any => {
    if (isPlain(packed)) return packed
    if (Array.isArray(packed)) return packed.map(unpack)
    const { $, v } = packed
    if ($ === 'undefined') return undefined
    if ($ === 'number') return Number(v)
    if ($ === 'bigint') return BigInt(v)
    if ($ === 'function') return live?.callFunction(v)
    if ($ === 'promise') return live?.awaitPromise(v)
    if ($ === 'date') return new Date(v)
    if ($ === 'regexp') return new RegExp(v[0], v[1])
    if ($ === 'map') return new Map(v.map(([key, value]: [Packed, Packed]) => [unpack(key), unpack(value)]))
    if ($ === 'set') return new Set(v.map(unpack))
    if ($ === 'error') return Object.assign(new Error(v[1]), { name: v[0], stack: v[2] })
    if ($ === 'buffer') return toBytes(v).buffer
    if ($ === 'view') return new (globalThis as any)[v[0]](toBytes(v[1]).buffer)
    return Object.fromEntries(Object.entries($ === 'object' ? v : packed).map(([key, value]) => [key, unpack(value)]))
  }
  return { pack, unpack }
}
