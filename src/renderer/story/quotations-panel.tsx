import { memo, useEffect, useRef } from 'react'
import { Button, CommandButton, EmptyState, Kbd, Segments, StateMark, count } from '../ui'
import { notQuotationTitles, takeBack } from './decisions'
import { useStoryView } from './desk-view'
import { filterTitles, type Filter, type Item } from './quotation-list'
import { QuotationFacts } from './quotation-facts'
import { Rulings } from './record'
import { SpeakersList } from './speakers-list'
import { useQuotationMoves } from './use-quotation-moves'
import { useListing } from './with-quotation-list'

const filters = Object.keys(filterTitles) as Filter[]

/** How many quotations, in how many places. */
export function tally(items: readonly Item[]): string {
  const spoken = items.filter(({ utterance }) => utterance)
  const places = spoken.reduce((sum, item) => sum + item.places.length, 0)
  return `${count(spoken.length, 'quotation')}, ${count(places, 'place')}`
}

/** Which quotations are listed, with how many there are of each. */
export function QuotationFilters() {
  const { list } = useListing()
  return (
    <Segments
      label="Which quotations"
      value={list.filter}
      onChange={list.setFilter}
      choices={filters.map((id) => ({ id, title: filterTitles[id], count: list.counts[id] }))}
    />
  )
}

/** What a filter says when it holds nothing. */
export function NothingListed() {
  const { now } = useStoryView()
  const { list } = useListing()
  const { filter } = list
  if (list.all.length === 0)
    return (
      <EmptyState size="small" title="No quotations">
        Put somebody’s words between quotation marks and name the speaker; they are listed here.
      </EmptyState>
    )
  const words: Record<Filter, [string, string]> = {
    all: ['No quotations', 'Nothing in marks was said by anybody. Press 6 for what is not a quotation.'],
    'to-decide': ['Nothing to decide', 'A person ruled on every quotation.'],
    altered: ['None altered', 'No quotation differs from its source.'],
    matched: [
      'None matched',
      now.sources.length === 0
        ? 'Attach the wire the story was made from; quotations are then held against it.'
        : 'No unchecked quotation has the very words and speaker of a source.',
    ],
    checked: ['None checked yet', 'Choose a quotation and press A to accept it.'],
    not: ['All are quotations', 'Nothing in marks is a title, a nickname or a coined term. Press X on one that is.'],
  }
  const [title, text] = words[filter]
  return (
    <EmptyState size="small" title={title}>
      {text}
    </EmptyState>
  )
}

/** The list of utterances; the chosen one shows what is known of it and what can be done. */
export function QuotationsPanel() {
  const { now } = useStoryView()
  const { list, listed } = useListing()
  const { known } = now
  if (!known) return <p className="panel-note">Reading the quotations…</p>
  const { speakers, utterances } = known.assessment
  return (
    <>
      <div className="panel-head">
        <div className="panel-tally">
          <span className="grey">{tally(list.all)}</span>
          {(speakers.length > 0 || listed === 'speakers') && (
            <CommandButton command="quotation.speakers" size="small" kind="quiet">
              {listed === 'speakers' ? 'Quotations' : count(speakers.length, 'speaker')}
            </CommandButton>
          )}
        </div>
        {now.sources.length === 0 && utterances.length > 0 && (
          <p className="grey">No sources: {count(utterances.length, 'quotation')} unverified</p>
        )}
        {listed === 'quotations' && <QuotationFilters />}
        {listed === 'quotations' && list.counts.matched > 0 && (
          <CommandButton command="quotation.accept-matched" size="small">
            Accept {list.counts.matched} matched <Kbd keys="Shift-a" />
          </CommandButton>
        )}
      </div>
      {listed === 'speakers' ? (
        <SpeakersList />
      ) : list.items.length === 0 ? (
        <NothingListed />
      ) : (
        <ul className="panel-list" aria-label="Quotations">
          {list.items.map((item) => (
            <Row key={item.key} item={item} />
          ))}
        </ul>
      )}
    </>
  )
}

function Row({ item }: { item: Item }) {
  const { chosen, choose } = useStoryView()
  const moves = useQuotationMoves()
  const row = useRef<HTMLLIElement>(null)
  const open = chosen?.kind === 'utterance' && chosen.key === item.key
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' })
  }, [open])
  return (
    <li ref={row} className={`panel-row${open ? ' open' : ''}`} data-utterance-row={item.key}>
      <button
        type="button"
        className="row-main"
        aria-expanded={open}
        onClick={() => (open ? choose(undefined) : moves.show(item))}
      >
        <ItemLines item={item} />
      </button>
      {open && (item.utterance ? <OpenRow utterance={item.utterance} /> : <OpenNot item={item} />)}
    </li>
  )
}

/** What a line of the list says: state and places, words, speaker. Drawn again only when the line is another. */
export const ItemLines = memo(function ItemLines({ item }: { item: Item }) {
  const { state, words, places, utterance, not } = item
  return (
    <>
      <span className="row-line">
        <StateMark state={state} />
        <span className="grey">{places.length > 1 ? `${places.length} places` : ''}</span>
      </span>
      <span className="row-words">{words}</span>
      <span className="grey row-who">
        {utterance ? (utterance.speaker ?? 'Nobody named') : not ? notQuotationTitles[not.kind] : ''}
      </span>
    </>
  )
})

function OpenRow({ utterance }: { utterance: NonNullable<Item['utterance']> }) {
  const { now, choose, openTab } = useStoryView()
  const moves = useQuotationMoves()
  const { known } = now
  if (!known) return undefined
  return (
    <div className="row-open">
      <QuotationFacts
        utterance={utterance}
        of={known.of}
        sources={now.sources}
        onUndoEdit={() => moves.undoEdit(utterance)}
        onSource={(id, start, end) => {
          openTab('sources')
          choose({ kind: 'source', id, range: { start, end } })
        }}
      />
      <div className="row-actions" role="toolbar" aria-label="Decide">
        {utterance.state === 'checked' ? null : (
          <Button size="small" kind="primary" onPress={() => moves.accept(utterance)}>
            Accept <Kbd keys="a" />
          </Button>
        )}
        <Button size="small" onPress={() => moves.askSpeaker(utterance)}>
          Speaker <Kbd keys="s" />
        </Button>
        <Button size="small" onPress={() => moves.askSource(utterance)}>
          Source <Kbd keys="l" />
        </Button>
        <Button size="small" onPress={() => moves.askNotAQuotation(utterance)}>
          Not a quotation <Kbd keys="x" />
        </Button>
        <Button size="small" onPress={() => moves.askNote(utterance)}>
          Note <Kbd keys="n" />
        </Button>
      </div>
    </div>
  )
}

function OpenNot({ item }: { item: Item }) {
  const { story } = useStoryView()
  const moves = useQuotationMoves()
  const { not } = item
  if (!not) return undefined
  return (
    <div className="row-open">
      <p className="why">{not.decision ? '' : `Found by: ${not.why}`}</p>
      <Rulings
        decisions={not.decision ? [not.decision] : []}
        onTakeBack={(decision) => moves.signed(() => takeBack(story, decision))}
      />
      <div className="row-actions" role="toolbar" aria-label="Decide">
        <Button size="small" onPress={() => moves.makeQuotation(item)}>
          Make it a quotation <Kbd keys="x" />
        </Button>
      </div>
    </div>
  )
}
