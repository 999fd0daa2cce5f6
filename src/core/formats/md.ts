import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast'
import type { Mark } from 'prosemirror-model'
import { compose, type Part, type Piece } from '../manuscript'
import { linkTarget, count } from './html'
import { decodeText } from './text'
import { ReadError, type ReadStory } from './types'
import { Lines, rankHeadings, tableOf, tidy, withMark } from './words'

const maxLength = 4_000_000
const maxDepth = 60
const maxBrackets = 2000

/** Reads Markdown (CommonMark, front matter, pipe tables). Raw HTML and comments are left out, never rendered. */
export function readMd(bytes: Uint8Array): ReadStory {
  const { text, remarks } = decodeText(bytes)
  if (text.length > maxLength) throw new ReadError('too-large', 'The Markdown is longer than 4 million characters.')
  measure(text)
  const { fields, body } = frontMatter(text)
  const story = new MarkdownStory(body, fields.get('headline') ?? fields.get('title'))
  const slug = fields.get('slug')
  return {
    type: 'md',
    manuscript: compose(story.parts),
    ...(slug ? { slug } : {}),
    wire: { text: '' },
    remarks: [...remarks, ...story.remarks()],
  }
}

/** Nests that make a Markdown parser's work grow with the square of their depth are refused before it. */
function measure(text: string) {
  let open = 0
  let quotes = 0
  for (const line of text.split('\n')) {
    quotes = Math.max(quotes, (/^[\s>]*/.exec(line)![0].match(/>/g) ?? []).length)
    if (!line.trim()) open = 0
    for (const sign of line) {
      if (sign === '[') open++
      else if (sign === ']' && open > 0) open--
      if (open > maxBrackets)
        throw new ReadError('unsafe', `The Markdown opens more than ${maxBrackets} brackets at once.`)
    }
  }
  if (quotes > maxDepth) throw new ReadError('unsafe', `The Markdown is nested deeper than ${maxDepth} levels.`)
}

function frontMatter(text: string): { fields: ReadonlyMap<string, string>; body: string } {
  const found = /^---[^\S\n]*\n([\s\S]{0,20000}?)\n(?:---|\.\.\.)[^\S\n]*(?:\n|$)/.exec(text)
  const fields = new Map<string, string>()
  if (!found || !/^\w[\w-]*\s*:/m.test(found[1]!)) return { fields, body: text }
  for (const line of found[1]!.split('\n')) {
    const pair = /^(\w[\w-]*)\s*:\s*(.+)$/.exec(line)
    if (pair) fields.set(pair[1]!.toLowerCase(), pair[2]!.trim().replace(/^(["'])(.*)\1$/, '$2'))
  }
  return { fields, body: text.slice(found[0].length) }
}

type Kind = Omit<Piece, 'content'>

class MarkdownStory {
  readonly parts: Part[] = []
  private readonly headings: { piece: Piece; rank: number }[] = []
  private readonly links = new Map<string, string>()
  private readonly source: string
  private lists = 0
  private pictures = 0
  private html = 0

  constructor(source: string, title: string | undefined) {
    this.source = source
    const root: Root = fromMarkdown(source)
    if (title) this.parts.push({ type: 'headline', content: tidy([{ text: title, marks: [] }]) })
    for (const node of root.children)
      if (node.type === 'definition' && !this.links.has(node.identifier)) this.links.set(node.identifier, node.url)
    this.blocks(root, {}, 0)
    const first = this.parts.find((part) => !('nodeSize' in part)) as Piece | undefined
    rankHeadings(this.headings, first, title !== undefined)
    this.markStandfirst()
  }

  remarks(): string[] {
    const said: string[] = []
    if (this.pictures > 0) said.push(`${count(this.pictures, 'picture')} left out.`)
    if (this.html > 0) said.push('HTML and comments in the Markdown were left out.')
    return said
  }

  /** A paragraph all in italics under the headline. */
  private markStandfirst() {
    const [headline, next] = this.parts
    if (!headline || !next || 'nodeSize' in headline || 'nodeSize' in next || headline.type !== 'headline' || next.type)
      return
    if (next.content.length === 0 || !next.content.every((node) => node.marks.some(({ type }) => type.name === 'em')))
      return
    next.type = 'standfirst'
    next.content = tidy(next.content.map((node) => ({ text: node.text ?? '', marks: [] })))
  }

  private blocks(parent: Parents, kind: Kind, depth: number) {
    if (depth > maxDepth) throw new ReadError('unsafe', `The Markdown is nested deeper than ${maxDepth} levels.`)
    for (const node of parent.children) this.block(node, kind, depth)
  }

  private block(node: Nodes, kind: Kind, depth: number) {
    if (node.type === 'paragraph') {
      if (!this.table(node)) this.lines(node.children, kind)
    } else if (node.type === 'heading') {
      const lines = new Lines()
      this.inline(node.children, [], lines, {})
      const piece = lines.end()
      if (!piece) return
      this.parts.push(piece)
      this.headings.push({ piece, rank: node.depth })
    } else if (node.type === 'blockquote') this.blocks(node, { type: 'blockquote' }, depth + 1)
    else if (node.type === 'list') {
      const list = { id: ++this.lists, ordered: node.ordered === true }
      for (const item of node.children) this.blocks(item, { type: 'item', list }, depth + 1)
    } else if (node.type === 'code')
      for (const line of node.value.split('\n')) this.push(line, kind, withMark([], 'code'))
    else if (node.type === 'html') this.html++
  }

  private push(text: string, kind: Kind, marks: readonly Mark[]) {
    const lines = new Lines()
    lines.write(text, marks)
    const piece = lines.end(kind)
    if (piece) this.parts.push(piece)
  }

  private lines(nodes: readonly PhrasingContent[], kind: Kind) {
    const lines = new Lines()
    this.inline(nodes, [], lines, kind)
    lines.end(kind)
    this.parts.push(...lines.pieces)
  }

  private inline(nodes: readonly PhrasingContent[], marks: readonly Mark[], lines: Lines, kind: Kind, depth = 0) {
    if (depth > maxDepth) throw new ReadError('unsafe', `The Markdown is nested deeper than ${maxDepth} levels.`)
    for (const node of nodes) {
      switch (node.type) {
        case 'text':
          lines.write(node.value, marks)
          break
        case 'strong':
          this.inline(node.children, withMark(marks, 'strong'), lines, kind, depth + 1)
          break
        case 'emphasis':
          this.inline(node.children, withMark(marks, 'em'), lines, kind, depth + 1)
          break
        case 'delete':
          break
        case 'inlineCode':
          lines.write(node.value, withMark(marks, 'code'))
          break
        case 'break':
          lines.end(kind)
          break
        case 'link':
        case 'linkReference': {
          const href = linkTarget(node.type === 'link' ? node.url : this.links.get(node.identifier))
          this.inline(node.children, href ? withMark(marks, 'link', { href }) : marks, lines, kind, depth + 1)
          break
        }
        case 'image':
        case 'imageReference':
          this.pictures++
          if (node.alt) {
            const figure = { alt: node.alt.slice(0, 1000) }
            if (lines.empty && lines.pieces.length === 0 && nodes.length === 1)
              lines.add({ type: 'caption', content: [], figure })
          }
          break
        case 'html':
          this.html++
          break
        case 'footnoteReference':
          break
      }
    }
  }

  /** A paragraph whose lines are rows between bars, the second of dashes, is a table. */
  private table(node: Nodes): boolean {
    const { start, end } = node.position!
    const rows = this.source
      .slice(start.offset, end.offset)
      .split('\n')
      .map((row) => row.trim())
    if (rows.length < 2 || !rows.every((row) => row.startsWith('|') && row.endsWith('|'))) return false
    if (!/^\|(?:\s*:?-+:?\s*\|)+$/.test(rows[1]!)) return false
    const cells = (row: string) =>
      row
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
    const table = tableOf(
      [rows[0]!, ...rows.slice(2)].map((row, i) =>
        cells(row).map((cell) => {
          const lines = new Lines()
          const paragraph = fromMarkdown(cell.replace(/\\\|/g, '|')).children[0]
          if (paragraph && 'children' in paragraph) this.inline(paragraph.children as PhrasingContent[], [], lines, {})
          return {
            header: i === 0 && cells(rows[0]!).some(Boolean),
            content: [...(lines.end()?.content ?? [])],
            colspan: 1,
            rowspan: 1,
          }
        }),
      ),
    )
    if (table) this.parts.push(table)
    return table !== undefined
  }
}
