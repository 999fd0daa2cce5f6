import { strToU8 } from 'fflate'
import type { ReadStory } from './types'

/** An item of a wire, to be written in any of its formats. */
export interface Item {
  agency: string
  slug: string
  version: string
  headline: string
  byline: string
  note: string
  paragraphs: readonly string[]
}

/** An item of no agency that there is on a matter that never was. */
export const ferry: Item = {
  agency: 'AP',
  slug: 'EU--Orr-Ferry',
  version: '2',
  headline: 'Orr keeps its night ferry',
  byline: 'By NELA ORRIN',
  note: 'ADDS the vote of the harbour board',
  paragraphs: [
    'ORR, Ardania (AP) — The council of Orr voted on Tuesday to keep the night ferry, which loses two million a year.',
    '“We will not sell,” said the mayor, Ada Marsh, after three hours of talks.',
    'The bridge at Skarn opens in the spring.',
  ],
}

export const bytesOf = (text: string): Uint8Array => strToU8(text)

/** Text in one byte a letter, as older systems write it. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

const escape = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;')

export const nitf = (item: Item): string => `<?xml version="1.0" encoding="UTF-8"?>
<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" version="-//IPTC//DTD NITF 3.6//EN" baselang="en">
  <head>
    <title>${escape(item.headline)}</title>
    <docdata management-status="usable">
      <doc-id regsrc="${escape(item.agency)}" id-string="orr-1"/>
      <date.issue norm="20260305T143000-0500"/>
      <du-key key="${escape(item.slug)}" version="${escape(item.version)}"/>
      <ed-msg info="${escape(item.note)}"/>
      <doc.copyright holder="The Orr Press" year="2026"/>
    </docdata>
  </head>
  <body>
    <body.head>
      <hedline><hl1>${escape(item.headline)}</hl1></hedline>
      <byline>${escape(item.byline)}</byline>
      <distributor>${escape(item.agency)}</distributor>
    </body.head>
    <body.content><block>
      ${item.paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n      ')}
    </block></body.content>
  </body>
</nitf>`

export const newsItem = (item: Item, more: { meta?: string; content?: string; guid?: string } = {}): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="${more.guid ?? 'urn:newsml:orr.example:1'}" version="${escape(item.version)}" standard="NewsML-G2" standardversion="2.34" conformance="power" xml:lang="en">
  <catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>
  <rightsInfo><copyrightHolder literal="The Orr Press"/><usageTerms>Not for use on trams</usageTerms></rightsInfo>
  <itemMeta>
    <itemClass qcode="ninat:text"/><provider literal="${escape(item.agency)}"/>
    <versionCreated>2026-03-05T14:30:00-05:00</versionCreated><firstCreated>2026-03-05T13:00:00-05:00</firstCreated>
    <pubStatus qcode="stat:usable"/><edNote>${escape(item.note)}</edNote>${more.meta ?? ''}
  </itemMeta>
  <contentMeta>
    <slugline>${escape(item.slug)}</slugline><headline>${escape(item.headline)}</headline><by>${escape(item.byline)}</by>
  </contentMeta>
  <contentSet>${
    more.content ??
    `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>
      ${item.paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('\n      ')}
    </body></html></inlineXML>`
  }</contentSet>
</newsItem>`

export const newsMessage = (...items: string[]): string =>
  `<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2026-03-05T19:31:02Z</sent><sender>orr.example</sender></header><itemSet>${items.join('')}</itemSet></newsMessage>`

/** ninjs 1.x names its texts by keys; 2.x and 3.x list them, 3.x with capitals inside its names. */
export function ninjs(item: Item, major: 1 | 2 | 3): string {
  const html = item.paragraphs.map((paragraph) => `<p>${escape(paragraph)}</p>`).join('')
  const shared = { uri: 'urn:orr:1', type: 'text', version: item.version, language: 'en', slugline: item.slug }
  const value =
    major === 1
      ? {
          ...shared,
          versioncreated: '2026-03-05T14:30:00-05:00',
          ednote: item.note,
          headline: item.headline,
          byline: item.byline,
          copyrightholder: item.agency,
          body_html: html,
        }
      : {
          ...shared,
          standard: { name: 'ninjs', version: major === 2 ? '2.2' : '3.1' },
          headlines: [{ role: 'main', value: item.headline }],
          by: item.byline,
          [major === 2 ? 'versioncreated' : 'versionCreated']: '2026-03-05T14:30:00-05:00',
          [major === 2 ? 'ednote' : 'edNote']: item.note,
          [major === 2 ? 'infosources' : 'infoSources']: [{ name: item.agency }],
          bodies: [{ role: 'main', [major === 2 ? 'contenttype' : 'contentType']: 'text/html', value: html }],
        }
  return JSON.stringify(value)
}

/** Words broken at a measure, as seven-bit wires send them. */
function broken(paragraph: string, measure = 68): string {
  const lines: string[] = ['']
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)!
    if (last && last.length + 1 + word.length > measure) lines.push(word)
    else lines[lines.length - 1] = last ? `${last} ${word}` : word
  }
  return lines.join('\r\n')
}

export const iptc7901 = (item: Item): string =>
  [
    `\u0001orr0061 4 i 211 ccccb   ${item.agency} 061\r\n`,
    `\n${item.slug}/\r\n`,
    `\u0002${item.version === '' ? '' : `${item.version} LEAD\r\n`}${item.headline}\r\n${item.byline} =\r\n\n`,
    item.paragraphs.map((paragraph) => `   ${broken(paragraph)}\r\n`).join('\n'),
    item.note === '' ? '' : `\n# Notebook\r\n\n## Note to editors\r\n- ${item.note}\r\n`,
    '\u0003051930 GMT Mar 26\r\n\n\u007f\u0004',
  ].join('')

export const anpa = (item: Item): string =>
  [
    `\u0016\u0016\u0001a0042\u001forr--\r\n`,
    `r i\u0013\u0011 ${item.slug} ${item.version === '' ? '' : `${item.version}Ld-Writethru`}   03-05 0211\r\n`,
    `\u0002^${item.slug},${item.version === '' ? '' : ` ${item.version} Ld-Writethru,`}211<\r\n^${item.headline}<\r\n`,
    item.note === '' ? '' : `^Eds: ${item.note}<\r\n`,
    `^${item.byline}=\r\n^${item.agency} Ferry Writer=\r\n`,
    item.paragraphs.map((paragraph) => `\t   ${seven(paragraph)}\r\n`).join(''),
    `\r\n\t   \u0003${item.agency}-NY-03-05-26 1430EST<\r\n\f\r\n\u0004`,
  ].join('')

const seven = (text: string) => text.replace(/“/g, '``').replace(/”/g, "''").replace(/—/g, '_')

/** The blocks of a story as kind and words, the empty ones left out. */
export function blocksOf({ manuscript }: ReadStory): [kind: string, words: string][] {
  const blocks: [string, string][] = []
  manuscript.descendants((node) => {
    if (!node.isTextblock) return true
    if (node.content.size > 0) blocks.push([node.type.name, node.textContent])
    return false
  })
  return blocks
}
