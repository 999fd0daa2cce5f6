import fc from 'fast-check'
import { expect, test } from 'vitest'
import { storyText } from '../manuscript'
import { defaultPolicy } from '../policy'
import { assess, createAssessor } from './assess'

const sources = [
  { id: 's1', agency: 'AP', text: '“The cable is lawful,” President Ilse Marand told AP. The survey ends in May.' },
  { id: 's2', agency: 'R', text: 'The ferry line was put off twice, the harbour board said on Tuesday.' },
]
const paragraph = fc.constantFrom(
  '“The cable is lawful,” said Ilse Marand.',
  '“The cable is unlawful,” she said.',
  'The survey ends in May.',
  'The ferry line was put off twice, the harbour board said.',
  'Nobody knows who drew the map.',
  '(with AP inputs)',
)

test('a story assessed while it is written is assessed as if it were read for the first time', () => {
  const assessor = createAssessor({ sources })
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 6 }), (paragraphs) => {
      const input = {
        story: storyText(paragraphs.join('\n')),
        annotations: [],
        decisions: [],
        policy: defaultPolicy,
        now: '2026-10-07T08:00:00Z',
      }
      expect(assessor.assess(input)).toEqual(assess({ ...input, sources }))
    }),
    { numRuns: 150 },
  )
})
