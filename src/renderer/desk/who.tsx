import { useState, type FormEvent } from 'react'
import { changeSettings, settingsLoaded, useSettings } from '../app/settings'
import { Button, TextField } from '../ui'

let putOff = false

/** Initials of a name: first letters of its words, at most three. */
export const initialsOf = (name: string) =>
  name
    .split(/[\s-]+/)
    .filter(Boolean)
    .slice(0, 3)
    .map((word) => word[0]!.toUpperCase())
    .join('')

/** Asks once who is at the desk, in a line that blocks nothing. */
export function WhoIsHere() {
  const { name } = useSettings()
  const [typed, setTyped] = useState('')
  const [later, setLater] = useState(putOff)
  if (name || later || !settingsLoaded()) return null
  const keep = (event: FormEvent) => {
    event.preventDefault()
    if (typed.trim()) void changeSettings({ name: typed.trim(), initials: initialsOf(typed) })
  }
  return (
    <form className="banner who" onSubmit={keep}>
      <strong>Who is at the desk?</strong>
      <TextField label="Your name" labelled="hidden" placeholder="Your name" value={typed} onChange={setTyped} />
      <Button type="submit" size="small" isDisabled={!typed.trim()}>
        Sign with this name
      </Button>
      <span className="grey">It stands beside your decisions and revisions.</span>
      <span className="spring" />
      <Button
        kind="quiet"
        size="small"
        onPress={() => {
          putOff = true
          setLater(true)
        }}
      >
        Later
      </Button>
    </form>
  )
}
