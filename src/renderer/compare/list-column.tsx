import type { ReactNode } from 'react'
import { Splitter } from '../ui'
import { setLayout, useLayout } from './layout'

/** The list beside the text, as wide as it was last made; where the window is narrow, a drawer over the text. */
export function ListColumn({ label, children }: { label: string; children: ReactNode }) {
  const { list, drawer, listWidth } = useLayout()
  if (list !== 'open') return undefined
  return (
    <>
      {!drawer && (
        <Splitter
          label="Width of the list"
          side="right"
          width={listWidth}
          min={260}
          max={560}
          onChange={(width) => setLayout({ listWidth: width })}
        />
      )}
      <aside className="cmp-side-list" style={{ width: listWidth }} aria-label={label}>
        {children}
      </aside>
    </>
  )
}
