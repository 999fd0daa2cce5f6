import { useState } from 'react'
import type { SourceInput } from '@core/record'
import { host } from '../host'
import { attempt, Button, Dialog, say, TextField } from '../ui'
import { refreshBasket } from './items'

/** Puts pasted wire into the basket. `onDone` gets the item's id. */
export function PasteWire({ onClose, onDone }: { onClose: () => void; onDone: (item: string) => void }) {
  const [text, setText] = useState('')
  const [agency, setAgency] = useState('')
  const [slug, setSlug] = useState('')
  const [version, setVersion] = useState('')
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const put = async () => {
    if (!text.trim()) return setWrong('There is no text yet. Paste the wire here.')
    setBusy(true)
    const typed = Object.fromEntries(
      Object.entries({ agency, slug, version })
        .map(([name, value]) => [name, value.trim()])
        .filter(([, value]) => value),
    )
    const card = await attempt(async () => {
      // Read as a file would be, so that what the copy says of itself (agency, headline, a whole ninjs item) is known.
      const file = { name: 'Pasted wire.txt', bytes: new TextEncoder().encode(text) }
      const { wire, others } = await host.ask('read.file', { file })
      const { file: _file, ...known } = wire
      const put = await host.ask('basket.put', { wire: { ...known, ...typed } satisfies SourceInput })
      for (const other of others) await host.ask('basket.put', { wire: other })
      return put
    })
    setBusy(false)
    if (!card) return
    await refreshBasket()
    say('The wire is in the basket.', { kind: 'good' })
    onDone(card.id)
    onClose()
  }
  return (
    <Dialog
      title="Paste wire"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={busy} onPress={() => void put()}>
            Put in the basket
          </Button>
        </>
      }
    >
      <TextField
        label="Text of the wire"
        lines="many"
        rows={12}
        autoFocus
        value={text}
        onChange={setText}
        hint="As it came, in any wire format or as plain text. It is kept unchanged; agency, slug and headline are read from it where they stand there."
        {...(wrong ? { wrong } : {})}
      />
      <div className="attach-fields">
        <TextField label="Agency" value={agency} onChange={setAgency} placeholder="AP" />
        <TextField label="Slug" value={slug} onChange={setSlug} />
        <TextField label="Version" value={version} onChange={setVersion} />
      </div>
    </Dialog>
  )
}
