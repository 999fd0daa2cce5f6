import type { Manuscript } from '../manuscript'
import { cleanCopy, datelineDash } from './copy'
import { bodyHtml } from './write-html'
import { writeTxt } from './write-txt'
import type { CopyMeta } from './types'

/** The clean copy as an IPTC ninjs 3.1 item: headlines, byline, and the body as HTML and as text. */
export function writeNinjs(manuscript: Manuscript, meta: CopyMeta): string {
  const copy = cleanCopy(manuscript)
  const body = cleanBody(manuscript)
  const located = copy.dateline?.textContent.replace(/\s*[([].*$/u, '').replace(/,\s+\p{Lu}\p{Ll}{2,8}\.?\s+\d.*$/u, '')
  const headlines = [
    ...(copy.headline ? [{ role: 'main', value: copy.headline.textContent }] : []),
    ...(copy.standfirst ? [{ role: 'subheadline', value: copy.standfirst.textContent }] : []),
  ]
  const item = {
    uri: meta.uri,
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
    type: 'text',
    representationType: 'full',
    ...(meta.version ? { version: meta.version } : {}),
    ...(meta.publishedAt ? { versionCreated: meta.publishedAt } : {}),
    pubStatus: meta.killed ? 'canceled' : 'usable',
    language: meta.language,
    slugline: meta.slug,
    ...(headlines.length > 0 ? { headlines } : {}),
    ...(copy.byline ? { by: copy.byline.textContent } : {}),
    ...(located ? { located } : {}),
    bodies: [
      { role: 'main', contentType: 'text/html', value: bodyHtml(copy) },
      { role: 'text', contentType: 'text/plain', wordCount: words(body), value: body },
    ],
  }
  return `${JSON.stringify(item, undefined, 2)}\n`
}

function cleanBody(manuscript: Manuscript): string {
  const copy = cleanCopy(manuscript)
  const head = [copy.headline, copy.standfirst, copy.byline].reduce(
    (sum, node) => sum + (node ? node.textContent.length + 2 : 0),
    0,
  )
  return writeTxt(manuscript).slice(head).trimEnd()
}

function words(text: string): number {
  return text.split(datelineDash).join(' ').split(/\s+/u).filter(Boolean).length
}
