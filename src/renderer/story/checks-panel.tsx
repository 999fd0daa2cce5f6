import { Button, EmptyState, Kbd, shortTime } from '../ui'
import type { Finding, FindingLevel } from '@core/policy'
import { applyFix } from './apply-fix'
import { settle } from './decisions'
import { useStoryView } from './desk-view'
import { lostOf, LostWords } from './lost-words'

const levelTitles: Record<FindingLevel, string> = {
  block: 'Blocks publishing',
  acknowledge: 'To acknowledge',
  note: 'Notes',
}

/** What the house's rules found, by weight; each with its fixes and the ways to settle it. */
export function ChecksPanel() {
  const { now, story } = useStoryView()
  const { known } = now
  if (now.analysisFailed)
    return (
      <EmptyState size="small" title="The checks stopped">
        {now.analysisFailed} The text is kept; the checks run again with the next key.
      </EmptyState>
    )
  if (!known) return <p className="panel-note">Checking…</p>
  const { findings, settled, notChecked } = known.assessment
  return (
    <>
      {findings.length === 0 && (
        <EmptyState size="small" title="Nothing found">
          The house’s rules have nothing to say about this draft.
        </EmptyState>
      )}
      {(['block', 'acknowledge', 'note'] as const).map((level) => {
        const list = findings.filter((finding) => finding.level === level)
        return list.length === 0 ? null : (
          <section key={level} aria-label={levelTitles[level]}>
            <h3 className={`panel-sub level-${level}`}>
              {levelTitles[level]} <span className="grey">{list.length}</span>
            </h3>
            <ul className="panel-list">
              {list.map((finding) => (
                <FindingRow key={`${finding.rule} ${finding.cause} ${finding.start}`} finding={finding} />
              ))}
            </ul>
          </section>
        )
      })}
      {settled.length > 0 && (
        <section aria-label="Settled">
          <h3 className="panel-sub">Settled</h3>
          <ul className="panel-list">
            {settled.map(({ finding, decision }) => (
              <li key={decision.id + finding.cause} className="panel-row quiet">
                <div className="row-main">
                  <span>{finding.message}</span>
                  <span className="grey">
                    {decision.by}, {shortTime(decision.at)}
                    {decision.reason ? ` · ${decision.reason}` : ''}
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
      {notChecked.length > 0 && (
        <details className="not-checked">
          <summary>Not checked</summary>
          <ul>
            {notChecked.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function FindingRow({ finding }: { finding: Finding }) {
  const { now, story, chosen, choose, open } = useStoryView()
  const { rule, cause, level, message, start, end, fix, places } = finding
  const isOpen = chosen?.kind === 'finding' && chosen.rule === rule && chosen.cause === cause
  const show = () => {
    choose({ kind: 'finding', rule, cause })
    const range = now.known && start !== undefined && end !== undefined && story.rangeNow(now.known.of, { start, end })
    if (range) story.show(range)
  }
  const lost = isOpen && now.known ? lostOf(now.known.assessment.provenance, finding) : undefined
  const never = now.policy.neverWaive.includes(rule)
  return (
    <li className={`panel-row${isOpen ? ' open' : ''}`}>
      <button
        type="button"
        className="row-main"
        aria-expanded={isOpen}
        onClick={() => (isOpen ? choose(undefined) : show())}
      >
        <span>{message}</span>
        <span className="grey">
          {rule}
          {places && places.length > 0 ? ` · ${places.length + 1} places` : ''}
        </span>
      </button>
      {isOpen && lost && (
        <div className="row-open">
          <LostWords lost={lost} of={now.known!.of} sources={now.sources} />
        </div>
      )}
      {isOpen && (
        <div className="row-actions" role="toolbar" aria-label="Settle">
          {fix?.map((one) => (
            <Button
              key={`${one.start} ${one.text}`}
              size="small"
              kind="primary"
              onPress={() => applyFix(story, now.known!.of, one)}
            >
              {one.label ?? (one.text ? `Write “${one.text}”` : 'Remove')}
              {fix.length === 1 && <Kbd keys="f" />}
            </Button>
          ))}
          {level === 'acknowledge' && (
            <Button size="small" onPress={() => settle(story, finding, 'acknowledge')}>
              Acknowledge
            </Button>
          )}
          {level === 'block' && !never && (
            <Button size="small" onPress={() => open({ kind: 'settle', as: 'waive', rule, cause, message })}>
              Waive…
            </Button>
          )}
          <Button
            size="small"
            kind="quiet"
            onPress={() => open({ kind: 'settle', as: 'wrong-alarm', rule, cause, message })}
          >
            Wrong alarm…
          </Button>
        </div>
      )}
    </li>
  )
}
