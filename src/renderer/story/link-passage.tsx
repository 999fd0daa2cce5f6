import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { wordsOf, type Utterance } from '@core/analysis'
import { plainText } from '@core/manuscript'
import { AgencyCode, Button, Dialog, Kbd, Select, step } from '../ui'
import { useStoryView } from './desk-view'
import { lit, search, sentencesOf, type Sentence } from './passages'
import { tellingPlace } from './quotation-facts'
import { sourceName } from './source-words'
import { useQuotationMoves } from './use-quotation-moves'
import { WordDiff } from './word-diff'

const everywhere = 'all'

/**
 * Links the passage of a source that bears a quotation out. The words of the quotation are looked for at once; arrows
 * choose a sentence, Shift with an arrow takes in its neighbours, Enter links.
 */
export function LinkPassage({ utterance, onClose }: { utterance: Utterance; onClose: () => void }) {
  const { now } = useStoryView()
  const moves = useQuotationMoves()
  const id = useId()
  const { known, sources } = now
  const spoken = useMemo(() => {
    const place = tellingPlace(utterance)
    return known && place ? wordsOf(plainText(known.of), place.quotation) : ''
  }, [known, utterance])
  const [words, setWords] = useState(spoken)
  const [within, setWithin] = useState(everywhere)
  const [at, setAt] = useState(0)
  const [more, setMore] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const all = useMemo(
    () => sentencesOf(sources.filter((source) => within === everywhere || source.id === within)),
    [sources, within],
  )
  const textOf = (source: string) => sources.find((one) => one.id === source)?.text ?? ''
  const matching = useMemo(() => search(all, textOf, words), [all, words])
  // Where nothing matches one reads on in the source itself.
  const found = matching.length > 0 ? matching : search(all, textOf, '')
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at, more, found])
  const chosen = found[at]
  const passage = chosen && withNeighbours(all, chosen, more)
  const choose = (to: number) => {
    setAt(to)
    setMore(0)
  }
  const link = () => {
    if (!passage) return
    onClose()
    moves.rule(utterance, { kind: 'source', source: passage.source, start: passage.start, end: passage.end })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const to = event.key === 'Home' || event.key === 'End' ? undefined : step(event.key, at, found.length)
    if (event.shiftKey && event.key === 'ArrowDown') setMore(Math.max(0, more) + 1)
    else if (event.shiftKey && event.key === 'ArrowUp') setMore(more > 0 ? more - 1 : more - 1)
    else if (to !== undefined) choose(to)
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) link()
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      title="Link the source"
      width="wide"
      onClose={onClose}
      actions={
        <>
          <span className="grey dialog-note">
            <Kbd keys="Shift-ArrowDown" /> takes in the next sentence
          </span>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={!passage} onPress={link}>
            Link this passage
          </Button>
        </>
      }
    >
      <div className="link-top">
        <input
          className="input"
          role="combobox"
          aria-label="Words to find in the sources"
          placeholder="Words to find in the sources"
          aria-expanded
          aria-controls={`${id}-passages`}
          aria-activedescendant={chosen ? `${id}-${at}` : undefined}
          autoFocus
          value={words}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setWords(event.target.value)
            choose(0)
          }}
          onKeyDown={onKeyDown}
        />
        {sources.length > 1 && (
          <Select
            label="Source"
            labelled="hidden"
            value={within}
            choices={[
              { id: everywhere, title: 'All sources' },
              ...sources.map((source) => ({ id: source.id, title: sourceName(source) })),
            ]}
            onChange={(to) => {
              setWithin(to)
              choose(0)
            }}
          />
        )}
      </div>
      {matching.length === 0 && (
        <p className="grey link-note">No sentence of the sources has these words. Type others, or choose below.</p>
      )}
      <div className="passages" role="listbox" id={`${id}-passages`} aria-label="Passages" ref={list}>
        {found.map((sentence, index) => {
          const source = sources.find((one) => one.id === sentence.source)
          return (
            <div
              key={`${sentence.source} ${sentence.start}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="passage-choice"
              onMouseDown={(event) => {
                event.preventDefault()
                choose(index)
              }}
              onDoubleClick={link}
            >
              <span className="passage-from">
                {source?.agency && <AgencyCode agency={source.agency} />}
                <span className="visually-hidden">{sourceName(source)}: </span>
              </span>
              <span>
                {lit(textOf(sentence.source).slice(sentence.start, sentence.end), words).map((part, place) =>
                  part.lit ? <mark key={place}>{part.text}</mark> : <span key={place}>{part.text}</span>,
                )}
              </span>
            </div>
          )
        })}
      </div>
      {passage && (
        <section className="link-diff" aria-label="The passage and the quotation">
          <h3>
            {sourceName(sources.find((one) => one.id === passage.source))} <span className="grey">→ story</span>
          </h3>
          <WordDiff
            label="Source and story"
            old={textOf(passage.source).slice(passage.start, passage.end)}
            now={spoken}
          />
        </section>
      )}
    </Dialog>
  )
}

/** A sentence with the sentences of its source after it (or, below zero, before it). */
function withNeighbours(all: readonly Sentence[], chosen: Sentence, more: number) {
  const same = all.filter(({ source }) => source === chosen.source)
  const first = same[Math.max(0, chosen.at + Math.min(0, more))] ?? chosen
  const last = same[Math.min(same.length - 1, chosen.at + Math.max(0, more))] ?? chosen
  return { source: chosen.source, start: first.start, end: last.end }
}
