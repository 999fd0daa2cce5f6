import type { Range } from '../manuscript'
import { sourceOf, type SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Span } from './types'
import { wordsIn, type Word } from './words'

/*
 * Reused passages. Every word of matter, and every pair of neighbouring words, that story and source share is a point
 * (place in the story, place in the source). A passage that was taken over shows as points near one diagonal, even after
 * words were swapped, dropped or put in. Points are gathered along the story into clusters that stay near their diagonal,
 * thin clusters are thrown away, and what is left grows outwards over the small words at its edges.
 */

interface Cluster {
  source: number
  /** First and last word in the story, both inclusive. */
  from: number
  to: number
  low: number
  high: number
  /** Running diagonal: source place minus story place. */
  diagonal: number
  points: number
  weight: number
  /** Words of the story that are points, and the words of the source they met: each counts once. */
  places: number[]
  met: Set<number>
}

/** The reused passages of one block of the story, in order, not overlapping. */
export function spansIn(
  index: SourceIndex,
  text: string,
  range: Range,
  words: readonly Word[] = wordsIn(text, range.start, range.end),
): Span[] {
  if (words.length === 0 || index.forms.length === 0) return []
  const forms = words.map((word) => index.formIds.get(word.form) ?? -1)
  const stops = words.map((word, at) => /[.!?]/.test(text.slice(word.end, words[at + 1]?.start ?? range.end)))
  const clusters = gather(index, words, forms)
    .filter((cluster) => dense(cluster))
    .sort((a, b) => b.weight - a.weight || a.from - b.from || a.low - b.low)
  const taken = new Uint8Array(words.length)
  const spans: Span[] = []
  for (const cluster of clusters) {
    trim(cluster, taken)
    if (cluster.places.length === 0) continue
    cutLooseEnds(cluster, stops)
    if (cluster.places.length === 0 || !dense(cluster)) continue
    grow(index, forms, stops, cluster, taken)
    taken.fill(1, cluster.from, cluster.to + 1)
    spans.push(withMarks(text, index, asSpan(index, words, forms, cluster)))
  }
  return joinNeighbours(spans.sort((a, b) => a.start - b.start))
}

function gather(index: SourceIndex, words: readonly Word[], forms: readonly number[]): Cluster[] {
  const { spanSlack, spanGap } = thresholds
  const done: Cluster[] = []
  let open: Cluster[] = []
  for (let at = 0; at < words.length; at++) {
    const kept: Cluster[] = []
    for (const cluster of open) (at - cluster.to > spanGap ? done : kept).push(cluster)
    open = kept
    eachPoint(index, words, forms, at, (place, weight) => {
      const source = sourceOf(index, place)
      const diagonal = place - at
      let near: Cluster | undefined
      for (const cluster of open) {
        if (cluster.source !== source || Math.abs(cluster.diagonal - diagonal) > spanSlack) continue
        if (!near || Math.abs(cluster.diagonal - diagonal) < Math.abs(near.diagonal - diagonal)) near = cluster
      }
      if (!near) {
        if (weight >= thresholds.spanOpens) open.push(newCluster(source, at, place, weight))
        return
      }
      if (near.places.at(-1) !== at && !near.met.has(place)) {
        near.points++
        near.weight += weight
        near.places.push(at)
        near.met.add(place)
      } else if (near.to !== at) return
      near.to = at
      near.low = Math.min(near.low, place)
      near.high = Math.max(near.high, place)
      near.diagonal += (diagonal - near.diagonal) * 0.4
    })
  }
  return done.concat(open)
}

function newCluster(source: number, at: number, place: number, weight: number): Cluster {
  return {
    source,
    from: at,
    to: at,
    low: place,
    high: place,
    diagonal: place - at,
    points: 1,
    weight,
    places: [at],
    met: new Set([place]),
  }
}

/** Places in the sources that hold the word at `at`: as matter, or as the second or first of a known pair. */
function eachPoint(
  index: SourceIndex,
  words: readonly Word[],
  forms: readonly number[],
  at: number,
  visit: (place: number, weight: number) => void,
) {
  const limit = thresholds.commonPlaces
  const word = words[at]!
  const { places, pairs } = index
  const stem = word.weight > 0 ? index.stemIds.get(word.stem) : undefined
  const matter = stem !== undefined && places.head[stem]! >= 0 && atMost(places, places.head[stem]!, limit)
  if (matter) for (let place = places.head[stem]!; place >= 0; place = places.next[place]!) visit(place, word.weight)
  const weight = Math.max(thresholds.spanOpens, word.weight)
  const last = forms[at - 1] ?? -1
  const here = forms[at]!
  const next = forms[at + 1] ?? -1
  // A place of the same matter was visited above; one of two pairs is enough.
  const seen = (place: number) => matter && index.stems[place] === stem
  if (pairs.count(last, here) <= limit)
    for (let pair = pairs.first(last, here); pair >= 0; pair = pairs.next[pair]!)
      if (!seen(pair + 1)) visit(pair + 1, weight)
  if (pairs.count(here, next) <= limit)
    for (let pair = pairs.first(here, next); pair >= 0; pair = pairs.next[pair]!)
      if (!seen(pair) && !(pair > 0 && last >= 0 && index.forms[pair - 1] === last)) visit(pair, weight)
}

function atMost({ next }: { next: Int32Array }, first: number, limit: number): boolean {
  let count = 0
  for (let place = first; place >= 0; place = next[place]!) if (++count > limit) return false
  return true
}

function dense(cluster: Cluster): boolean {
  const length = cluster.to - cluster.from + 1
  return (
    cluster.weight >= thresholds.spanWeight &&
    cluster.points >= thresholds.spanPoints &&
    cluster.weight / length >= thresholds.spanDensity
  )
}

/** Leaves to a lighter cluster the words that no heavier one took. */
function trim(cluster: Cluster, taken: Uint8Array) {
  const free = cluster.places.filter((place) => !taken[place])
  if (free.length === cluster.places.length) return
  cluster.weight *= free.length / cluster.places.length
  cluster.points = free.length
  cluster.places = free
  if (free.length === 0) return
  cluster.from = free[0]!
  cluster.to = free.at(-1)!
}

/** Cuts off a head or tail that lies beyond a full stop and holds few of the words it spans. */
function cutLooseEnds(cluster: Cluster, stops: readonly boolean[]) {
  const { looseReach, looseDensity } = thresholds
  for (let at = Math.min(cluster.from + looseReach, cluster.to - 1); at >= cluster.from; at--) {
    if (!stops[at]) continue
    const head = cluster.places.filter((place) => place <= at).length
    if (head / (at - cluster.from + 1) >= looseDensity && head > 1) continue
    cluster.places = cluster.places.filter((place) => place > at)
    break
  }
  for (let at = Math.max(cluster.to - looseReach, cluster.from + 1); at < cluster.to; at++) {
    if (!stops[at]) continue
    const tail = cluster.places.filter((place) => place > at).length
    if (tail / (cluster.to - at) >= looseDensity && tail > 1) continue
    cluster.places = cluster.places.filter((place) => place <= at)
    break
  }
  cluster.weight *= cluster.places.length / cluster.points
  cluster.points = cluster.places.length
  if (cluster.points === 0) return
  cluster.from = cluster.places[0]!
  cluster.to = cluster.places.at(-1)!
}

/** Takes in the words beside the cluster that stand in the source near where they should. */
function grow(
  index: SourceIndex,
  forms: readonly number[],
  stops: readonly boolean[],
  cluster: Cluster,
  taken: Uint8Array,
) {
  const sentence = (place: number) => index.sentences[index.sentenceOf[place]!]
  const near = (at: number, edge: number, step: -1 | 1): number => {
    const form = forms[at]!
    if (form < 0) return -1
    for (let distance = 1; distance <= thresholds.growReach; distance++) {
      const place = edge + step * distance
      if (index.forms[place] === form && sentence(place)?.source === cluster.source) return place
    }
    for (let place = cluster.low; place <= cluster.high; place++)
      if (index.forms[place] === form && Math.abs(place - edge) <= thresholds.growReach) return place
    return -1
  }
  for (const step of [-1, 1] as const) {
    let missed = 0
    let at = (step < 0 ? cluster.from : cluster.to) + step
    for (; at >= 0 && at < forms.length && !taken[at] && missed <= thresholds.growMisses; at += step) {
      const place = near(at, step < 0 ? cluster.low : cluster.high, step)
      // Beyond a full stop only words that follow on at once belong to the passage.
      const beyond = stops[step < 0 ? at : at - 1]
      if (beyond && (missed > 0 || Math.abs(place - (step < 0 ? cluster.low : cluster.high)) > 1)) break
      if (place < 0) {
        missed++
        continue
      }
      missed = 0
      if (step < 0) cluster.from = at
      else cluster.to = at
      cluster.low = Math.min(cluster.low, place)
      cluster.high = Math.max(cluster.high, place)
    }
  }
}

function asSpan(index: SourceIndex, words: readonly Word[], forms: readonly number[], cluster: Cluster): Span {
  const { from, to, low, high, source } = cluster
  let same = to - from === high - low
  for (let at = from; same && at <= to; at++) same = forms[at] === index.forms[low + at - from]
  const held = new Set<number>()
  for (let place = low; place <= high; place++) held.add(index.forms[place]!)
  let shared = 0
  for (let at = from; at <= to; at++) if (held.has(forms[at]!)) shared++
  return {
    start: words[from]!.start,
    end: words[to]!.end,
    source: index.sources[source]!.id,
    sourceStart: index.starts[low]!,
    sourceEnd: index.ends[high]!,
    kind: same ? 'verbatim' : shared / (to - from + 1) >= thresholds.spanLight ? 'light' : 'heavy',
  }
}

/** Takes in the marks at the edges that stand in the source as well. */
function withMarks(text: string, index: SourceIndex, span: Span): Span {
  const source = index.sources.find(({ id }) => id === span.source)!.text
  let { start, end, sourceStart, sourceEnd } = span
  while (start > 0 && sourceStart > 0 && /["“‘'(]/.test(text[start - 1]!) && /["“‘'(]/.test(source[sourceStart - 1]!)) {
    start--
    sourceStart--
  }
  while (/[.,!?"”’')]/.test(text[end] ?? ' ') && /[.,!?"”’')]/.test(source[sourceEnd] ?? ' ')) {
    end++
    sourceEnd++
  }
  return { ...span, start, end, sourceStart, sourceEnd }
}

/** Two spans that follow each other in story and source with next to nothing between are one. */
export function joinNeighbours(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    const story = last ? span.start - last.end : Infinity
    const source = last ? Math.max(span.sourceStart - last.sourceEnd, last.sourceStart - span.sourceEnd) : Infinity
    if (last && last.source === span.source && story <= thresholds.joinStory && source <= thresholds.joinSource) {
      const kind =
        last.kind === span.kind && last.kind !== 'verbatim'
          ? last.kind
          : last.kind === 'verbatim' && span.kind === 'verbatim' && story <= 3 && source <= 3
            ? 'verbatim'
            : last.kind === 'heavy' || span.kind === 'heavy'
              ? 'heavy'
              : 'light'
      last.end = span.end
      last.sourceStart = Math.min(last.sourceStart, span.sourceStart)
      last.sourceEnd = Math.max(last.sourceEnd, span.sourceEnd)
      last.kind = kind
    } else joined.push({ ...span })
  }
  return joined
}
