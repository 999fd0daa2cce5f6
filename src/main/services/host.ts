import type { EventName, Menu, Payload } from '@contract/index'

/** Whether every page sent what it held, or one did not within the time it was given. */
export type Farewell = 'flushed' | 'late'

/** What a host lends the services: the few things that differ between Electron and the loopback page. */
export interface Host {
  kind: 'electron' | 'loopback'
  now(): Date
  /** Paths of files the person chose, or none where they cancelled or the host cannot ask. */
  pickFiles(): Promise<string[]>
  pickFolder(): Promise<string | undefined>
  /** Asks where to and writes; the path, or undefined when cancelled or where the host cannot ask. */
  saveFile(name: string, bytes: Uint8Array): Promise<string | undefined>
  /** Opens the system's print dialog; false where only the page itself can. */
  print(): Promise<boolean>
  /** Shows the page's commands in the application menu, where the system draws one. */
  showMenus(menus: readonly Menu[]): void
  announce<E extends EventName>(event: E, payload: Payload<E>): void
  /** Asks every page to send what it holds, and waits a few seconds for it. */
  farewell(): Promise<Farewell>
  /** Closes this library and opens the one in another folder. */
  reopen(folder: string): Promise<void>
}
