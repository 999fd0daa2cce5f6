import { useState, type ReactNode } from 'react'
import { count } from '../ui'
import { foldUnchanged } from './fold'

/** A list of blocks or rows, with what did not change folded away where one asks for it. */
export function Folded<T>({
  items,
  isUnchanged,
  keyOf,
  fold,
  children,
}: {
  items: readonly T[]
  isUnchanged: (item: T) => boolean
  /** A name that an item keeps when others change. */
  keyOf: (item: T) => string
  fold: boolean
  children: (item: T, index: number) => ReactNode
}) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  if (!fold) return items.map(children)
  const stretches = foldUnchanged(
    items.length,
    (index) => isUnchanged(items[index]!),
    (from) => opened.has(keyOf(items[from]!)),
  )
  return stretches.map(({ kind, from, to }) =>
    kind === 'shown' ? (
      items.slice(from, to).map((item, index) => children(item, from + index))
    ) : (
      <button
        key={`fold ${keyOf(items[from]!)}`}
        type="button"
        className="cmp-fold"
        onClick={() => setOpened(new Set([...opened, keyOf(items[from]!)]))}
      >
        {count(to - from, 'unchanged paragraph')}
      </button>
    ),
  )
}
