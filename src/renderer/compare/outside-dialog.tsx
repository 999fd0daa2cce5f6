import { acceptedFiles } from '@core/formats'
import { useRef, useState, type DragEvent } from 'react'
import { attempt, Button, Dialog, say } from '../ui'
import { pastedFile, readOutside, type Outside } from './files'
import type { OutsideCopy } from './sides'

/** Reads a copy from outside and hands it over, saying what was doubtful in it. */
export async function takeOutside(
  file: Outside | File | undefined,
  onRead: (copy: OutsideCopy) => void,
): Promise<void> {
  if (!file) return
  const read = await attempt(async () =>
    readOutside(file instanceof File ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : file),
  )
  if (!read) return
  if (read.remarks.length > 0) say(`${read.copy.name}: ${read.remarks.join(' ')}`)
  onRead(read.copy)
}

/** Asks for a copy from outside: pasted from the CMS, dropped, or chosen as a file. It is read, not kept. */
export function OutsideDialog({ onRead, onClose }: { onRead: (copy: OutsideCopy) => void; onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const take = async (file: Parameters<typeof takeOutside>[0]) => {
    setBusy(true)
    await takeOutside(file, (copy) => {
      onRead(copy)
      onClose()
    })
    setBusy(false)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void take(event.dataTransfer.files[0])
  }
  return (
    <Dialog
      title="Compare with a file or a live copy"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={busy} onPress={() => input.current?.click()}>
            Choose a file
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the button is the first */}
      <div className="cmp-outside" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <label className="field">
          <span className="label">Copy from the CMS</span>
          <textarea
            className="input"
            rows={6}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- a dialog's first field takes the focus
            autoFocus
            placeholder="Paste the live copy here, or drop a file"
            value=""
            disabled={busy}
            onChange={() => setWrong('Paste the whole copy with Ctrl+V; it is compared at once.')}
            onPaste={(event) => {
              event.preventDefault()
              const file = event.clipboardData.files[0] ?? pastedFile(event.clipboardData)
              if (file) void take(file)
              else setWrong('The clipboard holds no text. Copy the story in the CMS first.')
            }}
          />
          {wrong ? (
            <span className="wrong" role="alert">
              {wrong}
            </span>
          ) : (
            <span className="hint">
              Text, Markdown, HTML, Word and ninjs are read. The copy is compared, not kept: the library stays as it is.
            </span>
          )}
        </label>
        <input
          ref={input}
          type="file"
          accept={acceptedFiles}
          aria-label="File to compare with"
          className="visually-hidden"
          tabIndex={-1}
          onChange={(event) => void take(event.target.files?.[0])}
        />
      </div>
    </Dialog>
  )
}
