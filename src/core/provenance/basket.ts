import { sentencesIn } from '../language'
import type { StoryText } from '../manuscript'
import { basketPrint, stemHash } from './basket-print'
import { evidence, noEvidence, type Evidence } from './evidence'
import { judge } from './levels'
import { indexSources, type SourceIndex } from './source-index'
import { thresholds } from './thresholds'
import type { Level } from './types'
import { wordsIn } from './words'

/** An item of the wire basket. `version` is as the wire gives it. */
export interface BasketItem {
  id: string
  agency?: string
  slug?: string
  version?: string
  text: string
}

/** An item that a story was made from. */
export interface Proposal {
  id: string
  /** Part of the story's words, 0 to 1, that stand in sentences from this item. */
  share: number
  /** How many sentences those are. */
  sentences: number
  /** The part that no better proposal explains already. */
  adds: number
}

/**
 * The items of the wire basket, ready to be asked which of them a story was made from. Adding an item costs about a
 * millisecond; with a print kept from last time (`basketPrint`) a hundredth of that.
 */
export interface BasketIndex {
  readonly size: number
  has(id: string): boolean
  /** Takes an item in; one with the same id is replaced. */
  add(item: BasketItem, print?: Uint32Array): void
  /** Answers whether the item was there. */
  remove(id: string): boolean
  /**
   * The items that explain the story, best first: each adds what none before it explains, so that of two versions of one
   * item only the one that is nearer to the story stands there. Empty when nothing does.
   */
  propose(story: StoryText): Proposal[]
}

interface Slot {
  item: BasketItem
  print: Uint32Array
  alive: boolean
}

interface StorySentence {
  start: number
  end: number
  words: number
  /** How much of its matter each likely item holds, by slot. */
  likely: Map<number, number>
}

const readSources = 48

export function createBasketIndex(): BasketIndex {
  let slots: Slot[] = []
  let postings = new Map<number, number[]>()
  const slotOf = new Map<string, number>()
  const read = new Map<BasketItem, SourceIndex>()

  const post = (slot: Slot) => {
    const at = slots.push(slot) - 1
    slotOf.set(slot.item.id, at)
    for (const stem of slot.print) {
      const held = postings.get(stem)
      if (held) held.push(at)
      else postings.set(stem, [at])
    }
  }
  const remove = (id: string) => {
    const at = slotOf.get(id)
    if (at === undefined) return false
    slots[at]!.alive = false
    slotOf.delete(id)
    read.delete(slots[at]!.item)
    if (slots.length > 64 && slotOf.size * 2 < slots.length) {
      const kept = slots.filter(({ alive }) => alive)
      slots = []
      postings = new Map()
      kept.forEach(post)
    }
    return true
  }
  const reading = (item: BasketItem): SourceIndex => {
    const known = read.get(item)
    if (known) return known
    const made = indexSources([{ id: item.id, text: item.text }])
    if (read.size >= readSources) read.delete(read.keys().next().value!)
    read.set(item, made)
    return made
  }

  /** How much of each sentence's matter each item holds: the few that hold most. */
  const likelyItems = (story: StoryText): StorySentence[] => {
    const scores = new Float64Array(slots.length)
    const found: StorySentence[] = []
    for (const block of story.blocks) {
      if (block.type === 'related' || block.type === 'notice') continue
      for (const range of sentencesIn(story.text, block)) {
        const words = wordsIn(story.text, range.start, range.end)
        const sentence: StorySentence = { ...range, words: words.length, likely: new Map() }
        found.push(sentence)
        const touched: number[] = []
        let total = 0
        const weights = new Map<number, number>()
        for (const word of words) if (word.weight > 0) weights.set(stemHash(word.stem), word.weight)
        for (const [stem, weight] of weights) {
          const held = postings.get(stem)
          const value = weight * Math.log(1 + slots.length / (1 + (held?.length ?? 0)))
          total += value
          for (const slot of held ?? []) {
            if (scores[slot] === 0) touched.push(slot)
            scores[slot]! += value
          }
        }
        const least = total * thresholds.basketLikely
        const able = touched.filter((slot) => scores[slot]! >= least && slots[slot]!.alive)
        able.sort((a, b) => scores[b]! - scores[a]! || (slots[a]!.item.id < slots[b]!.item.id ? -1 : 1))
        const best = able.slice(0, thresholds.basketPerSentence)
        if (weights.size > 2) for (const slot of best) sentence.likely.set(slot, scores[slot]! / total)
        for (const slot of touched) scores[slot] = 0
      }
    }
    return found
  }

  const propose = (story: StoryText): Proposal[] => {
    if (slotOf.size === 0) return []
    const sentences = likelyItems(story)
    const votes = new Map<number, number>()
    for (const { words, likely } of sentences)
      for (const [slot, share] of likely) votes.set(slot, (votes.get(slot) ?? 0) + words * share ** 2)
    const candidates = [...votes]
      .sort((a, b) => b[1] - a[1] || (slots[a[0]]!.item.id < slots[b[0]]!.item.id ? -1 : 1))
      .slice(0, thresholds.basketCandidates)
      .map(([slot]) => slots[slot]!)
    const explained = candidates.map((slot) => ({
      slot,
      levels: levelsFrom(story, sentences, slotOf.get(slot.item.id)!, reading(slot.item)),
    }))
    return cover(sentences, explained)
  }

  return {
    get size() {
      return slotOf.size
    },
    has: (id) => slotOf.has(id),
    add(item, print = basketPrint(item.text)) {
      remove(item.id)
      post({ item, print, alive: true })
    },
    remove,
    propose,
  }
}

/** The level of each sentence of the story as if this item alone were attached. */
function levelsFrom(story: StoryText, sentences: readonly StorySentence[], slot: number, index: SourceIndex): Level[] {
  const evidences = sentences.map((sentence): Evidence =>
    sentence.likely.has(slot) ? evidence(index, story.text, sentence) : noEvidence(sentence),
  )
  return judge(evidences).map(({ level }) => level)
}

const strength: Record<Level, number> = { verbatim: 1, light: 0.9, heavy: 0.6, original: 0 }

interface Explained {
  slot: Slot
  levels: Level[]
}

/** Greedy set cover: the item that explains most, then the one that adds most to it, until nothing worth a person's look. */
function cover(sentences: readonly StorySentence[], explained: readonly Explained[]): Proposal[] {
  const total = sentences.reduce((sum, { words }) => sum + words, 0)
  const best = new Float64Array(sentences.length)
  const proposals: Proposal[] = []
  let open = [...explained]
  while (open.length > 0) {
    const gains = new Map(open.map((one) => [one, gain(sentences, one, best)]))
    const next = open.reduce((a, b) => (better(b, a, gains) ? b : a))
    if (gains.get(next)! < total * thresholds.basketAdds) break
    const used = sentences.filter((_, at) => next.levels[at] !== 'original')
    const added = sentences.filter((_, at) => next.levels[at] !== 'original' && best[at] === 0)
    const copied = next.levels.some((level) => level === 'verbatim' || level === 'light')
    if ((copied || used.length >= thresholds.heavyCredit) && added.length > 0) {
      proposals.push({
        id: next.slot.item.id,
        share: wordsOf(used) / total,
        sentences: used.length,
        adds: wordsOf(added) / total,
      })
      next.levels.forEach((level, at) => {
        best[at] = Math.max(best[at]!, strength[level])
      })
      open = open.filter(({ slot }) => !sameItem(slot, next.slot))
    } else open = open.filter((one) => one !== next)
  }
  return proposals
}

function gain(sentences: readonly StorySentence[], { levels }: Explained, best: Float64Array): number {
  let sum = 0
  sentences.forEach(({ words }, at) => {
    sum += words * Math.max(0, strength[levels[at]!] - best[at]!)
  })
  return sum
}

function better(a: Explained, b: Explained, gains: ReadonlyMap<Explained, number>): boolean {
  const more = gains.get(a)! - gains.get(b)!
  return Math.abs(more) > 1e-9 ? more > 0 : newer(a.slot.item, b.slot.item)
}

const wordsOf = (sentences: readonly StorySentence[]) => sentences.reduce((sum, { words }) => sum + words, 0)

/** Whether two items are versions of one: the wire says so, or their words do. */
function sameItem(a: Slot, b: Slot): boolean {
  if (a.item.agency !== b.item.agency) return false
  if (a.item.slug !== undefined && a.item.slug === b.item.slug) return true
  return resemblance(a.print, b.print) >= thresholds.basketSame
}

/** Share of the stems of the shorter print that the other has too. Prints are sorted. */
function resemblance(a: Uint32Array, b: Uint32Array): number {
  let same = 0
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    if (a[i] === b[j]) {
      same++
      i++
      j++
    } else if (a[i]! < b[j]!) i++
    else j++
  }
  return same / Math.max(1, Math.min(a.length, b.length))
}

function newer(a: BasketItem, b: BasketItem): boolean {
  if (a.version === undefined || b.version === undefined) return a.id < b.id
  return a.version.localeCompare(b.version, 'en', { numeric: true }) > 0
}
