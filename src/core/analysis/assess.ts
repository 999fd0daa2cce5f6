import type { Decision } from '../annotations'
import { tokenize } from '../language'
import type { Range, StoryText } from '../manuscript'
import { judge, notChecked, utteranceKey, type Finding, type JudgedQuotation, type PolicyContext } from '../policy'
import { traceProvenance, type QuoteCheck } from '../provenance'
import { findQuotations, type NotQuotation, type Quotation } from '../quotations'
import { last, sortRulings, touch, type Rulings } from './rulings'
import type { Assessment, AssessmentInput, QuotationState, ReviewedQuotation } from './types'
import { groupUtterances, utteranceKeys } from './utterances'

/**
 * Everything the desk knows of a story: its quotations with the rulings that stand on them, where its sentences come
 * from, and what stands between it and publishing. Pure: the same input gives the same answer.
 */
export function assess(input: AssessmentInput): Assessment {
  const { story, annotations, decisions, sources, policy, now } = input
  const rulings = sortRulings(decisions)
  const found = findQuotations(story)
  const { quotations, notQuotations } = underRulings(story, found.quotations, found.notQuotations, rulings)
  const provenance = traceProvenance({ story, sources, quotations })
  const checks = new Map<string, QuoteCheck[]>()
  for (const check of provenance.quotes) {
    if (check.quotation !== undefined) checks.set(check.quotation, [...(checks.get(check.quotation) ?? []), check])
  }
  const reviewed = quotations.map((quotation) =>
    review(story, quotation, rulings, worst(checks.get(quotation.id)), decisions, sources.length > 0),
  )
  const keys = utteranceKeys(
    story,
    reviewed.map(({ one }) => one),
  )
  const judged = reviewed.map(({ one }) => ({ ...one, key: keys.get(one.quotation.id) ?? one.key }))
  const context: PolicyContext = {
    story,
    quotations: judged,
    notQuotations,
    provenance,
    annotations,
    sources: sources.length,
    policy,
    now,
  }
  const findings: Finding[] = []
  const settled: Assessment['settled'] = []
  for (const finding of judge(context)) {
    const decision = rulings.settling(finding.rule, finding.cause)
    if (decision && maySettle(decision, finding, policy.neverWaive)) settled.push({ finding, decision })
    else findings.push(finding)
  }
  const utterances = groupUtterances(
    reviewed.map(({ review }) => review),
    keys,
  )
  return {
    quotations: reviewed.map(({ review }) => review),
    utterances,
    notQuotations,
    provenance,
    findings,
    settled,
    notChecked: notChecked(context),
    words: tokenize(story.text).filter(({ kind }) => kind !== 'mark').length,
    digest: {
      quotations: utterances.length,
      checked: utterances.filter(({ state }) => state === 'checked').length,
      attention: utterances.filter(({ state }) => state === 'open' || state === 'altered' || state === 'check-again')
        .length,
      blocks: findings.filter(({ level }) => level === 'block').length,
      shares: provenance.shares.map(({ agency, share }) => ({ agency, share: Math.min(1, Math.max(0, share)) })),
    },
  }
}

/** A block that policy never waives stays; anything may be acknowledged or called a wrong alarm by a person. */
function maySettle({ ruling, reason }: Decision, finding: Finding, never: readonly string[]): boolean {
  if (finding.level !== 'block') return true
  if (ruling.kind === 'acknowledge') return false
  return Boolean(reason) && (ruling.kind === 'wrong-alarm' || !never.includes(finding.rule))
}

/** The words of a quotation as it stands: what is in marks, or the whole of an indirect one. */
export function wordsOf(story: StoryText, { fragments, start, end }: Quotation): string {
  const ranges: readonly Range[] = fragments.length > 0 ? fragments : [{ start, end }]
  return ranges.map((range) => story.text.slice(range.start, range.end)).join(' ')
}

function underRulings(
  story: StoryText,
  quotations: readonly Quotation[],
  notQuotations: readonly NotQuotation[],
  rulings: Rulings,
): { quotations: Quotation[]; notQuotations: Assessment['notQuotations'] } {
  const kept: Quotation[] = []
  const put: Assessment['notQuotations'] = []
  for (const quotation of quotations) {
    const ruled = last(rulings.on(utteranceKey(wordsOf(story, quotation))), 'not-a-quotation', 'is-a-quotation')
    if (ruled?.ruling.kind === 'not-a-quotation') {
      const { start, end } = quotation
      put.push({ start, end, kind: ruled.ruling.as, why: `${ruled.by} said so`, decision: ruled })
    } else kept.push(quotation)
  }
  const labelled = notQuotations.filter((label) => {
    const words = story.text.slice(label.start, label.end)
    const ruled = last(rulings.on(utteranceKey(words)), 'not-a-quotation', 'is-a-quotation')
    return ruled?.ruling.kind !== 'is-a-quotation'
  })
  for (const { anchor, by, orphan } of rulings.made) {
    if (!anchor || orphan || kept.some((quotation) => touch(quotation, anchor))) continue
    const ruled = last(rulings.on(utteranceKey(anchor.exact)), 'not-a-quotation', 'is-a-quotation')
    if (ruled?.ruling.kind !== 'is-a-quotation') continue
    const { start, end } = anchor
    kept.push({
      start,
      end,
      id: `m${start}`,
      type: 'direct',
      fragments: [{ start, end }],
      why: [{ rule: `${by} said so` }],
      confidence: 1,
    })
  }
  kept.sort((a, b) => a.start - b.start || b.end - a.end)
  return { quotations: kept, notQuotations: [...labelled, ...put].sort((a, b) => a.start - b.start) }
}

const gravity: Record<QuoteCheck['verdict'], number> = {
  differs: 0,
  'no-source': 1,
  marked: 2,
  'house-style': 3,
  typographic: 4,
  exact: 5,
}

/** The check that weighs most when a quotation has several pieces. */
function worst(checks: readonly QuoteCheck[] | undefined): QuoteCheck | undefined {
  return checks?.reduce((a, b) => (gravity[b.verdict] < gravity[a.verdict] ? b : a))
}

function review(
  story: StoryText,
  quotation: Quotation,
  rulings: Rulings,
  check: QuoteCheck | undefined,
  decisions: readonly Decision[],
  hasSources: boolean,
): { one: JudgedQuotation; review: ReviewedQuotation } {
  const words = wordsOf(story, quotation)
  const key = utteranceKey(words)
  let standing = rulings.on(key)
  let changed: string | undefined
  const set = last(standing, 'speaker')
  const speaker = set?.ruling.speaker ?? quotation.speaker
  let confirmed = last(standing, 'confirm', 'accept')
  if (!confirmed) {
    // Confirmed on other words: the anchor followed the edit, the words did not stay.
    const before = decisions.findLast(
      ({ ruling, anchor, orphan, revoked, seen }) =>
        !revoked &&
        !orphan &&
        anchor !== undefined &&
        seen !== undefined &&
        (ruling.kind === 'confirm' || ruling.kind === 'accept') &&
        quotation.type !== 'indirect' &&
        touch(anchor, quotation) &&
        utteranceKey(seen.words) !== key,
    )
    if (before) {
      confirmed = before as unknown as NonNullable<typeof confirmed>
      standing = [...standing, before]
      changed = `the words were “${before.seen!.words}”`
    }
  }
  if (confirmed && !changed) {
    const { seen } = confirmed
    if (seen?.speaker !== undefined && speaker !== undefined && seen.speaker !== speaker)
      changed = `the speaker was ${seen.speaker}`
    else if (seen?.speaker !== undefined && speaker === undefined) changed = `the speaker ${seen.speaker} is gone`
  }
  const linked = last(standing, 'source')
  const checked = confirmed !== undefined && changed === undefined
  const state = stateOf({ checked, changed, speaker, quotation, check, hasSources, linked: linked !== undefined })
  const shared = {
    ...(speaker === undefined ? {} : { speaker }),
    ...(check === undefined ? {} : { check }),
    ...(changed === undefined ? {} : { changed }),
  }
  return {
    one: { quotation, key, checked: checked || (linked !== undefined && check?.verdict === 'no-source'), ...shared },
    review: { quotation, state, decisions: [...standing], ...shared },
  }
}

// Below this the finder itself doubts the speaker; half is where its candidates stand equal.
const doubtful = 0.5
const faithful: ReadonlySet<QuoteCheck['verdict']> = new Set(['exact', 'typographic', 'house-style'])

function stateOf(given: {
  checked: boolean
  changed: string | undefined
  speaker: string | undefined
  quotation: Quotation
  check: QuoteCheck | undefined
  hasSources: boolean
  linked: boolean
}): QuotationState {
  const { checked, changed, speaker, quotation, check } = given
  if (changed !== undefined) return 'check-again'
  if (checked) return 'checked'
  if (check?.verdict === 'differs') return 'altered'
  if (speaker === undefined && !quotation.floating) return 'open'
  if (quotation.confidence < doubtful) return 'open'
  if (check && faithful.has(check.verdict) && check.speakerAgrees !== false) return 'matched'
  return 'attributed'
}
