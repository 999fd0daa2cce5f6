import { expect, test } from 'vitest'
import { KeyGaps } from './between-keys'

/** A clock that goes when told to, with frames painted when told to. */
function madeClock() {
  let time = 1000
  const timers = new Set<{ at: number; run: () => void }>()
  const frames: (() => void)[] = []
  return {
    clock: {
      now: () => time,
      after: (ms: number, run: () => void) => {
        const timer = { at: time + ms, run }
        timers.add(timer)
        return () => void timers.delete(timer)
      },
      painted: (run: () => void) => void frames.push(run),
    },
    go(ms: number) {
      time += ms
      for (const timer of [...timers])
        if (timer.at <= time) {
          timers.delete(timer)
          timer.run()
        }
    },
    paint() {
      for (const run of frames.splice(0)) run()
    },
  }
}

function desk() {
  const made = madeClock()
  const gaps = new KeyGaps(made.clock)
  const done: string[] = []
  return { ...made, gaps, done, work: (name: string) => gaps.put(() => done.push(name)) }
}

test('while nobody types, work is done at once', () => {
  const { work, go, done } = desk()
  work('counts')
  go(0)
  expect(done).toEqual(['counts'])
})

test('work put while a key waits for its paint is done after it', () => {
  const { work, go, paint, gaps, done } = desk()
  gaps.key()
  work('counts')
  go(5)
  expect(done).toEqual([])
  paint()
  expect(done).toEqual(['counts'])
})

test('work put late in a gap waits for the next key’s paint, not for its own time', () => {
  const { work, go, paint, gaps, done } = desk()
  gaps.key()
  paint()
  go(70)
  work('analysis')
  go(70)
  gaps.key()
  // The time at which it would have been done without the key.
  go(20)
  expect(done).toEqual([])
  paint()
  expect(done).toEqual(['analysis'])
})

test('work put late in a gap is done when no key comes', () => {
  const { work, go, gaps, done } = desk()
  gaps.key()
  go(70)
  work('analysis')
  go(80)
  expect(done).toEqual(['analysis'])
})

test('a piece put twice is done once, and put while working is done in the next gap', () => {
  const { gaps, go, done } = desk()
  let again = true
  const work = () => {
    done.push('counts')
    if (again) gaps.put(work)
    again = false
  }
  gaps.put(work)
  gaps.put(work)
  go(0)
  expect(done).toEqual(['counts'])
  go(0)
  expect(done).toEqual(['counts', 'counts'])
})
