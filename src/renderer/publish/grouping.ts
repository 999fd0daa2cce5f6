import type { Finding, FindingLevel } from '@core/policy'

/** Findings of one rule, at one level, in the order of the text. */
export interface Group {
  rule: string
  level: FindingLevel
  title: string
  findings: Finding[]
}

// A rule that found more than this shows its first few and folds the rest.
export const shownOfGroup = 3

/** What names a finding on the screen, while its fault stands. */
export const keyOf = ({ rule, cause }: Pick<Finding, 'rule' | 'cause'>): string => `${rule}\n${cause}`

/** Findings by weight, then by rule in the order in which the rules first appear; one cause is one finding. */
export function groupsOf(findings: readonly Finding[], titles: ReadonlyMap<string, string>): Group[] {
  const levels: readonly FindingLevel[] = ['block', 'acknowledge', 'note']
  return levels.flatMap((level) => {
    const groups = new Map<string, Group>()
    const seen = new Set<string>()
    for (const finding of findings) {
      if (finding.level !== level || seen.has(keyOf(finding))) continue
      seen.add(keyOf(finding))
      const { rule } = finding
      const group = groups.get(rule) ?? { rule, level, title: titles.get(rule) ?? rule, findings: [] }
      group.findings.push(finding)
      groups.set(rule, group)
    }
    return [...groups.values()]
  })
}

/** What of a group is on the screen: all of a small or opened one, else its first few. */
export const shownIn = ({ findings }: Group, open: boolean): readonly Finding[] =>
  open || findings.length <= shownOfGroup + 1 ? findings : findings.slice(0, shownOfGroup)
