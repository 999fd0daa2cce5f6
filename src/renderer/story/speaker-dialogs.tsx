import { useId, useState, type FormEvent, type KeyboardEvent } from 'react'
import type { StorySpeaker, Utterance } from '@core/analysis'
import { Button, Dialog, TextField, count, step } from '../ui'
import { nameSpeaker } from './decisions'
import { useStoryView } from './desk-view'
import { useQuotationMoves } from './use-quotation-moves'

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
