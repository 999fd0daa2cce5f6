import { sentencesIn } from '../language'
import type { BlockType, Range, StoryText } from '../manuscript'
import {
  grave,
  headAttribution,
  hedgeForms,
  midAttribution,
  sameKind,
  tailAttribution,
  type HedgeKind,
} from './hedge-words'
import { ideasOf } from './rewordings'
import { spokenRanges } from './spoken'
import { thresholds } from './thresholds'
import type { Level, LostHedge, Passage, SentenceOrigin, SourceText } from './types'
import { wordsIn, type Word } from './words'

/*
 * S-18: a sentence that stands on a source's sentence is asked for the words with which the source keeps its distance. A
 * hedge counts as lost when what it hedges is in the story and no word of its kind stands in the same sentence or the one
 * before. What is in quotation marks is the quotation check's.
 */

/** A hedge of a source's sentence, in that sentence's own offsets. */
interface SourceHedge extends Range {
  kind: HedgeKind
  numeral?: true
  modal?: true
  /** Of an attribution: at the end of its sentence, its head, or before a clause in its middle. */
  edge?: 'tail' | 'head' | 'mid'
}

// Where a story tells: display text is cut short, and what it leaves out stands below it.
const told: ReadonlySet<BlockType> = new Set<BlockType>(['paragraph', 'item', 'blockquote', 'tableCell'])

/** Finds lost hedges in story after story against the same sources; pairs of sentences seen before cost nothing. */
export function createHedgeFinder(sources: readonly SourceText[]) {
  const texts = new Map(sources.map(({ id, text }) => [id, text]))
  const distances = sources.flatMap(distancesOf)
  const known = new Map<string, LostHedge[]>()
  return (story: StoryText, sentences: readonly SentenceOrigin[]): LostHedge[] => {
    const lost: LostHedge[] = []
    let block = 0
    let previous = ''
    for (const sentence of sentences) {
      while (story.blocks[block + 1] && story.blocks[block]!.end < sentence.end) block++
      if (!told.has(story.blocks[block]?.type ?? 'paragraph')) continue
      const own = story.text.slice(sentence.start, sentence.end)
      const passage = sentence.level === 'original' ? undefined : sentence.from[0]
      const key = `${passage?.source} ${passage?.start} ${passage?.end} ${sentence.level}\n${previous}\n${own}`
      let found = known.get(key)
      if (!found) {
        if (known.size >= thresholds.keptSentences) known.clear()
        found = inPair(own, previous, passage && texts.get(passage.source), passage, sentence.level)
        found.push(...named(distances, own))
        known.set(key, found)
      }
      for (const one of found) lost.push(shifted(one, sentence.start))
      previous = own
    }
    return lost
  }
}

function shifted(lost: LostHedge, by: number): LostHedge {
  const { putBack } = lost
  return {
    ...lost,
    start: lost.start + by,
    end: lost.end + by,
    ...(putBack ? { putBack: { ...putBack, start: putBack.start + by, end: putBack.end + by } } : {}),
  }
}

function inPair(
  own: string,
  previous: string,
  source: string | undefined,
  passage: Passage | undefined,
  level: Level,
): LostHedge[] {
  if (source === undefined || !passage) return []
  if (level === 'heavy' && passage.similarity < thresholds.hedgePair) return []
  const whole = sentenceAround(source, passage)
  const theirs = source.slice(whole.start, whole.end)
  if (mostlySpoken(own) || mostlySpoken(theirs)) return []
  const words = wordsIn(own)
  const lost: LostHedge[] = []
  for (const hedge of hedgesOf(theirs)) {
    if (hedge.kind === 'distance' || kept(hedge, own, previous, theirs) || !hedged(hedge, theirs, words, level))
      continue
    const putBack = placeFor(hedge, own, words, theirs)
    // In a heavy rewrite a verb of another form may say another thing: it must be found to be called certain.
    if (hedge.modal && level === 'heavy' && !putBack) continue
    const strong = hedge.modal && putBack && putBack.end > putBack.start
    lost.push({
      start: 0,
      end: own.length,
      kind: hedge.kind,
      change: strong ? 'strengthened' : 'dropped',
      source: passage.source,
      sentence: whole,
      lost: [{ start: whole.start + hedge.start, end: whole.start + hedge.end }],
      words: theirs.slice(hedge.start, hedge.end).replace(/^,\s*/, '').trim(),
      grave: grave.test(theirs),
      ...(putBack ? { putBack } : {}),
    })
  }
  return lost
}

/** A name that a source gives a thing only at a distance: "what it called an unmarked vessel". */
interface Distance {
  source: string
  sentence: Range
  theirs: string
  hedge: SourceHedge
  /** The words of the name. */
  name: readonly Word[]
}

function distancesOf({ id, text }: SourceText): Distance[] {
  const { kind, pattern } = hedgeForms[0]!
  return [...text.matchAll(pattern)].map((match) => {
    const at = { start: match.index, end: match.index + match[0].length }
    const sentence = sentenceAround(text, { ...at, source: id, similarity: 1 })
    const theirs = text.slice(sentence.start, sentence.end)
    const hedge = { kind, start: at.start - sentence.start, end: at.end - sentence.start }
    const rest = /^[^,.;:()“”"]*/.exec(theirs.slice(hedge.end))![0]
    return { source: id, sentence, theirs, hedge, name: nameOf(wordsIn(rest)) }
  })
}

/** The words of matter that come next, up to the first small word behind them. */
function nameOf(words: readonly Word[]): Word[] {
  const first = words.findIndex(({ weight }) => weight > 0)
  const stop = words.findIndex(({ weight }, at) => at > first && weight === 0)
  return first < 0 ? [] : words.slice(first, stop < 0 ? undefined : stop).slice(0, thresholds.distanceWords)
}

/** The names that a sentence uses as its own while a source only says what somebody called it. */
function named(distances: readonly Distance[], own: string): LostHedge[] {
  const words = wordsIn(own)
  return distances.flatMap(({ source, sentence, theirs, hedge, name }): LostHedge[] => {
    const first = words.findIndex((word, at) => name.every((one, n) => words[at + n]?.stem === one.stem))
    if (name.length < 2 || first < 0 || kept(hedge, own, '', theirs)) return []
    const putBack = placeFor(hedge, own, words.slice(first), theirs)
    return [
      {
        start: 0,
        end: own.length,
        kind: 'distance',
        change: 'dropped',
        source,
        sentence,
        lost: [{ start: sentence.start + hedge.start, end: sentence.start + hedge.end }],
        words: theirs.slice(hedge.start, hedge.end),
        grave: grave.test(theirs),
        ...(putBack ? { putBack } : {}),
      },
    ]
  })
}

/** The source's sentence that a passage lies in. */
function sentenceAround(text: string, { start, end }: Passage): Range {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const stop = text.indexOf('\n', end)
  const line = { start: from, end: stop < 0 ? text.length : stop }
  return sentencesIn(text, line).find((sentence) => sentence.start <= start && sentence.end > start) ?? { start, end }
}

function mostlySpoken(sentence: string): boolean {
  const spoken = spokenRanges(sentence).reduce((sum, { start, end }) => sum + end - start, 0)
  return spoken > sentence.length * thresholds.mostlySpoken
}

function hedgesOf(sentence: string): SourceHedge[] {
  const found: SourceHedge[] = []
  const spoken = spokenRanges(sentence)
  const take = (hedge: SourceHedge) => {
    if (spoken.some(({ start, end }) => hedge.start >= start && hedge.end <= end)) return
    if (!found.some((other) => other.start < hedge.end && hedge.start < other.end)) found.push(hedge)
  }
  for (const { kind, pattern, numeral, modal } of hedgeForms) {
    for (const match of sentence.matchAll(pattern)) {
      const range = { start: match.index, end: match.index + match[0].length }
      if (numeral && !isNumeral(sentence.slice(range.end))) continue
      take({ ...range, kind, ...(numeral ? { numeral } : {}), ...(modal ? { modal } : {}) })
    }
  }
  const tail = tailAttribution.exec(sentence)
  const head = headAttribution.exec(sentence)
  if (tail) take({ start: tail.index, end: tail.index + tail[0].length, kind: 'attribution', edge: 'tail' })
  else if (head) take({ start: 0, end: head[1]!.length, kind: 'attribution', edge: 'head' })
  for (const mid of sentence.matchAll(midAttribution))
    take({ start: mid.index, end: mid.index + mid[0].length, kind: 'attribution', edge: 'mid' })
  return found.sort((a, b) => a.start - b.start)
}

function isNumeral(rest: string): boolean {
  const word = wordsIn(rest.slice(0, 40))[0]
  return word !== undefined && /^[$€£₹]?\d|^\d/.test(word.stem) && word.form !== 'one'
}

/** Whether the story says as much in this sentence or the one before. */
function kept(hedge: SourceHedge, own: string, previous: string, theirs: string): boolean {
  const same = sameKind[hedge.kind]
  if (hedge.numeral || hedge.kind === 'distance') {
    const next = wordsIn(theirs.slice(hedge.end)).find(({ weight }) => weight > 0)
    const words = wordsIn(own)
    const place = next && placeOf(words, next)
    if (!place) return true
    if (hedge.kind === 'distance' && /["“‘']\s?$/u.test(own.slice(0, place.start))) return true
    // A number may stand in several places: one of them hedged is enough.
    return words.some(
      ({ stem, start, end }) =>
        (start === place.start || stem === next.stem) &&
        same.test(own.slice(Math.max(0, start - thresholds.hedgeReach), end)),
    )
  }
  if (same.test(own)) return true
  return hedge.kind !== 'doubt' && same.test(previous)
}

/** Whether what the source hedges is in the story: the words after the hedge, or the sentence that somebody says. */
function hedged(hedge: SourceHedge, theirs: string, own: readonly Word[], level: Level): boolean {
  const scope =
    hedge.kind === 'attribution' && hedge.edge !== 'mid'
      ? wordsIn(theirs.slice(0, hedge.start)).concat(wordsIn(theirs.slice(hedge.end)))
      : wordsIn(theirs.slice(hedge.end))
          .filter(({ weight }) => weight > 0)
          .slice(0, thresholds.hedgeScope)
  const matter = scope.filter(({ weight }) => weight > 0)
  if (matter.length === 0) return false
  const held = matter.filter((word) => placeOf(own, word)).length / matter.length
  if (hedge.kind === 'attribution')
    return level !== 'heavy' ? held >= thresholds.hedgeHeld : held >= thresholds.hedgeHeldHeavy
  return held >= thresholds.hedgeHeld
}

/** Where a word of the source stands in the story's sentence: as itself, else as its idea. */
function placeOf(own: readonly Word[], word: Word): Word | undefined {
  const same = own.find((other) => other.stem === word.stem)
  if (same) return same
  const ideas = ideasOf(word.stem)
  return ideas.length === 0 ? undefined : own.find((other) => ideasOf(other.stem).some((idea) => ideas.includes(idea)))
}

const auxiliary = /\b(?:will|would|shall|must|is going to|are going to|has|have|had|is|are|was|were|to)\s+$/u
const article = /\b(?:the|an|a|its|their|his|her)\s+$/iu

/** Where the lost words go in the story's sentence, and what stands there then. */
function placeFor(hedge: SourceHedge, own: string, words: readonly Word[], theirs: string): LostHedge['putBack'] {
  const text = theirs.slice(hedge.start, hedge.end)
  if (hedge.edge === 'tail') {
    const end = own.search(/[.!?]?["”’]?\s*$/u)
    return { start: end, end, text }
  }
  if (hedge.edge === 'head') {
    const first = words[0]
    const opening = own.match(/^\P{L}*/u)![0].length
    const lowered = first && first.weight < 1.2 ? own.charAt(opening).toLowerCase() : own.charAt(opening)
    return { start: opening, end: opening + 1, text: `${text} ${lowered}` }
  }
  const next = wordsIn(theirs.slice(hedge.end)).find(({ weight }) => weight > 0)
  const place = next && placeOf(words, next)
  if (!place || !next) return undefined
  const before = own.slice(0, place.start)
  if (hedge.modal) {
    const helper = auxiliary.exec(before)
    const start = helper ? helper.index : place.start
    const verb = theirs.slice(hedge.end + next.start, hedge.end + next.end)
    // Only a verb in another form, or behind another helper, was strengthened; a word elsewhere in the sentence was not.
    return helper || place.stem === next.stem ? { start, end: place.end, text: `${text} ${verb}` } : undefined
  }
  if (hedge.kind === 'distance') {
    const determiner = article.exec(before)
    const between = theirs.slice(hedge.end, hedge.end + next.start).trim()
    const start = determiner ? determiner.index : place.start
    return { start, end: place.start, text: `${text} ${between ? `${between} ` : ''}` }
  }
  if (hedge.edge === 'mid') {
    // The clause begins where its first word of matter does, or the article before it.
    const determiner = article.exec(before)
    const start = determiner ? determiner.index : place.start
    return { start, end: start, text: `${text} ` }
  }
  const sign = /[$€£₹]\s*$/u.exec(before)
  const at = sign ? sign.index : place.start
  return { start: at, end: at, text: `${text} ` }
}
