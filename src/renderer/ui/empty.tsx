import type { ReactNode } from 'react'

/** What a list says when it has nothing: why, and the one thing to do. */
export function EmptyState({
  title,
  children,
  actions,
  size = 'page',
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
  size?: 'page' | 'small'
}) {
  return (
    <div className={`empty ${size}`}>
      <h2>{title}</h2>
      <p>{children}</p>
      {actions && <div className="actions">{actions}</div>}
    </div>
  )
}
