import { contentOf } from './newsml-g2-content'
import { isText, itemData, localRole } from './newsml-g2-data'
import { ReadError, type ReadStory } from './types'
import { together, wireStory } from './wire-item'
import { isoTime } from './wire-time'
import { allOf, at, childrenOf, elementsOf, parseXml, wordsOf, type XmlElement } from './xml'

// An item of each kind is told by the name of its root; the rest of the family holds no text to read.
const withoutText: Readonly<Record<string, string>> = {
  packageitem: 'a package, which lists items and holds no text',
  planningitem: 'a planning item',
  conceptitem: 'a concept item',
  knowledgeitem: 'a knowledge item',
  catalogitem: 'a catalogue',
}

const tooManyItems = 500

/**
 * Reads NewsML-G2: a news item, or a message with its news items. Pictures, videos and packages in a message are passed
 * over when there is text; nothing that an item points to is fetched.
 */
export function readNewsMlG2(bytes: Uint8Array): ReadStory {
  const { root, remarks } = parseXml(bytes)
  const told = withoutText[root.name]
  if (told) throw new ReadError('unsupported', `This is ${told}. Take the text items themselves.`)
  const items = root.name === 'newsitem' ? [root] : allOf(root, 'newsitem')
  if (items.length > tooManyItems)
    throw new ReadError('too-large', `The message holds more than ${tooManyItems} items.`)
  if (items.length === 0) {
    const other = elementsOf(at(root, 'itemset') ?? root).find(({ name }) => withoutText[name])
    throw new ReadError(
      'unsupported',
      other
        ? `The message holds ${withoutText[other.name]}. Take the text items themselves.`
        : 'The message holds no news item.',
    )
  }
  const textual = items.filter(isText)
  const taken = textual.length > 0 ? textual : items.slice(0, 1)
  if (items.length > taken.length) remarks.push(`${items.length - taken.length} items without text were left out.`)
  const sent = isoTime(wordsOf(at(root, 'header', 'sent')))
  const sender = wordsOf(at(root, 'header', 'sender'))
  return together(taken.map((item, index) => itemStory(item, index === 0 ? remarks : [], sent, sender)))
}

function itemStory(
  item: XmlElement,
  remarks: string[],
  sent: string | undefined,
  sender: string | undefined,
): ReadStory {
  const meta = at(item, 'itemmeta')
  const about = at(item, 'contentmeta')
  const content = contentOf(item, remarks)
  const headlines = childrenOf(about, 'headline')
  const main = headlines.find((one) => /main|^$/.test(localRole(one))) ?? headlines[0]
  const dateline = wordsOf(childrenOf(about, 'dateline')[0])
  const headline = wordsOf(main)
  // The text may carry a headline of its own that says more.
  const inText = headline && content.headline !== headline ? content.headline : undefined
  const standfirst = content.standfirst ?? wordsOf(headlines.find((one) => /sub|deck|standfirst/.test(localRole(one))))
  const data = itemData(item, sent, sender)
  return wireStory(
    'newsml-g2',
    {
      headline: headline ?? content.headline ?? wordsOf(at(meta, 'title')),
      standfirst: standfirst ?? inText,
      summary: content.summary ?? (standfirst ? inText : undefined),
      byline:
        content.byline ||
        childrenOf(about, 'by')
          .flatMap((by) => wordsOf(by) ?? [])
          .join('; '),
      // Reuters writes a time where the place stands.
      dateline:
        content.dateline ?? (dateline && !isoTime(dateline) && !/^\d{4}-\d{2}/.test(dateline) ? dateline : undefined),
    },
    content.parts,
    { ...data, photoCredits: [...(data.photoCredits ?? []), ...(content.photoCredits ?? [])] },
    remarks,
  )
}
