import { blockAt, type BlockType, type StoryText } from '../manuscript'
import type { Quotation } from '../quotations'
import type { QuotationState, ReviewedQuotation, Utterance } from './types'

// Where a quotation is cut down to a few of its words.
const display: ReadonlySet<BlockType> = new Set(['headline', 'standfirst', 'caption', 'pullQuote'])

/** Whether a place is in text that is set large above or beside the story. */
export const inDisplay = (story: StoryText, at: number): boolean => {
  const block = blockAt(story, at)
  return block !== undefined && display.has(block.type)
}

/** Whether a wording is part of a longer one; both as keys. */
export const partOf = (key: string, whole: string): boolean =>
  whole.length > key.length && ` ${whole} `.includes(` ${key} `)

/**
 * The utterance each quotation belongs to, by its id: appearances of the same words are one, the linked parts of one
 * quotation are one, and words in a headline, standfirst, caption or pull quote that are part of what the body quotes
 * belong to that.
 */
export function utteranceKeys(
  story: StoryText,
  quotations: readonly { quotation: Quotation; key: string }[],
): Map<string, string> {
  const spoken = quotations.filter(({ quotation }) => quotation.type !== 'indirect')
  const longest = [...spoken].sort((a, b) => b.key.length - a.key.length)
  const groupOf = new Map<string, string>()
  const keys = new Map<string, string>()
  for (const { quotation, key } of spoken) {
    const whole = inDisplay(story, quotation.start) ? longest.find((other) => partOf(key, other.key)) : undefined
    const wanted = whole?.key ?? key
    const { utterance } = quotation
    const linked = utterance === undefined ? undefined : groupOf.get(`utterance ${utterance}`)
    const group = linked ?? groupOf.get(`words ${wanted}`) ?? wanted
    groupOf.set(`words ${wanted}`, group)
    groupOf.set(`words ${key}`, group)
    if (utterance !== undefined) groupOf.set(`utterance ${utterance}`, group)
    keys.set(quotation.id, group)
  }
  return keys
}

/**
 * Who says each utterance: the speaker a person set at one of its places, else the first found in running text, else in
 * display text, where a country or an office may stand for its holder.
 */
export function utteranceSpeakers(
  story: StoryText,
  quotations: readonly { quotation: Quotation; speaker?: string; set: boolean }[],
  keys: ReadonlyMap<string, string>,
): Map<string, string> {
  const speakers = new Map<string, string>()
  const rank = ({ set, quotation }: { set: boolean; quotation: Quotation }) =>
    set ? 0 : inDisplay(story, quotation.start) ? 2 : 1
  for (const { quotation, speaker } of [...quotations].sort((a, b) => rank(a) - rank(b))) {
    const key = keys.get(quotation.id)
    if (key !== undefined && speaker !== undefined && !speakers.has(key)) speakers.set(key, speaker)
  }
  return speakers
}

const need: Record<QuotationState, number> = {
  altered: 0,
  'check-again': 1,
  open: 2,
  attributed: 3,
  matched: 4,
  checked: 5,
}

/** Quotations in marks by utterance, in the order of the text. Reported speech without marks is nobody's utterance. */
export function groupUtterances(
  quotations: readonly ReviewedQuotation[],
  keys: ReadonlyMap<string, string>,
  speakers: ReadonlyMap<string, string>,
): Utterance[] {
  const groups = new Map<string, ReviewedQuotation[]>()
  for (const one of quotations) {
    const key = keys.get(one.quotation.id)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.entries()].map(([key, members]) => {
    const speaker = speakers.get(key)
    const states = members.map(({ state }) => state)
    const checked = states.includes('checked') && states.every((state) => need[state] >= need.attributed)
    const state = checked ? 'checked' : states.reduce((a, b) => (need[b] < need[a] ? b : a))
    return { key, state, quotations: members, ...(speaker === undefined ? {} : { speaker }) }
  })
}
