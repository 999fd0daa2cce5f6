export interface Match {
  score: number
  /** Indexes of the matched characters. */
  at: number[]
}

// A match at the start of a word beats one inside it; neighbours beat scattered letters; earlier beats later.
const wordStart = 8
const neighbour = 6
const lateness = 0.05

/**
 * How well typed letters fit a title: every letter must occur in order; the best of all placements by the scores above.
 * Case and accents do not matter. Undefined when they do not fit.
 */
export function fuzzy(typed: string, title: string): Match | undefined {
  const want = fold(typed).replace(/\s+/g, '')
  if (want === '') return { score: 0, at: [] }
  const text = fold(title)
  // best[i] is the best way to end the letters so far at character i.
  let best: (Match | undefined)[] = []
  for (let letter = 0; letter < want.length; letter++) {
    const next: (Match | undefined)[] = []
    let before: Match | undefined
    for (let i = 0; i < text.length; i++) {
      const previous = i > 0 ? best[i - 1] : undefined
      if (text[i] === want[letter] && (letter === 0 || before || previous)) {
        const starts = i === 0 || !/[\p{L}\p{N}]/u.test(text[i - 1]!) ? wordStart : 0
        const own = 1 + starts - i * lateness
        const scattered = letter === 0 ? { score: 0, at: [] } : before
        const joined = letter > 0 && previous ? { ...previous, score: previous.score + neighbour } : undefined
        const from = joined && (!scattered || joined.score >= scattered.score) ? joined : scattered
        if (from) next[i] = { score: from.score + own, at: [...from.at, i] }
      }
      if (previous && (!before || previous.score > before.score)) before = previous
    }
    best = next
  }
  let top: Match | undefined
  for (const match of best) if (match && (!top || match.score > top.score)) top = match
  return top
}

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
