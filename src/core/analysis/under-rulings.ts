import type { StoryText } from '../manuscript'
import type { NotQuotation, Quotation } from '../quotations'
import { last, placesOf, touch, type Rulings } from './rulings'
import type { Assessment } from './types'
import { inDisplay, partOf } from './utterances'
import { wordsKey, wordsOf } from './words'

/** What the finder found, after people said what is a quotation and what is none. */
export function underRulings(
  story: StoryText,
  quotations: readonly Quotation[],
  notQuotations: readonly NotQuotation[],
  rulings: Rulings,
): { quotations: Quotation[]; notQuotations: Assessment['notQuotations'] } {
  const kept: Quotation[] = []
  const put: Assessment['notQuotations'] = []
  const ruledOn = (words: string) => last(rulings.on(wordsKey(words)), 'not-a-quotation', 'is-a-quotation')
  for (const quotation of quotations) {
    const ruled = ruledOn(wordsOf(story, quotation))
    if (ruled?.ruling.kind === 'not-a-quotation') {
      // What is in marks; a mixed quotation reaches over the words around it.
      const ranges = quotation.fragments.length > 0 ? quotation.fragments : [quotation]
      for (const { start, end } of ranges)
        put.push({ start, end, kind: ruled.ruling.as, why: `${ruled.by} said so`, decision: ruled })
    } else kept.push(quotation)
  }
  const make = (start: number, end: number, rule: string) => {
    if (kept.some((quotation) => touch(quotation, { start, end }))) return
    kept.push({
      start,
      end,
      id: `m${start}`,
      type: 'direct',
      fragments: [{ start, end }],
      why: [{ rule }],
      confidence: 1,
    })
  }
  const spoken = kept.filter(({ type }) => type !== 'indirect').map((quotation) => wordsKey(wordsOf(story, quotation)))
  // One word in marks in a headline is no scare quote when somebody says it further down.
  const cutFromQuoted = ({ start, end, kind }: NotQuotation) => {
    if (kind !== 'scare' || !inDisplay(story, start)) return false
    const key = wordsKey(story.text.slice(start, end))
    return spoken.some((whole) => partOf(key, whole))
  }
  for (const label of notQuotations) {
    const ruled = ruledOn(story.text.slice(label.start, label.end))
    if (ruled?.ruling.kind === 'is-a-quotation') make(label.start, label.end, `${ruled.by} said so`)
    else if (!ruled && cutFromQuoted(label)) make(label.start, label.end, 'words of a quotation in the story')
    else put.push(label)
  }
  for (const decision of rulings.made) {
    for (const { anchor } of placesOf(story.text, decision)) {
      if (ruledOn(anchor.exact)?.ruling.kind === 'is-a-quotation')
        make(anchor.start, anchor.end, `${decision.by} said so`)
    }
  }
  kept.sort((a, b) => a.start - b.start || b.end - a.end)
  return { quotations: kept, notQuotations: put.sort((a, b) => a.start - b.start) }
}
