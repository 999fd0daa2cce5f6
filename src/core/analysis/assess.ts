import type { Decision } from '../annotations'
import { tokenize } from '../language'
import { judge, notChecked, type Finding, type PolicyContext } from '../policy'
import {
  createProvenanceIndex,
  droppedCredits,
  type ProvenanceIndex,
  type Provenance,
  type QuoteCheck,
} from '../provenance'
import { createQuotationFinder, type QuotationFinder } from '../quotations'
import { worst } from './linked'
import { isFaithful } from './matched'
import { asRuled, asSpoken, review, ruledSpeaker, type Ruled } from './review'
import { sortRulings } from './rulings'
import { speakersOf } from './speakers'
import type { Assessment, AssessmentInput, Background } from './types'
import { underRulings } from './under-rulings'
import { groupUtterances, partOf, utteranceKeys, utteranceSpeakers } from './utterances'

/**
 * Everything the desk knows of a story: its quotations with the rulings that stand on them, where its sentences come
 * from, and what stands between it and publishing. Pure: the same input gives the same answer.
 */
export function assess(input: AssessmentInput): Assessment {
  return createAssessor(input).assess(input)
}

/** Assesses one story again and again while it is written: blocks, quotations and sources read before cost nothing. */
export interface Assessor {
  /** The same answer as `assess` gives with the background that the assessor was made with. */
  assess(input: Omit<AssessmentInput, keyof Background>): Assessment
}

/** Reads sources and earlier revisions once, for every assessment of the story that is held against them. */
export function createAssessor({ sources, revisions = [] }: Background): Assessor {
  const finder = createQuotationFinder()
  const index = createProvenanceIndex(sources)
  const traced = revisions.map((revision) => ({ ...revision, provenance: index.trace(revision.story, []) }))
  return { assess: (input) => assessWith({ finder, index, traced }, { ...input, sources }) }
}

interface Read {
  finder: QuotationFinder
  index: ProvenanceIndex
  traced: Parameters<typeof droppedCredits>[0]
}

function assessWith({ finder, index, traced }: Read, input: Omit<AssessmentInput, 'revisions'>): Assessment {
  const { story, annotations, decisions, sources, policy, now } = input
  const rulings = sortRulings(decisions)
  const found = finder.find(story)
  const { quotations, notQuotations } = underRulings(story, found.quotations, found.notQuotations, rulings)
  const named = quotations.map((quotation) => ruledSpeaker(story, quotation, rulings))
  const keys = utteranceKeys(story, named)
  const spoken = utteranceSpeakers(story, named, keys)
  const ruled = named.map((one) => asSpoken(story, one, spoken.get(keys.get(one.quotation.id) ?? '')))
  const provenance = index.trace(story, ruled.map(asRuled))
  const checks = new Map<string, QuoteCheck[]>()
  for (const check of provenance.quotes) {
    if (check.quotation !== undefined) checks.set(check.quotation, [...(checks.get(check.quotation) ?? []), check])
  }
  const checkOf = checksByUtterance(ruled, keys, checks)
  const reviewed = ruled.map((one) => {
    const speaker = spoken.get(keys.get(one.quotation.id) ?? '')
    return review(one, checkOf(one), { story, rulings, sources, speaker })
  })
  const judged = reviewed.map(({ one }) => ({ ...one, key: keys.get(one.quotation.id) ?? one.key }))
  const context: PolicyContext = {
    story,
    quotations: judged,
    notQuotations,
    provenance,
    annotations,
    sources: sources.length,
    wire: sources.map(({ text: _text, ...terms }) => ({ ...terms, used: isUsed(provenance, terms.id) })),
    sourceTexts: sources,
    ledger: droppedCredits(traced, { story, provenance }, sources),
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
    spoken,
  )
  return {
    quotations: reviewed.map(({ review }) => review),
    utterances,
    notQuotations,
    speakers: speakersOf(
      story,
      reviewed.map(({ review }) => review),
      keys,
      spoken,
      found.quotations,
      rulings,
    ),
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

/** Whether words of the story, or of a quotation in it, stand on a source. */
const isUsed = ({ sentences, quotes }: Provenance, source: string): boolean =>
  sentences.some(({ level, from }) => level !== 'original' && from.some((passage) => passage.source === source)) ||
  quotes.some(({ from }) => from.some((passage) => passage.source === source))

/** Whether a ruling lets a finding through: a block that policy never waives stays; anything else may be acknowledged or called a wrong alarm. */
export function maySettle({ ruling, reason }: Decision, finding: Finding, never: readonly string[]): boolean {
  if (finding.level !== 'block') return true
  if (ruling.kind === 'acknowledge') return false
  return Boolean(reason) && (ruling.kind === 'wrong-alarm' || !never.includes(finding.rule))
}

/**
 * What the sources say of each place. A word or two cut out for a headline are too few to be found by themselves: they
 * stand where the words they are cut from stand.
 */
function checksByUtterance(
  ruled: readonly Ruled[],
  keys: ReadonlyMap<string, string>,
  checks: ReadonlyMap<string, readonly QuoteCheck[]>,
): (one: Ruled) => QuoteCheck | undefined {
  const whole = new Map<string, { check: QuoteCheck; key: string }>()
  for (const { quotation, key } of ruled) {
    const group = keys.get(quotation.id)
    const check = worst(checks.get(quotation.id))
    if (group !== undefined && check && isFaithful(check, key)) whole.set(group, { check, key })
  }
  return ({ quotation, key }) => {
    const check = worst(checks.get(quotation.id))
    const from = whole.get(keys.get(quotation.id) ?? '')
    if (check?.verdict !== 'no-source' || !from || !partOf(key, from.key)) return check
    return { ...from.check, start: check.start, end: check.end, quotation: quotation.id }
  }
}
