import { RotateCcw } from 'lucide-react'
import { fallenWords, undoEdit, type Fallen, type Utterance } from '@core/analysis'
import { plainText } from '@core/manuscript'
import { Button, Kbd, fullTime, shortTime } from '../ui'
import { useStoryView } from './desk-view'
import { sourceName } from './source-words'
import { WordDiff } from './word-diff'

const heads: Record<Fallen['what'], string> = {
  words: 'its words changed',
  speaker: 'its speaker changed',
  cue: 'its cue changed',
  source: 'its source changed',
}

/** What changed since an utterance was checked: old to new, and the way back where the old words are known. */
export function SinceChecked({ utterance, onUndo }: { utterance: Utterance; onUndo?: () => void }) {
  const { now } = useStoryView()
  const one = utterance.quotations.find(({ fallen }) => fallen)
  const { known } = now
  if (!one?.fallen || !known) return undefined
  const { what, was, is, decision } = one.fallen
  const canUndo = onUndo && undoEdit(plainText(known.of), one) !== undefined
  const nameOf = (id: string | undefined) => sourceName(now.sources.find((source) => source.id === id))
  return (
    <div className="since-checked">
      <p title={fullTime(decision.at)}>
        <RotateCcw size={14} aria-hidden /> Checked by {decision.by}, {shortTime(decision.at)}. Since then {heads[what]}
        .
      </p>
      {what === 'source' ? (
        <p className="grey">
          {is === undefined
            ? 'The source it was checked against is no longer attached.'
            : `${nameOf(is)}, attached since, has other words.`}
        </p>
      ) : is === undefined ? (
        <p className="grey">{capital(fallenWords(one.fallen))}.</p>
      ) : (
        <WordDiff label="Checked and now" old={was ?? ''} now={is} />
      )}
      {canUndo && (
        <Button size="small" onPress={onUndo}>
          Undo the edit <Kbd keys="e" />
        </Button>
      )}
    </div>
  )
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)
