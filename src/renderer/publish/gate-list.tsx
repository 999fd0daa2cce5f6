import { ChevronDown, ChevronRight, CircleCheck } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { FindingLevel } from '@core/policy'
import { Button, count, fullTime, shortTime, step } from '../ui'
import type { OpenStory, StoryNow } from '../story'
import { FindingRow, type FindingMoves } from './finding-row'
import { keyOf, shownIn, type Group } from './grouping'
import type { Gate } from './use-gate'

const levelTitles: Record<Exclude<FindingLevel, 'note'>, string> = {
  block: 'Blocks publishing',
  acknowledge: 'To acknowledge',
}
const settledAs = { waive: 'Waived', acknowledge: 'Acknowledged', 'wrong-alarm': 'Wrong alarm' } as const

/** Everything the gate found, heaviest first; what was settled; and what it did not look at. */
export function GateList({
  story,
  now,
  gate,
  moves,
}: {
  story: OpenStory
  now: StoryNow
  gate: Gate
  moves: FindingMoves
}) {
  const { known } = now
  if (now.analysisFailed)
    return (
      <div className="gate">
        <h2>The checks stopped</h2>
        <p>{now.analysisFailed} The text is kept; the checks run again with the next change.</p>
      </div>
    )
  if (!known)
    return (
      <div className="gate">
        <h2 role="status">Checking…</h2>
      </div>
    )
  const { settled, notChecked } = known.assessment
  const blocks = gate.blocks.length
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target as HTMLElement).dataset['finding']) return
    const { selected, visible } = gate
    const to = step(event.key, selected ? visible.indexOf(selected) : -1, visible.length)
    const fix = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1
    if (to !== undefined && visible[to]) gate.select(visible[to])
    else if (selected?.fix?.[fix]) moves.fix(selected, fix)
    else return
    event.preventDefault()
  }
  const groups = (level: FindingLevel) => gate.groups.filter((group) => group.level === level)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- arrows and digits act on the row in hand
    <div className="gate" onKeyDown={onKeyDown}>
      <h2 className={blocks > 0 ? 'blocked' : 'clear'} role="status">
        {blocks === 0 && <CircleCheck size={20} aria-hidden />}
        {blocks === 0 ? 'Nothing blocks publishing' : `${count(blocks, 'thing blocks', 'things block')} publishing`}
      </h2>
      {(['block', 'acknowledge'] as const).map((level) =>
        groups(level).length === 0 ? undefined : (
          <section key={level} aria-label={levelTitles[level]}>
            <h3 data-level={level}>
              {levelTitles[level]}{' '}
              <span className="grey">{level === 'block' ? blocks : gate.toAcknowledge.length}</span>
            </h3>
            <Groups groups={groups(level)} now={now} of={known.of} gate={gate} moves={moves} />
          </section>
        ),
      )}
      {gate.notes > 0 && (
        <section aria-label="Notes">
          <Fold open={gate.notesOpen} onToggle={() => gate.toggle('notes')}>
            {count(gate.notes, 'note')}
          </Fold>
          {gate.notesOpen && <Groups groups={groups('note')} now={now} of={known.of} gate={gate} moves={moves} />}
        </section>
      )}
      {settled.length > 0 && (
        <section aria-label="Settled">
          <h3>
            Settled <span className="grey">{settled.length}</span>
          </h3>
          <ul className="gate-rows">
            {settled.map(({ finding, decision }) => (
              <li key={`${decision.id} ${finding.start}`} className="gate-row settled">
                <div className="settled-words">
                  <span>{finding.message}</span>
                  <span className="grey" title={fullTime(decision.at)}>
                    {settledAs[decision.ruling.kind as keyof typeof settledAs]} by {decision.by},{' '}
                    {shortTime(decision.at)}
                    {decision.reason ? `: ${decision.reason}` : ''}
                  </span>
                </div>
                <Button size="small" kind="quiet" onPress={() => story.revoke(decision.id)}>
                  Undo
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-label="Not checked" className="not-looked">
        <h3>Not checked</h3>
        <ul>
          {notChecked.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Groups({
  groups,
  now,
  of,
  gate,
  moves,
}: {
  groups: readonly Group[]
  now: StoryNow
  of: Parameters<typeof FindingRow>[0]['of']
  gate: Gate
  moves: FindingMoves
}) {
  return groups.map((group) => {
    const shown = shownIn(group, gate.isOpen(group))
    const folded = group.findings.length - shown.length
    const { selected } = gate
    return (
      <div key={`${group.level} ${group.rule}`}>
        <ul className="gate-rows">
          {shown.map((finding) => (
            <FindingRow
              key={keyOf(finding)}
              finding={finding}
              of={of}
              title={group.title}
              inHand={selected !== undefined && keyOf(selected) === keyOf(finding)}
              never={now.policy.neverWaive.includes(finding.rule)}
              moves={moves}
              onSelect={() => gate.select(finding)}
            />
          ))}
        </ul>
        {(folded > 0 || gate.isOpen(group)) && (
          <Fold open={gate.isOpen(group)} onToggle={() => gate.toggle(group)}>
            {gate.isOpen(group) ? `Show fewer: ${group.title}` : `${folded} more: ${group.title}`}
          </Fold>
        )}
      </div>
    )
  })
}

function Fold({ open, onToggle, children }: { open: boolean; onToggle: () => void; children: React.ReactNode }) {
  const Icon = open ? ChevronDown : ChevronRight
  return (
    <button type="button" className="fold" aria-expanded={open} onClick={onToggle}>
      <Icon size={14} aria-hidden />
      {children}
    </button>
  )
}
