import { useState, type KeyboardEvent, type PointerEvent } from 'react'

// One arrow press.
const stride = 16

/** A line between two columns that the pointer or the arrow keys move. Widths are in CSS pixels. */
export function Splitter({
  label,
  width,
  min,
  max,
  side,
  onChange,
}: {
  label: string
  width: number
  min: number
  max: number
  /** Which column it sizes: the one on its left or on its right. */
  side: 'left' | 'right'
  onChange: (width: number) => void
}) {
  const [from, setFrom] = useState<{ x: number; width: number }>()
  const sign = side === 'left' ? 1 : -1
  const to = (next: number) => onChange(Math.max(min, Math.min(max, Math.round(next))))
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!direction) return
    event.preventDefault()
    to(width + direction * sign * stride)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget (ARIA 1.2)
    <div
      className="splitter"
      role="separator"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      onKeyDown={onKeyDown}
      onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setFrom({ x: event.clientX, width })
      }}
      onPointerMove={(event) => from && to(from.width + (event.clientX - from.x) * sign)}
      onPointerUp={() => setFrom(undefined)}
    />
  )
}
