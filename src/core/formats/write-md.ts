import type { Node } from 'prosemirror-model'
import { isSafeLink, type Manuscript } from '../manuscript'
import { children, cleanCopy, opening } from './copy'

/**
 * The clean copy as Markdown (CommonMark, tables with bars). The standfirst stands in italics under the headline, which
 * is how it is known again; pictures are left out and their captions kept.
 */
export function writeMd(manuscript: Manuscript): string {
  const copy = cleanCopy(manuscript)
  const blocks: string[] = []
  if (copy.headline) blocks.push(`# ${inline(copy.headline)}`)
  if (copy.standfirst) blocks.push(`*${escapeMd(copy.standfirst.textContent)}*`)
  if (copy.byline) blocks.push(paragraph(copy.byline))
  // Two lists in a row would read as one, so each takes the other sign.
  let other = false
  copy.body.forEach((node, index) => {
    other = node.type.name === 'list' && copy.body[index - 1]?.type.name === 'list' && !other
    blocks.push(block(node, escapeMd(opening(copy, index)), other))
  })
  return `${blocks.join('\n\n')}\n`
}

function block(node: Node, dateline: string, otherSign: boolean): string {
  switch (node.type.name) {
    case 'subhead':
      return `${node.attrs.level === 3 ? '###' : '##'} ${inline(node)}`
    case 'blockquote':
    case 'pullQuote':
      return `> ${paragraph(node)}`
    case 'list':
      return children(node)
        .map(
          (item, i) =>
            `${node.attrs.ordered ? `${i + 1}${otherSign ? ')' : '.'}` : otherSign ? '*' : '-'} ${paragraph(item)}`,
        )
        .join('\n')
    case 'table': {
      const rows = children(node).map((row) => children(row).map((cell) => inline(cell).replace(/\|/g, '\\|')))
      const width = Math.max(...rows.map((row) => row.length))
      const line = (cells: readonly string[]) =>
        `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`
      const headed = children(node.firstChild!).some((cell) => cell.type.name === 'tableHeader')
      const [first, ...rest] = headed ? rows : [[], ...rows]
      return [line(first ?? []), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n')
    }
    case 'figure':
      return children(node)
        .filter((part) => part.textContent)
        .map(paragraph)
        .join(' ')
    case 'related': {
      const href: unknown = node.attrs.href
      return isSafeLink(href) ? `[${escapeMd(node.textContent)}](${address(href)})` : paragraph(node)
    }
    default:
      return dateline + (dateline ? inline(node) : paragraph(node))
  }
}

/** Words that open a paragraph, kept from being read as a list, a heading or a quotation. */
function paragraph(node: Node): string {
  return inline(node)
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+#=>~]|:?-{3,})/, '\\$1')
}

function inline(node: Node): string {
  return children(node)
    .map((text) => {
      const words = text.text ?? ''
      const has = (name: string) => text.marks.some(({ type }) => type.name === name)
      // Markdown wants its signs tight against the words.
      const [, lead = '', core = '', tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(words) ?? []
      if (!core) return words
      let md = has('code') ? code(core) : escapeMd(core)
      if (has('em')) md = `*${md}*`
      if (has('strong')) md = `**${md}**`
      const href: unknown = text.marks.find(({ type }) => type.name === 'link')?.attrs.href
      if (isSafeLink(href)) md = `[${md}](${address(href)})`
      return lead + md + tail
    })
    .join('')
}

function code(words: string): string {
  const fence = '`'.repeat(Math.max(0, ...(words.match(/`+/g) ?? []).map((run) => run.length)) + 1)
  const pad = words.startsWith('`') || words.endsWith('`') ? ' ' : ''
  return `${fence}${pad}${words}${pad}${fence}`
}

function address(href: string): string {
  return `<${href.replace(/</g, '%3C').replace(/>/g, '%3E').replace(/\\/g, '%5C')}>`
}

function escapeMd(text: string): string {
  return text.replace(/[\\`*_[\]<>&#~]/g, (sign, at: number) => {
    if (sign === '#' && at > 0) return sign
    if (sign === '&') return /^&(?:#\w+|\w+);/.test(text.slice(at, at + 40)) ? '\\&' : sign
    return `\\${sign}`
  })
}
