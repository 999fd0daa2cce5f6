import { wordsKey, wordsOf, type Assessment, type QuotationState, type Utterance } from '@core/analysis'
import type { Decision, NotQuotationKind } from '@core/annotations'
import type { PlainText, Range } from '@core/manuscript'

export type Filter = 'all' | 'to-decide' | 'altered' | 'matched' | 'checked' | 'not'
export type ItemState = QuotationState | 'not'

/** One line of the list: an utterance, or words in marks that nobody said. Ranges are into the analysed text. */
export interface Item {
  /** The folded words: the same while the words are, whether they are a quotation or not. */
  key: string
  state: ItemState
  words: string
  places: readonly Range[]
  utterance?: Utterance
  not?: { kind: NotQuotationKind; why: string; decision?: Decision }
}

export const filterTitles: Record<Filter, string> = {
  all: 'All',
  'to-decide': 'To decide',
  altered: 'Altered',
  matched: 'Matched',
  checked: 'Checked',
  not: 'Not quotations',
}

/** Whether somebody must look: no speaker, other words than the source, or changed since it was checked. */
export const needs = (utterance: Utterance): boolean =>
  utterance.state === 'open' || utterance.state === 'altered' || utterance.state === 'check-again'

/** Whether a person has not ruled on it yet. */
export const isUndecided = ({ state }: Item): boolean => state !== 'checked' && state !== 'not'

const holds: Record<Filter, (item: Item) => boolean> = {
  all: ({ state }) => state !== 'not',
  'to-decide': isUndecided,
  altered: ({ state }) => state === 'altered',
  matched: ({ state }) => state === 'matched',
  checked: ({ state }) => state === 'checked',
  not: ({ state }) => state === 'not',
}

export const inFilter = (items: readonly Item[], filter: Filter): Item[] => items.filter(holds[filter])

export const counts = (items: readonly Item[]): Record<Filter, number> =>
  Object.fromEntries(
    (Object.keys(holds) as Filter[]).map((filter) => [filter, inFilter(items, filter).length]),
  ) as Record<Filter, number>

// Exceptions first, then what may be accepted together, then what is done; as in the text within each.
const turn: Record<ItemState, number> = {
  altered: 0,
  'check-again': 0,
  open: 0,
  attributed: 0,
  matched: 1,
  checked: 2,
  not: 3,
}

/**
 * The lines of a story, in the order a review goes through them. `fresh` are decisions the assessment does not know of
 * yet: what they rule on is shown as ruled at once.
 */
export function itemsOf(assessment: Assessment, text: PlainText, fresh: readonly Decision[] = []): Item[] {
  const ruled = new Map<string, Decision>()
  for (const decision of fresh) if (decision.seen) ruled.set(wordsKey(decision.seen.words), decision)
  const items = assessment.utterances.map((utterance): Item => {
    const { key, state, quotations } = utterance
    const whole = quotations.reduce((a, b) =>
      wordsOf(text, b.quotation).length > wordsOf(text, a.quotation).length ? b : a,
    )
    const words = wordsOf(text, whole.quotation)
    const places = quotations.map(({ quotation: { fragments, start, end } }) => ({
      start: fragments[0]?.start ?? start,
      end: fragments.at(-1)?.end ?? end,
    }))
    const decision = ruled.size > 0 ? ruled.get(wordsKey(words)) : undefined
    if (decision?.ruling.kind === 'not-a-quotation') {
      const not = { kind: decision.ruling.as, why: `${decision.by} said so`, decision }
      // Only what is in marks: a mixed quotation reaches over the words around it.
      const inMarks = quotations.flatMap(({ quotation }) =>
        quotation.fragments.length > 0 ? quotation.fragments : [{ start: quotation.start, end: quotation.end }],
      )
      return { key, state: 'not', words, places: inMarks, not }
    }
    const accepted = decision?.ruling.kind === 'confirm' || decision?.ruling.kind === 'accept'
    return { key, state: accepted ? 'checked' : state, words, places, utterance }
  })
  const nots = new Map<string, Item & { places: Range[] }>()
  for (const { start, end, kind, why, decision } of assessment.notQuotations) {
    const words = text.text.slice(start, end)
    const key = wordsKey(words)
    const known = nots.get(key)
    if (known) known.places.push({ start, end })
    else
      nots.set(key, {
        key,
        state: 'not',
        words,
        places: [{ start, end }],
        not: { kind, why, ...(decision ? { decision } : {}) },
      })
  }
  return [...items, ...nots.values()].toSorted(
    (a, b) => turn[a.state] - turn[b.state] || a.places[0]!.start - b.places[0]!.start,
  )
}

/** A line as it was on show: its words, and where its first place stands now in the text, if its words are there. */
export interface Shown {
  key: string
  now: Range | undefined
}

/**
 * The order a list keeps while its lines change under somebody's hand: known lines stay where they are; one whose words
 * were edited keeps its line under its new words; gone ones leave; a new one comes after the line it would stand after.
 */
export function keepOrder(shown: readonly Shown[], items: readonly Item[]): string[] {
  const keys = items.map(({ key }) => key)
  const there = new Set(keys)
  const placed = new Set(shown.filter(({ key }) => there.has(key)).map(({ key }) => key))
  const order = shown.flatMap(({ key, now }) => {
    if (there.has(key)) return [key]
    const heir = now && items.find((item) => !placed.has(item.key) && item.places.some((place) => touches(place, now)))
    if (!heir) return []
    placed.add(heir.key)
    return [heir.key]
  })
  keys.forEach((key, at) => {
    if (placed.has(key)) return
    const before = keys.slice(0, at).findLast((one) => placed.has(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
    placed.add(key)
  })
  return order
}

/**
 * The line that is chosen after `key` is there no more: the one that took its line in the list, under new words or by
 * moving up. `order` is the list after the change, `shown` before it.
 */
export function successor(shown: readonly Shown[], key: string, order: readonly string[]): string | undefined {
  const at = Math.max(
    0,
    shown.findIndex((one) => one.key === key),
  )
  return order[at] ?? order.at(-1)
}

/** The next line after `key` that nobody ruled on, going round at the end; never `key` itself. */
export function nextToDecide(items: readonly Item[], key: string): Item | undefined {
  const at = items.findIndex((item) => item.key === key)
  return [...items.slice(at + 1), ...items.slice(0, Math.max(0, at))].find(isUndecided)
}

/** Whether two ranges meet. */
export const touches = (a: Range, b: Range) => a.start <= b.end && b.start <= a.end
