import { Check, CircleAlert, GitMerge } from 'lucide-react'
import { Fragment } from 'react'
import type { Settlement, ShownConflict, WordingRun } from '@core/comparison'
import { keyLabel } from '../../commands/registry'
import { Button } from '../../ui'
import { tagsOf } from '../words'
import { canBe, choiceOf, choices, describeConflict, settledWords, type Choice } from './words'

/** A conflict where it stands: both wordings against the common one, and how to settle it. */
export function ConflictCard({
  conflict,
  number,
  of,
  settled,
  names,
  current,
  onChoose,
}: {
  conflict: ShownConflict
  number: number
  of: number
  settled: Settlement | undefined
  names: { ours: string; theirs: string }
  current: boolean
  onChoose: (choice: Choice) => void
}) {
  const { id, baseText, wordings, context, touches, holds } = conflict
  const chosen = choiceOf(settled)
  const altered = touches.includes('quoted-words')
  const state = settled === undefined ? 'To settle' : settledWords(settled)
  const name = `mrg-card${current ? ' current' : ''}${settled === undefined ? ' open' : ' settled'}${altered ? ' altered' : ''}`
  const base = holds === 'words' ? [{ text: baseText.replace(/\n$/u, ''), state: 'kept' as const }] : []
  return (
    <section
      className={name}
      data-conflict={id}
      aria-label={`Conflict ${number} of ${of}: ${describeConflict(conflict)}. ${state}.`}
    >
      <header className="mrg-card-head">
        <span className="mrg-number" aria-hidden>
          {settled === undefined ? <GitMerge size={13} /> : <Check size={13} />} {number}
        </span>
        <b>{settled === undefined ? 'Changed on both sides' : `Settled: ${settledWords(settled)}`}</b>
        {altered && (
          <span className="mrg-altered">
            <CircleAlert size={13} aria-hidden /> Quotation altered
          </span>
        )}
        {tagsOf({ touches })
          .filter(({ touch }) => touch !== 'quoted-words')
          .map(({ touch, title }) => (
            <span key={touch} className={`cmp-tag touch-${touch}`}>
              {title}
            </span>
          ))}
      </header>
      {holds === 'words' ? (
        <dl className="mrg-wordings">
          <Wording title="Common" who="" runs={base} context={context} on={chosen === 'base'} />
          <Wording
            title="Ours"
            who={names.ours}
            runs={wordings.ours}
            context={context}
            on={chosen === 'ours' || chosen === 'both'}
          />
          <Wording
            title="Theirs"
            who={names.theirs}
            runs={wordings.theirs}
            context={context}
            on={chosen === 'theirs' || chosen === 'both'}
          />
          {typeof settled === 'object' && (
            <Wording
              title="Own words"
              who=""
              runs={[{ text: settled.words, state: 'inserted' }]}
              context={context}
              on
            />
          )}
        </dl>
      ) : (
        <p className="mrg-what">
          {describeConflict(conflict)}.{' '}
          {holds === 'places'
            ? 'Choose whose place it has, or leave it where it was.'
            : 'Choose whose marks it has, or leave it as it was.'}
        </p>
      )}
      <div className="mrg-choices" role="group" aria-label={`Settle conflict ${number}`}>
        {choices
          .filter((choice) => canBe(choice.id, conflict))
          .map((choice) => (
            <Button
              key={choice.id}
              size="small"
              aria-pressed={chosen === choice.id}
              {...(chosen === choice.id ? { icon: <Check size={13} aria-hidden /> } : {})}
              onPress={() => onChoose(choice.id)}
            >
              {choice.title}
              {current && (
                <kbd className="mrg-key" aria-hidden>
                  {keyLabel(choice.keys[0]!)}
                </kbd>
              )}
            </Button>
          ))}
      </div>
    </section>
  )
}

function Wording({
  title,
  who,
  runs,
  context,
  on,
}: {
  title: string
  who: string
  runs: readonly WordingRun[]
  context: { before: string; after: string }
  on: boolean
}) {
  const says = runs.some(({ text, state }) => state !== 'deleted' && text.trim() !== '')
  return (
    <div className={`mrg-wording${on ? ' on' : ''}`}>
      <dt>
        {title}
        {who && <span className="grey"> {who}</span>}
      </dt>
      <dd>
        <span className="mrg-context">{context.before}</span>
        {runs.map(({ text, state }, index) =>
          state === 'inserted' ? (
            <ins key={index}>{text}</ins>
          ) : state === 'deleted' ? (
            <del key={index}>{text}</del>
          ) : (
            <Fragment key={index}>{text}</Fragment>
          ),
        )}
        {!says && (
          <i className="grey">{runs.length === 0 || title === 'Common' ? 'nothing stood here' : ' taken out'}</i>
        )}
        <span className="mrg-context">{context.after}</span>
      </dd>
    </div>
  )
}
