// How good a comparison is against the truth of a pair. The truth of a seeded edit is what was kept and moved, the blocks
// split and joined, the marks changed; that of a human revision the changed stretches and the sentences that answer.
import { answersOf, hunksOf, islandsOf, movesOf, slideLeft } from './alignment.mjs'
import { firstWhere, flatten, tokenize } from './prose.mjs'

/** The counts of one pair; counts of several pairs add up (`add`). */
export function score({ old, new: fresh, truth }, ops) {
  const side = (doc) => {
    const flat = flatten(doc)
    return { ...flat, tokens: tokenize(flat.text) }
  }
  const [a, b] = [side(old), side(fresh)]
  const kept = ops.filter(({ op }) => op === 'keep' || op === 'move')
  const found = answersOf(
    a,
    b,
    kept.map(({ op, id, ...ranges }) => ({ ...ranges, id: op === 'move' ? (id ?? 1) : 0 })),
  )
  const counts = { exact: Number(found.exact), cuts: found.cuts }
  slideLeft(found, a.tokens, b.tokens)
  const moves = movesOf(found)
  const islands = islandsOf(found, a.tokens)
  Object.assign(counts, { hunks: hunksOf(found, moves.size), islands: islands.length, movesShown: moves.size })
  if (truth?.keep) Object.assign(counts, againstEdits(truth, ops, a, b, found, moves, islands))
  else if (truth?.changedOld) Object.assign(counts, againstPeople(truth, ops, a, b, found))
  return counts
}

export function add(total, counts) {
  for (const [key, value] of Object.entries(counts)) total[key] = (total[key] ?? 0) + value
  return total
}

/** F1 of right, wrong and missed. */
export const f1 = (right, wrong, missed) =>
  right + wrong + missed === 0 ? 1 : (2 * right) / (2 * right + wrong + missed)

function tally(prefix, pairs) {
  const counts = { [`${prefix}Right`]: 0, [`${prefix}Wrong`]: 0, [`${prefix}Missed`]: 0 }
  for (const [shown, isTrue] of pairs)
    if (shown || isTrue) counts[prefix + (shown && isTrue ? 'Right' : shown ? 'Wrong' : 'Missed')]++
  return counts
}

function againstEdits(truth, ops, a, b, found, moves, islands) {
  const ranges = truth.keep.map(([from, to, newFrom, newTo, id = 0]) => ({
    old: [from, to],
    new: [newFrom, newTo],
    id,
  }))
  const real = answersOf(a, b, ranges)
  slideLeft(real, a.tokens, b.tokens)
  const realMoves = movesOf(real)
  const half = (pairs, test) => pairs.filter(test).length >= pairs.length / 2
  const changed = [
    ...[...found.toNew].map((answer, i) => [answer < 0, real.toNew[i] < 0]),
    ...[...found.toOld].map((answer, j) => [answer < 0, real.toOld[j] < 0]),
  ]
  const oldBlock = a.tokens.map(({ start }) => firstWhere(a.starts, (at) => at > start) - 1)
  const named = { split: 0, merge: 0 }
  const clean = { split: 0, merge: 0 }
  const all = { split: 0, merge: 0 }
  const blocks = (op) =>
    [op.old]
      .flat()
      .sort((x, y) => x - y)
      .join()
  for (const joint of truth.struct.filter(({ op }) => op === 'split' || op === 'merge')) {
    const inside = a.tokens.flatMap((_, i) =>
      [joint.old].flat().includes(oldBlock[i]) && real.toNew[i] >= 0 ? [i] : [],
    )
    const right = inside.filter((i) => found.toNew[i] === real.toNew[i]).length
    all[joint.op]++
    if (inside.length > 0 && right / inside.length >= 0.98) clean[joint.op]++
    if (ops.some((op) => op.op === joint.op && blocks(op) === blocks(joint))) named[joint.op]++
  }
  const formats = ops.filter(({ op }) => op === 'format')
  const within = (list, { start, end }) => list.some(({ new: range }) => range[0] <= start && range[1] >= end)
  const keptTokens = formats.length + truth.format.length > 0 ? b.tokens.filter((_, j) => real.toOld[j] >= 0) : []
  return {
    ...tally('token', changed),
    ...tally(
      'format',
      keptTokens.map((each) => [within(formats, each), within(truth.format, each)]),
    ),
    trueHunks: hunksOf(real, realMoves.size),
    chaff: islands.filter(([from, to]) => {
      for (let i = from; i < to; i++) if (real.toNew[i] === found.toNew[i]) return false
      return true
    }).length,
    moves: realMoves.size,
    movesFound: [...realMoves.values()].filter((pairs) =>
      half(pairs, ([i, j]) => found.toNew[i] === j && found.move[i]),
    ).length,
    movesTrue: [...moves.values()].filter((pairs) => half(pairs, ([i, j]) => real.toNew[i] === j && real.move[i]))
      .length,
    splits: all.split,
    splitsNamed: named.split,
    splitsClean: clean.split,
    merges: all.merge,
    mergesNamed: named.merge,
    mergesClean: clean.merge,
  }
}

function againstPeople(truth, ops, a, b, found) {
  const touches = (spans, { start, end }) => spans.some(([from, to]) => from < end && to > start)
  const pairs = (tokens, answers, changed, ignored) =>
    tokens.flatMap((each, at) => (touches(ignored ?? [], each) ? [] : [[answers[at] < 0, touches(changed, each)]]))
  const counts = tally('token', [
    ...pairs(a.tokens, found.toNew, truth.changedOld, truth.ignoreOld),
    ...pairs(b.tokens, found.toOld, truth.changedNew, truth.ignoreNew),
  ])
  if (!truth.links) return counts
  const real = new Set(truth.links.map((link) => link.join()))
  const shown = linksOf(truth, ops, a, b, found)
  return {
    ...counts,
    ...tally(
      'link',
      [...new Set([...shown, ...real])].map((link) => [shown.has(link), real.has(link)]),
    ),
  }
}

/**
 * The sentences a comparison says answer each other; of one that does not say it, those that share at least three tenths
 * of the shorter one's words, and two words.
 */
function linksOf({ sentOld, sentNew }, ops, a, b, found) {
  const sentenceOf = (tokens, sentences) =>
    tokens.map(({ start }) => sentences.findIndex(([from, to]) => from <= start && start < to))
  const [before, after] = [sentenceOf(a.tokens, sentOld), sentenceOf(b.tokens, sentNew)]
  const told = ops.filter(({ op }) => op === 'sentence_pair')
  if (told.length > 0) {
    const at = (tokens, sentences, place) => sentences[tokens.findIndex(({ start }) => start >= place)]
    return new Set(
      told.map(({ old, new: fresh }) => [at(a.tokens, before, old[0]), at(b.tokens, after, fresh[0])].join()),
    )
  }
  const count = (map, key) => map.set(key, (map.get(key) ?? 0) + 1)
  const words = new Map()
  const newWords = new Map()
  const shared = new Map()
  a.tokens.forEach(({ isWord }, i) => isWord && count(words, before[i]))
  b.tokens.forEach(({ isWord }, j) => isWord && count(newWords, after[j]))
  a.tokens.forEach(({ isWord }, i) => {
    const j = found.toNew[i]
    if (isWord && j >= 0 && before[i] >= 0 && after[j] >= 0) count(shared, [before[i], after[j]].join())
  })
  const enough = ([key, amount]) => {
    const [x, y] = key.split(',').map(Number)
    return amount >= Math.max(2, 0.3 * Math.min(words.get(x) ?? 0, newWords.get(y) ?? 0))
  }
  return new Set([...shared].filter(enough).map(([key]) => key))
}
