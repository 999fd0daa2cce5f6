import { useState } from 'react'
import { isSafeLink, schema } from '@core/manuscript'
import { AskText, Button, Dialog, TextField, attempt, say } from '../ui'
import { AttachSource } from './attach-source'
import { remarkTitles } from './comments-panel'
import { CopyClean } from './copy-clean'
import { settle } from './decisions'
import { useStoryView } from './desk-view'
import { LinkPassage } from './link-passage'
import { AskName, NotAQuotation, NoteOnQuotation } from './quotation-dialogs'
import { NameSpeaker, SetSpeaker } from './speaker-dialogs'
import { useListing } from './with-quotation-list'

/** The dialog that is open, if one is. After it closes the caret is where it was. */
export function Dialogs() {
  const { panel, open, story, now, choose, openTab } = useStoryView()
  const { list } = useListing()
  const close = () => {
    open(undefined)
    story.view?.focus()
  }
  // Dialogs on a quotation are asked from the list, and its letters go on: the dialog gives the focus back to it.
  const leave = () => open(undefined)
  if (!panel) return undefined
  switch (panel.kind) {
    case 'revision':
      return (
        <AskText
          title="Save a revision"
          label="Note"
          hint="What changed, for the next reader. It may stay empty."
          action="Save revision"
          required={false}
          onClose={close}
          onDone={async (note) => {
            const made = await attempt(() => story.createRevision(note))
            if (!made) return 'The revision was not saved. The draft is kept; try again when the library answers.'
            say(`Saved as revision ${made.number}.`, { kind: 'good' })
            return undefined
          }}
        />
      )
    case 'remark':
      return (
        <AskText
          title={remarkTitles[panel.as]}
          label={panel.as === 'query' ? 'Question' : 'Text'}
          hint={`On “${shorten(story.text.text.slice(panel.range.start, panel.range.end))}”`}
          action={panel.as === 'query' ? 'Ask' : 'Add'}
          lines="many"
          onClose={close}
          onDone={(text) => {
            const made = story.annotate(panel.as, panel.range, text)
            choose({ kind: 'remark', id: made.id })
            openTab('comments')
            return undefined
          }}
        />
      )
    case 'link':
      return <LinkDialog onClose={close} />
    case 'figure':
      return <FigureDialog onClose={close} />
    case 'attach':
      return <AttachSource onClose={close} />
    case 'copy-clean':
      return <CopyClean story={story} onClose={close} />
    case 'name':
      return <AskName then={panel.then} onClose={leave} />
    case 'speaker':
      return <SetSpeaker utterance={panel.utterance} onClose={leave} />
    case 'speaker-name':
      return <NameSpeaker speaker={panel.speaker} as={panel.as} onClose={leave} />
    case 'note':
      return <NoteOnQuotation utterance={panel.utterance} onClose={leave} />
    case 'not-a-quotation':
      return (
        <NotAQuotation
          utterance={panel.utterance}
          after={panel.after}
          words={list.all.find(({ key }) => key === panel.utterance.key)?.words ?? ''}
          onClose={leave}
        />
      )
    case 'source-passage':
      return <LinkPassage utterance={panel.utterance} onClose={leave} />
    case 'settle':
      return (
        <AskText
          title={panel.as === 'waive' ? 'Waive' : 'Wrong alarm'}
          label="Reason"
          hint={panel.message}
          action={panel.as === 'waive' ? 'Waive' : 'Record as a wrong alarm'}
          onClose={close}
          onDone={(reason) => {
            const finding = now.known?.assessment.findings.find(
              ({ rule, cause }) => rule === panel.rule && cause === panel.cause,
            )
            if (finding) settle(story, finding, panel.as, reason)
            return undefined
          }}
        />
      )
    case 'fixes':
    case 'proposals':
    case 'wire-update':
      return undefined
  }
}

const shorten = (words: string) => (words.length > 80 ? `${words.slice(0, 76)}…` : words)

function LinkDialog({ onClose }: { onClose: () => void }) {
  const { story } = useStoryView()
  const { from, to, $from } = story.state.selection
  const link = schema.marks['link']!
  const there = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? [])
  const [wrong, setWrong] = useState('')
  const [href, setHref] = useState(there ? String(there.attrs['href']) : '')
  const put = () => {
    const address = /^[a-z]+:/i.test(href.trim()) || href.trim() === '' ? href.trim() : `https://${href.trim()}`
    const { tr } = story.state
    const range = from < to ? { from, to } : linkAround(story.state)
    if (address === '') {
      if (range) tr.removeMark(range.from, range.to, link)
    } else if (!isSafeLink(address)) {
      return setWrong('A link leads to http, https or mailto. Type such an address.')
    } else if (range)
      tr.removeMark(range.from, range.to, link).addMark(range.from, range.to, link.create({ href: address }))
    else tr.insert(from, schema.text(address, [link.create({ href: address })]))
    story.dispatch(tr)
    onClose()
  }
  return (
    <Dialog
      title="Link"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={put}>
            {there && href.trim() === '' ? 'Remove link' : 'Link'}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          put()
        }}
      >
        <TextField
          label="Address"
          value={href}
          onChange={setHref}
          autoFocus
          {...(wrong ? { wrong } : there ? { hint: 'Empty it to remove the link.' } : {})}
        />
      </form>
    </Dialog>
  )
}

/** The whole link that the caret is in. */
function linkAround(
  state: ReturnType<typeof useStoryView>['story']['state'],
): { from: number; to: number } | undefined {
  const { $from } = state.selection
  const link = schema.marks['link']!
  const start = $from.start()
  let found: { from: number; to: number } | undefined
  $from.parent.forEach((node, offset) => {
    const from = start + offset
    const to = from + node.nodeSize
    if (link.isInSet(node.marks) && from <= $from.pos && $from.pos <= to) found = { from, to }
  })
  return found
}

function FigureDialog({ onClose }: { onClose: () => void }) {
  const { story } = useStoryView()
  const [src, setSrc] = useState('')
  const [alt, setAlt] = useState('')
  const [caption, setCaption] = useState('')
  const [credit, setCredit] = useState('')
  const [wrong, setWrong] = useState('')
  const words = (text: string) => (text.trim() ? schema.text(text.trim()) : undefined)
  const put = () => {
    const { nodes } = schema
    if (src && !/^(?:https?:\/\/|data:image\/)/i.test(src))
      return setWrong('A picture has an http or https address, or comes from a file.')
    const figure = nodes['figure']!.create({ src: src || null, alt: alt.trim() }, [
      nodes['caption']!.create(null, words(caption)),
      nodes['photoCredit']!.create(null, words(credit)),
    ])
    const { state } = story
    const { $from } = state.selection
    const after = $from.depth > 0 ? $from.after(1) : state.selection.to
    try {
      story.dispatch(state.tr.insert(after, figure).scrollIntoView())
    } catch {
      return setWrong('A picture stands in the body. Put the caret there first.')
    }
    onClose()
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    const reader = new FileReader()
    reader.addEventListener('load', () => setSrc(String(reader.result)))
    reader.readAsDataURL(file)
  }
  return (
    <Dialog
      title="Picture"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={put}>
            Insert
          </Button>
        </>
      }
    >
      <div className="attach">
        <TextField
          label="Address"
          value={src.startsWith('data:') ? 'From a file' : src}
          onChange={setSrc}
          autoFocus
          {...(wrong ? { wrong } : {})}
        />
        <label className="file-choice">
          <span>File</span>
          <input
            type="file"
            accept="image/png,image/jpeg,image/gif,image/webp"
            onChange={(event) => void take(event.target.files?.[0])}
          />
        </label>
        <TextField
          label="Alt text"
          hint="What the picture shows, for those who do not see it."
          value={alt}
          onChange={setAlt}
        />
        <TextField label="Caption" value={caption} onChange={setCaption} />
        <TextField label="Photo credit" value={credit} onChange={setCredit} />
      </div>
    </Dialog>
  )
}
