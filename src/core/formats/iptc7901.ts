import { agenciesIn } from '../language'
import type { Part, Piece } from '../manuscript'
import type { ReadStory } from './types'
import { agencyOf, wireStory, type WireData } from './wire-item'
import { linesParts, paragraphsOf, withSigns } from './wire-lines'
import { readMessages } from './wire-messages'
import { monthNumber, timeFrom, zoneOffset } from './wire-time'
import { clean } from './xml'

// SOH, source and message number, priority, category, number of words, what else the agency says.
const header =
  // oxlint-disable-next-line no-control-regex
  /^[\s\u0000\u007f\u0016]*\u0001([A-Za-z]{1,8}) ?(\d{0,6}) (\d) ([A-Za-z]{1,4}) (\d{1,6})(?: ([^\n]*))?(?:\n|$)/

/** True where bytes begin as a message in IPTC 7901 does. */
export function isIptc7901(start: string): boolean {
  return header.test(start.replace(/\r\n?/g, '\n'))
}

/** Reads messages in IPTC 7901 (recommendation of 1995, revision 5), one or several in a file. */
export function readIptc7901(bytes: Uint8Array): ReadStory {
  return readMessages(bytes, header, messageStory)
}

function messageStory(message: string, remarks: string[]): ReadStory {
  const [all, source, , , , , told = ''] = header.exec(message)!
  const rest = message.slice(all.length)
  const start = rest.indexOf('\u0002')
  const end = rest.indexOf('\u0003', start + 1)
  const slugLines = start < 0 ? '' : rest.slice(0, start)
  const text = rest.slice(start + 1, end < 0 ? undefined : end)
  if (start < 0) remarks.push('The message does not say where its text begins.')
  if (end < 0) remarks.push('The message does not say where its text ends; it may have been cut off.')
  const { head, body } = parted(withSigns(text).split('\n'))
  const slug = clean(slugLines)?.replace(/\/+$/, '')
  const sections = sectioned(body)
  const time = end < 0 ? undefined : timeOf(rest.slice(end + 1))
  if (end >= 0 && time === undefined) remarks.push('The message names no time that could be read; none was taken.')
  const data: WireData = {
    agency: agencyOf([...told.split(/\s+/).slice(1), ...agenciesIn(told).map(({ code }) => code)]),
    slug,
    version: head.version,
    at: time,
    editorsNote: [...head.notes, ...sections.note].join(' '),
    status: statusOf(`${head.version ?? ''} ${head.labels.join(' ')}`),
  }
  if (!data.agency && /^dpa/i.test(source!)) data.agency = 'dpa'
  return wireStory(
    'iptc7901',
    { headline: head.headline, byline: head.byline },
    [...labelParts(head.labels), ...sections.parts],
    data,
    remarks,
  )
}

interface Head {
  labels: string[]
  notes: string[]
  version?: string
  headline?: string
  byline?: string
}

const mostHeadLines = 12
const versionLabel =
  /^(?:\d{1,2}\s?(?:st|nd|rd|th)\s+(?:lead|ld|update|version|writethru)\b.*|(?:lead|update|version)\s*[-: ]?\s*\d+|(?:refile|repeat|recast|writethru|newsblog)\b.{0,20})$/i
const label =
  /^\(?(?:(?:\d{1,2}\s?(?:st|nd|rd|th)\s+)?(?:add|take|lead|ld|update)\b.*|urgent|flash|bulletin|breaking(?: news)?|eil(?:meldung)?|achtung|attention|advisory|embargo(?:ed)?\b.*|sperrfrist\b.*|kill\b.*|withdraw\w*\b.*|withhold\b.*|storno\b.*|correct(?:ion|ed|ive)\b.*|korrektur\b.*|berichtigung\b.*|refile\b.*|repeat\b.*)\)?:?$/i

/**
 * A text's head from its body. The head ends with a line that ends in "="; where none does in the first lines, there is
 * no head that could be told from the text.
 */
function parted(lines: readonly string[]): { head: Head; body: string[] } {
  const head: Head = { labels: [], notes: [] }
  const last = lines.slice(0, mostHeadLines).findIndex((line) => /=\s*$/.test(line))
  if (last < 0) return { head, body: [...lines] }
  const headline: string[] = []
  const bylines: string[] = []
  for (const given of lines.slice(0, last + 1)) {
    const line = given.replace(/=\s*$/, '').trim()
    if (line === '') continue
    if (/^(?:by|von|par|por)\s+\p{Lu}/iu.test(line) && headline.length > 0) bylines.push(line)
    else if (versionLabel.test(line) && headline.length === 0) {
      head.version = head.version ? `${head.version} ${line}` : line
    } else if (label.test(line) && headline.length === 0) head.labels.push(line)
    else if (/^\(.*\)$/.test(line) && headline.length > 0) head.notes.push(line)
    else if (bylines.length > 0) bylines.push(line)
    else headline.push(line)
  }
  if (headline.length > 0) head.headline = headline.join(' ')
  if (bylines.length > 0) head.byline = bylines.join(' ')
  return { head, body: lines.slice(last + 1) }
}

const labelParts = (labels: readonly string[]): Part[] => linesParts(labels, 'notice')

// What dpa and its partners put below a text, each with its words for editors.
const notebook = /^#{1,3}\s*(?:\p{L}+[ -])?(?:notebook|notizblock)\b/iu
const noteHeading = /^#{1,3}\s*(?:(?:editorial\s+)?notes?\b|redaktionelle?r?\s+hinweis)/i
const heading = /^#{1,3}\s*\S/
const notForPrint = /^(?:the following information is not|die folgenden informationen sind nicht|[*\s]{5,}$)/i

/** The body as paragraphs; from the agency's notebook on, everything is for the desk. */
function sectioned(lines: readonly string[]): { parts: Piece[]; note: string[] } {
  const parts: Piece[] = []
  const note: string[] = []
  let forDesk = false
  let inNote = false
  for (const paragraph of paragraphsOf(lines)) {
    if (notebook.test(paragraph) || notForPrint.test(paragraph)) forDesk = true
    if (heading.test(paragraph)) inNote = forDesk && noteHeading.test(paragraph)
    else if (notForPrint.test(paragraph)) inNote = false
    else if (inNote) note.push(paragraph.replace(/^[-*•]\s*/u, ''))
    // What the note says stands in the note.
    if (inNote) continue
    parts.push(...linesParts([paragraph], forDesk ? 'notice' : undefined))
  }
  return { parts, note }
}

// Day and clock, with the zone or without, then the month's name and the year: "131137 GMT Nov 13".
const dateTimeGroup = /(\d{2})(\d{4})\s*([A-Z]{1,5})?\s+(\p{L}{3,9})\.?\s+(\d{4}|\d{2})(?!\d)/u

function timeOf(after: string): string | undefined {
  const found = dateTimeGroup.exec(after)
  if (!found) return undefined
  const [, day, clock, zone, month, year] = found
  const number = monthNumber(month!)
  const offset = zone === undefined ? undefined : zoneOffset(zone)
  if (number === undefined || (zone !== undefined && offset === undefined)) return undefined
  return timeFrom({
    year: Number(year),
    month: number,
    day: Number(day),
    clock: clock!,
    ...(offset === undefined ? {} : { zone: offset }),
  })
}

function statusOf(labels: string): WireData['status'] {
  if (/\b(?:kill|withdraw|withdrawn|withdrawal|storno)\b/i.test(labels)) return 'killed'
  if (/\b(?:withhold|hold)\b/i.test(labels)) return 'withheld'
  if (/\b(?:correct|korrektur|berichtigung)/i.test(labels)) return 'corrected'
  return /\b(?:advisory)\b/i.test(labels) ? 'advisory' : undefined
}
