import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components'
import { useAllCommands } from '../commands/registry'
import { go } from '../navigation'
import { host } from '../host'
import { attempt, Kbd, step } from '../ui'
import { fuzzy } from './fuzzy'

interface Entry {
  id: string
  title: string
  group: string
  keys?: string
  enabled: boolean
  run: () => void
}

const groupOrder = ['Recent', 'Story', 'Review', 'Compare', 'File', 'Edit', 'Format', 'View', 'Go', 'Help', 'Stories']
// Enough to fill the list twice; more would only be scrolled past.
const mostShown = 60
const recent: string[] = []

/** Everything one can do, found by a few letters. */
export function Palette({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const entries = useEntries()
  const shown = useMemo(() => arrange(entries, typed), [entries, typed])
  const list = useRef<HTMLDivElement>(null)
  const current = shown[at]
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, typed])
  const choose = (entry: Entry | undefined) => {
    if (!entry?.enabled) return
    onClose()
    const known = recent.indexOf(entry.id)
    if (known >= 0) recent.splice(known, 1)
    recent.unshift(entry.id)
    // After the dialog has given focus back, so that the command finds the screen as it was.
    setTimeout(entry.run)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'Home' || event.key === 'End' ? undefined : step(event.key, at, shown.length)
    if (to !== undefined) setAt(to)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) choose(current)
    else return
    event.preventDefault()
  }
  return (
    <ModalOverlay className="scrim" isOpen isDismissable onOpenChange={(open) => open || onClose()} data-modal="">
      <Modal className="dialog-frame">
        <AriaDialog className="dialog palette" aria-label="Command palette">
          <input
            className="palette-input"
            role="combobox"
            aria-label="Find a command or a story"
            aria-expanded
            aria-controls="palette-list"
            aria-activedescendant={current ? `palette-${current.id}` : undefined}
            placeholder="Find a command or a story"
            autoFocus
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKeyDown}
          />
          <div className="palette-list" id="palette-list" role="listbox" aria-label="Commands" ref={list}>
            {shown.map((entry, index) => (
              <div key={entry.id}>
                {shown[index - 1]?.group !== entry.group && !typed && (
                  <div className="palette-group" role="presentation">
                    {entry.group}
                  </div>
                )}
                <div
                  id={`palette-${entry.id}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  aria-disabled={!entry.enabled}
                  className="palette-entry"
                  onMouseMove={() => setAt(index)}
                  onMouseUp={() => choose(entry)}
                >
                  <span className="palette-title">{entry.title}</span>
                  {typed && <span className="grey">{entry.group}</span>}
                  {entry.keys && <Kbd keys={entry.keys} />}
                </div>
              </div>
            ))}
            {shown.length === 0 && <p className="palette-none">Nothing is called that. Try fewer letters.</p>}
          </div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** The commands on offer, and the stories of the desk as places to go to. */
function useEntries(): Entry[] {
  const commands = useAllCommands()
  const [stories, setStories] = useState<Entry[]>([])
  useEffect(() => {
    void attempt(async () => {
      const cards = await host.ask('desk.list', {})
      setStories(
        cards
          .filter(({ archived }) => !archived)
          .map(({ id, slug, headline }) => ({
            id: `story-${id}`,
            title: headline ? `${slug} · ${headline}` : slug,
            group: 'Stories',
            enabled: true,
            run: () => go({ screen: 'story', story: id }),
          })),
      )
    })
  }, [])
  return useMemo(
    () => [
      ...commands
        .filter(({ id }) => id !== 'go.palette')
        .map(({ keys, enabled, ...rest }) => ({
          ...rest,
          enabled: enabled !== false,
          ...(keys?.[0] ? { keys: keys[0] } : {}),
        })),
      ...stories,
    ],
    [commands, stories],
  )
}

function arrange(entries: readonly Entry[], typed: string): Entry[] {
  if (!typed.trim()) {
    const first = recent.slice(0, 4).flatMap((id) => entries.find((entry) => entry.id === id && entry.enabled) ?? [])
    const rest = entries
      .filter((entry) => !first.includes(entry))
      .toSorted((a, b) => groupOrder.indexOf(a.group) - groupOrder.indexOf(b.group))
    return [...first.map((entry) => ({ ...entry, group: 'Recent' })), ...rest].slice(0, mostShown * 2)
  }
  return entries
    .flatMap((entry) => {
      const match = fuzzy(typed, entry.title)
      return match ? [{ entry, score: match.score - (entry.enabled ? 0 : 5) }] : []
    })
    .toSorted((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ entry }) => entry)
}
