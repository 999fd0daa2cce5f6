import type { Alignment, Gap } from './align'
import { uniqueRuns } from './anchors'
import { heaviestChain } from './chain'
import { idsAt } from './fill'
import { longestCommon } from './lcs'
import { commonWorth, leftoverPairsOf } from './leftovers'
import type { Side } from './sides'
import { tokenKinds, type Lexicon } from './tokens'
import { commonCells, gapAnchorLengths, linkShare, linkWords, wordShare } from './weights'

export interface SentenceLink {
  old: number
  new: number
}

/** Which sentences answer each other, by number. */
export interface SentenceLinks {
  /** Those that stayed in order, in the old version's order. */
  stayed: readonly SentenceLink[]
  /** Those that moved. A sentence may have one answer here and one there. */
  moved: readonly SentenceLink[]
  has(old: number, fresh: number): boolean
}

interface Pair extends SentenceLink {
  /** What they have in common: words, the short ones counting less. */
  shared: number
  /** The share in common of the shorter sentence's words, and the mean of that and the same of the longer. */
  part: number
  likeness: number
}

/**
 * Sentences answer each other by the words they have in common, in order: surely when that is half of them, with less when
 * their neighbours answer each other too. A sentence that has its answer gets a second one only when the shorter of the
 * two is almost wholly in the other: then it was split or joined.
 */
export function linkSentences(
  old: Side,
  fresh: Side,
  { toNew, toOld, move }: Omit<Alignment, 'links'>,
  gaps: readonly Gap[],
  lexicon: Lexicon,
): SentenceLinks {
  const { kinds } = lexicon
  const weights = [0, wordShare.short, wordShare.content]
  const weight = (id: number) => weights[kinds[id]!]!
  const stayed = new Shares()
  const moved = new Shares()
  const count = (a: number, b: number, shares: Shares) =>
    shares.add(old.sentence[a]!, fresh.sentence[b]!, weight(old.tokens.id[a]!))
  for (let token = 0; token < toNew.length; token++)
    if (toNew[token]! >= 0 && kinds[old.tokens.id[token]!] !== tokenKinds.mark)
      count(token, toNew[token]!, move[token] === 0 ? stayed : moved)
  for (const gap of gaps) {
    // What moved away is looked for in its old place too: something like it may stand there now.
    const places = wordsIn(old, gap.from, gap.to, kinds, (at) => toNew[at]! < 0 || move[at] !== 0)
    const placesNew = wordsIn(fresh, gap.fromNew, gap.toNew, kinds, (at) => toOld[at]! < 0 || move[toOld[at]!] !== 0)
    if (places.length === 0 || placesNew.length === 0) continue
    commonWords(idsAt(old.tokens.id, places), idsAt(fresh.tokens.id, placesNew), lexicon.hashes, (a, b) =>
      count(places[a]!, placesNew[b]!, stayed),
    )
  }
  const sizes = sizesOf(old, weight)
  const newSizes = sizesOf(fresh, weight)
  const pairOf = (a: number, b: number, shared: number, fewest = linkWords): Pair | undefined => {
    const least = Math.min(sizes[a]!, newSizes[b]!)
    if (shared === 0 || (shared < fewest && shared < least)) return undefined
    const part = shared / least
    return { old: a, new: b, shared, part, likeness: (part + shared / Math.max(sizes[a]!, newSizes[b]!)) / 2 }
  }
  const pairsOf = (shares: Shares): Pair[] => {
    const pairs: Pair[] = []
    for (const [key, shared] of shares.counts()) {
      const pair = pairOf(Math.floor(key / keyBase), key % keyBase, shared)
      if (pair) pairs.push(pair)
    }
    return pairs.sort(inOrder)
  }
  const links = { stayed: choose(pairsOf(stayed)), moved: choose(pairsOf(moved)) }
  const idsOf = (side: Side, sentence: number) =>
    idsAt(side.tokens.id, wordsIn(side, side.sentenceToken[sentence]!, side.sentenceToken[sentence + 1]!, kinds, every))
  const left = leftoverPairsOf(links.stayed, old.sentenceToken.length - 1, fresh.sentenceToken.length - 1)
    .map((pair) => pairOf(pair.old, pair.new, commonWorth(idsOf(old, pair.old), idsOf(fresh, pair.new), weight), 0))
    .filter((pair) => pair !== undefined && pair.likeness >= linkShare.left)
    .sort((a, b) => b!.likeness - a!.likeness)
  for (const pair of left) {
    const free = !links.stayed.some((each) => each.old === pair!.old || each.new === pair!.new)
    if (free) links.stayed = [...links.stayed, pair!]
  }
  links.stayed.sort(inOrder)
  const keys = new Set([...links.stayed, ...links.moved].map((pair) => keyOf(pair.old, pair.new)))
  return { ...links, has: (a, b) => keys.has(keyOf(a, b)) }
}

const every = () => true
const inOrder = (a: SentenceLink, b: SentenceLink) => a.old - b.old || a.new - b.new
const keyBase = 0x2000000
const keyOf = (old: number, fresh: number) => old * keyBase + fresh

/** The pairs of which neither has a likelier answer, and that are alike enough for where they stand; then second ones. */
function choose(pairs: readonly Pair[]): SentenceLink[] {
  const best = new Map<number, number>()
  const bestNew = new Map<number, number>()
  for (const { old, new: fresh, shared } of pairs) {
    if (shared > (best.get(old) ?? 0)) best.set(old, shared)
    if (shared > (bestNew.get(fresh) ?? 0)) bestNew.set(fresh, shared)
  }
  const linked = new Set<number>()
  const isLinked = (old: number, fresh: number) => linked.has(keyOf(old, fresh))
  const link = (pair: Pair) => linked.add(keyOf(pair.old, pair.new))
  const tops = pairs.filter((pair) => pair.shared === best.get(pair.old) && pair.shared === bestNew.get(pair.new))
  for (const pair of tops) if (pair.likeness >= linkShare.sure) link(pair)
  for (let before = -1; before < linked.size;) {
    before = linked.size
    for (const pair of tops) {
      const beside = Number(isLinked(pair.old - 1, pair.new - 1)) + Number(isLinked(pair.old + 1, pair.new + 1))
      if (pair.likeness >= linkShare.beside[beside]!) link(pair)
    }
  }
  for (const pair of pairs) if (pair.part >= linkShare.part) link(pair)
  return pairs.filter((pair) => isLinked(pair.old, pair.new))
}

/** Words that pairs of sentences have in common. Most share with one other only, and those stand together. */
class Shares {
  #counts = new Map<number, number>()
  #key = -1
  #count = 0

  add(old: number, fresh: number, weight: number) {
    const key = keyOf(old, fresh)
    if (key !== this.#key) {
      this.#flush()
      this.#key = key
    }
    this.#count += weight
  }

  counts(): ReadonlyMap<number, number> {
    this.#flush()
    return this.#counts
  }

  #flush() {
    if (this.#count > 0) this.#counts.set(this.#key, (this.#counts.get(this.#key) ?? 0) + this.#count)
    this.#count = 0
  }
}

function sizesOf({ sentence, sentenceToken, tokens }: Side, weight: (id: number) => number): Float64Array {
  const sizes = new Float64Array(sentenceToken.length)
  for (let token = 0; token < tokens.count; token++) sizes[sentence[token]!]! += weight(tokens.id[token]!)
  return sizes
}

function wordsIn({ tokens }: Side, from: number, to: number, kinds: Uint8Array, isFree: (at: number) => boolean) {
  const places: number[] = []
  for (let at = from; at < to; at++) if (kinds[tokens.id[at]!] !== tokenKinds.mark && isFree(at)) places.push(at)
  return places
}

/** Words in common in order. Lists too long for that are first cut at words unique on both sides. */
function commonWords(
  old: Int32Array,
  fresh: Int32Array,
  hashes: Int32Array,
  match: (old: number, fresh: number) => void,
) {
  if (old.length * fresh.length <= commonCells) return longestCommon(old, fresh, match)
  for (const length of gapAnchorLengths) {
    const found = uniqueRuns(old, fresh, length, hashes)
    found.sort((a, b) => a.old - b.old)
    const onChain = heaviestChain(found, (run) => run.length)
    const chain = found.filter((_, index) => onChain[index])
    if (chain.length === 0) continue
    let from = 0
    let fromNew = 0
    for (const run of [...chain, { old: old.length, new: fresh.length, length: 0 }]) {
      for (let step = 0; step < run.length; step++) match(run.old + step, run.new + step)
      const [at, atNew] = [from, fromNew]
      if (run.old > at && run.new > atNew)
        commonWords(old.subarray(at, run.old), fresh.subarray(atNew, run.new), hashes, (a, b) =>
          match(at + a, atNew + b),
        )
      from = run.old + run.length
      fromNew = run.new + run.length
    }
    return
  }
}
