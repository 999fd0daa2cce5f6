import { useEffect, useRef } from 'react'
import type { Range } from '@core/manuscript'
import type { Source } from '@core/record'
import { Hatched } from '../story'

/** A source's text, kept as it came, with its passages lit and the first brought into view. Scrolls by key when it has the focus. */
export function SourceText({
  source,
  at,
  insertions = false,
}: {
  source: Source
  /** The passages, in any order. */
  at: readonly Range[]
  /** Whether brackets in the passage hold what the agency put in. */
  insertions?: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const lit = useRef<HTMLElement>(null)
  const where = at.map(({ start, end }) => `${start}-${end}`).join()
  useEffect(() => {
    if (!box.current || !lit.current) return
    // Only the source scrolls, never the pane around it.
    const { offsetTop, offsetHeight } = lit.current
    const { clientHeight } = box.current
    box.current.scrollTop = offsetTop - Math.max(16, (clientHeight - offsetHeight) / 3)
  }, [source.id, where])
  const { text } = source
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text that scrolls by key
    <div className="source-text evidence-text" ref={box} tabIndex={0} role="document" aria-label="Text of the source">
      {cut(text, at).map(({ start, end, passage }) =>
        passage === undefined ? (
          text.slice(start, end)
        ) : (
          <mark key={start} ref={passage === 0 ? lit : null}>
            <Hatched text={text.slice(start, end)} insertions={insertions} />
          </mark>
        ),
      )}
    </div>
  )
}

/** A text cut where passages begin and end; each piece of a passage has its number, the first in the text being 0. */
function cut(text: string, passages: readonly Range[]): (Range & { passage?: number })[] {
  const cuts: (Range & { passage?: number })[] = []
  let done = 0
  for (const [passage, { start, end }] of passages.toSorted((a, b) => a.start - b.start).entries()) {
    if (start < done) continue
    cuts.push({ start: done, end: start }, { start, end, passage })
    done = end
  }
  return [...cuts, { start: done, end: text.length }]
}
