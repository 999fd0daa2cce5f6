import { useImperativeHandle, useRef, type Ref } from 'react'
import {
  ItemLines,
  NothingListed,
  QuotationFilters,
  SpeakersList,
  useQuotationMoves,
  useListing,
  useStoryView,
} from '../story'
import { CommandButton, List, count, type ListHandle } from '../ui'

export type ListPaneHandle = ListHandle

/** The quotations to go through, or who said them. Arrows, J and K step; the list has the focus when the review opens. */
export function ListPane({ ref }: { ref: Ref<ListPaneHandle> }) {
  const { now, open } = useStoryView()
  const { list, listed } = useListing()
  const moves = useQuotationMoves()
  const inner = useRef<ListHandle>(null)
  useImperativeHandle(ref, () => ({ focus: () => inner.current?.focus() }))
  const { known } = now
  const speakers = known?.assessment.speakers.length ?? 0
  return (
    <section className="review-list" aria-label="Quotations and speakers">
      <div className="panel-head">
        <div className="panel-tally">
          <h2>{listed === 'speakers' ? count(speakers, 'speaker') : 'Quotations'}</h2>
          <CommandButton command="quotation.speakers" size="small" kind="quiet">
            {listed === 'speakers' ? 'Quotations' : count(speakers, 'speaker')}
          </CommandButton>
        </div>
        {known && now.sources.length === 0 && list.counts.all > 0 && (
          <p className="grey">
            No sources: {count(list.counts.all, 'quotation')} unverified.{' '}
            <button type="button" className="link" onClick={() => open({ kind: 'attach' })}>
              Attach one
            </button>
          </p>
        )}
        {listed === 'quotations' && <QuotationFilters />}
      </div>
      <div className="review-rows">
        {!known ? (
          <p className="panel-note">Reading the quotations…</p>
        ) : listed === 'speakers' ? (
          <SpeakersList />
        ) : list.items.length === 0 ? (
          <NothingListed />
        ) : (
          <List
            label="Quotations"
            handle={inner}
            autoFocus
            items={list.items}
            keyOf={({ key }) => key}
            selected={list.chosen?.key}
            onSelect={(key) => {
              const item = list.items.find((one) => one.key === key)
              if (item) moves.show(item)
            }}
            rowClass={({ state }) => `review-row row-${state}`}
          >
            {(item) => <ItemLines item={item} />}
          </List>
        )}
      </div>
    </section>
  )
}
