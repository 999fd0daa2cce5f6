import type { Alignment, Gap } from './align'
import { idsAt } from './fill'
import { commonWords } from './lcs'
import { commonWorth, leftoverPlaces, WordCounts } from './leftovers'
import { keyBase, keyOf, Shares } from './shares'
import type { Side } from './sides'
import { tokenKinds, type Lexicon } from './tokens'
import { leftoverFew, linkShare, linkWords, wordShare } from './weights'

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
  const weights = [wordShare.mark, wordShare.short, wordShare.content]
  const weight = (id: number) => weights[kinds[id]!]!
  const speaks = speakingTokens(old, kinds)
  const speaksNew = speakingTokens(fresh, kinds)
  const stayed = new Shares()
  const moved = new Shares()
  const count = (a: number, b: number, shares: Shares) =>
    shares.add(old.sentence[a]!, fresh.sentence[b]!, weight(old.tokens.id[a]!))
  for (let token = 0; token < toNew.length; token++)
    if (toNew[token]! >= 0 && speaks[token] && speaksNew[toNew[token]!])
      count(token, toNew[token]!, move[token] === 0 ? stayed : moved)
  for (const gap of gaps) {
    // What moved away is looked for in its old place too: something like it may stand there now.
    const places = placesWhere(gap.from, gap.to, (at) => speaks[at] === 1 && (toNew[at]! < 0 || move[at] !== 0))
    const placesNew = placesWhere(
      gap.fromNew,
      gap.toNew,
      (at) => speaksNew[at] === 1 && (toOld[at]! < 0 || move[toOld[at]!] !== 0),
    )
    if (places.length === 0 || placesNew.length === 0) continue
    commonWords(idsAt(old.tokens.id, places), idsAt(fresh.tokens.id, placesNew), lexicon.hashes, (a, b) =>
      count(places[a]!, placesNew[b]!, stayed),
    )
  }
  const sizes = sizesOf(old, speaks, weight)
  const newSizes = sizesOf(fresh, speaksNew, weight)
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
  const answered = choose(pairsOf(stayed))
  const counts = new WordCounts(lexicon)
  const countsOf = ({ sentenceToken, tokens }: Side, speaking: Uint8Array) => {
    const known = new Map<number, ReadonlyMap<number, number>>()
    return (sentence: number) => {
      let found = known.get(sentence)
      if (!found) {
        const places = placesWhere(sentenceToken[sentence]!, sentenceToken[sentence + 1]!, (at) => speaking[at] === 1)
        known.set(sentence, (found = counts.of(idsAt(tokens.id, places))))
      }
      return found
    }
  }
  const [oldCounts, newCounts] = [countsOf(old, speaks), countsOf(fresh, speaksNew)]
  const left: SentenceLink[] = []
  for (const place of leftoverPlaces(answered, sizes.length - 1, newSizes.length - 1)) {
    const enough = place.pairs <= leftoverFew ? linkShare.left.few : linkShare.left.many
    const alike: Pair[] = []
    for (let a = place.old[0]; a < place.old[1]; a++)
      for (let b = place.new[0]; b < place.new[1]; b++) {
        const pair = pairOf(a, b, commonWorth(oldCounts(a), newCounts(b), weight), 0)
        if (pair && pair.likeness >= enough) alike.push(pair)
      }
    left.push(...oneEach(alike))
  }
  const links = { stayed: [...answered, ...left].sort(inOrder), moved: choose(pairsOf(moved)) }
  const keys = new Set([...links.stayed, ...links.moved].map((pair) => keyOf(pair.old, pair.new)))
  return { ...links, has: (a, b) => keys.has(keyOf(a, b)) }
}

/** The likeliest pairs, no sentence twice and none across another. */
function oneEach(pairs: readonly Pair[]): SentenceLink[] {
  const chosen: SentenceLink[] = []
  for (const pair of [...pairs].sort((a, b) => b.likeness - a.likeness || inOrder(a, b)))
    if (chosen.every((each) => (each.old - pair.old) * (each.new - pair.new) > 0)) chosen.push(pair)
  return chosen
}

const inOrder = (a: SentenceLink, b: SentenceLink) => a.old - b.old || a.new - b.new

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

/** The tokens by which a sentence is known: its words; of one without words ("* * *") its marks. */
function speakingTokens({ tokens, sentence, sentenceToken }: Side, kinds: Uint8Array): Uint8Array {
  const isWord = (token: number) => kinds[tokens.id[token]!] !== tokenKinds.mark
  const hasWord = new Uint8Array(sentenceToken.length)
  for (let token = 0; token < tokens.count; token++) if (isWord(token)) hasWord[sentence[token]!] = 1
  const speaking = new Uint8Array(tokens.count)
  for (let token = 0; token < tokens.count; token++)
    speaking[token] = isWord(token) || !hasWord[sentence[token]!] ? 1 : 0
  return speaking
}

function sizesOf({ sentence, sentenceToken, tokens }: Side, speaking: Uint8Array, weight: (id: number) => number) {
  const sizes = new Float64Array(sentenceToken.length)
  for (let token = 0; token < tokens.count; token++)
    if (speaking[token]) sizes[sentence[token]!]! += weight(tokens.id[token]!)
  return sizes
}

function placesWhere(from: number, to: number, isOne: (at: number) => boolean): number[] {
  const places: number[] = []
  for (let at = from; at < to; at++) if (isOne(at)) places.push(at)
  return places
}
