import { expect, test } from 'vitest'
import { sharedRuns } from './shared-runs'

const marked = (text: string, other: string) =>
  sharedRuns(text, other)
    .map(({ text, shared }) => (shared ? `[${text}]` : text))
    .join('')

test.each([
  [
    'runs of shared words',
    'Crews blocked the harbor with 40 boats.',
    'The crews blocked the harbor, 40 in all.',
    '[Crews blocked the harbor] with [40] boats.',
  ],
  ['a small word alone is no sign', 'The ship left in May.', 'In Rome the mayor spoke.', 'The ship left in May.'],
  ['nothing shared', 'One thing.', 'Another matter', 'One thing.'],
])('%s', (_, text, other, expected) => expect(marked(text, other)).toBe(expected))
