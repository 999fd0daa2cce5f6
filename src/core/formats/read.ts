import { plainText } from '../manuscript'
import { agenciesIn } from '../language'
import { readDocx } from './docx-read'
import { readHtml } from './html'
import { measureJson, parseJson, readManuscriptJson } from './json'
import { readMd } from './md'
import { apItems, readApMedia } from './ap-media'
import { isAnpa, readAnpa } from './anpa'
import { isIptc7901, readIptc7901 } from './iptc7901'
import { readNewsMlG2 } from './newsml-g2'
import { isNinjs, readNinjs } from './ninjs'
import { readNitf } from './nitf'
import { decodeText } from './text'
import { readTxt } from './txt'
import { ReadError, type ReadStory } from './types'
import { together } from './wire-item'
import { decodeXml, looksLikeXml } from './xml'
import { openZip } from './zip'

/** No story and no page of wire is larger; checked before anything is decoded. */
export const maxBytes = 50_000_000

/**
 * Reads a file of any format that can be read. Its type is told by what is in it; the name only decides where the words
 * would fit two types. The wire's text is the manuscript's plain text where the format gives no other.
 * @throws ReadError when it cannot be used.
 */
export function readStory(bytes: Uint8Array, { name = '' }: { name?: string } = {}): ReadStory {
  if (bytes.length > maxBytes) throw new ReadError('too-large', 'The file is larger than 50 MB.')
  if (bytes.length === 0) throw new ReadError('empty', 'The file is empty.')
  const story = readAs(bytes, name)
  const { others, ...first } = story
  const settled = settle(first)
  return others ? { ...settled, others: others.map(settle) } : settled
}

function settle(story: ReadStory): ReadStory {
  const text = plainText(story.manuscript).text.trim()
  if (!text && story.type === 'txt') throw new ReadError('empty', 'The file has no text in it.')
  // Cleaning may leave nothing of a page, and an item may hold a picture only; a manuscript of our own may not be begun.
  if (!text && story.type !== 'json') story.remarks.push('There are no words in the file: the story is empty.')
  const wire = { ...story.wire, text: story.wire.text || text }
  const headline =
    story.manuscript.firstChild?.type.name === 'headline' ? story.manuscript.firstChild.textContent : undefined
  const agency = wire.agency ?? headAgency(story)
  return {
    ...story,
    wire: { ...wire, ...(wire.headline === undefined && headline ? { headline } : {}), ...(agency ? { agency } : {}) },
  }
}

function readAs(bytes: Uint8Array, name: string): ReadStory {
  const signature = String.fromCharCode(...bytes.subarray(0, 8))
  if (signature.startsWith('PK')) return readPackage(bytes)
  const refused = signatures.find(([start]) => signature.startsWith(start))
  if (refused) throw new ReadError('unsupported', refused[1])
  // The wires' codes are read before control characters go.
  const start = String.fromCharCode(...bytes.subarray(0, 400))
  if (isAnpa(start)) return readAnpa(bytes)
  if (isIptc7901(start)) return readIptc7901(bytes)
  const wire = looksLikeXml(bytes) ? xmlReader(decodeXml(bytes.subarray(0, 8000)).text) : undefined
  if (wire) return wire(bytes)
  const { text } = decodeText(bytes)
  const readers = {
    json: () => readJson(text),
    html: () => readHtml(bytes),
    md: () => readMd(bytes),
    txt: () => readTxt(bytes),
  }
  return readers[textType(text, name)]()
}

const signatures: [string, string][] = [
  [
    '\u00d0\u00cf\u0011\u00e0',
    'This is an old Word file (.doc) or one protected by a password. Save it as .docx without a password.',
  ],
  ['%PDF', 'PDF files cannot be read.'],
  ['{\\rtf', 'RTF files cannot be read. Save the story as .docx.'],
  ['\u0089PNG', 'This is a picture, not a story.'],
  ['\u00ff\u00d8\u00ff', 'This is a picture, not a story.'],
  ['GIF8', 'This is a picture, not a story.'],
  ['RIFF', 'This is a picture or a sound, not a story.'],
  ['SQLite f', 'This is a database, not a story.'],
]

function readPackage(bytes: Uint8Array): ReadStory {
  const zip = openZip(bytes)
  if (zip.names.includes('mimetype')) {
    const kind = new TextDecoder().decode(zip.part('mimetype')).trim()
    throw new ReadError(
      'unsupported',
      kind.includes('epub')
        ? 'EPUB files cannot be read.'
        : 'OpenDocument files cannot be read. Save the story as .docx.',
    )
  }
  const office = zip.names.find((part) => /^(?:xl|ppt)\//.test(part))
  if (office) throw new ReadError('unsupported', 'This is a spreadsheet or a presentation, not a story.')
  if (!zip.names.some((part) => part === '[Content_Types].xml' || /\.rels$/.test(part) || part === 'word/document.xml'))
    throw new ReadError('unsupported', 'This is a zip archive, not a story.')
  return readDocx(bytes)
}

function readJson(text: string): ReadStory {
  measureJson(text)
  const value = parseJson(text)
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { format, type } = value as { format?: unknown; type?: unknown }
    if (typeof format === 'string' && format.startsWith('writethru/'))
      throw new ReadError('package', 'This is a story package. Import it into a library.')
    if (type === 'doc') return readManuscriptJson(value)
    const answered = apItems(value as Record<string, unknown>)
    if (answered) return readApMedia(answered)
    const listed = Object.values(value).find((inner) => isFeed(inner))
    if (!isNinjs(value) && isFeed(listed)) return readFeed(listed)
    if (isNinjs(value)) return readNinjs(value)
  } else if (isFeed(value)) return readFeed(value)
  throw new ReadError('damaged', 'The JSON is neither a news item in ninjs nor a manuscript.')
}

// A day's wire in one file; more is no feed of news.
const mostItems = 500

const isFeed = (value: unknown): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isNinjs)

function readFeed(items: readonly unknown[]): ReadStory {
  if (items.length > mostItems) throw new ReadError('too-large', `The feed holds more than ${mostItems} items.`)
  return together(items.filter(isNinjs).map((item) => readNinjs(item)))
}

/** The reader of the news item in XML that a text begins with; undefined where it is a page, or no XML of a wire. */
function xmlReader(start: string): ((bytes: Uint8Array) => ReadStory) | undefined {
  const bare = start.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?(?:-->|$)/g, '')
  const root = (/<(?:[\w.-]+:)?([A-Za-z][\w.-]*)[\s>/]/.exec(bare) ?? /<!DOCTYPE\s+([\w.-]+)/.exec(bare))?.[1]
  if (root === undefined) return undefined
  if (root === 'nitf') return readNitf
  if (/^(?:news|package|planning|concept|knowledge|catalog)item$|^newsmessage$/i.test(root)) return readNewsMlG2
  return undefined
}

/** True for text that is an item of a wire in one of its own formats, told by how it begins. */
export function isWireText(text: string): boolean {
  const start = text.slice(0, 8000)
  if (isAnpa(start) || isIptc7901(start) || xmlReader(start.trimStart())) return true
  return (
    /^\s*\{\s*"/.test(start) &&
    /"(?:standard|version_?created|pubstatus|slugline|headlines?|bodies|body_\w+)"\s*:/i.test(start)
  )
}

const htmlTag =
  /^\s*(?:<!--[\s\S]{0,2000}?-->\s*)*<(?:!doctype html|html|head|body|meta|title|base|link|style|script|p|div|h[1-6]|article|section|main|header|b|i|em|strong|span|a|img|ul|ol|li|table|blockquote|br|font|center|figure|form|input|iframe|svg|template|details|xmp|object|noscript|textarea|select|button|video|audio|marquee|math)\b/i
const xmlStart = /^\s*(?:<\?xml\b|<!DOCTYPE\s+(?!html)|<(?:NewsML|rss|feed|atom:feed)\b)/

/** What kind of text this is. */
export function textType(text: string, name = ''): 'json' | 'html' | 'md' | 'txt' {
  const start = text.slice(0, 4000)
  const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase()
  if (
    /^\s*[[{]/.test(start) &&
    (/^\s*(?:\{\s*(?:"|\})|\[\s*(?:[[{"\]\d-]|true|false|null))/.test(start) || extension === 'json')
  )
    return 'json'
  if (extension === 'json' || extension === 'ninjs') return 'json'
  if (xmlStart.test(start)) {
    if (/<html\b/i.test(start)) return 'html'
    const kind = /<(?:\w+:)?(NewsML|rss|feed)\b/.exec(start)?.[1]
    const said =
      kind === 'NewsML' ? 'NewsML 1 files' : kind === 'rss' || kind === 'feed' ? 'News feeds' : 'XML files of this kind'
    throw new ReadError('unsupported', `${said} cannot be read.`)
  }
  if (extension === 'md' || extension === 'markdown') return 'md'
  if (htmlTag.test(start) && /<\/\w|<(?:img|br|input|meta|link|base|\w+\s[\w-]+=)|<p>/i.test(start)) return 'html'
  if (extension === 'html' || extension === 'htm') return 'html'
  const root = /^\s*<([A-Za-z][\w.:-]*)(?:\s[^>]*)?>/.exec(start)?.[1]
  if (root && text.trimEnd().endsWith(`</${root}>`))
    throw new ReadError('unsupported', 'XML files of this kind cannot be read.')
  return looksLikeMarkdown(text) ? 'md' : 'txt'
}

/** A headline in Markdown on the first line, or two signs of Markdown that plain copy does not carry by chance. */
function looksLikeMarkdown(text: string): boolean {
  if (/^\s*#[^\S\n]+\S[^\n]*\n[^\S\n]*\n/.test(text)) return true
  const signs = [
    /^#{1,4}[^\S\n]+\S/m,
    /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/,
    /(?:^|\s)\*\*\S[^*\n]*\S\*\*(?=\W|$)/m,
    /^---\n(?:\w[\w-]*:.*\n)+---$/m,
    /^>[^\S\n]\S/m,
    /^\S.*\n={3,}$/m,
  ]
  return signs.filter((sign) => sign.test(text)).length >= 2
}

/** The agency that a story's dateline or byline names. */
function headAgency({ manuscript }: ReadStory): string | undefined {
  for (const kind of ['dateline', 'byline']) {
    let found: string | undefined
    manuscript.forEach((node) => {
      if (node.type.name === kind) found ??= agenciesIn(node.textContent).find((mention) => !mention.loose)?.code
    })
    if (found) return found
  }
  return undefined
}
