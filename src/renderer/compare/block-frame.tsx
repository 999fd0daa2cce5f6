import type { CSSProperties, HTMLAttributes, ReactNode } from 'react'
import { shortened } from '../ui'

const shapes: Record<string, { tag: 'h2' | 'h3' | 'p' | 'blockquote' | 'aside' | 'h1'; name: string }> = {
  h1: { tag: 'h1', name: 'headline' },
  h2: { tag: 'h2', name: '' },
  h3: { tag: 'h3', name: '' },
  quote: { tag: 'blockquote', name: '' },
  pullQuote: { tag: 'aside', name: 'pull-quote' },
  photoCredit: { tag: 'p', name: 'photo-credit' },
  li: { tag: 'p', name: 'item' },
  tableCell: { tag: 'p', name: 'cell' },
  tableHeader: { tag: 'p', name: 'cell heading' },
}

// About what a line of the manuscript holds; only the height of blocks not yet drawn is guessed from it.
const lineLength = 66

/** A block in the style it has in the manuscript, with what is said beside it and what stands in place of its words. */
export function BlockFrame({
  block,
  className,
  notes,
  stub,
  children,
  ...rest
}: Pick<HTMLAttributes<HTMLDivElement>, 'className'> & {
  block: { type: string; state: string; runs: readonly { text: string }[] }
  /** Said beside the block; none leaves no room for it. */
  notes: ReactNode
  /** Stands in the place of the words, where they are not shown. */
  stub: ReactNode
  children: ReactNode
} & { [data: `data-${string}`]: string | number | undefined }) {
  const { tag: Tag, name } = shapes[block.type] ?? { tag: 'p', name: block.type }
  const length = block.runs.reduce((sum, { text }) => sum + text.length, 0)
  return (
    <div
      className={`cmp-block is-${block.state}${className ?? ''}${notes ? ' noted' : ''}`}
      style={{ '--lines': Math.max(1, Math.ceil(length / lineLength)) } as CSSProperties}
      {...rest}
    >
      {notes && <p className="cmp-notes">{notes}</p>}
      {stub ?? <Tag className={`cmp-text ${name}`}>{children}</Tag>}
    </div>
  )
}

// Where a paragraph left, its beginning is enough: its words stand where it went.
const stubLength = 90

/** What stands where a block left. */
export function Stub({ runs, change }: { runs: readonly { text: string }[]; change?: string | undefined }) {
  return (
    <p className="cmp-stub" data-change={change}>
      {shortened(runs.map(({ text }) => text).join(''), stubLength)}
    </p>
  )
}
