import { uniqueRuns } from './anchors'
import { changeWithMarks } from './attached'
import { heaviestChain, type Run } from './chain'
import { fillGap } from './fill'
import { findMoves } from './moves'
import { linkSentences, type SentenceLinks, type SentenceLink } from './sentence-links'
import type { Side } from './sides'
import type { Lexicon } from './tokens'
import { anchorLengths, strayLength, tokenWorth } from './weights'
import { countWhile } from './search'

/** Which token answers which. `toNew[i]` and `toOld[j]` are -1 for what has no answer; `move[i]` is 0 for what stayed. */
export interface Alignment {
  toNew: Int32Array
  toOld: Int32Array
  move: Int32Array
  moves: number
  links: SentenceLinks
}

/** A stretch of both versions between two kept places: token ranges. */
export interface Gap {
  from: number
  to: number
  fromNew: number
  toNew: number
}

/*
 * The plan, in the order of the functions below:
 * 1. Anchors: blocks, then sequences of words, that occur exactly once in each version.
 * 2. The heaviest chain of anchors in order is what stayed. What lies off the chain may have moved: it has if it is most
 *    of a block, or most of a sentence, in both versions; otherwise it is dropped (moves.ts).
 * 3. The words that the gaps of the chain have in common, in order, say which sentences answer each other
 *    (sentence-links.ts).
 * 4. Inside answering sentences, words are aligned by worth (gap.ts). Between sentences that do not answer each other
 *    nothing stays but whole lines of text.
 */
export function align(old: Side, fresh: Side, lexicon: Lexicon): Alignment {
  const alignment: Omit<Alignment, 'links'> = {
    toNew: new Int32Array(old.tokens.count).fill(-1),
    toOld: new Int32Array(fresh.tokens.count).fill(-1),
    move: new Int32Array(old.tokens.count),
    moves: 0,
  }
  const { toNew, toOld } = alignment
  const values = { worth: worthOfTokens(lexicon), hashes: lexicon.hashes }
  const runs = anchors(old, fresh, lexicon)
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
  const loose = runs.filter((_, index) => !onChain[index])
  findMoves(old, fresh, loose, alignment, values)
  const gaps: Gap[] = []
  let from = 0
  let fromNew = 0
  for (const run of [...chain, { old: old.tokens.count, new: fresh.tokens.count, length: 0 }]) {
    if (run.old > from && run.new > fromNew) gaps.push({ from, to: run.old, fromNew, toNew: run.new })
    from = run.old + run.length
    fromNew = run.new + run.length
  }
  const links = linkSentences(old, fresh, alignment, gaps, lexicon)
  for (const gap of gaps)
    for (const band of bandsOf(gap, old, fresh, links)) fillGap(old, fresh, band, 0, alignment, values)
  dropStrays(old, fresh, alignment, links)
  changeWithMarks(old, fresh, alignment, lexicon)
  return { ...alignment, links }
}

function worthOfTokens({ kinds, size }: Lexicon): Float64Array {
  const worths = [tokenWorth.mark, tokenWorth.short, tokenWorth.content]
  const worth = new Float64Array(size + 1)
  for (let id = 1; id <= size; id++) worth[id] = worths[kinds[id]!]!
  return worth
}

function anchors(old: Side, fresh: Side, lexicon: Lexicon): Run[] {
  const oldTaken = new Uint8Array(old.tokens.count)
  const newTaken = new Uint8Array(fresh.tokens.count)
  const runs = equalBlocks(old, fresh)
  for (const run of runs) {
    oldTaken.fill(1, run.old, run.old + run.length)
    newTaken.fill(1, run.new, run.new + run.length)
  }
  const sentences = { old: old.sentence, new: fresh.sentence }
  for (const length of anchorLengths)
    runs.push(...uniqueRuns(old.tokens.id, fresh.tokens.id, length, lexicon.hashes, oldTaken, newTaken, sentences))
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

/** The parts of a gap in which sentences answer each other, in order: one with one, or one with several. */
function bandsOf({ from, to, fromNew, toNew }: Gap, old: Side, fresh: Side, links: SentenceLinks): Gap[] {
  const bands: Gap[] = []
  const firstNew = fresh.sentence[fromNew]!
  const lastNew = fresh.sentence[toNew - 1]!
  let open: { a: number; lastA: number; b: number; lastB: number } | undefined
  const close = () => {
    if (open)
      bands.push({
        from: Math.max(from, old.sentenceToken[open.a]!),
        to: Math.min(to, old.sentenceToken[open.lastA + 1]!),
        fromNew: Math.max(fromNew, fresh.sentenceToken[open.b]!),
        toNew: Math.min(toNew, fresh.sentenceToken[open.lastB + 1]!),
      })
  }
  for (let at = firstFrom(links.stayed, old.sentence[from]!); at < links.stayed.length; at++) {
    const { old: a, new: b } = links.stayed[at]!
    if (a > old.sentence[to - 1]!) break
    if (b < firstNew || b > lastNew) continue
    if (open && (a === open.lastA || b === open.lastB)) {
      open.lastA = a
      open.lastB = Math.max(b, open.lastB)
    } else if (!open || b > open.lastB) {
      close()
      open = { a, lastA: a, b, lastB: b }
    }
  }
  close()
  return bands
}

/** The place of the first pair from an old sentence on. */
function firstFrom(pairs: readonly SentenceLink[], sentence: number): number {
  return countWhile(pairs, ({ old }) => old < sentence)
}

/** Lets go of what stands in sentences that do not answer each other, unless it is so long that it speaks for itself. */
function dropStrays(old: Side, fresh: Side, { toNew, toOld, move }: Omit<Alignment, 'links'>, links: SentenceLinks) {
  for (let from = 0, to = 0; from < toNew.length; from = to) {
    const answer = toNew[from]!
    const a = old.sentence[from]
    const b = fresh.sentence[answer]
    to = from + 1
    if (answer < 0) continue
    while (old.sentence[to] === a && toNew[to] === answer + to - from && fresh.sentence[toNew[to]!] === b) to++
    if (links.has(a!, b!) || to - from >= strayLength) continue
    for (let token = from; token < to; token++) {
      toOld[toNew[token]!] = -1
      toNew[token] = -1
      move[token] = 0
    }
  }
}
