import { foldWords } from './fold'
import type { PolicyContext, Rule } from './context'
import { rules } from './rules'
import type { Finding, FindingLevel } from './types'

const weight: Record<FindingLevel, number> = { block: 0, acknowledge: 1, note: 2 }

/** Every rule of the house, for the settings screen and the report. */
export function houseRules(): readonly Omit<Rule, 'check'>[] {
  return rules.map(({ id, title, level, source }) => ({ id, title, level, source }))
}

/** What stands between a story and publishing, heaviest first, then in the order of the text. Rules turned off are silent. */
export function judge(context: PolicyContext): Finding[] {
  const findings: Finding[] = []
  for (const rule of rules) {
    const set = context.policy.rules[rule.id]
    if (set === 'off') continue
    for (const { about, level, ...fault } of rule.check(context)) {
      const words = about ?? context.story.text.slice(fault.start ?? 0, fault.end ?? fault.start ?? 0)
      findings.push({
        rule: rule.id,
        level: set ?? level ?? rule.level,
        ...fault,
        cause: `${rule.id}: ${foldWords(words)}`,
      })
    }
  }
  return findings.sort((a, b) => weight[a.level] - weight[b.level] || (a.start ?? 0) - (b.start ?? 0))
}

/** What the gate could not look at, one sentence each, so that silence is never taken for a pass. */
export function notChecked(context: PolicyContext): string[] {
  const told: string[] = []
  const spoken = new Set(
    context.quotations.filter(({ quotation }) => quotation.type !== 'indirect').map(({ key }) => key),
  ).size
  if (context.sources === 0 && spoken > 0)
    told.push(
      `No sources are attached: ${spoken} ${spoken === 1 ? 'quotation' : 'quotations'} could not be compared with one.`,
    )
  if (context.sources === 0) told.push('Credits could not be weighed without a source.')
  told.push('Facts, sums, photo rights and libel are for a person to read.')
  return told
}
