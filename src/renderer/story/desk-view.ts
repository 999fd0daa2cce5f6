import { createContext, useContext } from 'react'
import type { StorySpeaker, Utterance } from '@core/analysis'
import type { Range } from '@core/manuscript'
import type { OpenStory, StoryNow } from './store'
import type { QuotationList } from './use-quotation-list'

export type Tab = 'quotations' | 'sources' | 'comments' | 'checks'

/** What is chosen on the screen; lists and text show the same. */
export type Chosen =
  // a line of the list of quotations, by its words
  | { kind: 'utterance'; key: string }
  | { kind: 'finding'; cause: string; rule: string }
  | { kind: 'remark'; id: string }
  | { kind: 'source'; id: string; range?: Range }

export type Panel =
  | { kind: 'revision' }
  | { kind: 'link' }
  | { kind: 'figure' }
  | { kind: 'remark'; as: 'comment' | 'query' | 'note'; range: Range }
  | { kind: 'speaker'; utterance: Utterance }
  | { kind: 'not-a-quotation'; utterance: Utterance }
  | { kind: 'source-passage'; utterance: Utterance }
  | { kind: 'note'; utterance: Utterance }
  | { kind: 'speaker-name'; speaker: StorySpeaker; as: 'merge' | 'put-right' }
  // asks once who is at the desk, then goes on
  | { kind: 'name'; then: () => void }
  | { kind: 'settle'; as: 'waive' | 'wrong-alarm'; rule: string; cause: string; message: string }
  | { kind: 'attach' }
  | { kind: 'copy-clean' }
  | { kind: 'fixes' }

/** What the parts of the screen share. */
export interface StoryView {
  story: OpenStory
  now: StoryNow
  tab: Tab
  chosen: Chosen | undefined
  panel: Panel | undefined
  list: QuotationList
  /** Whether the list shows quotations or who said them. */
  listed: 'quotations' | 'speakers'
  setListed: (listed: 'quotations' | 'speakers') => void
  openTab: (tab: Tab) => void
  choose: (chosen: Chosen | undefined) => void
  open: (panel: Panel | undefined) => void
}

export const StoryViewContext = createContext<StoryView | undefined>(undefined)

export function useStoryView(): StoryView {
  const view = useContext(StoryViewContext)
  if (!view) throw new Error('Used outside the story screen')
  return view
}

/** Whether somebody must look: no speaker, other words than the source, or changed since it was checked. */
export const needs = (utterance: Utterance): boolean =>
  utterance.state === 'open' || utterance.state === 'altered' || utterance.state === 'check-again'
