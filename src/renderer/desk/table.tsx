import { ArrowDown, ArrowUp, Ellipsis, GitMerge, MessageCircleQuestion, TriangleAlert } from 'lucide-react'
import { memo, useEffect, useRef, type KeyboardEvent, type Ref } from 'react'
import type { SearchHit, StoryCard } from '@contract/index'
import { count, fullTime, MenuButton, ShareBar, shortTime, step, type MenuEntry } from '../ui'
import { attention, isFresh, type Sort, type SortKey } from './arrange'
import { placeOfHit } from './search'
import { piecesOf } from './snippet'
import { StatusMark } from './status'

const columns: readonly { id: SortKey | 'wire' | 'menu'; title: string; sorts?: SortKey; first?: Sort['direction'] }[] =
  [
    { id: 'slug', title: 'Slug', sorts: 'slug' },
    { id: 'headline', title: 'Headline', sorts: 'headline' },
    { id: 'status', title: 'Status', sorts: 'status' },
    { id: 'words', title: 'Words', sorts: 'words', first: 'descending' },
    { id: 'quotations', title: 'Quotations', sorts: 'quotations', first: 'descending' },
    { id: 'wire', title: 'Wire' },
    { id: 'queries', title: 'Queries', sorts: 'queries', first: 'descending' },
    { id: 'revision', title: 'Rev.', sorts: 'revision', first: 'descending' },
    { id: 'changed', title: 'Changed', sorts: 'changed', first: 'descending' },
  ]

/** The stories as a table one walks with the arrow keys; Enter opens. */
export function StoryTable({
  cards,
  hits,
  selected,
  sort,
  grid,
  onSelect,
  onOpen,
  onSort,
  menuOf,
}: {
  cards: readonly StoryCard[]
  hits: ReadonlyMap<string, SearchHit> | undefined
  selected: string | undefined
  sort: Sort
  grid: Ref<HTMLDivElement>
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  onSort: (sort: Sort) => void
  menuOf: (card: StoryCard) => readonly (MenuEntry | '-')[]
}) {
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    body.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const onKeyDown = (event: KeyboardEvent) => {
    // A row that was clicked has the focus itself; what is in it keeps its own keys.
    const within = event.target instanceof HTMLElement && event.target.closest('button, a, input')
    if (within || event.ctrlKey || event.metaKey || event.altKey) return
    const at = cards.findIndex(({ id }) => id === selected)
    const to = step(event.key, at, cards.length)
    if (to !== undefined && cards[to]) onSelect(cards[to].id)
    else if (event.key === 'Enter' && cards[at]) onOpen(cards[at].id)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={grid}
      className="story-table"
      role="grid"
      tabIndex={0}
      aria-label="Stories"
      aria-rowcount={cards.length + 1}
      aria-activedescendant={selected ? `row-${selected}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="row" className="story-head">
        {columns.map((column) => (
          <Head key={column.id} column={column} sort={sort} onSort={onSort} />
        ))}
        <span role="columnheader" className="col-menu">
          <span className="visually-hidden">Actions</span>
        </span>
      </div>
      <div role="rowgroup" ref={body}>
        {cards.map((card) => (
          <Row
            key={card.id}
            card={card}
            hit={hits?.get(card.id)}
            isSelected={card.id === selected}
            onSelect={onSelect}
            onOpen={onOpen}
            menuOf={menuOf}
          />
        ))}
      </div>
    </div>
  )
}

function Head({
  column,
  sort,
  onSort,
}: {
  column: (typeof columns)[number]
  sort: Sort
  onSort: (sort: Sort) => void
}) {
  const { sorts, title, id, first = 'ascending' } = column
  const on = sorts === sort.by
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending'
  return (
    <span role="columnheader" className={`col-${id}`} {...(on ? { 'aria-sort': sort.direction } : {})}>
      {sorts ? (
        <button type="button" onClick={() => onSort({ by: sorts, direction: on ? turned : first })}>
          {title}
          {on &&
            (sort.direction === 'ascending' ? <ArrowUp size={12} aria-hidden /> : <ArrowDown size={12} aria-hidden />)}
        </button>
      ) : (
        title
      )}
    </span>
  )
}

const Row = memo(function Row({
  card,
  hit,
  isSelected,
  onSelect,
  onOpen,
  menuOf,
}: {
  card: StoryCard
  hit: SearchHit | undefined
  isSelected: boolean
  onSelect: (id: string) => void
  onOpen: (id: string) => void
  menuOf: (card: StoryCard) => readonly (MenuEntry | '-')[]
}) {
  const { id, slug, headline, digest } = card
  const need = attention(card)
  return (
    <div
      id={`row-${id}`}
      role="row"
      tabIndex={-1}
      aria-selected={isSelected}
      className="story-row"
      onMouseDown={() => onSelect(id)}
      onDoubleClick={() => onOpen(id)}
    >
      <span role="gridcell" className="col-slug mono" title={slug}>
        {slug}
      </span>
      <span role="gridcell" className="col-headline" title={headline}>
        {headline || <span className="grey">No headline yet</span>}
      </span>
      <span role="gridcell" className="col-status">
        <StatusMark status={card.status} archived={card.archived} />
        {card.waiting !== undefined && (
          <span className="needs" title={`${count(card.waiting, 'package waits', 'packages wait')} to be merged`}>
            <GitMerge size={13} aria-label="To be merged" />
            {card.waiting}
          </span>
        )}
      </span>
      <span role="gridcell" className="col-words">
        {card.words.toLocaleString('en-GB')}
      </span>
      <span role="gridcell" className={`col-quotations${isFresh(card) ? '' : ' stale'}`}>
        {digest ? <Quotations digest={digest} need={need} /> : <span className="grey">Counting…</span>}
      </span>
      <span role="gridcell" className={`col-wire${isFresh(card) ? '' : ' stale'}`}>
        {card.sources === 0 ? <span className="grey">No sources</span> : digest && <ShareBar shares={digest.shares} />}
      </span>
      <span role="gridcell" className="col-queries">
        {card.openQueries > 0 && (
          <span className="needs" title={`${card.openQueries} open`}>
            <MessageCircleQuestion size={14} aria-label="Open queries" />
            {card.openQueries}
          </span>
        )}
      </span>
      <span role="gridcell" className="col-revision grey">
        {card.revision > 0 ? `r${card.revision}` : '–'}
      </span>
      <span role="gridcell" className="col-changed grey" title={fullTime(card.updatedAt)}>
        {shortTime(card.updatedAt)}
      </span>
      <span role="gridcell" className="col-menu">
        <MenuButton
          label={`Actions for ${slug}`}
          kind="quiet"
          size="small"
          icon={<Ellipsis size={16} />}
          entries={menuOf(card)}
          excludeFromTabOrder
        />
      </span>
      {hit && (
        <span role="gridcell" className="col-hit">
          <span className="grey">{placeOfHit(hit)}: </span>
          {piecesOf(hit.snippet).map((piece, index) =>
            // The pieces of one snippet never move.
            // oxlint-disable-next-line react/no-array-index-key
            piece.hit ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
          )}
        </span>
      )}
    </div>
  )
})

function Quotations({ digest, need }: { digest: NonNullable<StoryCard['digest']>; need: number }) {
  if (digest.quotations === 0) return <span className="grey">None</span>
  const spoken = `${digest.checked} of ${digest.quotations} checked${need ? `, ${need} to look at` : ''}`
  return (
    <span title={spoken}>
      <span className="visually-hidden">{spoken}</span>
      <span aria-hidden>
        {digest.checked}/{digest.quotations}
        {need > 0 && (
          <span className="needs">
            <TriangleAlert size={13} />
            {need}
          </span>
        )}
      </span>
    </span>
  )
}
