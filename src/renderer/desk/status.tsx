import { Archive, CircleCheckBig, CircleDashed, CircleSlash, Eye, Send, SendHorizontal, SquarePen } from 'lucide-react'
import type { StoryStatus } from '@core/record'

/** How each state of a story is called on screen. */
export const statusWords: Record<StoryStatus, string> = {
  draft: 'Draft',
  'in-review': 'In review',
  ready: 'Ready',
  published: 'Published',
  corrected: 'Corrected',
  updated: 'Updated',
  killed: 'Killed',
}

const icons = {
  draft: CircleDashed,
  'in-review': Eye,
  ready: CircleCheckBig,
  published: Send,
  corrected: SquarePen,
  updated: SendHorizontal,
  killed: CircleSlash,
}

/** A story's state: a shape and a word. */
export function StatusMark({ status, archived = false }: { status: StoryStatus; archived?: boolean }) {
  const Icon = archived ? Archive : icons[status]
  return (
    <span className={`status status-${status}`}>
      <Icon size={14} aria-hidden />
      {statusWords[status]}
    </span>
  )
}
