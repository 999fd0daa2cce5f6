import type { Menu } from '@contract/index'
import type { Command } from '../commands/registry'

const groups: readonly Command['group'][] = [
  'File',
  'Edit',
  'Format',
  'Story',
  'Review',
  'Compare',
  'View',
  'Go',
  'Help',
]

/** The application menu as the commands on offer fill it: the page's own bar and the system's show the same. */
export function menusOf(commands: readonly Command[]): Menu[] {
  return groups
    .map((label) => ({
      label,
      items: commands
        .filter(({ group }) => group === label)
        .map(({ id, title, keys, enabled }) => ({
          command: id,
          title,
          enabled: enabled !== false,
          ...(keys?.[0] ? { keys: keys[0] } : {}),
        })),
    }))
    .filter(({ items }) => items.length > 0)
}
