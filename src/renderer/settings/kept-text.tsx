import { useState } from 'react'
import { TextField } from '../ui'

/** A field whose text is kept when one leaves it or presses Enter. */
export function KeptText({
  label,
  hint,
  value,
  onKeep,
  lines = 'one',
  rows = 3,
}: {
  label: string
  hint?: string
  value: string
  onKeep: (text: string) => void
  lines?: 'one' | 'many'
  rows?: number
}) {
  const [typed, setTyped] = useState<string>()
  const keep = () => {
    if (typed !== undefined && typed !== value) onKeep(typed)
    setTyped(undefined)
  }
  return (
    <TextField
      label={label}
      value={typed ?? value}
      onChange={setTyped}
      onBlur={keep}
      lines={lines}
      rows={rows}
      {...(hint ? { hint } : {})}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && lines === 'one' && !event.nativeEvent.isComposing) keep()
        if (event.key === 'Escape' && typed !== undefined) {
          event.stopPropagation()
          setTyped(undefined)
        }
      }}
    />
  )
}
