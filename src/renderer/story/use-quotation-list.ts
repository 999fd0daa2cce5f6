import { useEffect, useMemo, useRef, useState } from 'react'
import { plainText, type Manuscript, type Range } from '@core/manuscript'
import type { Chosen } from './desk-view'
import {
  counts,
  inFilter,
  itemsOf,
  keepOrder,
  successor,
  touches,
  type Filter,
  type Item,
  type Shown,
} from './quotation-list'
import type { OpenStory, StoryNow } from './store'

/** The list of quotations as it stands on the screen: its filter, its lines in the order they keep, the chosen one. */
export interface QuotationList {
  filter: Filter
  setFilter: (filter: Filter) => void
  /** The lines on show. */
  items: readonly Item[]
  /** Every line, whatever the filter. */
  all: readonly Item[]
  counts: Record<Filter, number>
  chosen: Item | undefined
}

/**
 * Keeps the list of quotations in place: a line that was decided stays where it is, and stays on show until another
 * filter is chosen; where the chosen words are edited, the choice goes with them.
 */
export function useQuotationList(
  story: OpenStory,
  { known, decisions }: StoryNow,
  chosen: Chosen | undefined,
  choose: (chosen: Chosen | undefined) => void,
): QuotationList {
  const [view, setView] = useState<OnShow>({ filter: 'all', order: [], places: new Map(), of: undefined, sources: '' })
  // Anchors move with every key and their decisions with them; only what was decided or taken back makes another list.
  const knew = useMemo(() => new Set(known?.decisions.map(({ id }) => id)), [known])
  const fresh = decisions.filter(({ id, revoked }) => !revoked && !knew.has(id))
  const decided = fresh.map(({ id }) => id).join()
  const all = useMemo(
    () => (known ? itemsOf(known.assessment, plainText(known.of), fresh) : []),
    // `decided` stands for the fresh decisions.
    [known, decided],
  )
  // Where the lines on show stand in the text that is analysed now.
  const shown = useMemo((): Shown[] => {
    const { of, order, places } = view
    const moved = (range: Range | undefined) => (range && of && known ? story.rangeIn(of, range, known.of) : undefined)
    return order.map((key) => ({ key, now: of === known?.of ? places.get(key) : moved(places.get(key)) }))
  }, [story, view, known])
  // A source that comes or goes is somebody's own act, and tells anew of every quotation: the list is laid out anew.
  const sources = known ? known.sources.map(({ id }) => id).join() : view.sources
  const order = useMemo(() => {
    if (sources !== view.sources) return inFilter(all, view.filter).map(({ key }) => key)
    const held = new Set(inFilter(all, view.filter).map(({ key }) => key))
    const before = new Set(view.order)
    const lost = shown.flatMap(({ key, now }) => (now && !all.some((item) => item.key === key) ? [now] : []))
    // What is on show stays on show, also under its new words, until another filter is chosen.
    const stays = ({ key, places }: Item) =>
      held.has(key) || before.has(key) || places.some((place) => lost.some((one) => touches(place, one)))
    return keepOrder(shown, all.filter(stays))
  }, [all, view, shown, sources])
  if (known && (known.of !== view.of || sources !== view.sources || order.join('\n') !== view.order.join('\n')))
    setView({ filter: view.filter, order, places: placesOf(all), of: known.of, sources })

  const items = useMemo(() => {
    const byKey = new Map(all.map((item) => [item.key, item]))
    return order.flatMap((key) => byKey.get(key) ?? [])
  }, [all, order])

  const key = chosen?.kind === 'utterance' ? chosen.key : undefined
  const item = key === undefined ? undefined : all.find((one) => one.key === key)
  // Before the list goes on, the choice does: to the new words of its line, or to the line that moved up.
  const lost = key !== undefined && known !== undefined && !item
  const next = lost && view.order.includes(key) ? successor(shown, key, order) : undefined
  const last = useRef<string>(undefined)
  if (next !== undefined) last.current = next
  useEffect(() => {
    if (lost) choose(last.current === undefined ? undefined : { kind: 'utterance', key: last.current })
    last.current = undefined
  }, [lost, choose])

  const { filter } = view
  const of = known?.of
  return useMemo(
    () => ({
      filter,
      setFilter: (to) =>
        setView({ filter: to, order: inFilter(all, to).map((one) => one.key), places: placesOf(all), of, sources }),
      items,
      all,
      counts: counts(all),
      chosen: item,
    }),
    [filter, items, all, item, of, sources],
  )
}

/** What is on show: its lines in their order, and where each first stood in the text it was of. */
interface OnShow {
  filter: Filter
  order: readonly string[]
  places: ReadonlyMap<string, Range>
  of: Manuscript | undefined
  /** Ids of the sources that were attached. */
  sources: string
}

const placesOf = (items: readonly Item[]) =>
  new Map(items.flatMap(({ key, places: [first] }): [string, Range][] => (first ? [[key, first]] : [])))
