import { strToU8, zipSync, type Zippable } from 'fflate'
import type { Node } from 'prosemirror-model'
import { isSafeLink, type Manuscript } from '../manuscript'
import { children, cleanCopy, datelineDash } from './copy'
import { escapeHtml as escapeXml } from './write-html'
import type { CopyMeta } from './types'

/**
 * The clean copy as a Word file (ECMA-376, transitional). It says title and language of itself and nothing of people,
 * programs or hours; the same copy gives the same bytes.
 */
export function writeDocx(manuscript: Manuscript, meta: CopyMeta): Uint8Array {
  const copy = cleanCopy(manuscript)
  const links: string[] = []
  const lists = new Lists()
  const paragraphs = [
    ...(copy.headline ? [paragraph('Title', runs(copy.headline, links))] : []),
    ...(copy.standfirst ? [paragraph('Subtitle', runs(copy.standfirst, links))] : []),
    ...(copy.byline ? [paragraph('Byline', runs(copy.byline, links))] : []),
    ...copy.body.map((node, index) => {
      const dateline = copy.dateline && index === copy.opens ? runs(copy.dateline, links) + run(datelineDash) : ''
      return block(node, dateline, links, lists)
    }),
  ]
  const title = copy.headline?.textContent ?? meta.slug
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': packageLinks,
    'docProps/core.xml': coreProperties(title, meta.language),
    'word/document.xml': `${xml}<w:document xmlns:w="${w}" xmlns:r="${r}"><w:body>${paragraphs.join('') || '<w:p/>'}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>`,
    'word/styles.xml': stylesXml(meta.language),
    'word/numbering.xml': lists.xml(),
    'word/_rels/document.xml.rels': documentLinks(links),
  }
  const files: Zippable = {}
  for (const [name, content] of Object.entries(parts))
    files[name] = [strToU8(content), { mtime: new Date(epoch), level: 6 }]
  return zipSync(files)
}

// The earliest hour a zip entry can carry: a file that tells no hour tells this one.
const epoch = '1980-01-01T12:00:00'
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const r = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const p = 'http://schemas.openxmlformats.org/package/2006'

/** Each list counts for itself. */
class Lists {
  private readonly ordered: boolean[] = []

  add(ordered: boolean): number {
    return this.ordered.push(ordered)
  }

  xml(): string {
    const level = (format: string, text: string) =>
      `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr></w:lvl>`
    const kinds = this.ordered.map(
      (ordered, i) =>
        `<w:abstractNum w:abstractNumId="${i + 1}"><w:multiLevelType w:val="singleLevel"/>${ordered ? level('decimal', '%1.') : level('bullet', '•')}</w:abstractNum>`,
    )
    const numbers = this.ordered.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i + 1}"/></w:num>`)
    return `${xml}<w:numbering xmlns:w="${w}">${kinds.join('')}${numbers.join('')}</w:numbering>`
  }
}

const styleOf: Readonly<Record<string, string>> = {
  blockquote: 'Quote',
  pullQuote: 'IntenseQuote',
  related: 'RelatedLink',
  credit: 'AgencyCredit',
  correction: 'Correction',
}

function block(node: Node, dateline: string, links: string[], lists: Lists): string {
  switch (node.type.name) {
    case 'subhead':
      return paragraph(node.attrs.level === 3 ? 'Heading3' : 'Heading2', runs(node, links))
    case 'list': {
      const id = lists.add(node.attrs.ordered === true)
      const number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`
      return children(node)
        .map((item) => paragraph('ListParagraph', runs(item, links), number))
        .join('')
    }
    case 'figure': {
      const [caption, credit] = children(node)
      return (
        (caption?.textContent ? paragraph('Caption', runs(caption, links)) : '') +
        (credit?.textContent ? paragraph('PhotoCredit', runs(credit, links)) : '')
      )
    }
    case 'table':
      return table(node, links)
    case 'related': {
      const href: unknown = node.attrs.href
      return paragraph('RelatedLink', isSafeLink(href) ? link(href, run(node.textContent), links) : runs(node, links))
    }
    default:
      return paragraph(styleOf[node.type.name], dateline + runs(node, links))
  }
}

function table(node: Node, links: string[]): string {
  const rows = children(node)
  const columns = Math.max(
    ...rows.map((row) => children(row).reduce((sum, cell) => sum + Number(cell.attrs.colspan), 0)),
  )
  const border = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(
    (side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`,
  )
  const cells = (row: Node) =>
    children(row)
      .map((cell) => {
        const span = Number(cell.attrs.colspan) > 1 ? `<w:gridSpan w:val="${Number(cell.attrs.colspan)}"/>` : ''
        return `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>${span}</w:tcPr>${paragraph(undefined, runs(cell, links))}</w:tc>`
      })
      .join('')
  const headed = (row: Node) => children(row).every((cell) => cell.type.name === 'tableHeader')
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${border.join('')}</w:tblBorders></w:tblPr><w:tblGrid>${'<w:gridCol w:w="1800"/>'.repeat(columns)}</w:tblGrid>${rows
    .filter((row) => row.childCount > 0)
    .map((row) => `<w:tr>${headed(row) ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells(row)}</w:tr>`)
    .join('')}</w:tbl>`
}

function paragraph(style: string | undefined, content: string, properties = ''): string {
  const named = style ? `<w:pStyle w:val="${style}"/>` : ''
  const all = named + properties
  return `<w:p>${all ? `<w:pPr>${all}</w:pPr>` : ''}${content}</w:p>`
}

function run(text: string, properties = ''): string {
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`
}

function runs(node: Node, links: string[]): string {
  return children(node)
    .map((text) => {
      const has = (name: string) => text.marks.some(({ type }) => type.name === name)
      const href: unknown = text.marks.find(({ type }) => type.name === 'link')?.attrs.href
      const style = has('code') ? '<w:rStyle w:val="Code"/>' : ''
      const inner = run(text.text ?? '', `${style}${has('strong') ? '<w:b/>' : ''}${has('em') ? '<w:i/>' : ''}`)
      return isSafeLink(href) ? link(href, inner, links) : inner
    })
    .join('')
}

function link(href: string, content: string, links: string[]): string {
  return `<w:hyperlink r:id="rIdLink${links.push(href)}" w:history="1">${content}</w:hyperlink>`
}

const contentTypes = `${xml}<Types xmlns="${p}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageLinks = `${xml}<Relationships xmlns="${p}/relationships"><Relationship Id="rId1" Type="${r}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${p}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

function documentLinks(links: readonly string[]): string {
  const external = links.map(
    (href, i) =>
      `<Relationship Id="rIdLink${i + 1}" Type="${r}/hyperlink" Target="${escapeXml(href)}" TargetMode="External"/>`,
  )
  return `${xml}<Relationships xmlns="${p}/relationships"><Relationship Id="rId1" Type="${r}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${r}/numbering" Target="numbering.xml"/>${external.join('')}</Relationships>`
}

function coreProperties(title: string, language: string): string {
  return `${xml}<cp:coreProperties xmlns:cp="${p}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeXml(title)}</dc:title><dc:language>${escapeXml(language)}</dc:language></cp:coreProperties>`
}

function stylesXml(language: string): string {
  const style = (id: string, name: string, paragraphProperties: string, runProperties = '', based = 'Normal') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${based}"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraphProperties}</w:pPr><w:rPr>${runProperties}</w:rPr></w:style>`
  const size = (half: number) => `<w:sz w:val="${half}"/><w:szCs w:val="${half}"/>`
  return `${xml}<w:styles xmlns:w="${w}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:cs="Times New Roman"/>${size(23)}<w:lang w:val="${escapeXml(language)}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="288" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:styleId="Code"><w:name w:val="code"/><w:rPr><w:rFonts w:ascii="Courier New" w:hAnsi="Courier New"/></w:rPr></w:style>${[
    style('Title', 'Title', '<w:spacing w:after="120"/>', `<w:b/>${size(40)}`),
    style('Subtitle', 'Subtitle', '', size(26)),
    style('Byline', 'Byline', '', '<w:color w:val="505050"/>'),
    style(
      'Heading2',
      'heading 2',
      '<w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="1"/>',
      `<w:b/>${size(28)}`,
    ),
    style(
      'Heading3',
      'heading 3',
      '<w:keepNext/><w:spacing w:before="200"/><w:outlineLvl w:val="2"/>',
      `<w:b/>${size(24)}`,
    ),
    style('Quote', 'Quote', '<w:ind w:left="720" w:right="720"/>'),
    style('IntenseQuote', 'Intense Quote', '<w:ind w:left="720" w:right="720"/><w:jc w:val="center"/>', size(28)),
    style('ListParagraph', 'List Paragraph', '<w:ind w:left="720"/><w:contextualSpacing/>'),
    style('Caption', 'caption', '', size(20)),
    style('PhotoCredit', 'Photo credit', '', size(18)),
    style('RelatedLink', 'Related link', ''),
    style('AgencyCredit', 'Agency credit', '', '<w:i/>'),
    style('Correction', 'Correction', '', '<w:i/>'),
  ].join('')}</w:styles>`
}
