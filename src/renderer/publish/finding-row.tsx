import { ArrowUpRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { blockAt, plainText, type Manuscript } from '@core/manuscript'
import type { Finding } from '@core/policy'
import { Button, Kbd, count } from '../ui'

/** What one can do about a finding. */
export interface FindingMoves {
  fix: (finding: Finding, at: number) => void
  acknowledge: (finding: Finding) => void
  waive: (finding: Finding) => void
  wrongAlarm: (finding: Finding) => void
  goTo: (finding: Finding) => void
}

/** One finding: what it is; when it is in hand also the words it is about, its fixes and the ways to settle it. */
export function FindingRow({
  finding,
  of,
  inHand,
  title,
  never,
  moves,
  onSelect,
}: {
  finding: Finding
  /** What its rule asks. */
  title: string
  /** The manuscript its offsets are of. */
  of: Manuscript
  inHand: boolean
  /** The house never waives its rule. */
  never: boolean
  moves: FindingMoves
  onSelect: () => void
}) {
  const { message, level, fix, places, start, rule } = finding
  const row = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (inHand) row.current?.scrollIntoView({ block: 'nearest' })
  }, [inHand])
  const settles = level === 'acknowledge' || level === 'note'
  return (
    <li className={`gate-row${inHand ? ' in-hand' : ''}`} data-level={level}>
      <button
        ref={row}
        type="button"
        className="gate-row-main"
        data-finding={inHand ? 'in-hand' : ''}
        aria-expanded={inHand}
        onClick={() => (inHand && start !== undefined ? moves.goTo(finding) : onSelect())}
      >
        <span className="gate-row-words">{message}</span>
        <span className="gate-row-facts">
          {places && places.length > 0 && !message.includes('places') && count(places.length + 1, 'place')}
          <code>{rule}</code>
        </span>
      </button>
      {inHand && (
        <div className="gate-row-open">
          <p className="grey">Rule: {title}.</p>
          <Excerpt of={of} finding={finding} />
          <div className="gate-row-actions" role="toolbar" aria-label="Fix or settle">
            {fix?.map((one, at) => (
              <Button
                key={`${one.start} ${one.label ?? one.text}`}
                size="small"
                onPress={() => moves.fix(finding, at)}
                icon={<Kbd keys={String(at + 1)} />}
              >
                {one.label ?? (one.text ? `Write “${one.text.trim()}”` : 'Remove')}
              </Button>
            ))}
            {start !== undefined && (
              <Button size="small" icon={<ArrowUpRight size={14} />} keys="Enter" onPress={() => moves.goTo(finding)}>
                Go to the place
              </Button>
            )}
            {settles && (
              <Button size="small" keys="a" onPress={() => moves.acknowledge(finding)}>
                Acknowledge
              </Button>
            )}
            {level === 'block' && !never && (
              <Button size="small" keys="w" onPress={() => moves.waive(finding)}>
                Waive…
              </Button>
            )}
            <Button size="small" kind="quiet" keys="x" onPress={() => moves.wrongAlarm(finding)}>
              Wrong alarm…
            </Button>
          </div>
          {level === 'block' && never && <p className="grey">The house never waives this rule.</p>}
        </div>
      )}
    </li>
  )
}

// Enough of a line to know the place by.
const aside = 70

/** The words a finding is about in their line, marked. */
function Excerpt({ of, finding: { start, end } }: { of: Manuscript; finding: Finding }) {
  if (start === undefined || end === undefined || end <= start) return undefined
  const plain = plainText(of)
  const block = blockAt(plain, start)
  if (!block) return undefined
  const last = blockAt(plain, end - 1) ?? block
  const from = wordStart(plain.text, Math.max(block.start, start - aside), start)
  const to = wordEnd(plain.text, Math.min(last.end, end + aside), end)
  const cut = (a: number, b: number) => plain.text.slice(a, b).replace(/\n/g, ' ¶ ')
  return (
    <p className="excerpt">
      {from > block.start && '… '}
      {cut(from, start)}
      <mark>{cut(start, end)}</mark>
      {cut(end, to)}
      {to < last.end && ' …'}
    </p>
  )
}

/** The first word's start at or after an offset; and the last word's end at or before one. */
function wordStart(text: string, from: number, most: number): number {
  let at = from
  while (at > 0 && at < most && /\S/.test(text[at - 1]!)) at++
  return at
}
function wordEnd(text: string, to: number, least: number): number {
  let at = to
  while (at < text.length && at > least && /\S/.test(text[at]!)) at--
  return at
}
