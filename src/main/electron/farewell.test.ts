import { expect, test, vi } from 'vitest'
import { PageFarewell } from './farewell'

const patient = 60_000

test('a page that answers is flushed, and is asked anew the next time', async () => {
  const ask = vi.fn<() => void>()
  const farewell = new PageFarewell(ask, patient)
  for (const time of [1, 2]) {
    const said = farewell.say()
    expect(ask).toHaveBeenCalledTimes(time)
    farewell.heard()
    expect(await said).toBe('flushed')
  }
})

test('who asks meanwhile hears the same answer; the page is asked once', async () => {
  const ask = vi.fn<() => void>()
  const farewell = new PageFarewell(ask, patient)
  const [one, other] = [farewell.say(), farewell.say()]
  farewell.heard()
  expect(await Promise.all([one, other])).toEqual(['flushed', 'flushed'])
  expect(ask).toHaveBeenCalledTimes(1)
})

test('a page that does not answer is late, and its late answer ends no later question', async () => {
  vi.useFakeTimers()
  const farewell = new PageFarewell(() => undefined, 5000)
  const said = farewell.say()
  await vi.advanceTimersByTimeAsync(5000)
  expect(await said).toBe('late')
  farewell.heard()
  const again = farewell.say()
  await vi.advanceTimersByTimeAsync(5000)
  expect(await again).toBe('late')
  vi.useRealTimers()
})

test('without a page there is nothing to wait for', async () => {
  const farewell: PageFarewell = new PageFarewell(() => farewell.heard(), patient)
  expect(await farewell.say()).toBe('flushed')
})
