/** F1 of each class and their mean, from pairs of [expected, found]. Classes that never occur are left out of the mean. */
export function macroF1(pairs, classes) {
  const each = {}
  for (const one of classes) {
    const hit = pairs.filter(([expected, found]) => expected === one && found === one).length
    const said = pairs.filter(([, found]) => found === one).length
    const there = pairs.filter(([expected]) => expected === one).length
    if (there > 0) each[one] = hit === 0 ? 0 : (2 * hit) / (said + there)
  }
  const values = Object.values(each)
  return { each, macro: values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length) }
}

export function accuracy(pairs) {
  return pairs.filter(([expected, found]) => expected === found).length / Math.max(1, pairs.length)
}

/**
 * Plagdet (Potthast and others, COLING 2010): F over characters of story and source, micro-averaged, divided by
 * log2(1 + granularity). A detection meets a case when both sides overlap. `documents` are {cases, found}; both are
 * {start, end, source, sourceStart, sourceEnd}.
 */
export function plagdet(documents) {
  let hit = 0
  let said = 0
  let there = 0
  let met = 0
  let detections = 0
  for (const { cases, found } of documents) {
    const meets = (a, b) =>
      a.source === b.source &&
      a.start < b.end &&
      b.start < a.end &&
      a.sourceStart < b.sourceEnd &&
      b.sourceStart < a.sourceEnd
    const both = (ranges) =>
      covered(ranges, 'start', 'end', () => '') + covered(ranges, 'sourceStart', 'sourceEnd', (one) => one.source)
    const shared = []
    for (const one of cases)
      for (const other of found)
        if (meets(one, other))
          shared.push({
            source: one.source,
            start: Math.max(one.start, other.start),
            end: Math.min(one.end, other.end),
            sourceStart: Math.max(one.sourceStart, other.sourceStart),
            sourceEnd: Math.min(one.sourceEnd, other.sourceEnd),
          })
    hit += both(shared)
    said += both(found)
    there += both(cases)
    for (const one of cases) {
      const own = found.filter((other) => meets(one, other)).length
      if (own > 0) met++
      detections += own
    }
  }
  const precision = said === 0 ? 0 : hit / said
  const recall = there === 0 ? 0 : hit / there
  const granularity = met === 0 ? 1 : detections / met
  const f = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
  return { precision, recall, granularity, plagdet: f / Math.log2(1 + granularity) }
}

function covered(ranges, from, to, group) {
  let total = 0
  const ends = new Map()
  for (const range of [...ranges].sort((a, b) => a[from] - b[from])) {
    const key = group(range)
    const start = Math.max(range[from], ends.get(key) ?? 0)
    if (range[to] > start) {
      total += range[to] - start
      ends.set(key, range[to])
    }
  }
  return total
}
