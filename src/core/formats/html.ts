import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { Fragment, type Mark, type Node } from 'prosemirror-model'
import { compose, composeFragment, isSafeLink, type BlockType, type Part, type Piece } from '../manuscript'
import { decodeText, hasHiddenCharacters } from './text'
import { ReadError, type ReadStory } from './types'
import { Lines, rankHeadings, tableOf, tidy, withMark, withoutMark } from './words'

// More than any page of news; a file made to exhaust memory meets these first.
const maxLength = 10_000_000
const maxNodes = 400_000
const maxTagDepth = 600
const maxPicture = 1_400_000

const dropped = new Set([
  ...['script', 'style', 'template', 'noscript', 'head', 'title', 'iframe', 'object', 'embed', 'applet', 'desc'],
  ...['canvas', 'audio', 'video', 'input', 'select', 'textarea', 'nav', 'noembed', 'noframes', 'datalist'],
  ...['del', 'dialog', 'frameset', 'map', 'progress', 'meter', 'xml', 'rp', 'rt'],
])
const lineBreakers = new Set([
  ...['address', 'article', 'aside', 'body', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'footer'],
  ...['form', 'header', 'hgroup', 'hr', 'html', 'legend', 'main', 'menu', 'p', 'pre', 'search', 'section', 'summary'],
  ...['ul', 'ol', 'li', 'blockquote', 'figure', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'caption'],
  ...['tr', 'td', 'th', 'tbody', 'thead', 'tfoot', 'br', 'xmp', 'listing', 'plaintext', 'marquee'],
])

/** Reads a page or a piece of HTML. Nothing is run, fetched or kept but the words, their marks and their structure. */
export function readHtml(bytes: Uint8Array): ReadStory {
  const { text, remarks } = decodeText(bytes)
  const { parts, remarks: more } = htmlParts(text)
  const manuscript = compose(parts)
  return { type: 'html', manuscript, wire: { text: '' }, remarks: [...remarks, ...more] }
}

/**
 * What was pasted, as blocks that fit anywhere in a story: Word's and Google Docs' wrappings, hidden words, comments and
 * everything that is not text are gone. Runs without a DOM. HTML too large or too deep gives no blocks.
 */
export function cleanPastedHtml(html: string): Fragment {
  try {
    return composeFragment(htmlParts(html).parts)
  } catch (error) {
    if (error instanceof ReadError) return Fragment.empty
    throw error
  }
}

interface Frame {
  node: Tree.Node
  context: Context
  leave?: () => void
}

interface Context {
  marks: readonly Mark[]
  /** What the lines inside are. */
  kind: Omit<Piece, 'content'>
  pre: boolean
  /** Inside a drawing, where only its lettering is text. */
  drawing: boolean
  heading: number
  depth: number
}

interface OpenTable {
  rows: { header: boolean; content: Node[]; colspan: number; rowspan: number }[][]
  /** The cell's own lines, and the sink to go back to. */
  cell?: Lines
  outer: Lines
  parts: Part[]
}

/** The parts of an HTML text in reading order, and what was left out. */
export function htmlParts(html: string): { parts: Part[]; remarks: string[] } {
  if (html.length > maxLength) throw new ReadError('too-large', 'The HTML is longer than 10 million characters.')
  measureDepth(html)
  const fragment = /<(?:html|body|head|!doctype)\b/i.test(html.slice(0, 2000)) ? parse(html) : parseFragment(html)
  return walk(fragment)
}

/** Tags opened deeper than any page are refused before the parser, whose work grows with the square of the depth. */
function measureDepth(html: string) {
  const tag =
    /<(\/?)(div|span|p|b|i|em|strong|font|table|tr|td|ul|ol|li|blockquote|section|a|u|s|center|svg|math|g|form|button)\b/gi
  let depth = 0
  for (let match = tag.exec(html); match; match = tag.exec(html)) {
    depth = match[1] ? Math.max(0, depth - 1) : depth + 1
    // Paragraphs, items and rows close themselves in loose HTML.
    if (/^(?:p|li|td|tr)$/i.test(match[2]!)) depth = match[1] ? depth + 1 : depth - 1
    if (depth > maxTagDepth) throw new ReadError('unsafe', `The HTML is nested deeper than ${maxTagDepth} levels.`)
  }
}

function walk(root: Tree.Node): { parts: Part[]; remarks: string[] } {
  const parts: Part[] = []
  const headings: { piece: Piece; rank: number }[] = []
  const left = { pictures: 0, deletions: 0, nodes: 0, hidden: false }
  let lines = new Lines()
  let lists = 0
  const tables: OpenTable[] = []
  let picture: Piece['figure']

  const close = (context: Context) => {
    const piece = lines.end({
      ...context.kind,
      ...(picture && context.kind.type === 'caption' ? { figure: picture } : {}),
    })
    if (!piece) return
    if (piece.figure) picture = undefined
    if (!tables.at(-1)?.cell) parts.push(piece)
    if (context.heading) headings.push({ piece, rank: context.heading })
  }

  const leaveTable = (table: OpenTable) => {
    const node = tableOf(table.rows)
    if (node) parts.push(node)
    else parts.push(...table.parts)
  }

  const enter = (element: Tree.Element, context: Context): { context: Context; leave?: () => void } | undefined => {
    const name = element.tagName
    const attributes = attributesOf(element)
    if (dropped.has(name)) {
      if (name === 'del') left.deletions++
      return undefined
    }
    const style = (attributes.get('style') ?? '').toLowerCase()
    const classes = ` ${(attributes.get('class') ?? '').toLowerCase()} `
    if (
      attributes.has('hidden') ||
      hiddenStyle.test(style) ||
      /\s(?:mso\w*comment\w*|mso(?:endnote|footnote)text|visually-hidden|sr-only)\s/.test(classes)
    ) {
      left.hidden = true
      return undefined
    }
    if (name === 'a' && /^#(?:cmnt|_msocom|_ftn|_edn)/.test(attributes.get('href') ?? '')) return undefined
    if (
      name === 'p' &&
      element.childNodes.some(
        (child) => 'tagName' in child && child.tagName === 'a' && /^cmnt\d/.test(attributesOf(child).get('id') ?? ''),
      )
    ) {
      left.hidden = true
      return undefined
    }
    if (/mso-list:\s*ignore/.test(style)) return undefined
    const inner: Context = { ...context, marks: marksOf(name, style, attributes, context), depth: context.depth + 1 }
    if (name === 'svg') inner.drawing = true
    else if (context.drawing && name === 'text') inner.drawing = false
    if (!lineBreakers.has(name)) {
      if (name === 'img') {
        const src = attributes.get('src') ?? ''
        const kept =
          /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]+$/i.test(src) && src.length < maxPicture
        const alt = (attributes.get('alt') ?? '').trim().slice(0, 1000)
        if (!kept) left.pictures++
        if (context.kind.type === 'photoCredit' && context.kind.figure) return undefined
        if (kept || alt) {
          const figure = { alt, ...(kept ? { src: src.replace(/\s/g, '') } : {}) }
          if (inFigure > 0) picture = figure
          else if (tables.length === 0) {
            close(context)
            parts.push({ type: 'caption', content: [], figure })
          }
        }
        return undefined
      }
      const role = roleOf(name, classes, attributes)
      if (
        role &&
        (role === 'dateline' || role === 'photoCredit' || role === 'byline') &&
        (lines.empty || role === 'photoCredit') &&
        name !== 'a'
      ) {
        // A dateline or a photo credit set apart inside its paragraph is a line of its own to us.
        close(context)
        inner.kind = { type: role }
        return { context: inner, leave: () => close(inner) }
      }
      return { context: inner }
    }
    close(context)
    inner.pre = context.pre || name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext'
    const heading = /^h([1-6])$/.exec(name)
    const told = roleOf(name, classes, attributes)
    if (heading) {
      inner.heading = told === 'headline' ? 1 : Number(heading[1])
      inner.kind = {}
      if (told && told !== 'headline') {
        inner.heading = 0
        inner.kind = { type: told }
      }
    } else if (name === 'p' && /\smsotitle\s/.test(classes)) inner.heading = 1
    else if (name === 'blockquote') inner.kind = { type: 'blockquote' }
    else if (name === 'aside' && /\spull-?quote\s/.test(classes)) inner.kind = { type: 'pullQuote' }
    else if (name === 'ul' || name === 'ol' || name === 'menu')
      inner.kind = { ...context.kind, list: { id: ++lists, ordered: name === 'ol' } }
    else if (name === 'li') {
      const list = context.kind.list ?? { id: ++lists, ordered: false }
      inner.kind = { type: 'item', list }
    } else if (/\smsolistparagraph/.test(classes) || /mso-list:\s*l\d/.test(style)) {
      const before = parts.at(-1)
      const same = before && !('nodeSize' in before) && before.type === 'item' && before.list
      const bullet = ignoredText(element)
      inner.kind = { type: 'item', list: same || { id: ++lists, ordered: /[\dA-Za-z][.)]/.test(bullet) } }
    } else if (name === 'figcaption' || (inFigure > 0 && told === 'caption')) inner.kind = { type: 'caption' }
    else if (told) inner.kind = { type: told }
    else if (name === 'table' && tables.length === 0) {
      tables.push({ rows: [], outer: lines, parts: [] })
      return {
        context: inner,
        leave: () => {
          close(inner)
          leaveTable(tables.pop()!)
        },
      }
    } else if (name === 'tr' && tables.length === 1 && !tables[0]!.cell) {
      if (tables[0]!.rows.length < 5000) tables[0]!.rows.push([])
    } else if ((name === 'td' || name === 'th') && tables.length === 1 && !tables[0]!.cell) {
      const table = tables[0]!
      const cell = (table.cell = new Lines())
      lines = cell
      return {
        context: { ...inner, kind: {} },
        leave: () => {
          close({ ...inner, kind: {} })
          delete table.cell
          lines = table.outer
          table.parts.push(...cell.pieces)
          table.rows.at(-1)?.push({
            header: name === 'th',
            content: joinPieces(cell.pieces),
            colspan: span(attributes.get('colspan')),
            rowspan: span(attributes.get('rowspan')),
          })
        },
      }
    } else if (name === 'figure') {
      inFigure++
      return {
        context: inner,
        leave: () => {
          close(inner)
          inFigure--
          if (picture) parts.push({ type: 'caption', content: [], figure: picture })
          picture = undefined
        },
      }
    }
    return { context: inner, leave: () => close(inner) }
  }

  let inFigure = 0
  const start: Context = { marks: [], kind: {}, pre: false, drawing: false, heading: 0, depth: 0 }
  const stack: Frame[] = [{ node: root, context: start }]
  while (stack.length > 0) {
    const frame = stack.pop()!
    if (frame.leave) {
      frame.leave()
      continue
    }
    if (++left.nodes > maxNodes) throw new ReadError('too-large', `The HTML has more than ${maxNodes} elements.`)
    const { node, context } = frame
    if (node.nodeName === '#text') {
      if (context.drawing) continue
      const text = (node as Tree.TextNode).value
      if (hasHiddenCharacters(text)) left.hidden = true
      if (!context.pre) lines.write(text, context.marks)
      else
        text.split('\n').forEach((line, i) => {
          if (i > 0) close(context)
          lines.write(line, context.marks)
        })
      continue
    }
    let next: { context: Context; leave?: () => void } | undefined = { context }
    if ('tagName' in node) next = enter(node, context)
    if (!next || !('childNodes' in node)) continue
    if (next.leave) stack.push({ node, context, leave: next.leave })
    for (let i = node.childNodes.length - 1; i >= 0; i--)
      stack.push({ node: node.childNodes[i]!, context: next.context })
  }
  close(start)

  cutDatelineDash(parts)
  const first = parts.find((part) => !('nodeSize' in part) && part.content.length > 0) as Piece | undefined
  rankHeadings(
    headings,
    first,
    parts.some((part) => 'type' in part && part.type === ('headline' as unknown)),
  )
  const remarks: string[] = []
  if (left.pictures > 0) remarks.push(`${count(left.pictures, 'picture')} left out.`)
  if (left.deletions > 0) remarks.push('Words marked as deleted were left out.')
  if (left.hidden) remarks.push('Hidden words, comments or invisible characters were left out.')
  return { parts, remarks }
}

/** The dash that joined a dateline, told by its class, to the words after it. */
function cutDatelineDash(parts: readonly Part[]) {
  parts.forEach((part, i) => {
    const next = parts[i + 1]
    if (!next || 'nodeSize' in part || 'nodeSize' in next || part.type !== 'dateline' || next.type) return
    const dash = /^(?:[—–:]|-{1,3})\s*/u.exec(next.content[0]?.text ?? '')
    if (dash)
      next.content = tidy(
        next.content.map((node, n) => ({
          text: n === 0 ? node.text!.slice(dash[0].length) : node.text!,
          marks: node.marks,
        })),
      )
  })
}

const hiddenStyle =
  /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|mso-element:\s*(?:comment|footnote|endnote|field)|font-size:\s*0(?:px|pt|em|%)?\s*(?:;|$)|opacity:\s*0\s*(?:;|$)/

/** A block's kind by the names that newsroom templates give it, ours first. */
function roleOf(name: string, classes: string, attributes: ReadonlyMap<string, string>): BlockType | undefined {
  if (attributes.get('rel') === 'author' || attributes.get('itemprop') === 'author') return 'byline'
  if (attributes.get('itemprop') === 'headline' && /^h\d$/.test(name)) return 'headline'
  if (!classes.trim()) return undefined
  for (const [type, pattern] of roles) if (pattern.test(classes)) return type
  return undefined
}

const roles: [BlockType, RegExp][] = [
  ['photoCredit', /\s(?:photo-?credit|image-?credit|picture-?credit|media-?credit|wp-caption-credit)\s/],
  ['standfirst', /\s(?:standfirst|msosubtitle|subtitle|dek|deck|article-(?:dek|subtitle|standfirst|summary))\s/],
  ['byline', /\s(?:byline|article-byline|author-name|post-author)\s/],
  ['dateline', /\s(?:dateline|article-dateline)\s/],
  ['related', /\s(?:related|also-read|related-link|read-more)\s/],
  ['credit', /\s(?:credit|agency-credit|article-credit)\s/],
  ['correction', /\s(?:correction|corrections|editors-correction)\s/],
  ['pullQuote', /\s(?:pull-?quote)\s/],
  ['notice', /\s(?:notice)\s/],
  ['caption', /\s(?:caption|wp-caption-text|msocaption)\s/],
]

function marksOf(
  name: string,
  style: string,
  attributes: ReadonlyMap<string, string>,
  context: Context,
): readonly Mark[] {
  let marks = context.marks
  const weight = told(style, 'font-weight')
  if (weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : name === 'b' || name === 'strong')
    marks = withMark(marks, 'strong')
  else if (weight && !lineBreakers.has(name)) marks = withoutMark(marks, 'strong')
  const slant = told(style, 'font-style')
  if (slant ? /^(?:italic|oblique)$/.test(slant) : name === 'em' || name === 'i' || name === 'cite' || name === 'var')
    marks = withMark(marks, 'em')
  else if (slant && !lineBreakers.has(name)) marks = withoutMark(marks, 'em')
  if (name === 'code' || name === 'kbd' || name === 'samp' || name === 'tt') marks = withMark(marks, 'code')
  if (name === 'a') {
    const href = linkTarget(attributes.get('href'))
    if (href) marks = withMark(marks, 'link', { href })
  }
  return marks
}

/** What a style says of a property, the last word counting; Word's own "mso-bidi-font-weight" is another property. */
function told(style: string, property: string): string | undefined {
  return [...style.matchAll(new RegExp(`(?:^|[;\\s])${property}:\\s*(\\w+)`, 'g'))].at(-1)?.[1]
}

/** Where a link leads, with Google's wrapping taken off; nothing for every scheme but http, https and mailto. */
export function linkTarget(href: string | undefined): string | undefined {
  const address = href?.trim()
  // oxlint-disable-next-line no-control-regex
  if (!address || /[\s\u0000-\u001f]/.test(address)) return undefined
  const wrapped = /^https?:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(address)?.[1]
  if (wrapped) {
    try {
      const inner = decodeURIComponent(wrapped)
      if (isSafeLink(inner)) return inner
    } catch {
      return undefined
    }
  }
  return isSafeLink(address) ? address : undefined
}

function attributesOf(element: Tree.Element): ReadonlyMap<string, string> {
  return new Map(element.attrs.map(({ name, value }) => [name, value]))
}

/** The bullet that Word writes into a list's paragraph, hidden from readers that know lists. */
function ignoredText(element: Tree.Element): string {
  for (const child of element.childNodes) {
    if (!('tagName' in child)) continue
    const text = child.childNodes.map((node) => ('value' in node ? node.value : '')).join('')
    if (/mso-list:\s*ignore/i.test(attributesOf(child).get('style') ?? '')) return text || ignoredText(child)
    const deeper = ignoredText(child)
    if (deeper) return deeper
  }
  return ''
}

/** The words of several lines as one, a space between them. */
export function joinPieces(pieces: readonly Piece[]): Node[] {
  const lines = new Lines()
  pieces.forEach((piece, i) => {
    if (i > 0) lines.write(' ', [])
    for (const node of piece.content) lines.write(node.text ?? '', node.marks)
  })
  return [...(lines.end()?.content ?? [])]
}

function span(value: string | undefined): number {
  const number = Number.parseInt(value ?? '1', 10)
  return number >= 1 && number <= 100 ? number : 1
}

export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
