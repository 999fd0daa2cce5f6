import type { Alignment, Gap } from './align'
import { alignGap } from './gap'
import type { Side } from './sides'

/** By token id: what keeping it is worth, and a number that depends on its text alone. */
export interface Values {
  worth: Float64Array
  hashes: Int32Array
}

/** Aligns what is still free between two kept places; what it finds belongs to move `id`, or stayed when that is 0. */
export function fillGap(
  old: Side,
  fresh: Side,
  gap: Gap,
  id: number,
  { toNew, toOld, move }: Omit<Alignment, 'links'>,
  { worth, hashes }: Values,
) {
  const places = freeIn(toNew, gap.from, gap.to)
  if (places.length === 0) return
  const placesNew = freeIn(toOld, gap.fromNew, gap.toNew)
  if (placesNew.length === 0) return
  alignGap(idsAt(old.tokens.id, places), idsAt(fresh.tokens.id, placesNew), worth, hashes, (a, b) => {
    toNew[places[a]!] = placesNew[b]!
    toOld[placesNew[b]!] = places[a]!
    move[places[a]!] = id
  })
}

function freeIn(answers: Int32Array, from: number, to: number): number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) if (answers[at]! < 0) places.push(at)
  return places
}

export function idsAt(ids: Int32Array, places: readonly number[]): Int32Array {
  const list = new Int32Array(places.length)
  for (let at = 0; at < places.length; at++) list[at] = ids[places[at]!]!
  return list
}
