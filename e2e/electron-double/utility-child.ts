// Runs first in a utility process: gives it `process.parentPort` (api/parent-port).
import { EventEmitter } from 'node:events'

class ParentPort extends EventEmitter {
  #asked = false
  /** "Messages are queued until" somebody listens, and the process then lives while its parent does. */
  override on(name: string, listener: (...args: any[]) => void): this {
    super.on(name, listener)
    if (name === 'message') this.start()
    return this
  }
  start(): void {
    if (this.#asked) return
    this.#asked = true
    process.on('message', (data) => this.emit('message', { data, ports: [] }))
  }
  postMessage(message: unknown): void {
    process.send?.(structuredClone(message))
  }
}

Object.defineProperty(process, 'parentPort', { value: new ParentPort(), enumerable: true })
Object.defineProperty(process, 'type', { value: 'utility', enumerable: true })
