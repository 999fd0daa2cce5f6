import { ArrowLeft, X } from 'lucide-react'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { ManuscriptView } from '../editor'
import { useSettings } from '../app/settings'
import { go } from '../navigation'
import { Button, Screen, Splitter, Tabs } from '../ui'
import { arrivalAt, forgetArrival, type Arrival } from './arrival'
import { ChecksPanel } from './checks-panel'
import { CommentsPanel } from './comments-panel'
import { StoryViewContext, useStoryView, type Chosen, type Panel, type StoryView, type Tab } from './desk-view'
import { needs } from './quotation-list'
import { Dialogs } from './dialogs'
import { FindBar } from './find-bar'
import { FixesCard } from './fixes-card'
import { HoverCard } from './hover-card'
import { LeftColumn } from './left-column'
import { Margin } from './margin'
import { QuotationsPanel } from './quotations-panel'
import { RevisionView } from './revision-view'
import { SaveBanner } from './save-banner'
import { SourcesPanel } from './sources-panel'
import type { OpenStory } from './store'
import { StoryTools } from './tool-row'
import { TopBar } from './top-bar'
import { setColumns, useColumns } from './use-layout'
import { useChoiceInText } from './use-choice-in-text'
import { useEyeLevel } from './use-eye-level'
import { useMarks } from './use-marks'
import { useSpellingMarks } from './use-spelling'
import { NewsOfSources } from './news-of-sources'
import { WithQuotationList } from './with-quotation-list'
import { WaitingBanner } from './waiting-banner'
import { WireBanner } from './wire-banner'
import { WireUpdatePanel } from './wire-update'
import { useStoryCommands, type Finding } from './use-story-commands'

/** A story that is open, on the screen. */
export function OpenedStory({ story }: { story: OpenStory }) {
  const [arrival, setArrival] = useState(() => arrivalAt(story))
  const [tab, setTab] = useState<Tab>(arrival?.chosen?.kind === 'finding' ? 'checks' : 'quotations')
  const [chosen, choose] = useState<Chosen | undefined>(arrival?.chosen)
  const [panel, open] = useState<Panel>()
  const [find, setFind] = useState<Finding>()
  const [revision, setRevision] = useState<number>()
  useEffect(() => {
    forgetArrival(story)
    if (arrival?.range) story.show(arrival.range, 'focus')
    // A story without a word was started to be written.
    else if (story.state.doc.textContent === '') story.edit()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, when the screen opens
  }, [story])
  const openTab = useCallback((to: Tab) => {
    setTab(to)
    setColumns({ right: 'open' })
  }, [])
  const chooseAndShow = useCallback((to: Chosen | undefined) => {
    choose(to)
    if (to?.kind === 'utterance') setTab('quotations')
    if (to?.kind === 'finding') setTab('checks')
    if (to?.kind === 'source') setTab('sources')
  }, [])
  const view = useMemo<Omit<StoryView, 'now'>>(
    () => ({ story, tab, chosen, panel, openTab, choose: chooseAndShow, open }),
    [story, tab, chosen, panel, openTab, chooseAndShow],
  )
  return (
    <StoryViewContext value={view}>
      <WithQuotationList>
        <Story
          find={find}
          setFind={setFind}
          revision={revision}
          setRevision={setRevision}
          note={arrival && <ArrivalNote arrival={arrival} onClose={() => setArrival(undefined)} />}
        />
      </WithQuotationList>
    </StoryViewContext>
  )
}

function Story({
  find,
  setFind,
  revision,
  setRevision,
  note,
}: {
  find: Finding | undefined
  setFind: (find: Finding | undefined) => void
  revision: number | undefined
  setRevision: (number: number | undefined) => void
  /** What stands over the columns. */
  note: ReactNode
}) {
  const { story, panel } = useStoryView()
  const { spelling } = useSettings()
  const columns = useColumns()
  const left = columns.left === 'open'
  const right = columns.right === 'open'
  return (
    <Screen label="Story" className={`story-screen${spelling ? '' : ' no-spelling'}`}>
      <AtWork find={find} setFind={setFind} />
      <TopBar />
      <SaveBanner />
      {note}
      <WaitingBanner />
      <WireBanner />
      <NewsOfSources />
      <div className={`story-columns${columns.drawers ? ' drawers' : ''}`}>
        {left && (
          <aside className="story-left" style={{ width: columns.leftWidth }} aria-label="Outline and revisions">
            <LeftColumn shown={revision} onShow={setRevision} />
          </aside>
        )}
        {left && !columns.drawers && (
          <Splitter
            label="Width of the left column"
            side="left"
            width={columns.leftWidth}
            min={200}
            max={420}
            onChange={(leftWidth) => setColumns({ leftWidth })}
          />
        )}
        <div className="story-middle">
          {revision === undefined && <StoryTools />}
          {find && <FindBar mode={find} onClose={() => setFind(undefined)} />}
          <WireUpdatePanel />
          <div className="story-scroll" data-text-pane="">
            <div className="story-page">
              {revision === undefined ? (
                <>
                  <ManuscriptView held={story} label="Manuscript" />
                  <Margin />
                </>
              ) : (
                <RevisionView number={revision} onClose={() => setRevision(undefined)} />
              )}
            </div>
          </div>
        </div>
        {right && !columns.drawers && (
          <Splitter
            label="Width of the inspector"
            side="right"
            width={columns.rightWidth}
            min={280}
            max={520}
            onChange={(rightWidth) => setColumns({ rightWidth })}
          />
        )}
        {right && (
          <aside className="story-right" style={{ width: columns.rightWidth }} aria-label="Inspector">
            <Inspector />
          </aside>
        )}
      </div>
      {revision === undefined && <HoverCard />}
      {panel?.kind === 'fixes' && <FixesCard />}
      <Dialogs />
    </Screen>
  )
}

/** Why one came here from another screen, and the way back. */
function ArrivalNote({ arrival, onClose }: { arrival: Arrival; onClose: () => void }) {
  return (
    <div className="banner arrival" role="status">
      <span className="banner-words">{arrival.message}</span>
      <Button size="small" kind="primary" icon={<ArrowLeft size={14} />} onPress={() => go(arrival.back.place)}>
        {arrival.back.title}
      </Button>
      <Button size="small" kind="quiet" aria-label="Dismiss" icon={<X size={14} />} onPress={onClose} />
    </div>
  )
}

/** What the screen does without showing anything itself; drawn apart, so that it draws nothing else. */
function AtWork({ find, setFind }: { find: Finding | undefined; setFind: (find: Finding | undefined) => void }) {
  const { story, now, tab, chosen, choose } = useStoryView()
  useMarks(story, now, chosen)
  useEyeLevel(story)
  useChoiceInText(story, tab === 'quotations' ? choose : undefined)
  useSpellingMarks(story, now.sources)
  useStoryCommands({ find, setFind })
  const { slug } = now.card
  useEffect(() => {
    document.title = `${slug} · Writethru`
  }, [slug])
  return null
}

function Inspector() {
  const { now, tab, openTab } = useStoryView()
  const { known, sources, annotations } = now
  const toDecide = known?.assessment.utterances.filter(needs).length ?? 0
  const open = annotations.filter(({ resolved }) => !resolved).length
  const findings = known?.assessment.findings.length ?? 0
  const title = (words: string, number: number) => (
    <>
      {words}
      {number > 0 && <span className="tab-count">{number}</span>}
    </>
  )
  return (
    <Tabs<Tab>
      label="Inspector"
      value={tab}
      onChange={openTab}
      panels={[
        { id: 'quotations', title: title('Quotations', toDecide), content: <QuotationsPanel /> },
        { id: 'sources', title: title('Sources', sources.length), content: <SourcesPanel /> },
        { id: 'comments', title: title('Comments', open), content: <CommentsPanel /> },
        { id: 'checks', title: title('Checks', findings), content: <ChecksPanel /> },
      ]}
    />
  )
}
