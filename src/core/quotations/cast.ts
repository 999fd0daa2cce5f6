import type { Range } from '../manuscript'
import type { Mention, Sex } from './mentions'

/** Somebody or some body the story names, under the fullest name it gives. */
export interface Person {
  name: string
  words: string[]
  roles: Set<string>
  /** What their titles and appositions belong to: "Ontario", "South Korean". */
  of: Set<string>
  /** Told by title, role or given name. */
  sex?: Sex
  /** Pronouns that follow the name: “he” counts up, “she” down. */
  leaning: number
  person: boolean
  body: boolean
  place: boolean
  /** Where the fullest name first stands, story offsets. */
  reference: Range
  /** How often the story names them, and how often in full. */
  times: number
  full: number
}

/** One naming, in reading order. */
export interface Seen {
  at: number
  block: number
  person: Person
  subject: boolean
}

/** Namings a reader still has in mind. */
const inMind = 80
/** Bearers of one word that are told apart: a bound for texts that are no story. */
const mostBearers = 64
/** Paragraphs through which a full name keeps its surname from others who bear it. */
const lately = 2
const suffix = /^(?:Jr|Sr|II|III|IV)$/
const nameWords = (words: readonly string[]) =>
  words.length > 2 && suffix.test(words.at(-1)!) ? words.slice(0, -1) : words

/**
 * Everybody a story names. Full names are gathered first, so that "Yoon" joins "Yoon Suk Yeol" whichever comes first;
 * then each lone name is given to one of those who bear it.
 */
export class Cast {
  readonly people: Person[] = []
  readonly seen: Seen[] = []
  readonly #byWord = new Map<string, Person[]>()
  readonly #byRole = new Map<string, Person[]>()
  readonly #byOffset = new Map<number, Person>()

  constructor(blocks: readonly { mentions: readonly Mention[]; start: number }[]) {
    for (const { mentions, start } of blocks)
      for (const mention of mentions)
        if (!mention.uncertain && nameWords(mention.words).length > 1) this.#gather(mention, start)
    const late = new Map<string, { person: Person; block: number }>()
    for (const [block, { mentions, start }] of blocks.entries())
      for (const mention of mentions) {
        if (mention.role) {
          const holder = this.#lastWith(mention.role)
          if (holder) this.seen.push({ at: start + mention.start, block, person: holder, subject: true })
          continue
        }
        const words = nameWords(mention.words)
        const person = words.length > 1 ? this.#exact(words) : this.#lone(mention, late.get(words[0]!), block, start)
        if (!person) continue
        person.times++
        learn(person, mention)
        if (words.length > 1) late.set(words.at(-1)!, { person, block })
        const at = start + mention.start
        this.#byOffset.set(at, person)
        this.seen.push({ at, block, person, subject: mention.subject })
      }
    for (const person of this.people)
      for (const role of person.roles) {
        const holders = this.#byRole.get(role)
        if (!holders) this.#byRole.set(role, [person])
        else if (holders.length < mostBearers) holders.push(person)
      }
  }

  /** Who is named at a story offset. */
  at(offset: number): Person | undefined {
    return this.#byOffset.get(offset)
  }

  /** The namings before a story offset, nearest first, as many as a reader still has in mind. */
  *before(at: number, most = inMind): Generator<Seen> {
    let low = 0
    let high = this.seen.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.seen[middle]!.at < at) low = middle + 1
      else high = middle
    }
    for (let index = low - 1; index >= 0 && index >= low - most; index--) yield this.seen[index]!
  }

  /** Everybody with a role, in the order of their first naming. */
  withRole(role: string): readonly Person[] {
    return this.#byRole.get(role) ?? []
  }

  #lastWith(role: string): Person | undefined {
    for (let index = this.seen.length - 1; index >= 0 && index >= this.seen.length - inMind; index--) {
      const { person } = this.seen[index]!
      if (person.roles.has(role) && !person.place) return person
    }
    return undefined
  }

  #gather(mention: Mention, start: number) {
    const words = [...nameWords(mention.words)]
    const known = this.#exact(words)
    const reference = { start: mention.start + start, end: mention.end + start }
    if (!known) {
      this.#create(mention, words, reference).full++
      return
    }
    known.full++
    learn(known, mention)
    if (words.length > known.words.length) {
      known.words = words
      known.name = mention.name
      known.reference = reference
      this.#index(known)
    }
  }

  #create(mention: Mention, words: readonly string[], reference: Range): Person {
    const person: Person = {
      name: mention.name,
      words: [...words],
      roles: new Set(),
      of: new Set(),
      leaning: 0,
      person: false,
      body: mention.body,
      place: mention.place,
      reference,
      times: 0,
      full: 0,
    }
    learn(person, mention)
    this.people.push(person)
    this.#index(person)
    return person
  }

  #index(person: Person) {
    for (const word of person.words) {
      const list = this.#byWord.get(word)
      if (!list) this.#byWord.set(word, [person])
      else if (list.length < mostBearers && !list.includes(person)) list.push(person)
    }
  }

  /** The one with these words, or a longer or shorter form with the same surname. */
  #exact(words: readonly string[]): Person | undefined {
    let best: Person | undefined
    for (const person of this.#byWord.get(words.at(-1)!) ?? []) {
      if (words.length === person.words.length && words.every((word, at) => word === person.words[at])) return person
      if (person.words.length > 1 && (covers(person.words, words) || covers(words, person.words))) best ??= person
    }
    return best
  }

  /** Whom a lone name means: one who bears it as surname, in full just before or oftenest; else as given name. */
  #lone(
    mention: Mention,
    late: { person: Person; block: number } | undefined,
    block: number,
    start: number,
  ): Person | undefined {
    const word = mention.words.at(-1)!
    const bearers = this.#byWord.get(word) ?? []
    const fits = (person: Person) =>
      !(mention.sex && person.sex && mention.sex !== person.sex) && !(mention.place && !person.place && !person.person)
    const named = bearers.filter(
      (person) => person.words.at(-1) === word && fits(person) && !(person.body && person.words.length > 1),
    )
    if (late && block - late.block <= lately && named.includes(late.person)) return late.person
    const oftenest = (people: readonly Person[]) =>
      people.reduce<Person | undefined>((best, one) => (!best || rank(one) > rank(best) ? one : best), undefined)
    const own = oftenest(named.filter((person) => !mention.place || person.place || person.person))
    if (own) return own
    const given = oftenest(
      bearers.filter((person) => person.words[0] === word && fits(person) && person.person && !person.body),
    )
    if (given && !mention.place) return given
    // "Northridge" of "Northridge Energy"
    const short = bearers.find((person) => person.body && person.words.length > 1 && person.words[0] === word)
    if (short && !mention.place && !mention.person) return short
    if (mention.uncertain) return undefined
    return this.#create(mention, [word], { start: mention.start + start, end: mention.end + start })
  }
}

/** Full names weigh most; among equals the one named first stays. */
const rank = (person: Person) => (person.person ? 3 : 0) + person.full * 2 + Math.min(person.times, 5) * 0.1

function learn(person: Person, mention: Mention) {
  for (const role of mention.roles) person.roles.add(role)
  for (const word of mention.of) person.of.add(word)
  if (mention.sex && !person.body && !person.place) person.sex ??= mention.sex
  if (mention.hint) person.leaning += mention.hint === 'he' ? 1 : -1
  person.person ||= mention.person
}

/** Whether a longer name holds a shorter one with the same last word ("Kim Jong Un", "Jong Un"), or adds middle names. */
const covers = (long: readonly string[], short: readonly string[]) =>
  long.length > short.length && long.at(-1) === short.at(-1) && short.every((word) => long.includes(word))
