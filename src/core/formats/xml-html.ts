import type { Part } from '../manuscript'
import { htmlParts } from './html'
import type { XmlElement, XmlNode } from './xml'

/** What an element becomes: the tags around it, nothing at all (null), or only what is in it (undefined). */
export type Rendering = { open: string; close: string } | { html: string } | null | undefined

/**
 * The parts of XML content, by way of HTML: `render` says what each element becomes, everything it does not know keeps its
 * words. So there is one place where marks, lists, tables and links are read, and nothing passes that a page may not hold.
 */
export function partsOfXml(
  nodes: readonly XmlNode[],
  render: (element: XmlElement) => Rendering,
  remarks: string[],
): Part[] {
  const found: string[] = []
  const twice = nodes.some(escapedTwice)
  // Deep nests were refused when the XML was parsed.
  const write = (node: XmlNode) => {
    if (typeof node === 'string') {
      found.push(twice ? escapeOnce(node) : escapeHtml(node))
      return
    }
    const rendering = render(node)
    if (rendering === null) return
    if (rendering && 'html' in rendering) {
      found.push(rendering.html)
      return
    }
    if (rendering) found.push(rendering.open)
    node.children.forEach(write)
    if (rendering) found.push(rendering.close)
  }
  nodes.forEach(write)
  if (twice) remarks.push('Characters that were escaped twice were read as they were meant.')
  const { parts, remarks: more } = htmlParts(found.join(''))
  remarks.push(...more)
  return parts
}

const reference = /&(?=(?:#\d{2,6}|#x[\da-f]{2,5}|quot|amp|apos|nbsp|[lr][sd]quo|[nm]dash|hellip);)/gi

function escapedTwice(node: XmlNode): boolean {
  return typeof node === 'string' ? node.search(reference) >= 0 : node.children.some(escapedTwice)
}

export const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** As `escapeHtml`, with references to characters left to be read. They give text, whatever they are. */
const escapeOnce = (text: string): string => escapeHtml(text.replace(reference, '\u0001')).replaceAll('\u0001', '&')

const escapeAttribute = (value: string): string => escapeHtml(value).replace(/"/g, '&quot;')

/** A tag with the attributes of an element that HTML's reader looks at. */
export function tag(name: string, element: XmlElement, ...attributes: string[]): Rendering {
  const given = attributes.flatMap((attribute) => {
    const value = element.attributes.get(attribute)
    return value === undefined ? [] : [` ${attribute}="${escapeAttribute(value)}"`]
  })
  return { open: `<${name}${given.join('')}>`, close: `</${name}>` }
}
