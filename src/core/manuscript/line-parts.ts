import type { BlockType } from './schema'
import type { Range } from './plain-text'
import { advisories, agencies, cities, genericAgencies, innerCapitals, labels, months } from './wire-words'

/** A part of one line that is not running text, and how much of the line it takes. */
export interface LinePart extends Range {
  type: BlockType
  /** Characters around the part that join it to its neighbours and belong to neither: a dash after a dateline. */
  cutStart?: number
  cutEnd?: number
  /** A copyright line: it stays a paragraph, for it must be published, but it is nobody's words. */
  copyright?: true
  /** An agency's own sign-off, a credit at a story's end and a photo credit inside it. */
  bare?: true
}

const agency = `(?:${agencies.map((name) => name.replace(/[.\\]/g, '\\$&')).join('|')})`
const generic = `(?:${genericAgencies.join('|')})`
const anyAgency = `(?:${agency}|${generic}|[Aa]genc(?:y|ies)|Agencies|AGENCIES)`
const agencyList = `${anyAgency}(?:(?:\\s*(?:,|/|&|;)\\s*(?:and\\s+)?|\\s+and\\s+|\\s+with\\s+)${anyAgency})*`

// Whom a credit thanks: names, places and agencies with the words that join them, never running prose.
const thanked =
  `(?:(?:${anyAgency}|\\p{Lu}[\\p{L}\\p{M}.'’-]*|[a-z]+(?=-?(?:agenc|bureau))|news|wire|agency|agencies|wires?|services?|reports?|feeds?|copy|bureaus?|correspondents?|staff|our|the|and|in|from|at|of|de|al|bin|local|foreign|international|other)` +
  `(?:\\s*[,;/&]\\s*|\\s+|(?=[)\\]]|\\s*$)|-))+`

const credit =
  `(?:` +
  [
    `(?:with|With|WITH|w/)\\s+(?:additional\\s+|more\\s+|further\\s+)?(?:${thanked})??(?:inputs?|Inputs?|INPUTS?)(?:\\s*(?:from|From|FROM|by|of|via|:)\\s+${thanked})?`,
    `(?:(?:additional|agency|agencies|wire|Additional|Agency|Agencies|Wire)\\s+)?(?:inputs?|Inputs?|INPUTS?)\\s*(?:from|From|FROM|by|By|:|-)\\s*${thanked}`,
    `(?:Agency|Agencies|Wire|News agency|agency)\\s+inputs?`,
    `(?:[Cc]ompiled|[Bb]ased|[Ss]ourced|[Ee]dited)\\s+(?:from|on)\\s+${anyAgency}(?:\\s+(?:reports?|feeds?|copy|inputs?|dispatches))?(?:\\s+(?:and|,)\\s+${thanked})?`,
    `[Ww]ith\\s+${agencyList}(?:\\s+(?:reports?|feeds?|copy|dispatches))?`,
    `[Ww]ith\\s+(?:additional\\s+)?(?:reporting|reports|files|material)\\s+(?:by|from)\\s+${thanked}`,
    `[Aa]dditional\\s+reporting\\s+(?:by|from)\\s+${agencyList}`,
    `${agencyList}\\s+contributed\\s+to\\s+this\\s+(?:report|story|article)\\.?`,
    `(?:Source|Sources|SOURCE|Courtesy|Agencies|Via)\\s*[:|-]\\s*${agencyList}`,
  ].join('|') +
  `)`

const signOff = `(?:${agencyList})`
const syndicated =
  /(?:this|the) (?:story|article|report|copy|item|news)[^.]{0,80}(?:has not been edited|is (?:auto-?generated|published|sourced|taken)|(?:has been|was) (?:published|sourced|taken|generated|reproduced))[^.]{0,60}(?:syndicated|wire|agency|feed|PTI|ANI|IANS|AP\b|Reuters|AFP)/i

const flags = 'uy'
const wholeCredit = new RegExp(`^[\\s*_–—-]*[(\\[]?\\s*${credit}\\s*[.)\\]*_]*\\s*$`, 'u')
const wholeSignOff = new RegExp(`^[\\s–—-]*[(\\[]?\\s*${signOff}\\s*[)\\]]?\\.?\\s*$`, 'u')
const bracketCredit = new RegExp(`[(\\[]\\s*${credit}\\s*\\.?\\s*[)\\]]\\.?`, 'gu')
const tailCredit = new RegExp(
  `(?<=[.?!”"’'…)\\]:])\\s*(?:[–—-]{1,2}\\s*(?=\\p{L})|(?=[WIA(]))(${credit})\\s*\\.?\\s*$`,
  'u',
)

// What every wording of a credit has in it: most lines are done with here.
const creditHint =
  /inputs?\b|agenc|contributed to|compiled|based|sourced|edited|courtesy|source|\bvia\b|\bwith\b|reporting/i

/** A line, or the end of one, that tells readers of agency copy or of a colleague's help. */
export function creditParts(line: string): LinePart[] {
  if (!creditHint.test(line)) return []
  if (wholeCredit.test(line)) return [whole(line, 'credit')]
  if (line.length < 400 && syndicated.test(line)) return [whole(line, 'credit')]
  const parts: LinePart[] = []
  bracketCredit.lastIndex = 0
  for (let match = bracketCredit.exec(line); match; match = bracketCredit.exec(line))
    parts.push({ type: 'credit', start: match.index, end: match.index + match[0].length })
  if (parts.length === 0) {
    const tail = tailCredit.exec(line)
    if (tail) {
      // The dash before a credit is part of how it is set, so it stays with it.
      let start = tail.index
      while (/\s/.test(line[start]!)) start++
      parts.push({ type: 'credit', start, end: line.trimEnd().length })
    }
  }
  return parts
}

const relatedCaps = '(?:ALSO (?:READ|WATCH|SEE)(?: ?FYI)?|MUST READ|READ (?:MORE|ALSO|NEXT)|SEE ALSO)'
const relatedMarker = new RegExp(
  [
    `${relatedCaps}\\s*(?:[|:–—-]|(?=\\s*[\\p{L}\\d'"‘“]|\\s*$))`,
    '(?:READ|WATCH)\\s*[|:]',
    "(?:Also [Rr]ead|Also [Ww]atch|Also [Ss]ee|Read [Mm]ore|Read [Aa]lso|Read [Nn]ext|See [Aa]lso|Must [Rr]ead|Related(?: (?:[Ss]tor(?:y|ies)|[Cc]overage|[Aa]rticles?|[Nn]ews))?|More on this|Don['’]t [Mm]iss|Read|Watch)\\s*(?:[|:]|[–—-](?=\\s))",
  ].join('|'),
  'gu',
)
const sentenceEnd = /[.?!"'”’…)\]:]\s*$/u
// "Read: " and "Watch - " also occur in running text, so at a line's start they need the bar or the colon.
const looseMarker = /^(?:Read|Watch)\s*[–—-]$/u
// A title as long as this holds more than the title; one as long as that is not looked through for its end.
const longTitle = 170
const longestTitle = 600

/** Links to other stories: "ALSO READ | …", on a line of their own, glued to the sentence before, or to one another. */
export function relatedParts(line: string): LinePart[] {
  const starts: { start: number; after: number }[] = []
  for (const match of line.matchAll(relatedMarker)) {
    const start = match.index
    const before = line.slice(Math.max(0, start - 40), start)
    const marker = match[0]
    if (looseMarker.test(marker.trim())) continue
    const atStart = start < 40 && /^[\s*•>[(–—-]*$/u.test(before)
    const glued = /[\p{Ll}\d.?!"'”’…)\]]$/u.test(before)
    const set = /\u00a0\s*$/u.test(before) || (/\s$/.test(before) && sentenceEnd.test(before))
    if (!atStart && !glued && !set) continue
    starts.push({ start: atStart ? 0 : start, after: start + marker.length })
  }
  return starts.map(({ start, after }, i) => {
    const limit = starts[i + 1]?.start ?? line.length
    return { type: 'related', start, end: start + titleEnd(line, after, limit) - start }
  })
}

/** Where a link's title ends: at a seam where two sentences were glued, else at the line's end. */
function titleEnd(line: string, from: number, limit: number): number {
  const seam = /[\p{Ll}\d?!"”’')\]](?=\p{Lu})/gu
  seam.lastIndex = from
  const reach = Math.min(limit, from + longestTitle)
  for (let match = seam.exec(line); match && match.index < reach; match = seam.exec(line)) {
    const at = match.index + 1
    const near = Math.max(from, at - 40)
    const wordStart = near + Math.max(0, line.slice(near, at).search(/[\p{L}\p{M}'’\d]+$/u))
    const title = line.slice(from, at)
    if (/^["“‘'([]?\s*$/u.test(title.trim()) || title.trim().split(/\s+/).length < 3) continue
    if (/["“‘'([]/u.test(match[0]) && !/["”’')\]]/u.test(match[0])) continue
    if (/["']/.test(match[0]) && /\s["']$/.test(title)) continue
    if (innerCapitals.test(line.slice(wordStart))) continue
    return at
  }
  if (limit - from <= longTitle) return limit
  const stop = /[.?!]["”’']?\s/g
  stop.lastIndex = from
  const match = stop.exec(line)
  return match && match.index < limit ? match.index + match[0].length - 1 : limit
}

const label = new RegExp(`^(?:${labels.join('|')})\\b`, 'u')
const region = `(?:,\\s+(?:\\p{Lu}[\\p{L}.'’]*\\.?(?:\\s+(?:of\\s+|and\\s+)?\\p{Lu}[\\p{L}.'’]*){0,3}))`
const bracketed = `(?:\\s*[(\\[][\\p{L} .'’-]{2,30}[)\\]])`
const date = `(?:[,.]?\\s+(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?,?\\s+)?(?:${months}\\.?\\s+\\d{1,2}|\\d{1,2}\\s+${months}\\.?|${months.toUpperCase()}\\.?\\s+\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?)`
// Agencies sign a dateline with a code or name; stations with their address.
const tag = `(?:,?\\s*[(\\[](?:${agencyList}|[A-Z][A-Z0-9 /&.-]{1,20}(?:\\.(?:com|COM|org|in|tv|co\\.uk))?|[\\p{L}\\d ./&-]{2,30}\\.(?:com|COM|org|net|in|tv)|[\\p{L} ]{2,30}(?: News| Service| Agency| Press| Bureau| Network))[)\\]])`
const capital = `\\p{Lu}[\\p{Lu}\\p{M}.'’-]*`
const capsPlace = `${capital}(?:[ -](?:de|da|do|du|la|le|el|al|of|and|DE|D['’])?[ -]?${capital}){0,4}(?:/${capital}(?: ${capital}){0,2})?`
const namedPlace = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:[ -](?:de|da|do|du|la|le|el|al|of|es)?[ -]?\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}`
const dash = `\\s*(?:—|–|--|---|―|-(?=\\s))\\s*`
const city = `(?:${cities})`
const upperCity = `(?:${cities.toUpperCase().replace(/\\\./g, '\\.')})`

const datelines = [
  // LONDON (AP) —, KABUL, Afghanistan —, LONDON, March 3 (Reuters) -, PARIS—
  new RegExp(`(?<line>${capsPlace}${bracketed}?${region}?${date}?${tag}?)(?:${dash})(?=[\\p{L}\\d"“‘'$€£\\[(])`, flags),
  // LONDON, March 3 (Reuters) and LONDON (AP) without a dash
  new RegExp(
    `(?<line>${capsPlace}${bracketed}?${region}?${date}${tag}|${capsPlace}${region}?\\s[(\\[]${agencyList}[)\\]])[:.]?\\s+(?=[\\p{Lu}\\d"“‘'$€£])`,
    flags,
  ),
  // New Delhi, Jul 29 (PTI) Over …; Kolkata [India], July 3 (ANI): …; London (AFP) - …
  new RegExp(
    `(?<line>${namedPlace}${bracketed}?${region}?${date}\\s*[,:]?\\s*[(\\[]?(?:${agencyList})[)\\]]?)(?:\\s*[:.—–-]+)?\\s*(?=[\\p{Lu}\\d"“‘'$€£])`,
    flags,
  ),
  new RegExp(
    `(?<line>${namedPlace}${region}?\\s[(\\[](?:${agencyList})[)\\]])(?:\\s*:|${dash})\\s*(?=[\\p{L}\\d"“‘'$€£])`,
    flags,
  ),
  // NEW DELHI: …, Mumbai, March 3: …, London — …: only a place that copy is known to come from
  new RegExp(`(?<line>${upperCity}${bracketed}?${region}?${date}?)\\s*:\\s+(?=[\\p{L}\\d"“‘'])`, flags),
  new RegExp(`(?<line>${city}${bracketed}?${region}?${date})(?:\\s*:\\s+|${dash})(?=[\\p{L}\\d"“‘'])`, flags),
  new RegExp(`(?<line>${city})(?:\\s*:\\s+|\\s*(?:—|–|--)\\s*)(?=\\p{Lu})`, flags),
]
// Two capitals that begin a sentence or an acronym before a dash are a place only with something to show for it.
const shortPlace = /^\p{Lu}{1,2}$/u
const glueByline = /^(?:By|BY)\s+(?:\p{Lu}[\p{L}.'’-]*\s+){2,4}(?=\p{Lu})/u

/** "NEW YORK (AP) —" and its kin at a line's start, after a glued byline if there is one. */
export function datelineParts(line: string): LinePart[] {
  const byline = glueByline.exec(line)
  if (!byline) {
    const part = datelineAt(line, 0)
    return part ? [part] : []
  }
  const words = byline[0].trim().split(/\s+/)
  for (let count = words.length; count >= 3; count--) {
    const start = words.slice(0, count).join(' ').length + 1
    if (line[start - 1] !== ' ') continue
    const part = datelineAt(line, start)
    if (part && /[)\]]$/.test(line.slice(part.start, part.end)))
      return [{ type: 'byline', start: 0, end: start - 1, cutEnd: start }, part]
  }
  return []
}

function datelineAt(line: string, start: number): LinePart | undefined {
  if (label.test(line.slice(start, start + 24))) return undefined
  for (const pattern of datelines) {
    pattern.lastIndex = start
    const match = pattern.exec(line)
    if (!match) continue
    const words = match.groups!.line!.trimEnd()
    const code = words.search(/[([][^([]*$/u)
    if (/^The (?!Hague\b)/u.test(words) || (code > 0 && spellsOut(words.slice(0, code), words.slice(code))))
      return undefined
    if (words.length > 90 || shortPlace.test(words) || line.length - start - match[0].length < 20) continue
    return { type: 'dateline', start, end: start + words.length, cutEnd: start + match[0].length }
  }
  return undefined
}

/** A line that holds a dateline and nothing else. */
export function isLoneDateline(line: string): boolean {
  if (line.length > 80) return false
  const part = datelineAt(`${line.replace(/[\s:.—–-]+$/u, '')} — Something that follows`, 0)
  return part !== undefined && (/[([]|\d/.test(line) || new RegExp(`^(?:${city}|${upperCity})$`, 'u').test(line.trim()))
}

const pictureWords =
  '(?:(?:AP|AFP|PTI|ANI|IANS|Reuters|REUTERS|HT|Express|File|FILE|Staff|Handout|Twitter|X|Facebook|Instagram)\\s+)?(?:[Ff]ile\\s+|[Rr]epresentative\\s+|[Rr]epresentational\\s+)?(?:[Pp]hoto(?:graph)?s?|PHOTOS?|[Ii]mages?|IMAGES?|[Pp]ictures?|[Pp]ics?)'
const pictureCredit = `(?:${pictureWords}\\s*(?:[Cc]redit|[Ss]ource|[Cc]ourtesy)?\\s*(?:(?:[:/|]|\\b[Bb]y\\b|\\b[Cc]ourtesy(?: of)?\\b)\\s*[^()\\[\\]]{1,90}|(?=\\s*[)\\]]))|(?:[Cc]redit|[Cc]ourtesy|[Ss]ource)\\s*:\\s*[^()\\[\\]]{1,60}|[^()\\[\\].]{1,50}/(?:Getty Images|AFP|AP|Reuters|EPA|Shutterstock|Getty|Pool|Bloomberg)|[^()\\[\\]]{0,40}(?:via|Via)\\s+(?:AP|Reuters|AFP|Getty Images|REUTERS|Storyful)|(?:${agency})(?:\\s+(?:[Pp]hoto|[Ff]ile))?)`
const bracketPicture = new RegExp(`[(\\[]\\s*${pictureCredit}\\s*[)\\]]\\.?\\s*$`, 'u')
const wholePicture = new RegExp(
  `^\\s*(?:${pictureWords}\\s*(?:(?:[Cc]redit|[Ss]ource|[Cc]ourtesy)?\\s*[:|/]|(?:[Cc]redit|[Cc]ourtesy|[Bb]y)\\b)\\s*[^.]{2,90}\\.?|(?:Credit|Photographer)\\s*:\\s*[^.]{2,60}|[^.]{1,50}/(?:Getty Images|Shutterstock|EPA)|Getty Images)\\s*$`,
  'u',
)
const bareAgency = new RegExp(`^[(\\[]\\s*(?:${agency})\\s*[)\\]]\\.?$`, 'u')

/** A picture's credit: on its own line, or in brackets at the end of its caption. */
export function photoCreditParts(line: string): LinePart[] {
  if (wholePicture.test(line)) return [whole(line, 'photoCredit')]
  const match = bracketPicture.exec(line)
  if (!match) return []
  const words = match[0].trim()
  const before = line.slice(0, match.index).trimEnd()
  const bare = bareAgency.test(words)
  if (bare && before && (spellsOut(before, words) || !/[.?!"”’…]$/u.test(before))) return []
  return [{ type: 'photoCredit', start: match.index, end: line.trimEnd().length, ...(bare ? { bare: true } : {}) }]
}

/** True when the words just before a bracketed code begin with its letters: "Pakistan Tehreek-e-Insaf (PTI)". */
function spellsOut(before: string, code: string): boolean {
  const letters = code.replace(/[^A-Z]/g, '')
  const initials = (before.match(/[\p{L}]+/gu) ?? []).slice(-letters.length - 2).map((word) => word[0]!.toUpperCase())
  return letters.length > 1 && initials.join('').includes(letters)
}

const advisory = new RegExp(`^[\\s(\\[*_—–-]*(?:${advisories.join('|')})`, 'u')
const reporters =
  /^[\s([—–-]*(?:(?:Additional |Further )?[Rr]eporting|Writing|Editing|Compiled|Graphics?|Translated|Edited|Produced)\s+by\s+\p{Lu}/u
const gluedReporters =
  /(?<=[.?!"”’…)]\s*)[(\[](?:(?:Additional |Further )?[Rr]eporting|Writing|Editing)\s+by\s+\p{Lu}[^()[\]]{2,400}[)\]]\.?\s*$/u

/** "(Reporting by …; Editing by …)" at the end of the last paragraph. */
export function reportingParts(line: string): LinePart[] {
  const match = gluedReporters.exec(line)
  return match && match.index > 0 ? [{ type: 'notice', start: match.index, end: line.trimEnd().length }] : []
}

const contributed =
  /\b(?:contributed|contributing) (?:to (?:this|the) (?:report|story|article)|reporting|from)|^\s*\p{Lu}[\p{L}.'’ ,-]{3,160} (?:reported|contributed) from \p{Lu}/u
const follow =
  /^\W{0,2}(?:Follow|On Twitter|On X|Read more stories by|Reach|Contact)\b.{0,120}(?:@\w|twitter|x\.com|facebook|\bat\b\s+\S+@|https?:|for more)/iu
const stamp =
  /^(?:(?:Last\s+)?(?:[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified|UPDATED|PUBLISHED|First published)(?:\s+(?:on|at|[Oo]n:))?\s*[:|-]?\s*(?=.*\d)[^a-z]{0,4}.{4,70}|\d{1,2}:\d{2}\s*(?:[AaPp]\.?[Mm]\.?)?\s*(?:IST|GMT|UTC|E[SD]?T|P[SD]?T|BST)?)$/u
const rule = /^[\s_*=~#·•–—-]{2,}$/u

/** Lines for the desk, not for readers: advisories, version notes, who reported and edited, time stamps, rules. */
export function isNotice(line: string): boolean {
  if (rule.test(line)) return true
  if (line.length > 600) return false
  if (advisory.test(line) || reporters.test(line) || stamp.test(line)) return true
  if (
    line.length < 400 &&
    contributed.test(line) &&
    /(?:report|story|article|\p{Lu}[\p{L}]+)\.?[)\]]?\s*$/u.test(line) &&
    !/["“”]/u.test(line)
  )
    return /writer|reporter|correspondent|staff|editor|journalist|producer|video|contributed/i.test(line)
  return follow.test(line)
}

const copyright =
  /^\W{0,3}(?:©|\(c\)\s*\d{4}|Copyright\b\s*(?:©|\(c\)|\d{4})|All [Rr]ights [Rr]eserved)|^.{0,200}(?:All [Rr]ights [Rr]eserved|may not be published, broadcast)|(?:©\s*\d{4}|\d{4}\s*©)/u

/** A copyright line, or the end of a line that begins with the sign. */
export function copyrightParts(line: string): LinePart[] {
  const match = copyright.exec(line)
  if (!match) return []
  const sign = line.search(/(?:[([]?©|Copyright\s+(?:©|\(c\)|\d{4}))/u)
  const glued = sign > 40 && /[.!?"”’)]\s*$/u.test(line.slice(0, sign))
  return [{ type: 'paragraph', start: glued ? sign : 0, end: line.length, copyright: true }]
}

const correction =
  /^\W{0,3}(?:CORRECTION|Correction|CLARIFICATION|Clarification)\s*[:–—-]|^\W{0,3}(?:This|An earlier version of this) (?:article|story|report)(?:,? (?:which|first published)[^.]{0,80},?)? (?:was (?:amended|corrected|edited)|has been (?:amended|corrected)|(?:misstated|incorrectly|wrongly|misidentified|gave))/u

/** What was wrong and is put right: kept and published. */
export function isCorrection(line: string): boolean {
  return line.length < 700 && correction.test(line)
}

const captionStart =
  /^(?:FILE\b(?: PHOTO)?\s*[-–—:]|File (?:photo|picture|image)\b|In this\b.{0,60}\b(?:photo|image|frame|picture|file photo)\b|This\b.{0,40}\b(?:photo|image|picture|frame grab|handout)\b|[^.]{0,60}\b(?:is|are) (?:seen|shown|pictured)\b)/u
const captionWords =
  /\b(?:file photo|(?:is|are) (?:seen|shown|pictured)|pictured (?:here|above|below|left|right)|(?:poses?|arrives?|attends?|speaks?|walks?|waves?|stands?|gestures?|looks?|holds?|shakes? hands|addresses|gather|march|perform|accepts?|takes? part)\b)|\.{3}$|…$|^[^.]*\b(?:left|right|centre|center)\b,/u

/** True for a line that opens as captions do ("FILE - In this …"). */
export function opensAsCaption(line: string): boolean {
  return captionStart.test(line)
}

/** True for the words before a photo credit when they read as the picture's caption, not as a paragraph. */
export function readsAsCaption(text: string): boolean {
  return text.length <= 500 && (captionStart.test(text) || captionWords.test(text))
}

/** An agency that signs alone on a line: "(Agencies)", "— Reuters". */
export function isSignOff(line: string): boolean {
  return wholeSignOff.test(line)
}

function whole(line: string, type: BlockType): LinePart {
  return { type, start: 0, end: line.length }
}
