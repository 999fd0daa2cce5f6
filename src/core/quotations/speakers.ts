import type { Range } from '../manuscript'
import type { Candidate } from './candidate'
import { Cast, type Person } from './cast'
import type { Mention, Sex } from './mentions'
import type { SpeakerPhrase } from './speaker-phrase'
import type { NotQuotation, SpeakerKind } from './types'
import { bodyNouns, femalePronouns, groupNouns, malePronouns, personRoles, roleFamilies } from './words'

/** A candidate with its speaker read. Offsets are into the block's text. */
export interface Said extends Candidate {
  phrase?: SpeakerPhrase
  agencyCode?: string
  /** What it is, when it is no quotation. */
  label?: NotQuotation
  /** The cue answers somebody: “…,” she replied. */
  answers?: boolean
}

/** Whom a speaker phrase means. */
export interface Resolved {
  speaker: string
  kind: SpeakerKind
  reference?: Range
  /** How it was found. */
  rule: string
  confidence: number
  person?: Person
  /** Where the words stand that name the speaker here, story offsets. */
  at?: Range
}

/**
 * How much each sign counts when a pronoun looks for its name. Set by hand: somebody known to be a person and the one who
 * spoke last come first, then the subject of a clause, more so in the same paragraph; each name between costs half, each paragraph one.
 */
const weigh = {
  person: 3,
  subject: 1.5,
  here: 1,
  lastSpeaker: 2.5,
  sameSex: 1.5,
  leaning: 0.75,
  step: 0.5,
  block: 1,
  loneName: -1.5,
}
/** Names a reader still has in mind, and paragraphs back they may stand. */
const lookBack = { names: 24, blocks: 6 }
/** The lead: headline, dateline and first paragraphs, in which somebody may speak before being named. */
const leadBlocks = 3
/** How sure each way of finding the speaker is. */
const sure = {
  named: 0.95,
  asItStands: 0.9,
  title: 0.8,
  who: 0.75,
  pronoun: 0.7,
  group: 0.6,
  lastPerson: 0.5,
  unresolved: 0.3,
}
/** Nouns that speak in a headline without a name: "Police: …", "Minister: …". */
const sourceHeads = new Set([...personRoles, ...groupNouns, ...bodyNouns, 'report', 'poll', 'study', 'survey'])

/** Follows a story in reading order and says whom each speaker phrase means. */
export class SpeakerResolver {
  readonly #cast: Cast
  readonly #starts: number[]
  #last: { resolved: Resolved; block: number } | undefined
  #lastGroup: { resolved: Resolved; block: number } | undefined

  constructor(blocks: readonly { mentions: readonly Mention[]; start: number }[]) {
    this.#cast = new Cast(blocks)
    this.#starts = blocks.map(({ start }) => start)
  }

  /** Whether a headline's phrase names somebody the story tells of: a person, or a name that comes again. */
  knows(phrase: SpeakerPhrase, block: number): boolean {
    if (!phrase.mention) return phrase.head !== undefined && sourceHeads.has(phrase.head)
    const person = this.#named(phrase.mention, block)
    return person !== undefined && (person.person || person.times > 1)
  }

  /** Whom the phrase that stands at `where` (story offsets) in block `block` means. */
  resolve(phrase: SpeakerPhrase, where: Range, block: number, answers = false): Resolved {
    const resolved: Resolved = { ...this.#resolve(phrase, where.start, block, answers), at: where }
    // An “it” or “they” that found nobody leaves the word with the one before.
    if (phrase.pronoun && !resolved.person && resolved.speaker.toLowerCase() === phrase.text.toLowerCase())
      return resolved
    this.#last = { resolved, block }
    if (resolved.kind === 'group' || resolved.kind === 'unnamed') this.#lastGroup = { resolved, block }
    return resolved
  }

  /** Whose word it still is in this block: the one who spoke last, when that was close before. A run of quotations keeps it alive. */
  goesOn(block: number): Resolved | undefined {
    if (!this.#last || block - this.#last.block > 2) return undefined
    this.#last.block = block
    return this.#last.resolved
  }

  #named(mention: Mention, block: number): Person | undefined {
    return this.#cast.at(this.#starts[block]! + mention.start)
  }

  #resolve(phrase: SpeakerPhrase, at: number, block: number, answers: boolean): Resolved {
    const plain: Resolved = {
      speaker: phrase.text,
      kind: phrase.kind,
      rule: 'as it stands',
      confidence: phrase.pronoun ? sure.unresolved : sure.asItStands,
    }
    if (phrase.pronoun) return this.#pronoun(phrase, at, block, answers) ?? plain
    if (phrase.mention && !phrase.head) {
      const person = phrase.kind === 'group' ? undefined : this.#named(phrase.mention, block)
      if (!person) return phrase.kind === 'group' ? plain : { ...plain, rule: 'named' }
      if (phrase.kind === 'person' && !person.place) person.person ||= !person.body
      const longer = person.words.length > phrase.mention.words.length
      return found(person, phrase.kind, longer ? 'fuller name in the story' : 'named', sure.named)
    }
    if (phrase.kind === 'body' && phrase.definite && phrase.head && !phrase.mention)
      return this.#bodyOf(phrase, at, block) ?? plain
    if (phrase.definite && phrase.head && personRoles.has(phrase.head))
      return this.#holder(phrase, at, block) ?? this.#introduced(phrase, at, block) ?? plain
    if (phrase.kind === 'person') return this.#introduced(phrase, at, block) ?? plain
    return phrase.mention && phrase.kind === 'body' ? { ...plain, rule: 'named' } : plain
  }

  /** "The ministry": the named body with that word, or the last one named when the word is general. */
  #bodyOf(phrase: SpeakerPhrase, at: number, block: number): Resolved | undefined {
    if (phrase.text.split(' ').length > 2) return undefined
    let general: Person | undefined
    for (const seen of this.#cast.before(at)) {
      if (!seen.person.body || block - seen.block > lookBack.blocks) continue
      if (seen.person.words.some((word) => word.toLowerCase() === phrase.head))
        return found(seen.person, 'body', `the ${phrase.head} named before`, sure.title)
      if (block - seen.block <= 1 && seen.block > 0 && seen.subject) general ??= seen.person
    }
    return general && found(general, 'body', 'the body named last', sure.lastPerson)
  }

  /** "The mayor": who has this role; else, for one nothing speaks against, the person the story is with. */
  #holder(phrase: SpeakerPhrase, at: number, block: number): Resolved | undefined {
    const head = phrase.head!
    const words = phrase.text.split(' ')
    const said = words
      .slice(1)
      .filter((word) => /^\p{Lu}/u.test(word) && word !== 'Supreme' && word.toLowerCase() !== head)
      .map((word) => word.replace(/['’]s$/, ''))
    const agrees = (person: Person) =>
      said.length === 0 || said.some((word) => person.of.has(word) || person.words.includes(word))
    const title = `the one with the title “${head}”`
    for (const { person } of this.#cast.before(at))
      if (person.roles.has(head) && agrees(person) && !person.place) return found(person, 'person', title, sure.title)
    const after = this.#cast.withRole(head).filter((person) => agrees(person) && !person.place)
    if (after.length === 1) return found(after[0]!, 'person', title, sure.title)
    // A complement ("the head of the union") names somebody else than the one in mind.
    if (words.some((word) => /^(?:of|for|at|from)$/.test(word)) && said.length === 0) return undefined
    const family = roleFamilies.get(head)
    for (const seen of this.#cast.before(at, lookBack.names)) {
      const { person } = seen
      if (block - seen.block > 2) break
      if (!person.person || person.body || person.place) continue
      if (!(seen.subject || this.#last?.resolved.person === person)) continue
      const known = [...person.roles].flatMap((role) => [...(roleFamilies.get(role) ?? [])])
      if (known.length > 0 && !known.some((one) => family?.has(one))) continue
      return found(person, 'person', 'the person the story was with', sure.lastPerson)
    }
    return undefined
  }

  /** "A Hamilton nurse says …" opens a story whose next paragraph names her. */
  #introduced(phrase: SpeakerPhrase, at: number, block: number): Resolved | undefined {
    if (block > leadBlocks || !phrase.head || !personRoles.has(phrase.head)) return undefined
    for (const seen of this.#cast.seen) {
      const { person } = seen
      if (person.body || person.place || !person.person) continue
      if (seen.at < at && seen.block > 0) return undefined
      if (seen.block > block + 1) return undefined
      if (seen.at > at && seen.subject) return found(person, 'person', 'named in the paragraph after', sure.lastPerson)
    }
    return undefined
  }

  #pronoun(phrase: SpeakerPhrase, at: number, block: number, answers: boolean): Resolved | undefined {
    const pronoun = phrase.pronoun!
    if (phrase.antecedent) {
      const whom = this.#resolve(phrase.antecedent, at, block, false)
      return { ...whom, rule: `the one before “${pronoun}”`, confidence: Math.min(whom.confidence, sure.who) }
    }
    const sex = malePronouns.has(pronoun) ? 'he' : femalePronouns.has(pronoun) ? 'she' : undefined
    if (sex) return this.#somebody(pronoun, sex, at, block, answers)
    if (/^(?:they|their)$/.test(pronoun)) {
      if (this.#lastGroup && block - this.#lastGroup.block <= 2)
        return { ...this.#lastGroup.resolved, rule: '“they”: the last group that spoke', confidence: sure.group }
      return undefined
    }
    if (/^(?:it|its)$/.test(pronoun)) {
      const last = this.#last
      if (last && block - last.block <= 2 && (last.resolved.kind === 'body' || last.resolved.kind === 'document'))
        return { ...last.resolved, rule: '“it”: the last body that spoke', confidence: sure.group }
      for (const seen of this.#cast.before(at, 6)) {
        if (block - seen.block > 1) break
        if (seen.person.body && seen.subject)
          return found(seen.person, 'body', '“it”: the body named last', sure.lastPerson)
      }
    }
    return undefined
  }

  #somebody(pronoun: string, sex: Sex, at: number, block: number, answers: boolean): Resolved | undefined {
    let best: Person | undefined
    let bestScore = -Infinity
    let steps = 0
    const last = this.#last?.resolved
    for (const seen of this.#cast.before(at)) {
      if (++steps > lookBack.names || block - seen.block > lookBack.blocks) break
      const { person } = seen
      if (person.body || person.place || (person.sex && person.sex !== sex)) continue
      const leaning = Math.sign(person.leaning) * (sex === 'he' ? 1 : -1)
      const score =
        (person.person ? weigh.person : person.words.length === 1 ? weigh.loneName : 0) +
        (seen.subject ? weigh.subject + (seen.block === block ? weigh.here : 0) : 0) +
        (person.sex === sex ? weigh.sameSex : weigh.leaning * leaning) +
        (last?.person === person ? (answers ? -weigh.lastSpeaker : weigh.lastSpeaker) : 0) -
        weigh.step * steps -
        weigh.block * (block - seen.block)
      if (score > bestScore) {
        best = person
        bestScore = score
      }
    }
    if (
      last?.person &&
      last.person !== best &&
      !answers &&
      (!best || (!best.person && last.kind === 'person')) &&
      (!last.person.sex || last.person.sex === sex)
    )
      best = last.person
    if (best) {
      best.sex ??= sex
      best.person = true
      return found(best, 'person', `“${pronoun}”: the nearest person who fits`, sure.pronoun)
    }
    if (last?.kind === 'person' && !last.person?.place && block - this.#last!.block <= 2)
      return { ...last, rule: `“${pronoun}”: the last person who spoke`, confidence: sure.group }
    return undefined
  }
}

const found = (person: Person, kind: SpeakerKind, rule: string, confidence: number): Resolved => ({
  speaker: person.name,
  kind: person.body || person.place ? (kind === 'group' ? 'group' : 'body') : kind,
  reference: person.reference,
  rule,
  confidence,
  person,
})
