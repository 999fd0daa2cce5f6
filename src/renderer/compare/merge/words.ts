import type { Settlement, ShownConflict } from '@core/comparison'
import type { WaitingMerge } from '@core/record'
import { count, shortTime } from '../../ui/time'
import { shortened } from '../../ui'

/** How a conflict can be settled, in the order of the keys. */
export type Choice = 'ours' | 'theirs' | 'both' | 'base' | 'words'

export const choices: readonly { id: Choice; title: string; keys: readonly string[] }[] = [
  { id: 'ours', title: 'Ours', keys: ['1', 'o'] },
  { id: 'theirs', title: 'Theirs', keys: ['2', 't'] },
  { id: 'both', title: 'Both', keys: ['3', 'b'] },
  { id: 'base', title: 'As it was', keys: ['4', 'a'] },
  { id: 'words', title: 'Type it', keys: ['5', 'e'] },
]

/** Whether a conflict can be settled so: where something was moved to, or its marks, are one side's or as they were. */
export const canBe = (choice: Choice, { holds }: Pick<ShownConflict, 'holds'>): boolean =>
  holds === 'words' || (choice !== 'both' && choice !== 'words')

export const choiceOf = (settled: Settlement | undefined): Choice | undefined =>
  typeof settled === 'object' ? 'words' : settled

/** What both sides have in common: "r3 · Ada · Mon 14:05". */
export const commonWords = ({ common }: Pick<WaitingMerge, 'common'>): string =>
  common.map(({ number, by, at }) => `r${number} · ${by} · ${shortTime(at)}`).join(' and ')

const said = (text: string) => (text.trim() ? `“${shortened(text, 60)}”` : 'nothing')

/** What was moved, where a conflict is about that. */
export const movedText = ({ ours, theirs, baseText }: Pick<ShownConflict, 'ours' | 'theirs' | 'baseText'>): string =>
  [...ours, ...theirs].find(({ kind }) => kind === 'move')?.newText ?? baseText

/** A conflict as a sentence: what a screen reader says and the bar shows. */
export function describeConflict({
  baseText,
  oursText,
  theirsText,
  holds,
  ours,
  theirs,
  touches,
}: ShownConflict): string {
  const touched = touches.includes('quoted-words') ? ' inside quotation marks' : ''
  if (holds === 'places') {
    const [us, them] = [ours, theirs].map((changes) => changes.some(({ kind }) => kind === 'move'))
    const how =
      us && them ? 'Moved to two places' : us ? 'Moved by us, changed by them' : 'Moved by them, changed by us'
    return `${how}: ${said(movedText({ ours, theirs, baseText }))}`
  }
  if (holds === 'marks') return `Marked or styled in two ways: ${said(baseText)}`
  if (!baseText.trim()) return `Put into one place${touched}: ours ${said(oursText)}, theirs ${said(theirsText)}`
  return `${said(baseText)}${touched}: ours ${said(oursText)}, theirs ${said(theirsText)}`
}

/** How a conflict was settled, in a word or two. */
export function settledWords(settled: Settlement): string {
  if (typeof settled === 'object') return settled.words.trim() ? 'Own words' : 'Taken out'
  return { ours: 'Ours', theirs: 'Theirs', both: 'Both', base: 'As it was' }[settled]
}

export const leftWords = (left: number): string =>
  left === 0 ? 'Every conflict is settled' : `${count(left, 'conflict')} left to settle`

export type FilterId = 'all' | 'open' | 'settled' | 'quotations'

export const inQuotation = ({ touches }: Pick<ShownConflict, 'touches'>): boolean =>
  touches.includes('quoted-words') || touches.includes('quotation')

/** What the list can be narrowed to, with how many conflicts each lets through. */
export function filtersOf(conflicts: readonly ShownConflict[], settled: ReadonlyMap<string, Settlement>) {
  const titles: Record<FilterId, string> = {
    all: 'All',
    open: 'To settle',
    settled: 'Settled',
    quotations: 'Quotations',
  }
  return (Object.keys(titles) as FilterId[]).map((id) => ({
    id,
    title: titles[id],
    count: conflicts.filter((conflict) => passes(conflict, settled, id)).length,
  }))
}

export function passes(conflict: ShownConflict, settled: ReadonlyMap<string, Settlement>, filter: FilterId): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'open':
      return !settled.has(conflict.id)
    case 'settled':
      return settled.has(conflict.id)
    case 'quotations':
      return inQuotation(conflict)
  }
}
