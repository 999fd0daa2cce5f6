import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { plainText, toPosition } from '@core/manuscript'
import { Thread } from './comments-panel'
import { useStoryView } from './desk-view'

// Space between two cards, and the least room beside the text in which a card can be read. CSS pixels.
const gap = 8
const leastRoom = 216

/** Open remarks beside the words they are on: aligned with them, pushed down where they would overlap. */
export function Margin() {
  const { story, now, chosen, choose, openTab } = useStoryView()
  const box = useRef<HTMLDivElement>(null)
  const [wide, setWide] = useState(false)
  const [tops, setTops] = useState<ReadonlyMap<string, number>>(new Map())
  const open = now.annotations.filter(({ resolved, orphan }) => !resolved && !orphan)

  const place = useCallback(() => {
    const { view } = story
    const frame = box.current?.parentElement
    if (!view || !frame || !box.current) return
    const scale = frame.getBoundingClientRect().width / frame.offsetWidth || 1
    const top = frame.getBoundingClientRect().top
    const plain = plainText(story.state.doc)
    const want = story
      .now()
      .annotations.filter(({ resolved, orphan }) => !resolved && !orphan)
      .map(({ id, anchor }) => {
        const position = Math.min(toPosition(plain, anchor.start), story.state.doc.content.size)
        return { id, at: (view.coordsAtPos(position).top - top) / scale }
      })
      .sort((a, b) => a.at - b.at)
    const placed = new Map<string, number>()
    let free = 0
    for (const { id, at } of want) {
      const card = box.current.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`)
      const y = Math.max(at, free)
      placed.set(id, y)
      free = y + (card?.offsetHeight ?? 0) + gap
    }
    setTops((before) => (same(before, placed) ? before : placed))
    const text = view.dom.getBoundingClientRect()
    setWide((frame.getBoundingClientRect().right - text.right) / scale >= leastRoom)
  }, [story])

  useLayoutEffect(() => {
    if (open.length === 0) return
    const frame = requestAnimationFrame(place)
    return () => cancelAnimationFrame(frame)
  }, [now.manuscript, now.annotations, chosen, place, open.length, wide])
  useEffect(() => {
    const frame = box.current?.parentElement
    if (!frame) return
    const watch = new ResizeObserver(() => place())
    watch.observe(frame)
    return () => watch.disconnect()
  }, [place])

  return (
    <div
      ref={box}
      className={wide ? 'margin cards' : 'margin'}
      role="complementary"
      aria-label="Remarks beside the text"
    >
      {open.map((annotation) => (
        <div
          key={annotation.id}
          data-card={annotation.id}
          className={`margin-card${chosen?.kind === 'remark' && chosen.id === annotation.id ? ' chosen' : ''}`}
          style={{ top: tops.get(annotation.id) ?? 0, visibility: tops.has(annotation.id) ? 'visible' : 'hidden' }}
        >
          {wide ? (
            <Thread annotation={annotation} compact="yes" />
          ) : (
            <button
              type="button"
              className={`margin-dot dot-${annotation.kind}`}
              aria-label={`${annotation.kind}: ${annotation.thread[0]?.text ?? ''}`}
              onClick={() => {
                choose({ kind: 'remark', id: annotation.id })
                openTab('comments')
              }}
            >
              {annotation.kind === 'query' ? '?' : annotation.kind === 'note' ? '·' : '“'}
            </button>
          )}
        </div>
      ))}
    </div>
  )
}

const same = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>) =>
  a.size === b.size && [...b].every(([id, top]) => Math.abs((a.get(id) ?? Infinity) - top) < 1)
