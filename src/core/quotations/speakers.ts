import type { Range } from '../manuscript'
import type { Candidate } from './candidate'
import { Cast, sexOf, type Mention, type Person, type SpeakerPhrase } from './people'
import type { NotQuotation, SpeakerKind } from './types'
import { bodyNouns, groupNouns, personRoles } from './words'

/** A candidate with its speaker read. Offsets are into the block's text. */
export interface Said extends Candidate {
  order: number
  phrase?: SpeakerPhrase
  agencyCode?: string
  label?: NotQuotation['kind']
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

interface Seen {
  at: number
  block: number
  person: Person
  subject: boolean
}

/** How much each sign counts when a pronoun looks for its name. Hand-set: the last speaker and subjects come first. */
const weigh = { person: 3, subject: 1.5, lastSpeaker: 2.5, sameSex: 1, step: 0.5, block: 1, loneName: -1.5 }
const lookBack = 24
/** Nouns that speak in a headline without a name: "Police: …", "Minister: …". */
const sourceHeads = new Set([...personRoles, ...groupNouns, ...bodyNouns, 'report', 'poll', 'study', 'survey'])

/** Follows a story in reading order and says whom each speaker phrase means. */
export class SpeakerResolver {
  readonly #cast = new Cast()
  readonly #seen: Seen[] = []
  #last: { resolved: Resolved; block: number } | undefined
  #lastGroup: Resolved | undefined

  constructor(blocks: readonly { mentions: readonly Mention[]; start: number }[]) {
    // Twice: a headline's surname must find the full name that only the text gives.
    for (const { mentions, start } of blocks) for (const mention of mentions) this.#cast.add(mention, start)
    for (const [block, { mentions, start }] of blocks.entries())
      for (const mention of mentions) {
        const person = this.#cast.find(mention.words)
        if (person) this.#seen.push({ at: start + mention.start, block, person, subject: mention.subject })
      }
  }

  /** Whether a headline's phrase names somebody the story tells of: a person, or a name that comes again. */
  knows(phrase: SpeakerPhrase): boolean {
    if (!phrase.mention) return phrase.head !== undefined && sourceHeads.has(phrase.head)
    const person = this.#cast.find(phrase.mention.words)
    return person !== undefined && (person.person || person.times > 1)
  }

  /** Whom the phrase that stands at `where` (story offsets) in block `block` means. */
  resolve(phrase: SpeakerPhrase, where: Range, block: number): Resolved {
    const resolved: Resolved = { ...this.#resolve(phrase, where.start, block), at: where }
    this.#last = { resolved, block }
    if (resolved.kind === 'group') this.#lastGroup = resolved
    return resolved
  }

  #resolve(phrase: SpeakerPhrase, at: number, block: number): Resolved {
    const plain: Resolved = {
      speaker: phrase.text,
      kind: phrase.kind,
      rule: 'as it stands',
      confidence: phrase.pronoun ? 0.3 : 0.9,
    }
    if (phrase.pronoun) return this.#pronoun(phrase.pronoun, at, block) ?? plain
    if (phrase.mention && phrase.kind !== 'group') {
      const headless = phrase.head !== undefined && phrase.kind !== 'body'
      if (!headless) {
        const person = this.#cast.find(phrase.mention.words)
        if (person && phrase.kind !== 'body') {
          person.person ||= phrase.kind === 'person'
          return {
            speaker: person.name,
            kind: person.body ? 'body' : phrase.kind,
            reference: person.reference,
            rule: person.words.length > phrase.mention.words.length ? 'fuller name in the story' : 'named',
            confidence: 0.95,
            person,
          }
        }
        return { ...plain, rule: 'named' }
      }
    }
    if (phrase.definite && phrase.head && personRoles.has(phrase.head)) {
      const holder = this.#holder(phrase, at)
      if (holder)
        return {
          speaker: holder.name,
          kind: 'person',
          reference: holder.reference,
          rule: `the one with the title “${phrase.head}”`,
          confidence: 0.8,
          person: holder,
        }
      if (
        this.#last &&
        this.#last.resolved.person?.person &&
        block - this.#last.block <= 1 &&
        phrase.text.split(' ').length <= 3
      )
        return { ...this.#last.resolved, rule: 'the last person who spoke', confidence: 0.5 }
    }
    return plain
  }

  /** The nearest person before who has this role or title; the phrase's capitalised words must agree with what is known. */
  #holder(phrase: SpeakerPhrase, at: number): Person | undefined {
    const said = phrase.text
      .split(' ')
      .slice(1, -1)
      .filter((word) => /^\p{Lu}/u.test(word) && word !== 'Supreme')
    let fallback: Person | undefined
    for (const { at: where, person } of this.#backwards(at)) {
      if (!person.roles.has(phrase.head!) || where >= at) continue
      if (said.length === 0 || said.some((word) => person.of.has(word))) return person
      fallback ??= undefined
    }
    if (fallback) return fallback
    const after = this.#cast.people.filter(
      (person) => person.roles.has(phrase.head!) && (said.length === 0 || said.some((word) => person.of.has(word))),
    )
    return after.length === 1 ? after[0] : undefined
  }

  *#backwards(at: number): Generator<Seen> {
    let low = 0
    let high = this.#seen.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#seen[middle]!.at < at) low = middle + 1
      else high = middle
    }
    for (let index = low - 1; index >= 0 && index >= low - 80; index--) yield this.#seen[index]!
  }

  #pronoun(pronoun: string, at: number, block: number): Resolved | undefined {
    const sex = sexOf(pronoun)
    if (/^(?:who|which|that)$/.test(pronoun)) {
      for (const { person, at: where } of this.#backwards(at)) {
        if (at - where > 120) break
        return {
          speaker: person.name,
          kind: person.body ? 'body' : 'person',
          reference: person.reference,
          rule: 'the name before “who”',
          confidence: 0.7,
          person,
        }
      }
      return undefined
    }
    if (sex) {
      let best: Person | undefined
      let bestScore = -Infinity
      let steps = 0
      for (const seen of this.#backwards(at)) {
        if (++steps > lookBack || block - seen.block > 6) break
        const { person } = seen
        if (person.body || (person.sex && person.sex !== sex)) continue
        const score =
          (person.person ? weigh.person : person.words.length === 1 ? weigh.loneName : 0) +
          (seen.subject ? weigh.subject : 0) +
          (person.sex === sex ? weigh.sameSex : 0) +
          (this.#last?.resolved.person === person ? weigh.lastSpeaker : 0) -
          weigh.step * steps -
          weigh.block * (block - seen.block)
        if (score > bestScore) {
          best = person
          bestScore = score
        }
      }
      const last = this.#last?.resolved
      if (
        last?.person &&
        last.person !== best &&
        (!best || (!best.person && last.kind === 'person')) &&
        (!last.person.sex || last.person.sex === sex)
      )
        best = last.person
      if (best) {
        best.sex ??= sex
        best.person = true
        return {
          speaker: best.name,
          kind: 'person',
          reference: best.reference,
          rule: `“${pronoun}”: the nearest person who fits`,
          confidence: 0.7,
          person: best,
        }
      }
      if (last?.kind === 'person' && block - this.#last!.block <= 2)
        return { ...last, rule: `“${pronoun}”: the last person who spoke`, confidence: 0.6 }
      return undefined
    }
    if (pronoun === 'they' && this.#lastGroup)
      return { ...this.#lastGroup, rule: '“they”: the last group that spoke', confidence: 0.6 }
    if (
      pronoun === 'it' &&
      this.#last &&
      (this.#last.resolved.kind === 'body' || this.#last.resolved.kind === 'document')
    )
      return { ...this.#last.resolved, rule: '“it”: the last body that spoke', confidence: 0.6 }
    return undefined
  }

  /** Whose word it still is in this block: the one who spoke last, when that was close before. A run of quotations keeps it alive. */
  goesOn(block: number): Resolved | undefined {
    if (!this.#last || block - this.#last.block > 2) return undefined
    this.#last.block = block
    return this.#last.resolved
  }
}
