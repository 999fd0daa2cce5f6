import { useDeferredValue, useEffect, useMemo, useRef, useState, type MouseEvent } from 'react'
import { addressOf, go } from '../navigation'
import { useStoryNow, type OpenStory } from '../story'
import { AskText, attempt, Button, EmptyState, say, Screen, Segments, ToolRow } from '../ui'
import { CouldNotCompare, Reading, useFocusOnText, useSelectedInSight, Waiting } from './body'
import { ChangeBar } from './change-bar'
import { ChangeList } from './change-list'
import { counted } from './filters'
import { useLayout } from './layout'
import { ListColumn } from './list-column'
import { Minimap } from './minimap'
import { modelOf } from './model'
import { NothingChanged } from './nothing-changed'
import { DropToCompare } from './outside-copies'
import { OutsideDialog } from './outside-dialog'
import { SideHeads } from './side-heads'
import { sideOf, sidesFor, type OutsideCopy } from './sides'
import { DecideTools, TopBar } from './top-bar'
import { useCompareCommands } from './use-compare-commands'
import { useDecisionCommands } from './use-decision-commands'
import { draftHand, useSession } from './use-session'
import { useShelf, useSide } from './use-sides'

/** A story that is open, compared. */
export function ComparedStory({ story, old, now: fresh }: { story: OpenStory; old?: string; now?: string }) {
  const now = useStoryNow(story)
  const { card } = now
  const shelf = useShelf(now)
  const [standard] = useState(() => sidesFor(undefined, undefined, card.revision))
  const names = { old: old ?? standard.old, new: fresh ?? standard.new }
  const listed = now.revisions.length > 0 || card.revision === 0
  const sides = {
    old: useSide(story.id, names.old, shelf, listed),
    new: useSide(story.id, names.new, shelf, listed),
  }
  const { session, now: at } = useSession(story, sides.old, sides.new, JSON.stringify([story.id, names.old, names.new]))
  // The list and the text are drawn when there is time; keys and the bar answer at once.
  const deferred = useDeferredValue(useMemo(() => ({ session, at }), [session, at]))
  const drawn = deferred.session === session ? deferred.at : at
  const compared = drawn.compared
  const model = useMemo(() => compared && modelOf(compared), [compared])
  const liveModel = useMemo(() => at.compared && modelOf(at.compared), [at.compared])
  const hand = useMemo(() => draftHand(story), [story])
  const layout = useLayout()
  const scroller = useRef<HTMLDivElement>(null)
  const [picker, setPicker] = useState<'old' | 'new'>()
  const [asking, setAsking] = useState<'old' | 'new' | 'either'>()
  const [saving, setSaving] = useState(false)

  useEffect(() => {
    document.title = `Compare ${card.slug} · Writethru`
  }, [card.slug])
  useEffect(() => {
    // The address names both sides, so that it means the same tomorrow and Back leads out.
    if (old === undefined || fresh === undefined)
      location.replace(addressOf({ screen: 'compare', story: story.id, ...standard, ...(old ? { old } : {}) }))
  }, [old, fresh, story.id, standard])
  useSelectedInSight(
    scroller,
    drawn.selected,
    `${layout.view} ${layout.fold} ${drawn.of?.old.key} ${drawn.of?.new.key}`,
  )

  const pick = (side: 'old' | 'new', name: string) => go({ screen: 'compare', story: story.id, ...names, [side]: name })
  const swap = () => go({ screen: 'compare', story: story.id, old: names.new, new: names.old })
  const onOutside = (copy: OutsideCopy, side: 'old' | 'new' | 'either') => {
    if (side !== 'either') return pick(side, `file:${copy.id}`)
    // What is live is held against the release it came from, else against the draft that can take it in.
    const from = sideOf(names.old)?.kind === 'release' ? 'release' : 'draft'
    go({ screen: 'compare', story: story.id, old: from, new: `file:${copy.id}` })
  }
  useDecisionCommands({ story, session, now: at, model: liveModel, hand, names })
  useCompareCommands({
    story: story.id,
    slug: card.slug,
    session,
    now: at,
    sides,
    swap,
    openPicker: setPicker,
    openFile: () => setAsking('either'),
    save: () => setSaving(true),
  })

  const missing = [sides.old, sides.new].find((side) => side.kind === 'missing')
  const draft = at.of?.draft
  const decides = draft !== undefined
  const ready = compared && model && !missing && at.phase !== 'failed'
  useFocusOnText(scroller, !!ready)
  const oldSide = sideOf(names.old)
  const published =
    oldSide?.kind === 'release' ||
    (oldSide?.kind === 'revision' &&
      now.releases.some(({ revisionId }) =>
        now.revisions.some(({ id, number }) => id === revisionId && number === oldSide.number),
      ))
  const onClick = (event: MouseEvent) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-change]')
    const id = place?.dataset['change']
    if (id !== undefined && getSelection()?.isCollapsed !== false) session.select(id)
  }
  const outsideName =
    sides.new.kind === 'there' && sideOf(names.new)?.kind === 'file' ? sides.new.card.title : undefined

  return (
    <Screen label="Compare" className="cmp-screen">
      <TopBar
        slug={card.slug}
        save={decides ? now.save.kind : undefined}
        onFile={() => setAsking('either')}
        onSave={() => setSaving(true)}
      />
      <ToolRow label="Changes">
        <Segments
          label="Filter"
          value={at.filter}
          choices={counted(at.compared?.changes ?? [])}
          onChange={(filter) => session.narrow(filter)}
        />
        <span className="spring" />
        {decides ? (
          <DecideTools />
        ) : (
          ready &&
          names.old !== names.new && (
            <Button
              size="small"
              kind="quiet"
              tip="Changes can be taken when one side is the draft"
              onPress={() => pick(sideOf(names.new)?.kind === 'file' ? 'old' : 'new', 'draft')}
            >
              Compare with the draft
            </Button>
          )
        )}
      </ToolRow>
      {now.save.kind === 'failed' && (
        <div className="banner danger" role="alert">
          The draft could not be saved: {now.save.message} It is kept here and tried again.
          <Button size="small" onPress={() => story.retry()}>
            Try again
          </Button>
        </div>
      )}
      <div className={`cmp-columns-frame${layout.drawer ? ' drawer' : ''}`}>
        <section className="cmp-middle" data-view={layout.view} aria-label="Comparison">
          <SideHeads
            names={names}
            sides={sides}
            shelf={shelf}
            open={picker}
            onOpen={setPicker}
            onPick={pick}
            onFile={setAsking}
          />
          {compared && at.phase === 'comparing' && <Waiting words="Comparing again" place="strip" />}
          <div className="cmp-sight">
            {/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard; J and K step through the changes, a click is the pointer's way */}
            <div
              className="cmp-scroll"
              ref={scroller}
              role="group"
              aria-label="What the versions say"
              tabIndex={0}
              onClick={onClick}
            >
              {missing?.kind === 'missing' ? (
                <EmptyState
                  title="One side is not there"
                  actions={
                    <>
                      <Button kind="primary" onPress={() => setPicker(sides.old.kind === 'missing' ? 'old' : 'new')}>
                        Choose another
                      </Button>
                      <Button onPress={() => setAsking(sides.old.kind === 'missing' ? 'old' : 'new')}>
                        Choose a file
                      </Button>
                    </>
                  }
                >
                  {missing.why}
                </EmptyState>
              ) : at.phase === 'failed' ? (
                <CouldNotCompare why={at.failure ?? ''} onAgain={() => session.again()} />
              ) : !compared || !model ? (
                <Waiting words="Comparing" place="page" />
              ) : compared.changes.length === 0 ? (
                <NothingChanged
                  names={names}
                  revision={card.revision}
                  onPick={pick}
                  onFile={() => setAsking('either')}
                />
              ) : (
                <Reading
                  now={drawn}
                  compared={compared}
                  model={model}
                  view={layout.view}
                  fold={layout.fold}
                  published={published}
                  outside={sideOf(names.new)?.kind === 'file'}
                  source={oldSide?.kind === 'source' && sides.old.kind === 'there' ? sides.old.card.title : undefined}
                  onSelect={(id) => session.select(id)}
                  onTake={(id) => void attempt(() => session.take([id], hand))}
                  onLeave={(id) => session.leave([id])}
                />
              )}
            </div>
            {ready && layout.view !== 'list' && compared.changes.length > 0 && (
              <Minimap scroller={scroller} compared={compared} model={model} view={`${layout.view} ${layout.fold}`} />
            )}
          </div>
        </section>
        <ListColumn label="List of changes">{ready && <ChangeList session={session} now={drawn} />}</ListColumn>
      </div>
      {ready && <ChangeBar now={at} decides={decides} />}
      <div className="visually-hidden" role="status" aria-live="polite" aria-label="Step">
        {at.said}
      </div>
      <DropToCompare onRead={(copy) => onOutside(copy, 'either')} />
      {asking && <OutsideDialog onRead={(copy) => onOutside(copy, asking)} onClose={() => setAsking(undefined)} />}
      {saving && (
        <AskText
          title="Save revision"
          label="Note"
          hint="What this revision is, in a few words."
          value={outsideName ? `Taken in from ${outsideName}` : ''}
          action="Save revision"
          required={false}
          onDone={async (note) => {
            const made = await attempt(() => story.createRevision(note))
            if (made) say(`Saved as r${made.number}.`, { kind: 'good' })
            return undefined
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </Screen>
  )
}
