import type { ReactNode } from 'react'
import { Dialog, DialogTrigger, Popover as AriaPopover } from 'react-aria-components'
import { Button, type DeskButtonProps } from './button'

/** A button that opens a small panel beside it. */
export function PopoverButton({
  label,
  content,
  children,
  ...button
}: { label: string; content: (close: () => void) => ReactNode; children?: ReactNode } & Omit<
  DeskButtonProps,
  'aria-label'
>) {
  return (
    <DialogTrigger>
      <Button {...button} aria-label={label}>
        {children}
      </Button>
      <AriaPopover className="popover" offset={4}>
        <Dialog className="popover-body" aria-label={label}>
          {({ close }) => content(close)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  )
}
