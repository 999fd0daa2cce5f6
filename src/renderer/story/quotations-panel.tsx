import { useState } from 'react'
import { wordsOf, type Utterance } from '@core/analysis'
import { plainText } from '@core/manuscript'
import { Button, EmptyState, Kbd, Segments, StateMark, count } from '../ui'
import { notQuotationTitles, rule } from './decisions'
import { needs, useStoryView } from './desk-view'
import { QuotationFacts } from './quotation-facts'
import { useQuotationMoves } from './use-quotation-moves'

type Filter = 'needs' | 'all' | 'matched' | 'checked'

/** The list of utterances; the chosen one shows what is known of it and what can be done. */
export function QuotationsPanel() {
  const view = useStoryView()
  const { now, story } = view
  const [filter, setFilter] = useState<Filter>('all')
  const { known } = now
  if (!known) return <p className="panel-note">Reading the quotations…</p>
  const { assessment, of } = known
  const plain = plainText(of)
  const lists: Record<Filter, readonly Utterance[]> = {
    needs: assessment.utterances.filter(needs),
    all: assessment.utterances,
    matched: assessment.utterances.filter(({ state }) => state === 'matched'),
    checked: assessment.utterances.filter(({ state }) => state === 'checked'),
  }
  const places = assessment.quotations.length
  return (
    <>
      <div className="panel-head">
        <p className="grey">
          {count(assessment.utterances.length, 'quotation')}, {count(places, 'place')}
          {now.sources.length === 0 && assessment.utterances.length > 0
            ? `. No sources: ${count(assessment.utterances.length, 'quotation')} unverified`
            : ''}
        </p>
        <Segments
          label="Which quotations"
          value={filter}
          onChange={setFilter}
          choices={[
            { id: 'all', title: 'All', count: lists.all.length },
            { id: 'needs', title: 'To decide', count: lists.needs.length },
            { id: 'matched', title: 'Matched', count: lists.matched.length },
            { id: 'checked', title: 'Checked', count: lists.checked.length },
          ]}
        />
      </div>
      {lists[filter].length === 0 && (
        <EmptyState size="small" title={filter === 'needs' ? 'Nothing to decide' : 'No quotations here'}>
          {filter === 'all'
            ? 'Put somebody’s words between quotation marks and name the speaker.'
            : 'Choose All to see every quotation.'}
        </EmptyState>
      )}
      <ul className="panel-list" aria-label="Quotations">
        {lists[filter].map((utterance) => (
          <Row key={utterance.key} utterance={utterance} words={shortWords(utterance, plain)} />
        ))}
      </ul>
      {filter === 'all' && assessment.notQuotations.length > 0 && (
        <section aria-label="Not quotations">
          <h3 className="panel-sub">Not quotations</h3>
          <ul className="panel-list">
            {assessment.notQuotations.map(({ start, end, kind, why, decision }) => (
              <li key={`${start}`} className="panel-row quiet">
                <button
                  type="button"
                  className="row-main"
                  onClick={() => view.story.show(story.rangeNow(of, { start, end }) ?? { start: 0, end: 0 })}
                >
                  <span className="row-words">{plain.text.slice(start, end)}</span>
                  <span className="grey" title={why}>
                    {notQuotationTitles[kind]}
                  </span>
                </button>
                {decision ? (
                  <Button size="small" kind="quiet" onPress={() => story.revoke(decision.id)}>
                    Undo
                  </Button>
                ) : (
                  <Button
                    size="small"
                    kind="quiet"
                    onPress={() => rule(story, of, { start, end }, { kind: 'is-a-quotation' })}
                  >
                    Make a quotation
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function shortWords(
  utterance: Utterance,
  plain: { text: string; blocks: readonly never[] } | ReturnType<typeof plainText>,
) {
  const first = utterance.quotations[0]
  return first ? wordsOf(plain, first.quotation) : ''
}

function Row({ utterance, words }: { utterance: Utterance; words: string }) {
  const { now, chosen, choose, openTab } = useStoryView()
  const moves = useQuotationMoves()
  const open = chosen?.kind === 'utterance' && chosen.key === utterance.key
  const { known } = now
  return (
    <li className={`panel-row${open ? ' open' : ''}`} data-utterance-row={utterance.key}>
      <button
        type="button"
        className="row-main"
        aria-expanded={open}
        onClick={() => (open ? choose(undefined) : moves.show(utterance))}
      >
        <span className="row-line">
          <StateMark state={utterance.state} />
          <span className="grey">{utterance.quotations.length > 1 ? `${utterance.quotations.length} places` : ''}</span>
        </span>
        <span className="row-words">{words}</span>
        <span className="grey">{utterance.speaker ?? 'Nobody named'}</span>
      </button>
      {open && known && (
        <div className="row-open">
          <QuotationFacts
            utterance={utterance}
            of={known.of}
            sources={now.sources}
            onSource={(id, start, end) => {
              openTab('sources')
              choose({ kind: 'source', id, range: { start, end } })
            }}
          />
          <div className="row-actions" role="toolbar" aria-label="Decide">
            {utterance.state === 'checked' ? null : (
              <Button size="small" kind="primary" onPress={() => moves.confirm(utterance)}>
                Confirm <Kbd keys="a" />
              </Button>
            )}
            <Button size="small" onPress={() => moves.askSpeaker(utterance)}>
              Set speaker <Kbd keys="s" />
            </Button>
            <Button size="small" onPress={() => moves.askSource(utterance)}>
              Link source <Kbd keys="l" />
            </Button>
            <Button size="small" onPress={() => moves.askNotAQuotation(utterance)}>
              Not a quotation <Kbd keys="x" />
            </Button>
            {utterance.quotations.some(({ decisions }) => decisions.length > 0) && (
              <Button size="small" kind="quiet" onPress={() => moves.revoke(utterance)}>
                Undo
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}
