import { expect, test } from 'vitest'
import ap from '../../../resources/sample/wire-ap.txt?raw'
import reuters from '../../../resources/sample/wire-reuters.txt?raw'
import { storyText } from '../manuscript'
import { defaultPolicy } from '../policy'
import { stories } from '../quotations/stories.fixture'
import { assess } from './assess'

/*
 * The noise budget of the house rules (attribution-rules d16): unattended copy is blocked falsely in two of a hundred
 * stories at most, and asks for two acknowledgements at most, in the median.
 */
const wires = [ap, reuters].map((text, at) => ({
  slug: `wire ${at}`,
  text: `Cable agreement divides islanders\n${text}`,
}))
const copy = [...stories, ...wires].map(({ slug, text }) => ({
  slug,
  findings: assess({
    story: storyText(text),
    annotations: [],
    decisions: [],
    sources: [],
    policy: defaultPolicy,
    now: '2026-10-07T09:00:00Z',
  }).findings,
}))
const at = (level: string) =>
  copy.map(({ slug, findings }) => ({
    slug,
    rules: findings.filter((one) => one.level === level).map(({ rule }) => rule),
  }))

test('copy in which nothing is wrong is not blocked', () =>
  expect(at('block').filter(({ rules }) => rules.length > 0)).toEqual([]))

test('copy asks for two acknowledgements at most, in the median', () => {
  const counts = at('acknowledge').map(({ rules }) => rules.length)
  expect(counts.toSorted((a, b) => a - b)[counts.length >> 1]).toBeLessThanOrEqual(2)
})
