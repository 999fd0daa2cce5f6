import { useEffect, useRef } from 'react'
import type { Range } from '@core/manuscript'
import type { Source } from '@core/record'
import { Hatched } from '../story'

/** A source's text, kept as it came, with one passage lit and brought into view. Scrolls by key when it has the focus. */
export function SourceText({
  source,
  at,
  insertions = false,
}: {
  source: Source
  at: Range
  /** Whether brackets in the passage hold what the agency put in. */
  insertions?: boolean
}) {
  const box = useRef<HTMLDivElement>(null)
  const lit = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!box.current || !lit.current) return
    // Only the source scrolls, never the pane around it.
    const { offsetTop, offsetHeight } = lit.current
    const { clientHeight } = box.current
    box.current.scrollTop = offsetTop - Math.max(16, (clientHeight - offsetHeight) / 3)
  }, [source.id, at.start, at.end])
  const { text } = source
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text that scrolls by key
    <div className="source-text evidence-text" ref={box} tabIndex={0} role="document" aria-label="Text of the source">
      {text.slice(0, at.start)}
      <mark ref={lit}>
        <Hatched text={text.slice(at.start, at.end)} insertions={insertions} />
      </mark>
      {text.slice(at.end)}
    </div>
  )
}
