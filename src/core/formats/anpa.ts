import type { Part } from '../manuscript'
import type { ReadStory } from './types'
import { agencyOf, wireStory, type WireData } from './wire-item'
import { linesParts, paragraphsOf, withSigns } from './wire-lines'
import { readMessages } from './wire-messages'
import { timeFrom, zoneOffset } from './wire-time'
import { clean } from './xml'

// SOH, the service's letter and the number of the transmission, US, selector codes.
// oxlint-disable-next-line no-control-regex
const firstLine = /^[\s\u0000\u007f\u0016]*\u0001([A-Za-z])(\d{1,5})\u001f([^\n]*)\n/
// Priority, category, two letters of format (DC1 to DC4), keyword, version, month and day, number of words.
// oxlint-disable-next-line no-control-regex
const secondLine = /^([A-Za-z]) ([A-Za-z0-9])\s?([\u0011-\u0014]{0,2})\s?(.*?)\s+(\d{2})-(\d{2})\s+(\d{1,5})\s*$/

/** True where bytes begin as a message in ANPA 1312 does. */
export function isAnpa(start: string): boolean {
  return firstLine.test(start.replace(/\r\n?/g, '\n'))
}

/** Reads messages in ANPA 1312 (later 84-2 and 89-3), one or several in a file, with the codes that AP sets its copy with. */
export function readAnpa(bytes: Uint8Array): ReadStory {
  return readMessages(bytes, firstLine, messageStory)
}

function messageStory(message: string, remarks: string[]): ReadStory {
  const [first] = firstLine.exec(message)!
  const afterFirst = message.slice(first.length)
  const start = afterFirst.indexOf('\u0002')
  if (start < 0) remarks.push('The message does not say where its text begins.')
  const headed = secondLine.exec((start < 0 ? afterFirst.split('\n', 1)[0]! : afterFirst.slice(0, start)).trim())
  const end = afterFirst.indexOf('\u0003', start + 1)
  if (end < 0) remarks.push('The message does not say where its text ends; it may have been cut off.')
  const text = afterFirst.slice(start < 0 ? afterFirst.split('\n', 1)[0]!.length : start + 1, end < 0 ? undefined : end)
  const { keyword, version } = keywordOf(headed?.[4] ?? '')
  const { agency, time } = trailer(end < 0 ? '' : afterFirst.slice(end + 1))
  if (end >= 0 && time === undefined) remarks.push('The message names no time that there is; none was taken.')
  const told = copyOf(withSigns(text), keyword)
  const slug = told.slug && sameSlug(told.slug, keyword) ? told.slug : (clean(keyword) ?? told.slug)
  const data: WireData = {
    agency: agencyOf([agency]),
    slug,
    version: version ?? told.version,
    at: time,
    editorsNote: told.notes.join(' '),
    status: statusOf(`${version ?? ''} ${told.version ?? ''}`),
  }
  return wireStory('anpa', told, told.parts, data, remarks)
}

// An item's first and later versions carry one keyword. "1st Add" and "2nd Take" are other parts of it, not versions.
const versionWords =
  /^(?:\d+(?:st|nd|rd|th)?\s?-?)?(?:(?:Ld|Lead|Writethru|Corrective|Correction|Kill|Withhold|Advisory|Sub|Update)\b-?)+.*$/i

function keywordOf(words: string): { keyword: string; version?: string } {
  const trimmed = words.trim()
  const space = trimmed.indexOf(' ')
  const last = space < 0 ? '' : trimmed.slice(space + 1).trim()
  return versionWords.test(last) ? { keyword: trimmed.slice(0, space), version: last } : { keyword: trimmed }
}

// A keyword has 24 characters; the text's own line has the slug in full.
const sameSlug = (full: string, keyword: string): boolean => {
  const bare = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  return bare(keyword) !== '' && (bare(full).startsWith(bare(keyword)) || bare(keyword).startsWith(bare(full)))
}

interface Copy {
  slug?: string
  version?: string
  headline?: string
  standfirst?: string
  byline?: string
  notes: string[]
  parts: Part[]
}

/**
 * Copy as AP sets it: the lines of the head open with "^" and end with "<" (set left) or "=" (centred). The first is the
 * slug line, the next the headline; after them notes for editors, lists of pictures, a summary, bylines.
 */
function copyOf(text: string, keyword: string): Copy {
  const copy: Copy = { notes: [], parts: [] }
  const lines = text.split('\n')
  const bylines: string[] = []
  let at = 0
  for (; at < lines.length; at++) {
    const given = lines[at]!
    if (given.trim() === '') continue
    if (!given.trimStart().startsWith('^')) break
    for (const piece of given.trim().split(/<\s*(?=\^)/)) headLine(copy, piece.replace(/^\^/, ''), bylines, keyword)
  }
  if (bylines.length > 0) copy.byline = bylines.join(', ')
  const body = lines.slice(at).map((line) => line.replace(/\^/g, '').replace(/\s*<\s*$/, ''))
  const paragraphs = paragraphsOf(body).map((paragraph) => paragraph.replace(/(?<=\s)<(?=\s)/g, ''))
  for (const paragraph of paragraphs)
    copy.parts.push(...linesParts([paragraph], /^(?:END|MORE|-?30-?)$/.test(paragraph) ? 'notice' : undefined))
  return copy
}

const slugLine = /^([^,]{2,60}?)(?:,\s*([^,]*?))?,\s*(\d{0,5})\s*$/
const pictures = /^(?:AP|CP|AFP|Reuters)\s+(?:Photos?|Video|Graphics?|Interactive)\b/i
const note = /^\(?\s*(?:Eds?|Editors?|Desks?)\b\.?\s*(?::|_|—|note)/i

function headLine(copy: Copy, given: string, bylines: string[], keyword: string) {
  const ending = /([<=>])\s*$/.exec(given)?.[1]
  const line = given.replace(/\s*[<=>]?\s*$/, '').trim()
  // A catch number of the sender's system.
  if (line === '' || /^\*\d+$/.test(line)) return
  const slug = copy.slug === undefined && copy.headline === undefined ? slugLine.exec(line) : undefined
  if (slug && (sameSlug(slug[1]!, keyword) || /^[A-Z]{2}-/.test(slug[1]!))) {
    const [, name, version] = slug
    copy.slug = version && !versionWords.test(version) ? `${name}, ${version}` : name!.trim()
    if (version && versionWords.test(version)) copy.version = version
  } else if (note.test(line)) {
    copy.notes.push(line.replace(/^\((.*)\)$/, '$1'))
  } else if (pictures.test(line)) copy.parts.push(...linesParts([line], 'notice'))
  else if (bylines.length > 0 && ending === '=') bylines.push(line)
  else if (/^By\s/i.test(line) && ending === '=') bylines.push(line)
  else if (copy.headline === undefined) copy.headline = line
  else if (ending === '<' && copy.standfirst === undefined && !/^EDITOR[’'`]?S NOTE\b/i.test(line))
    copy.standfirst = line
  // A head without a sign at its end is a line of the text, as in lists of headlines.
  else copy.parts.push(...linesParts([line], 'paragraph'))
}

// "AP-WF-02-20-26 0337GMT": agency, circuit, month, day and year, clock and zone.
const trailerLine = /([A-Z]{2,5})-([A-Z0-9]{1,4})-(\d{2})-(\d{2})-(\d{2,4})\s+(\d{4})\s?([A-Z]{1,5})?/

function trailer(text: string): { agency?: string; time?: string } {
  const found = trailerLine.exec(text)
  if (!found) return {}
  const [, agency, , month, day, year, clock, zone] = found
  const offset = zone === undefined ? undefined : zoneOffset(zone)
  const time =
    zone !== undefined && offset === undefined
      ? undefined
      : timeFrom({
          year: Number(year),
          month: Number(month),
          day: Number(day),
          clock: clock!,
          ...(offset === undefined ? {} : { zone: offset }),
        })
  return { agency: agency!, ...(time === undefined ? {} : { time }) }
}

function statusOf(words: string): WireData['status'] {
  if (/\b(?:kill|withdraw\w*)\b/i.test(words)) return 'killed'
  if (/\bwithhold\b/i.test(words)) return 'withheld'
  if (/\bcorrect(?:ion|ive)\b/i.test(words)) return 'corrected'
  return /\badvisory\b/i.test(words) ? 'advisory' : undefined
}
