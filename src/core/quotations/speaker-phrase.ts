import { subjectEndingAt } from './clauses'
import { bare, type Mention } from './mentions'
import type { SpeakerKind } from './types'
import type { Unit } from './units'
import { bodyNouns, documentNouns, groupNouns, personRoles, unnamedNouns } from './words'

/** What a speaker's words are, read from the phrase alone. */
export interface SpeakerPhrase {
  text: string
  kind: SpeakerKind
  pronoun?: string
  /** The name in it, if any. */
  mention?: Mention
  /** Its head noun, lower case, when it has no name of a person. */
  head?: string
  definite: boolean
  /** Whom "who" stands for. */
  antecedent?: SpeakerPhrase
}

/** Longest a speaker's name may be on a card and in the public JSON. */
const longest = 8

/** Reads the units `first` to `last` of a speaker. `text` is the block's. */
export function readSpeaker(
  text: string,
  units: readonly Unit[],
  first: number,
  last: number,
  mentions: readonly Mention[],
): SpeakerPhrase {
  const head = units[first]!
  const phrase = tidy(text.slice(head.start, units[last]!.end))
  if ((first === last && (head.pronoun || head.determiner) && !head.capital) || (first === last && head.pronoun))
    return pronoun(text, units, first, mentions, phrase)
  const inside = mentions.filter(
    (mention) => !mention.role && mention.start >= head.start && mention.end <= units[last]!.end,
  )
  const named = nameWithin(units, first, last, inside)
  if (named) return { text: named.name, kind: 'person', mention: named, definite: true }
  const noun = headNoun(units, first, last)
  const headUnit = units[noun]!
  const definite = head.lower === 'the' || /^(?:his|her|their|its|our)$/.test(head.lower)
  const mention = inside.find(({ start, end }) => headUnit.start >= start && headUnit.end <= end)
  const lower = bare(headUnit.lower)
  const apposed = headUnit.capital ? undefined : apposedName(units, last, mentions)
  if (apposed) return { text: apposed.name, kind: 'person', mention: apposed, definite: true }
  if (mention && headUnit.capital) {
    if (mention.body || mention.place)
      return {
        text: bodyName(phrase, mention),
        kind: many(headUnit) ? 'group' : 'body',
        mention,
        head: lower,
        definite,
      }
    const plural = inside.length > 1 && units.slice(first, last + 1).some((unit) => unit.lower === 'and')
    if (plural) return { text: phrase, kind: 'group', mention, definite }
    const country = definite && mention.words.length <= 2 && !mention.person
    return { text: mention.name, kind: country ? 'body' : 'person', mention, definite }
  }
  return {
    text: phrase,
    kind: kindOf(lower, first === noun, definite),
    head: lower,
    definite,
    ...(inside[0] && { mention: inside[0] }),
  }
}

/** "Bank of Canada governor Fiona Macrae": a phrase that ends in somebody's full name is that person. */
function nameWithin(
  units: readonly Unit[],
  first: number,
  last: number,
  inside: readonly Mention[],
): Mention | undefined {
  const name = inside.at(-1)
  if (!name || name.end !== units[last]!.end || name.body || name.place) return undefined
  if (!name.person && name.words.length < 2) return undefined
  let at = last
  while (at > first && units[at]!.start > name.start) at--
  const before = at > first ? units[at - 1]! : undefined
  const owned = before !== undefined && /['’]s?$/.test(before.text) // "the Globe and Mail's Robert White"
  const joined = !owned && units.slice(first, last).some((unit) => unit.lower === 'and' && unit.start < name.start)
  return before &&
    (before.kind === 'word' || before.kind === 'number') &&
    !before.determiner &&
    !before.preposition &&
    !before.conjunction &&
    !joined
    ? name
    : undefined
}

/** "His lawyer, Rupert Sandhu, said": the name set beside the role. */
function apposedName(units: readonly Unit[], last: number, mentions: readonly Mention[]): Mention | undefined {
  if (units[last + 1]?.text !== ',') return undefined
  const stops = (at: number) => {
    const unit = units[at]!
    const initial = unit.text === '.' && units[at - 1]!.end === unit.start && units[at + 1]?.capital === true // "Sen. Oakes"
    return unit.kind === 'quote' || (/^[,.;:]$/.test(unit.text) && !initial)
  }
  let close = last + 2
  while (close < units.length && close < last + 12 && !stops(close)) close++
  if (units[close]?.text !== ',' && units[close]?.text !== '.') return undefined
  const from = units[last + 2]?.start ?? 0
  const within = mentions.filter(({ role, start, end }) => !role && start >= from && end <= units[close]!.start)
  const name = within.length === 1 ? within[0]! : undefined
  if (!name || name.body || name.place || name.end !== units[close - 1]!.end) return undefined
  return name.person || name.words.length > 1 ? name : undefined
}

/** The body's name without its article, when that is all the phrase says. */
const bodyName = (phrase: string, { name }: Mention) => (phrase.replace(/^the /i, '') === name ? name : phrase)

/** "Many Americans", "Canadians": a people's name in the plural. */
const many = (unit: Unit) => /(?:ans|ese|ish|ers|is|ats|als|ives|ories)$/.test(unit.lower) && unit.lower.length > 5

function kindOf(noun: string, alone: boolean, definite: boolean): SpeakerKind {
  if (groupNouns.has(noun)) return unnamedNouns.has(noun) && alone ? 'unnamed' : 'group'
  if (personRoles.has(noun)) return unnamedNouns.has(noun) && !definite ? 'unnamed' : 'person'
  if (bodyNouns.has(noun)) return 'body'
  if (documentNouns.has(noun)) return 'document'
  return /[^s]s$/.test(noun) ? 'group' : 'person'
}

function pronoun(
  text: string,
  units: readonly Unit[],
  at: number,
  mentions: readonly Mention[],
  phrase: string,
): SpeakerPhrase {
  const { lower } = units[at]!
  const kind: SpeakerKind = /^(?:they|we|these|those|some|many|others|most|both|their|our|several|few)/.test(lower)
    ? 'group'
    : /^(?:it|its|that|this|which)/.test(lower)
      ? 'body'
      : 'person'
  const read: SpeakerPhrase = { text: phrase, kind, pronoun: lower.replace(/['’].*$/, ''), definite: true }
  if (!/^(?:who|which|that)$/.test(lower)) return read
  let before = at - 1
  while (before > 0 && units[before]!.kind === 'mark' && /^[,—–)]$/.test(units[before]!.text)) before--
  const whom = subjectEndingAt(units as Unit[], before)
  return whom ? { ...read, antecedent: readSpeaker(text, units, whom.first, whom.last, mentions) } : read
}

/** The last noun before a preposition: of "the head of the union", "head"; of "House Speaker Paul Ryan", "Ryan". */
function headNoun(units: readonly Unit[], first: number, last: number): number {
  for (let at = first + 1; at <= last; at++) {
    const unit = units[at]!
    if (
      (unit.preposition && unit.kind === 'word') ||
      unit.subordinator ||
      (unit.kind === 'mark' && /^[,(]$/.test(unit.text))
    )
      return at - 1
  }
  return last
}

const tidy = (phrase: string) =>
  phrase
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '')
    .trim()
    .split(' ')
    .slice(0, longest)
    .join(' ')
