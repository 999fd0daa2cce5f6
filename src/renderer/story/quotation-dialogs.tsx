import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { StorySpeaker, Utterance } from '@core/analysis'
import type { NotQuotationKind } from '@core/annotations'
import { changeSettings } from '../app/settings'
import { initialsOf } from '../desk'
import { AskText, Button, Dialog, Kbd, TextField, count, step } from '../ui'
import { nameSpeaker, notQuotationTitles } from './decisions'
import { useStoryView } from './desk-view'
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

/** A field for a name, with names that are known below it: arrows choose, what is typed counts. */
function NameField({
  label,
  hint,
  value,
  onChange,
  names,
}: {
  label: string
  hint: string
  value: string
  onChange: (name: string) => void
  names: readonly { name: string; about: string }[]
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const shown = names.filter(({ name, about }) => `${name} ${about}`.toLowerCase().includes(typed.toLowerCase()))
  const at = shown.findIndex(({ name }) => name === value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Home' || event.key === 'End') return
    const to = step(event.key, at, shown.length)
    if (to === undefined || !shown[to]) return
    event.preventDefault()
    onChange(shown[to].name)
  }
  return (
    <div className="field">
      <label className="label" htmlFor={`${id}-field`}>
        {label}
      </label>
      <input
        id={`${id}-field`}
        className="input"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={`${id}-names`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        autoFocus
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          onChange(event.target.value)
          setTyped(event.target.value)
        }}
        onKeyDown={onKeyDown}
      />
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <div className="options known-names" role="listbox" id={`${id}-names`} aria-label="Speakers in this story">
        {shown.map(({ name, about }, index) => (
          <div
            key={name}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="known-name"
            onMouseDown={(event) => {
              event.preventDefault()
              onChange(name)
            }}
          >
            <span>{name}</span>
            <span className="grey">{about}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

/** What a speaker is in this story: his title, and how much he says. */
export function aboutSpeaker({ title, utterances, reported }: StorySpeaker): string {
  const said = [
    utterances.length > 0 ? count(utterances.length, 'quotation') : '',
    reported.length > 0 ? `${reported.length} reported` : '',
  ].filter(Boolean)
  return [title, said.join(', ')].filter(Boolean).join(' · ')
}

export function SetSpeaker({ utterance, onClose }: { utterance: Utterance; onClose: () => void }) {
  const { now } = useStoryView()
  const moves = useQuotationMoves()
  const [name, setName] = useState(utterance.speaker ?? '')
  const speakers = (now.known?.assessment.speakers ?? []).toSorted(
    (a, b) => b.utterances.length - a.utterances.length || b.reported.length - a.reported.length,
  )
  const set = (event?: FormEvent) => {
    event?.preventDefault()
    const speaker = name.trim()
    if (!speaker) return
    onClose()
    if (speaker !== utterance.speaker) moves.rule(utterance, { kind: 'speaker', speaker })
  }
  return (
    <Dialog
      title="Set the speaker"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={!name.trim()} onPress={() => set()}>
            Set speaker
          </Button>
        </>
      }
    >
      <form onSubmit={set}>
        <NameField
          label="Speaker"
          hint="The name as the desk writes it, without title. Arrow keys choose a speaker of this story."
          value={name}
          onChange={setName}
          names={speakers.map((speaker) => ({ name: speaker.name, about: aboutSpeaker(speaker) }))}
        />
      </form>
    </Dialog>
  )
}

/** Puts a speaker's name and title right, or puts the speaker under another name of the story. */
export function NameSpeaker({
  speaker,
  as,
  onClose,
}: {
  speaker: StorySpeaker
  as: 'merge' | 'put-right'
  onClose: () => void
}) {
  const { story, now } = useStoryView()
  const [name, setName] = useState(as === 'merge' ? '' : speaker.name)
  const [title, setTitle] = useState(speaker.title ?? '')
  const others = (now.known?.assessment.speakers ?? []).filter((one) => one.name !== speaker.name)
  const titled = title.trim() === (speaker.title ?? '') ? undefined : title.trim()
  const done = (event?: FormEvent) => {
    event?.preventDefault()
    const to = name.trim()
    if (!to) return
    onClose()
    if (as === 'merge') nameSpeaker(story, speaker.name, to, undefined)
    else if (to !== speaker.name || titled !== undefined) nameSpeaker(story, speaker.name, to, titled)
  }
  return (
    <Dialog
      title={as === 'merge' ? `Merge ${speaker.name} with` : `Name and title of ${speaker.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            kind="primary"
            isDisabled={!name.trim() || name.trim() === (as === 'merge' ? speaker.name : '')}
            onPress={() => done()}
          >
            {as === 'merge' ? 'Merge' : 'Put right'}
          </Button>
        </>
      }
    >
      <form onSubmit={done} className="stacked">
        {as === 'merge' ? (
          <NameField
            label="The name that stays"
            hint={`Everything ${speaker.name} says is then said under this name.`}
            value={name}
            onChange={setName}
            names={others.map((one) => ({ name: one.name, about: aboutSpeaker(one) }))}
          />
        ) : (
          <>
            <TextField label="Name" value={name} onChange={setName} autoFocus hint="As the desk writes it." />
            <TextField
              label="Title"
              value={title}
              onChange={setTitle}
              hint="Why we quote this person. It may stay empty."
            />
            <button type="submit" hidden />
          </>
        )}
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
