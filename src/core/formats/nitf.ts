import { nitfContent } from './nitf-content'
import { keywordsOf, nitfData } from './nitf-data'
import type { ReadStory } from './types'
import { wireStory } from './wire-item'
import { allOf, at, childrenOf, clean, elementsOf, parseXml, wordsOf, type XmlElement, type XmlNode } from './xml'

/** Reads an item in NITF, 2.5 to 3.6, with or without its document type or namespace. */
export function readNitf(bytes: Uint8Array): ReadStory {
  const { root, remarks } = parseXml(bytes)
  return nitfStory(root, remarks)
}

/** The story that an `nitf` element holds. */
export function nitfStory(root: XmlElement, remarks: string[]): ReadStory {
  const head = at(root, 'body', 'body.head')
  const content = nitfContent(root, remarks)
  return wireStory('nitf', nitfHead(root), content.parts, nitfData(root, head, content.photoCredits), remarks)
}

/** What `body.head` displays. A second headline or an abstract is the standfirst. */
export function nitfHead(root: XmlElement) {
  const head = at(root, 'body', 'body.head')
  const headline = wordsOf(at(head, 'hedline', 'hl1')) ?? wordsOf(allOf(head, 'hl1')[0])
  const keywords = keywordsOf(root).map((keyword) => keyword.toLowerCase())
  const second = childrenOf(at(head, 'hedline'), 'hl2')
    .map(wordsOf)
    .find((words) => words !== undefined && words !== headline && !keywords.includes(words.toLowerCase()))
  const summary = childrenOf(head, 'abstract')
    .map(summaryWords)
    .find((words) => words !== undefined)
  return {
    headline: headline ?? wordsOf(at(root, 'head', 'title')),
    standfirst: second ?? summary,
    summary: second === undefined ? undefined : summary,
    byline: childrenOf(head, 'byline').map(bylineWords).filter(Boolean).join('; '),
    dateline: childrenOf(head, 'dateline')
      .map(datelineWords)
      .find((words) => words !== undefined),
  }
}

const summaryWords = (abstract: XmlElement) =>
  clean(
    elementsOf(abstract).length > 0 ? elementsOf(abstract).map(wordsOf).filter(Boolean).join(' ') : wordsOf(abstract),
  )

/** A byline with the writer's title set off, which agencies leave to the page's design. */
function bylineWords(byline: XmlElement): string | undefined {
  let words = ''
  const add = (node: XmlNode) => {
    if (typeof node === 'string') words += node
    else {
      if (node.name === 'byttl' && /\S/.test(words) && !/[,;(–—-]\s*$/u.test(words)) words = `${words.trimEnd()}, `
      // "By<person>…" has no space of its own.
      else if (/\p{L}$/u.test(words)) words += ' '
      node.children.forEach(add)
    }
  }
  byline.children.forEach(add)
  return clean(words.replace(/\s+([,.;])/gu, '$1'))
}

/** A place, and a date that is written to be read. */
function datelineWords(dateline: XmlElement): string | undefined {
  const gather = (element: XmlElement): string =>
    element.children
      .map((child) => {
        if (typeof child === 'string') return child
        return child.name === 'story.date' && !/\p{L}{3}/u.test(wordsOf(child) ?? '') ? '' : gather(child)
      })
      .join('')
  const words = clean(gather(dateline))
    ?.replace(/\s+([,.])/gu, '$1')
    .replace(/[\s,.—–-]+$/u, '')
  return words && /\p{L}/u.test(words) ? words : undefined
}
