import { expect, test } from 'vitest'
import { placeFor, smallest } from './window-place'

const screen = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1000 }
const kept = { x: 100, y: 80, width: 1200, height: 800, maximized: false }

test('a window opens where it stood', () => {
  expect(placeFor(kept, [screen])).toEqual({ x: 100, y: 80, width: 1200, height: 800 })
  expect(placeFor({ ...kept, x: 2000 }, [screen, second])).toEqual({ x: 2000, y: 80, width: 1200, height: 800 })
})

test('a first window has its usual size, or the screen’s where that is smaller', () => {
  expect(placeFor(undefined, [screen])).toEqual({ width: 1360, height: 880 })
  expect(placeFor(undefined, [{ ...screen, width: 1024, height: 700 }])).toEqual({ width: 1024, height: 700 })
})

test.each([
  ['on a screen that was unplugged', { ...kept, x: 2000 }],
  ['with its bar above the screen', { ...kept, y: -300 }],
  ['with its bar below the screen', { ...kept, y: 1030 }],
  ['with a sliver at the left edge', { ...kept, x: -1190 }],
])('a window that stood %s comes back onto a screen', (_name, place) => {
  expect(placeFor(place, [screen])).toEqual({ width: 1200, height: 800 })
})

test('a window is never larger than its screen nor smaller than its tools need', () => {
  expect(placeFor({ ...kept, width: 5000, height: 5000 }, [screen])).toMatchObject({ width: 1920, height: 1040 })
  expect(placeFor({ ...kept, width: 10, height: 10 }, [screen])).toMatchObject(smallest)
})
