import { blockAt, type BlockType, type StoryText } from '../manuscript'
import type { JudgedQuotation } from '../policy'
import type { QuotationState, ReviewedQuotation, Utterance } from './types'

// Where a quotation is cut down to a few of its words.
const display: ReadonlySet<BlockType> = new Set(['headline', 'standfirst', 'caption', 'pullQuote'])

/**
 * The utterance each quotation belongs to, by its id: appearances of the same words are one, the linked parts of one
 * quotation are one, and words in a headline, standfirst, caption or pull quote that are part of what the body quotes
 * belong to that.
 */
export function utteranceKeys(story: StoryText, quotations: readonly JudgedQuotation[]): Map<string, string> {
  const spoken = quotations.filter(({ quotation }) => quotation.type !== 'indirect')
  const longest = [...spoken].sort((a, b) => b.key.length - a.key.length)
  const groupOf = new Map<string, string>()
  const keys = new Map<string, string>()
  for (const { quotation, key } of spoken) {
    const block = blockAt(story, quotation.start)
    const whole =
      block && display.has(block.type)
        ? longest.find((other) => other.key.length > key.length && ` ${other.key} `.includes(` ${key} `))
        : undefined
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
): Utterance[] {
  const groups = new Map<string, ReviewedQuotation[]>()
  for (const one of quotations) {
    const key = keys.get(one.quotation.id)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.entries()].map(([key, members]) => {
    const speaker = members.find((one) => one.speaker)?.speaker
    // A place without a speaker, or nobody's yet, is covered by the place that has him.
    const counted = members.filter(({ state }) => !(state === 'open' && speaker !== undefined))
    const states = (counted.length > 0 ? counted : members).map(({ state }) => state)
    const checked = states.includes('checked') && states.every((state) => need[state] >= need.attributed)
    const state = checked ? 'checked' : states.reduce((a, b) => (need[b] < need[a] ? b : a))
    return { key, state, quotations: members, ...(speaker === undefined ? {} : { speaker }) }
  })
}
