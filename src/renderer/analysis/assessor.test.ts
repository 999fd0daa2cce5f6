import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Assessment } from '@core/analysis'
import { schema } from '@core/manuscript'
import { defaultPolicy } from '@core/policy'
import { Assessor, type Assessed } from './assessor'

// One key in 80 ms, as a fast typist strikes; an assessment that takes longer than that.
const keyEvery = 80
const assessing = 120

const draft = (words: string): Assessed => ({
  manuscript: schema.node('doc', null, [schema.node('paragraph', null, [schema.text(words)])]),
  annotations: [],
  decisions: [],
  sources: [],
  revisions: [],
  policy: defaultPolicy,
})

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }))
afterEach(() => void vi.useRealTimers())

function desk() {
  const asked: string[] = []
  const known: string[] = []
  const assessor = new Assessor(
    'story',
    ({ of }) => known.push(of.textContent),
    () => undefined,
    async (_, { story }) => {
      asked.push(story.text)
      await new Promise((done) => setTimeout(done, assessing))
      return {} as Assessment
    },
  )
  return { assessor, asked, known }
}

test('one who never rests is answered every other second, not after every key', async () => {
  const { assessor, asked } = desk()
  for (let key = 1; key <= 100; key++) {
    assessor.look(draft('x'.repeat(key)))
    await vi.advanceTimersByTimeAsync(keyEvery)
  }
  expect(asked.length).toBeGreaterThanOrEqual(3)
  expect(asked.length).toBeLessThanOrEqual(6)
})

test('when the hand rests, the last letter is looked at, also when it came while an assessment was under way', async () => {
  const { assessor, known } = desk()
  assessor.look(draft('a'))
  await vi.advanceTimersByTimeAsync(260)
  assessor.look(draft('ab'))
  await vi.advanceTimersByTimeAsync(1000)
  expect(known).toEqual(['a', 'ab'])
})

test('a look whose time was up during an assessment follows it at once', async () => {
  const asked: string[] = []
  let done: () => void = () => undefined
  const assessor = new Assessor(
    'story',
    () => undefined,
    () => undefined,
    async (_, { story }) => {
      asked.push(story.text)
      await new Promise<void>((answer) => (done = answer))
      return {} as Assessment
    },
  )
  assessor.look(draft('a'))
  await vi.advanceTimersByTimeAsync(300)
  assessor.look(draft('ab'))
  await vi.advanceTimersByTimeAsync(5000)
  expect(asked).toEqual(['a'])
  done()
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['a', 'ab'])
})
