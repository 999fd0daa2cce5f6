import type { Part } from '../manuscript'
import { isBroken, measureOf } from './wire-lines'
import { allOf, at, childrenOf, elementsOf, wordsOf, type XmlElement, type XmlNode } from './xml'
import { escapeHtml, partsOfXml, tag, type Rendering } from './xml-html'

/** `npa` is the standard's word for a note that may not be published. */
export const isForEditors = (note: XmlElement): boolean =>
  note.attributes.get('type')?.toLowerCase() === 'npa' ||
  (note.attributes.get('noteclass')?.toLowerCase() === 'editorsnote' &&
    note.attributes.get('type')?.toLowerCase() !== 'pa')

/** The text of an item: `body.content` with the notes of the head that readers may see before it, and the tag line after it. */
export function nitfContent(root: XmlElement, remarks: string[]) {
  const body = at(root, 'body')
  const head = at(body, 'body.head')
  const shown = allOf(head, 'note').filter((note) => !isForEditors(note))
  const ends = childrenOf(body, 'body.end').flatMap((end) => elementsOf(end))
  const contents = childrenOf(body, 'body.content')
  // Some agencies put their paragraphs into the body itself.
  const content =
    contents.length > 0
      ? contents
      : elementsOf(body ?? root).filter(({ name }) => !/^(?:body\.(?:head|end)|head)$/.test(name))
  const media = allOf(body, 'media')
  if (media.length > 0)
    remarks.push(`${media.length === 1 ? 'A picture was' : `${media.length} pictures were`} left out, captions kept.`)
  const photoCredits = media.flatMap((one) =>
    childrenOf(one, 'media-producer').flatMap((producer) => wordsOf(producer) ?? []),
  )
  const nodes = [...shown, ...content, ...ends]
  const joined = brokenLines(nodes)
  const parts: Part[] = partsOfXml(
    nodes,
    (element) => (joined.has(element) ? { html: ' ' } : renderNitf(element)),
    remarks,
  )
  return { parts, photoCredits }
}

// Fewer breaks than these may be a list, a poem or an address, whose lines end where they should.
const fewestBreaks = 4
// Lines that short were not broken at a measure of type.
const narrowestMeasure = 45

/** The line breaks that only keep the measure of an older system, inside paragraphs. */
function brokenLines(nodes: readonly XmlElement[]): ReadonlySet<XmlElement> {
  const breaks: { mark: XmlElement; before: string; next: string }[] = []
  const lines: string[] = []
  for (const paragraph of nodes.flatMap((node) => (node.name === 'p' ? [node] : allOf(node, 'p')))) {
    let line = ''
    let open: (typeof breaks)[number] | undefined
    const end = () => {
      if (open) open.next = line
      lines.push(line)
    }
    const walk = (node: XmlNode) => {
      if (typeof node === 'string') line += node.replace(/\s+/gu, ' ')
      else if (node.name === 'br') {
        end()
        open = { mark: node, before: line, next: '' }
        breaks.push(open)
        line = ''
      } else node.children.forEach(walk)
    }
    paragraph.children.forEach(walk)
    if (open) end()
  }
  const measure = measureOf(lines)
  if (breaks.length < fewestBreaks || measure === undefined || measure < narrowestMeasure) return new Set()
  return new Set(breaks.filter(({ before, next }) => isBroken(before, next, measure)).map(({ mark }) => mark))
}

/** What NITF's elements are in HTML. Names of people, places and things are only their words. */
export function renderNitf(element: XmlElement): Rendering {
  const { name } = element
  switch (name) {
    case 'p':
      return tag('p', element)
    case 'hl1':
    case 'hl2':
      return tag('h2', element)
    case 'em':
    case 'strong':
    case 'b':
    case 'i':
    case 'sub':
    case 'sup':
    case 'ul':
    case 'ol':
    case 'li':
    case 'pre':
    case 'br':
    case 'hr':
    case 'dl':
    case 'dt':
    case 'dd':
    case 'table':
    case 'caption':
    case 'tbody':
    case 'thead':
    case 'tfoot':
    case 'tr':
      return tag(name === 'caption' ? 'p' : name, element)
    case 'td':
    case 'th':
      return tag(name, element, 'colspan', 'rowspan')
    case 'a':
      return tag('a', element, 'href')
    case 'bq':
      return tag('blockquote', element)
    case 'credit':
      return tag('p', element)
    case 'frac':
      return {
        html: escapeHtml([at(element, 'numer'), at(element, 'denom')].map((one) => wordsOf(one) ?? '').join('/')),
      }
    case 'block':
    case 'body.content':
    case 'bibliography':
    case 'tagline':
    case 'datasource':
      return tag('div', element)
    case 'abstract':
      return tag('div', element)
    case 'note':
    case 'fn':
      return isForEditors(element) ? noticeOf(element) : tag('div', element)
    case 'media':
      return figureOf(element)
    case 'nitf-table-metadata':
    case 'media-metadata':
    case 'media-object':
    case 'table-reference':
    case 'style':
    case 'script':
    case 'col':
    case 'colgroup':
      return null
    default:
      return undefined
  }
}

/** A note for editors: each of its paragraphs a notice. */
function noticeOf(note: XmlElement): Rendering {
  const lines = allOf(note, 'p')
  const words = (lines.length > 0 ? lines : [note]).flatMap((one) => wordsOf(one) ?? [])
  return { html: words.map((one) => `<p class="notice">${escapeHtml(one)}</p>`).join('') }
}

/** A picture's words: its caption and who made it. The picture itself stands elsewhere and is never fetched. */
function figureOf(media: XmlElement): Rendering {
  const words = (name: string) => [...new Set(childrenOf(media, name).flatMap((one) => wordsOf(one) ?? []))]
  const captions = words('media-caption')
  const producers = words('media-producer')
  if (captions.length === 0 && producers.length === 0) return null
  const caption = captions.length > 0 ? `<figcaption>${escapeHtml(captions.join(' '))}</figcaption>` : ''
  const credit = producers.length > 0 ? `<p class="photo-credit">${escapeHtml(producers.join(' / '))}</p>` : ''
  return { html: `<figure>${caption}${credit}</figure>` }
}
