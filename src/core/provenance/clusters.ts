import { sourceOf, type SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Word } from './words'

/*
 * Points where story and source share a word, gathered along the story into clusters that stay near one diagonal. Nearly
 * all clusters of a text are one chance word that comes to nothing, so a cluster is a few numbers until a second point
 * joins it, and nothing is kept of those that cannot be a passage.
 */

/** Points near one diagonal: a passage, if there are enough of them. */
export interface Cluster {
  source: number
  /** First and last word in the story, both inclusive; lowest and highest place in the source. */
  from: number
  to: number
  low: number
  high: number
  /** Running diagonal: source place minus story place. */
  diagonal: number
  weight: number
  /** Words of the story that are points, and the words of the source they met: each counts once. */
  places: number[]
  met: readonly number[]
}

interface Growing extends Omit<Cluster, 'places' | 'met'> {
  /** The last word that is a point; `from` until a second one joins. */
  last: number
  places: number[] | undefined
  met: number[] | undefined
}

/** The clusters of a text with enough points and matter to be passages, in the order in which they ended. */
export function gather(index: SourceIndex, words: readonly Word[], forms: Int32Array): Cluster[] {
  const { spanGap, commonPlaces } = thresholds
  const { places, pairs, stems } = index
  const found: Cluster[] = []
  const open: Growing[] = []
  let before = -1
  for (let at = 0; at < words.length; at++) {
    let kept = 0
    for (const cluster of open)
      if (at - cluster.to > spanGap) keep(found, cluster)
      else open[kept++] = cluster
    while (open.length > kept) open.pop()

    const word = words[at]!
    const stem = word.weight > 0 ? (index.stemIds.get(word.stem) ?? -1) : -1
    const first = stem >= 0 ? places.head[stem]! : -1
    const matter = first >= 0 && places.counts[stem]! <= commonPlaces
    if (matter)
      for (let place = first; place >= 0; place = places.next[place]!) join(index, open, at, place, word.weight)

    // A small word counts where the word before or after it stands beside it in the source as well; one of two is enough,
    // and a place of the same matter was met above.
    const weight = Math.max(thresholds.spanOpens, word.weight)
    const last = at > 0 ? forms[at - 1]! : -1
    const next = at + 1 < forms.length ? forms[at + 1]! : -1
    const after = pairs.find(forms[at]!, next)
    if (before >= 0 && pairs.counts[before]! <= commonPlaces)
      for (let pair = pairs.head[before]!; pair >= 0; pair = pairs.next[pair]!)
        if (!matter || stems[pair + 1] !== stem) join(index, open, at, pair + 1, weight)
    if (after >= 0 && pairs.counts[after]! <= commonPlaces)
      for (let pair = pairs.head[after]!; pair >= 0; pair = pairs.next[pair]!)
        if ((!matter || stems[pair] !== stem) && !(pair > 0 && last >= 0 && index.forms[pair - 1] === last))
          join(index, open, at, pair, weight)
    before = after
  }
  for (const cluster of open) keep(found, cluster)
  return found
}

/** Gives a point to the open cluster whose diagonal is nearest, or opens one with it. */
function join(index: SourceIndex, open: Growing[], at: number, place: number, weight: number) {
  const source = sourceOf(index, place)
  const diagonal = place - at
  let near: Growing | undefined
  let least: number = thresholds.spanSlack
  for (const cluster of open) {
    const away = Math.abs(cluster.diagonal - diagonal)
    if (cluster.source === source && (near ? away < least : away <= least)) {
      near = cluster
      least = away
    }
  }
  if (!near) {
    if (weight >= thresholds.spanOpens) open.push(opened(source, at, place, weight))
    return
  }
  const known = near.met ? near.met.includes(place) : near.low === place
  if (near.last !== at && !known) {
    near.places ??= [near.from]
    near.met ??= [near.low]
    near.places.push(at)
    near.met.push(place)
    near.last = at
    near.weight += weight
  } else if (near.to !== at) return
  near.to = at
  if (place < near.low) near.low = place
  if (place > near.high) near.high = place
  near.diagonal += (diagonal - near.diagonal) * 0.4
}

function opened(source: number, at: number, place: number, weight: number): Growing {
  return {
    source,
    from: at,
    to: at,
    low: place,
    high: place,
    diagonal: place - at,
    weight,
    last: at,
    places: undefined,
    met: undefined,
  }
}

function keep(found: Cluster[], cluster: Growing) {
  const { places, met } = cluster
  if (places && met && places.length >= thresholds.spanPoints) {
    const { source, from, to, low, high, diagonal, weight } = cluster
    found.push({ source, from, to, low, high, diagonal, weight, places, met })
  }
}

/** Whether a cluster holds enough points, and enough matter for its length, to be a passage. */
export function dense({ from, to, weight, places }: Cluster): boolean {
  return (
    weight >= thresholds.spanWeight &&
    places.length >= thresholds.spanPoints &&
    weight / (to - from + 1) >= thresholds.spanDensity
  )
}
