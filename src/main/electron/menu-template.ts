import type { MenuItemConstructorOptions } from 'electron'
import type { Menu } from '@contract/index'

interface Choices {
  /** A command of the page was chosen. */
  chosen: (command: string) => void
  showLog: () => void
  mac: boolean
  /** Reload and the developer tools, while developing. */
  developing: boolean
}

type Item = MenuItemConstructorOptions

/**
 * The system's application menu: the page's commands as the page offers them, and what the system does itself. The page
 * hears every key first; an accelerator here only shows it, and on macOS serves while no page has the focus.
 */
export function menuTemplate(offered: readonly Menu[], { chosen, showLog, mac, developing }: Choices): Item[] {
  const items = (label: string): Item[] =>
    (offered.find((menu) => menu.label === label)?.items ?? []).map(({ command, title, keys, enabled }) => {
      const accelerator = keys && acceleratorOf(keys, mac)
      return {
        id: command,
        label: title.replaceAll('&', '&&'),
        enabled,
        click: () => chosen(command),
        ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
      }
    })
  const menu = (label: string, before: Item[], after: Item[] = []): Item => ({
    label,
    submenu: parted(before, items(label), after),
  })
  const known = ['File', 'Edit', 'View', 'Help']
  const others = offered.map(({ label }) => label).filter((label) => !known.includes(label))
  const offersUndo = offered.some(({ items }) => items.some(({ command }) => command === 'edit.undo'))
  return [
    ...(mac ? [{ role: 'appMenu' } as Item] : []),
    menu('File', [], [mac ? { role: 'close' } : { role: 'quit' }]),
    menu('Edit', offersUndo ? [] : [{ role: 'undo' }, { role: 'redo' }], [
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' },
    ]),
    ...others.filter((label) => label !== 'Go').map((label) => menu(label, [])),
    menu(
      'View',
      [],
      [
        { role: 'togglefullscreen' },
        ...(developing ? [{ role: 'reload' } as Item, { role: 'toggleDevTools' } as Item] : []),
      ],
    ),
    ...others.filter((label) => label === 'Go').map((label) => menu(label, [])),
    ...(mac ? [{ role: 'windowMenu' } as Item] : []),
    { ...menu('Help', [], [{ id: 'host.log', label: 'Show the log', click: showLog }]), role: 'help' },
  ]
}

function parted(...groups: Item[][]): Item[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) => (at === 0 ? group : [{ type: 'separator' } as Item, ...group]))
}

const namedKeys: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Escape: 'Esc',
  Enter: 'Return',
  Delete: 'Delete',
  Backspace: 'Backspace',
  Tab: 'Tab',
  ' ': 'Space',
  '+': 'Plus',
}

/**
 * Keys as the page writes them ('Mod-Shift-k') as Electron writes them ('CommandOrControl+Shift+K'), or undefined where
 * they may not be shown: on macOS a menu takes a bare key even from somebody who types.
 */
export function acceleratorOf(keys: string, mac: boolean): string | undefined {
  const parts = keys.split(/-(?!$)/)
  const key = parts.pop()!
  const functionKey = /^F\d{1,2}$/.test(key)
  if (mac && !functionKey && !parts.some((part) => part === 'Mod' || part === 'Ctrl')) return undefined
  const shown = namedKeys[key] ?? (key.length === 1 ? key.toUpperCase() : functionKey ? key : undefined)
  // Electron's accelerators are plain ASCII: https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts
  if (shown === undefined || !/^[\x21-\x7e]+$/.test(shown)) return undefined
  const modifiers: Readonly<Record<string, string>> = { Mod: 'CommandOrControl', Ctrl: 'Control' }
  return [...parts.map((part) => modifiers[part] ?? part), shown].join('+')
}
