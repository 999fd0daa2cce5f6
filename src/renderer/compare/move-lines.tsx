import { useEffect, useRef, useState } from 'react'
import type { ColumnRow } from '@core/comparison'
import type { Model } from './model'

// The line begins beside the block; the arrow ends before the rule at the other one's side (compare.css). CSS pixels.
const dotGap = 6
const arrowGap = 18

interface Line {
  move: number
  from: { x: number; y: number }
  to: { x: number; y: number }
}

// Lines to what is this far off the screen are drawn too, so that scrolling finds them there. CSS pixels.
const beyond = 1200

/** Lines across the gutter from where something stood to where it stands now. Numbers at both ends say the same. */
export function MoveLines({
  of,
  model,
  selected,
  fold,
}: {
  of: readonly ColumnRow[]
  model: Model
  selected: number | undefined
  fold: boolean
}) {
  const place = useRef<SVGSVGElement>(null)
  const [lines, setLines] = useState<readonly Line[]>([])
  useEffect(() => {
    const columns = place.current?.parentElement
    const scroller = columns?.closest<HTMLElement>('.cmp-scroll')
    if (!columns || !scroller) return
    let frame = 0
    const measure = () => {
      frame = 0
      setLines(linesIn(columns, scroller))
    }
    const soon = () => {
      frame ||= requestAnimationFrame(measure)
    }
    const sized = new ResizeObserver(soon)
    sized.observe(columns)
    scroller.addEventListener('scroll', soon, { passive: true })
    soon()
    return () => {
      cancelAnimationFrame(frame)
      sized.disconnect()
      scroller.removeEventListener('scroll', soon)
    }
  }, [of, fold])
  return (
    <svg className="cmp-lines" ref={place} aria-hidden>
      {lines.map(({ move, from, to }) => (
        <g key={move} className={move === selected ? 'current' : ''}>
          <path
            d={`M${from.x} ${from.y} C${(from.x + to.x) / 2} ${from.y} ${(from.x + to.x) / 2} ${to.y} ${to.x} ${to.y}`}
          />
          <circle cx={from.x} cy={from.y} r={3} />
          <path className="head" d={`M${to.x - 7} ${to.y - 4} L${to.x} ${to.y} L${to.x - 7} ${to.y + 4}`} />
          <text x={(from.x + to.x) / 2} y={(from.y + to.y) / 2 + 4}>
            {model.moveNumber(move)}
          </text>
        </g>
      ))}
    </svg>
  )
}

function linesIn(columns: HTMLElement, scroller: HTMLElement): Line[] {
  const frame = columns.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  const inSight = ({ top, bottom }: DOMRect) => bottom > view.top - beyond && top < view.bottom + beyond
  const ends = new Map<number, { away?: Element; here?: Element }>()
  for (const element of columns.querySelectorAll<HTMLElement>('[data-move]')) {
    const [state, number] = element.dataset['move']!.split(' ')
    const move = Number(number)
    const end = state === 'moved-away' ? 'away' : 'here'
    const known = ends.get(move) ?? {}
    if (!known[end]) ends.set(move, { ...known, [end]: element })
  }
  const lines: Line[] = []
  // Rectangles are measured as drawn, the drawing's own coordinates before zooming.
  const zoom = frame.width / columns.offsetWidth || 1
  for (const [move, { away, here }] of ends) {
    if (!away || !here) continue
    const [left, right] = [away, here].map((end) => end.closest('.cmp-block')!.getBoundingClientRect())
    if (!inSight(left!) && !inSight(right!)) continue
    const [start, end] = [away, here].map((end) => end.getClientRects()[0] ?? end.getBoundingClientRect())
    lines.push({
      move,
      from: { x: (left!.right - frame.left) / zoom + dotGap, y: (middle(start!) - frame.top) / zoom },
      to: { x: (right!.left - frame.left) / zoom - arrowGap, y: (middle(end!) - frame.top) / zoom },
    })
  }
  return lines
}

const middle = ({ top, height }: DOMRect): number => top + height / 2
