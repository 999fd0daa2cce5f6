import { uniqueRuns } from './anchors'
import { heaviestChain, type Run } from './chain'
import { alignGap } from './gap'
import type { Side } from './sides'
import type { Lexicon } from './tokens'
import { anchorLengths, contentLength, movedShare, movedWords, sentenceShare, tokenWorth } from './weights'

/** Which token answers which. `toNew[i]` and `toOld[j]` are -1 for what has no answer; `move[i]` is 0 for what stayed. */
export interface Alignment {
  toNew: Int32Array
  toOld: Int32Array
  move: Int32Array
  moves: number
}

/*
 * The plan, in the order of the functions below:
 * 1. Anchors: blocks, then sequences of words, that occur exactly once in each version.
 * 2. The heaviest chain of anchors in order is what stayed. What lies off the chain may have moved: it has if it is most
 *    of a block, or most of a sentence, in both versions; otherwise it is dropped.
 * 3. The gaps of the chain, and the insides of what moved, are aligned by worth (gap.ts).
 * 4. What was kept between two sentences that do not answer each other is dropped.
 */
export function align(old: Side, fresh: Side, lexicon: Lexicon): Alignment {
  const toNew = new Int32Array(old.tokens.count).fill(-1)
  const toOld = new Int32Array(fresh.tokens.count).fill(-1)
  const alignment: Alignment = { toNew, toOld, move: new Int32Array(old.tokens.count), moves: 0 }
  const worth = worthOfTokens(lexicon)
  const runs = anchors(old, fresh)
  const onChain = heaviestChain(runs, (run) => {
    const last = run.old + run.length - 1
    return old.tokens.end[last]! - old.tokens.start[run.old]!
  })
  const chain = runs.filter((_, index) => onChain[index])
  for (const run of chain)
    for (let step = 0; step < run.length; step++) {
      toNew[run.old + step] = run.new + step
      toOld[run.new + step] = run.old + step
    }
  findMoves(
    old,
    fresh,
    runs.filter((_, index) => !onChain[index]),
    alignment,
    worth,
  )
  let from = 0
  let fromNew = 0
  for (const run of [...chain, { old: old.tokens.count, new: fresh.tokens.count, length: 0 }]) {
    fillGap(old, fresh, from, run.old, fromNew, run.new, 0, alignment, worth)
    from = run.old + run.length
    fromNew = run.new + run.length
  }
  dropStrays(old, fresh, alignment, worth)
  return alignment
}

export function worthOfTokens(lexicon: Lexicon): Float64Array {
  const worth = new Float64Array(lexicon.size + 1)
  for (let id = 1; id <= lexicon.size; id++)
    worth[id] = !lexicon.isWord(id)
      ? tokenWorth.mark
      : lexicon.lengthOf(id) >= contentLength
        ? tokenWorth.content
        : tokenWorth.short
  return worth
}

function anchors(old: Side, fresh: Side): Run[] {
  const oldTaken = new Uint8Array(old.tokens.count)
  const newTaken = new Uint8Array(fresh.tokens.count)
  const runs = equalBlocks(old, fresh)
  for (const run of runs) {
    oldTaken.fill(1, run.old, run.old + run.length)
    newTaken.fill(1, run.new, run.new + run.length)
  }
  for (const length of anchorLengths)
    runs.push(...uniqueRuns(old.tokens.id, fresh.tokens.id, length, oldTaken, newTaken))
  return runs.sort((a, b) => a.old - b.old)
}

/** Blocks with the same words that occur once in each version. */
function equalBlocks(old: Side, fresh: Side): Run[] {
  const places = new Map<string, { old: number; new: number }>()
  const count = (side: Side, key: 'old' | 'new') => {
    for (let index = side.from; index < side.to; index++) {
      const { text } = side.doc.blocks[index]!
      if (text === '') continue
      const known = places.get(text) ?? { old: -1, new: -1 }
      known[key] = known[key] === -1 ? index : -2
      places.set(text, known)
    }
  }
  count(old, 'old')
  count(fresh, 'new')
  const runs: Run[] = []
  for (const place of places.values()) {
    if (place.old < 0 || place.new < 0) continue
    const from = old.blockToken[place.old - old.from]!
    const length = old.blockToken[place.old - old.from + 1]! - from
    if (length > 0) runs.push({ old: from, new: fresh.blockToken[place.new - fresh.from]!, length })
  }
  return runs
}

/** A stretch of both versions that reappears elsewhere: token ranges, and the tokens already found equal. */
interface Candidate {
  old: [number, number]
  new: [number, number]
  runs: Run[]
}

function findMoves(old: Side, fresh: Side, loose: Run[], alignment: Alignment, worth: Float64Array) {
  const unitsOf = (cutOld: Int32Array, cutNew: Int32Array) => {
    const units = new Map<number, Run[]>()
    for (const run of loose) {
      let begin = 0
      for (let step = 1; step <= run.length; step++) {
        const a = cutOld[run.old + begin]!
        const b = cutNew[run.new + begin]!
        if (step < run.length && cutOld[run.old + step] === a && cutNew[run.new + step] === b) continue
        const key = a * 0x2000000 + b
        const piece = { old: run.old + begin, new: run.new + begin, length: step - begin }
        const known = units.get(key)
        if (known) known.push(piece)
        else units.set(key, [piece])
        begin = step
      }
    }
    return units
  }
  const blocks = unitsOf(old.block, fresh.block)
  const movedBlocks: Candidate[] = []
  for (const [key, runs] of blocks) {
    const a = Math.floor(key / 0x2000000) - old.from
    const b = (key % 0x2000000) - fresh.from
    movedBlocks.push({
      old: [old.blockToken[a]!, old.blockToken[a + 1]!],
      new: [fresh.blockToken[b]!, fresh.blockToken[b + 1]!],
      runs,
    })
  }
  accept(movedBlocks)
  const sentences = unitsOf(old.sentence, fresh.sentence)
  const movedSentences: Candidate[] = []
  for (const [key, runs] of sentences) {
    const a = Math.floor(key / 0x2000000)
    const b = key % 0x2000000
    movedSentences.push({
      old: [old.sentenceToken[a]!, old.sentenceToken[a + 1]!],
      new: [fresh.sentenceToken[b]!, fresh.sentenceToken[b + 1]!],
      runs,
    })
  }
  accept(movedSentences)

  function accept(candidates: Candidate[]) {
    const size = ({ runs }: Candidate) => runs.reduce((total, run) => total + run.length, 0)
    for (const candidate of candidates.sort((a, b) => size(b) - size(a))) {
      const { toNew, toOld, move } = alignment
      const [from, to] = candidate.old
      const [fromNew, toNewEnd] = candidate.new
      let free = 0
      let words = 0
      for (const run of candidate.runs)
        for (let step = 0; step < run.length; step++)
          if (toNew[run.old + step]! < 0 && toOld[run.new + step]! < 0) {
            free++
            if (worth[old.tokens.id[run.old + step]!]! > tokenWorth.mark) words++
          }
      if (free < movedShare * (to - from) || free < movedShare * (toNewEnd - fromNew)) continue
      const whole = free === to - from && free === toNewEnd - fromNew
      if (words < movedWords && !(whole && words > 0)) continue
      const id = ++alignment.moves
      let before = from
      let beforeNew = fromNew
      for (const run of candidate.runs) {
        if (run.old < before || run.new < beforeNew) continue
        fillGap(old, fresh, before, run.old, beforeNew, run.new, id, alignment, worth)
        for (let step = 0; step < run.length; step++) {
          if (toNew[run.old + step]! >= 0 || toOld[run.new + step]! >= 0) continue
          toNew[run.old + step] = run.new + step
          toOld[run.new + step] = run.old + step
          move[run.old + step] = id
        }
        before = run.old + run.length
        beforeNew = run.new + run.length
      }
      fillGap(old, fresh, before, to, beforeNew, toNewEnd, id, alignment, worth)
    }
  }
}

/** Aligns what is still free between two kept places. */
function fillGap(
  old: Side,
  fresh: Side,
  from: number,
  to: number,
  fromNew: number,
  toNewEnd: number,
  id: number,
  { toNew, toOld, move }: Alignment,
  worth: Float64Array,
) {
  const places = freeIn(toNew, from, to)
  if (places.length === 0) return
  const placesNew = freeIn(toOld, fromNew, toNewEnd)
  if (placesNew.length === 0) return
  alignGap(idsAt(old.tokens.id, places), idsAt(fresh.tokens.id, placesNew), worth, (a, b) => {
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

function idsAt(ids: Int32Array, places: number[]): Int32Array {
  const list = new Int32Array(places.length)
  for (let at = 0; at < places.length; at++) list[at] = ids[places[at]!]!
  return list
}

/** Worth that two sentences share, by `oldSentence * 2^25 + newSentence`. */
export function sharedWorth(old: Side, fresh: Side, toNew: Int32Array, worth: Float64Array): Map<number, number> {
  const shared = new Map<number, number>()
  for (let token = 0; token < toNew.length; token++) {
    const answer = toNew[token]!
    if (answer < 0) continue
    const key = old.sentence[token]! * 0x2000000 + fresh.sentence[answer]!
    shared.set(key, (shared.get(key) ?? 0) + worth[old.tokens.id[token]!]!)
  }
  return shared
}

export function worthOfSentences(side: Side, worth: Float64Array): Float64Array {
  const total = new Float64Array(side.sentenceToken.length)
  for (let token = 0; token < side.tokens.count; token++)
    total[side.sentence[token]!]! += worth[side.tokens.id[token]!]!
  return total
}

function dropStrays(old: Side, fresh: Side, alignment: Alignment, worth: Float64Array) {
  const shared = sharedWorth(old, fresh, alignment.toNew, worth)
  const oldWorth = worthOfSentences(old, worth)
  const newWorth = worthOfSentences(fresh, worth)
  for (let token = 0; token < alignment.toNew.length; token++) {
    const answer = alignment.toNew[token]!
    if (answer < 0) continue
    const a = old.sentence[token]!
    const b = fresh.sentence[answer]!
    if (shared.get(a * 0x2000000 + b)! >= sentenceShare * Math.min(oldWorth[a]!, newWorth[b]!)) continue
    alignment.toNew[token] = -1
    alignment.toOld[answer] = -1
    alignment.move[token] = 0
  }
}
