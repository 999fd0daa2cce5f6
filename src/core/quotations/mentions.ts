import { sexOfName } from './given-names'
import { peoples, places } from './places'
import type { Unit } from './units'
import { bodyNouns, femalePronouns, malePronouns, personRoles, titles } from './words'

export type Sex = 'he' | 'she'

/** A name where it stands in a block, outside marks. Offsets are into the block's text. */
export interface Mention {
  start: number
  end: number
  /** The name as written, without titles and possessive: "Tiff K. Macklem". */
  name: string
  /** Its words, initials' stops aside. */
  words: string[]
  /** Title and role words before or after it, lower case. */
  roles: string[]
  /** Capitalised words before the title: "South Korean" of "South Korean President". */
  of: string[]
  /** What its title, role or given name tells. */
  sex?: Sex
  /** What the first pronoun after it suggests. */
  hint?: Sex
  person: boolean
  body: boolean
  /** A country, city or people: it may speak, but is no “he” or “she”. */
  place: boolean
  /** Stands at the head of its sentence or clause. */
  subject: boolean
  /** No name but a definite role at the head of a clause: "The minister". */
  role?: string
  /** In a heading where every word is capitalised, names have no edges: it is believed only when the text has it too. */
  uncertain?: boolean
}

const particles = /^(?:de|del|della|der|den|di|da|dos|du|van|von|al|el|bin|ibn|bint|la|le|ter|ten|y|e|af|ben|abu|ul)$/
export const bare = (text: string) => text.replace(/['’]s?$/, '')
const honorific: Record<string, Sex> = { mr: 'he', mrs: 'she', ms: 'she', miss: 'she', sir: 'he', dame: 'she', lady: 'she', shri: 'he', smt: 'she', king: 'he', queen: 'she', prince: 'he', princess: 'she', congressman: 'he', congresswoman: 'she', chairman: 'he', chairwoman: 'she', spokesman: 'he', spokeswoman: 'she', father: 'he', mother: 'she', sister: 'she', brother: 'he', pope: 'he', councilwoman: 'she', businesswoman: 'she', businessman: 'he', actress: 'she', wife: 'she', husband: 'he', son: 'he', daughter: 'she', widow: 'she', uncle: 'he', aunt: 'she', grandmother: 'she', grandfather: 'he', mom: 'she', dad: 'he' } // prettier-ignore
const notNames =
  /^(?:the|a|an|in|on|at|but|and|or|if|when|while|as|after|before|since|for|from|with|by|to|of|he|she|they|it|we|i|you|his|her|their|its|this|that|these|those|there|some|many|most|according|asked|not|no|yes|also|still|both|one|two|what|who|how|why|where|i'm|it's|he's|she's|they're|we're|i've|i'll|however|meanwhile|then|now|so|yet|because|although|though|despite|during|under|over|an|all|any|each|every|another|such|my|our|your|last|next|earlier|later|even|just|only|more|another|other|others|former)$/
/** Words for a party or a calling that stand capitalised before a name at the head of a sentence. */
const callings = /^(?:republican|democrat|democratic|conservative|liberal|tory|labour|green|ndp|billionaire|veteran|longtime|fellow|actor|singer|comedian|author|activist|lawyer|farmer|retired|rookie|goalie|goaltender|forward|defenceman|striker)s?$/ // prettier-ignore
/** More capitalised words in a row than this are a heading or a title, unless a body is among them. */
const longestName = 6

/** The names among the units of a block. */
export function mentionsOf(units: readonly Unit[], heading = false): Mention[] {
  const uncertain = heading && titleCased(units)
  const found: Mention[] = []
  for (let at = 0; at < units.length; at++) {
    const role = roleAt(units, at)
    if (role) found.push(role)
    if (!opensName(units, at)) continue
    const last = endOfName(units, at)
    const mention = mentionAt(units, at, last, found.at(-1))
    if (mention) found.push(uncertain ? { ...mention, uncertain } : mention)
    at = last
  }
  return found
}

function endOfName(units: readonly Unit[], first: number): number {
  let last = first
  while (last + 1 < units.length && last - first < 12) {
    const next = units[last + 1]!
    const here = units[last]!
    if (/['’]s?$/.test(here.text) && here.kind === 'word' && !/^[A-Z]['’]$/.test(here.text)) break
    if (
      next.kind === 'word' &&
      next.capital &&
      !(next.pronoun && !next.determiner) &&
      !(next.time && next.text.length > 3)
    )
      last++
    else if (next.lower === 'of' && units[last + 2]?.capital && here.kind === 'word' && bodyNouns.has(here.lower))
      last += 2 // "Ministry of Works"
    else if (next.kind === 'word' && particles.test(next.lower) && units[last + 2]?.capital) last += 2
    else if (
      next.kind === 'mark' &&
      next.text === '.' &&
      next.start === here.end &&
      units[last + 2]?.capital &&
      stopInName(here)
    )
      last += 2
    else if (next.kind === 'quote' && next.words <= 2 && units[last + 2]?.capital && !/[,.?!]/.test(next.last))
      last += 2
    else break
  }
  return last
}

/** "The minister", "the veteran coach" as the subject of a clause, nobody's name beside it. */
function roleAt(units: readonly Unit[], at: number): Mention | undefined {
  const unit = units[at]!
  if (unit.lower !== 'the') return undefined
  const before = units[at - 1]
  if (before && !(before.kind === 'mark' || before.kind === 'quote' || before.conjunction || before.subordinator))
    return undefined
  for (let index = at + 1; index <= at + 3 && index < units.length; index++) {
    const word = units[index]!
    if (word.kind !== 'word' || word.capital || word.preposition || word.determiner) return undefined
    if (!personRoles.has(word.lower)) continue
    const next = units[index + 1]
    if (next && (next.capital || next.kind === 'number' || /^(?:of|for)$/.test(next.lower) || next.text === ','))
      return undefined
    if (next && personRoles.has(next.lower)) continue
    return {
      start: unit.start,
      end: word.end,
      name: '',
      words: [],
      roles: [],
      of: [],
      person: false,
      body: false,
      place: false,
      subject: true,
      role: word.lower,
    }
  }
  return undefined
}

const stopInName = (unit: Unit) =>
  unit.text.length <= 2 ||
  /^(?:mr|mrs|ms|dr|prof|rev|hon|gen|col|maj|capt|lt|sgt|cpl|cst|const|insp|supt|det|cmdr|adm|gov|sens?|reps?|pres|jr|sr|ste?|gens|govs)$/.test(
    unit.lower,
  )

/** Whether a heading capitalises all its words but the small ones, so that names cannot be told from the rest. */
function titleCased(units: readonly Unit[]): boolean {
  let words = 0
  let capital = 0
  for (const unit of units) {
    if (unit.kind !== 'word' || unit.preposition || unit.conjunction || (unit.determiner && !unit.capital)) continue
    words++
    if (unit.capital) capital++
  }
  return words > 3 && capital > 0.85 * words
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

function mentionAt(
  units: readonly Unit[],
  first: number,
  last: number,
  earlier: Mention | undefined,
): Mention | undefined {
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
    if (index < 6) {
      roles.push(word.lower)
      cut = index + 1
    }
  }
  // "Republican Ana Ruiz", "Canadian Ana Ruiz"
  while (
    words.length - cut > 2 &&
    (callings.test(words[cut]!.lower) || peoples.has(words[cut]!.lower)) &&
    !hasBody(words.slice(cut))
  )
    cut++
  // "Volunteer Ruth Pasternak", "Biologist Moira Kavanagh", "New Democrat Jessica Bell-Irving": what stands before a given name.
  const opens = first === 0 || units[first - 1]!.kind !== 'word'
  while (
    words.length - cut > 2 &&
    !hasBody(words.slice(cut)) &&
    (personRoles.has(words[cut]!.lower) || (opens && callsToName(words, cut)))
  )
    roles.push(words[cut++]!.lower)
  // "Defence Ministry", "Health Department": the word before is part of the name.
  if (words.length - cut === 1 && cut > 0 && bodyNouns.has(words[cut]!.lower)) {
    cut = 0
    roles.length = 0
  }
  const of = words
    .slice(0, cut)
    .filter((word) => !titles.has(word.lower))
    .map((word) => word.text)
  const own = words.slice(cut)
  // "The North Korean Supreme Leader" names nobody: it is read as a role.
  if (
    own.length === 1 &&
    (cut > 0 || first === 0 || units[first - 1]?.determiner || units[first - 1]?.kind === 'mark') &&
    (personRoles.has(own[0]!.lower) || titles.has(own[0]!.lower))
  )
    return undefined
  // "a South Carolina Democrat", "the Ontario Liberal"
  const region = own
    .slice(0, -1)
    .map((word) => word.lower)
    .join(' ')
  if (own.length > 1 && personRoles.has(own.at(-1)!.lower) && (places.has(region) || peoples.has(region)))
    return undefined
  const lower = own.map((word) => bare(word.lower))
  const whole = lower.join(' ')
  const place = places.has(whole) || peoples.has(whole) || (own.length === 1 && peoples.has(whole.replace(/s$/, '')))
  // "the Laughing Gull", "the new Constitution": a thing, unless its words say that it is somebody.
  const thing =
    units[first - 1]?.determiner === true ||
    (units[first - 2]?.determiner === true &&
      units[first - 1]?.kind !== 'mark' &&
      !personRoles.has(units[first - 1]?.lower ?? ''))
  const acronym = own.length === 1 && /^[A-Z][A-Z&-]+$/.test(bare(own[0]!.text)) && own[0]!.text.length <= 6
  const body = hasBody(own) || acronym || (own.length > 1 && places.has(lower.at(-1)!) && cut === 0)
  if (own.length > longestName && !body) return undefined
  const before = units[first - 1]
  const around = rolesAround(units, first, last)
  const honour = [...roles, ...around.roles].find((role) => honorific[role])
  // A lone name may be a surname: "Joseph said" tells nothing.
  const sex = honour ? honorific[honour] : own.length > 1 ? sexOfName(own[0]!.text) : undefined
  const person = !body && !place && (cut > 0 || around.person || (own.length > 1 && sex !== undefined))
  // "Schumer of New York, the Democratic leader": the role belongs to the person before.
  if (place && earlier && before?.preposition && units[first - 2] && earlier.end === units[first - 2]!.end) {
    earlier.roles.push(...around.roles)
    if (around.person) earlier.person ||= !earlier.body && !earlier.place
    around.roles.length = 0
  }
  const opener =
    before === undefined ||
    before.kind === 'mark' ||
    before.conjunction ||
    before.subordinator ||
    before.kind === 'quote'
  const unlikely = place || (thing && !person && !body && sex === undefined && cut === 0)
  const hint = person || (!body && !unlikely) ? pronounAfter(units, last) : undefined
  return {
    start: own[0]!.start,
    end: own.at(-1)!.end,
    name: written(units, first, last, own[0]!.start),
    words: own.map((word) => bare(word.text)),
    roles: [...roles, ...around.roles],
    of: [...of, ...around.of],
    ...(sex && !body && !place && { sex }),
    ...(hint && { hint }),
    person,
    body,
    place: unlikely,
    subject: opener || personRoles.has(before.lower),
  }
}

/** Whether a given name and a surname follow within two words, and the word here is no given name. */
const callsToName = (words: readonly Unit[], cut: number) =>
  !sexOfName(words[cut]!.text) &&
  [1, 2].some(
    (ahead) =>
      words.length - cut - ahead === 2 &&
      words[cut + ahead] !== undefined &&
      sexOfName(words[cut + ahead]!.text) !== undefined,
  )

const hasBody = (words: readonly Unit[]) => words.some((word) => bodyNouns.has(bare(word.lower)))

/** The name as it stands: words and initials' stops, what is in marks left out. */
function written(units: readonly Unit[], first: number, last: number, from: number): string {
  let name = ''
  let end = from
  for (let at = first; at <= last; at++) {
    const unit = units[at]!
    if (unit.start < from || unit.kind === 'quote') continue
    name += (name && unit.start > end ? ' ' : '') + unit.text
    end = unit.end
  }
  return bare(name)
}

/** Role nouns that stand beside a name: "company spokesman Tom Hale", "Ana Ruiz, a lawyer for the town". */
function rolesAround(
  units: readonly Unit[],
  first: number,
  last: number,
): { roles: string[]; of: string[]; person: boolean } {
  const roles: string[] = []
  const of: string[] = []
  let person = false
  const before = units[first - 1]
  if (before && before.kind === 'word' && !before.capital && personRoles.has(before.lower)) {
    roles.push(before.lower)
    person = true
    for (let at = first - 2; at >= first - 5 && units[at]?.kind === 'word' && !units[at]!.determiner; at--)
      if (units[at]!.capital) of.push(bare(units[at]!.text))
  }
  const next = units[last + 1]
  if (next?.kind === 'mark' && next.text === ',') {
    const apposition = units.slice(last + 2, last + 14)
    const age = apposition[0]?.kind === 'number' && /^\d{1,3}$/.test(apposition[0].text) && apposition[1]?.text === ','
    if (apposition[0]?.lower === 'who' || age) person = true
    for (const [index, word] of apposition.slice(age ? 2 : 0).entries()) {
      if (word.kind === 'mark' || word.auxiliary || word.subordinator || (word.preposition && roles.length > 0)) break
      if (word.kind === 'word' && word.capital) of.push(bare(word.text))
      if (word.kind === 'word' && personRoles.has(word.lower) && index < 8) {
        roles.push(word.lower)
        person = true
      }
    }
    if (!person) of.length = 0
  }
  if (
    next?.lower === 'who' ||
    (next?.kind === 'mark' && next.text === '(' && /^[RDI]$/.test(units[last + 2]?.text ?? ''))
  )
    person = true
  return { roles, of, person }
}

/** The first pronoun of a person soon after a name, before another name comes. */
function pronounAfter(units: readonly Unit[], last: number): Sex | undefined {
  for (let at = last + 1; at < units.length && at < last + 25; at++) {
    const unit = units[at]!
    if (unit.kind === 'quote') return undefined
    if (malePronouns.has(unit.lower)) return 'he'
    if (femalePronouns.has(unit.lower)) return 'she'
    if (unit.capital && at > last + 1 && units[at - 1]!.text !== '.') return undefined
  }
  return undefined
}
