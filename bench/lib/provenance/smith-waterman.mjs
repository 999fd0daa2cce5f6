import { plainWords } from './words.mjs'

const match = 2
const mismatch = -1
const gap = -1
const least = 12

/**
 * Smith and Waterman (1981) over words: the best local alignment of story and source, then the next best outside it, until
 * none scores enough. Exact and slow: the measure for spans.
 */
export function smithWaterman(text, sources) {
  const found = []
  const own = plainWords(text)
  for (const source of sources) {
    const theirs = plainWords(source.text)
    const ids = new Map()
    const id = (form) => ids.get(form) ?? (ids.set(form, ids.size), ids.size - 1)
    const a = Int32Array.from(own, ({ form }) => id(form))
    const b = Int32Array.from(theirs, ({ form }) => id(form))
    const masked = new Uint8Array(a.length)
    for (let round = 0; round < 20; round++) {
      const best = local(a, b, masked)
      if (!best || best.score < least) break
      masked.fill(1, best.from, best.to + 1)
      found.push({
        score: best.score,
        start: own[best.from].start,
        end: own[best.to].end,
        source: source.id,
        sourceStart: theirs[best.low].start,
        sourceEnd: theirs[best.high].end,
      })
    }
  }
  // Of two that claim the same words the better stays.
  found.sort((x, y) => y.score - x.score)
  return found.filter((one, at) => !found.slice(0, at).some((other) => one.start < other.end && other.start < one.end))
}

function local(a, b, masked) {
  const width = b.length + 1
  const score = new Int16Array((a.length + 1) * width)
  let best = 0
  let at = -1
  for (let i = 1; i <= a.length; i++) {
    if (masked[i - 1]) continue
    for (let j = 1; j <= b.length; j++) {
      const diagonal = score[(i - 1) * width + j - 1] + (a[i - 1] === b[j - 1] ? match : mismatch)
      const value = Math.max(0, diagonal, score[(i - 1) * width + j] + gap, score[i * width + j - 1] + gap)
      score[i * width + j] = value
      if (value > best) {
        best = value
        at = i * width + j
      }
    }
  }
  if (at < 0) return undefined
  let i = Math.floor(at / width)
  let j = at % width
  const [to, high] = [i - 1, j - 1]
  while (score[i * width + j] > 0) {
    const value = score[i * width + j]
    if (value === score[(i - 1) * width + j - 1] + (a[i - 1] === b[j - 1] ? match : mismatch)) {
      i--
      j--
    } else if (value === score[(i - 1) * width + j] + gap) i--
    else j--
  }
  return { score: best, from: i, to, low: j, high }
}
