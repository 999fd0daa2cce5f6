import type { Rectangle } from 'electron'
import type { WindowPlace } from '../services/host-settings'

// The story screen with both columns; the smallest on which its tools stand in one row.
const usual = { width: 1360, height: 880 }
export const smallest = { width: 760, height: 520 }
// As much of a window as must be on a screen for a hand to take hold of it.
const hold = { width: 120, height: 60 }

/**
 * Where to open the window: where it stood, when a screen still shows enough of it, else in its usual size wherever the
 * system puts it. Never larger than the screen.
 */
export function placeFor(
  kept: WindowPlace | undefined,
  workAreas: readonly Rectangle[],
): { x?: number; y?: number; width: number; height: number } {
  const there = kept && workAreas.find((area) => overlap(kept, area, 'x') >= hold.width && showsTop(kept, area))
  const area = there ?? workAreas[0]
  const size = kept ?? usual
  const width = Math.max(Math.min(size.width, area?.width ?? size.width), smallest.width)
  const height = Math.max(Math.min(size.height, area?.height ?? size.height), smallest.height)
  return kept && there ? { x: kept.x, y: kept.y, width, height } : { width, height }
}

function overlap(one: Rectangle, other: Rectangle, side: 'x'): number {
  return Math.min(one[side] + one.width, other[side] + other.width) - Math.max(one[side], other[side])
}

/** The bar by which a window is moved is at its top. */
const showsTop = (window: Rectangle, area: Rectangle) =>
  window.y >= area.y && window.y + hold.height <= area.y + area.height
