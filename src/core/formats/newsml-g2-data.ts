import { agencyOf, type WireData } from './wire-item'
import { isoTime } from './wire-time'
import { allOf, at, attributeOf, childrenOf, clean, wordsOf, type XmlElement } from './xml'

/** What a code of the standard's says, without the scheme before it. */
const localCode = (element: XmlElement | undefined): string | undefined =>
  (attributeOf(element, 'qcode') ?? attributeOf(element, 'uri') ?? attributeOf(element, 'literal'))
    ?.split(/[:/#]/)
    .at(-1)
    ?.toLowerCase()

/** Whether an item is a text, by its class or by what is in it. */
export const isText = (item: XmlElement): boolean => {
  const kind = localCode(at(item, 'itemmeta', 'itemclass'))
  if (kind !== undefined && /^(?:picture|video|audio|graphic|animation|composite)$/.test(kind)) return false
  return kind === 'text' || allOf(at(item, 'contentset'), 'inlinexml', 'inlinedata').length > 0
}

/** The part that a headline or a description plays, without the scheme before it. */
export const localRole = (element: XmlElement): string =>
  (attributeOf(element, 'role') ?? '').split(':').at(-1)!.toLowerCase()

/** What an item says of itself. `sent` and `sender` are of the message that it came in. */
export function itemData(item: XmlElement, sent: string | undefined, sender: string | undefined): WireData {
  const meta = at(item, 'itemmeta')
  const about = at(item, 'contentmeta')
  const rights = at(item, 'rightsinfo')
  const name = (element: XmlElement | undefined) =>
    wordsOf(childrenOf(element, 'name')[0]) ??
    attributeOf(element, 'literal') ??
    attributeOf(element, 'qcode')?.split(':').at(-1)
  const version = attributeOf(item, 'version')
  const notes = childrenOf(meta, 'ednote').flatMap((note) => wordsOf(note) ?? [])
  const signals = childrenOf(meta, 'signal', 'role').flatMap((signal) => localCode(signal) ?? [])
  const genres = childrenOf(about, 'genre').flatMap((genre) => localCode(genre) ?? [])
  const credit = wordsOf(childrenOf(about, 'creditline')[0])
  const text = isText(item)
  const guid = attributeOf(item, 'guid')
  return {
    agency: agencyOf([
      credit,
      ...childrenOf(about, 'infosource').map(name),
      name(at(meta, 'provider')),
      name(at(rights, 'copyrightholder')),
      sender,
    ]),
    credit,
    slug: wordsOf(childrenOf(about, 'slugline')[0]),
    version: version && /^\d{1,20}$/.test(version) ? version : undefined,
    at: isoTime(wordsOf(at(meta, 'versioncreated'))),
    created: isoTime(wordsOf(at(meta, 'firstcreated'))),
    sent,
    language: attributeOf(childrenOf(about, 'language')[0], 'tag') ?? attributeOf(item, 'lang'),
    usage: clean(
      childrenOf(rights, 'usageterms')
        .flatMap((terms) => wordsOf(terms) ?? attributeOf(terms, 'href') ?? [])
        .join(' '),
    ),
    copyright: wordsOf(at(rights, 'copyrightnotice')) ?? name(at(rights, 'copyrightholder')),
    embargo: isoTime(wordsOf(at(meta, 'embargoed'))),
    editorsNote: notes.join(' '),
    item: guid,
    previous: childrenOf(meta, 'link')
      .filter((link) => /(?:previousVersion|evolvedFrom|replaces)$/i.test(attributeOf(link, 'rel') ?? ''))
      .map((link) => attributeOf(link, 'residref') ?? attributeOf(link, 'guidref') ?? attributeOf(link, 'href'))
      .find((one) => one !== undefined && one !== guid),
    status: statusOf(localCode(at(meta, 'pubstatus')), [...signals, ...genres]),
    photoCredits: text || !credit ? [] : [credit],
  }
}

function statusOf(published: string | undefined, signals: readonly string[]): WireData['status'] {
  if (published === 'canceled' || published === 'cancelled') return 'killed'
  if (published === 'withheld') return 'withheld'
  if (signals.some((signal) => /^correct(?:ion|ive|ed)?$/.test(signal))) return 'corrected'
  return signals.some((signal) => signal.startsWith('advis')) ? 'advisory' : undefined
}
