// From kept ranges to tokens that answer each other, and what a reader sees of them.
import { firstWhere } from './prose.mjs'

/**
 * Which token answers which. A token is kept only when it lies wholly in a kept range on both sides. `cuts` counts range
 * ends inside a token, `exact` says whether all ranges hold equal text.
 */
export function answersOf({ text, tokens }, fresh, kept) {
  const toNew = new Int32Array(tokens.length).fill(-1)
  const toOld = new Int32Array(fresh.tokens.length).fill(-1)
  const move = Array(tokens.length).fill(0)
  let exact = true
  let cuts = 0
  const cutsToken = (list, at) => {
    const token = list[firstWhere(list, ({ end }) => end > at)]
    return token !== undefined && token.start < at && at < token.end
  }
  for (const { old: range, new: newRange, id = 0 } of kept) {
    if (text.slice(...range) !== fresh.text.slice(...newRange)) exact = false
    for (const at of range) if (cutsToken(tokens, at)) cuts++
    for (const at of newRange) if (cutsToken(fresh.tokens, at)) cuts++
    let i = firstWhere(tokens, ({ start }) => start >= range[0])
    let j = firstWhere(fresh.tokens, ({ start }) => start >= newRange[0])
    while (tokens[i]?.end <= range[1] && fresh.tokens[j]?.end <= newRange[1]) {
      if (tokens[i].text === fresh.tokens[j].text) {
        if (toNew[i] < 0 && toOld[j] < 0) {
          toNew[i] = j
          toOld[j] = i
          move[i] = id
        }
        i++
        j++
      } else if (tokens[i].start - range[0] < fresh.tokens[j].start - newRange[0]) i++
      else j++
    }
  }
  return { toNew, toOld, move, exact, cuts }
}

/** Slides pure insertions and deletions as far left as they go, so that equal differences score the same. */
export function slideLeft({ toNew, toOld, move }, tokens, newTokens) {
  const slide = (answers, others, list, moveAt, setMove) => {
    for (let from = 0; from < answers.length; from++) {
      if (answers[from] >= 0) continue
      let to = from
      while (to < answers.length && answers[to] < 0) to++
      const next = to
      if (from > 0 && to < answers.length && answers[from - 1] + 1 === answers[to])
        for (let start = from; ; start--, to--) {
          const fits =
            start > 0 &&
            answers[start - 1] >= 0 &&
            answers[start - 1] === answers[to] - 1 &&
            list[start - 1].text === list[to - 1].text &&
            moveAt(start - 1) === moveAt(to)
          if (!fits) break
          const answer = answers[start - 1]
          setMove(to - 1, moveAt(start - 1))
          answers[to - 1] = answer
          others[answer] = to - 1
          answers[start - 1] = -1
        }
      from = next - 1
    }
  }
  slide(
    toNew,
    toOld,
    tokens,
    (at) => move[at],
    (at, id) => (move[at] = id),
  )
  slide(
    toOld,
    toNew,
    newTokens,
    (at) => move[toOld[at]],
    () => {},
  )
}

/** Changes shown: a replacement is one, a move is one. */
export function hunksOf({ toNew, toOld }, moves) {
  const insertedAfter = new Set()
  for (let j = 0; j < toOld.length; j++)
    if (toOld[j] < 0 && (j === 0 || toOld[j - 1] >= 0)) insertedAfter.add(j === 0 ? -1 : toOld[j - 1])
  let count = insertedAfter.size + moves
  for (let i = 0; i < toNew.length; i++)
    if (toNew[i] < 0 && (i === 0 || toNew[i - 1] >= 0) && !insertedAfter.has(i - 1)) count++
  return count
}

/** Kept runs of at most two words between two changes. */
export function islandsOf({ toNew, toOld }, tokens) {
  const found = []
  for (let from = 0; from < toNew.length;) {
    if (toNew[from] < 0) {
      from++
      continue
    }
    let to = from + 1
    while (to < toNew.length && toNew[to] === toNew[to - 1] + 1) to++
    const words = tokens.slice(from, to).filter(({ isWord }) => isWord).length
    const [first, last] = [toNew[from], toNew[to - 1] + 1]
    const changedBefore = (from > 0 && toNew[from - 1] < 0) || (first > 0 && toOld[first - 1] < 0)
    const changedAfter = (to < toNew.length && toNew[to] < 0) || (last < toOld.length && toOld[last] < 0)
    if (words <= 2 && changedBefore && changedAfter) found.push([from, to])
    from = to
  }
  return found
}

/** Moved things: for each id its pairs of tokens. */
export function movesOf({ toNew, move }) {
  const moves = new Map()
  for (let i = 0; i < toNew.length; i++) {
    if (toNew[i] < 0 || !move[i]) continue
    const known = moves.get(move[i])
    if (known) known.push([i, toNew[i]])
    else moves.set(move[i], [[i, toNew[i]]])
  }
  return moves
}
