import type { Decision, Ruling } from '@core/annotations'
import type { Utterance } from '@core/analysis'
import { Button, fullTime, shortTime } from '../ui'

/** What a ruling says, as the record has it: "Checked by Ada, 14:02". */
export function rulingWords(ruling: Ruling): string {
  switch (ruling.kind) {
    case 'confirm':
      return 'Checked'
    case 'accept':
      return 'Accepted with other matched quotations'
    case 'speaker':
      return `Speaker set to ${ruling.speaker}`
    case 'speaker-name':
      return ruling.from === ruling.to
        ? `Title of ${ruling.to}: ${ruling.title || 'none'}`
        : `${ruling.from} put under ${ruling.to}`
    case 'not-a-quotation':
      return 'Ruled no quotation'
    case 'is-a-quotation':
      return 'Made a quotation'
    case 'source':
      return 'Source linked'
    case 'note':
      return ruling.text
    case 'waive':
      return 'Waived'
    case 'acknowledge':
      return 'Acknowledged'
    case 'wrong-alarm':
      return 'Called a wrong alarm'
  }
}

/** The rulings on an utterance, one line a move: what covers several wordings was still one decision. */
export function rulingsOn(utterance: Utterance): Decision[] {
  const moves = new Map<string, Decision>()
  for (const decision of utterance.quotations.flatMap(({ decisions }) => decisions)) {
    const { by, at, ruling } = decision
    const move = `${at} ${by} ${ruling.kind}`
    if (!moves.has(move)) moves.set(move, decision)
  }
  return [...moves.values()].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** What people decided, with name, time and reason. */
export function Rulings({
  decisions,
  onTakeBack,
}: {
  decisions: readonly Decision[]
  onTakeBack?: (decision: Decision) => void
}) {
  if (decisions.length === 0) return undefined
  return (
    <ul className="rulings" aria-label="Decisions">
      {decisions.map((decision) => {
        const { id, by, at, ruling, reason } = decision
        return (
          <li key={id} className="ruling" title={fullTime(at)}>
            <span>
              {ruling.kind === 'note' ? `“${ruling.text}” · ${by}` : `${rulingWords(ruling)} by ${by}`}, {shortTime(at)}
              {reason ? ` · ${reason}` : ''}
            </span>
            {onTakeBack && (
              <Button kind="quiet" size="small" onPress={() => onTakeBack(decision)}>
                Take back
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
