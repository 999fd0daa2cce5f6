import type { ReactNode } from 'react'

/** The top row of a screen: where one is on the left, what one can do on the right. */
export function TitleBar({ title, left, children }: { title: ReactNode; left?: ReactNode; children?: ReactNode }) {
  return (
    <header className="title-bar">
      {left}
      <h1>{title}</h1>
      {children}
    </header>
  )
}

/** The row below it: filters, counts, tools of this screen. */
export function ToolRow({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="tool-row" role="toolbar" aria-label={label}>
      {children}
    </div>
  )
}

/** A screen: takes focus when it opens so that its keys act at once. */
export function Screen({
  label,
  children,
  className = '',
}: {
  label: string
  children: ReactNode
  className?: string
}) {
  return (
    <main id="screen" className={`screen ${className}`} aria-label={label} tabIndex={-1}>
      {children}
    </main>
  )
}
