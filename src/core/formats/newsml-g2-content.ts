import type { Part } from '../manuscript'
import { htmlParts } from './html'
import { nitfHead } from './nitf'
import { nitfContent } from './nitf-content'
import { isText, localRole } from './newsml-g2-data'
import { linesParts } from './wire-lines'
import { allOf, at, attributeOf, childrenOf, parseXmlText, wordsOf, type XmlElement } from './xml'
import { partsOfXml, tag, type Rendering } from './xml-html'

/** A text inside an item, with the head that it may have of its own. */
export interface Content {
  parts: Part[]
  headline?: string | undefined
  standfirst?: string | undefined
  summary?: string | undefined
  byline?: string | undefined
  dateline?: string | undefined
  photoCredits?: string[]
}

/** The text of an item, in whichever of the ways it may stand in it. */
export function contentOf(item: XmlElement, remarks: string[]): Content {
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
