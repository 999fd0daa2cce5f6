import type { Mark, Node } from 'prosemirror-model'
import { compose, type BlockType, type Part, type Piece } from '../manuscript'
import {
  isOn,
  numbering,
  partName,
  readXml,
  relationships,
  styles,
  type Element,
  type ParagraphStyle,
} from './docx-package'
import { count, joinPieces, linkTarget } from './html'
import { ReadError, type ReadStory } from './types'
import { Lines, rankHeadings, tableOf, withMark } from './words'
import { openZip, type Zip } from './zip'

const maxParagraphs = 60_000

/**
 * Reads a Word file: paragraphs, headings, lists, tables, links. Tracked changes are read as accepted; comments, hidden
 * words, fields' instructions, pictures and everything that could run or fetch are left out and said so.
 */
export function readDocx(bytes: Uint8Array): ReadStory {
  const zip = openZip(bytes)
  const main = [...relationships(zip, '').values()].find(({ type }) => type.endsWith('/officeDocument'))
  const name = main ? partName('', main.target) : 'word/document.xml'
  const document = zip.part(name)
  if (!document) throw new ReadError('damaged', 'The Word file has no document in it.')
  const body = new DocumentReader(zip, name)
  body.read(document)
  const notes = notesOf(zip, name)
  if (notes.length > 0) body.parts.push(...notes)
  const remarks = body.remarks(notes.length > 0 ? 'kept' : 'gone')
  if (zip.damaged.length > 0)
    remarks.push('The file is damaged: its checksum does not fit. Check the text against the original.')
  return { type: 'docx', manuscript: compose(body.parts), wire: { text: '' }, remarks }
}

/** Footnotes and endnotes, for the desk: they stand at the end as notices, which no copy has. */
function notesOf(zip: Zip, name: string): Piece[] {
  return [...relationships(zip, name).values()]
    .filter(({ type, external }) => /\/(?:foot|end)notes$/.test(type) && !external)
    .flatMap(({ target }) => {
      const part = partName(name, target)
      const bytes = zip.part(part)
      if (!bytes) return []
      const reader = new DocumentReader(zip, part)
      reader.read(bytes)
      return reader.parts.flatMap((piece) =>
        'nodeSize' in piece ? [] : [{ type: 'notice' as const, content: piece.content }],
      )
    })
}

/** Style names, Word's own and ours, and the kind of block they make. */
const kinds: ReadonlyMap<string, BlockType> = new Map<string, BlockType>([
  ['subtitle', 'standfirst'],
  ['standfirst', 'standfirst'],
  ['byline', 'byline'],
  ['quote', 'blockquote'],
  ['block text', 'blockquote'],
  ['intense quote', 'pullQuote'],
  ['caption', 'caption'],
  ['image caption', 'caption'],
  ['photo credit', 'photoCredit'],
  ['related link', 'related'],
  ['agency credit', 'credit'],
  ['correction', 'correction'],
])

interface Paragraph {
  style?: string
  numId?: string
  level: string
  outline?: number
  lines: Lines
  /** Its mark was deleted: the next paragraph continues it. */
  joins: boolean
}

interface RunState {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  style?: string
}

interface Field {
  instruction: string
  shown: boolean
}

interface Cell {
  lines: Lines
  colspan: number
}

// Elements whose content is no part of the text as it stands.
const skipped = new Set([
  ...['del', 'moveFrom', 'delText', 'delInstrText', 'Fallback', 'sdtPr', 'sectPr', 'tblPr', 'object'],
  ...['rt', 'tblGrid', 'moveFromRangeStart', 'binData', 'OLEObject', 'rPrChange', 'pPrChange', 'numPrChange'],
])

class DocumentReader {
  readonly parts: Part[] = []
  private readonly links: ReturnType<typeof relationships>
  private readonly styles: ReadonlyMap<string, ParagraphStyle>
  private readonly ordered: ReadonlySet<string>
  private readonly headings: { piece: Piece; rank: number }[] = []
  private readonly path: string[] = []
  private readonly paragraphs: Paragraph[] = []
  private readonly fields: Field[] = []
  private readonly hrefs: (string | undefined)[] = []
  private skip = 0
  private run: RunState = {}
  private carried: Lines | undefined
  private rows: Cell[][] = []
  private tables = 0
  private cell: Cell | undefined
  private header = false
  private many = 0
  private lists = 0
  private lastList: { numId: string; id: number; ordered: boolean } | undefined
  private readonly left = { comments: 0, changes: 0, notes: 0, pictures: 0, hidden: 0, objects: 0 }

  constructor(zip: Zip, name: string) {
    this.links = relationships(zip, name)
    const byType = (type: string) => {
      const found = [...this.links.values()].find((link) => link.type.endsWith(`/${type}`) && !link.external)
      return found ? zip.part(partName(name, found.target)) : undefined
    }
    this.styles = styles(byType('styles'))
    this.ordered = numbering(byType('numbering'))
  }

  read(bytes: Uint8Array) {
    readXml(bytes, {
      open: (element) => this.open(element),
      close: (element) => this.close(element),
      text: (text) => {
        const at = this.path.at(-1)
        if (this.skip > 0) return
        if (at === 't') this.write(text)
        else if (at === 'instrText' && this.fields.length > 0) this.fields.at(-1)!.instruction += text.slice(0, 4096)
      },
    })
    this.flushCarried()
    const first = this.parts.find((part) => !('nodeSize' in part)) as Piece | undefined
    rankHeadings(this.headings, first, false)
  }

  remarks(foot: 'kept' | 'gone'): string[] {
    const said: string[] = []
    const { comments, changes, notes, pictures, hidden, objects } = this.left
    if (changes > 0)
      said.push(
        `${count(changes, 'tracked change')} were read as accepted.`.replace(
          '1 tracked change were',
          '1 tracked change was',
        ),
      )
    if (comments > 0) said.push(`${count(comments, 'comment')} left out.`)
    if (notes > 0)
      said.push(
        `${count(notes, 'footnote or endnote').replace(/note or endnotes$/, 'notes or endnotes')} ${foot === 'kept' ? 'kept at the end, for the desk only' : 'left out'}.`,
      )
    if (pictures > 0) said.push(`${count(pictures, 'picture')} left out.`)
    if (objects > 0) said.push(`${count(objects, 'embedded object')} left out.`)
    if (hidden > 0) said.push('Hidden words were left out.')
    return said
  }

  private open(element: Element) {
    const { name, attributes } = element
    this.path.push(name)
    if (this.skip > 0 || skipped.has(name)) {
      if (this.skip === 0) this.noteSkipped(name)
      this.skip++
      return
    }
    const value = attributes.get('val')
    const paragraph = this.paragraphs.at(-1)
    const parent = this.path.at(-2)
    switch (name) {
      case 'p':
        if (!element.word) return
        if (++this.many > maxParagraphs)
          throw new ReadError('too-large', `The file has more than ${maxParagraphs} paragraphs.`)
        this.paragraphs.push({ level: '0', lines: this.carried ?? new Lines(), joins: false })
        this.carried = undefined
        return
      case 'pStyle':
        if (paragraph && value) paragraph.style = value
        return
      case 'numId':
        if (paragraph && value) paragraph.numId = value
        return
      case 'ilvl':
        if (paragraph && value) paragraph.level = value
        return
      case 'outlineLvl':
        if (paragraph) paragraph.outline = Number(value)
        return
      case 'r':
        if (element.word) this.run = {}
        return
      case 'rStyle':
        if (this.inRunProperties() && value) this.run.style = value
        return
      case 'b':
        if (this.inRunProperties()) this.run.bold = isOn(value)
        return
      case 'i':
        if (this.inRunProperties()) this.run.italic = isOn(value)
        return
      case 'vanish':
      case 'webHidden':
        if (this.inRunProperties() && isOn(value)) this.run.hidden = true
        return
      case 'tab':
        if (parent === 'r') this.write(' ')
        return
      case 'br':
      case 'cr':
        if (parent === 'r' && paragraph && attributes.get('type') === undefined) this.endLine(paragraph)
        return
      case 'noBreakHyphen':
        this.write('-')
        return
      case 'fldChar': {
        const kind = attributes.get('fldCharType')
        if (kind === 'begin') this.fields.push({ instruction: '', shown: false })
        else if (kind === 'separate' && this.fields.length > 0) this.fields.at(-1)!.shown = true
        else if (kind === 'end') this.fields.pop()
        return
      }
      case 'fldSimple':
        this.fields.push({ instruction: attributes.get('instr') ?? '', shown: true })
        return
      case 'hyperlink': {
        const link = this.links.get(attributes.get('id') ?? '')
        this.hrefs.push(link?.external ? linkTarget(link.target) : undefined)
        return
      }
      case 'ins':
      case 'moveTo':
        this.left.changes++
        return
      case 'commentReference':
        this.left.comments++
        return
      case 'footnoteReference':
      case 'endnoteReference':
        this.left.notes++
        return
      case 'blip':
      case 'imagedata':
        this.left.pictures++
        return
      case 'altChunk':
        this.left.objects++
        return
      case 'tbl':
        if (++this.tables === 1 && this.paragraphs.length === 0) this.rows = []
        return
      case 'tr':
        if (this.tables === 1) this.rows.push([])
        return
      case 'gridSpan':
        if (this.cell && this.tables === 1) this.cell.colspan = Math.min(100, Math.max(1, Number(value) || 1))
        return
      case 'tc':
        if (this.tables === 1) this.cell = { lines: new Lines(), colspan: 1 }
        return
      default:
        return
    }
  }

  private close({ name, word }: Element) {
    this.path.pop()
    if (this.skip > 0) {
      this.skip--
      return
    }
    switch (name) {
      case 'p':
        if (word) this.endParagraph()
        return
      case 'r':
        this.run = {}
        return
      case 'fldSimple':
        this.fields.pop()
        return
      case 'hyperlink':
        this.hrefs.pop()
        return
      case 'tc':
        if (this.tables === 1 && this.cell) {
          this.rows.at(-1)?.push(this.cell)
          this.cell = undefined
        }
        return
      case 'tbl':
        if (--this.tables === 0) this.endTable()
        return
      default:
        return
    }
  }

  private noteSkipped(name: string) {
    if (name === 'del' || name === 'moveFrom') {
      this.left.changes++
      // A deleted paragraph mark joins the paragraph to the next.
      if (this.path.at(-2) === 'rPr' && this.path.at(-3) === 'pPr' && this.paragraphs.length > 0)
        this.paragraphs.at(-1)!.joins = true
    } else if (name === 'object' || name === 'OLEObject') this.left.objects++
  }

  private inRunProperties(): boolean {
    return this.path.at(-2) === 'rPr' && this.path.at(-3) === 'r'
  }

  private write(text: string) {
    const paragraph = this.paragraphs.at(-1)
    if (!paragraph || this.fields.some((field) => !field.shown)) return
    const style = this.run.style ? this.styles.get(this.run.style) : undefined
    if (this.run.hidden || style?.hidden || this.styleOf(paragraph)?.hidden) {
      this.left.hidden++
      return
    }
    let marks: readonly Mark[] = []
    if (this.run.bold ?? (style?.bold || style?.name === 'strong')) marks = withMark(marks, 'strong')
    if (this.run.italic ?? (style?.italic || style?.name === 'emphasis')) marks = withMark(marks, 'em')
    if (style?.name === 'code' || style?.name === 'verbatim char') marks = withMark(marks, 'code')
    const href = this.hrefs.at(-1) ?? this.fieldLink()
    if (href) marks = withMark(marks, 'link', { href })
    paragraph.lines.write(text, marks)
  }

  private fieldLink(): string | undefined {
    const field = this.fields.findLast(({ instruction }) => /^\s*HYPERLINK\b/i.test(instruction))
    return field && linkTarget(/HYPERLINK\s+"([^"]+)"/i.exec(field.instruction)?.[1])
  }

  private styleOf({ style }: Paragraph): ParagraphStyle | undefined {
    return style ? this.styles.get(style) : undefined
  }

  private endParagraph() {
    const paragraph = this.paragraphs.pop()
    if (!paragraph) return
    if (paragraph.joins) this.carried = paragraph.lines
    else this.endLine(paragraph)
  }

  private flushCarried() {
    if (!this.carried) return
    this.endLine({ level: '0', lines: this.carried, joins: false })
    this.carried = undefined
  }

  private endLine(paragraph: Paragraph) {
    const { type, rank } = this.kindOf(paragraph)
    const list = type === 'item' ? { list: this.listOf(paragraph) } : {}
    if (type !== 'item' && !paragraph.lines.empty) this.lastList = undefined
    const piece = paragraph.lines.end({ ...(type ? { type } : {}), ...list })
    if (!piece) return
    if (this.cell) this.cell.lines.add(piece)
    else {
      this.parts.push(piece)
      if (rank) this.headings.push({ piece, rank })
    }
  }

  private kindOf(paragraph: Paragraph): { type?: BlockType; rank?: number } {
    let id = paragraph.style
    for (let steps = 0; id && steps < 12; steps++) {
      const style = this.styles.get(id)
      const name = style?.name || id.toLowerCase().replace(/^heading(?=\d)/, 'heading ')
      const heading = /^heading (\d)$/.exec(name)
      if (heading) return { rank: Number(heading[1]) }
      if (name === 'title') return { rank: 1 }
      const type = kinds.get(name)
      if (type) return { type }
      if (style?.outline !== undefined && style.outline < 9) return { rank: style.outline + 1 }
      if (/^list (?:bullet|number)/.test(name) || (style?.numbering && paragraph.numId === undefined))
        return { type: 'item' }
      id = style?.basedOn
    }
    if (paragraph.outline !== undefined && paragraph.outline < 9) return { rank: paragraph.outline + 1 }
    return paragraph.numId && paragraph.numId !== '0' ? { type: 'item' } : {}
  }

  private listOf(paragraph: Paragraph): { id: number; ordered: boolean } {
    const style = this.styleOf(paragraph)
    const numId = paragraph.numId ?? style?.numbering ?? style?.name ?? ''
    if (this.lastList?.numId === numId) return this.lastList
    const ordered = this.ordered.has(`${numId}/${paragraph.level}`) || /^list number/.test(style?.name ?? '')
    this.lastList = { numId, id: ++this.lists, ordered }
    return this.lastList
  }

  private endTable() {
    const rows = this.rows
    this.rows = []
    const table = tableOf(
      rows.map((row) =>
        row.map((cell): { header: boolean; content: Node[]; colspan: number; rowspan: number } => ({
          header: false,
          content: joinPieces(cell.lines.pieces),
          colspan: cell.colspan,
          rowspan: 1,
        })),
      ),
    )
    if (table) this.parts.push(table)
    else for (const row of rows) for (const cell of row) this.parts.push(...cell.lines.pieces)
  }
}
