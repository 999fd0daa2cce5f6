import type { Node } from 'prosemirror-model'
import { isSafeLink, type Manuscript } from '../manuscript'
import { children, cleanCopy, datelineDash, type Copy } from './copy'
import type { CopyMeta } from './types'

/**
 * The clean copy as a page that stands alone: no script, no style, nothing fetched. Classes name the kinds of block a
 * reader can see and nothing else.
 */
export function writeHtml(manuscript: Manuscript, meta: CopyMeta): string {
  const copy = cleanCopy(manuscript)
  const title = copy.headline?.textContent ?? meta.slug
  const published = meta.publishedAt ? `\n<meta name="date" content="${escapeHtml(meta.publishedAt)}">` : ''
  return `<!doctype html>
<html lang="${escapeHtml(meta.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>${published}
</head>
<body>
<article>
${[...headHtml(copy), bodyHtml(copy)].join('\n')}
</article>
</body>
</html>
`
}

function headHtml({ headline, standfirst, byline }: Copy): string[] {
  return [
    ...(headline ? [`<h1>${inlineHtml(headline)}</h1>`] : []),
    ...(standfirst ? [`<p class="standfirst">${inlineHtml(standfirst)}</p>`] : []),
    ...(byline ? [`<p class="byline">${inlineHtml(byline)}</p>`] : []),
  ]
}

/** The body alone as HTML, one block a line. */
export function bodyHtml(copy: Copy): string {
  return copy.body
    .map((node, index) => {
      const dateline =
        copy.dateline && index === copy.opens
          ? `<span class="dateline">${inlineHtml(copy.dateline)}</span>${datelineDash}`
          : ''
      return blockHtml(node, dateline)
    })
    .join('\n')
}

const classes: Readonly<Record<string, string>> = { credit: 'credit', correction: 'correction' }

function blockHtml(node: Node, dateline: string): string {
  switch (node.type.name) {
    case 'subhead':
      return node.attrs.level === 3 ? `<h3>${inlineHtml(node)}</h3>` : `<h2>${inlineHtml(node)}</h2>`
    case 'blockquote':
      return `<blockquote><p>${inlineHtml(node)}</p></blockquote>`
    case 'pullQuote':
      return `<aside class="pull-quote">${inlineHtml(node)}</aside>`
    case 'list': {
      const tag = node.attrs.ordered ? 'ol' : 'ul'
      return `<${tag}>${children(node)
        .map((item) => `<li>${inlineHtml(item)}</li>`)
        .join('')}</${tag}>`
    }
    case 'table':
      return `<table>${children(node)
        .map((row) => `<tr>${children(row).map(cellHtml).join('')}</tr>`)
        .join('')}</table>`
    case 'figure':
      return figureHtml(node)
    case 'related': {
      const href: unknown = node.attrs.href
      const words = inlineHtml(node)
      return `<p class="related">${isSafeLink(href) && !words.includes('<a ') ? `<a href="${escapeHtml(href)}">${words}</a>` : words}</p>`
    }
    default: {
      const name = classes[node.type.name]
      return `<p${name ? ` class="${name}"` : ''}>${dateline}${inlineHtml(node)}</p>`
    }
  }
}

function cellHtml(cell: Node): string {
  const tag = cell.type.name === 'tableHeader' ? 'th' : 'td'
  const span = (name: 'colspan' | 'rowspan') =>
    Number(cell.attrs[name]) > 1 ? ` ${name}="${Number(cell.attrs[name])}"` : ''
  return `<${tag}${span('colspan')}${span('rowspan')}>${inlineHtml(cell)}</${tag}>`
}

function figureHtml(node: Node): string {
  const [caption, credit] = children(node)
  const src: unknown = node.attrs.src
  const image =
    typeof src === 'string' ? `<img src="${escapeHtml(src)}" alt="${escapeHtml(String(node.attrs.alt))}">` : ''
  const said = caption?.textContent ? inlineHtml(caption) : ''
  const by = credit?.textContent ? `<span class="photo-credit">${inlineHtml(credit)}</span>` : ''
  return `<figure>${image}<figcaption>${[said, by].filter(Boolean).join(' ')}</figcaption></figure>`
}

const tags = [
  ['strong', 'strong'],
  ['em', 'em'],
  ['code', 'code'],
] as const

/** A block's words and marks as HTML, without the block. */
export function inlineHtml(node: Node): string {
  return children(node)
    .map((text) => {
      let html = escapeHtml(text.text ?? '')
      for (const [mark, tag] of tags)
        if (text.marks.some(({ type }) => type.name === mark)) html = `<${tag}>${html}</${tag}>`
      const href: unknown = text.marks.find(({ type }) => type.name === 'link')?.attrs.href
      return isSafeLink(href) ? `<a href="${escapeHtml(href)}">${html}</a>` : html
    })
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand in HTML and XML, in elements and in attributes between double marks. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign]!)
}
