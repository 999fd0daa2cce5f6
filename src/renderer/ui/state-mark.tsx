import { Ban, Check, CheckCheck, CircleDashed, CircleDot, RotateCcw, TriangleAlert } from 'lucide-react'
import type { QuotationState } from '@core/analysis'

/** What each state of a quotation is called, and what it means. */
export const stateWords: Record<QuotationState | 'not', { title: string; meaning: string }> = {
  open: { title: 'Open', meaning: 'No speaker, or a doubtful one' },
  attributed: { title: 'Attributed', meaning: 'A speaker was found; nobody checked it' },
  checked: { title: 'Checked', meaning: 'A person confirmed it' },
  altered: { title: 'Altered', meaning: 'Its words differ from its source' },
  matched: { title: 'Matched', meaning: 'Its words and speaker agree with a source; nobody looked yet' },
  'check-again': { title: 'Check again', meaning: 'It changed since it was checked' },
  not: { title: 'Not a quotation', meaning: 'Words in marks that nobody said' },
}

const icons = {
  open: CircleDashed,
  attributed: CircleDot,
  checked: CheckCheck,
  altered: TriangleAlert,
  matched: Check,
  'check-again': RotateCcw,
  not: Ban,
}

/** A quotation's state: a shape, a word, a colour. */
export function StateMark({ state, text = 'shown' }: { state: QuotationState | 'not'; text?: 'shown' | 'hidden' }) {
  const Icon = icons[state]
  return (
    <span className={`state-mark state-${state}`} title={stateWords[state].meaning}>
      <Icon size={14} aria-hidden />
      {text === 'shown' ? stateWords[state].title : <span className="visually-hidden">{stateWords[state].title}</span>}
    </span>
  )
}
