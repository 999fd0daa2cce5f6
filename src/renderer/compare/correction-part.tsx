import { Copy } from 'lucide-react'
import type { PublishedChange } from '@core/release'
import type { FactKind } from '@core/record'
import type { Compared } from '../analysis'
import { attempt, Button, say } from '../ui'

const factWords: Record<FactKind, string> = {
  quotation: 'Quotation',
  number: 'Number',
  name: 'Name',
  attribution: 'Attribution',
}

/** Changes in one sentence are told once. */
function bySentence(changes: readonly PublishedChange[]): PublishedChange[] {
  const told: PublishedChange[] = []
  for (const change of changes) {
    const last = told.at(-1)
    if (last && last.oldSentence === change.oldSentence && last.newSentence === change.newSentence)
      last.facts = [...new Set([...last.facts, ...change.facts])]
    else told.push({ ...change })
  }
  return told
}

/** What a correction must say: each sentence readers were told that no longer stands, and the one that does. */
export function CorrectionPart({ correction: { changes, note } }: { correction: Compared['correction'] }) {
  const copy = () =>
    attempt(async () => {
      await navigator.clipboard.writeText(note)
      say('The note for the correction is on the clipboard.', { kind: 'good' })
    })
  return (
    <section className="cmp-corrections" aria-labelledby="cmp-corrections">
      <header>
        <h2 id="cmp-corrections">What a correction must say</h2>
        {note && (
          <Button size="small" icon={<Copy size={14} />} onPress={() => void copy()}>
            Copy the note
          </Button>
        )}
      </header>
      {changes.length === 0 && (
        <p className="grey">Nothing readers were told has changed: no quotation, number, name or attribution.</p>
      )}
      <ol>
        {bySentence(changes).map(({ facts, oldSentence, newSentence }, index) => (
          <li key={index}>
            <p className="cmp-tags">
              {facts.map((fact) => (
                <span key={fact} className={`cmp-tag${fact === 'quotation' ? ' touch-quoted-words' : ''}`}>
                  {factWords[fact]}
                </span>
              ))}
            </p>
            {oldSentence && (
              <p>
                <span className="grey">Published:</span> {oldSentence}
              </p>
            )}
            <p>
              <span className="grey">{newSentence ? 'Now:' : 'Now taken out.'}</span> {newSentence}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
