import { ChevronDown } from 'lucide-react'
import { Button as AriaButton, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components'
import { Kbd } from '../ui'
import { choicesOn, type Shelf, type SideCard } from './sides'

const chooseFile = 'choose-file'

/** The head of a side: what it is, who made it and when. Pressing it chooses another. */
export function SidePicker({
  side,
  name,
  card,
  shelf,
  isOpen,
  onOpenChange,
  onPick,
  onFile,
}: {
  side: 'old' | 'new'
  name: string
  card: SideCard | undefined
  shelf: Shelf
  isOpen: boolean
  onOpenChange: (open: boolean) => void
  onPick: (name: string) => void
  onFile: () => void
}) {
  const label = side === 'old' ? 'From' : 'To'
  const said = card ? [card.title, card.detail, card.note].filter(Boolean).join(', ') : 'not there'
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <AriaButton className={`cmp-side ${side}`} aria-label={`${label}: ${said}`}>
        <span className="cmp-side-label">{label}</span>
        <b className="cmp-side-title">{card?.title ?? 'Not there'}</b>
        <span className="cmp-side-detail">{card?.detail}</span>
        {card?.note && <span className="cmp-side-note">“{card.note}”</span>}
        <ChevronDown size={14} aria-hidden />
      </AriaButton>
      <Popover className="popover cmp-side-choices" placement="bottom start" offset={4}>
        <Menu
          className="menu"
          aria-label={side === 'old' ? 'Compare from' : 'Compare to'}
          selectionMode="single"
          selectedKeys={[name]}
          onAction={(key) => (key === chooseFile ? onFile() : onPick(String(key)))}
        >
          {choicesOn(shelf).map(({ title, cards }) => (
            <MenuSection key={title} id={title}>
              <Header className="cmp-side-group">{title}</Header>
              {cards.map((choice) => (
                <MenuItem
                  key={choice.name}
                  id={choice.name}
                  className="menu-item cmp-side-choice"
                  textValue={`${choice.title} ${choice.detail}`}
                >
                  <b>{choice.title}</b>
                  <span className="grey">{choice.detail}</span>
                  {choice.note && <span className="cmp-side-note">“{choice.note}”</span>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
          <MenuSection id="outside">
            <Header className="cmp-side-group">Outside the library</Header>
            <MenuItem id={chooseFile} className="menu-item cmp-side-choice" textValue="File or live copy">
              <b>File or live copy…</b>
              <Kbd keys="Mod-o" />
            </MenuItem>
          </MenuSection>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
