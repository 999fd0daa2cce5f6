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
  useListing,
  useStoryView,
  WithQuotationList,
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
  const [chosen, setChosen] = useState<Chosen>()
  const [panel, open] = useState<Panel>()
  // Only quotations are chosen here: the evidence of one stands beside the text all the time.
  const choose = useCallback((to: Chosen | undefined) => {
    if (to === undefined || to.kind === 'utterance') setChosen(to)
  }, [])
  const openTab = useCallback(() => undefined, [])
  const view = useMemo<Omit<StoryView, 'now'>>(
    () => ({ story, tab: 'quotations', chosen, panel, openTab, choose, open }),
    [story, chosen, panel, openTab, choose],
  )
  return (
    <StoryViewContext value={view}>
      <WithQuotationList>
        <Panes story={story} />
      </WithQuotationList>
    </StoryViewContext>
  )
}

function Panes({ story }: { story: OpenStory }) {
  const handle = useRef<ListPaneHandle>(null)
  const focusList = useCallback(() => handle.current?.focus(), [])
  return (
    <Screen label="Attribution review" className="review-screen">
      <AtWork focusList={focusList} />
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

/** What the screen does without showing anything itself; drawn apart, so that it draws nothing else. */
function AtWork({ focusList }: { focusList: () => void }) {
  const { story, now, chosen, choose } = useStoryView()
  const { list } = useListing()
  useMarks(story, now, chosen)
  useEyeLevel(story)
  useChoiceInText(story, choose)
  useReviewCommands(focusList)
  const { slug } = now.card
  useEffect(() => {
    document.title = `Review of ${slug} · Writethru`
  }, [slug])
  // A review opens on the first thing to decide; until somebody goes elsewhere, that is whatever stands first. Another
  // filter that does not hold what was chosen begins at its first too.
  const [first] = list.items
  const { filter } = list
  const begun = useRef<{ key: string | undefined; filter: typeof filter }>({ key: undefined, filter })
  const key = chosen?.kind === 'utterance' ? chosen.key : undefined
  const held = list.items.some((item) => item.key === key)
  useEffect(() => {
    const before = begun.current
    const begins =
      key === undefined || (key === before.key && key !== first?.key) || (filter !== before.filter && !held)
    begun.current = { ...before, filter }
    if (!first || !begins) return
    begun.current.key = first.key
    choose({ kind: 'utterance', key: first.key })
    const { known } = story.now()
    const range = first.places[0] && known && story.rangeNow(known.of, first.places[0])
    if (range) story.show(range)
  }, [story, first, key, filter, held, choose])
  return null
}
