import type { Part } from '../manuscript'
import { htmlParts } from './html'
import { listed, lowerKeys, ninjsData, words } from './ninjs'
import type { ReadStory } from './types'
import { together, wireStory } from './wire-item'
import { linesParts } from './wire-lines'

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The items of an answer of AP's Media API (`/content`, `/content/feed`); undefined when a value is none. */
export function apItems(value: Fields): Fields[] | undefined {
  const data = value.data
  if (!isObject(data)) return undefined
  const entries: unknown[] = Array.isArray(data.items) ? data.items : [data]
  const items = entries.slice(0, 500).flatMap((entry) => (isObject(entry) && isObject(entry.item) ? [entry.item] : []))
  return items.length > 0 ? items : undefined
}

/**
 * Reads what AP's Media API answers: the fields of an item, its headline, and the words that stand in it. The text itself
 * is a file of its own in NITF, which the answer only points to.
 */
export function readApMedia(items: readonly Fields[]): ReadStory {
  return together(items.map((item) => itemStory(lowerKeys(item))))
}

function itemStory(fields: Fields): ReadStory {
  const remarks: string[] = []
  const text = (key: string) => words(fields[key])
  const picture = text('type') !== undefined && text('type') !== 'text'
  const ids = isObject(fields.altids) ? lowerKeys(fields.altids) : {}
  const credit = text('description_creditline')
  const caption = text('description_caption')
  const figure = { alt: '' }
  const told = ['body_nitf', 'body_html', 'body_text'].find((key) => typeof fields[key] === 'string')
  const parts: Part[] = []
  if (told) {
    const { parts: found, remarks: more } = htmlParts(String(fields[told]))
    parts.push(...found)
    remarks.push(...more)
  } else if (picture && caption) {
    parts.push(...linesParts([caption], 'caption').map((part) => ({ ...part, figure })))
    // Captions of AP mostly end with the credit.
    if (credit && !caption.endsWith(')')) parts.push(...linesParts([credit], 'photoCredit'))
  } else {
    const summary = text('description_summary') ?? caption ?? text('headline_extended')
    parts.push(...linesParts(summary ? [summary] : []))
    remarks.push('AP sends the text of an item as a file of its own in NITF: bring that in to have it.')
  }
  const data = ninjsData(fields)
  return wireStory(
    'ap-media',
    { headline: text('headline') ?? text('title'), byline: listed(fields.bylines) ?? text('byline') },
    parts,
    {
      ...data,
      agency: data.agency ?? 'AP',
      credit,
      // In pictures it holds numbers for machines.
      ...(data.editorsNote && !/\p{L}{2}/u.test(data.editorsNote) ? { editorsNote: undefined } : {}),
      // The address changes with every answer; the id is the item's own.
      item: words(ids.itemid) ?? data.item,
      photoCredits: picture && credit ? [credit] : [],
    },
    remarks,
  )
}
