import type { Part } from '../manuscript'
import { embargoIn } from './embargo-words'
import { agencyOf, wireStory, type WireData } from './wire-item'
import { isBroken, measureOf } from './wire-lines'
import { isoTime } from './wire-time'
import type { ReadStory } from './types'
import {
  allOf,
  at,
  attributeOf,
  childrenOf,
  clean,
  elementsOf,
  parseXml,
  wordsOf,
  type XmlElement,
  type XmlNode,
} from './xml'
import { escapeHtml, partsOfXml, tag, type Rendering } from './xml-html'

/** Reads an item in NITF, 2.5 to 3.6, with or without its document type or namespace. */
export function readNitf(bytes: Uint8Array): ReadStory {
  const { root, remarks } = parseXml(bytes)
  return nitfStory(root, remarks)
}

/** The story that an `nitf` element holds. */
export function nitfStory(root: XmlElement, remarks: string[]): ReadStory {
  const head = at(root, 'body', 'body.head')
  const content = nitfContent(root, remarks)
  return wireStory('nitf', nitfHead(root), content.parts, nitfData(root, head, content.photoCredits), remarks)
}

/** What `body.head` displays. A second headline or an abstract is the standfirst. */
export function nitfHead(root: XmlElement) {
  const head = at(root, 'body', 'body.head')
  const headline = wordsOf(at(head, 'hedline', 'hl1')) ?? wordsOf(allOf(head, 'hl1')[0])
  const keywords = keywordsOf(root).map((keyword) => keyword.toLowerCase())
  const second = childrenOf(at(head, 'hedline'), 'hl2')
    .map(wordsOf)
    .find((words) => words !== undefined && words !== headline && !keywords.includes(words.toLowerCase()))
  const summary = childrenOf(head, 'abstract')
    .map(summaryWords)
    .find((words) => words !== undefined)
  return {
    headline: headline ?? wordsOf(at(root, 'head', 'title')),
    standfirst: second ?? summary,
    summary: second === undefined ? undefined : summary,
    byline: childrenOf(head, 'byline').map(bylineWords).filter(Boolean).join('; '),
    dateline: childrenOf(head, 'dateline')
      .map(datelineWords)
      .find((words) => words !== undefined),
  }
}

const summaryWords = (abstract: XmlElement) =>
  clean(
    elementsOf(abstract).length > 0 ? elementsOf(abstract).map(wordsOf).filter(Boolean).join(' ') : wordsOf(abstract),
  )

/** A byline with the writer's title set off, which agencies leave to the page's design. */
function bylineWords(byline: XmlElement): string | undefined {
  let words = ''
  const add = (node: XmlNode) => {
    if (typeof node === 'string') words += node
    else {
      if (node.name === 'byttl' && /\S/.test(words) && !/[,;(–—-]\s*$/u.test(words)) words = `${words.trimEnd()}, `
      // "By<person>…" has no space of its own.
      else if (/\p{L}$/u.test(words)) words += ' '
      node.children.forEach(add)
    }
  }
  byline.children.forEach(add)
  return clean(words.replace(/\s+([,.;])/gu, '$1'))
}

/** A place, and a date that is written to be read. */
function datelineWords(dateline: XmlElement): string | undefined {
  const gather = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return child
        return child.name === 'story.date' && !/\p{L}{3}/u.test(wordsOf(child) ?? '') ? '' : gather(child)
      })
      .join('')
  const words = clean(gather(dateline))
    ?.replace(/\s+([,.])/gu, '$1')
    .replace(/[\s,.—–-]+$/u, '')
  return words && /\p{L}/u.test(words) ? words : undefined
}

const keywordsOf = (root: XmlElement): string[] =>
  allOf(at(root, 'head', 'docdata'), 'keyword').flatMap((keyword) => attributeOf(keyword, 'key') ?? [])

// What agencies call their slug in `meta`, where no field of the standard's has it.
const slugMetas = ['slug', 'slugline', 'anpa-keyword', 'ntbstikkord']

function nitfData(root: XmlElement, head: XmlElement | undefined, photoCredits: readonly string[]): WireData {
  const docdata = at(root, 'head', 'docdata')
  const field = (name: string, attribute: string) => attributeOf(childrenOf(docdata, name)[0], attribute)
  const metas = new Map(
    childrenOf(at(root, 'head'), 'meta').map((meta) => [
      meta.attributes.get('name')?.toLowerCase(),
      attributeOf(meta, 'content'),
    ]),
  )
  const keywords = keywordsOf(root)
  const slug =
    field('du-key', 'key') ??
    slugMetas.map((name) => metas.get(name)).find((words) => words !== undefined) ??
    (keywords.length === 1 ? keywords[0] : undefined) ??
    field('fixture', 'fix-id')
  const [generation, version] = [field('du-key', 'generation'), field('du-key', 'version')]
  const issued = isoTime(field('date.issue', 'norm'))
  const released = isoTime(field('date.release', 'norm'))
  const management = attributeOf(docdata, 'management-status')?.toLowerCase()
  const later = released !== undefined && (issued === undefined || Date.parse(released) > Date.parse(issued))
  const correction = childrenOf(docdata, 'correction')[0]
  const notes = [
    ...childrenOf(docdata, 'ed-msg').map((message) => attributeOf(message, 'info')),
    attributeOf(correction, 'info'),
    ...allOf(head, 'note').filter(isForEditors).map(wordsOf),
  ]
  const inWords = embargoIn(notes.filter(Boolean).join('\n'), issued)
  const embargo =
    released !== undefined && (management === 'embargoed' || later)
      ? released
      : typeof inWords === 'object'
        ? inWords.until
        : undefined
  const distributor = wordsOf(childrenOf(head, 'distributor')[0])
  const holder = field('doc.copyright', 'holder')
  return {
    agency: agencyOf([
      distributor,
      field('doc-id', 'regsrc'),
      holder,
      ...allOf(docdata, 'from-src').map((source) => attributeOf(source, 'src-name')),
      wordsOf(allOf(head, 'rights.owner')[0]),
      field('doc.rights', 'owner'),
      attributeOf(at(root, 'head', 'pubdata'), 'name'),
    ]),
    credit: distributor,
    slug,
    version: generation && version ? `${generation}.${version}` : (version ?? generation),
    at: issued ?? isoTime(attributeOf(childrenOf(at(root, 'head'), 'pubdata')[0], 'date.publication')),
    created: isoTime(attributeOf(childrenOf(at(root, 'head'), 'revision-history')[0], 'norm')),
    language: attributeOf(root, 'baselang') ?? attributeOf(root, 'lang'),
    usage: usageOf(docdata, head),
    copyright: [holder && '©', field('doc.copyright', 'year')?.slice(0, 4), holder].filter(Boolean).join(' '),
    embargo,
    editorsNote: [...new Set(notes.filter(Boolean))].join(' '),
    item: field('doc-id', 'id-string'),
    previous: attributeOf(docdata, 'management-doc-idref') ?? attributeOf(correction, 'id-string'),
    status: statusOf(management, embargo, correction !== undefined),
    photoCredits: [...photoCredits],
  }
}

function statusOf(management: string | undefined, embargo: string | undefined, corrects: boolean): WireData['status'] {
  if (management === 'canceled' || management === 'cancelled') return 'killed'
  // Under an embargo whose hour is not told, an item waits for its agency's word.
  if (management === 'withheld' || (management === 'embargoed' && embargo === undefined)) return 'withheld'
  return corrects ? 'corrected' : undefined
}

/** The terms in `doc.rights` and `rights`: what is allowed, where, until when; not who owns it. */
function usageOf(docdata: XmlElement | undefined, head: XmlElement | undefined): string | undefined {
  const terms = childrenOf(docdata, 'doc.rights').flatMap((rights) => {
    const type = attributeOf(rights, 'type')
    return [
      type && !/^(?:none|all|n\/a)$/i.test(type) ? type : undefined,
      attributeOf(rights, 'limitations'),
      attributeOf(rights, 'geography'),
      isoTime(attributeOf(rights, 'enddate')) && `until ${isoTime(attributeOf(rights, 'enddate'))}`,
    ]
  })
  const shown = ['rights.type', 'rights.limitations', 'rights.geography', 'rights.enddate'].map((name) =>
    wordsOf(allOf(head, name)[0]),
  )
  return clean([...new Set([...terms, ...shown].filter(Boolean))].join('; '))?.replace(/\.;/g, ';')
}

/** `npa` is the standard's word for a note that may not be published. */
const isForEditors = (note: XmlElement): boolean =>
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
