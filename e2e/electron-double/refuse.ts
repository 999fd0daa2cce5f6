import { EventEmitter } from 'node:events'

/** Thrown for every part of Electron that this double does not imitate, so that no spec passes by silence. */
export class NotDoubled extends Error {
  constructor(what: string) {
    super(`electron double: ${what} is not imitated here. Imitate it (with its documentation) or do not use it.`)
    this.name = 'NotDoubled'
  }
}

// What promises, inspectors, serialisers and assertion libraries ask of any object; none is part of Electron's API.
const askedOfEverything = new Set([
  'then',
  'toJSON',
  'inspect',
  'constructor',
  'nodeType',
  'tagName',
  'length',
  'name',
  'domain',
  'asymmetricMatch',
  '$$typeof',
  'splice',
])

function ending(target: object, owner: (receiver: object) => string): object {
  return new Proxy(target, {
    get(known, key, receiver: object) {
      if (typeof key === 'symbol' || key in known || askedOfEverything.has(key))
        return Reflect.get(known, key, receiver)
      throw new NotDoubled(`${owner(receiver)}.${key}`)
    },
  })
}

/** The same object, which from now on throws NotDoubled where a name is asked that it does not have. */
export function refusing<T extends object>(name: string, object: T): T {
  return Object.setPrototypeOf(
    object,
    ending(Object.getPrototypeOf(object) as object, () => name),
  ) as T
}

/** An object of `options` that holds nothing but `known` keys; anything else is refused. */
export function onlyKnown(what: string, options: object, known: readonly string[]): void {
  for (const key of Object.keys(options)) if (!known.includes(key)) throw new NotDoubled(`${what} option '${key}'`)
}

const classOf = (receiver: object) => (receiver.constructor as { name?: string } | undefined)?.name ?? 'object'

function Refusing(this: EventEmitter) {
  ;(EventEmitter as unknown as (this: EventEmitter) => void).call(this)
}
Refusing.prototype = ending(EventEmitter.prototype, classOf)

/**
 * An event emitter that refuses unknown members, and listeners for events it never emits. A subclass lists what it emits
 * in a static `emits`.
 */
export class Emitter extends (Refusing as unknown as typeof EventEmitter) {
  static emits: ReadonlySet<string> = new Set()

  override on(name: string | symbol, listener: (...args: any[]) => void): this {
    return super.on(this.#emitted(name), listener)
  }
  override addListener(name: string | symbol, listener: (...args: any[]) => void): this {
    return super.on(this.#emitted(name), listener)
  }
  override once(name: string | symbol, listener: (...args: any[]) => void): this {
    return super.once(this.#emitted(name), listener)
  }
  override prependListener(name: string | symbol, listener: (...args: any[]) => void): this {
    return super.prependListener(this.#emitted(name), listener)
  }

  #emitted(name: string | symbol): string | symbol {
    const { emits } = this.constructor as typeof Emitter
    if (typeof name === 'string' && !emits.has(name)) throw new NotDoubled(`the event '${name}' of ${classOf(this)}`)
    return name
  }
}

/** An event that listeners may refuse. */
export interface RefusableEvent {
  readonly defaultPrevented: boolean
  preventDefault(): void
}

/** Emits an event that a listener may refuse; false when one did. */
export function permitted(emitter: EventEmitter, name: string, details: object = {}, ...rest: unknown[]): boolean {
  let refused = false
  const event = {
    get defaultPrevented() {
      return refused
    },
    preventDefault() {
      refused = true
    },
  }
  Object.defineProperties(event, Object.getOwnPropertyDescriptors(details))
  emitter.emit(name, event, ...rest)
  return !refused
}
