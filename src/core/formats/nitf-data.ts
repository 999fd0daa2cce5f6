import { embargoIn } from './embargo-words'
import { isForEditors } from './nitf-content'
import { agencyOf, type WireData } from './wire-item'
import { isoTime } from './wire-time'
import { allOf, at, attributeOf, childrenOf, clean, wordsOf, type XmlElement } from './xml'

/** The keywords an item is filed under. */
export const keywordsOf = (root: XmlElement): string[] =>
  allOf(at(root, 'head', 'docdata'), 'keyword').flatMap((keyword) => attributeOf(keyword, 'key') ?? [])

// What agencies call their slug in `meta`, where no field of the standard's has it.
const slugMetas = ['slug', 'slugline', 'anpa-keyword', 'ntbstikkord']

/** What an item in NITF says of itself: `docdata`, with what `body.head` displays of it. */
export function nitfData(root: XmlElement, head: XmlElement | undefined, photoCredits: readonly string[]): WireData {
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
