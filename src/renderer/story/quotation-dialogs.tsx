import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { Utterance } from '@core/analysis'
import type { NotQuotationKind } from '@core/annotations'
import { changeSettings } from '../app/settings'
import { initialsOf } from '../desk'
import { AskText, Button, Dialog, Kbd, TextField, step } from '../ui'
import { notQuotationTitles } from './decisions'
import { goOnUnsigned, useQuotationMoves, type After } from './use-quotation-moves'

/** Asks once who decides here; what was to be decided goes on after the answer. */
export function AskName({ then, onClose }: { then: () => void; onClose: () => void }) {
  const [name, setName] = useState('')
  const sign = (event?: FormEvent) => {
    event?.preventDefault()
    if (!name.trim()) return
    void changeSettings({ name: name.trim(), initials: initialsOf(name) })
    onClose()
    then()
  }
  return (
    <Dialog
      title="Who is at the desk?"
      onClose={onClose}
      actions={
        <>
          <Button
            kind="quiet"
            onPress={() => {
              goOnUnsigned()
              onClose()
              then()
            }}
          >
            Go on without a name
          </Button>
          <Button kind="primary" isDisabled={!name.trim()} onPress={() => sign()}>
            Sign with this name
          </Button>
        </>
      }
    >
      <form onSubmit={sign}>
        <TextField
          label="Your name"
          value={name}
          onChange={setName}
          autoFocus
          hint="It stands beside every decision, with the time. Settings can change it."
        />
      </form>
    </Dialog>
  )
}

const kinds = Object.keys(notQuotationTitles) as NotQuotationKind[]

/** What words in marks most likely are when nobody said them. */
function likelyKind(words: string): NotQuotationKind {
  const capitals = words.match(/\p{L}+/gu)?.filter((word) => /^\p{Lu}/u.test(word)) ?? []
  return capitals.length > 1 ? 'title' : 'scare'
}

/** Says what words in marks are when nobody said them: a digit chooses, then the reason, Enter records. */
export function NotAQuotation({
  utterance,
  words,
  after,
  onClose,
}: {
  utterance: Utterance
  words: string
  after: After
  onClose: () => void
}) {
  const moves = useQuotationMoves()
  const [kind, setKind] = useState(() => likelyKind(words))
  const [reason, setReason] = useState('')
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const put = (event?: FormEvent) => {
    event?.preventDefault()
    onClose()
    moves.rule(utterance, { kind: 'not-a-quotation', as: kind }, reason.trim() || undefined, after)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = kinds.indexOf(kind)
    const to = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : step(event.key, at, kinds.length)
    if (event.key === 'Enter') put()
    else if (to !== undefined && kinds[to]) setKind(kinds[to])
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      title="Not a quotation"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" onPress={() => put()}>
            Not a quotation
          </Button>
        </>
      }
    >
      <form onSubmit={put} className="stacked">
        <div className="field">
          <span className="label" id="not-kinds">
            What the words are
          </span>
          <div
            role="listbox"
            aria-labelledby="not-kinds"
            className="options kinds"
            tabIndex={0}
            ref={box}
            aria-activedescendant={`not-${kind}`}
            onKeyDown={onKeyDown}
          >
            {kinds.map((one, index) => (
              <div
                key={one}
                id={`not-${one}`}
                role="option"
                tabIndex={-1}
                aria-selected={one === kind}
                className="known-name"
                onMouseDown={() => setKind(one)}
              >
                <span>{notQuotationTitles[one]}</span>
                <Kbd keys={String(index + 1)} />
              </div>
            ))}
          </div>
        </div>
        <TextField label="Reason" value={reason} onChange={setReason} hint="For the record. It may stay empty." />
      </form>
    </Dialog>
  )
}

export function NoteOnQuotation({ utterance, onClose }: { utterance: Utterance; onClose: () => void }) {
  const moves = useQuotationMoves()
  return (
    <AskText
      title="Note on the quotation"
      label="Note"
      action="Add note"
      hint="Kept with the decisions on this quotation; never published."
      onClose={onClose}
      onDone={(text) => {
        moves.rule(utterance, { kind: 'note', text })
        return undefined
      }}
    />
  )
}
