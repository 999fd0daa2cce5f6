import { createContext, useContext } from 'react'
import type { StorySpeaker, Utterance } from '@core/analysis'
import type { Range } from '@core/manuscript'
import type { SentenceOrigin } from '@core/provenance'
import { useStoryNow } from './open-stories'
import type { OpenStory, StoryNow } from './store'

export type Tab = 'quotations' | 'sources' | 'comments' | 'checks'

/** What is chosen on the screen; lists and text show the same. */
export type Chosen =
  // a line of the list of quotations, by its words
  | { kind: 'utterance'; key: string }
  | { kind: 'finding'; cause: string; rule: string }
  | { kind: 'remark'; id: string }
  // a source, a passage of it, and the sentence of the story that was asked for
  | { kind: 'source'; id: string; range?: Range; sentence?: SentenceOrigin }

export type Panel =
  | { kind: 'revision' }
  | { kind: 'link' }
  | { kind: 'figure' }
  | { kind: 'remark'; as: 'comment' | 'query' | 'note'; range: Range }
  | { kind: 'speaker'; utterance: Utterance }
  | { kind: 'not-a-quotation'; utterance: Utterance; after: 'move-on' | 'stay' }
  | { kind: 'source-passage'; utterance: Utterance }
  | { kind: 'note'; utterance: Utterance }
  | { kind: 'speaker-name'; speaker: StorySpeaker; as: 'merge' | 'put-right' }
  // asks once who is at the desk, then goes on
  | { kind: 'name'; then: () => void }
  | { kind: 'settle'; as: 'waive' | 'wrong-alarm'; rule: string; cause: string; message: string }
  | { kind: 'attach' }
  | { kind: 'copy-clean' }
  | { kind: 'proposals' }
  | { kind: 'wire-update'; source: string }
  | { kind: 'fixes' }

/** What the parts of the screen share. */
export interface StoryView {
  story: OpenStory
  now: StoryNow
  tab: Tab
  chosen: Chosen | undefined
  panel: Panel | undefined
  openTab: (tab: Tab) => void
  choose: (chosen: Chosen | undefined) => void
  open: (panel: Panel | undefined) => void
}

export const StoryViewContext = createContext<Omit<StoryView, 'now'> | undefined>(undefined)

/** What the screen shares, and what the story holds now: see `useStoryNow` for when a component is drawn again. */
export function useStoryView(): StoryView {
  const view = useContext(StoryViewContext)
  if (!view) throw new Error('Used outside the story screen')
  const now = useStoryNow(view.story)
  return { ...view, now }
}
