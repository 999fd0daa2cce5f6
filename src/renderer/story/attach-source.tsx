import { useState, type DragEvent } from 'react'
import type { SourceInput } from '@core/record'
import { host } from '../host'
import { Button, Dialog, TextField, attempt } from '../ui'
import { useStoryView } from './desk-view'

type Fields = Partial<Record<Exclude<keyof SourceInput, 'text' | 'photoCredits'>, string>>

/** Attaches a piece of wire: pasted, dropped or chosen. What the file says of itself fills the fields. */
export function AttachSource({ onClose }: { onClose: () => void }) {
  const { story, choose, openTab } = useStoryView()
  const [text, setText] = useState('')
  const [fields, setFields] = useState<Fields>({})
  const [photoCredits, setPhotoCredits] = useState<readonly string[]>([])
  const [remarks, setRemarks] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState('')
  const [busy, setBusy] = useState(false)
  const set = (name: keyof Fields) => (value: string) => setFields((before) => ({ ...before, [name]: value }))
  const take = async (file: File | undefined) => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const read = await attempt(() => host.ask('read.file', { file: { name: file.name, bytes } }))
    if (!read) return
    const { text: words, photoCredits: named = [], ...known } = read.wire
    setText(words)
    setFields({ file: file.name, ...known })
    setPhotoCredits(named)
    setRemarks([
      ...(read.others.length > 0
        ? [
            `The file holds ${read.others.length + 1} items; this is the first. Put it into the wire basket to have them all.`,
          ]
        : []),
      ...read.remarks,
    ])
  }
  const attach = async () => {
    if (!text.trim()) return setWrong('There is no text yet. Paste the wire, or choose its file.')
    setBusy(true)
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''))
    if (given['embargo']) given['embargo'] = isoTime(given['embargo'])
    const source = await attempt(() =>
      story.attachSource({ ...given, ...(photoCredits.length > 0 ? { photoCredits: [...photoCredits] } : {}), text }),
    )
    setBusy(false)
    if (!source) return
    onClose()
    openTab('sources')
    choose({ kind: 'source', id: source.id })
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    void take(event.dataTransfer.files[0])
  }
  return (
    <Dialog
      title="Attach a source"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={busy} onPress={() => void attach()}>
            Attach
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is a second way; the file button is the first */}
      <div className="attach" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
        <TextField
          label="Text of the wire"
          lines="many"
          rows={9}
          autoFocus
          value={text}
          onChange={setText}
          hint="Paste it here, drop its file, or choose it below. It is kept unchanged."
          {...(wrong ? { wrong } : {})}
        />
        <label className="file-choice">
          <span>File</span>
          <input type="file" onChange={(event) => void take(event.target.files?.[0])} />
        </label>
        {remarks.map((remark) => (
          <p key={remark} className="grey">
            {remark}
          </p>
        ))}
        <div className="attach-fields">
          <TextField label="Agency" value={fields.agency ?? ''} onChange={set('agency')} placeholder="AP" />
          <TextField label="Slug" value={fields.slug ?? ''} onChange={set('slug')} />
          <TextField label="Version" value={fields.version ?? ''} onChange={set('version')} />
          <TextField label="Headline" value={fields.headline ?? ''} onChange={set('headline')} />
          <TextField label="Usage terms" value={fields.usage ?? ''} onChange={set('usage')} />
          <TextField
            label="Embargo until"
            value={fields.embargo ?? ''}
            onChange={set('embargo')}
            placeholder="2026-11-24 18:00"
          />
        </div>
      </div>
    </Dialog>
  )
}

const isoTime = (typed: string) => {
  const at = new Date(typed)
  return Number.isNaN(at.getTime()) ? typed : at.toISOString()
}
