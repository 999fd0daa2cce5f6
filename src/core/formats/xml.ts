import { parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { SaxesParser } from 'saxes'
import { cleanText } from './text'
import { ReadError } from './types'

// More than any news item, and than a message of a hundred of them; a file made to exhaust memory meets these first.
const maxDepth = 200
const maxElements = 400_000
const maxAttributes = 400

/** An element of a wire's XML. Names are local names, in small letters; attributes by local name. */
export interface XmlElement {
  name: string
  attributes: ReadonlyMap<string, string>
  children: readonly XmlNode[]
}

export type XmlNode = XmlElement | string

interface OpenElement extends XmlElement {
  children: XmlNode[]
}

/**
 * Reads XML that a stranger wrote. A document type is passed over and never fetched; one that declares entities is
 * refused. Character names of HTML, which agencies use without declaring them, are read and remarked on.
 * @throws ReadError when it is not well formed, too deep or too large.
 */
export function parseXml(bytes: Uint8Array): { root: XmlElement; remarks: string[] } {
  const { text, remarks } = decodeXml(bytes)
  return { root: parseXmlText(text, remarks), remarks }
}

/** As `parseXml`, for XML that stands inside another format. Remarks are added to the list given. */
export function parseXmlText(text: string, remarks: string[]): XmlElement {
  const parser = new SaxesParser({ xmlns: true })
  const stack: OpenElement[] = []
  let root: OpenElement | undefined
  let elements = 0
  const names = htmlNames(text)
  parser.on('doctype', (type) => {
    if (/<!ENTITY\b/i.test(type))
      throw new ReadError('unsafe', 'The file declares entities of its own, which no news item needs.')
  })
  parser.on('error', (error) => {
    throw new ReadError('damaged', `The XML is damaged: ${error.message.replace(/\.$/, '').slice(0, 160)}.`)
  })
  parser.on('attribute', () => {
    if (++attributes > maxAttributes)
      throw new ReadError('unsafe', `An element has more than ${maxAttributes} attributes.`)
  })
  let attributes = 0
  parser.on('opentagstart', () => {
    attributes = 0
  })
  parser.on('opentag', (tag) => {
    const known = new Map<string, string>()
    for (const { local, prefix, value } of Object.values(tag.attributes)) {
      if (prefix === 'xmlns' || local === 'xmlns' || (prefix && known.has(local))) continue
      known.set(local.toLowerCase(), value)
    }
    const element: OpenElement = { name: tag.local.toLowerCase(), attributes: known, children: [] }
    if (++elements > maxElements) throw new ReadError('too-large', `The XML has more than ${maxElements} elements.`)
    if (stack.length >= maxDepth) throw new ReadError('unsafe', `The XML is nested deeper than ${maxDepth} levels.`)
    stack.at(-1)?.children.push(element)
    root ??= element
    stack.push(element)
  })
  parser.on('closetag', () => stack.pop())
  const write = (words: string) => {
    const into = stack.at(-1)?.children
    if (!into) return
    if (typeof into.at(-1) === 'string') into[into.length - 1] = `${into.at(-1) as string}${words}`
    else into.push(words)
  }
  parser.on('text', write)
  parser.on('cdata', write)
  if (names) {
    Object.assign(parser.ENTITIES, names)
    remarks.push('Characters written by HTML’s names, which the file does not declare, were read as HTML does.')
  }
  parser.write(text).close()
  if (!root) throw new ReadError('damaged', 'There is no element in the XML.')
  return root
}

const ownNames = new Set(['amp', 'lt', 'gt', 'quot', 'apos'])

/** What HTML means by the names of characters that XML does not know; undefined where there are none. */
function htmlNames(text: string): Record<string, string> | undefined {
  const found = new Set<string>()
  for (const [, name] of text.matchAll(/&([A-Za-z][A-Za-z0-9]{1,30});/g)) if (!ownNames.has(name!)) found.add(name!)
  const known: Record<string, string> = {}
  for (const name of found) {
    const [node] = parseFragment(`&${name};`).childNodes
    const value = node?.nodeName === '#text' ? (node as Tree.TextNode).value : ''
    if (value && value !== `&${name};`) known[name] = value
  }
  return Object.keys(known).length > 0 ? known : undefined
}

/** The text of an XML file: by its byte order mark, else as its first line declares, else UTF-8. */
export function decodeXml(bytes: Uint8Array): { text: string; remarks: string[] } {
  const remarks: string[] = []
  const declared = /^\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(
    String.fromCharCode(...bytes.subarray(0, 400)).replace(/^\u00ef\u00bb\u00bf/, ''),
  )?.[1]
  const label = markedEncoding(bytes) ?? declared ?? 'utf-8'
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label, { fatal: true })
  } catch {
    remarks.push(`The file says that it is written in ${label}, which is not known here; it was read as UTF-8.`)
    decoder = new TextDecoder('utf-8', { fatal: true })
  }
  let text: string
  try {
    text = decoder.decode(bytes)
  } catch {
    text = new TextDecoder('windows-1252').decode(bytes)
    remarks.push(`The file says that it is written in ${label}, and is not; it was read as Windows-1252.`)
  }
  return { text: text.replace(before, '').replace(forbidden, ''), remarks }
}

// Feeds put blank lines before the declaration; characters that XML forbids come from older systems.
// oxlint-disable-next-line no-control-regex
const before = /^[\ufeff\s\u0000]+/
// oxlint-disable-next-line no-control-regex
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0x3c && b === 0 && c !== 0 && d === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c && c === 0 && d !== 0) return 'utf-16be'
  return undefined
}

/** True where a file begins as XML does, in any of the encodings it may have. HTML pages may too. */
export function looksLikeXml(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 400)
  const marked = markedEncoding(start)
  const text = new TextDecoder(marked?.startsWith('utf-16') ? marked : 'windows-1252').decode(start)
  // oxlint-disable-next-line no-control-regex
  return /^(?:\u00ef\u00bb\u00bf|\ufeff)?[\s\u0000]*<(?:\?xml\b|!--|!DOCTYPE\s|[A-Za-z_][\w.-]*[\s:>/])/.test(text)
}

export const elementsOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child): child is XmlElement => typeof child !== 'string')

/** The children with one of the names. */
export const childrenOf = (element: XmlElement | undefined, ...names: string[]): XmlElement[] =>
  element ? elementsOf(element).filter(({ name }) => names.includes(name)) : []

/** The first element down a path of names. */
export function at(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((from, name) => childrenOf(from, name)[0], element)
}

/** Every element of a name below this one, in reading order; it is not looked for inside one that was found. */
export function allOf(element: XmlElement | undefined, ...names: string[]): XmlElement[] {
  if (!element) return []
  return elementsOf(element).flatMap((child) => (names.includes(child.name) ? [child] : allOf(child, ...names)))
}

/** The words of an element and all in it, space collapsed; undefined when it has none. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined
  const gather = (one: XmlElement): string =>
    one.children.map((child) => (typeof child === 'string' ? child : gather(child))).join('')
  return clean(gather(element))
}

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined =>
  clean(element?.attributes.get(name))

/** A field's words: cleaned, space collapsed, undefined when empty. */
export function clean(words: string | undefined): string | undefined {
  const text = words === undefined ? '' : cleanText(words).replace(/\s+/gu, ' ').trim()
  return text || undefined
}
