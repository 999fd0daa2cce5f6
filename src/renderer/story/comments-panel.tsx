import { useEffect, useRef, useState } from 'react'
import type { Annotation, AnnotationKind } from '@core/annotations'
import { keyLabel } from '../commands/registry'
import { Button, EmptyState, Segments, fullTime, shortTime } from '../ui'
import { useStoryView } from './desk-view'

type Filter = 'open' | 'queries' | 'resolved' | 'lost'

export const remarkTitles: Record<AnnotationKind, string> = { comment: 'Comment', query: 'Query', note: 'Note' }

/** Every thread, by filter; those whose words are gone are listed with the words they stood on. */
export function CommentsPanel() {
  const { now } = useStoryView()
  const [filter, setFilter] = useState<Filter>('open')
  const byPlace = now.annotations.toSorted((a, b) => a.anchor.start - b.anchor.start)
  const lists: Record<Filter, readonly Annotation[]> = {
    open: byPlace.filter(({ resolved, orphan }) => !resolved && !orphan),
    queries: byPlace.filter(({ kind, resolved, orphan }) => kind === 'query' && !resolved && !orphan),
    resolved: byPlace.filter(({ resolved }) => resolved),
    lost: byPlace.filter(({ orphan, resolved }) => orphan && !resolved),
  }
  return (
    <>
      <div className="panel-head">
        <Segments
          label="Which remarks"
          value={filter}
          onChange={setFilter}
          choices={[
            { id: 'open', title: 'Open', count: lists.open.length },
            { id: 'queries', title: 'Queries', count: lists.queries.length },
            { id: 'resolved', title: 'Resolved', count: lists.resolved.length },
            { id: 'lost', title: 'Words gone', count: lists.lost.length },
          ]}
        />
      </div>
      {lists[filter].length === 0 && (
        <EmptyState size="small" title={now.annotations.length === 0 ? 'No remarks yet' : 'None here'}>
          Select words and press {keyLabel('Mod-Alt-m')} to comment, {keyLabel('Mod-Alt-q')} to ask,{' '}
          {keyLabel('Mod-Alt-n')} to note.
        </EmptyState>
      )}
      <ul className="panel-list" aria-label="Remarks">
        {lists[filter].map((annotation) => (
          <li key={annotation.id} className="panel-row">
            <Thread annotation={annotation} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** One thread: the words it is on, what was said, and the ways to answer. */
export function Thread({ annotation, compact = 'no' }: { annotation: Annotation; compact?: 'yes' | 'no' }) {
  const { story, chosen, choose } = useStoryView()
  const [answer, setAnswer] = useState('')
  const { id, kind, anchor, orphan, thread, resolved } = annotation
  const isChosen = chosen?.kind === 'remark' && chosen.id === id
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isChosen) box.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const show = () => {
    choose({ kind: 'remark', id })
    const now = story.now().annotations.find((one) => one.id === id)
    if (now && !now.orphan) story.show({ start: now.anchor.start, end: now.anchor.end })
  }
  const send = () => {
    if (!answer.trim()) return
    story.reply(id, answer.trim())
    setAnswer('')
  }
  return (
    <article
      ref={box}
      className={`thread thread-${kind}${isChosen ? ' chosen' : ''}`}
      aria-label={`${remarkTitles[kind]} by ${thread[0]?.by ?? ''}`}
      data-thread={id}
    >
      <button type="button" className="thread-on" aria-expanded={isChosen} onClick={show}>
        <span className="thread-kind">{remarkTitles[kind]}</span>
        {compact === 'no' && <q>{anchor.exact}</q>}
        {orphan && <span className="lost">These words are no longer in the story</span>}
      </button>
      {thread.map((remark) => (
        <p key={remark.id} className="said">
          <span className="said-by">
            {remark.by} <time title={fullTime(remark.at)}>{shortTime(remark.at)}</time>
          </span>
          {remark.text}
        </p>
      ))}
      {resolved && (
        <p className="grey">
          Resolved by {resolved.by}, {shortTime(resolved.at)}
        </p>
      )}
      {(isChosen || compact === 'no') && (
        <div className="thread-actions">
          {isChosen && !resolved && (
            <textarea
              className="input"
              aria-label="Reply"
              placeholder="Reply"
              rows={1}
              value={answer}
              onChange={(event) => setAnswer(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
                  event.preventDefault()
                  send()
                }
              }}
            />
          )}
          {answer.trim() && (
            <Button size="small" kind="primary" onPress={send}>
              Reply
            </Button>
          )}
          {resolved ? (
            <Button size="small" onPress={() => story.reopen(id)}>
              Reopen
            </Button>
          ) : (
            <Button size="small" onPress={() => story.resolve(id)}>
              Resolve
            </Button>
          )}
        </div>
      )}
    </article>
  )
}
