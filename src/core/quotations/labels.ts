import type { Range } from '../manuscript'
import type { Candidate } from './candidate'
import type { Unit } from './units'
import type { NotQuotation } from './types'
import { mottoNouns, signNouns, wordNouns, workNouns } from './words'

const smallWords = /^(?:a|an|the|of|in|on|at|to|for|and|or|but|nor|with|by|from|is|vs|de|la|as)$/i

/** Whether the words are capitalised as a title is: every word but the small ones. */
function titleCase(words: string): boolean {
  const all = words.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  const main = all.filter((word) => !smallWords.test(word))
  return main.length > 0 && main.every((word) => /^[\p{Lu}\p{N}]/u.test(word)) && /^[\p{Lu}\p{N}]/u.test(all[0]!)
}

/**
 * Tells what is in marks but was not said: a word as a word, a nickname, the title of a work, a motto, speech only
 * imagined, a scare quote. Candidates with a cue of their own are quotations, save after naming cues ("called “The Wire”").
 */
export function labelOf(text: string, units: readonly Unit[], candidate: Candidate): NotQuotation | undefined {
  if (candidate.fragments.length !== 1 || (candidate.type === 'mixed' && !candidate.weak)) return undefined
  const fragment = candidate.fragments[0]!
  const at = unitOf(units, candidate, fragment)
  if (at === undefined) return undefined
  const unit = units[at]!
  const words = text.slice(fragment.start, fragment.end)
  const before = units[at - 1]
  const second = units[at - 2]
  const next = units[at + 1]
  const label = (kind: NotQuotation['kind'], why: string): NotQuotation => ({ ...fragmentRange(fragment), kind, why })
  const near = [before, second].filter((word) => word?.kind === 'word').map((word) => word!.lower)
  const cue = candidate.cue ? text.slice(candidate.cue.start, candidate.cue.end) : ''

  if (unit.words <= 3 && before?.capital && next?.capital && /^[\p{Lu}]/u.test(words) && !/[,.?!]$/.test(words))
    return label('nickname', 'stands inside a name')
  if (unit.words <= 4 && near.some((word) => /^(?:nicknamed|dubbed|aka|alias)$/.test(word)))
    return label('nickname', `after “${near.find((word) => /nick|dub|aka|alias/.test(word))}”`)
  if (near[0] && wordNouns.has(near[0]) && unit.words <= 4 && (!candidate.cue || candidate.weak))
    return label('word', `after “${near[0]}”: the word itself is meant`)
  if (unit.words <= 12 && near.some((word) => mottoNouns.has(word)))
    return label('motto', `after “${near.find((word) => mottoNouns.has(word))}”`)
  if (
    unit.words <= 12 &&
    (!candidate.cue || candidate.weak) &&
    [units[at - 1], units[at - 2], units[at - 3]].some((word) => word && signNouns.has(word.lower))
  )
    return label('motto', 'written on a sign or chanted')
  const title = titleOf(text, units, at)
  if (title) return label('title', title)
  const imagined = imaginedBefore(units, candidate.cue && !candidate.weak ? candidate.made.first : at)
  if (imagined) return label('hypothetical', `after “${imagined}”`)
  if (/^(?:might|could) /i.test(cue)) return label('hypothetical', `“${cue}”: nobody has said it`)
  if (/as if to say[,:]?\s*["“‘']*$/i.test(text.slice(Math.max(0, fragment.start - 20), fragment.start)))
    return label('hypothetical', 'after “as if to say”')
  if (!candidate.cue || candidate.weak || candidate.confidence < 0.5) {
    if (before?.lower === 'so-called' || before?.lower === 'self-styled')
      return label('scare', `after “${before.lower}”`)
    if (unit.words === 1 && candidate.rule !== 'stands alone' && !candidate.rule.startsWith('led in'))
      return label('scare', 'one word in marks that nobody is said to have spoken')
    if (unit.words <= 6 && titleCase(words) && unit.words >= 2 && candidate.rule !== 'stands alone')
      return label('title', 'capitalised as a title, no cue')
  }
  return undefined
}

/**
 * The titles of works among the marks of a reported clause ("said the novel “The Long Winter” was her best"): what is
 * reported stands, but these words were not quoted.
 */
export function titlesWithin(text: string, units: readonly Unit[], candidate: Candidate): NotQuotation[] {
  if (candidate.type !== 'mixed' || candidate.weak) return []
  const found: NotQuotation[] = []
  for (const fragment of candidate.fragments) {
    const at = unitOf(units, candidate, fragment)
    const why = at === undefined ? undefined : besideWork(text, units, at)
    if (why) found.push({ ...fragmentRange(fragment), kind: 'title', why })
  }
  return found
}

const fragmentRange = ({ start, end }: Range): Range => ({ start, end })

function unitOf(units: readonly Unit[], { made }: Candidate, fragment: Range): number | undefined {
  for (let at = made.first; at <= made.last; at++) if (units[at]!.marked?.start === fragment.start) return at
  return undefined
}

function titleOf(text: string, units: readonly Unit[], at: number): string | undefined {
  const unit = units[at]!
  const before = units[at - 1]
  const beside = besideWork(text, units, at)
  if (beside || !before) return beside
  if (unit.words < 2 || unit.words > 7 || !titleCase(text.slice(unit.start, unit.end))) return undefined
  return /^(?:on|of|in)$/.test(before.lower) || /['’]s?$/.test(before.text)
    ? `capitalised as a title, after “${before.text}”`
    : undefined
}

function besideWork(text: string, units: readonly Unit[], at: number): string | undefined {
  const unit = units[at]!
  if (unit.words > 10 || !titleCase(text.slice(unit.start, unit.end))) return undefined
  const work = [units[at - 1], units[at - 2], units[at - 3], units[at + 1]].find(
    (word) => word?.kind === 'word' && workNouns.has(word.lower),
  )
  return work && `beside “${work.lower}”`
}

/** "Imagine a mayor who says, “…”": the word that makes the speech imagined, shortly before. */
function imaginedBefore(units: readonly Unit[], at: number): string | undefined {
  for (let index = at - 1; index >= 0 && index > at - 9; index--) {
    const word = units[index]!
    if (word.kind === 'quote' || (word.kind === 'mark' && word.text !== ',')) return undefined
    if (/^(?:imagine|pretend|hypothetical|hypothetically|suppose)$/.test(word.lower)) return word.lower
  }
  return undefined
}
