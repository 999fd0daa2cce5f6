import { useState } from 'react'
import { wordsOf, type Utterance } from '@core/analysis'
import type { NotQuotationKind } from '@core/annotations'
import { isSafeLink, plainText, schema } from '@core/manuscript'
import { tokenize } from '@core/language'
import { AskText, Button, Dialog, TextField, attempt, say } from '../ui'
import { AttachSource } from './attach-source'
import { remarkTitles } from './comments-panel'
import { CopyClean } from './copy-clean'
import { decideOn, notQuotationTitles, settle } from './decisions'
import { useStoryView } from './desk-view'
import { sourceName } from './quotation-facts'

/** The dialog that is open, if one is. After it closes the caret is where it was. */
export function Dialogs() {
  const { panel, open, story, now, choose, openTab } = useStoryView()
  const close = () => {
    open(undefined)
    story.view?.focus()
  }
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
    case 'speaker':
      return (
        <AskText
          title="Set the speaker"
          label="Speaker"
          hint="The name as the desk writes it, without title."
          value={panel.utterance.speaker ?? ''}
          action="Set speaker"
          onClose={close}
          onDone={(speaker) => {
            if (now.known) decideOn(story, now.known.of, panel.utterance, { kind: 'speaker', speaker })
            return undefined
          }}
        />
      )
    case 'note':
      return (
        <AskText
          title="Note on the quotation"
          label="Note"
          action="Add note"
          lines="many"
          onClose={close}
          onDone={(text) => {
            if (now.known) decideOn(story, now.known.of, panel.utterance, { kind: 'note', text })
            return undefined
          }}
        />
      )
    case 'not-a-quotation':
      return <NotAQuotation utterance={panel.utterance} onClose={close} />
    case 'source-passage':
      return <LinkPassage utterance={panel.utterance} onClose={close} />
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

function NotAQuotation({ utterance, onClose }: { utterance: Utterance; onClose: () => void }) {
  const { story, now } = useStoryView()
  const [reason, setReason] = useState('')
  const put = (as: NotQuotationKind) => {
    if (now.known) decideOn(story, now.known.of, utterance, { kind: 'not-a-quotation', as }, reason.trim() || undefined)
    onClose()
  }
  return (
    <Dialog title="Not a quotation" onClose={onClose}>
      <TextField label="Reason" value={reason} onChange={setReason} hint="It may stay empty. Then say what it is:" />
      <div className="choices">
        {(Object.keys(notQuotationTitles) as NotQuotationKind[]).map((kind) => (
          <Button key={kind} onPress={() => put(kind)}>
            {notQuotationTitles[kind]}
          </Button>
        ))}
      </div>
    </Dialog>
  )
}

/** Passages of the sources that share most words with the quotation; one is linked as what bears it out. */
function LinkPassage({ utterance, onClose }: { utterance: Utterance; onClose: () => void }) {
  const { story, now } = useStoryView()
  const { known } = now
  const [words, setWords] = useState(() => {
    const first = utterance.quotations[0]
    return known && first ? wordsOf(plainText(known.of), first.quotation) : ''
  })
  const passages = passagesLike(words, now.sources)
  return (
    <Dialog title="Link the source" width="wide" onClose={onClose}>
      <TextField label="Words to find" value={words} onChange={setWords} autoFocus />
      <ul className="passages" aria-label="Passages">
        {passages.map(({ source, start, end, text }) => (
          <li key={`${source.id} ${start}`}>
            <button
              type="button"
              className="passage-choice"
              onClick={() => {
                if (known) decideOn(story, known.of, utterance, { kind: 'source', source: source.id, start, end })
                onClose()
              }}
            >
              <span className="grey">{sourceName(source)}</span>
              {text}
            </button>
          </li>
        ))}
      </ul>
      {passages.length === 0 && <p className="grey">No passage shares these words. Try fewer of them.</p>}
    </Dialog>
  )
}

// As many as one reads at a glance.
const mostPassages = 6

function passagesLike(words: string, sources: ReturnType<typeof useStoryView>['now']['sources']) {
  const wanted = new Set(wordList(words))
  if (wanted.size === 0) return []
  return sources
    .flatMap((source) => {
      const found: { source: typeof source; start: number; end: number; text: string; score: number }[] = []
      for (const match of source.text.matchAll(/[^\n]+/g)) {
        const shared = new Set(wordList(match[0]).filter((word) => wanted.has(word))).size
        if (shared > 0)
          found.push({
            source,
            start: match.index,
            end: match.index + match[0].length,
            text: match[0],
            score: shared / wanted.size,
          })
      }
      return found
    })
    .filter(({ score }) => score >= 0.3)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostPassages)
}

const wordList = (text: string) =>
  tokenize(text)
    .filter(({ kind }) => kind !== 'mark')
    .map((token) => token.text.toLowerCase())

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
