import { stands, type Anchor, type Decision, type Ruling } from '../annotations'
import type { Range } from '../manuscript'
import { wordsKey } from './words'

/** The rulings that stand, by what they are on: an utterance's words, or a finding's cause. Revoked ones are left out. */
export interface Rulings {
  /** Newest last. */
  on(key: string): readonly Decision[]
  /** The ruling that settles a finding, by rule and cause. */
  settling(rule: string, cause: string): Decision | undefined
  /** Rulings whose words stand in the story without being a quotation yet: somebody said they are one. */
  made: readonly Decision[]
  /** Every confirmation, newest last. */
  confirmed: readonly Decision[]
  /** What a name is called after people merged and put right names. */
  named(name: string): string
  /** Rulings on names, newest last. */
  names: readonly (Decision & { ruling: Extract<Ruling, { kind: 'speaker-name' }> })[]
}

type Kind = Ruling['kind']
const onFindings: ReadonlySet<Kind> = new Set<Kind>(['waive', 'acknowledge', 'wrong-alarm'])

/**
 * Sorts decisions by what they rule on. One decision covers every appearance of the same words, so rulings on quotations
 * are known by the words they were given on (as seen then, else as the anchor has them).
 */
export function sortRulings(decisions: readonly Decision[]): Rulings {
  const byWords = new Map<string, Decision[]>()
  const byCause = new Map<string, Decision>()
  const made: Decision[] = []
  const confirmed: Decision[] = []
  const names: Rulings['names'][number][] = []
  for (const decision of decisions) {
    if (decision.revoked) continue
    const { ruling, anchor } = decision
    if (onFindings.has(ruling.kind)) {
      const { rule, cause } = ruling as { rule: string; cause: string }
      byCause.set(`${rule}\n${cause}`, decision)
      continue
    }
    if (ruling.kind === 'speaker-name') {
      names.push({ ...decision, ruling })
      continue
    }
    if (!anchor) continue
    if (ruling.kind === 'is-a-quotation') made.push(decision)
    if (confirms(decision)) confirmed.push(decision)
    for (const key of keysOf(decision)) byWords.set(key, [...(byWords.get(key) ?? []), decision])
  }
  return {
    on: (key) => byWords.get(key) ?? [],
    settling: (rule, cause) => byCause.get(`${rule}\n${cause}`),
    made,
    confirmed,
    named: (name) => names.reduce((now, { ruling }) => (ruling.from === now ? ruling.to : now), name),
    names,
  }
}

const confirms = ({ ruling }: Decision) => ruling.kind === 'confirm' || ruling.kind === 'accept'

/**
 * The words a ruling holds for. A confirmation holds for the words as they were seen and no others; what else was said of
 * a quotation goes on with its words when they are edited.
 */
function keysOf(decision: Decision): Set<string> {
  const { anchor, seen } = decision
  const words = confirms(decision) && seen ? [seen.words] : [anchor?.exact, seen?.words]
  return new Set(words.filter((one) => one !== undefined).map(wordsKey))
}

/** The places a decision was given on that still stand in a text, each with the cue seen there. */
export function placesOf(text: string, { anchor, also, seen }: Decision): { anchor: Anchor; cue?: string }[] {
  const first = anchor ? [{ anchor, ...(seen?.cue === undefined ? {} : { cue: seen.cue }) }] : []
  return [...first, ...(also ?? [])].filter((place) => stands(text, place.anchor))
}

/** The last ruling of a kind. */
export function last<K extends Kind>(
  decisions: readonly Decision[],
  ...kinds: K[]
): (Decision & { ruling: Extract<Ruling, { kind: K }> }) | undefined {
  return decisions.findLast(({ ruling }) => (kinds as Kind[]).includes(ruling.kind)) as
    (Decision & { ruling: Extract<Ruling, { kind: K }> }) | undefined
}

/** Whether two ranges share a character. */
export const touch = (a: Range, b: Range) => a.start < b.end && b.start < a.end
