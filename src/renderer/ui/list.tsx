import { useEffect, useId, useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react'

export interface ListHandle {
  focus: () => void
}

/**
 * A list one steps through with the arrow keys, Home, End and Page keys, Enter to act. What is selected belongs to the
 * caller, so that J and K move the same selection. No type-ahead: letters are commands.
 */
export function List<T>({
  label,
  items,
  keyOf,
  selected,
  onSelect,
  onAct,
  children,
  className = '',
  rowClass,
  handle,
  autoFocus = false,
}: {
  label: string
  items: readonly T[]
  keyOf: (item: T) => string
  selected: string | undefined
  onSelect: (key: string) => void
  onAct?: (item: T) => void
  children: (item: T) => ReactNode
  className?: string
  rowClass?: (item: T) => string
  handle?: Ref<ListHandle>
  autoFocus?: boolean
}) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useImperativeHandle(handle, () => ({ focus: () => box.current?.focus() }))
  useEffect(() => {
    if (autoFocus) box.current?.focus({ preventScroll: true })
  }, [autoFocus])
  const at = items.findIndex((item) => keyOf(item) === selected)
  useEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const to = step(event.key, at, items.length)
    if (to !== undefined && items[to]) {
      event.preventDefault()
      onSelect(keyOf(items[to]))
    } else if (event.key === 'Enter' && items[at] && onAct) {
      event.preventDefault()
      onAct(items[at])
    }
  }
  const rowId = (key: string) => `${id}-${key}`
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={`list ${className}`}
      aria-label={label}
      {...(at >= 0 ? { 'aria-activedescendant': rowId(selected!) } : {})}
      onKeyDown={onKeyDown}
    >
      {items.map((item) => {
        const key = keyOf(item)
        return (
          <div
            key={key}
            id={rowId(key)}
            role="option"
            tabIndex={-1}
            aria-selected={key === selected}
            className={`list-row ${rowClass?.(item) ?? ''}`}
            onMouseDown={() => onSelect(key)}
            onDoubleClick={() => onAct?.(item)}
          >
            {children(item)}
          </div>
        )
      })}
    </div>
  )
}

const page = 10

/** Where a key leads in a list of `length`; undefined when the key is not a step. */
export function step(key: string, at: number, length: number): number | undefined {
  const clamp = (to: number) => Math.max(0, Math.min(length - 1, to))
  if (key === 'ArrowDown') return clamp(at + 1)
  if (key === 'ArrowUp') return clamp(at < 0 ? 0 : at - 1)
  if (key === 'Home') return 0
  if (key === 'End') return length - 1
  if (key === 'PageDown') return clamp(at + page)
  if (key === 'PageUp') return clamp(at - page)
  return undefined
}
