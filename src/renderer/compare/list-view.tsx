import { describeChange, type Change } from '@core/comparison'
import type { Compared } from '../analysis'
import { Button } from '../ui'
import { CorrectionPart } from './correction-part'
import { leftWord, type SessionNow } from './session'

// Beyond this the sentence gives only the beginning of the words; they follow in full.
const excerptHolds = 90

/** The changes as sentences, one after another, with their words in full. */
export function ListView({
  now,
  decides,
  correction,
  onSelect,
  onTake,
  onLeave,
  takeWord,
  leaveWord,
}: {
  now: SessionNow
  decides: boolean
  /** What a correction must say, where the old side was published. */
  correction: Compared['correction'] | undefined
  onSelect: (id: string) => void
  onTake: (id: string) => void
  onLeave: (id: string) => void
  takeWord: string
  leaveWord: string
}) {
  return (
    <article className="cmp-sentences" aria-label="Changes as sentences">
      {correction && <CorrectionPart correction={correction} />}
      <h2>{now.filter === 'all' ? 'Every change' : 'Changes shown'}</h2>
      <ol>
        {now.shown.map((change) => (
          <li
            key={change.id}
            className={`cmp-sentence${change.id === now.selected ? ' current' : ''}`}
            data-change={change.id}
            aria-current={change.id === now.selected}
          >
            <p className={change.touches.includes('quoted-words') ? 'altered' : ''}>
              <button type="button" onClick={() => onSelect(change.id)}>
                {describeChange(change)}.
              </button>
              {now.left.has(change.id) && <span className="cmp-left"> {leftWord(now)} as it is.</span>}
            </p>
            <InFull change={change} />
            {decides && change.id === now.selected && (
              <p className="cmp-sentence-acts">
                <Button size="small" onPress={() => onLeave(change.id)}>
                  {leaveWord}
                </Button>
                <Button size="small" onPress={() => onTake(change.id)}>
                  {takeWord}
                </Button>
              </p>
            )}
          </li>
        ))}
      </ol>
    </article>
  )
}

function InFull({ change: { kind, oldText, newText } }: { change: Change }) {
  const cut = (text: string) => text.trim().length > excerptHolds
  const old = kind === 'delete' || kind === 'replace'
  const fresh = kind === 'insert' || kind === 'replace' || kind === 'move'
  if (!(old && cut(oldText)) && !(fresh && cut(newText))) return null
  return (
    <blockquote className="cmp-in-full">
      {old && <del>{oldText}</del>}
      {old && fresh && ' '}
      {fresh && (kind === 'move' ? newText : <ins>{newText}</ins>)}
    </blockquote>
  )
}
