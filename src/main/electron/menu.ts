import { app, Menu, shell } from 'electron'
import type { Menu as Offered } from '@contract/index'
import { menuTemplate } from './menu-template'

/** The application menu. It is built anew only when what it says changes; what is merely dimmed is changed in place. */
export class SystemMenu {
  readonly #chosen: (command: string) => void
  readonly #logs: string
  #said = ''

  constructor(chosen: (command: string) => void, logs: string) {
    this.#chosen = chosen
    this.#logs = logs
    this.show([])
  }

  show(offered: readonly Offered[]): void {
    const says = JSON.stringify(offered, (key, value: unknown) => (key === 'enabled' ? undefined : value))
    const menu = Menu.getApplicationMenu()
    if (menu && says === this.#said) {
      for (const { command, enabled } of offered.flatMap(({ items }) => items)) {
        const item = menu.getMenuItemById(command)
        if (item) item.enabled = enabled
      }
      return
    }
    this.#said = says
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(
        menuTemplate(offered, {
          chosen: this.#chosen,
          showLog: () => void shell.openPath(this.#logs),
          mac: process.platform === 'darwin',
          developing: !app.isPackaged,
        }),
      ),
    )
  }
}
