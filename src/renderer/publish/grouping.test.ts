import { expect, test } from 'vitest'
import type { Finding, FindingLevel } from '@core/policy'
import { groupsOf, keyOf, shownIn } from './grouping'

const finding = (rule: string, level: FindingLevel, cause: string): Finding => ({ rule, level, cause, message: cause })
const titles = new Map([['T-1', 'Marks are balanced']])

test('findings stand by weight, then by rule, in the order of the text', () => {
  const groups = groupsOf(
    [
      finding('F-5', 'acknowledge', 'time'),
      finding('T-1', 'block', 'one'),
      finding('copy/x', 'note', 'x'),
      finding('S-1', 'block', 'orphan'),
      finding('T-1', 'block', 'two'),
    ],
    titles,
  )
  expect(groups.map(({ level, rule, findings }) => [level, rule, findings.length])).toEqual([
    ['block', 'T-1', 2],
    ['block', 'S-1', 1],
    ['acknowledge', 'F-5', 1],
    ['note', 'copy/x', 1],
  ])
  expect(groups[0]!.title).toBe('Marks are balanced')
  expect(groups[1]!.title).toBe('S-1')
})

test('one cause at two places is one row', () => {
  const twice = [finding('T-1', 'block', 'same'), finding('T-1', 'block', 'same')]
  expect(groupsOf(twice, titles)[0]!.findings).toHaveLength(1)
  expect(keyOf(twice[0]!)).toBe(keyOf(twice[1]!))
})

test('a long group shows its first few until it is opened, and never hides a single one', () => {
  const many = (count: number) =>
    groupsOf(
      Array.from({ length: count }, (_, at) => finding('T-1', 'block', `c${at}`)),
      titles,
    )[0]!
  expect(shownIn(many(4), false)).toHaveLength(4)
  expect(shownIn(many(12), false)).toHaveLength(3)
  expect(shownIn(many(12), true)).toHaveLength(12)
})
