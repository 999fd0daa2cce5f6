import { Copy } from 'lucide-react'
import { correctionText, describeChange, type Change, type Correction } from '@core/comparison'
import { attempt, Button, say } from '../ui'
import { leftWord, type SessionNow } from './session'
import { tagsOf } from './words'

// Beyond this the sentence gives only the beginning of the words; they follow in full.
const excerptHolds = 90

/** The changes as sentences, one after another, with their words in full. */
export function ListView({
  now,
  decides,
  corrections,
  onSelect,
  onTake,
  onLeave,
  takeWord,
  leaveWord,
}: {
  now: SessionNow
  decides: boolean
  /** What a correction must say, where the old side was published. */
  corrections: readonly Correction[] | undefined
  onSelect: (id: string) => void
  onTake: (id: string) => void
  onLeave: (id: string) => void
  takeWord: string
  leaveWord: string
}) {
  return (
    <article className="cmp-sentences" aria-label="Changes as sentences">
      {corrections && corrections.length > 0 && <Corrections corrections={corrections} />}
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

function Corrections({ corrections }: { corrections: readonly Correction[] }) {
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(correctionText(corrections))
      say('What the correction must say is on the clipboard.', { kind: 'good' })
    })
  return (
    <section className="cmp-corrections" aria-labelledby="cmp-corrections">
      <header>
        <h2 id="cmp-corrections">What a correction must say</h2>
        <Button size="small" icon={<Copy size={14} />} onPress={() => void copy()}>
          Copy
        </Button>
      </header>
      <ol>
        {corrections.map((correction) => (
          <li key={correction.change}>
            <p className="cmp-tags">
              {tagsOf(correction).map(({ touch, title }) => (
                <span key={touch} className={`cmp-tag touch-${touch}`}>
                  {title}
                </span>
              ))}
            </p>
            {correction.was !== undefined && (
              <p>
                <span className="grey">An earlier version said:</span> {correction.was}
              </p>
            )}
            <p>
              {correction.is === undefined ? (
                <span className="grey">That sentence was taken out.</span>
              ) : (
                <>
                  <span className="grey">{correction.was === undefined ? 'Added:' : 'It now says:'}</span>{' '}
                  {correction.is}
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
