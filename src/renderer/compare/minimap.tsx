import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react'
import type { Compared } from '../analysis'
import { changesIn, type Model } from './model'

type Tone = 'inserted' | 'deleted' | 'replaced' | 'moved' | 'other' | 'altered'

interface Mark {
  /** Share of the whole height, 0 to 1. */
  top: number
  height: number
  tone: Tone
}

// Marks nearer to one another than this share of the height are one mark.
const grain = 1 / 300

/** The whole text in a strip: where changes stand, by shape and colour, and what is on the screen. For the pointer only. */
export function Minimap({
  scroller,
  compared,
  model,
  view,
}: {
  scroller: RefObject<HTMLElement | null>
  compared: Compared
  model: Model
  /** Anything that changes where blocks stand. */
  view: string
}) {
  const [marks, setMarks] = useState<readonly Mark[]>([])
  const frame = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState(false)
  useEffect(() => {
    const area = scroller.current
    const content = area?.firstElementChild
    if (!area || !content) return
    let waiting = 0
    const place = () => {
      if (!frame.current) return
      const { scrollTop, clientHeight, scrollHeight } = area
      frame.current.style.top = `${(scrollTop / scrollHeight) * 100}%`
      frame.current.style.height = `${Math.min(1, clientHeight / scrollHeight) * 100}%`
    }
    const measure = () => {
      waiting = 0
      setMarks(marksIn(area, compared, model))
      place()
    }
    const soon = () => {
      waiting ||= requestAnimationFrame(measure)
    }
    const sized = new ResizeObserver(soon)
    sized.observe(content)
    sized.observe(area)
    area.addEventListener('scroll', place, { passive: true })
    return () => {
      cancelAnimationFrame(waiting)
      sized.disconnect()
      area.removeEventListener('scroll', place)
    }
  }, [scroller, compared, model, view])
  const go = ({ currentTarget, clientY }: PointerEvent<HTMLElement>) => {
    const area = scroller.current
    if (!area) return
    const { top, height } = currentTarget.getBoundingClientRect()
    area.scrollTo({ top: ((clientY - top) / height) * area.scrollHeight - area.clientHeight / 2 })
  }
  return (
    <div
      className="cmp-minimap"
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        setDragging(true)
        go(event)
      }}
      onPointerMove={(event) => dragging && go(event)}
      onPointerUp={() => setDragging(false)}
    >
      <div className="cmp-minimap-frame" ref={frame} />
      {marks.map(({ top, height, tone }, index) => (
        <span key={index} className={`tone-${tone}`} style={{ top: `${top * 100}%`, height: `${height * 100}%` }} />
      ))}
    </div>
  )
}

const rank: Tone[] = ['other', 'moved', 'inserted', 'deleted', 'replaced', 'altered']

function marksIn(area: HTMLElement, { reading, rows }: Compared, model: Model): Mark[] {
  const frame = area.getBoundingClientRect()
  // Rectangles are measured as drawn, scroll offsets before zooming.
  const zoom = frame.height / area.offsetHeight || 1
  const whole = area.scrollHeight * zoom
  const origin = frame.top - area.scrollTop * zoom
  const inColumns = area.querySelector('.cmp-columns') !== null
  const found: Mark[] = []
  for (const block of area.querySelectorAll<HTMLElement>('.cmp-block:not([data-quiet])')) {
    const index = Number(block.dataset['block'])
    const blocks = inColumns ? [...(rows[index]?.old ?? []), ...(rows[index]?.new ?? [])] : [reading[index]]
    const ids = blocks.flatMap((one) => (one ? [...changesIn(one)] : []))
    const tones = ids.map((id) => toneOf(id, model))
    const tone = rank.findLast((one) => tones.includes(one))
    if (!tone) continue
    const { top, height } = block.getBoundingClientRect()
    const mark: Mark = { top: (top - origin) / whole, height: Math.max(height / whole, grain), tone }
    const last = found.at(-1)
    if (last && last.tone === tone && mark.top - last.top < grain) last.height = Math.max(last.height, mark.height)
    else found.push(mark)
  }
  return found
}

function toneOf(id: string, model: Model): Tone {
  const change = model.changeOf(id)
  if (change?.touches.includes('quoted-words')) return 'altered'
  if (change?.kind === 'insert') return 'inserted'
  if (change?.kind === 'delete') return 'deleted'
  if (change?.kind === 'replace') return 'replaced'
  return change?.kind === 'move' ? 'moved' : 'other'
}
