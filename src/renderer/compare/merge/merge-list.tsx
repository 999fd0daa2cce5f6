import { Check, CircleAlert, GitMerge } from 'lucide-react'
import type { Settlement, ShownConflict } from '@core/comparison'
import { Button, EmptyState, List, shortened } from '../../ui'
import { tagsOf } from '../words'
import { describeConflict, movedText, settledWords } from './words'

const excerpt = 60

/** The conflicts one steps through, settled or not. */
export function MergeList({
  conflicts,
  shown,
  settlements,
  selected,
  onSelect,
  onShowAll,
}: {
  conflicts: readonly ShownConflict[]
  shown: readonly ShownConflict[]
  settlements: ReadonlyMap<string, Settlement>
  selected: string | undefined
  onSelect: (id: string) => void
  onShowAll: () => void
}) {
  if (shown.length === 0)
    return (
      <EmptyState
        size="small"
        title={conflicts.length > 0 ? 'No conflict of this sort' : 'No conflicts'}
        actions={
          conflicts.length > 0 ? (
            <Button size="small" onPress={onShowAll}>
              Show all
            </Button>
          ) : undefined
        }
      >
        {conflicts.length > 0
          ? 'Others are hidden by the filter.'
          : 'Nothing was changed on both sides. Read what was taken, then merge.'}
      </EmptyState>
    )
  const number = new Map(conflicts.map(({ id }, index) => [id, index + 1]))
  return (
    <List
      label="Conflicts"
      className="cmp-list"
      items={shown}
      keyOf={({ id }) => id}
      selected={selected}
      onSelect={onSelect}
    >
      {(conflict) => (
        <Row conflict={conflict} number={number.get(conflict.id)!} settled={settlements.get(conflict.id)} />
      )}
    </List>
  )
}

function Row({
  conflict,
  number,
  settled,
}: {
  conflict: ShownConflict
  number: number
  settled: Settlement | undefined
}) {
  const { touches, baseText, oursText, theirsText, holds } = conflict
  const altered = touches.includes('quoted-words')
  return (
    <div className={`cmp-change mrg-row${altered ? ' altered' : ''}${settled === undefined ? '' : ' left'}`}>
      <span className="visually-hidden">
        {describeConflict(conflict)}. {settled === undefined ? 'To settle.' : `Settled: ${settledWords(settled)}.`}
      </span>
      <span className="cmp-change-icon" aria-hidden>
        {altered ? <CircleAlert size={15} /> : <GitMerge size={15} />}
      </span>
      <span className="cmp-change-body" aria-hidden>
        <span className="cmp-change-head">
          <b>{number}</b>
          {tagsOf({ touches }).map(({ touch, title }) => (
            <span key={touch} className={`cmp-tag touch-${touch}`}>
              {title}
            </span>
          ))}
          {settled === undefined ? (
            <span className="mrg-open">To settle</span>
          ) : (
            <span className="cmp-left">
              <Check size={12} /> {settledWords(settled)}
            </span>
          )}
        </span>
        <span className="cmp-change-words mrg-row-words">
          {holds === 'words' ? (
            <>
              <span className="grey">O</span> {shortened(oursText, excerpt) || '—'}
              <br />
              <span className="grey">T</span> {shortened(theirsText, excerpt) || '—'}
            </>
          ) : (
            shortened(holds === 'places' ? movedText(conflict) : baseText, 2 * excerpt)
          )}
        </span>
      </span>
    </div>
  )
}
