import type { Part } from '../manuscript'
import { htmlParts } from './html'
import { nitfContent, nitfHead } from './nitf'
import { ReadError, type ReadStory } from './types'
import { agencyOf, together, wireStory, type WireData } from './wire-item'
import { linesParts } from './wire-lines'
import { isoTime } from './wire-time'
import {
  allOf,
  at,
  attributeOf,
  childrenOf,
  clean,
  elementsOf,
  parseXml,
  parseXmlText,
  wordsOf,
  type XmlElement,
} from './xml'
import { partsOfXml, tag, type Rendering } from './xml-html'

// An item of each kind is told by the name of its root; the rest of the family holds no text to read.
const withoutText: Readonly<Record<string, string>> = {
  packageitem: 'a package, which lists items and holds no text',
  planningitem: 'a planning item',
  conceptitem: 'a concept item',
  knowledgeitem: 'a knowledge item',
  catalogitem: 'a catalogue',
}

const tooManyItems = 500

/**
 * Reads NewsML-G2: a news item, or a message with its news items. Pictures, videos and packages in a message are passed
 * over when there is text; nothing that an item points to is fetched.
 */
export function readNewsMlG2(bytes: Uint8Array): ReadStory {
  const { root, remarks } = parseXml(bytes)
  const told = withoutText[root.name]
  if (told) throw new ReadError('unsupported', `This is ${told}. Take the text items themselves.`)
  const items = root.name === 'newsitem' ? [root] : allOf(root, 'newsitem')
  if (items.length > tooManyItems)
    throw new ReadError('too-large', `The message holds more than ${tooManyItems} items.`)
  if (items.length === 0) {
    const other = elementsOf(at(root, 'itemset') ?? root).find(({ name }) => withoutText[name])
    throw new ReadError(
      'unsupported',
      other
        ? `The message holds ${withoutText[other.name]}. Take the text items themselves.`
        : 'The message holds no news item.',
    )
  }
  const textual = items.filter(isText)
  const taken = textual.length > 0 ? textual : items.slice(0, 1)
  if (items.length > taken.length) remarks.push(`${items.length - taken.length} items without text were left out.`)
  const sent = isoTime(wordsOf(at(root, 'header', 'sent')))
  const sender = wordsOf(at(root, 'header', 'sender'))
  return together(taken.map((item, index) => itemStory(item, index === 0 ? remarks : [], sent, sender)))
}

const localCode = (element: XmlElement | undefined): string | undefined =>
  (attributeOf(element, 'qcode') ?? attributeOf(element, 'uri') ?? attributeOf(element, 'literal'))
    ?.split(/[:/#]/)
    .at(-1)
    ?.toLowerCase()

const isText = (item: XmlElement): boolean => {
  const kind = localCode(at(item, 'itemmeta', 'itemclass'))
  if (kind !== undefined && /^(?:picture|video|audio|graphic|animation|composite)$/.test(kind)) return false
  return kind === 'text' || allOf(at(item, 'contentset'), 'inlinexml', 'inlinedata').length > 0
}

interface Content {
  parts: Part[]
  headline?: string | undefined
  standfirst?: string | undefined
  summary?: string | undefined
  byline?: string | undefined
  dateline?: string | undefined
  photoCredits?: string[]
}

function itemStory(
  item: XmlElement,
  remarks: string[],
  sent: string | undefined,
  sender: string | undefined,
): ReadStory {
  const meta = at(item, 'itemmeta')
  const about = at(item, 'contentmeta')
  const content = contentOf(item, remarks)
  const headlines = childrenOf(about, 'headline')
  const main = headlines.find((one) => /main|^$/.test(localRole(one))) ?? headlines[0]
  const dateline = wordsOf(childrenOf(about, 'dateline')[0])
  const headline = wordsOf(main)
  // The text may carry a headline of its own that says more.
  const inText = headline && content.headline !== headline ? content.headline : undefined
  const standfirst = content.standfirst ?? wordsOf(headlines.find((one) => /sub|deck|standfirst/.test(localRole(one))))
  const data = itemData(item, sent, sender)
  return wireStory(
    'newsml-g2',
    {
      headline: headline ?? content.headline ?? wordsOf(at(meta, 'title')),
      standfirst: standfirst ?? inText,
      summary: content.summary ?? (standfirst ? inText : undefined),
      byline:
        content.byline ||
        childrenOf(about, 'by')
          .flatMap((by) => wordsOf(by) ?? [])
          .join('; '),
      // Reuters writes a time where the place stands.
      dateline:
        content.dateline ?? (dateline && !isoTime(dateline) && !/^\d{4}-\d{2}/.test(dateline) ? dateline : undefined),
    },
    content.parts,
    { ...data, photoCredits: [...(data.photoCredits ?? []), ...(content.photoCredits ?? [])] },
    remarks,
  )
}

const localRole = (element: XmlElement): string => (attributeOf(element, 'role') ?? '').split(':').at(-1)!.toLowerCase()

function itemData(item: XmlElement, sent: string | undefined, sender: string | undefined): WireData {
  const meta = at(item, 'itemmeta')
  const about = at(item, 'contentmeta')
  const rights = at(item, 'rightsinfo')
  const name = (element: XmlElement | undefined) =>
    wordsOf(childrenOf(element, 'name')[0]) ??
    attributeOf(element, 'literal') ??
    attributeOf(element, 'qcode')?.split(':').at(-1)
  const version = attributeOf(item, 'version')
  const notes = childrenOf(meta, 'ednote').flatMap((note) => wordsOf(note) ?? [])
  const signals = childrenOf(meta, 'signal', 'role').flatMap((signal) => localCode(signal) ?? [])
  const genres = childrenOf(about, 'genre').flatMap((genre) => localCode(genre) ?? [])
  const credit = wordsOf(childrenOf(about, 'creditline')[0])
  const text = isText(item)
  const guid = attributeOf(item, 'guid')
  return {
    agency: agencyOf([
      credit,
      ...childrenOf(about, 'infosource').map(name),
      name(at(meta, 'provider')),
      name(at(rights, 'copyrightholder')),
      sender,
    ]),
    credit,
    slug: wordsOf(childrenOf(about, 'slugline')[0]),
    version: version && /^\d{1,20}$/.test(version) ? version : undefined,
    at: isoTime(wordsOf(at(meta, 'versioncreated'))),
    created: isoTime(wordsOf(at(meta, 'firstcreated'))),
    sent,
    language: attributeOf(childrenOf(about, 'language')[0], 'tag') ?? attributeOf(item, 'lang'),
    usage: clean(
      childrenOf(rights, 'usageterms')
        .flatMap((terms) => wordsOf(terms) ?? attributeOf(terms, 'href') ?? [])
        .join(' '),
    ),
    copyright: wordsOf(at(rights, 'copyrightnotice')) ?? name(at(rights, 'copyrightholder')),
    embargo: isoTime(wordsOf(at(meta, 'embargoed'))),
    editorsNote: notes.join(' '),
    item: guid,
    previous: childrenOf(meta, 'link')
      .filter((link) => /(?:previousVersion|evolvedFrom|replaces)$/i.test(attributeOf(link, 'rel') ?? ''))
      .map((link) => attributeOf(link, 'residref') ?? attributeOf(link, 'guidref') ?? attributeOf(link, 'href'))
      .find((one) => one !== undefined && one !== guid),
    status: statusOf(localCode(at(meta, 'pubstatus')), [...signals, ...genres]),
    photoCredits: text || !credit ? [] : [credit],
  }
}

function statusOf(published: string | undefined, signals: readonly string[]): WireData['status'] {
  if (published === 'canceled' || published === 'cancelled') return 'killed'
  if (published === 'withheld') return 'withheld'
  if (signals.some((signal) => /^correct(?:ion|ive|ed)?$/.test(signal))) return 'corrected'
  return signals.some((signal) => signal.startsWith('advis')) ? 'advisory' : undefined
}

/** The text of an item, in whichever of the ways it may stand in it. */
function contentOf(item: XmlElement, remarks: string[]): Content {
  const set = at(item, 'contentset')
  const contents = childrenOf(set, 'inlinexml', 'inlinedata')
  // Of several renditions the one with most structure says what the others do.
  const best = contents.map((one) => read(one, remarks)).sort((a, b) => b.parts.length - a.parts.length)[0]
  if (best && best.parts.length > 0) return best
  const about = at(item, 'contentmeta')
  const descriptions = childrenOf(about, 'description')
  if (isText(item)) {
    const summary = wordsOf(descriptions.find((one) => !/caption/.test(localRole(one))))
    if (summary) remarks.push('The item has no text of its own; its summary was taken.')
    return { ...best, parts: summary ? linesParts([summary]) : [] }
  }
  const caption = wordsOf(descriptions.find((one) => /caption/.test(localRole(one))) ?? descriptions[0])
  remarks.push('The item is no text; its caption was taken.')
  const figure = { alt: '' }
  const credit = wordsOf(childrenOf(about, 'creditline')[0])
  return {
    parts: [
      ...linesParts(caption ? [caption] : []).map((part) => ({ ...part, type: 'caption' as const, figure })),
      // A caption may end with its credit.
      ...(caption && credit && !caption.endsWith(')')
        ? linesParts([credit]).map((part) => ({ ...part, type: 'photoCredit' as const }))
        : []),
    ],
  }
}

function read(content: XmlElement, remarks: string[]): Content {
  if (content.name === 'inlinedata') return readData(content, remarks)
  const nitf = allOf(content, 'nitf')[0]
  if (nitf) return { ...nitfHeadOf(nitf), ...nitfContent(nitf, remarks) }
  const page = allOf(content, 'html')[0]
  if (!page && !/html/i.test(attributeOf(content, 'contenttype') ?? '')) {
    remarks.push('Data in the item that is no text (results, events, prices) was left out.')
    return { parts: [] }
  }
  const body = at(page, 'body') ?? page ?? content
  return { parts: partsOfXml(body.children, renderHtml, remarks) }
}

/** The head of a text inside an item, whose own fields come first: its title is the item's headline or nothing. */
function nitfHeadOf(nitf: XmlElement) {
  const { byline, ...head } = nitfHead(nitf)
  return { ...head, byline: byline || undefined }
}

function readData(content: XmlElement, remarks: string[]): Content {
  const text = content.children.map((child) => (typeof child === 'string' ? child : '')).join('')
  const type = (attributeOf(content, 'contenttype') ?? 'text/plain').toLowerCase()
  if (type.includes('nitf') && /^\s*</.test(text)) {
    const nitf = parseXmlText(text.trim(), remarks)
    return { ...nitfHeadOf(nitf), ...nitfContent(nitf, remarks) }
  }
  if (/html/.test(type) || (/xml/.test(type) && /^\s*</.test(text))) {
    const { parts, remarks: more } = htmlParts(text)
    remarks.push(...more)
    return { parts }
  }
  // Data in another coding is no text to read.
  if (attributeOf(content, 'encoding')) return { parts: [] }
  return { parts: linesParts(text.split('\n')) }
}

const htmlElements = new Set([
  ...[
    'p',
    'div',
    'br',
    'hr',
    'b',
    'i',
    'em',
    'strong',
    'cite',
    'code',
    'sub',
    'sup',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
  ],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'table', 'tbody', 'thead', 'tfoot', 'tr', 'figure'],
  ...[
    'figcaption',
    'section',
    'article',
    'aside',
    'header',
    'footer',
    'main',
    'span',
    'address',
    'del',
    'ins',
    'center',
  ],
])
const neverText = new Set([
  'script',
  'style',
  'head',
  'title',
  'object',
  'embed',
  'iframe',
  'form',
  'noscript',
  'template',
])

/** XHTML as HTML, with nothing but its structure, its links and the names of its classes. */
function renderHtml(element: XmlElement): Rendering {
  const { name } = element
  if (neverText.has(name)) return null
  if (name === 'a') return tag('a', element, 'href')
  if (name === 'td' || name === 'th') return tag(name, element, 'colspan', 'rowspan')
  if (name === 'br' || name === 'hr') return { html: `<${name}>` }
  return htmlElements.has(name) ? tag(name, element, 'class', 'style') : undefined
}
