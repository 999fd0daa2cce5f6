import type { Unit } from './units'
import type { SpeakerKind } from './types'
import {
  bodyNouns,
  documentNouns,
  femalePronouns,
  groupNouns,
  malePronouns,
  personRoles,
  titles,
  unnamedNouns,
} from './words'

export type Sex = 'he' | 'she'

/** A name where it stands in a block, outside marks. Offsets are into the block's text. */
export interface Mention {
  start: number
  end: number
  /** The name's words without titles and possessive. */
  words: string[]
  /** Title and role words before or after it, lower case. */
  roles: string[]
  /** Capitalised words before the title: "South Korean" of "South Korean President". */
  of: string[]
  sex?: Sex
  person: boolean
  body: boolean
  /** Stands at the head of its sentence or clause. */
  subject: boolean
}

const particles = /^(?:de|del|della|der|den|di|da|dos|du|van|von|al|el|bin|ibn|bint|la|le|ter|ten|y|e|af|ben|abu|ul)$/
const bare = (text: string) => text.replace(/['’]s?$/, '')
const honorific: Record<string, Sex> = { mr: 'he', mrs: 'she', ms: 'she', miss: 'she', sir: 'he', dame: 'she', lady: 'she', shri: 'he', smt: 'she', king: 'he', queen: 'she', prince: 'he', princess: 'she', congressman: 'he', congresswoman: 'she', chairman: 'he', chairwoman: 'she', spokesman: 'he', spokeswoman: 'she', father: 'he', mother: 'she', sister: 'she', brother: 'he', pope: 'he', councilwoman: 'she', businesswoman: 'she', actress: 'she', wife: 'she', husband: 'he', son: 'he', daughter: 'she', widow: 'she' } // prettier-ignore
const notNames =
  /^(?:the|a|an|in|on|at|but|and|or|if|when|while|as|after|before|since|for|from|with|by|to|of|he|she|they|it|we|i|you|his|her|their|its|this|that|these|those|there|some|many|most|according|asked|not|no|yes|also|still|both|one|two|what|who|how|why|where|i'm|it's|he's|she's|they're|we're|i've|i'll|however|meanwhile|then|now|so|yet|because|although|though|despite|during|under|over|an|all|any|each|every|another|such|my|our|your|last|next|earlier|later|even|just|only|more|another|other|others|former)$/

/** The names among the units of a block. */
export function mentionsOf(units: readonly Unit[]): Mention[] {
  const found: Mention[] = []
  for (let at = 0; at < units.length; at++) {
    if (!opensName(units, at)) continue
    let last = at
    while (last + 1 < units.length && last - at < 12) {
      const next = units[last + 1]!
      const here = units[last]!
      if (/['’]s?$/.test(here.text) && here.kind === 'word' && last >= at && !/^[A-Z]['’]$/.test(here.text)) break
      if (
        next.kind === 'word' &&
        next.capital &&
        !(next.pronoun && !next.determiner) &&
        !(next.time && next.text.length > 3)
      )
        last++
      else if (next.kind === 'word' && particles.test(next.lower) && units[last + 2]?.capital) last += 2
      else if (
        next.kind === 'mark' &&
        next.text === '.' &&
        next.start === here.end &&
        units[last + 2]?.capital &&
        (here.text.length <= 2 || titles.has(here.lower) || /^(?:jr|sr|st|reps|sens)$/.test(here.lower))
      )
        last += 2
      else if (next.kind === 'quote' && next.words <= 2 && units[last + 2]?.capital && !/[,.?!]/.test(next.last))
        last += 2
      else break
    }
    const mention = mentionAt(units, at, last)
    if (mention) found.push(mention)
    at = last
  }
  return found
}

function opensName(units: readonly Unit[], at: number): boolean {
  const unit = units[at]!
  if (unit.kind !== 'word' || !unit.capital || notNames.test(unit.lower)) return false
  if (unit.time && unit.text.length > 3) return false
  const before = units[at - 1]
  const opensSentence = !before || (before.kind === 'mark' && /^[.?!:]$/.test(before.text)) || before.kind === 'quote'
  // The first word of a sentence is a name when the next word is one too, a verb follows, or it is no common word.
  return !(
    opensSentence &&
    (unit.adverb ||
      unit.preposition ||
      unit.auxiliary ||
      unit.subordinator ||
      unit.conjunction ||
      (unit.cue && !/[^e]s$/.test(unit.lower) && !units[at + 1]?.capital))
  )
}

function mentionAt(units: readonly Unit[], first: number, last: number): Mention | undefined {
  const words: Unit[] = []
  for (let at = first; at <= last; at++) if (units[at]!.kind === 'word') words.push(units[at]!)
  let cut = 0
  const roles: string[] = []
  for (const [index, word] of words.entries()) {
    if (
      !titles.has(bare(word.lower)) ||
      index >= words.length - 1 ||
      /^(?:democrat|republican|conservative|liberal|democratic|gop)$/.test(word.lower)
    )
      continue
    // "New Hampshire Sen. Kelly Ayotte": what stands before the title is whose, not who.
    if (index === 0 || index < 6) {
      roles.push(word.lower)
      cut = index + 1
    }
  }
  const of = words
    .slice(0, cut)
    .filter((word) => !titles.has(word.lower))
    .map((word) => word.text)
  const own = words.slice(cut)
  // "The North Korean Supreme Leader" names nobody: it is read as a role.
  if (own.length === 1 && (cut > 0 || units[first - 1]?.determiner) && personRoles.has(own[0]!.lower)) return undefined
  const body = own.some((word) => bodyNouns.has(bare(word.lower)))
  let person = cut > 0 && !body
  const before = units[first - 1]
  if (before && before.kind === 'word' && !before.capital && personRoles.has(before.lower)) {
    roles.push(before.lower)
    person = true
    if (units[first - 2]?.capital) of.push(units[first - 2]!.text)
    if (units[first - 3]?.capital && units[first - 2]?.capital) of.push(units[first - 3]!.text)
  }
  const next = units[last + 1]
  if (next?.kind === 'mark' && next.text === ',') {
    const apposition = units.slice(last + 2, last + 12)
    if (
      apposition[0]?.lower === 'who' ||
      (apposition[0]?.kind === 'number' && /^\d{1,3}$/.test(apposition[0].text) && apposition[1]?.text === ',')
    )
      person = true
    for (const [index, word] of apposition.entries()) {
      if (word.kind === 'mark' || word.auxiliary || word.subordinator || (word.preposition && roles.length > 0)) break
      if (word.kind === 'word' && personRoles.has(word.lower) && index < 6) {
        roles.push(word.lower)
        person = true
      }
    }
  }
  if (
    next?.lower === 'who' ||
    (next?.kind === 'mark' && next.text === '(' && /^[RDI]$/.test(units[last + 2]?.text ?? ''))
  )
    person = true
  const sexed = roles.find((role) => honorific[role])
  const opener =
    before === undefined ||
    before.kind === 'mark' ||
    before.conjunction ||
    before.subordinator ||
    before.kind === 'quote'
  return {
    start: own[0]!.start,
    end: own.at(-1)!.end,
    words: own.map((word) => bare(word.text)),
    roles,
    of,
    ...(sexed && { sex: honorific[sexed]! }),
    person: person && !body,
    body,
    subject: opener || personRoles.has(before.lower),
  }
}

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
}

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
  if (first === last && head.pronoun)
    return {
      text: phrase,
      kind: /^(?:they|we|these|those|some|many|others|most|both)/.test(head.lower)
        ? 'group'
        : /^(?:it|that|this)/.test(head.lower)
          ? 'body'
          : 'person',
      pronoun: head.lower.replace(/['’].*$/, ''),
      definite: true,
    }
  const inside = mentions.filter((mention) => mention.start >= head.start && mention.end <= units[last]!.end)
  const noun = headNoun(units, first, last)
  const headUnit = units[noun]!
  const definite = head.lower === 'the' || /^(?:his|her|their|its|our)$/.test(head.lower)
  const mention = inside.find(({ start, end }) => headUnit.start >= start && headUnit.end <= end)
  const lower = bare(headUnit.lower)
  if (mention && headUnit.capital) {
    const named = mention.words.join(' ')
    if (mention.body) return { text: phrase, kind: 'body', mention, head: lower, definite }
    const plural = inside.length > 1 && units.slice(first, last + 1).some((unit) => unit.lower === 'and')
    if (plural) return { text: phrase, kind: 'group', mention, definite }
    const country = definite && mention.words.length <= 2
    return {
      text: named,
      kind: mention.person || (mention.words.length > 1 && !definite) ? 'person' : country ? 'body' : 'person',
      mention,
      definite,
    }
  }
  const kind: SpeakerKind = groupNouns.has(lower)
    ? unnamedNouns.has(lower) && first === noun
      ? 'unnamed'
      : 'group'
    : personRoles.has(lower)
      ? unnamedNouns.has(lower) && !definite
        ? 'unnamed'
        : 'person'
      : bodyNouns.has(lower)
        ? 'body'
        : documentNouns.has(lower)
          ? 'document'
          : /[^s]s$/.test(lower)
            ? 'group'
            : 'person'
  return { text: phrase, kind, head: lower, definite, ...(inside[0] && { mention: inside[0] }) }
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

const longestName = 8
const tidy = (phrase: string) =>
  phrase
    .replace(/\s+/g, ' ')
    .replace(/['’]s$/, '')
    .trim()
    .split(' ')
    .slice(0, longestName)
    .join(' ')

/** Somebody the story names, under the fullest name it gives. */
export interface Person {
  name: string
  words: string[]
  roles: Set<string>
  of: Set<string>
  sex?: Sex
  person: boolean
  body: boolean
  reference: { start: number; end: number }
  /** How often the story names them. */
  times: number
}

/** Everybody a story names, and who is meant where. Mentions are told in reading order, with story offsets. */
export class Cast {
  readonly people: Person[] = []
  readonly #byWord = new Map<string, Person[]>()

  /** Gathers mentions into people: "Yoon" joins "Yoon Suk Yeol", whichever comes first. */
  add(mention: Mention, offset: number): Person {
    const known = this.find(mention.words)
    const reference = { start: mention.start + offset, end: mention.end + offset }
    if (known) {
      known.times++
      for (const role of mention.roles) known.roles.add(role)
      for (const word of mention.of) known.of.add(word)
      if (mention.sex) known.sex ??= mention.sex
      known.person ||= mention.person
      if (mention.words.length > known.words.length) {
        known.words = mention.words
        known.name = mention.words.join(' ')
        known.reference = reference
        this.#index(known)
      }
      return known
    }
    const person: Person = {
      name: mention.words.join(' '),
      words: mention.words,
      roles: new Set(mention.roles),
      of: new Set(mention.of),
      person: mention.person,
      body: mention.body,
      reference,
      times: 1,
    }
    if (mention.sex) person.sex = mention.sex
    this.people.push(person)
    this.#index(person)
    return person
  }

  #index(person: Person) {
    for (const word of person.words) {
      const list = this.#byWord.get(word)
      if (!list) this.#byWord.set(word, [person])
      else if (!list.includes(person)) list.push(person)
    }
  }

  /** Who these name words mean: the same words, a surname, a first name, or the fuller form of either. */
  find(words: readonly string[]): Person | undefined {
    const last = words.at(-1)!
    const candidates = this.#byWord.get(last) ?? []
    let best: Person | undefined
    for (let index = candidates.length - 1; index >= 0; index--) {
      const person = candidates[index]!
      const same = words.length === person.words.length && words.every((word, at) => word === person.words[at])
      if (same) return person
      if (
        words.length === 1
          ? person.words.at(-1) === last || (person.words[0] === last && (person.person || person.words.length === 3))
          : covers(person.words, words) || covers(words, person.words)
      ) {
        if (person.body && words.length === 1) continue
        if (!best || (person.person && !best.person)) best = person
      }
    }
    if (!best && words.length > 1) {
      for (const person of this.#byWord.get(words[0]!) ?? [])
        if (covers(words, person.words) && person.words.length === 1 && person.person) best = person
    }
    return best
  }
}

/** Whether a longer name holds a shorter one with the same last word ("Kim Jong Un", "Jong Un"), or adds middle names. */
const covers = (long: readonly string[], short: readonly string[]) =>
  long.length > short.length && long.at(-1) === short.at(-1) && short.every((word) => long.includes(word))

export const sexOf = (pronoun: string): Sex | undefined =>
  malePronouns.has(pronoun) ? 'he' : femalePronouns.has(pronoun) ? 'she' : undefined
