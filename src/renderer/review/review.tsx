import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { ManuscriptView } from '../editor'
import {
  Dialogs,
  HoverCard,
  SaveBanner,
  StoryViewContext,
  useChoiceInText,
  useEyeLevel,
  useMarks,
  useQuotationList,
  useStoryNow,
  type Chosen,
  type OpenStory,
  type Panel,
  type StoryView,
} from '../story'
import { Screen } from '../ui'
import { Evidence } from './evidence'
import { Finished } from './finished'
import { ListPane, type ListPaneHandle } from './list-pane'
import { ReviewBar } from './review-bar'
import { useReviewCommands } from './use-review-commands'

/** A story under review: list, text, evidence. Everything is done by keys; each has a button and a menu entry too. */
export function Review({ story }: { story: OpenStory }) {
  const now = useStoryNow(story)
  const [chosen, setChosen] = useState<Chosen>()
  const [panel, open] = useState<Panel>()
  const [listed, setListed] = useState<StoryView['listed']>('quotations')
  // Only quotations are chosen here: the evidence of one stands beside the text all the time.
  const choose = useCallback((to: Chosen | undefined) => {
    if (to === undefined || to.kind === 'utterance') setChosen(to)
  }, [])
  const openTab = useCallback(() => undefined, [])
  const list = useQuotationList(story, now, chosen, choose)
  const view = useMemo<StoryView>(
    () => ({ story, now, tab: 'quotations', chosen, panel, list, listed, setListed, openTab, choose, open }),
    [story, now, chosen, panel, list, listed, openTab, choose],
  )
  return (
    <StoryViewContext value={view}>
      <Panes view={view} />
    </StoryViewContext>
  )
}

function Panes({ view: { story, now, chosen, list, choose } }: { view: StoryView }) {
  const handle = useRef<ListPaneHandle>(null)
  useMarks(story, now, chosen)
  useChoiceInText(story, choose)
  useReviewCommands(() => handle.current?.focus())
  useEyeLevel(story)
  useEffect(() => {
    document.title = `Review of ${now.card.slug} · Writethru`
  }, [now.card.slug])
  // A review opens on the first thing to decide.
  const [first] = list.items
  const begin = chosen === undefined && first !== undefined
  useEffect(() => {
    if (!begin) return
    choose({ kind: 'utterance', key: first.key })
    const { known } = story.now()
    const range = first.places[0] && known && story.rangeNow(known.of, first.places[0])
    if (range) story.show(range)
  }, [begin])
  return (
    <Screen label="Attribution review" className="review-screen">
      <ReviewBar />
      <SaveBanner />
      <Finished />
      <div className="review-panes">
        <ListPane ref={handle} />
        <section className="review-text" aria-label="Story" data-text-pane="">
          <div className="story-page">
            <ManuscriptView held={story} label="Manuscript" />
          </div>
        </section>
        <Evidence />
      </div>
      <HoverCard />
      <Dialogs />
    </Screen>
  )
}
