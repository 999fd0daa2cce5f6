import type { ReactNode } from 'react'
import { copyFormats, type CopyFormat } from '@core/formats'
import type { ReleaseKind } from '@core/record'
import { proposeNote } from '@core/release'
import { inOwnWindow } from '../host'
import { formatWords } from '../app/download'
import { changeSettings, useSettings } from '../app/settings'
import { go } from '../navigation'
import { Button, Checkbox, Segments, TextField, count } from '../ui'
import { WordDiff, type OpenStory } from '../story'
import { noteFaults, overrules, type Obstacle, type Signing } from './obstacles'
import type { ReleaseForm } from './use-release-form'

export const kindTitles: Record<ReleaseKind, string> = {
  first: 'First release',
  correction: 'Correction',
  update: 'Update',
  kill: 'Kill',
}

const noteLabels: Record<ReleaseKind, string> = {
  first: 'Note',
  correction: 'What was wrong, and what is right',
  update: 'What is new',
  kill: 'Why it is killed',
}
const noteHints: Record<ReleaseKind, string> = {
  first: 'For the record. It may stay empty.',
  correction: 'For the record. Put it into the story so that readers see it.',
  update: 'For the record. It may stay empty where no fact was changed.',
  kill: 'Goes out in place of the story, under its headline.',
}

// As many changes as one reads before opening the comparison.
const mostChanges = 5

/** Class, note, formats, readers and the signature. */
export function SignOff({
  story,
  signing,
  change,
  onPutNote,
  obstacles,
  toAcknowledge,
  killedIn,
  busy,
  onPublish,
}: {
  story: OpenStory
  signing: Signing
  change: (change: Partial<ReleaseForm>) => void
  /** Writes the note into the story as its correction line. */
  onPutNote: (note: string) => void
  obstacles: readonly Obstacle[]
  toAcknowledge: number
  /** The revision the last release killed the story in. */
  killedIn: number | undefined
  busy: boolean
  onPublish: () => void
}) {
  const { kind, form, consideration } = signing
  const { formats, releaseFolder } = useSettings()
  const since = consideration?.since
  const told = since?.changes.filter(({ facts }) => facts.length > 0) ?? []
  const faults = noteFaults(signing)
  const proposed = since ? proposeNote(kind, since.changes) : ''
  const toggle = (format: CopyFormat, on: boolean) =>
    void changeSettings({
      formats: copyFormats.filter((other) => (other === format ? on : formats.includes(other))),
    })
  const wrong = form.note.trim() ? faults.find(({ level }) => level === 'block')?.message : undefined
  const remark = faults.find(({ level }) => level === 'note')?.message
  return (
    <aside className="sign-off" aria-label="Sign-off">
      <div className="sign-off-fields">
        {since ? (
          <Part title="Class">
            {killedIn !== undefined && <p className="remark">The story was killed in r{killedIn}.</p>}
            <Segments<Exclude<ReleaseKind, 'first'>>
              label="Class"
              value={kind as Exclude<ReleaseKind, 'first'>}
              onChange={(picked) => change({ kind: picked })}
              choices={[
                { id: 'correction', title: 'Correction' },
                { id: 'update', title: 'Update' },
                { id: 'kill', title: 'Kill' },
              ]}
            />
            {!since.same && kind !== 'kill' && (
              <p className="grey">
                Looks like {since.proposal.kind === 'correction' ? 'a correction' : 'an update'}: {since.proposal.why}
              </p>
            )}
            {overrules(signing) && !since.same && (
              <TextField
                label={`Why it is no ${since.proposal.kind}`}
                value={form.kindReason}
                onChange={(kindReason) => change({ kindReason })}
              />
            )}
          </Part>
        ) : (
          <p className="first-release">{kindTitles.first}</p>
        )}
        {since && !since.same && kind !== 'kill' && (
          <Part title={`Changed since r${since.revision}`}>
            <p className="grey">{since.summary}.</p>
            {told.length > 0 && (
              <ul className="told" aria-label="Changes that readers must be told">
                {told.slice(0, mostChanges).map((one) => (
                  <li key={`${one.old} ${one.new}`}>
                    <WordDiff label={one.facts.join(', ')} old={one.old} now={one.new} />
                    <span className="grey">{one.facts.join(', ')}</span>
                  </li>
                ))}
                {told.length > mostChanges && <li className="grey">And {told.length - mostChanges} more.</li>}
              </ul>
            )}
            <Button
              size="small"
              kind="quiet"
              onPress={() => go({ screen: 'compare', story: story.id, old: 'release', new: 'draft' })}
            >
              Compare with r{since.revision}
            </Button>
          </Part>
        )}
        {since && (
          <Part title={noteLabels[kind]}>
            <TextField
              label="Note"
              labelled="hidden"
              lines="many"
              rows={4}
              value={form.note}
              onChange={(note) => change({ note })}
              {...(wrong ? { wrong } : { hint: noteHints[kind] })}
            />
            {remark && <p className="remark">{remark}</p>}
            {!form.note.trim() && proposed && (
              <div className="proposed">
                <p>{proposed}</p>
                <Button size="small" onPress={() => change({ note: proposed })}>
                  Take this note
                </Button>
              </div>
            )}
            {kind === 'correction' && form.note.trim() && !wrong && (
              <Button size="small" onPress={() => onPutNote(form.note.trim())}>
                Put the note into the story
              </Button>
            )}
          </Part>
        )}
        <Part title="Formats">
          <div className="formats" role="group" aria-label="Formats">
            {copyFormats.map((format) => (
              <Checkbox key={format} isSelected={formats.includes(format)} onChange={(on) => toggle(format, on)}>
                {formatWords[format]}
              </Checkbox>
            ))}
          </div>
          {inOwnWindow() ? (
            releaseFolder ? (
              <p className="folder">
                <span className="grey">
                  Files go to <code title={releaseFolder}>{releaseFolder}</code>
                </span>
                <Button size="small" kind="quiet" onPress={() => void changeSettings({ releaseFolder: '' })}>
                  Ask again
                </Button>
              </p>
            ) : (
              <p className="grey">After publishing the files can be saved in a folder, which is remembered.</p>
            )
          ) : (
            <p className="grey">The files can be downloaded after publishing.</p>
          )}
        </Part>
        {signing.policy.secondRead === 'asked' && kind !== 'kill' && (
          <Part title="Second read">
            <TextField label="Read by" value={form.reader} onChange={(reader) => change({ reader })} />
            <TextField
              label="Or read alone, because"
              value={form.readAlone}
              onChange={(readAlone) => change({ readAlone })}
            />
          </Part>
        )}
      </div>
      <div className="sign-off-foot">
        <Signer />
        <ul className="obstacles" aria-label="Before publishing">
          {obstacles.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
        <Button
          kind={kind === 'kill' ? 'danger' : 'primary'}
          isDisabled={busy || obstacles.length > 0}
          keys="Mod-Enter"
          onPress={onPublish}
        >
          {busy ? 'Publishing…' : publishWords(kind, toAcknowledge)}
        </Button>
      </div>
    </aside>
  )
}

/** What the button does, in words. */
export function publishWords(kind: ReleaseKind, toAcknowledge: number): string {
  if (kind === 'kill') return 'Kill the story'
  const act = kind === 'first' ? 'publish' : `publish ${kind}`
  const words = toAcknowledge > 0 ? `acknowledge ${count(toAcknowledge, 'finding')} and ${act}` : act
  return words[0]!.toUpperCase() + words.slice(1)
}

/** Who signs: the name in the settings, asked for here when it is not there yet. */
function Signer() {
  const { name } = useSettings()
  if (name.trim())
    return (
      <p className="signer">
        Signed by <b>{name.trim()}</b>
        <Button size="small" kind="quiet" onPress={() => go({ screen: 'settings' })}>
          Change
        </Button>
      </p>
    )
  return <NameField />
}

function NameField() {
  return (
    <form
      className="signer-name"
      onSubmit={(event) => {
        event.preventDefault()
        const name = String(new FormData(event.currentTarget).get('name') ?? '').trim()
        if (!name) return
        void changeSettings({ name })
        // The field is gone with the question; the keys of the screen go on.
        document.querySelector<HTMLElement>('[data-finding="in-hand"], #screen')?.focus()
      }}
    >
      <label>
        <span className="label">Your name, as the release keeps it</span>
        <input className="input" name="name" maxLength={120} autoComplete="off" />
      </label>
      <Button type="submit" size="small">
        Sign with this name
      </Button>
    </form>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="sign-part" aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
