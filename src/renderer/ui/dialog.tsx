import { X } from 'lucide-react'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from './button'
import { TextField } from './fields'

/** A dialog over the screen; Escape closes it and focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  width = 'normal',
}: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
  width?: 'normal' | 'wide'
}) {
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => open || onClose()} data-modal="">
      <Modal className={`dialog-frame ${width}`}>
        <AriaDialog className="dialog">
          <header>
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <Button kind="quiet" size="small" aria-label="Close" icon={<X size={16} />} onPress={onClose} />
          </header>
          <div className="dialog-body">{children}</div>
          {actions && <footer>{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks for a text; one that stands there already is selected, to be typed over. `onDone` gets it trimmed; an answer it refuses is shown below the field. */
export function AskText({
  title,
  label,
  hint,
  value = '',
  action,
  required = true,
  lines = 'one',
  onDone,
  onClose,
}: {
  title: string
  label: string
  hint?: string
  value?: string
  action: string
  required?: boolean
  lines?: 'one' | 'many'
  /** Resolves to a message when the text will not do. */
  onDone: (text: string) => Promise<string | undefined> | string | undefined
  onClose: () => void
}) {
  const [text, setText] = useState(value)
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector('input')?.select(), [])
  const submit = async (event?: FormEvent) => {
    event?.preventDefault()
    if (required && !text.trim())
      return setWrong(`${label} is empty. Type it, or press Esc to leave things as they are.`)
    setBusy(true)
    const refused = await onDone(text.trim())
    setBusy(false)
    if (refused) setWrong(refused)
    else onClose()
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={busy} onPress={() => void submit()}>
            {action}
          </Button>
        </>
      }
    >
      <form ref={form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={label}
          value={text}
          onChange={(typed) => {
            setText(typed)
            setWrong('')
          }}
          lines={lines}
          autoFocus
          {...(hint ? { hint } : {})}
          {...(wrong ? { wrong } : {})}
        />
      </form>
    </Dialog>
  )
}
