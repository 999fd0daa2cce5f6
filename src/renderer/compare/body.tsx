import { useEffect, useState, type RefObject } from 'react'
import type { Compared } from '../analysis'
import { Button, EmptyState } from '../ui'
import { ColumnsView } from './columns-view'
import { InlineView } from './inline-view'
import { ListView } from './list-view'
import type { ViewId } from './layout'
import { sharedShare, type Model } from './model'
import { deedWords, type SessionNow } from './session'
import { outsideWords } from './words'

/** The comparison as one reads it, under its summary. */
export function Reading({
  now,
  compared,
  model,
  view,
  fold,
  published,
  outside,
  source,
  onSelect,
  onTake,
  onLeave,
}: {
  now: SessionNow
  compared: Compared
  model: Model
  view: ViewId
  fold: boolean
  /** Whether readers have seen the old side. */
  published: boolean
  /** Whether the new side came from outside the library. */
  outside: boolean
  /** What the old side is called, where it is wire. */
  source: string | undefined
  onSelect: (id: string) => void
  onTake: (id: string) => void
  onLeave: (id: string) => void
}) {
  const { summary, correction } = compared
  const altered = compared.changes.filter(({ touches }) => touches.includes('quoted-words')).length
  const side = now.of?.draft?.side
  return (
    <div className={`cmp-page view-${view}`}>
      <header className="cmp-summary">
        {published && outside && <p className="cmp-outside-count">{outsideWords(compared.changes)}</p>}
        {source !== undefined && (
          <p className="cmp-outside-count">
            {Math.round(sharedShare(compared.reading) * 100)} % of the words stand in {source} as they are.
          </p>
        )}
        <p>{summary.sentence}.</p>
        {altered > 0 && (
          <p className="cmp-altered-count">
            <span aria-hidden>≠</span>{' '}
            {altered === 1
              ? 'Words inside quotation marks changed in one place.'
              : `Words inside quotation marks changed in ${altered} places.`}
          </p>
        )}
      </header>
      {view === 'inline' && <InlineView reading={compared.reading} model={model} selected={now.selected} fold={fold} />}
      {view === 'columns' && <ColumnsView rows={compared.rows} model={model} selected={now.selected} fold={fold} />}
      {view === 'list' && (
        <ListView
          now={now}
          decides={side !== undefined}
          correction={published ? correction : undefined}
          onSelect={onSelect}
          onTake={onTake}
          onLeave={onLeave}
          takeWord={deedWords[side ?? 'old'].take}
          leaveWord={deedWords[side ?? 'old'].leave}
        />
      )}
    </div>
  )
}

// Shorter waits are not worth a word (product.md).
const patience = 1000

/** Says that a comparison takes its time, once it does. */
export function Waiting({ words, place }: { words: string; place: 'page' | 'strip' }) {
  const [long, setLong] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!long) return null
  return (
    <div className={`cmp-waiting ${place}`} role="status">
      <span>{words}</span>
      <span className="cmp-waiting-bar" role="progressbar" aria-label={words} />
    </div>
  )
}

/** Brings the selected change into sight when another one is selected or it stands elsewhere. */
export function useSelectedInSight(scroller: RefObject<HTMLElement | null>, selected: string | undefined, of: unknown) {
  useEffect(() => {
    const area = scroller.current
    if (!area || selected === undefined) return
    const show = () => {
      const places = [...area.querySelectorAll<HTMLElement>(`[data-change="${CSS.escape(selected)}"]`)]
      const place =
        places.find((one) => !one.closest('.is-moved-away') && !one.classList.contains('cmp-moved-away')) ?? places[0]
      if (!place) return
      const view = area.getBoundingClientRect()
      const at = place.getBoundingClientRect()
      const inSight = at.top >= view.top + view.height * 0.12 && at.bottom <= view.bottom - view.height * 0.2
      // Rectangles are measured as drawn, scroll offsets before zooming.
      const zoom = view.height / area.offsetHeight || 1
      if (!inSight) area.scrollBy({ top: (at.top - view.top - view.height * 0.35) / zoom })
    }
    show()
    // Blocks drawn for the first time may be taller than guessed.
    const frame = requestAnimationFrame(show)
    return () => cancelAnimationFrame(frame)
  }, [scroller, selected, of])
}

/** The text has the focus when the screen opens, so that it scrolls by keyboard. */
export function useFocusOnText(scroller: RefObject<HTMLElement | null>, ready: boolean) {
  useEffect(() => {
    const { activeElement } = document
    if (ready && (activeElement === document.body || activeElement?.id === 'screen'))
      scroller.current?.focus({ preventScroll: true })
  }, [scroller, ready])
}

export function CouldNotCompare({ why, onAgain }: { why: string; onAgain: () => void }) {
  return (
    <EmptyState
      title="The versions could not be compared"
      actions={
        <Button kind="primary" onPress={onAgain}>
          Compare again
        </Button>
      }
    >
      {why} Both versions are kept as they were.
    </EmptyState>
  )
}
