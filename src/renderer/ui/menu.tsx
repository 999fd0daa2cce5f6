import type { ReactNode } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, SubmenuTrigger } from 'react-aria-components'
import { ChevronRight } from 'lucide-react'
import { keyLabel } from '../commands/registry'
import { Button, type DeskButtonProps } from './button'

export interface MenuEntry {
  id: string
  title: string
  keys?: string
  enabled?: boolean
  run?: () => void
  /** Entries of a submenu. */
  entries?: readonly MenuEntry[]
}

/** A list of things to do, with lines ('-') between groups. */
export function MenuList({ label, entries }: { label: string; entries: readonly (MenuEntry | '-')[] }) {
  return (
    <AriaMenu className="menu" aria-label={label}>
      {entries.map((entry, index) =>
        entry === '-' ? <Separator key={`line-${index}`} /> : <Entry key={entry.id} entry={entry} />,
      )}
    </AriaMenu>
  )
}

function Entry({ entry }: { entry: MenuEntry }) {
  const item = (
    <MenuItem
      id={entry.id}
      className="menu-item"
      textValue={entry.title}
      isDisabled={entry.enabled === false}
      onAction={() => entry.run?.()}
    >
      <span className="menu-text">{entry.title}</span>
      {entry.keys && <span className="menu-keys">{keyLabel(entry.keys)}</span>}
      {entry.entries && <ChevronRight size={14} aria-hidden />}
    </MenuItem>
  )
  if (!entry.entries) return item
  return (
    <SubmenuTrigger>
      {item}
      <Popover className="popover" offset={-2}>
        <MenuList label={entry.title} entries={entry.entries} />
      </Popover>
    </SubmenuTrigger>
  )
}

/** A button that opens a menu. */
export function MenuButton({
  label,
  entries,
  children,
  ...button
}: { label: string; entries: readonly (MenuEntry | '-')[]; children?: ReactNode } & Omit<
  DeskButtonProps,
  'aria-label'
>) {
  return (
    <MenuTrigger>
      <Button {...button} aria-label={label}>
        {children}
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <MenuList label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  )
}
