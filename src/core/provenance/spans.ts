import type { Range } from '../manuscript'
import { dense, gather, type Cluster } from './clusters'
import type { SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Span } from './types'
import { wordsIn, type Word } from './words'

/*
 * Reused passages. Every word of matter, and every pair of neighbouring words, that story and source share is a point
 * (place in the story, place in the source). A passage that was taken over shows as points near one diagonal, even after
 * words were swapped, dropped or put in. Points are gathered along the story into clusters that stay near their diagonal,
 * thin clusters are thrown away, and what is left grows outwards over the small words at its edges.
 */

/** The reused passages of one block of the story, in order, not overlapping. */
export function spansIn(
  index: SourceIndex,
  text: string,
  range: Range,
  words: readonly Word[] = wordsIn(text, range.start, range.end),
): Span[] {
  if (words.length === 0 || index.forms.length === 0) return []
  const forms = new Int32Array(words.length)
  for (let at = 0; at < words.length; at++) forms[at] = index.formIds.get(words[at]!.form) ?? -1
  const clusters = gather(index, words, forms).filter(dense)
  if (clusters.length === 0) return []
  clusters.sort((a, b) => b.weight - a.weight || a.from - b.from || a.low - b.low)
  const stops = stopsAfter(text, words, range.end)
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

/** Of each word whether a full stop, or a mark that does for one, stands between it and the next. */
function stopsAfter(text: string, words: readonly Word[], end: number): Uint8Array {
  const stops = new Uint8Array(words.length)
  for (let at = 0; at < words.length; at++) {
    const next = at + 1 < words.length ? words[at + 1]!.start : end
    for (let mark = words[at]!.end; mark < next; mark++) {
      const code = text.charCodeAt(mark)
      if (code === 46 || code === 33 || code === 63) stops[at] = 1
    }
  }
  return stops
}

/** Leaves to a lighter cluster the words that no heavier one took. */
function trim(cluster: Cluster, taken: Uint8Array) {
  const free = cluster.places.filter((place) => !taken[place])
  if (free.length === cluster.places.length) return
  cluster.weight *= free.length / cluster.places.length
  cluster.places = free
  if (free.length === 0) return
  cluster.from = free[0]!
  cluster.to = free.at(-1)!
}

/** Cuts off a head or tail that lies beyond a full stop and holds few of the words it spans. */
function cutLooseEnds(cluster: Cluster, stops: Uint8Array) {
  const { looseReach, looseDensity } = thresholds
  const before = cluster.places.length
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
  cluster.weight *= cluster.places.length / before
  if (cluster.places.length === 0) return
  cluster.from = cluster.places[0]!
  cluster.to = cluster.places.at(-1)!
}

/** Takes in the words beside the cluster that stand in the source near where they should. */
function grow(index: SourceIndex, forms: Int32Array, stops: Uint8Array, cluster: Cluster, taken: Uint8Array) {
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

function asSpan(index: SourceIndex, words: readonly Word[], forms: Int32Array, cluster: Cluster): Span {
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
