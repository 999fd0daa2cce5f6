import { useEffect, useRef } from 'react'
import type { Utterance } from '@core/analysis'
import { wordsOf } from '@core/analysis'
import { plainText } from '@core/manuscript'
import { versionName, type Source } from '@core/record'
import {
  Rulings,
  SinceChecked,
  StitchedPieces,
  WordDiff,
  cuedPlace,
  hasInsertions,
  isCalm,
  noteWords,
  notQuotationTitles,
  rulingWords,
  rulingsOn,
  sourceName,
  stitchedFrom,
  takeBack,
  tellingPlace,
  useQuotationMoves,
  useListing,
  useStoryView,
  verdictWords,
  type Item,
} from '../story'
import { AgencyCode, Button, CommandButton, EmptyState, Kbd, StateMark, fullTime, shortTime, stateWords } from '../ui'
import { placeNames } from './place-names'
import { SourceText } from './source-text'

/** What bears the chosen quotation out: who says it, what the source has, what people decided; and the keys to decide. */
export function Evidence() {
  const { now } = useStoryView()
  const { list } = useListing()
  const { chosen } = list
  const pane = useRef<HTMLElement>(null)
  const key = chosen?.key
  useEffect(() => {
    pane.current?.querySelector('.evidence-body')?.scrollTo({ top: 0 })
  }, [key])
  return (
    <section className="review-evidence" aria-label="Evidence" ref={pane}>
      {chosen ? (
        <>
          <div className="evidence-body">
            <EvidenceHead item={chosen} />
            {chosen.utterance ? <Spoken utterance={chosen.utterance} item={chosen} /> : <NotSpoken item={chosen} />}
          </div>
          <Actions item={chosen} />
        </>
      ) : (
        now.known && (
          <EmptyState size="small" title="Nothing chosen">
            Choose a quotation with J and K, or the arrow keys in the list.
          </EmptyState>
        )
      )}
    </section>
  )
}

function EvidenceHead({ item }: { item: Item }) {
  const { now, story } = useStoryView()
  const { list } = useListing()
  const { known } = now
  const at = list.items.indexOf(item)
  const last =
    item.state === 'checked' && item.utterance
      ? rulingsOn(item.utterance).findLast(({ ruling }) => ruling.kind === 'confirm' || ruling.kind === 'accept')
      : undefined
  const places = known ? placeNames(plainText(known.of), item.places) : []
  return (
    <header className="evidence-head">
      <p className="row-line">
        <StateMark state={item.state} />
        <span className="grey">{at >= 0 ? `${at + 1} of ${list.items.length}` : ''}</span>
      </p>
      <p className="grey" {...(last ? { title: fullTime(last.at) } : {})}>
        {last ? `${rulingWords(last.ruling)} by ${last.by}, ${shortTime(last.at)}` : stateWords[item.state].meaning}.
      </p>
      {item.places.length > 1 && (
        <p className="places">
          {places.map((name, index) => (
            <button
              key={item.places[index]!.start}
              type="button"
              className="link"
              onClick={() => {
                const range = known && story.rangeNow(known.of, item.places[index]!)
                if (range) story.show(range)
              }}
            >
              {name}
            </button>
          ))}
          <Kbd keys="p" />
        </p>
      )}
    </header>
  )
}

function Spoken({ utterance, item }: { utterance: Utterance; item: Item }) {
  const { now, story } = useStoryView()
  const moves = useQuotationMoves()
  const { known } = now
  const telling = tellingPlace(utterance)
  if (!known || !telling) return undefined
  const cued = cuedPlace(utterance) ?? telling
  const { cue, agency, venue, why } = cued.quotation
  const speaker = known.assessment.speakers.find(({ name }) => name === utterance.speaker)
  const problems = known.assessment.findings.filter(
    ({ start, end, level }) =>
      level !== 'note' &&
      start !== undefined &&
      end !== undefined &&
      item.places.some((place) => start < place.end && place.start < end),
  )
  return (
    <>
      <SinceChecked utterance={utterance} onUndo={() => moves.undoEdit(utterance)} />
      <dl className="evidence-facts">
        <dt>Speaker</dt>
        <dd>
          {utterance.speaker ? <b>{utterance.speaker}</b> : <em>Nobody named</em>}
          {speaker?.title && <span className="grey"> {speaker.title}</span>}
        </dd>
        {cue && (
          <>
            <dt>Cue</dt>
            <dd>
              {cue}
              {agency || venue ? (
                <span className="grey"> {[agency && `to ${agency}`, venue].filter(Boolean).join(', ')}</span>
              ) : (
                ''
              )}
            </dd>
          </>
        )}
      </dl>
      <SourceEvidence utterance={utterance} words={wordsOf(plainText(known.of), telling.quotation)} />
      {problems.length > 0 && (
        <ul className="problems" aria-label="What the house’s rules say">
          {problems.map(({ rule, cause, message }) => (
            <li key={`${rule} ${cause}`}>{message}</li>
          ))}
        </ul>
      )}
      <Rulings
        decisions={rulingsOn(utterance)}
        onTakeBack={(decision) => moves.signed(() => takeBack(story, decision))}
      />
      {why.length > 0 && <p className="why">Found by: {why.map(({ rule }) => rule).join(', ')}</p>}
    </>
  )
}

/** What the source has: the verdict, the words side by side in one line, and the passage where it stands. */
function SourceEvidence({ utterance, words }: { utterance: Utterance; words: string }) {
  const { now } = useStoryView()
  const { sources } = now
  const check = tellingPlace(utterance)?.check
  if (sources.length === 0)
    return (
      <div className="no-source">
        <p className="grey">There is no source to hold it against. Accepting it vouches for it as own reporting.</p>
      </div>
    )
  const linked = utterance.quotations
    .flatMap(({ decisions }) => decisions)
    .findLast(({ ruling }) => ruling.kind === 'source')
  const passage = check?.from[0]
  const source = sources.find(({ id }) => id === passage?.source)
  if (!check || !source || !passage)
    return (
      <div className="no-source">
        <p className="fact-note">{verdictWords['no-source']}.</p>
        <p className="grey">
          Link the passage that bears it out, attach the source it came from, or accept it as own reporting.
        </p>
      </div>
    )
  const old = source.text.slice(passage.start, passage.end)
  const pieces = stitchedFrom(check)
  const places = pieces?.map(({ sourceStart, sourceEnd }) => ({ start: sourceStart, end: sourceEnd })) ?? [passage]
  return (
    <section className="evidence-source" aria-label="Source">
      <h3>
        {source.agency && <AgencyCode agency={source.agency} />} <SourceTitle source={source} />
      </h3>
      <p className={check.verdict === 'differs' ? 'verdict differs' : 'verdict'}>
        {check.verdict === 'no-source' && linked
          ? 'Linked by a person; it does not have these words'
          : pieces
            ? `Put together from ${pieces.length} places of the source`
            : verdictWords[check.verdict]}
        .
      </p>
      {pieces && <StitchedPieces pieces={pieces} source={source} />}
      {check.verdict !== 'exact' && check.verdict !== 'no-source' && !pieces && (
        <WordDiff
          label="From the source to the story"
          old={old}
          now={words}
          across={check.notes.includes('joined') ? 'cue' : 'nothing'}
        />
      )}
      {check.speakerAgrees === false && <p className="fact-note">The source gives these words to somebody else.</p>}
      {check.notes.map((note) => (
        <p key={note} className={isCalm(note) ? 'grey' : 'fact-note'}>
          {noteWords[note]}
        </p>
      ))}
      <SourceText source={source} at={places} insertions={hasInsertions(check)} />
    </section>
  )
}

function SourceTitle({ source }: { source: Source }) {
  const { slug, headline, version, at } = source
  return (
    <span className="source-title">
      {slug ? <span className="mono">{slug}</span> : (headline ?? sourceName(source))}
      <span className="grey">
        {version && ` ${versionName(version)}`}
        {at && ` · ${shortTime(at)}`}
      </span>
    </span>
  )
}

function NotSpoken({ item }: { item: Item }) {
  const { story } = useStoryView()
  const moves = useQuotationMoves()
  const { not } = item
  if (!not) return undefined
  return (
    <>
      <p className="evidence-words">{item.words}</p>
      <dl className="evidence-facts">
        <dt>What it is</dt>
        <dd>{notQuotationTitles[not.kind]}</dd>
      </dl>
      {not.decision ? (
        <Rulings decisions={[not.decision]} onTakeBack={(decision) => moves.signed(() => takeBack(story, decision))} />
      ) : (
        <p className="why">Found by: {not.why}</p>
      )}
    </>
  )
}

/** Every way to decide, with its key. */
function Actions({ item }: { item: Item }) {
  const spoken = item.utterance !== undefined
  return (
    <div className="evidence-actions" role="toolbar" aria-label="Decide">
      {spoken && (
        <>
          <CommandButton command="quotation.confirm" kind="primary">
            Accept <Kbd keys="a" />
          </CommandButton>
          <CommandButton command="quotation.speaker">
            Speaker <Kbd keys="s" />
          </CommandButton>
          <CommandButton command="quotation.source">
            Source <Kbd keys="l" />
          </CommandButton>
        </>
      )}
      <CommandButton command="quotation.not">
        {spoken ? 'Not a quotation' : 'Make it a quotation'} <Kbd keys="x" />
      </CommandButton>
      {spoken && (
        <CommandButton command="quotation.note">
          Note <Kbd keys="n" />
        </CommandButton>
      )}
    </div>
  )
}
