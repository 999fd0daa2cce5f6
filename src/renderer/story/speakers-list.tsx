import { useState } from 'react'
import { wordsOf, type StorySpeaker } from '@core/analysis'
import type { SpeakerKind } from '@core/quotations'
import { plainText } from '@core/manuscript'
import { Button, EmptyState, StateMark } from '../ui'
import { takeBack } from './decisions'
import { useStoryView } from './desk-view'
import { aboutSpeaker } from './speaker-dialogs'
import { Rulings } from './record'
import { useQuotationMoves } from './use-quotation-moves'
import { useListing } from './with-quotation-list'

/** What each kind of speaker is called. */
const kindTitles: Record<SpeakerKind, string> = {
  person: 'Person',
  group: 'Group',
  body: 'Body',
  document: 'Document',
  unnamed: 'Unnamed source',
}

/** Everybody who speaks in the story, with everything said by each; names can be merged and put right. */
export function SpeakersList() {
  const { now, story } = useStoryView()
  const moves = useQuotationMoves()
  const [open, setOpen] = useState<string>()
  const { known } = now
  if (!known) return undefined
  // Those with words in marks first: they are whom a reader will hold us to.
  const speakers = known.assessment.speakers.toSorted(
    (a, b) => Number(b.utterances.length > 0) - Number(a.utterances.length > 0),
  )
  if (speakers.length === 0)
    return (
      <EmptyState size="small" title="Nobody speaks yet">
        Whoever is quoted or reported in the story is listed here.
      </EmptyState>
    )
  return (
    <ul className="panel-list" aria-label="Speakers">
      {speakers.map((speaker) => {
        const { name, kind, names } = speaker
        const isOpen = open === name
        return (
          <li key={name} className={`panel-row${isOpen ? ' open' : ''}`}>
            <button
              type="button"
              className="row-main"
              data-speaker={name}
              aria-expanded={isOpen}
              onClick={() => setOpen(isOpen ? undefined : name)}
            >
              <span className="row-line">
                <span className="row-name">{name}</span>
                <span className="grey">{kind ? kindTitles[kind] : ''}</span>
              </span>
              <span className="grey">{aboutSpeaker(speaker)}</span>
              {names.length > 0 && <span className="grey">Also {names.join(', ')}</span>}
            </button>
            {isOpen && (
              <div className="row-open">
                <Said speaker={speaker} />
                <Rulings
                  decisions={speaker.decisions}
                  onTakeBack={(decision) => moves.signed(() => takeBack(story, decision))}
                />
                <div className="row-actions" role="toolbar" aria-label="Name">
                  <Button size="small" onPress={() => moves.askName(speaker, 'put-right')}>
                    Put name or title right
                  </Button>
                  {speakers.length > 1 && (
                    <Button size="small" onPress={() => moves.askName(speaker, 'merge')}>
                      Merge with another
                    </Button>
                  )}
                </div>
              </div>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Everything a speaker says in the story: in marks, and reported. Each leads to its place. */
function Said({ speaker }: { speaker: StorySpeaker }) {
  const { now, story } = useStoryView()
  const { list } = useListing()
  const moves = useQuotationMoves()
  const { known } = now
  if (!known) return undefined
  const plain = plainText(known.of)
  const quoted = speaker.utterances.flatMap((key) => list.all.find((item) => item.key === key) ?? [])
  const reported = known.assessment.quotations.filter(({ quotation }) => speaker.reported.includes(quotation.id))
  return (
    <ul className="said-list" aria-label={`Said by ${speaker.name}`}>
      {quoted.map((item) => (
        <li key={item.key}>
          <button type="button" onClick={() => moves.show(item)}>
            <StateMark state={item.state} text="hidden" />
            <span>{item.words}</span>
          </button>
        </li>
      ))}
      {reported.map(({ quotation }) => (
        <li key={quotation.id}>
          <button
            type="button"
            onClick={() => {
              const there = story.rangeNow(known.of, quotation)
              if (there) story.show(there)
            }}
          >
            <span className="grey said-how">Reported</span>
            <span>{wordsOf(plain, quotation)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** Moves the focus one speaker on, in the list that is on show. */
export function stepSpeaker(direction: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-speaker]')]
  const at = rows.indexOf(document.activeElement as HTMLElement)
  rows[
    at < 0 ? (direction === 1 ? 0 : rows.length - 1) : Math.max(0, Math.min(rows.length - 1, at + direction))
  ]?.focus()
}
