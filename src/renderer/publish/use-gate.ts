import { useEffect, useMemo, useState } from 'react'
import { maySettle } from '@core/analysis'
import { houseRules, type Finding } from '@core/policy'
import type { StoryNow } from '../story'
import { groupsOf, keyOf, shownIn, type Group } from './grouping'

const titles = new Map(houseRules().map(({ id, title }) => [id, title]))

/** What stands between the draft and publishing, and which of it is in hand. */
export interface Gate {
  /** The analysis is of the draft as it stands. */
  current: boolean
  groups: readonly Group[]
  blocks: readonly Finding[]
  toAcknowledge: readonly Finding[]
  notes: number
  notesOpen: boolean
  isOpen: (group: Group) => boolean
  toggle: (group: Group | 'notes') => void
  /** In the order of the screen, without what is folded. */
  visible: readonly Finding[]
  selected: Finding | undefined
  select: (finding: Finding) => void
}

// Where one was in each story's list, so that going to the text and back loses no place.
const places = new Map<string, { key: string; at: number }>()
const opened = new Map<string, ReadonlySet<string>>()

/** The gate of a story's draft. A finding that was just ruled on leaves at once; the one after it is then selected. */
export function useGate(story: string, now: StoryNow): Gate {
  const [, redraw] = useState(0)
  const again = () => redraw((count) => count + 1)
  const { known, decisions, manuscript, policy } = now
  const groups = useMemo(() => {
    const open = known?.assessment.findings ?? []
    const ruledOn = (finding: Finding) =>
      decisions.some(
        (decision) =>
          !decision.revoked &&
          'cause' in decision.ruling &&
          keyOf(decision.ruling) === keyOf(finding) &&
          maySettle(decision, finding, policy.neverWaive),
      )
    return groupsOf(
      open.filter((finding) => !ruledOn(finding)),
      titles,
    )
  }, [known, decisions, policy])
  const open = opened.get(story) ?? new Set<string>()
  const name = (group: Group) => `${group.level} ${group.rule}`
  const notesOpen = open.has('notes')
  const shown = groups.filter(({ level }) => level !== 'note' || notesOpen)
  const visible = shown.flatMap((group) => shownIn(group, open.has(name(group))))
  const before = places.get(story)
  const at = visible.findIndex((finding) => keyOf(finding) === before?.key)
  const selected = at >= 0 ? visible[at] : before && visible[Math.min(before.at, visible.length - 1)]
  useEffect(() => {
    if (selected) places.set(story, { key: keyOf(selected), at: visible.indexOf(selected) })
  })
  const of = (level: Finding['level']) => groups.filter((group) => group.level === level).flatMap((g) => g.findings)
  return {
    current: known?.of === manuscript,
    groups,
    blocks: of('block'),
    toAcknowledge: of('acknowledge'),
    notes: of('note').length,
    notesOpen,
    isOpen: (group) => open.has(name(group)),
    toggle: (group) => {
      const one = group === 'notes' ? group : name(group)
      opened.set(story, new Set(open.has(one) ? [...open].filter((other) => other !== one) : [...open, one]))
      again()
    },
    visible,
    selected,
    select: (finding) => {
      places.set(story, { key: keyOf(finding), at: visible.indexOf(finding) })
      again()
    },
  }
}
