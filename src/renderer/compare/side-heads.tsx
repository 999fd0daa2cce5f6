import { ArrowLeftRight } from 'lucide-react'
import { CommandButton } from '../ui'
import { SidePicker } from './side-picker'
import type { Shelf } from './sides'
import type { SideAt } from './use-sides'

/** What stands on either side, over the text and never out of sight. */
export function SideHeads({
  names,
  sides,
  shelf,
  open,
  onOpen,
  onPick,
  onFile,
}: {
  names: { old: string; new: string }
  sides: { old: SideAt; new: SideAt }
  shelf: Shelf
  /** Which picker is open. */
  open: 'old' | 'new' | undefined
  onOpen: (side: 'old' | 'new' | undefined) => void
  onPick: (side: 'old' | 'new', name: string) => void
  onFile: (side: 'old' | 'new') => void
}) {
  const picker = (side: 'old' | 'new') => {
    const at = sides[side]
    return (
      <SidePicker
        side={side}
        name={names[side]}
        card={at.kind === 'missing' ? undefined : at.card}
        shelf={shelf}
        isOpen={open === side}
        onOpenChange={(shown) => onOpen(shown ? side : undefined)}
        onPick={(name) => onPick(side, name)}
        onFile={() => onFile(side)}
      />
    )
  }
  return (
    <div className="cmp-heads">
      {picker('old')}
      <CommandButton command="compare.swap" size="small" kind="quiet" icon={<ArrowLeftRight size={15} />} />
      {picker('new')}
    </div>
  )
}
