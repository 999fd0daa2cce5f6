import { EventEmitter } from 'node:events'
import type { IpcMain as ElectronIpcMain } from 'electron'
import { refusing } from './refuse.ts'

type Handler = Parameters<ElectronIpcMain['handle']>[1]

/** Messages from pages (api/ipc-main). One stands for the whole app, one for each page (api/web-contents#contentsipc). */
class IpcMain extends EventEmitter implements Pick<ElectronIpcMain, 'handle' | 'handleOnce' | 'removeHandler'> {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, listener: Handler): void {
    if (typeof listener !== 'function')
      throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`)
    // "Only one handler can be registered": a second one throws.
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.handlers.set(channel, listener)
  }

  handleOnce(channel: string, listener: Handler): void {
    this.handle(channel, (...args) => {
      this.removeHandler(channel)
      return listener(...args) as unknown
    })
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export type { IpcMain }
export const createIpc = (name: string): IpcMain => refusing(name, new IpcMain())
export const ipcMain = createIpc('ipcMain')
