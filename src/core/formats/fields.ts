import type { Node } from 'prosemirror-model'
import { isSafeLink, type Manuscript } from '../manuscript'
import { cleanCopy, type Copy } from './copy'
import { bodyHtml, inlineHtml } from './write-html'
import { bodyTxt } from './write-txt'

export type CopyFieldName = 'headline' | 'standfirst' | 'byline' | 'body' | 'credit' | 'links'

/** One field of a content system, as text and as HTML. */
export interface CopyField {
  name: CopyFieldName
  text: string
  html: string
}

/**
 * The clean copy as the fields that content systems ask for one by one; fields without words are left out. Credit and
 * related links stand apart from the body, everything else is in it.
 */
export function copyFields(manuscript: Manuscript): CopyField[] {
  const copy = cleanCopy(manuscript)
  const line = (name: CopyFieldName, node: Node | undefined): CopyField[] =>
    node ? [{ name, text: node.textContent, html: inlineHtml(node) }] : []
  const only = (type: string) => part(copy, ({ type: { name } }) => name === type)
  const body = part(copy, ({ type: { name } }) => name !== 'credit' && name !== 'related')
  const credit = only('credit')
  const links = only('related')
  return [
    ...line('headline', copy.headline),
    ...line('standfirst', copy.standfirst),
    ...line('byline', copy.byline),
    ...(body.body.length > 0
      ? [{ name: 'body' as const, text: bodyTxt(body).join('\n\n'), html: bodyHtml(body) }]
      : []),
    ...(credit.body.length > 0
      ? [{ name: 'credit' as const, text: bodyTxt(credit).join('\n'), html: credit.body.map(inlineHtml).join('<br>') }]
      : []),
    ...(links.body.length > 0
      ? [{ name: 'links' as const, text: links.body.map(linkText).join('\n'), html: bodyHtml(links) }]
      : []),
  ]
}

/** All fields together, as they go onto a clipboard: HTML that stands in any editor, and plain text. */
export function allFields(fields: readonly CopyField[]): { text: string; html: string } {
  const html = fields.map(({ name, html: inner }) => {
    if (name === 'headline') return `<h1>${inner}</h1>`
    if (name === 'body' || name === 'links') return inner
    return `<p>${inner}</p>`
  })
  return { text: `${fields.map(({ text }) => text).join('\n\n')}\n`, html: html.join('\n') }
}

/** A copy with some of its body; the dateline opens its first paragraph still there. */
function part(copy: Copy, kept: (node: Node) => boolean): Copy {
  const body = copy.body.filter(kept)
  const opener = copy.dateline ? copy.body[copy.opens] : undefined
  const opens = opener ? body.indexOf(opener) : -1
  const { dateline: _, ...rest } = copy
  return { ...rest, body, opens, ...(copy.dateline && opens >= 0 ? { dateline: copy.dateline } : {}) }
}

function linkText(node: Node): string {
  const href: unknown = node.attrs.href
  return isSafeLink(href) ? `${node.textContent}\n${href}` : node.textContent
}
