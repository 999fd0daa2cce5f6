import { useEffect } from 'react'
import { run, useAllCommands } from '../commands/registry'
import { host } from '../host'
import { MenuButton } from '../ui'
import { menusOf } from './menus'

/** The application menu, where no system draws one. */
export function MenuBar() {
  return (
    <nav className="menu-bar" aria-label="Application menu">
      {menusOf(useAllCommands()).map(({ label, items }) => (
        <MenuButton
          key={label}
          label={label}
          kind="quiet"
          size="small"
          entries={items.map(({ command, ...item }) => ({ ...item, id: command, run: () => void run(command) }))}
        >
          {label}
        </MenuButton>
      ))}
    </nav>
  )
}

/** Tells the host which commands the system's menu shows. A screen offers its commands together, so once is enough. */
export function useSystemMenu(): void {
  const commands = useAllCommands()
  useEffect(() => {
    // A menu that could not be shown takes nothing away: every command has its key and its place in the palette.
    host.ask('menu.offer', { menus: menusOf(commands) }).catch(() => undefined)
  }, [commands])
}
