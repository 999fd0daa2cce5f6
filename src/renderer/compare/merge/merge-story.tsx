import { ArrowLeft, ChevronDown, ChevronUp, PanelRight, Redo2, Undo2 } from 'lucide-react'
import { useEffect, useRef, useState, type MouseEvent, type RefObject } from 'react'
import type { Settlement } from '@core/comparison'
import { useSettings } from '../../app/settings'
import { go } from '../../navigation'
import { theirName, theirSpan, useStoryNow, type OpenStory } from '../../story'
import {
  AskText,
  attempt,
  Button,
  CommandButton,
  count,
  EmptyState,
  say,
  Screen,
  Segments,
  shortTime,
  Toggle,
  ToolRow,
} from '../../ui'
import { Waiting, useFocusOnText } from '../body'
import { setLayout, useLayout } from '../layout'
import { ListColumn } from '../list-column'
import { MergeList } from './merge-list'
import { MergeText } from './merge-text'
import { OwnWords } from './own-words'
import { useMerge } from './use-merge'
import { useMergeCommands } from './use-merge-commands'
import {
  commonWords,
  describeConflict,
  filtersOf,
  leftWords,
  passes,
  settledWords,
  type Choice,
  type FilterId,
} from './words'

/** What waits for a story that is open, settled and merged. */
export function MergeStory({ story, tip }: { story: OpenStory; tip: string }) {
  const { card, savedAt } = useStoryNow(story)
  const { name } = useSettings()
  const merge = useMerge(story, tip)
  const { opened, reading, settlements } = merge
  const layout = useLayout()
  const [filter, setFilter] = useState<FilterId>('all')
  const [picked, setPicked] = useState<string>()
  const [typing, setTyping] = useState<string>()
  const [saving, setSaving] = useState(false)
  const [told, setTold] = useState('')
  const scroller = useRef<HTMLDivElement>(null)
  const conflicts = reading?.conflicts ?? []
  const shown = conflicts.filter((conflict) => passes(conflict, settlements, filter) || conflict.id === picked)
  const selected = (
    conflicts.find(({ id }) => id === picked) ??
    conflicts.find(({ id }) => !settlements.has(id)) ??
    conflicts[0]
  )?.id
  const at = shown.findIndex(({ id }) => id === selected)
  const conflict = shown[at]
  const altered = conflicts.filter(({ touches }) => touches.includes('quoted-words')).length
  const left = conflicts.filter(({ id }) => !settlements.has(id)).length
  const waiting = opened?.waiting
  const names = { ours: name || 'this desk', theirs: waiting ? theirName(waiting) : '' }

  useEffect(() => {
    document.title = `Merge ${card.slug} · Writethru`
  }, [card.slug])
  useConflictInSight(scroller, selected, reading)
  useFocusOnText(scroller, reading !== undefined)

  const select = (id: string, before = '') => {
    const index = conflicts.findIndex((one) => one.id === id)
    const one = conflicts[index]
    if (!one) return
    setPicked(id)
    const settled = settlements.get(id)
    setTold(
      `${before}Conflict ${index + 1} of ${conflicts.length}: ${describeConflict(one)}. ${settled === undefined ? 'To settle' : `Settled: ${settledWords(settled)}`}.`,
    )
  }
  const settle = (id: string, as: Settlement) => {
    merge.settle(id, as)
    const open = conflicts.filter((one) => one.id !== id && !settlements.has(one.id))
    const from = conflicts.findIndex((one) => one.id === id)
    const next = open.find((one) => conflicts.indexOf(one) > from) ?? open[0]
    const done = `Settled: ${settledWords(as)}. ${leftWords(open.length)}. `
    if (next) select(next.id, done)
    else {
      setPicked(id)
      setTold(done)
    }
  }
  const choose = (id: string, choice: Choice) => {
    setPicked(id)
    if (choice === 'words') setTyping(id)
    else settle(id, choice)
  }
  const step = (by: 1 | -1) => {
    const next = shown[(at + by + shown.length) % shown.length]
    if (next) select(next.id)
  }
  const back = () => go({ screen: 'story', story: story.id })
  useMergeCommands({
    merge,
    conflict,
    left,
    step,
    toOpen: () => {
      const from = conflicts.findIndex(({ id }) => id === selected)
      const order = [...conflicts.slice(from + 1), ...conflicts.slice(0, from + 1)]
      const next = order.find(({ id }) => !settlements.has(id))
      if (next) select(next.id)
      else say('Every conflict is settled.')
    },
    choose,
    unsettle: (id) => {
      merge.settle(id, undefined)
      setPicked(id)
      setTold('Not settled any more.')
    },
    undone: (id, words) => {
      setPicked(id)
      setTold(words)
    },
    filter: () => {
      const all: FilterId[] = ['all', 'open', 'settled', 'quotations']
      setFilter(all[(all.indexOf(filter) + 1) % all.length]!)
    },
    save: () => setSaving(true),
    back,
  })
  const save = async (note: string) => {
    const before = card.revision
    const made = await attempt(() => story.merge({ tip, settled: [...merge.settled], note }))
    if (!made) {
      merge.again()
      return undefined
    }
    back()
    say(
      `Merged as r${made.number}. It stands on ${made.number - 1 === before ? `r${before}` : 'the draft'} and on ${names.theirs}’s.`,
      {
        kind: 'good',
        action: {
          label: 'Compare',
          run: () =>
            go({
              screen: 'compare',
              story: story.id,
              old: String(story.now().revisions[1]?.number ?? before),
              new: 'draft',
            }),
        },
      },
    )
    return undefined
  }
  const onClick = (event: MouseEvent) => {
    const place = (event.target as Element).closest<HTMLElement>('[data-conflict]')
    const id = place?.dataset['conflict']
    if (id !== undefined && !(event.target as Element).closest('button') && getSelection()?.isCollapsed !== false)
      select(id)
  }
  const typed = conflicts.find(({ id }) => id === typing)
  const typedAs = typing === undefined ? undefined : settlements.get(typing)
  return (
    <Screen label="Merge" className="cmp-screen mrg-screen">
      <header className="title-bar">
        <CommandButton command="merge.close" size="small" kind="quiet" icon={<ArrowLeft size={16} />} />
        <h1>
          Merge <span className="mono cmp-slug">{card.slug}</span>
        </h1>
        <span className="save-mark saved" role="status" aria-label="Settled">
          {merge.settled.length > 0 ? 'Settlements kept' : ''}
        </span>
        <span className="spring" />
        <CommandButton command="merge.undo" size="small" kind="quiet" icon={<Undo2 size={15} />} />
        <CommandButton command="merge.redo" size="small" kind="quiet" icon={<Redo2 size={15} />} />
        <span className="mrg-left" id="merge-left">
          {reading ? leftWords(left) : ''}
        </span>
        <CommandButton command="merge.save" kind="primary" size="small" aria-describedby="merge-left">
          Merge
        </CommandButton>
        <Toggle
          label="List of conflicts"
          keys="Mod-Shift-\\"
          size="small"
          icon={<PanelRight size={16} />}
          isSelected={layout.list === 'open'}
          onChange={(open) => setLayout({ list: open ? 'open' : 'shut' })}
        />
      </header>
      <ToolRow label="Conflicts">
        <Segments label="Filter" value={filter} choices={filtersOf(conflicts, settlements)} onChange={setFilter} />
        <span className="spring" />
        <CommandButton command="merge.next-open" size="small" kind="quiet" />
      </ToolRow>
      <div className={`cmp-columns-frame${layout.drawer ? ' drawer' : ''}`}>
        <section className="cmp-middle" aria-label="Merge">
          {waiting && (
            <div className="mrg-heads">
              <Head label="Common" title={commonWords(waiting)} detail="" />
              <Head
                label="Ours"
                title="Draft"
                detail={`after r${card.revision} · ${names.ours} · ${shortTime(savedAt)}`}
              />
              <Head
                label="Theirs"
                title={theirSpan(waiting)}
                detail={`${names.theirs} · ${shortTime(waiting.revisions.at(-1)!.at)} · ${waiting.file}`}
              />
            </div>
          )}
          <div className="cmp-sight">
            {/* oxlint-disable jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- it scrolls by keyboard; J and K step through the conflicts, a click is the pointer's way */}
            <div
              className="cmp-scroll"
              ref={scroller}
              role="group"
              aria-label="The merged text"
              tabIndex={0}
              onClick={onClick}
            >
              {merge.failed !== undefined ? (
                <EmptyState
                  title="There is nothing to merge here"
                  actions={
                    <>
                      <Button kind="primary" onPress={back}>
                        Back to the story
                      </Button>
                      <Button onPress={merge.again}>Try again</Button>
                    </>
                  }
                >
                  {merge.failed}
                </EmptyState>
              ) : !reading ? (
                <Waiting words="Merging" place="page" />
              ) : (
                <div className="cmp-page view-inline">
                  <header className="cmp-summary">
                    <p>{summary(reading.conflicts.length, left)}</p>
                    {altered > 0 && (
                      <p className="cmp-altered-count">
                        <span aria-hidden>≠</span> Words inside quotation marks were changed on both sides in{' '}
                        {altered === 1 ? 'one place' : `${altered} places`}.
                      </p>
                    )}
                    <p className="mrg-taken">
                      Taken without asking: {count(reading.taken.ours, 'change')} of ours{' '}
                      <span className="mrg-whose by-ours" aria-hidden>
                        O
                      </span>
                      , {reading.taken.theirs} of {names.theirs}’s{' '}
                      <span className="mrg-whose by-theirs" aria-hidden>
                        T
                      </span>
                      {reading.taken.both > 0 && (
                        <>
                          , {reading.taken.both} that both made{' '}
                          <span className="mrg-whose by-both" aria-hidden>
                            =
                          </span>
                        </>
                      )}
                      .
                    </p>
                  </header>
                  <MergeText
                    blocks={reading.blocks}
                    conflicts={conflicts}
                    settlements={settlements}
                    selected={selected}
                    names={names}
                    onChoose={choose}
                  />
                </div>
              )}
            </div>
          </div>
        </section>
        <ListColumn label="List of conflicts">
          {reading && (
            <MergeList
              conflicts={conflicts}
              shown={shown}
              settlements={settlements}
              selected={selected}
              onSelect={(id) => select(id)}
              onShowAll={() => setFilter('all')}
            />
          )}
        </ListColumn>
      </div>
      {conflict && (
        <div className="cmp-bar" role="toolbar" aria-label="Selected conflict">
          <span className="cmp-bar-place">
            {at + 1} of {shown.length}
          </span>
          <p className={`cmp-bar-words${conflict.touches.includes('quoted-words') ? ' altered' : ''}`}>
            {describeConflict(conflict)}
          </p>
          <CommandButton command="merge.ours" size="small" />
          <CommandButton command="merge.theirs" size="small" />
          <CommandButton command="list.previous" size="small" kind="quiet" icon={<ChevronUp size={16} />} />
          <CommandButton command="list.next" size="small" kind="quiet" icon={<ChevronDown size={16} />} />
        </div>
      )}
      <div className="visually-hidden" role="status" aria-live="polite" aria-label="Step">
        {told}
      </div>
      {typed && (
        <OwnWords
          conflict={typed}
          value={(typeof typedAs === 'object' ? typedAs.words : typed.oursText || typed.theirsText).replace(/\n$/u, '')}
          onDone={(words) => settle(typed.id, { words })}
          onClose={() => setTyping(undefined)}
        />
      )}
      {saving && waiting && (
        <AskText
          title="Merge into one revision"
          label="Note"
          hint="What this merge is, in a few words. The revision stands on both sides; restoring one before it takes it back."
          value={`Merged ${theirSpan(waiting)} by ${names.theirs}`}
          action="Merge"
          required={false}
          onDone={save}
          onClose={() => setSaving(false)}
        />
      )}
    </Screen>
  )
}

function summary(conflicts: number, left: number): string {
  if (conflicts === 0) return 'Nothing was changed on both sides.'
  const places = `${count(conflicts, 'place was', 'places were')} changed on both sides`
  return left === 0
    ? `${places}; ${conflicts === 1 ? 'it is' : 'every one is'} settled.`
    : `${places}; ${left} ${left === 1 ? 'is' : 'are'} left to settle.`
}

function Head({ label, title, detail }: { label: string; title: string; detail: string }) {
  return (
    <div className="mrg-head" title={[title, detail].filter(Boolean).join(' · ')}>
      <span className="cmp-side-label">{label}</span>
      <span className="cmp-side-title">{title}</span>
      <span className="cmp-side-detail">{detail}</span>
    </div>
  )
}

const fringe = 12

/** Brings the selected conflict into sight, its place in the text above its card, when another one is selected. */
function useConflictInSight(scroller: RefObject<HTMLElement | null>, selected: string | undefined, of: unknown) {
  const there = of !== undefined
  useEffect(() => {
    const area = scroller.current
    if (selected === undefined || !there || !area) return
    const show = () => {
      const card = area.querySelector<HTMLElement>(`section[data-conflict="${CSS.escape(selected)}"]`)
      if (!card) return
      const view = area.getBoundingClientRect()
      const at = card.getBoundingClientRect()
      const inSight = at.top >= view.top + fringe && at.bottom <= view.bottom - fringe
      // Rectangles are measured as drawn, scroll offsets before zooming.
      const zoom = view.height / area.offsetHeight || 1
      // Its place in the text stands above it; where both do not fit, what one chooses by comes first.
      const space = Math.max(fringe, (view.height - at.height) / 2)
      if (!inSight) area.scrollBy({ top: (at.top - view.top - space) / zoom })
    }
    show()
    // Blocks drawn for the first time may be taller than guessed.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [scroller, selected, there])
}
