import { agenciesIn, agencyCode } from '../language'
import { compose, detectStructure, plainText, type Part, type Piece } from '../manuscript'
import type { SourceInput } from '../record'
import { embargoIn } from './embargo-words'
import { clean } from './xml'
import { ReadError, type FileType, type ReadStory } from './types'
import { tidy } from './words'

/** What a wire says of its item beside its text. `undefined` where it says nothing. */
export type WireData = {
  [Field in Exclude<keyof SourceInput, 'text' | 'file'>]?: SourceInput[Field] | undefined
}

// Longer than any note or terms that a wire sends; an attribute made to fill a disk meets these first.
const longestField = 20_000
const longestName = 300
const mostPhotoCredits = 50

interface WireHead {
  headline?: string | undefined
  standfirst?: string | undefined
  byline?: string | undefined
  /** What the item is about, where that is not displayed. */
  summary?: string | undefined
  /** The place the agency names apart from the text. */
  dateline?: string | undefined
}

/**
 * An item of a wire as a story and a source: the head, the editor's note as a notice, then the body. Words that the head
 * says and the body says again at its start (headline, dateline, summary) stand there once.
 */
export function wireStory(
  type: FileType,
  head: WireHead,
  body: readonly Part[],
  data: WireData,
  remarks: string[],
): ReadStory {
  const headline = clean(head.headline)
  const rest = withoutRepeated(withoutCode(body, remarks), headline)
  const opening = firstWords(rest)
  const standfirst = distinct(clean(head.standfirst), [headline, data.slug, opening])
  const dateline = clean(head.dateline)
  const note = clean(data.editorsNote)
  const summary = distinct(clean(head.summary), [headline, standfirst, opening])
  const parts: Part[] = [
    ...told('headline', headline),
    ...told('standfirst', standfirst),
    ...told('byline', clean(head.byline)),
    ...(dateline && opensWithPlace(opening, dateline) ? [] : told('dateline', dateline)),
    ...told('notice', summary),
  ]
  const embargo = data.embargo ?? embargoTold(note, body, data.at, remarks)
  if (data.status === 'killed' || data.status === 'withheld')
    remarks.push(`The agency marked this item as ${data.status}: nothing of it may run.`)
  const settled = headline ? withoutGuess(parts, rest) : rest
  const manuscript = compose([...parts, ...told('notice', note), ...settled])
  // The note is the agency's word on the item, kept in a field of its own; the item's text is what it sent to be read.
  const text = plainText(note ? compose([...parts, ...settled]) : manuscript).text.trim()
  return {
    type,
    manuscript,
    ...(data.slug ? { slug: data.slug.slice(0, 200) } : {}),
    wire: { ...fieldsOf({ ...data, headline: headline ?? data.headline, embargo }), text: text || withdrawal(data) },
    remarks,
  }
}

/** An embargo that is told in words to editors only: in the note, or in the notices above the text. */
function embargoTold(
  note: string | undefined,
  body: readonly Part[],
  sent: string | undefined,
  remarks: string[],
): string | undefined {
  const text = body.findIndex((part) => !isPiece(part) || part.type !== 'notice')
  const above = (text < 0 ? body : body.slice(0, text)).map((part) => (isPiece(part) ? pieceWords(part) : ''))
  const told = embargoIn([note ?? '', ...above].join('\n'), sent)
  if (told === 'no-hour') remarks.push('The agency speaks of an embargo; no hour could be read from its words.')
  return typeof told === 'object' ? told.until : undefined
}

/** A kill may come with nothing but the name of what it kills, and must be told all the same. */
function withdrawal({ status, editorsNote, slug, item }: WireData): string {
  if (status !== 'killed' && status !== 'withheld') return ''
  return clean(editorsNote) ?? clean(slug) ?? clean(item) ?? ''
}

function fieldsOf(data: WireData): Omit<SourceInput, 'text'> {
  const fields: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(data)) {
    if (Array.isArray(value)) {
      const words = [
        ...new Set(value.map((one) => clean(one)?.slice(0, longestName)).filter((one) => one !== undefined)),
      ]
      if (words.length > 0) fields[name] = words.slice(0, mostPhotoCredits)
    } else {
      const words = clean(value)?.slice(
        0,
        name === 'item' || name === 'previous' || name === 'version' ? longestName : longestField,
      )
      if (words && !(name === 'status' && words === 'usable')) fields[name] = words
    }
  }
  return fields
}

/** A line whose kind the wire tells. */
function told(type: NonNullable<Piece['type']>, words: string | undefined): Piece[] {
  const content = words ? tidy([{ text: words, marks: [] }]) : []
  return content.length > 0 ? [{ type, content }] : []
}

/** The body with no paragraph of it taken for a standfirst: a wire that tells its headline tells its standfirst too. */
function withoutGuess(head: readonly Part[], body: readonly Part[]): Part[] {
  if (head.some((part) => isPiece(part) && part.type === 'standfirst')) return [...body]
  let guessed: string | undefined
  compose([...head, ...body]).forEach((node) => {
    if (node.type.name === 'standfirst') guessed = node.textContent
  })
  return body.map((part) =>
    guessed !== undefined && isPiece(part) && part.type === undefined && pieceWords(part) === guessed
      ? { ...part, type: 'paragraph' }
      : part,
  )
}

const isPiece = (part: Part): part is Piece => !('nodeSize' in part)
const pieceWords = (piece: Piece): string => piece.content.map((node) => node.text ?? '').join('')

/** The body without paragraphs that hold nothing but tags, escaped as if they were words: code to set a page with. */
function withoutCode(body: readonly Part[], remarks: string[]): Part[] {
  const kept = body.filter((part) => !isPiece(part) || !/^\s*(?:<\/?[a-z][^<>]*>\s*)+$/i.test(pieceWords(part)))
  if (kept.length < body.length) remarks.push('Code for web pages that stood in the text was left out.')
  return kept
}

/** The body without the headline said again before its first paragraph; another heading there is a subhead. */
function withoutRepeated(body: readonly Part[], headline: string | undefined): Part[] {
  const prose = body.findIndex((part) => !isPiece(part) || part.type === undefined || part.type === 'paragraph')
  return body.flatMap((part, at): Part[] => {
    if (!isPiece(part) || (part.type !== 'headline' && part.type !== 'subhead')) {
      // A line of text that says it, as plain bodies open.
      const again = isPiece(part) && at === prose && body.length > 1 && headline && pieceWords(part) === headline
      return again ? [] : [part]
    }
    if (headline && (prose < 0 || at < prose) && folded(pieceWords(part)) === folded(headline)) return []
    return [part.type === 'headline' && headline ? { ...part, type: 'subhead', level: 2 } : part]
  })
}

const folded = (words: string) =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of the first paragraph. */
function firstWords(body: readonly Part[]): string {
  const first = body.find(
    (part): part is Piece =>
      isPiece(part) && (part.type === undefined || part.type === 'paragraph') && pieceWords(part).trim() !== '',
  )
  return first ? pieceWords(first) : ''
}

/** The words, unless one of the others says them already at its start. */
function distinct(words: string | undefined, others: readonly (string | undefined)[]): string | undefined {
  if (!words) return undefined
  const bare = folded(words)
  return others.some((other) => other && (folded(other) === bare || folded(other).startsWith(`${bare} `)))
    ? undefined
    : words
}

/** Whether a paragraph opens with a dateline of its own that names this place. */
function opensWithPlace(opening: string, dateline: string): boolean {
  const place = folded(dateline.split(/[,(]/)[0]!)
  if (place && folded(opening).startsWith(place)) return true
  return detectStructure(opening)[0]?.type === 'dateline'
}

/** The agency that the first of these names: by its code, else as it calls itself where that is a name and no address. */
export function agencyOf(names: readonly (string | undefined)[]): string | undefined {
  const given = names.map((name) => clean(name)).filter((name) => name !== undefined)
  for (const name of given) {
    const code = agencyCode(name) ?? agenciesIn(name).find(({ loose }) => !loose)?.code
    if (code) return code
  }
  return given
    .map((name) => name.replace(/^The\s+/, ''))
    .find((name) => name.length <= 30 && /^\p{L}[\p{L}\p{N} .&'’-]*$/u.test(name) && !/\.\w{2,4}$/.test(name))
}

const wireTypes: readonly string[] = ['nitf', 'newsml-g2', 'iptc7901', 'anpa', 'ap-media', 'ninjs']

/**
 * Whether what was read is an agency's item, so that a story made of it stands on it. ninjs is what content systems send
 * one another too, this desk's clean copies among them: there only an agency's name makes it wire.
 */
export function isAgencyItem({ type, wire }: { type: string; wire: SourceInput }): boolean {
  if (!wireTypes.includes(type) || wire.text.trim() === '') return false
  return type !== 'ninjs' || (wire.agency !== undefined && !wire.item?.startsWith('urn:writethru:'))
}

/** Several items of one message as one reading: the first, with the others beside it. */
export function together(stories: readonly ReadStory[]): ReadStory {
  const [first, ...others] = stories
  if (!first) throw new ReadError('empty', 'There is no item in the file.')
  return others.length > 0 ? { ...first, others } : first
}
