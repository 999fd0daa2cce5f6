import { useAllCommands, type Command } from '../commands/registry'
import { MenuButton } from '../ui'

const menus: Command['group'][] = ['File', 'Edit', 'Format', 'Story', 'Review', 'Compare', 'View', 'Go', 'Help']

/** The application menu, where no system draws one. */
export function MenuBar() {
  const commands = useAllCommands()
  return (
    <nav className="menu-bar" aria-label="Application menu">
      {menus.map((group) => {
        const entries = commands
          .filter((command) => command.group === group)
          .map(({ keys, ...rest }) => ({ ...rest, ...(keys?.[0] ? { keys: keys[0] } : {}) }))
        return entries.length === 0 ? null : (
          <MenuButton key={group} label={group} kind="quiet" size="small" entries={entries}>
            {group}
          </MenuButton>
        )
      })}
    </nav>
  )
}
