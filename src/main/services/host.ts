import type { EventName, FileBytes, Payload } from '@contract/index'

/** What a host lends the services: the few things that differ between Electron and the loopback page. */
export interface Host {
  kind: 'electron' | 'loopback'
  now(): Date
  /** Files the person chose, or none where they cancelled or the host cannot ask. */
  pickFiles(): Promise<FileBytes[]>
  pickFolder(): Promise<string | undefined>
  /** Asks where to and writes; the path, or undefined when cancelled or where the host cannot ask. */
  saveFile(name: string, bytes: Uint8Array): Promise<string | undefined>
  print(): Promise<boolean>
  announce<E extends EventName>(event: E, payload: Payload<E>): void
  /** Closes this library and opens the one in another folder. */
  reopen(folder: string): Promise<void>
}
